import type { LetterFrame } from '../letter.ts';
import type { LetterContent } from '../letters.ts';

/** The text before and after the words of every letter, in one language. */
export interface Around {
  readonly greeting: string;
  /** Stands in place of a personnummer that was left out. */
  readonly leftOutNumber: string;
  footer(content: LetterContent, frame: LetterFrame): readonly string[];
}
