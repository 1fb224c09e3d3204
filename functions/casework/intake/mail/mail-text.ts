import type { Classification } from '#domain/mail/classify.ts';
import { markLines } from '#domain/mail/marks.ts';
import type { ParsedMail } from '#domain/mail/parts/parse.ts';
import { textToRead } from '#domain/mail/words/readings.ts';

/**
 * The subject and the whole text of a mail, as plain text for staff, cut at `bytes` bytes. If the sender is not
 * authenticated, the first line says so.
 */
export function mailText(mail: ParsedMail, { authenticated }: Classification, bytes: number): string {
  const whole =
    `${authenticated ? '' : `${markLines['sender-not-proven']}\n`}${mail.subject}\n\n${textToRead(mail)}`.trim();
  return Buffer.byteLength(whole) <= bytes
    ? whole
    : Buffer.from(whole)
        .subarray(0, bytes)
        .toString('utf8')
        .replace(/\ufffd+$/, '');
}
