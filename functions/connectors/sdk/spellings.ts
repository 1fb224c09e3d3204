import { domainToUnicode } from 'node:url';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Identifier } from '#domain/identifiers/identifier.ts';

/**
 * Common spellings of a normalised identifier, for vendors whose search compares texts. Each spelling needs a search of
 * its own. The list begins with the most likely spelling, and has each spelling once.
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
      // `+` replaces `-` from the year in which a person turns 100.
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
 * The fewest texts with which a search by `ILIKE '%text%'` finds a number in any spelling. For a personnummer or an
 * organisation number this is one text: the last four characters, which are adjacent in every spelling. The caller
 * compares the rest of the number. For a telephone number these are the digits after the area code, which people often
 * put in brackets. They are searched in their usual groups, and with anything between the digits.
 */
export function substringSpellings(identifier: Identifier): readonly string[] {
  const { kind, value } = identifier;
  switch (kind) {
    case 'phone': {
      const groups = subscriberGroups(value);
      const digits = groups.join('');
      // `%` stands for any characters.
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
 * Texts for a vendor that does not document how its search divides texts into words. They are every usual spelling as a
 * whole, and the parts of a number from `substringSpellings`. Each part is searched with each common separator between
 * its groups of digits. The caller compares the results with the identifier.
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

// A shorter text would find too many other people.
const leastSubscriberDigits = 5;

/** The digits after the area code, in their usual groups. A value that is no telephone number is one group. */
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
