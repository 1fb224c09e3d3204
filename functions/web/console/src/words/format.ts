import type { Language } from '#domain/language.ts';

const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };
const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/** Formats a date (`2026-12-21`). The reader's time zone has no influence. */
export function dateInWords(date: string, language: Language): string {
  return format(date, language, { ...day, timeZone: 'UTC' });
}

/**
 * Formats an instant (ISO 8601) as date and time in a time zone (IANA name). The reader's time zone has no influence.
 */
export function instantInWords(instant: string, language: Language, timeZone: string): string {
  return format(instant, language, { ...day, hour: '2-digit', minute: '2-digit', timeZone });
}

/** Formats the time of day of an instant (milliseconds since the epoch); without `timeZone`, in that of the browser. */
export function timeInWords(instant: number, language: Language, timeZone: string | undefined): string {
  const options = { hour: '2-digit', minute: '2-digit', timeZone } as const;
  return new Intl.DateTimeFormat(locales[language], options).format(instant);
}

/** The name of a language (ISO 639). An unknown code is returned unchanged. */
export function languageInWords(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames(locales[language], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Formats an amount in hundredths of a currency (ISO 4217). */
export function moneyInWords(hundredths: number, currency: string, language: Language): string {
  return new Intl.NumberFormat(locales[language], { style: 'currency', currency }).format(hundredths / 100);
}

const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/**
 * Formats a size with its unit; a kilobyte has 1000 bytes. The smallest size is one kilobyte. Megabytes and gigabytes
 * have at most one decimal.
 */
export function sizeInWords(bytes: number, language: Language): string {
  const power = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 1), units.length);
  const amount = Math.max(bytes / 1000 ** power, 1);
  const options = { style: 'unit', unit: units[power - 1] ?? 'kilobyte', maximumFractionDigits: power === 1 ? 0 : 1 };
  return new Intl.NumberFormat(locales[language], { ...options, style: 'unit' }).format(amount);
}

function format(text: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? text : new Intl.DateTimeFormat(locales[language], options).format(instant);
}
