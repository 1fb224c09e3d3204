import type { LetterName } from '#domain/case/letters/letters.ts';
import type { LetterFrame } from '#letters/letter.ts';

/** The day on which a sample is written: the letter about an answer that is late after its day, the others before. */
export function writtenOn(kind: LetterName): LetterFrame['today'] {
  return kind === 'delay' ? '2026-12-22' : '2026-11-23';
}
