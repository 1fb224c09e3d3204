import type { LetterFrame } from '../letter.ts';
import type { LetterContent } from '../letters.ts';

/** The text before and after the words of every letter, in one language. */
export interface Around {
  readonly greeting: string;
  /** Replaces a personnummer. */
  readonly leftOutNumber: string;
  footer(content: LetterContent, frame: LetterFrame): readonly string[];
}
