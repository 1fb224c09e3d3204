import { domainToUnicode } from 'node:url';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Identifier } from '#domain/identifiers/identifier.ts';

/**
 * The ways in which systems commonly spell a normalised identifier, for vendors whose search compares texts: the
 * search has to be made once for each. Most likely first, each once.
 */
export function spellings(identifier: Identifier): readonly string[] {
  const { kind, value } = identifier;
  switch (kind) {
    case 'email':
      return once([value, unicodeDomain(value)]);
    case 'phone': {
      const phone = parsePhoneNumberFromString(value);
      if (phone === undefined) return [value];
      const national = phone.formatNational();
      return once([
        value,
        national,
        national.replace(/\D/g, ''),
        national.replaceAll(' ', ''),
        phone.formatInternational(),
      ]);
    }
    case 'personnummer': {
      const [date, end] = [value.slice(0, 8), value.slice(8)];
      // `+` is written in place of `-` from the year in which somebody turns a hundred.
      return [`${date}-${end}`, value, `${date.slice(2)}-${end}`, value.slice(2), `${date.slice(2)}+${end}`];
    }
    case 'organisationNumber':
      return [`${value.slice(0, 6)}-${value.slice(6)}`, value];
    case 'customerNumber':
    case 'orderNumber':
    case 'contractNumber':
      return [value];
  }
}

/**
 * The fewest texts to ask a vendor for whose search is a substring search: country code, trunk zero and century are
 * left out, and so is every spelling that contains another one.
 */
export function substringSpellings(identifier: Identifier): readonly string[] {
  const parts = once(spellings(identifier).map((spelling) => withoutPrefix(identifier, spelling)));
  return parts.filter((part) => !parts.some((other) => other !== part && part.includes(other)));
}

function withoutPrefix({ kind, value }: Identifier, spelling: string): string {
  if (kind !== 'phone') return spelling;
  const phone = parsePhoneNumberFromString(value);
  if (phone === undefined) return spelling;
  return spelling.replace(`+${phone.countryCallingCode}`, '').replace(/^[^1-9]+/, '');
}

function unicodeDomain(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, at)}@${domainToUnicode(email.slice(at + 1))}`;
}

function once(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
