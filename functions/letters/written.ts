import type { Language } from '#domain/language.ts';
import type { LetterDate, Money } from './parts.ts';

const months: Readonly<Record<Language, readonly string[]>> = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/**
 * Writes the month of a date in words: `2026-04-03` becomes "3 april 2026" or "3 April 2026". Throws if `date` does not
 * have the form `YYYY-MM-DD`.
 */
export function writtenDate(date: LetterDate, language: Language): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const name = months[language][Number(month) - 1];
  if (name === undefined) throw new Error('a letter was given a date that is not YYYY-MM-DD');
  return `${Number(day)} ${name} ${year}`;
}

/** Writes an amount: "120,50 kr" or "SEK 120.50". Zero decimals are left out. */
export function writtenMoney({ amount, currency }: Money, language: Language): string {
  const whole = String(Math.trunc(amount / 100));
  const rest = amount % 100;
  const decimals = rest === 0 ? '' : String(rest).padStart(2, '0');
  switch (language) {
    case 'sv':
      return `${whole}${decimals && `,${decimals}`} ${currency === 'SEK' ? 'kr' : currency}`;
    case 'en':
      return `${currency} ${whole}${decimals && `.${decimals}`}`;
  }
}
