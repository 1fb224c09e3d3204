import { mediaTypeOf } from '../../media-type-of.ts';
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { readHtml } from '../html/html-text.ts';
import { bounds } from './parse.ts';
import { decodable } from './raw-text.ts';

/** A part of a mail that staff may look at. */
export interface MailPart {
  /** The name in the mail. This name is never used as a file name. */
  readonly name: string;
  /** The media type in the mail. `shown` has the real type of a picture. */
  readonly type: string;
  readonly bytes: number;
  readonly shown: ShownPart;
}

/** A part in a harmless form: as text, or as a picture whose first bytes show that it is one. */
export type ShownPart =
  | { readonly as: 'text'; readonly text: string }
  | { readonly as: 'picture'; readonly type: PictureType; readonly content: Uint8Array }
  | { readonly as: 'nothing' };

const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** A mail in the form in which staff look at it. */
export interface LookedAtMail {
  readonly from: string;
  readonly to: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly date: string;
  readonly text: string;
  /** All words of the HTML, if some of them are hidden; otherwise empty. */
  readonly hidden: string;
  readonly parts: readonly MailPart[];
}

/**
 * Splits a raw mail into the parts that staff look at; `undefined` if it cannot be split. No part is executed, and
 * nothing is fetched.
 */
export async function lookAt(raw: Uint8Array): Promise<LookedAtMail | undefined> {
  let email: Email;
  try {
    email = await PostalMime.parse(decodable(raw).bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: bounds.nesting,
      maxHeadersSize: bounds.headerBytes,
    });
  } catch {
    return undefined;
  }
  const field = (name: string): string =>
    email.headers
      .filter(({ key }) => key === name)
      .map(({ value }) => value)
      .join(', ')
      .slice(0, 1_000);
  const html = email.html === undefined ? undefined : readHtml(email.html);
  const shown = html === undefined || html.shown === '' ? '' : html.shown;
  const plain = email.text ?? '';
  return {
    from: field('from'),
    to: field('to'),
    replyTo: field('reply-to'),
    subject: (email.subject ?? '').slice(0, 1_000),
    date: field('date'),
    text: [plain, plain.trim() === shown.trim() ? '' : shown]
      .filter((one) => one.trim() !== '')
      .join('\n\n– HTML –\n\n'),
    hidden: html === undefined || html.whole === html.shown ? '' : html.whole,
    parts: email.attachments.map(partOf),
  };
}

function partOf({ filename, mimeType, content }: Attachment): MailPart {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return { name: (filename ?? '').slice(0, 200), type: mimeType, bytes: bytes.length, shown: shownAs(mimeType, bytes) };
}

/**
 * How a file can be viewed. Its first bytes decide whether it is a picture, because the media type in the mail is not
 * trusted. For text that media type is enough.
 */
export function shownAs(type: string, bytes: Uint8Array): ShownPart {
  const picture = pictureType(bytes);
  if (picture !== undefined) return { as: 'picture', type: picture, content: bytes };
  if (type === 'text/html' || type === 'application/xhtml+xml') return { as: 'text', text: htmlAsText(decoded(bytes)) };
  return type.startsWith('text/') || type.startsWith('message/')
    ? { as: 'text', text: decoded(bytes) }
    : { as: 'nothing' };
}

function htmlAsText(html: string): string {
  const { shown, whole } = readHtml(html);
  return shown === whole ? shown : `${shown}\n\n– Med dolda ord / With hidden words –\n\n${whole}`;
}

function decoded(bytes: Uint8Array): string {
  const start = [bytes[0], bytes[1]];
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function pictureType(bytes: Uint8Array): PictureType | undefined {
  const mediaType = mediaTypeOf(bytes);
  return pictureTypes.find((type) => type === mediaType);
}
