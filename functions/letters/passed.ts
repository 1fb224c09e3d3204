import type { LetterDate } from './parts.ts';
import type { LetterFrame } from './letter.ts';

/** Whether a day, until its end, lies behind whoever writes. */
export function hasPassed(date: LetterDate, { today }: LetterFrame): boolean {
  return date < today;
}
