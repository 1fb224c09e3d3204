import type { LetterDate } from './parts.ts';
import type { LetterFrame } from './letter.ts';

/** Whether the day is over when the letter is written. */
export function hasPassed(date: LetterDate, { today }: LetterFrame): boolean {
  return date < today;
}
