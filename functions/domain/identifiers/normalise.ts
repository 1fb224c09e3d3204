import { getCountryCallingCode, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { luhn } from './luhn.ts';
import type { IdentifierKind, InvalidReason, Normalised } from './identifier.ts';
import { inFormat, type NumberFormats } from './number-formats.ts';
import { normalisePersonnummer } from './personnummer.ts';
import { plainNumber } from './written-number.ts';

// Control and format characters (zero width, direction), unpaired surrogates and line separators. They are refused,
// because two values that look the same must be the same.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

/** What the result depends on besides the value. */
export interface NormaliseContext {
  /**
   * The local calendar date, `YYYY-MM-DD`. It decides the century of a personnummer, and dates after it are refused.
   */
  readonly today: string;
  /** The country of telephone numbers that are written without a country code. The default is Sweden. */
  readonly region?: CountryCode | undefined;
  /** Whether the controller accepts interim numbers in place of a personnummer. */
  readonly allowInterim?: boolean | undefined;
  /** The formats of the controller's own numbers. If a kind has no format, any text is accepted. */
  readonly numbers?: NumberFormats | undefined;
}

/**
 * Checks and normalises a value that somebody typed or that a system has. Equal identifiers become equal texts. Errors
 * are returned, not thrown, and never contain the value.
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

/** Whether only the digits of the kind count. In an address and in a controller's own number every character counts. */
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
 * Upper and lower case make no difference. Every other difference counts, because `an.s+x@x.se` and `an.s@x.se` may be
 * two people. The local part may contain only characters that occur in real addresses, so that no text can be read as
 * two addresses.
 */
function normaliseEmail(value: string): Normalised {
  const match = /^([A-Za-z0-9.!#$%&'*+/=?^_`{|}~\u00a1-\uffff-]{1,64})@([^@\s]{1,190})$/.exec(value);
  const [, local = '', domain = ''] = match ?? [];
  if (match === null || local.startsWith('.') || local.endsWith('.') || local.includes('..') || /\s/.test(local))
    return invalid('not-an-address');
  const folded = local.normalize('NFC').toLowerCase();
  // The Kelvin sign becomes an ASCII k in lower case. Such an address is refused, because it would become another
  // address.
  if (isAscii(folded) && !isAscii(local)) return invalid('not-an-address');
  const ascii = asciiDomain(domain);
  if (ascii === undefined) return invalid('not-an-address');
  const address = `${folded}@${ascii}`;
  return address.length > 254 ? invalid('too-long') : { valid: true, identifier: { kind: 'email', value: address } };
}

function isAscii(text: string): boolean {
  return /^[\u0000-\u007f]*$/.test(text);
}

/** The host name with A-labels, or `undefined` if it is not valid or has only one label. */
function asciiDomain(domain: string): string | undefined {
  if (!URL.canParse(`http://${domain}/`)) return undefined;
  const host = new URL(`http://${domain}/`).hostname;
  const labels = host.split('.');
  const isName = labels.length > 1 && labels.every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label));
  const isAddress = /^[\d.]+$/.test(host);
  // The URL parser drops what a host name cannot contain (a port, user info). The number of labels then differs from
  // the typed text.
  const sameLength = domain.split(/[.\u3002\uff0e\uff61]/).length === labels.length;
  return isName && !isAddress && sameLength && !/[/:?#[\]\\%]/.test(domain) ? host : undefined;
}

/**
 * The number in E.164. A number without a country code is a number of `region`. Such a number must exist in the
 * numbering plan of that country. Of other countries only the length is checked, because their plans may change without
 * our knowledge.
 */
function normalisePhone(value: string, region: CountryCode): Normalised {
  const digits = value.replace(/^tel: ?/i, '');
  if (!/^[+([\d][+\d ()[\]./-]{3,60}$/.test(digits)) return invalid('not-a-phone-number');
  // Brackets make no difference. They are around an area code, (070), around a country code, (+46), or around the zero
  // that is omitted after the country code, (0).
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

/**
 * An organisation number has ten digits. The third digit is at least 2, and the check digit is right (Luhn). A hyphen
 * or space may be before the last four digits. The prefix 16 is optional.
 */
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
