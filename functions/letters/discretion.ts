import { normalisePersonnummer } from '#domain/identifiers/personnummer.ts';
import type { LetterContent } from './letters.ts';

/** What a letter leaves out, because others may read mail. */

/**
 * Whether the foot of a letter says what was asked for. It does not in letters to other organisations, to staff or to
 * an earlier contact point, nor in letters about something else (a complaint, a breach).
 */
export function tellsOfRequest(content: LetterContent): boolean {
  // A code to an unproven address may reach a stranger.
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
 * Whether an organisation number is a sole trader's personnummer: the third digit of a legal person's number is at
 * least 2.
 */
export function isPersonnummerShaped(organisationNumber: string): boolean {
  return /^\d\d[01]/.test(organisationNumber);
}

const number = /(?<![\p{L}\d])(?:\d{2})?\d{6}[-+\u2010-\u2013\s]?[\dRSTUWXJKLMNP]\d{3}(?![\p{L}\d])/giu;

/**
 * A text with every personnummer and samordningsnummer replaced by `instead`, whoever wrote it: a mail never contains
 * one. `today` is `YYYY-MM-DD`, because nobody was born later.
 */
export function withoutPersonnummer(text: string, instead: string, today: string): string {
  return text.replaceAll(number, (found) =>
    normalisePersonnummer(found.replace(/\s/, '-'), today, true).valid ? instead : found,
  );
}
