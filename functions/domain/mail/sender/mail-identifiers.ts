import type { CountryCode } from 'libphonenumber-js/max';
import { sameIdentifier, type Identifier, type IdentifierKind } from '../../identifiers/identifier.ts';
import { normalise } from '../../identifiers/normalise.ts';
import { inFormat, type NumberFormats, type OwnNumberKind } from '../../identifiers/number-formats.ts';
import type { MailLanguage } from '../words/mail-language.ts';
import { isOurs } from './own-addresses.ts';

/**
 * The maximum number of identifiers that are read from one mail. A mail with more is a list, and not about one person.
 */
const most = 20;

export interface IdentifierContext {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly language: MailLanguage | 'und';
  /** Our own domains and addresses. An address of ours is not read as an identifier. */
  readonly ours: readonly string[];
  /** Addresses of other people, such as the address of an agent. */
  readonly excluded: readonly string[];
  /** The number formats of the controller that is asked, if it is known. */
  readonly numbers?: NumberFormats | undefined;
}

const customerLabel =
  /(?:kundnummer|kundnr|kund-?id|kund nr|medlemsnummer|medlemsnr|customer ?(?:number|no|nr|id)|client (?:number|no)|member(?:ship)? (?:number|no)|kundennummer|kundennr|kunden-nr|kundenr|kundenummer|asiakasnumero|asiakasnro|jäsennumero)/giu;
const orderLabel =
  /(?<!in )(?<![\p{L}])(?:order(?:nummer|nr|n)?|beställnings?(?:nummer|nr|en)?|beställning|bestellung|bestellnummer|bestell-nr|auftrag(?:snummer)?|ordre(?:nummer|nr)?|bestilling(?:snummer)?|tilaus(?:numero)?|tilaukse\p{L}*)(?![\p{L}])/giu;
const code = /(?<![\p{L}\p{N}-])(\p{L}{0,5}[-/]?\d[\dA-Za-z]*(?:[-/][\dA-Za-z]+)*)(?![\p{L}\p{N}]|[-/]\p{N})/u;

/**
 * The identifiers in a person's own words, normalised, in the order of the text. Personal and organisation numbers are
 * recognised by their check digit. If the text calls twelve digits a personnummer but the check digit is wrong, the
 * digits are still returned. Such a number must be checked before a search. Telephone numbers are recognised by their
 * form. Customer and order numbers are recognised by the word before them, or by a letter that always means *customer*
 * (`K-104882`). These numbers are returned in the spelling of the controller's format.
 */
export function identifiersIn(text: string, context: IdentifierContext): readonly Identifier[] {
  const found: { readonly at: number; readonly identifier: Identifier }[] = [];
  // A recognised text is replaced by spaces, so that it is not recognised as another kind too.
  let rest = text.slice(0, 20_000);
  const take = (kind: IdentifierKind, at: number, raw: string, region?: CountryCode): boolean => {
    const numbers = context.numbers;
    const format = { today: context.today, numbers, ...(region === undefined ? {} : { region }) };
    const asFormatted = normalise(kind, raw, format);
    // Somebody wrote the number, although it is not in the controller's format. It is kept as written, so that staff
    // see it.
    const result =
      !asFormatted.valid && asFormatted.reason === 'not-in-the-format'
        ? normalise(kind, raw, { ...format, numbers: undefined })
        : asFormatted;
    if (!result.valid) return false;
    rest = rest.slice(0, at) + ' '.repeat(raw.length) + rest.slice(at + raw.length);
    found.push({ at, identifier: result.identifier });
    return true;
  };
  const blank = (at: number, length: number): void => {
    rest = rest.slice(0, at) + ' '.repeat(length) + rest.slice(at + length);
  };

  for (const match of rest.matchAll(/(?:https?:\/\/|\bcid:)[^\s<>"']{1,2000}/gi)) blank(match.index, match[0].length);
  for (const match of rest.matchAll(
    /(?<![^\s<>"'(),;:[\]])(?:mailto:)?([^\s<>"'(),;:[\]@]{1,64}@[^\s<>"'(),;:[\]@]{3,190})/gi,
  )) {
    const raw = (match[1] ?? '').replace(/[.!?]+$/, '');
    const at = match.index + match[0].indexOf(raw);
    const result = normalise('email', raw, { today: context.today });
    const others =
      result.valid &&
      (isOurs(result.identifier.value, context.ours) || context.excluded.includes(result.identifier.value));
    if (others) blank(at, raw.length);
    else take('email', at, raw);
  }
  labelled(customerLabel, 'customerNumber');
  for (const match of rest.matchAll(/(?<![\p{L}\p{N}+-])(\d{6}|\d{8})[-+\u2010-\u2013]?\d{4}(?![\p{L}\p{N}]|-\d)/gu))
    takePersonnummer(match.index, match[0]);
  for (const match of rest.matchAll(/(?<![\p{L}\p{N}-])(?:16)?\d{6}[-\u2010-\u2013]?\d{4}(?![\p{L}\p{N}]|-\d)/gu)) {
    const named = /(org|vat|företag|bolag|y-tunnus|cvr)[^\n]{0,30}$/i.test(
      rest.slice(Math.max(0, match.index - 40), match.index),
    );
    if (named || /[-\u2010-\u2013]/.test(match[0])) take('organisationNumber', match.index, match[0]);
  }
  labelled(orderLabel, 'orderNumber');
  for (const match of rest.matchAll(
    /(?<![\p{L}\p{N}+/-])(?:\+|00)?\d[\d ()\u00a0./\u2010-\u2013-]{5,22}\d(?![\p{L}\p{N}]|[-/]\d)/gu,
  )) {
    const raw = match[0];
    if (/^\d{4}-\d{2}-\d{2}/.test(raw)) continue;
    const international = /^(\+|00)/.test(raw);
    if (international || raw.startsWith('0') || isTelephone(match.index, raw))
      take(
        'phone',
        match.index,
        raw.replace(/^00/, '+').replace(/\(0\)/, ''),
        international ? undefined : region(context.language),
      );
  }
  for (const match of rest.matchAll(/(?<![\p{L}\p{N}-])K(?:und|d)?-\d{3,12}(?![\p{L}\p{N}-])/giu))
    take('customerNumber', match.index, match[0]);
  return found
    .sort((a, b) => a.at - b.at)
    .map(({ identifier }) => identifier)
    .filter((one, index, all) => all.findIndex((other) => sameIdentifier(one, other)) === index)
    .slice(0, most);

  function takePersonnummer(at: number, raw: string): void {
    const isNamed =
      /(?:personnummer|person-?nr|pers\.?nr|pnr|samordningsnummer|personal (?:identity )?number)[^\p{N}\n]{0,25}$/iu.test(
        rest.slice(Math.max(0, at - 50), at),
      );
    // Ten digits in a row that begin with 0 are a telephone number, unless the text calls them something else.
    if (!isNamed && (isTelephone(at, raw) || /^0\d{9}$/.test(raw))) return;
    if (take('personnummer', at, raw) || !isNamed) return;
    const digits = raw.replace(/\D/g, '');
    // If the text calls a number a personnummer, it is returned even with a wrong check digit. Staff must see it as
    // written.
    const refused = normalise('personnummer', raw, { today: context.today });
    if (refused.valid || refused.reason !== 'check-digit' || digits.length !== 12) return;
    blank(at, raw.length);
    found.push({ at, identifier: { kind: 'personnummer', value: digits } });
  }

  function isTelephone(at: number, raw: string): boolean {
    const before = rest.slice(Math.max(0, at - 30), at);
    return (
      !raw.includes('+') &&
      /(?:tel|telefon|tfn|tlf|mobil|mobile|phone|ring|call|puh|puhelin|handy)\p{L}*[^\p{N}\n]{0,15}$/iu.test(before)
    );
  }

  /**
   * The whole number, if the controller writes its numbers with spaces (`1234 5678`): `raw`, and as many groups after
   * it as the controller's format allows.
   */
  function wholeNumber(kind: OwnNumberKind, text: string, raw: string): string {
    const format = context.numbers?.[kind];
    if (format === undefined) return raw;
    const groups = /^(?:[ \u00a0][\dA-Za-z]+(?:[-/][\dA-Za-z]+)*){0,5}/.exec(text.slice(raw.length))?.[0] ?? '';
    const ends = [...groups.matchAll(/[ \u00a0]|$/g)].map(({ index }) => raw + groups.slice(0, index));
    return ends.findLast((one) => inFormat(one, format) !== undefined) ?? raw;
  }

  /** Takes the first number that follows a label within eight words, in the same sentence. */
  function labelled(label: RegExp, kind: OwnNumberKind): void {
    for (const match of [...rest.matchAll(label)].slice(0, most)) {
      const from = match.index + match[0].length;
      const reach = (/^[^\n.!?]*(?:\n(?!\s*\n)[^\n.!?]*)?/.exec(rest.slice(from, from + 120))?.[0] ?? '').replace(
        /^\s*(?:nr|no|id)\b\.?/i,
        (text) => ' '.repeat(text.length),
      );
      const number = code.exec(reach);
      if (number === null) continue;
      const raw = number[1] ?? '';
      const between = reach
        .slice(0, number.index)
        .trim()
        .split(/\s+/)
        .filter((word) => /\p{L}/u.test(word)).length;
      const digits = raw.replace(/\D/g, '').length;
      const near = between <= 1;
      const prefixed = /^\p{L}/u.test(raw);
      // A short number that is not directly after its label is probably a year, a day or an amount.
      if (between > 8 || !(near || (prefixed && digits >= 3) || digits >= 5)) continue;
      if (kind === 'orderNumber' && !prefixed && digits < 3) continue;
      if (/^(19|20)\d{2}(-\d{2}(-\d{2})?)?$/.test(raw) && !near) continue;
      const start = number.index + number[0].indexOf(raw);
      take(kind, from + start, wholeNumber(kind, reach.slice(start), raw));
    }
  }
}

function region(language: MailLanguage | 'und'): CountryCode {
  switch (language) {
    case 'nb':
      return 'NO';
    case 'da':
      return 'DK';
    case 'fi':
      return 'FI';
    case 'de':
      return 'DE';
    case 'sv':
    case 'en':
    case 'und':
      return 'SE';
  }
}
