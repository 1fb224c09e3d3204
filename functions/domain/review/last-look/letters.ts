/** What the search does with a character: passes over it, takes it as a space between words, or compares its letters. */
export type Folded = 'nothing' | 'soft' | 'hard' | readonly number[];

/** Letters that Unicode does not divide into a plain letter and an accent. */
const plain: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ı', 'i'],
]);

/**
 * The form of a character in which the search compares it: lower case, without accents, in plain letters and digits. A
 * result of letters is a list of code points. `nothing`: accents that stand alone, soft hyphens and other invisible
 * characters. `soft`: characters that people write between the groups of a number. `hard`: all other characters that
 * are neither letters nor digits.
 */
export function fold(code: number): Folded {
  const character = String.fromCodePoint(code);
  if (/[\p{M}\p{Cf}]/u.test(character)) return 'nothing';
  if (/[\s\p{Zs}\p{Pd}\u2212./()[\]_+]/u.test(character)) return 'soft';
  const letters = character
    .toLowerCase()
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/[ßæœøłđðþħŧı]/g, (letter) => plain.get(letter) ?? letter);
  return letters === '' ? 'hard' : [...letters].map(asciiDigit);
}

/** The code point of a letter or digit; for a digit of another script, the code point of the same digit in ASCII. */
function asciiDigit(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80 || !/\p{Nd}/u.test(letter)) return code;
  // Every script has its ten digits in a row.
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return 0x30 + value;
}

/** `free`: a letter of a script that has no spaces between its words, such as Chinese. */
export type LetterKind = 'letter' | 'digit' | 'free';

export function kindOfLetter(code: number): LetterKind {
  if (code >= 0x30 && code <= 0x39) return 'digit';
  if (code < 0xe00) return 'letter';
  const spaceless =
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u;
  return spaceless.test(String.fromCodePoint(code)) ? 'free' : 'letter';
}
