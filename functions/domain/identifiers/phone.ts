import type { CountryCode } from 'libphonenumber-js/max';
import { invalid, type Identifier, type Normalised } from './identifier.ts';
import { numberPlans } from './number-plans.cjs';
import { readableText } from './readable-text.ts';
import { plainNumber } from './written-number.ts';

/**
 * Checks a telephone number and gives it in E.164. A number without a country code is a number of `region`. A number
 * with the country code of `region`, written or added, must exist in its numbering plan. For other countries only the
 * length is checked, because their plans may change without our knowledge.
 */
export function normalisePhone(raw: string, region: CountryCode): Normalised {
  const read = readableText(raw, plainNumber);
  if (!read.ok) return invalid(read.reason);
  const digits = read.text.replace(/^tel: ?/i, '');
  if (!/^[+([\d][+\d ()[\]./-]{3,60}$/.test(digits)) return invalid('not-a-phone-number');
  // Brackets make no difference. Brackets may be around an area code, (070), around a country code, (+46), or around
  // the zero that is omitted after the country code, (0).
  const bare = digits
    .replace(/^[([] ?(\+[\d ]+)[)\]]/, '$1')
    .replaceAll(/[()[\]]/g, ' ')
    .trim();
  if (bare.includes('+', 1)) return invalid('not-a-phone-number');
  const { getCountryCallingCode, parsePhoneNumberFromString } = numberPlans();
  const parsed = parsePhoneNumberFromString(bare, region);
  const home = parsed?.countryCallingCode === getCountryCallingCode(region);
  if (parsed === undefined || !(home ? parsed.isValid() : parsed.isPossible())) return invalid('not-a-phone-number');
  return { valid: true, identifier: { kind: 'phone', value: parsed.number } };
}

/**
 * Whether a number can receive an SMS: it belongs to one of the countries (ISO 3166-1), and is a mobile number. If the
 * numbering plan of the country does not distinguish mobile from fixed numbers, every number counts.
 */
export function takesSms({ kind, value }: Identifier, countries: readonly string[]): boolean {
  if (kind !== 'phone') return false;
  const number = numberPlans().parsePhoneNumberFromString(value);
  if (number?.country === undefined || !countries.includes(number.country)) return false;
  const type = number.getType();
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE';
}
