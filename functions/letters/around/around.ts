import type { LetterFrame } from '../letter.ts';
import type { LetterContent } from '../letters.ts';

/** The texts before and after the wording of every letter, in one language. */
export interface Around {
  readonly greeting: string;
  /** The text that replaces a personnummer, because letters never contain one. */
  readonly leftOutNumber: string;
  footer(content: LetterContent, frame: LetterFrame): readonly string[];
}
