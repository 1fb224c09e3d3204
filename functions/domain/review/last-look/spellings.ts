import { domainToASCII, domainToUnicode } from 'node:url';
import type { CountryCode } from 'libphonenumber-js/max';
import type { IdentifierKind } from '../../identifiers/identifier.ts';
import { numberPlans } from '../../identifiers/number-plans.cjs';
import { plainNumber } from '../../identifiers/written-number.ts';

/** What a value is. `text`: anything that is no identifier and no name of a person. */
export type SoughtKind = IdentifierKind | 'name' | 'text';

/**
 * The spellings of a value that differ in their letters or digits: a telephone number in national and international
 * form, a personnummer with and without century, a name in every order and in the genitive, `å` written as `aa`. The
 * value itself is the first of them. Upper and lower case, accents, spaces, dashes and the grouping of digits are not
 * listed, because the search ignores them.
 *
 * Without `kind` the value is spelled as every kind that it looks like. A telephone number without a country code is a
 * number of `region`.
 */
export function spellings(value: string, kind?: SoughtKind, region: CountryCode = 'SE'): readonly string[] {
  const all = kindsOf(value, kind).flatMap((one) => spellingsAs(value, one, region));
  return [...new Set([value, ...all].flatMap((text) => [text, ...withoutAccents(text)]))];
}

function kindsOf(value: string, kind: SoughtKind | undefined): readonly SoughtKind[] {
  if (kind !== undefined) return [kind];
  const plain = plainNumber(value);
  if (value.includes('@')) return ['email'];
  if (/^[\d\s-]*\d[\d\s-]*$/.test(plain)) return ['personnummer', 'organisationNumber', 'phone', 'text'];
  if (/^[\d+([][\d\s()[\]./+-]*$/.test(plain)) return ['phone', 'personnummer'];
  return nameParts(value) === undefined ? ['personnummer', 'text'] : ['name'];
}

function spellingsAs(value: string, kind: SoughtKind, region: CountryCode): readonly string[] {
  switch (kind) {
    case 'email': {
      const at = value.lastIndexOf('@');
      const [local, host] = [value.slice(0, at + 1), value.slice(at + 1)];
      // Both functions return an empty text for a host that is not valid.
      return [domainToUnicode(host), domainToASCII(host)].flatMap((one) => (one === '' ? [] : [`${local}${one}`]));
    }
    case 'phone':
      return phoneSpellings(value, region);
    case 'personnummer':
    case 'organisationNumber':
      return numberSpellings(value);
    case 'name':
      return nameSpellings(value);
    case 'customerNumber':
    case 'orderNumber':
    case 'contractNumber':
      return [];
    case 'text':
      // Postcodes (111 22) and amounts (12 345) have a space in five digits.
      return /^\d{5}$/.test(value)
        ? [`${value.slice(0, 3)} ${value.slice(3)}`, `${value.slice(0, 2)} ${value.slice(2)}`]
        : [];
  }
}

/** `0701740605`, `46701740605`, `0046701740605`, `460701740605` (for +46 (0)70 ...), and `701740605`, as a spreadsheet keeps it. */
function phoneSpellings(value: string, region: CountryCode): readonly string[] {
  const parsed = numberPlans().parsePhoneNumberFromString(plainNumber(value).replace('(0)', ''), region);
  if (parsed === undefined) return [];
  const { countryCallingCode: country, nationalNumber: subscriber } = parsed;
  const national = parsed.formatNational().replaceAll(/\D/g, '');
  return [
    `${country}${subscriber}`,
    `00${country}${subscriber}`,
    national,
    `${country}${national}`,
    `00${country}${national}`,
    subscriber,
  ];
}

/** Ten digits, twelve with each century or with the prefix 16, and the number of a VAT registration (SE...01). */
function numberSpellings(value: string): readonly string[] {
  const match = /^(?:16|18|19|20)?(\d{6}[\dRSTUWXJKLMNP]\d{3})$/i.exec(plainNumber(value).replaceAll(/[\s+-]/g, ''));
  const [, ten = ''] = match ?? [];
  return match === null ? [] : [ten, ...['16', '18', '19', '20'].map((prefix) => `${prefix}${ten}`), `${ten}01`];
}

function nameSpellings(value: string): readonly string[] {
  const parts = nameParts(value);
  if (parts === undefined) return [];
  const orders = parts.map((_, from) => [...parts.slice(from), ...parts.slice(0, from)]);
  return orders.flatMap((order) => {
    const name = order.join(' ');
    // In Swedish the genitive of a name that ends with s, x or z has no ending of its own.
    return /[sxz]$/i.test(name) ? [name] : [name, `${name}s`];
  });
}

/** The parts of a text that may be the name of a person: one to five words of letters. Otherwise `undefined`. */
function nameParts(value: string): readonly string[] | undefined {
  const parts = value.split(/[\s,]+/).filter((part) => part !== '');
  const isName = parts.length > 0 && parts.length <= 5 && parts.every((part) => /^[\p{L}\p{M}.'’-]+$/u.test(part));
  return isName ? parts : undefined;
}

const asTwoLetters: ReadonlyMap<string, string> = new Map([
  ['å', 'aa'],
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ø', 'oe'],
  ['ü', 'ue'],
]);

/** The text with two letters in place of `å`, `ä`, `ö`, `ø` and `ü`, as in addresses of mail. Empty if it has none. */
function withoutAccents(text: string): readonly string[] {
  const changed = text
    .normalize('NFC')
    .replaceAll(/[åäöøü]/gi, (letter) => asTwoLetters.get(letter.toLowerCase()) ?? letter);
  return changed === text.normalize('NFC') ? [] : [changed];
}
