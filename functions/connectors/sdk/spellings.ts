import { domainToUnicode } from 'node:url';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Identifier } from '#domain/identifiers/identifier.ts';

/**
 * Common spellings of a normalised identifier, for vendors whose search compares texts: each spelling needs a search of
 * its own. Most likely first, each once.
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
      // `+` replaces `-` from the year in which a person turns a hundred.
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
 * The fewest texts with which a vendor with the search `ILIKE '%text%'` finds a number in any spelling. For a
 * personnummer or an organisation number: the last four characters, which every spelling keeps together; the caller
 * compares the rest. For a telephone number: the digits after the area code, which people put in brackets, in the usual
 * groups and with anything between the digits.
 */
export function substringSpellings(identifier: Identifier): readonly string[] {
  const { kind, value } = identifier;
  switch (kind) {
    case 'phone': {
      const groups = subscriberGroups(value);
      const digits = groups.join('');
      // A per cent sign stands for any characters.
      return once([digits, groups.join(' '), groups.join('-'), [...digits].join('%')]);
    }
    case 'personnummer':
    case 'organisationNumber':
      return [value.slice(-4)];
    case 'email':
    case 'customerNumber':
    case 'orderNumber':
    case 'contractNumber':
      return spellings(identifier);
  }
}

/**
 * The texts for a vendor whose search does not document how it divides texts into words: every usual spelling as a
 * whole, and as in `substringSpellings` the parts that other spellings keep together, with each common separator
 * between groups of digits. The caller compares the results with the identifier.
 */
export function textSpellings(identifier: Identifier): readonly string[] {
  const { kind, value } = identifier;
  const whole = spellings(identifier);
  switch (kind) {
    case 'phone': {
      const groups = subscriberGroups(value);
      return once([...whole, ...['', ' ', '-', '.', '\u00a0', '\u202f'].map((mark) => groups.join(mark))]);
    }
    case 'personnummer':
    case 'organisationNumber':
    case 'email':
    case 'customerNumber':
    case 'orderNumber':
    case 'contractNumber':
      return once([...whole, ...substringSpellings(identifier)]);
  }
}

// Fewer digits would match too many strangers.
const leastSubscriberDigits = 5;

/** The digits after the area code, in their usual groups; the whole value if it is no telephone number. */
function subscriberGroups(value: string): readonly string[] {
  const phone = parsePhoneNumberFromString(value);
  if (phone === undefined) return [value];
  const national = phone.formatNational().replace(/^\D*/, '');
  const subscriber = national.replace(/^\d+\D+/, '');
  const isLong = subscriber.replaceAll(/\D/g, '').length >= leastSubscriberDigits;
  const usual = isLong ? subscriber : national.replace(/^0+/, '');
  return usual.split(/\D+/);
}

function unicodeDomain(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, at)}@${domainToUnicode(email.slice(at + 1))}`;
}

function once(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
