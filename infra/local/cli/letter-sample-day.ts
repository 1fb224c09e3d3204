import type { LetterName } from '#domain/case/letters/letters.ts';
import type { LetterFrame } from '#letters/letter.ts';

/**
 * The date on which a sample letter is written: the day after the legal date for the letter about a late answer, and
 * the day before it for all other letters.
 */
export function writtenOn(kind: LetterName): LetterFrame['today'] {
  return kind === 'delay' ? '2026-12-22' : '2026-11-23';
}
