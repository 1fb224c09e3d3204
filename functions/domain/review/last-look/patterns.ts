import { fold, kindOfLetter, type LetterKind } from './letters.ts';

/**
 * The gap that may be before a letter of a pattern. `none`: no gap. `soft`: characters that people write between the
 * groups of a number, or no gap. `any`: any gap, or no gap. `must`: a gap that must be there.
 */
export type Gap = 'none' | 'soft' | 'any' | 'must';

/**
 * What must be beside the first or the last letter of a value. `word`: no letter and no digit. `class`: a digit has no
 * digit beside it and a letter no letter, so `P12345678` contains the value `12345678`. `nothing`: anything may be
 * there.
 */
export type Edge = 'word' | 'class' | 'nothing';

export interface Pattern {
  readonly letters: readonly { readonly code: number; readonly gap: Gap }[];
  readonly start: Edge;
  readonly end: Edge;
}

/** The last look searches a longer value by its beginning only: this many letters and digits. */
const longest = 64;

/** The number of letters and digits of a text. */
export function lengthOf(text: string): number {
  return lettersOf(text).length;
}

/**
 * The pattern of one spelling; `undefined` if the text has fewer letters and digits than `least`. The pattern has at
 * most the first `most` of them.
 */
export function patternOf(text: string, least: number, most = longest): Pattern | undefined {
  const all = lettersOf(text);
  const [first] = all;
  const letters = all.slice(0, most);
  const last = letters.at(-1);
  if (first === undefined || last === undefined || all.length < least) return undefined;
  const gapAt = gapsOf(text, all);
  return {
    letters: letters.map(({ code, before }, index) => ({ code, gap: index === 0 ? 'none' : gapAt(before) })),
    start: edgeOf(kindOfLetter(first.code), letters.length),
    end: all.length > most ? 'nothing' : edgeOf(kindOfLetter(last.code), letters.length),
  };
}

/** What the value has before a letter. */
type Before = 'nothing' | 'soft' | 'hard';

function lettersOf(text: string): readonly { readonly code: number; readonly before: Before }[] {
  const letters: { readonly code: number; readonly before: Before }[] = [];
  let before: Before = 'nothing';
  for (const character of text) {
    const folded = fold(character.codePointAt(0) ?? 0);
    if (folded === 'nothing') continue;
    if (folded === 'soft' || folded === 'hard') before = before === 'hard' ? 'hard' : folded;
    else
      for (const code of folded) {
        letters.push({ code, before });
        before = 'nothing';
      }
  }
  return letters;
}

/** Which gap may be before a letter of the pattern. The result depends on what the value has there. */
function gapsOf(text: string, letters: readonly { readonly code: number }[]): (before: Before) => Gap {
  // The dots of an address count: `an.na@example.org` and `anna@example.org` may be two people.
  if (/^[^\s@]+@[^\s@]+$/.test(text.trim())) return (before) => (before === 'nothing' ? 'none' : 'must');
  const digits = letters.filter(({ code }) => kindOfLetter(code) === 'digit').length;
  const isNumber = digits >= 6 && letters.length - digits <= (letters.length >= 10 ? 1 : 0);
  // People group the digits of a long number as they like.
  if (isNumber) return (before) => (before === 'hard' ? 'any' : 'soft');
  return (before) => (before === 'nothing' ? 'none' : 'any');
}

/**
 * `Anders Berg` is not `Anders Bergman`, and `anna@example.org` is not `johanna@example.org`. Short values are parts of
 * many words and numbers, so they count only where they stand alone.
 */
function edgeOf(kind: LetterKind, length: number): Edge {
  if (kind === 'free') return 'nothing';
  return length < 6 ? 'word' : 'class';
}
