import type { LetterName } from '#domain/case/letters/letters.ts';
import type { LetterFrame } from '#letters/letter.ts';

/**
 * The date of a sample letter. The sample request was received on 20 November 2026 and must be answered by 21 December.
 * The letter about a late answer is written on the day after the legal date; every other letter three days after the
 * receipt.
 */
export function writtenOn(kind: LetterName): LetterFrame['today'] {
  return kind === 'delay' ? '2026-12-22' : '2026-11-23';
}
