import type { LetterDate } from './parts.ts';
import type { LetterFrame } from './letter.ts';

/** Whether `date` is before the day on which the letter is written. */
export function hasPassed(date: LetterDate, { today }: LetterFrame): boolean {
  return date < today;
}
