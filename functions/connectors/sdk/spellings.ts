import { domainToUnicode } from 'node:url';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { numberPlans } from '#domain/identifiers/number-plans.cjs';

/**
 * The usual spellings of a normalised identifier, for vendors whose search compares texts character by character. The
 * caller searches once with each spelling.
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
      // With a two-digit year, `+` in place of `-` says that the person turns 100 this year or is older.
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
 * Parts of an identifier, for vendors that search substrings with the SQL operator `ILIKE '%text%'`, such as Fortnox.
 * Together they find every spelling. Other people's numbers contain the same parts, so the caller compares the whole
 * number with each result.
 *
 * For a personnummer or an organisation number: the last four digits, which no spelling separates. For a telephone
 * number: the digits after the area code, which some people put in brackets. For `070-174 06 10` the texts are
 * `1740610`, `174 06 10`, `174-06-10` and `1%7%4%0%6%1%0`.
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
 * The texts for a vendor, such as Scrive, that does not document how its search divides texts into words: all usual
 * spellings and, for a number, also a part of it. The part of a telephone number occurs with each usual separator: `174
 * 06 10`, `174-06-10`, `174.06.10`. The caller compares the whole number with each result.
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

// A search for fewer digits than this would find too many other people.
const leastSubscriberDigits = 5;

/**
 * The digits of a telephone number after the area code, in their usual groups: `174`, `06` and `10` for `+46701740610`.
 * If there are fewer than five, the area code is included. A value that is no telephone number is one group.
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
