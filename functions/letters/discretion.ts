import { normalisePersonnummer } from '#domain/identifiers/personnummer.ts';
import type { LetterContent } from './letters.ts';

/** What a letter leaves out, because other people may read the person's mail. */

/**
 * Whether the foot of a letter says what the person asked for. Letters to other organisations, to staff and to an
 * earlier contact point do not say it. Letters about something else (a complaint, a breach) do not say it either.
 */
export function tellsOfRequest(content: LetterContent): boolean {
  // The address that this code is to prove may be a stranger's.
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
 * Whether an organisation number is the personnummer of a sole trader. In the number of a legal person the third digit
 * is at least 2.
 */
export function isPersonnummerShaped(organisationNumber: string): boolean {
  return /^\d\d[01]/.test(organisationNumber);
}

const number = /(?<![\p{L}\d])(?:\d{2})?\d{6}[-+\u2010-\u2013\s]?[\dRSTUWXJKLMNP]\d{3}(?![\p{L}\d])/giu;

/**
 * A text in which `instead` replaces every personnummer and samordningsnummer, because a mail never contains one.
 * `today` (`YYYY-MM-DD`) excludes numbers with a later date of birth.
 */
export function withoutPersonnummer(text: string, instead: string, today: string): string {
  return text.replaceAll(number, (found) =>
    normalisePersonnummer(found.replace(/\s/, '-'), today, true).valid ? instead : found,
  );
}
