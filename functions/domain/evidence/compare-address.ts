import type { Compared } from './beside-person.ts';

/**
 * Compares the postal address of a record with an address of the person. The order of the lines makes no difference.
 * `agrees`: the longer address contains all words of the shorter one. `unclear`: the two share a number and a word,
 * such as the number and the street of a house with several flats; or the shorter address is only a town or a postcode
 * in the longer one. `undefined`: there is nothing to compare.
 */
export function compareAddresses(one: string, other: string): Exclude<Compared, 'unknown'> | undefined {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const [shorter, longer] = a.size <= b.size ? [a, b] : [b, a];
  if (shorter.size === 0) return undefined;
  const shared = [...shorter].filter((word) => longer.has(word));
  const numbers = shared.filter(isNumber);
  if (shared.length === shorter.size) return numbers.length > 0 && shared.length > 1 ? 'agrees' : 'unclear';
  return numbers.length > 0 && shared.length > numbers.length ? 'unclear' : 'differs';
}

/** The words and numbers of an address: lower case, without accents, with the usual short forms of streets in full. */
function wordsOf(address: string): ReadonlySet<string> {
  const written = address
    .toLowerCase()
    // A postcode is written with or without the code of the country and a space: SE-111 22, 11122.
    .replace(/\bse?[- ]?(?=\d{3} ?\d{2}\b)/g, ' ')
    .replace(/\b(\d{3}) (\d{2})\b/g, '$1$2')
    .replace(/(\p{L})g\.(?=\s+\d)/gu, '$1gatan')
    .replace(/(\p{L})v\.(?=\s+\d)/gu, '$1vägen')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  return new Set(written.split(/[^\p{L}\d]+/u).filter((word) => word !== '' && !countries.has(word)));
}

const countries = new Set(['sverige', 'sweden']);

function isNumber(word: string): boolean {
  return /\d/.test(word);
}
