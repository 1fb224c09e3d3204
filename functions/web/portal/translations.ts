import type { Language } from '#domain/language.ts';
import { english } from './en.ts';
import { swedish } from './sv.ts';
import type { PortalWords } from './portal-words.ts';

/** The texts of the portal by language. */
export const wordsIn: Readonly<Record<Language, PortalWords>> = { sv: swedish, en: english };

const locales = { sv: 'sv-SE', en: 'en-GB' } as const;

/** Writes a local date (`YYYY-MM-DD`) as text, for example `21 december 2026`. */
export function dateInWords(date: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** Writes an instant (ISO 8601) as local date and time, for example `21 november 2026 kl. 14:03`. */
export function momentInWords(instant: string, timeZone: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone });
  return format.format(new Date(instant));
}

/** Writes an instant (ISO 8601) as local time of day, for example `14:03`. */
export function timeInWords(instant: string, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone }).format(new Date(instant));
}
