import type { Language } from '../language.ts';

/** Formats a number with the thousands separators and the decimal sign of the language. */
export function count(value: number, language: Language): string {
  return value.toLocaleString(locales[language]);
}

/** Formats an instant (ISO 8601) as a date and a time of day in the time zone (IANA name). */
export function instantWords(instant: string, language: Language, timeZone: string): string {
  return formatter(language, timeZone, 'short').format(new Date(instant));
}

/** Formats a date (`YYYY-MM-DD`) with the month in words. */
export function dateWords(date: string, language: Language): string {
  return formatter(language, 'UTC', undefined).format(new Date(`${date}T00:00:00Z`));
}

const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

// `Intl.DateTimeFormat` is slow to construct, so each formatter is constructed once and reused.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, timeZone: string, timeStyle: 'short' | undefined): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${timeStyle ?? ''}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle, timeZone });
  formatters.set(key, made);
  return made;
}
