import type { LetterName } from '#domain/case/letters/letters.ts';
import type { LetterFrame } from '#letters/letter.ts';

/**
 * The date of a sample letter. The letter about a late answer is written on the day after the legal date; every other
 * letter on the day before it.
 */
export function writtenOn(kind: LetterName): LetterFrame['today'] {
  return kind === 'delay' ? '2026-12-22' : '2026-11-23';
}
