/** Where a value occurs in a text: from `from` up to, but not including, `to`, in UTF-16 code units. */
export interface Occurrence {
  /** The index of the value in the list. */
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/** Finds the values of one list in a text, in ascending order of `from`. Occurrences may overlap. */
export type Finder = (text: string) => readonly Occurrence[];

/**
 * Makes a finder for a list of values. It reads a text once, whatever the number of values.
 *
 * Upper and lower case, accents, Unicode forms, invisible characters, and the signs between words do not matter, nor
 * does the grouping of digits: `bo  NYSTROM` is `Bo Nyström`. A value of fewer than six letters and digits counts only
 * as a whole word, and a number only as a whole number, because others contain them by chance. A value without letters
 * and digits occurs nowhere.
 */
export function finderOf(values: readonly string[]): Finder {
  const patterns = values.map((value, index) => patternOf(value, index)).filter(({ letters }) => letters.length > 0);
  const byFirst = Map.groupBy(patterns, ({ letters }) => letters[0]?.letter);
  if (patterns.length === 0) return () => [];
  return (text) => {
    const letters = lettersOf(text);
    return letters.flatMap(({ letter }, at) =>
      (byFirst.get(letter) ?? []).flatMap((pattern): readonly Occurrence[] => {
        const first = letters[at];
        const last = letters[at + pattern.letters.length - 1];
        if (first === undefined || last === undefined || !isAt(pattern, letters, at)) return [];
        return [{ value: pattern.value, from: first.from, to: last.to }];
      }),
    );
  };
}

/** A letter or digit of a text, in the form in which texts are compared. */
interface Letter {
  readonly letter: string;
  readonly isDigit: boolean;
  /** Whether something else than a letter or digit stands before it. */
  readonly apart: boolean;
  readonly from: number;
  readonly to: number;
}

interface Pattern {
  readonly value: number;
  readonly letters: readonly Letter[];
  /** Whether people group its digits as they like. */
  readonly isNumber: boolean;
  /** Whether it counts only as a whole word. */
  readonly isWord: boolean;
}

function patternOf(value: string, index: number): Pattern {
  const letters = lettersOf(value);
  const digits = letters.filter(({ isDigit }) => isDigit).length;
  return {
    value: index,
    letters,
    isNumber: digits >= 6 && letters.length - digits <= 1,
    isWord: letters.length < 6,
  };
}

function isAt(pattern: Pattern, letters: readonly Letter[], at: number): boolean {
  const isSame = pattern.letters.every(({ letter, apart }, index) => {
    const found = letters[at + index];
    if (found?.letter !== letter) return false;
    return index === 0 || apart || pattern.isNumber || !found.apart;
  });
  return isSame && isEdge(pattern, letters, at) && isEdge(pattern, letters, at + pattern.letters.length);
}

/** Whether a value may begin or end between the letters `at - 1` and `at`. */
function isEdge({ isWord }: Pattern, letters: readonly Letter[], at: number): boolean {
  const [before, after] = [letters[at - 1], letters[at]];
  if (before === undefined || after === undefined || after.apart) return true;
  return !isWord && !(before.isDigit && after.isDigit);
}

function lettersOf(text: string): readonly Letter[] {
  const letters: Letter[] = [];
  let apart = false;
  let at = 0;
  for (const character of text) {
    const from = at;
    at += character.length;
    const folded = foldedOf(character);
    apart ||= folded === ' ';
    for (const letter of folded.trim()) {
      letters.push({ letter, isDigit: /\p{Nd}/u.test(letter), apart, from, to: at });
      apart = false;
    }
  }
  return letters;
}

const known = new Map<string, string>();

/**
 * The plain lower-case letters and digits of a character. Empty for accents that stand alone and invisible characters;
 * a space for all other characters that are no letters or digits.
 */
function foldedOf(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const folded = fold(character);
  known.set(character, folded);
  return folded;
}

function fold(character: string): string {
  if (/[\p{M}\p{Cf}]/u.test(character)) return '';
  const letters = character
    .toLowerCase()
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/[ßæœøłđðþħŧı]/g, (letter) => plain.get(letter) ?? letter);
  return letters === '' ? ' ' : letters;
}

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
