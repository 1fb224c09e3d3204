import type { LetterDate } from './parts.ts';
import type { LetterFrame } from './letter.ts';

/** Whether a day has ended when the letter is written. */
export function hasPassed(date: LetterDate, { today }: LetterFrame): boolean {
  return date < today;
}
