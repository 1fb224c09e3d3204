import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Identifier } from './identifier.ts';

/**
 * Whether a number can receive an SMS: it belongs to one of the countries (ISO 3166-1), and is a mobile number. If the
 * numbering plan of the country does not distinguish mobile from fixed numbers, every number counts.
 */
export function takesSms({ kind, value }: Identifier, countries: readonly string[]): boolean {
  if (kind !== 'phone') return false;
  const number = parsePhoneNumberFromString(value);
  if (number?.country === undefined || !countries.includes(number.country)) return false;
  const type = number.getType();
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE';
}
