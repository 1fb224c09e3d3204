import type { LetterFrame } from '../letter.ts';
import type { LetterContent } from '../letters.ts';

/** What stands around the words of every letter, in one language. */
export interface Around {
  readonly greeting: string;
  /** Stands where a personnummer was. */
  readonly leftOutNumber: string;
  footer(content: LetterContent, frame: LetterFrame): readonly string[];
}
