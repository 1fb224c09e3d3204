// Direction marks and zero-width characters. Address books and web pages add them to numbers that are copied. The
// right-to-left override is not in this list, because it shows the digits in another order than the stored order.
const marks = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202d\u2060-\u2064\u2066-\u2069\ufeff]/gu;
const blanks = /[\t\p{Zs}]+/gu;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu;

/**
 * A number as people and registers write it, in plain characters. Invisible marks are removed. Every kind of space
 * becomes a plain space, and every kind of dash or minus sign becomes a hyphen.
 */
export function plainNumber(written: string): string {
  return written.replace(marks, '').replace(blanks, ' ').replace(dashes, '-').trim();
}
