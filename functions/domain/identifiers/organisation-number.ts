import { invalid, type Normalised } from './identifier.ts';
import { luhn } from './luhn.ts';
import { readableText } from './readable-text.ts';
import { plainNumber } from './written-number.ts';

/**
 * An organisation number has ten digits. The third digit is at least 2, and the check digit is right (Luhn). A hyphen
 * or space may be before the last four digits. The prefix 16 is optional.
 */
export function normaliseOrganisationNumber(raw: string): Normalised {
  const read = readableText(raw, plainNumber);
  if (!read.ok) return invalid(read.reason);
  const match = /^(?:16)?(\d{6}) ?-? ?(\d{4})$/.exec(read.text);
  if (match === null) return invalid('not-an-organisation-number');
  const digits = `${match[1] ?? ''}${match[2] ?? ''}`;
  if (Number(digits[2]) < 2) return invalid('not-an-organisation-number');
  return luhn(digits)
    ? { valid: true, identifier: { kind: 'organisationNumber', value: digits } }
    : invalid('check-digit');
}
