import { getCountryCallingCode, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { luhn } from './luhn.ts';
import type { IdentifierKind, InvalidReason, Normalised } from './identifier.ts';
import { inFormat, type NumberFormats } from './number-formats.ts';
import { normalisePersonnummer } from './personnummer.ts';
import { plainNumber } from './written-number.ts';

// Control and format characters (zero width, direction), unpaired surrogates, line separators: two values that look the
// same must be the same.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

/** What the check depends on beside the value. */
export interface NormaliseContext {
  /**
   * The local calendar date, `YYYY-MM-DD`: needed for the century of a personnummer, and to refuse dates in the future.
   */
  readonly today: string;
  /** The country of telephone numbers without a country code; absent: Sweden. */
  readonly region?: CountryCode | undefined;
  /** Whether the controller accepts interim numbers in place of a personnummer. */
  readonly allowInterim?: boolean | undefined;
  /** The formats of the controller's own numbers. A kind without a format accepts any text. */
  readonly numbers?: NumberFormats | undefined;
}

/**
 * Normalises and validates what somebody typed or a system holds, so that equal identifiers are equal texts.
 * Errors are values; the given value is never part of one.
 */
export function normalise(kind: IdentifierKind, raw: string, context: NormaliseContext): Normalised {
  if (raw.trim().length > 254) return invalid('too-long');
  const value = isWrittenInMarks(kind) ? plainNumber(raw) : raw.trim();
  if (value === '') return invalid('empty');
  if (unseen.test(value)) return invalid('control-character');
  switch (kind) {
    case 'email':
      return normaliseEmail(value);
    case 'phone':
      return normalisePhone(value, context.region ?? 'SE');
    case 'personnummer': {
      const result = normalisePersonnummer(value, context.today, context.allowInterim);
      return result.valid
        ? { valid: true, identifier: { kind, value: result.digits } }
        : { valid: false, reason: result.reason };
    }
    case 'organisationNumber':
      return normaliseOrganisationNumber(value);
    case 'customerNumber':
    case 'orderNumber':
    case 'contractNumber': {
      const format = context.numbers?.[kind];
      const spelled = format === undefined ? value : inFormat(value, format);
      return spelled === undefined
        ? invalid('not-in-the-format')
        : { valid: true, identifier: { kind, value: spelled } };
    }
  }
}

/** Only the digits of these count. An address or a controller's own number is taken letter by letter. */
function isWrittenInMarks(kind: IdentifierKind): boolean {
  switch (kind) {
    case 'phone':
    case 'personnummer':
    case 'organisationNumber':
      return true;
    case 'email':
    case 'customerNumber':
    case 'orderNumber':
    case 'contractNumber':
      return false;
  }
}

/**
 * Upper and lower case are the same address; no other difference is ignored, because `an.s+x@x.se` and `an.s@x.se` may
 * be two people. The local part may contain only characters of real addresses, so that no text can be read as two
 * addresses.
 */
function normaliseEmail(value: string): Normalised {
  const match = /^([A-Za-z0-9.!#$%&'*+/=?^_`{|}~\u00a1-\uffff-]{1,64})@([^@\s]{1,190})$/.exec(value);
  const [, local = '', domain = ''] = match ?? [];
  if (match === null || local.startsWith('.') || local.endsWith('.') || local.includes('..') || /\s/.test(local))
    return invalid('not-an-address');
  const folded = local.normalize('NFC').toLowerCase();
  // The Kelvin sign becomes a k in lower case: no letter may change its alphabet.
  if (isAscii(folded) && !isAscii(local)) return invalid('not-an-address');
  const ascii = asciiDomain(domain);
  if (ascii === undefined) return invalid('not-an-address');
  const address = `${folded}@${ascii}`;
  return address.length > 254 ? invalid('too-long') : { valid: true, identifier: { kind: 'email', value: address } };
}

function isAscii(text: string): boolean {
  return /^[\u0000-\u007f]*$/.test(text);
}

/** The A-label form of a host name with at least two labels, or `undefined`. */
function asciiDomain(domain: string): string | undefined {
  if (!URL.canParse(`http://${domain}/`)) return undefined;
  const host = new URL(`http://${domain}/`).hostname;
  const labels = host.split('.');
  const isName = labels.length > 1 && labels.every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label));
  const isAddress = /^[\d.]+$/.test(host);
  // The parser drops what a host name cannot contain (a port, user info): the result then differs from the typed text.
  const sameLength = domain.split(/[.\u3002\uff0e\uff61]/).length === labels.length;
  return isName && !isAddress && sameLength && !/[/:?#[\]\\%]/.test(domain) ? host : undefined;
}

/**
 * E.164. Numbers without a country code belong to `region`. A number of that country must exist in its numbering plan.
 * For other countries, whose plans may change without our knowledge, only the length is checked.
 */
function normalisePhone(value: string, region: CountryCode): Normalised {
  const digits = value.replace(/^tel: ?/i, '');
  if (!/^[+([\d][+\d ()[\]./-]{3,60}$/.test(digits)) return invalid('not-a-phone-number');
  // Brackets do not matter: (070), (+46), and (0) for the zero that is omitted after the country code.
  const bare = digits
    .replace(/^[([] ?(\+[\d ]+)[)\]]/, '$1')
    .replaceAll(/[()[\]]/g, ' ')
    .trim();
  if (bare.includes('+', 1)) return invalid('not-a-phone-number');
  const parsed = parsePhoneNumberFromString(bare, region);
  const home = parsed?.countryCallingCode === getCountryCallingCode(region);
  if (parsed === undefined || !(home ? parsed.isValid() : parsed.isPossible())) return invalid('not-a-phone-number');
  return { valid: true, identifier: { kind: 'phone', value: parsed.number } };
}

/** Ten digits, the third at least 2, Luhn; a hyphen or space before the last four, optional prefix 16. */
function normaliseOrganisationNumber(value: string): Normalised {
  const match = /^(?:16)?(\d{6}) ?-? ?(\d{4})$/.exec(value);
  if (match === null) return invalid('not-an-organisation-number');
  const digits = `${match[1] ?? ''}${match[2] ?? ''}`;
  if (Number(digits[2]) < 2) return invalid('not-an-organisation-number');
  return luhn(digits)
    ? { valid: true, identifier: { kind: 'organisationNumber', value: digits } }
    : invalid('check-digit');
}

function invalid(reason: InvalidReason): Normalised {
  return { valid: false, reason };
}
