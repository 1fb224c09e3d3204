import { normalisePersonnummer } from '#domain/identifiers/personnummer.ts';
import type { LetterContent } from './letters.ts';

/** What a letter keeps to itself: it goes by mail, which others may read. */

/**
 * Whether a letter says at its foot what was asked for: not to other organisations, not to staff, not to a contact
 * point that is no longer the person's, and not where it is about something else (a complaint, a breach).
 */
export function tellsOfRequest(content: LetterContent): boolean {
  // A code for an address that nobody has proven may reach a stranger.
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

/** Whether an organisation number is a sole trader's personnummer: those of legal persons have a third digit ≥ 2. */
export function isPersonnummerShaped(organisationNumber: string): boolean {
  return /^\d\d[01]/.test(organisationNumber);
}

const number = /(?<![\p{L}\d])(?:\d{2})?\d{6}[-+\u2010-\u2013\s]?[\dRSTUWXJKLMNP]\d{3}(?![\p{L}\d])/giu;

/**
 * A text with every personnummer and samordningsnummer replaced by `instead` (never in clear in a mail), whoever wrote
 * it. `today` is `YYYY-MM-DD`: nobody was born later.
 */
export function withoutPersonnummer(text: string, instead: string, today: string): string {
  return text.replaceAll(number, (found) =>
    normalisePersonnummer(found.replace(/\s/, '-'), today, true).valid ? instead : found,
  );
}
