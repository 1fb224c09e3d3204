import PostalMime, { addressParser, decodeWords, type Attachment, type Email } from 'postal-mime';
import { recipientFields, type RecipientFields } from '../automatic/delivery-outcome.ts';
import { readHtml, type HtmlText } from '../html/html-text.ts';
import { decodable } from './raw-text.ts';

/** One mailbox of a From or To field. */
export interface Mailbox {
  /** The display name, decoded; empty if there is none. */
  readonly name: string;
  /** The address as the mail has it. */
  readonly address: string;
}

/** What is read of a mail. Attached files are counted, but their content is not kept. */
export interface ParsedMail {
  /** Every mailbox of every From field, in order. */
  readonly from: readonly Mailbox[];
  /** How many fields are called From. Names that look like From are counted too. */
  readonly fromFields: number;
  /**
   * Whether a From field names a group (RFC 5322, 3.4). Mail systems differ in which member of the group they show and
   * check.
   */
  readonly fromGroup: boolean;
  readonly to: readonly Mailbox[];
  readonly subject: string;
  /**
   * The body as plain text. Lines of a quotation begin with `>`. If the mail has no plain text, this is the visible
   * text of the HTML.
   */
  readonly text: string;
  /** The body as plain text; empty if the mail has only HTML. */
  readonly plain: string;
  /** The words of the HTML, if the mail has HTML. */
  readonly html: HtmlText | undefined;
  /** Whether a part has an encoding that cannot be decoded reliably. */
  readonly undecoded: boolean;
  /** Whether the HTML shows pictures, or a part of the mail is a picture. */
  readonly pictures: boolean;
  /** The values of each header field, by the lower-case name of the field, in the order of the mail. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** The number of attached files. Inline pictures, enclosed mails, report parts and signatures do not count. */
  readonly attachments: number;
  /** The number of all parts that are not the text or the HTML of the mail itself. */
  readonly otherParts: number;
  /** Whether the plain text or the HTML is longer than `bounds.text`. Also `true` if only the header was read. */
  readonly cut: boolean;
  /**
   * The media types of the report parts, such as `message/delivery-status`. Only reports of mail systems have such
   * parts.
   */
  readonly reports: readonly string[];
  /** Whether a delivery report names its recipient (RFC 3464, 2.3). */
  readonly namesRecipient: boolean;
  /** The fields about each recipient in the delivery reports of the mail. */
  readonly recipients: readonly RecipientFields[];
  /** The text of all fields in the delivery reports of the mail. */
  readonly reportText: string;
  /** The number of enclosed mails, opened or not. */
  readonly enclosures: number;
  /** The enclosed mails that were opened. Mails enclosed in them are not opened. */
  readonly enclosed: readonly ParsedMail[];
}

/** Why a mail could not be read. */
export type Unreadable =
  | 'too-large'
  | 'too-many-lines'
  | 'too-many-parts'
  | 'too-many-headers'
  | 'too-deep'
  | 'not-a-mail';

export type Parsed =
  | { readonly ok: true; readonly mail: ParsedMail }
  | { readonly ok: false; readonly code: Unreadable };

/** The limits for reading a mail. SES accepts mails of up to 40 MB. */
export const bounds = {
  bytes: 40 * 1024 * 1024,
  lines: 150_000,
  /**
   * The number of lines that are kept of consecutive lines of base64, such as an attached file. A text of the maximum
   * length has fewer lines in base64, so it is kept as a whole.
   */
  base64Lines: 4_000,
  parts: 2_000,
  nesting: 100,
  headerBytes: 512 * 1024,
  /** The maximum number of header fields of the mail itself. */
  headers: 1_000,
  /** The number of characters of text that are read. */
  text: 100_000,
  enclosed: 20,
} as const;

/**
 * Reads a raw mail within `bounds`. For any bytes the result is a mail or an error code; nothing is thrown.
 * `enclosures` says whether enclosed mails are opened.
 */
export async function parseMail(raw: Uint8Array, enclosures: 'open' | 'leave'): Promise<Parsed> {
  const bounded = readable(raw);
  if (typeof bounded === 'string') return { ok: false, code: bounded };
  const { bytes, certain } = decodable(bounded);
  let email: Email;
  try {
    email = await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: bounds.nesting,
      maxHeadersSize: bounds.headerBytes,
    });
  } catch (error) {
    return { ok: false, code: codeOf(error) };
  }
  if (email.headers.length > bounds.headers) return { ok: false, code: 'too-many-headers' };
  return { ok: true, mail: await readMail(email, enclosures, !certain) };
}

/** Reads only the header of a raw mail whose body cannot be read. The result has an empty text and no attachments. */
export async function parseHeaderOnly(raw: Uint8Array): Promise<ParsedMail> {
  const start = Buffer.from(raw.subarray(0, 64 * 1024)).toString('latin1');
  const end = /\r?\n\r?\n/.exec(start)?.index ?? start.length;
  const parsed = await parseMail(Buffer.from(`${start.slice(0, end)}\r\n\r\n`, 'latin1'), 'leave');
  const bodiless = {
    text: '',
    plain: '',
    html: undefined,
    undecoded: false,
    pictures: false,
    attachments: 0,
    otherParts: 0,
    cut: true,
    reports: [],
    namesRecipient: false,
    recipients: [],
    reportText: '',
    enclosures: 0,
    enclosed: [],
  };
  return parsed.ok
    ? { ...parsed.mail, ...bodiless }
    : { from: [], fromFields: 0, fromGroup: false, to: [], subject: '', headers: new Map(), ...bodiless };
}

/**
 * The bytes of a mail that are passed to the parser, or the limit that the mail exceeds. Of many consecutive lines of
 * base64 only the first are kept, so that large attached files are not decoded as a whole. Lines and parts are counted
 * before the parser runs, because it creates an object for each.
 */
function readable(raw: Uint8Array): Uint8Array | Unreadable {
  if (raw.length > bounds.bytes) return 'too-large';
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const kept: Buffer[] = [];
  let keptFrom = 0;
  let lines = 0;
  let parts = 0;
  let run = 0;
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(0x0a, start);
    const end = found === -1 ? bytes.length : found + 1;
    run = isBase64(bytes, start, end) ? run + 1 : 0;
    if (run > bounds.base64Lines) {
      kept.push(bytes.subarray(keptFrom, start));
      keptFrom = end;
    } else {
      lines += 1;
      if (bytes[start] === 0x2d && bytes[start + 1] === 0x2d) parts += 1;
    }
    if (lines > bounds.lines) return 'too-many-lines';
    if (parts > bounds.parts) return 'too-many-parts';
    start = end;
  }
  return keptFrom === 0 ? bytes : Buffer.concat([...kept, bytes.subarray(keptFrom)]);
}

/** Whether a line is a full line of base64. */
function isBase64(bytes: Buffer, start: number, end: number): boolean {
  const length = end - start;
  if (length < 42 || length > 200) return false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    const isLetter = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
    const isOther = (byte >= 0x2f && byte <= 0x39) || byte === 0x2b || byte === 0x3d || byte === 0x0d || byte === 0x0a;
    if (!isLetter && !isOther) return false;
  }
  return true;
}

function codeOf(error: unknown): Unreadable {
  const message = error instanceof Error ? error.message : '';
  if (message.includes('nesting depth')) return 'too-deep';
  if (message.includes('header')) return 'too-many-headers';
  return 'not-a-mail';
}

/** The number of characters of HTML that are read. The limit is larger than for text, because much of HTML is tags. */
const mostHtml = 10 * bounds.text;

async function readMail(email: Email, enclosures: 'open' | 'leave', undecoded: boolean): Promise<ParsedMail> {
  const headers = new Map<string, string[]>();
  for (const { key, value } of email.headers) headers.set(key, [...(headers.get(key) ?? []), printable(value)]);
  const fromFields = email.headers.filter(({ key }) => key.normalize('NFKC').replace(/[^a-z-]/g, '') === 'from');
  const plain = bodyText(email.text ?? '');
  const read = email.html === undefined ? undefined : readHtml(email.html.slice(0, mostHtml));
  const html =
    read === undefined
      ? undefined
      : {
          ...read,
          shown: bodyText(read.shown),
          certain: bodyText(read.certain),
          whole: bodyText(read.whole),
          beyond: read.beyond || (email.html ?? '').length > mostHtml,
        };
  return {
    from: fromFields.flatMap(({ value }) => mailboxes(value)),
    fromFields: fromFields.length,
    fromGroup: fromFields.some(({ value }) => namesGroup(value)),
    to: ['to', 'cc'].flatMap((name) => (headers.get(name) ?? []).flatMap(mailboxes)),
    subject: oneLine(email.subject ?? '').slice(0, 1_000),
    text: plain.trim() === '' && html !== undefined ? html.shown : plain,
    plain,
    html,
    undecoded,
    pictures: html?.pictures === true || email.attachments.some((one) => one.mimeType.startsWith('image/')),
    headers,
    attachments: email.attachments.filter(isAttachedFile).length,
    otherParts: email.attachments.length,
    cut: (email.text ?? '').length > bounds.text || (email.html ?? '').length > bounds.text,
    reports: email.attachments.map(({ mimeType }) => mimeType).filter((type) => reportParts.has(type)),
    namesRecipient: email.attachments.some((one) =>
      /^(?:final|original)-recipient:[^\r\n]{1,500}@/im.test(deliveryFields(one)),
    ),
    recipients: email.attachments.flatMap((one) => recipientFields(deliveryFields(one))),
    reportText: email.attachments.map(deliveryFields).join('\n').slice(0, bounds.text),
    enclosures: email.attachments.filter(isEnclosedMail).length,
    enclosed: enclosures === 'open' ? await readEnclosed(email.attachments) : [],
  };
}

const reportParts: ReadonlySet<string> = new Set([
  'message/delivery-status',
  'message/global-delivery-status',
  'message/disposition-notification',
  'message/global-disposition-notification',
  'message/feedback-report',
]);

/** The fields of a delivery report; empty for any other part. */
function deliveryFields({ mimeType, content }: Attachment): string {
  if (!/^message\/(global-)?delivery-status$/.test(mimeType)) return '';
  const text = typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString('latin1');
  return text.slice(0, bounds.text);
}

function bodyText(text: string): string {
  return printable(text.replace(/\r\n?/g, '\n')).slice(0, bounds.text);
}

async function readEnclosed(attachments: readonly Attachment[]): Promise<readonly ParsedMail[]> {
  const enclosed: ParsedMail[] = [];
  for (const { mimeType, content } of attachments.filter(isEnclosedMail).slice(0, bounds.enclosed)) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
    // A part with only header fields has no empty line at its end, but the parser needs one.
    const whole = mimeType === 'message/rfc822' ? bytes : Buffer.concat([bytes, Buffer.from('\r\n\r\n')]);
    const parsed = await parseMail(whole, 'leave');
    if (parsed.ok) enclosed.push(parsed.mail);
  }
  return enclosed;
}

function namesGroup(value: string): boolean {
  return addressParser(value.slice(0, 10_000)).some(({ group }) => group !== undefined);
}

function mailboxes(value: string): readonly Mailbox[] {
  return addressParser(value.slice(0, 10_000), { flatten: true }).map(({ name, address }) => ({
    name: oneLine(decodeWords(name)),
    address: oneLine(address ?? ''),
  }));
}

function isEnclosedMail({ mimeType }: Attachment): boolean {
  return mimeType === 'message/rfc822' || mimeType === 'text/rfc822-headers' || mimeType === 'message/rfc822-headers';
}

function isAttachedFile(attachment: Attachment): boolean {
  const { mimeType, disposition, related } = attachment;
  if (mimeType.startsWith('message/') || isEnclosedMail(attachment)) return false;
  if (/^application\/(pgp-signature|(x-)?pkcs7-signature)$/.test(mimeType)) return false;
  return !(mimeType.startsWith('image/') && (related === true || disposition === 'inline'));
}

function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim();
}

/** The text without control characters, except line feed and tab. Unpaired surrogates become U+FFFD. */
function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, ' ')
    .normalize('NFC');
}
