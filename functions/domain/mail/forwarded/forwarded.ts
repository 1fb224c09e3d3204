import { isOurs, type Ours } from '../sender/own-addresses.ts';
import { emailAddress } from '../sender/sender.ts';
import type { ParsedMail } from '../parts/parse.ts';
import { headAt, withHeadsInLines } from '../words/quotation.ts';
import { ownWords } from '../words/own-words.ts';
import { writtenDate } from './written-date.ts';

/** A request that a colleague forwarded. */
export interface Forwarded {
  /** The address of the requester, from the head of the forwarded mail. Nothing authenticates it. */
  readonly requester: string;
  readonly subject: string;
  /** The requester's own words. */
  readonly text: string;
  /** When the forwarded mail was sent, ISO 8601 with offset, if the head has a date. */
  readonly receivedAt: string | undefined;
}

/**
 * The first mail from an outsider (an address that is not `ours`) in a mail that a colleague forwarded. That mail is
 * attached as a file, or it follows lines such as "From:" and "Date:" in the text.
 */
export function forwardedRequest(mail: ParsedMail, ours: Ours, timeZone: string): Forwarded | undefined {
  for (const enclosed of mail.enclosed) {
    const [author] = enclosed.from;
    const address = author === undefined ? undefined : emailAddress(author.address);
    if (address !== undefined && !isOurs(address, ours))
      return {
        requester: address,
        subject: enclosed.subject,
        text: ownWords(enclosed.text),
        receivedAt: writtenDate(enclosed.headers.get('date')?.[0] ?? '', timeZone),
      };
  }
  const lines = withHeadsInLines(mail.text.split('\n').map((line) => line.replace(/^(>\s?)+/, '')));
  for (let at = 0; at < lines.length; at += 1) {
    const head = headAt(lines, at);
    if (head === undefined) continue;
    const address = addressIn(head.from);
    at = head.end - 1;
    if (address === undefined || isOurs(address, ours)) continue;
    return {
      requester: address,
      subject: head.subject,
      text: ownWords(lines.slice(head.end).join('\n')),
      receivedAt: writtenDate(head.date, timeZone),
    };
  }
  return undefined;
}

/**
 * The address in a written From line. If the line has brackets, the address in the brackets counts, because the name
 * before them may look like another address.
 */
function addressIn(field: string): string | undefined {
  const bracketed = [...field.matchAll(/[<[]\s*(?:mailto:)?([^\s<>"'()[\],;:]+@[^\s<>"'()[\],;:]+)\s*[>\]]/g)].at(
    -1,
  )?.[1];
  const written = bracketed ?? /(?:mailto:)?([^\s<>"'()[\],;:]+@[^\s<>"'()[\],;:]+)/.exec(field)?.[1];
  return written === undefined ? undefined : emailAddress(written);
}
