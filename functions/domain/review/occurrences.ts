import { fold, kindOfLetter, type Folded } from './last-look/letters.ts';
import { patternOf, type Edge, type Gap, type Pattern } from './last-look/patterns.ts';
import { spellings } from './last-look/spellings.ts';

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
 * Makes a finder for a list of values. It uses the spellings that the last look at the finished package uses. An
 * occurrence that is not found and masked here would stop the package there. A text is read once, whatever the number
 * of values. A value without letters and digits occurs nowhere.
 */
export function finderOf(values: readonly string[]): Finder {
  const sought = values.flatMap((text, value) =>
    spellings(text).flatMap((spelling) => {
      const pattern = patternOf(spelling, 1, Number.POSITIVE_INFINITY);
      return pattern === undefined ? [] : [{ value, pattern }];
    }),
  );
  if (sought.length === 0) return () => [];
  const byBeginning = Map.groupBy(sought, ({ pattern: { letters } }) =>
    beginning(letters, 0, Math.min(letters.length, lengthOfBeginning)),
  );
  return (text) => {
    const letters = lettersOf(text);
    const found: Occurrence[] = [];
    for (const [at, { from }] of letters.entries())
      for (let length = 1; length <= lengthOfBeginning && at + length <= letters.length; length += 1)
        for (const { value, pattern } of byBeginning.get(beginning(letters, at, length)) ?? []) {
          const last = letters[at + pattern.letters.length - 1];
          if (last !== undefined && isAt(pattern, letters, at)) found.push({ value, from, to: last.to });
        }
    return found;
  };
}

/**
 * The number of letters by which values are selected: at each letter of a text, only the values that begin with the
 * same letters are compared.
 */
const lengthOfBeginning = 4;

/** A number for the first letters of a value, or of a piece of text. Different letters rarely have the same number. */
function beginning(letters: readonly { readonly code: number }[], at: number, length: number): number {
  let number = length;
  for (let index = at; index < at + length; index += 1) number = number * 1009 + (letters[index]?.code ?? 0);
  return number;
}

/** What a text has between two letters or digits. */
type Between = 'nothing' | 'soft' | 'hard';

/** A letter or digit of a text, in the form in which texts are compared. */
interface Letter {
  readonly code: number;
  readonly before: Between;
  readonly from: number;
  readonly to: number;
}

function isAt({ letters: sought, start, end }: Pattern, letters: readonly Letter[], at: number): boolean {
  const isSame = sought.every(({ code, gap }, index) => {
    const found = letters[at + index];
    return found?.code === code && (index === 0 || isAllowed(gap, found.before));
  });
  return isSame && isEdge(start, letters, at) && isEdge(end, letters, at + sought.length);
}

function isAllowed(gap: Gap, between: Between): boolean {
  switch (gap) {
    case 'none':
      return between === 'nothing';
    case 'soft':
      return between !== 'hard';
    case 'any':
      return true;
    case 'must':
      return between !== 'nothing';
  }
}

/** Whether a value may begin or end between the letters `at - 1` and `at`. */
function isEdge(edge: Edge, letters: readonly Letter[], at: number): boolean {
  const [before, after] = [letters[at - 1], letters[at]];
  if (before === undefined || after === undefined || after.before !== 'nothing') return true;
  switch (edge) {
    case 'word':
      return false;
    case 'class':
      return (kindOfLetter(before.code) === 'digit') !== (kindOfLetter(after.code) === 'digit');
    case 'nothing':
      return true;
  }
}

function lettersOf(text: string): readonly Letter[] {
  const letters: Letter[] = [];
  let before: Between = 'nothing';
  let at = 0;
  for (const character of text) {
    const from = at;
    at += character.length;
    const folded = foldedOf(character.codePointAt(0) ?? 0);
    if (folded === 'nothing') continue;
    if (folded === 'soft' || folded === 'hard') {
      before = before === 'hard' ? 'hard' : folded;
      continue;
    }
    for (const code of folded) {
      letters.push({ code, before, from, to: at });
      before = 'nothing';
    }
  }
  return letters;
}

// The characters that were compared before. There are at most 1,114,112 characters, and texts use few of them.
const known = new Map<number, Folded>();

function foldedOf(code: number): Folded {
  const before = known.get(code);
  if (before !== undefined) return before;
  const folded = fold(code);
  known.set(code, folded);
  return folded;
}
