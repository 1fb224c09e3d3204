import { normalisePersonnummer } from '#domain/identifiers/personnummer.ts';
import type { LetterContent } from './letters.ts';

/** Other people may read a letter. The functions in this file decide what a letter leaves out for that reason. */

/**
 * Whether the footer of a letter says what the person requested.
 *
 * In letters to other organisations, to staff and to an old contact point, the footer does not say it, because somebody
 * else reads them. Letters about a complaint or a breach do not need to say it.
 */
export function tellsOfRequest(content: LetterContent): boolean {
  // The address that receives this code is not proven yet, so a stranger may read the letter.
  if (content.kind === 'one-time-code' && content.purpose === 'contact') return false;
  return ![
    'recipient-notice',
    'complaint-acknowledgement',
    'breach-notice',
    'processor-task',
    'staff-alert',
    'contact-changed',
  ].includes(content.kind);
}

/**
 * Whether an organisation number is a personnummer, as for a sole trader. The third digit of a legal person's number is
 * at least 2.
 */
export function isPersonnummerShaped(organisationNumber: string): boolean {
  return /^\d\d[01]/.test(organisationNumber);
}

const number = /(?<![\p{L}\d])(?:\d{2})?\d{6}[-+\u2010-\u2013\s]?[\dRSTUWXJKLMNP]\d{3}(?![\p{L}\d])/giu;

/**
 * Replaces every personnummer and samordningsnummer in the text by `instead`. A number whose date of birth would be
 * after `today` (`YYYY-MM-DD`) is kept, because it cannot be a personnummer.
 */
export function withoutPersonnummer(text: string, instead: string, today: string): string {
  return text.replaceAll(number, (found) =>
    normalisePersonnummer(found.replace(/\s/, '-'), today, true).valid ? instead : found,
  );
}
