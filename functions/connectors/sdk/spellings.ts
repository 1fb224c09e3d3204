import { domainToUnicode } from 'node:url';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { numberPlans } from '#domain/identifiers/number-plans.cjs';

/**
 * The usual spellings of a normalised identifier, for vendors whose search compares texts. The caller searches once
 * with each.
 */
export function spellings(identifier: Identifier): readonly string[] {
  const { kind, value } = identifier;
  switch (kind) {
    case 'email':
      return once([value, unicodeDomain(value)]);
    case 'phone': {
      const phone = numberPlans().parsePhoneNumberFromString(value);
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
      // From the year in which a person turns 100, `+` replaces `-`.
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
 * The texts with which a search by `ILIKE '%text%'` finds a number in any spelling. The texts are as few as possible,
 * and the caller compares the whole number with each result.
 *
 * For a personnummer or an organisation number it is the last four digits, which are adjacent in every spelling. For a
 * telephone number it is the digits after the area code, because people put the area code in brackets. These digits are
 * searched in their usual groups, and with any characters between the digits.
 */
export function substringSpellings(identifier: Identifier): readonly string[] {
  const { kind, value } = identifier;
  switch (kind) {
    case 'phone': {
      const groups = subscriberGroups(value);
      const digits = groups.join('');
      // In `ILIKE`, `%` stands for any characters.
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
 * The texts for a vendor that does not say how its search divides texts into words. The texts are all usual spellings,
 * and parts of the number. Each part is searched with each usual separator between its groups of digits. The caller
 * compares the whole number with each result.
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

// A search for fewer digits would find too many other people.
const leastSubscriberDigits = 5;

/**
 * The digits of a telephone number after the area code, in their usual groups. If these are too few, the area code is
 * included. Another value is returned as one group.
 */
function subscriberGroups(value: string): readonly string[] {
  const phone = numberPlans().parsePhoneNumberFromString(value);
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
