// Direction marks, and characters of no width: address books and web pages put them around numbers when they are copied.
// Not the right-to-left override, which shows the digits in another order than they are stored in.
const marks = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202d\u2060-\u2064\u2066-\u2069\ufeff]/gu;
const blanks = /[\t\p{Zs}]+/gu;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu;

/**
 * A number as people and registers write it, in plain signs: marks that cannot be seen are left out, every kind of blank
 * is one space, and every kind of dash (the minus sign too) is a hyphen.
 */
export function plainNumber(written: string): string {
  return written.replace(marks, '').replace(blanks, ' ').replace(dashes, '-').trim();
}
