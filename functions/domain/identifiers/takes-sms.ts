import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Identifier } from './identifier.ts';

/**
 * Whether a number can receive an SMS: a mobile number of one of the countries (ISO 3166-1), or a number of a country
 * whose plan does not distinguish mobile from fixed.
 */
export function takesSms({ kind, value }: Identifier, countries: readonly string[]): boolean {
  if (kind !== 'phone') return false;
  const number = parsePhoneNumberFromString(value);
  if (number?.country === undefined || !countries.includes(number.country)) return false;
  const type = number.getType();
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE';
}
