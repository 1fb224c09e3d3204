import MailComposer from 'nodemailer/lib/mail-composer';
import PostalMime from 'postal-mime';
import { readAddress, type MailAddress } from './addresses.ts';
import type { SendEmailRequest, SimpleContent } from './send-email-request.ts';

/** A mail as it leaves: its envelope and its bytes. */
export interface ComposedMail {
  readonly from: string;
  /** Every recipient, blind copies included. */
  readonly to: readonly string[];
  readonly subject: string;
  /** RFC 5322 with CRLF line ends. */
  readonly message: Buffer;
}

export type Composition =
  | { readonly ok: true; readonly mail: ComposedMail }
  | { readonly ok: false; readonly message: string };

const recipientLimit = 50;
const messageLimit = 10 * 1024 * 1024;

/**
 * Builds the mail that SES would send: its own Date (UTC) and Message-ID whatever the sender gave, no Bcc line.
 * `stamp.messageId` is without angle brackets.
 */
export async function compose(
  request: SendEmailRequest,
  stamp: { readonly date: Date; readonly messageId: string },
): Promise<Composition> {
  const lists = {
    from: [request.FromEmailAddress ?? []].flat(),
    to: request.Destination?.ToAddresses ?? [],
    cc: request.Destination?.CcAddresses ?? [],
    bcc: request.Destination?.BccAddresses ?? [],
    replyTo: request.ReplyToAddresses ?? [],
  };
  const read = readAll(lists);
  if (typeof read === 'string') return { ok: false, message: read };
  const { Simple, Raw } = request.Content;
  const composition =
    Simple != null ? await composeSimple(Simple, read, stamp) : await composeRaw(Raw?.Data, read, stamp);
  if (!composition.ok) return composition;
  const { to, message } = composition.mail;
  if (to.length === 0) return { ok: false, message: 'Destination has no recipients.' };
  if (to.length > recipientLimit) return { ok: false, message: `Recipient count exceeds ${recipientLimit}.` };
  if (message.length > messageLimit)
    return { ok: false, message: `Message length is more than ${messageLimit} bytes long: '${message.length}'.` };
  return composition;
}

type Stamp = Parameters<typeof compose>[1];
type Lists = Readonly<Record<'from' | 'to' | 'cc' | 'bcc' | 'replyTo', readonly MailAddress[]>>;

async function composeSimple(content: SimpleContent, lists: Lists, stamp: Stamp): Promise<Composition> {
  const [from] = lists.from;
  if (from === undefined) return { ok: false, message: 'FromEmailAddress is missing.' };
  const message = await new MailComposer({
    from,
    to: [...lists.to],
    cc: [...lists.cc],
    replyTo: [...lists.replyTo],
    subject: content.Subject,
    ...(content.Body.Text != null && { text: content.Body.Text }),
    ...(content.Body.Html != null && { html: content.Body.Html }),
    headers: (content.Headers ?? []).map(({ Name, Value }) => ({ key: Name, value: Value })),
    date: stamp.date,
    messageId: `<${stamp.messageId}>`,
    encoding: 'quoted-printable',
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  return { ok: true, mail: { from: from.address, to: recipients(lists), subject: content.Subject, message } };
}

async function composeRaw(raw: Buffer = Buffer.alloc(0), lists: Lists, stamp: Stamp): Promise<Composition> {
  // One character per byte, so that line ends can be mended without touching any other byte.
  const text = raw.toString('latin1').replace(/\r\n|\r|\n/g, '\r\n');
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return { ok: false, message: 'The raw message has no header section.' };
  const fields = text.slice(0, end).split(/\r\n(?![ \t])/);
  if (!fields.every((field) => /^[!-9;-~]+:/.test(field)))
    return { ok: false, message: 'The raw message has an invalid header.' };
  const kept = fields.filter((field) => !/^(date|message-id|bcc):/i.test(field));
  const own = [`Date: ${stamp.date.toUTCString().replace('GMT', '+0000')}`, `Message-ID: <${stamp.messageId}>`];
  const message = Buffer.from(`${[...own, ...kept].join('\r\n')}${text.slice(end)}`, 'latin1');

  const header = (name: string): string[] => {
    const found = fields.find((field) => field.toLowerCase().startsWith(`${name}:`));
    return found === undefined ? [] : splitAddresses(found.slice(name.length + 1));
  };
  const inHeader = readAll({
    from: header('from'),
    to: header('to'),
    cc: header('cc'),
    bcc: header('bcc'),
    replyTo: [],
  });
  if (typeof inHeader === 'string') return { ok: false, message: inHeader };
  if (inHeader.from.length !== 1) return { ok: false, message: "The raw message needs one 'From' header." };
  const [from] = lists.from.length > 0 ? lists.from : inHeader.from;
  const stated = recipients(lists);
  const { subject = '' } = await PostalMime.parse(message);
  return {
    ok: true,
    mail: {
      from: from?.address ?? '',
      to: stated.length > 0 ? stated : recipients(inHeader),
      subject,
      message,
    },
  };
}

/** Every address of every list, or the first complaint. */
function readAll(lists: Readonly<Record<keyof Lists, readonly string[]>>): Lists | string {
  const complaints: string[] = [];
  const read = (list: readonly string[]): MailAddress[] =>
    list.flatMap((text) => {
      const reading = readAddress(text);
      if (reading.ok) return [reading.address];
      complaints.push(reading.message);
      return [];
    });
  const result = {
    from: read(lists.from),
    to: read(lists.to),
    cc: read(lists.cc),
    bcc: read(lists.bcc),
    replyTo: read(lists.replyTo),
  };
  return complaints[0] ?? result;
}

/** A header's comma-separated addresses; commas in quotes do not separate. */
function splitAddresses(value: string): string[] {
  const unfolded = value.replace(/\r\n[ \t]+/g, ' ');
  const parts = unfolded.match(/(?:"(?:[^"\\]|\\.)*"|[^,])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function recipients(lists: Lists): string[] {
  return [...lists.to, ...lists.cc, ...lists.bcc].map((mailbox) => mailbox.address);
}
