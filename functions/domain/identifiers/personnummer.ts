import { luhn } from './luhn.ts';
import type { InvalidReason } from './identifier.ts';
import { plainNumber } from './written-number.ts';

export type Personnummer =
  | {
      readonly valid: true;
      /** Twelve characters. In an interim number the ninth is a letter; all others are digits. */
      readonly digits: string;
      readonly kind: 'personnummer' | 'samordningsnummer' | 'interim';
      /** `YYYY-MM-DD`, or `null` if a samordningsnummer has an incomplete or impossible date. */
      readonly birthDate: string | null;
    }
  | { readonly valid: false; readonly reason: InvalidReason };

const written = /^(\d{2})? ?(\d{2})([- ]?)(\d{2})\3(\d{2}) ?([-+])? ?([\dRSTUWXJKLMNP]\d{2})(\d)$/i;

/**
 * Reads a Swedish personnummer, samordningsnummer or interim number in ten or twelve digits. The last four digits may
 * follow `-`, `+` or no sign. Spaces or hyphens may be between the parts of the date. The check digit must be right. A
 * personnummer has an existing date. A samordningsnummer has month 00-12 and day 60-91, because Skatteverket issues
 * incomplete and impossible dates. No date may be after `today` (`YYYY-MM-DD`). Ten digits with `-` or without a sign
 * have the latest date that is not in the future; with `+` the date is a hundred years earlier. Full-width digits are
 * refused. An interim number, which health care and education issue, has a letter as its first serial digit. The letter
 * counts as 1. Interim numbers are refused unless `allowInterim`, because they are not in the population register.
 */
export function normalisePersonnummer(value: string, today: string, allowInterim = false): Personnummer {
  const match = written.exec(plainNumber(value));
  if (match === null) return { valid: false, reason: 'not-a-personnummer' };
  const [, century, year = '', , month = '', day = '', sign, serialAsTyped = '', check = ''] = match;
  const serial = serialAsTyped.toUpperCase();
  const interim = /^[A-Z]/.test(serial);
  if (interim && !allowInterim) return { valid: false, reason: 'interim-number' };
  if (century !== undefined && !/^(18|19|20)$/.test(century)) return { valid: false, reason: 'no-such-date' };
  if (serial === '000') return { valid: false, reason: 'not-a-personnummer' };
  if (!luhn(`${year}${month}${day}${serial.replace(/^[A-Z]/, '1')}${check}`))
    return { valid: false, reason: 'check-digit' };

  // An interim number always has an existing date of birth.
  const coordination = !interim && Number(day) >= 60;
  const realDay = coordination ? Number(day) - 60 : Number(day);
  if (coordination && (Number(month) > 12 || realDay > 31)) return { valid: false, reason: 'no-such-date' };
  const fullYear = century === undefined ? latestYear(year, month, realDay, sign === '+', today) : `${century}${year}`;
  const date = `${fullYear}-${month}-${String(realDay).padStart(2, '0')}`;
  const exists = isDate(date);
  if (!coordination && !exists) return { valid: false, reason: 'no-such-date' };
  if (exists ? date > today : fullYear > today.slice(0, 4)) return { valid: false, reason: 'in-the-future' };
  return {
    valid: true,
    digits: `${fullYear}${month}${day}${serial}${check}`,
    kind: interim ? 'interim' : coordination ? 'samordningsnummer' : 'personnummer',
    birthDate: exists ? date : null,
  };
}

/** Whether twelve characters are a samordningsnummer. In a samordningsnummer 60 is added to the day of birth. */
export function isCoordinationNumber(digits: string): boolean {
  return /^\d{12}$/.test(digits) && Number(digits.slice(6, 8)) >= 60;
}

/**
 * Whether one person can have all of these numbers (twelve characters each). Nobody has two personnummer. A person with
 * a personnummer may also have an older samordningsnummer.
 */
export function canBeOnePersons(numbers: readonly string[]): boolean {
  const different = new Set(numbers);
  const coordination = [...different].filter(isCoordinationNumber).length;
  return coordination <= 1 && different.size - coordination <= 1;
}

/** The latest year in which the date is not after `today`. If `plus` is true, the year is a hundred years earlier. */
function latestYear(year: string, month: string, day: number, plus: boolean, today: string): string {
  const thisCentury = Number(today.slice(0, 2));
  const candidate = `${thisCentury}${year}-${month}-${String(day).padStart(2, '0')}`;
  const century = candidate > today ? thisCentury - 1 : thisCentury;
  return `${plus ? century - 1 : century}${year}`;
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
