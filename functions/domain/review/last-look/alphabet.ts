import { fold, kindOfLetter, type LetterKind } from './letters.ts';

/** What a class of characters is to the search. `empty`: the byte 0, which is a half of a letter or a gap. */
export type ClassKind = LetterKind | 'soft' | 'hard' | 'empty';

/** The classes that every alphabet has. Letters that no pattern has need no class of their own. */
export const softClass = 0;
export const hardClass = 1;
export const emptyClass = 2;
const otherLetter = 3;
const otherFree = 4;
const firstOwn = 5;

const notYet = -1;
const several = -2;

/**
 * Divides characters into the classes that the automaton distinguishes: one for each letter and digit of the patterns
 * and of ASCII, and a few for all other characters.
 */
export class Alphabet {
  /** The kind of each class. */
  readonly kinds: readonly ClassKind[];
  /** A power of two that is not less than the number of classes. */
  readonly width: number;
  private readonly classOfLetter = new Map<number, number>();
  /** The class of each character below U+10000. Negative if it has none or more than one, or was not asked for yet. */
  readonly single = new Int16Array(65_536).fill(notYet);
  private readonly lists = new Map<number, readonly number[]>();

  /** `letters`: the code points of the folded letters of all patterns. */
  constructor(letters: Iterable<number>) {
    const kinds: ClassKind[] = ['soft', 'hard', 'empty', 'letter', 'free'];
    for (const code of [...'0123456789abcdefghijklmnopqrstuvwxyz']
      .map((one) => one.charCodeAt(0))
      .concat([...letters])) {
      if (this.classOfLetter.has(code)) continue;
      this.classOfLetter.set(code, firstOwn + this.classOfLetter.size);
      kinds.push(kindOfLetter(code));
    }
    this.kinds = kinds;
    // Computed with shifts, because V8 adds the result of `**` as a floating-point number, which is slower.
    this.width = 1 << (32 - Math.clz32(kinds.length - 1));
  }

  /** The class of a folded letter of a pattern. */
  letter(code: number): number {
    return this.classOfLetter.get(code) ?? (kindOfLetter(code) === 'free' ? otherFree : otherLetter);
  }

  /** The class of a character if it has exactly one; otherwise a negative number, and `classesOf` has them. */
  classOf(code: number): number {
    const known = this.single[code] ?? several;
    if (known !== notYet) return known;
    const [first, ...more] = this.classesOf(code);
    const found = first === undefined || more.length > 0 ? several : first;
    this.single[code] = found;
    return found;
  }

  /** The classes of a character in order. A character can have none (an accent) or several (`ß` is `ss`). */
  classesOf(code: number): readonly number[] {
    const known = this.lists.get(code);
    if (known !== undefined) return known;
    const classes = this.computed(code);
    this.lists.set(code, classes);
    return classes;
  }

  private computed(code: number): readonly number[] {
    const folded = fold(code);
    if (folded === 'nothing') return [];
    if (folded === 'soft') return [softClass];
    return folded === 'hard' ? [hardClass] : folded.map((letter) => this.letter(letter));
  }
}
