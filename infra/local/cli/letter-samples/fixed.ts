import type { LetterName } from '#domain/case/letters/letter.ts';
import type { LetterFrame } from '#letters/letter.ts';

export const statusLink = 'https://portal.nordvik.example/cases/0abc-1def-2ghj-3kmn?key=example-key';
export const securePage = 'https://portal.nordvik.example/partners/tasks/7d41';
export const resting = { askedDate: '2026-11-23', suspends: true, unsuspendedDue: '2026-12-21' } as const;
export const running = { askedDate: '2026-11-23', suspends: false, unsuspendedDue: '2026-12-21' } as const;
export const lastDay = { due: '2026-12-21', unsuspendedDue: '2026-12-21' } as const;

/** The day on which a sample is written: the letter about an answer that is late after its day, the others before. */
export function writtenOn(kind: LetterName): LetterFrame['today'] {
  return kind === 'delay' ? '2026-12-22' : '2026-11-23';
}
