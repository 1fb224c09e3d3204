import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Identifier } from './identifier.ts';

/** Whether an SMS can reach this: a mobile number, or one of a country whose plan does not tell mobile from fixed. */
export function takesSms({ kind, value }: Identifier): boolean {
  if (kind !== 'phone') return false;
  const type = parsePhoneNumberFromString(value)?.getType();
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE';
}
