import type { LetterName } from '#domain/case/letters/letters.ts';
import type { LetterFrame } from '#letters/letter.ts';

/**
 * The date of a sample letter. The sample request was received on 20 November 2026 and must be answered by 21 December.
 * The letter about a late answer (`delay`) has the date of the day after 21 December. Every other letter has the date
 * three days after the receipt.
 */
export function writtenOn(kind: LetterName): LetterFrame['today'] {
  return kind === 'delay' ? '2026-12-22' : '2026-11-23';
}
