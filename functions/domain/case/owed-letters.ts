import type { LetterCode } from './events.ts';
import type { OpenedCase } from './state.ts';

/** A letter that the log says must go out and that is not recorded as sent. */
export interface OwedLetter {
  /** Stable id: the same letter, whoever sends it. */
  readonly letter: string;
  readonly code: LetterCode;
}

/** The letters that the case owes at `now` (ISO 8601). Derived from the state alone, so that none is ever lost. */
export function owedLetters(state: OpenedCase, now: string): readonly OwedLetter[] {
  // To a sender who may not be the one named, nothing is written before staff have looked.
  if (state.facts.hold !== null && !state.holdLifted) return [];
  const letters: OwedLetter[] = [
    { letter: 'M1', code: 'M1' },
    ...state.challenges
      .filter(({ used, expiresAt, purpose }) => !used && expiresAt > now && isWanted(state, purpose))
      .map(({ id }): OwedLetter => ({ letter: `M23/${id}`, code: 'M23' })),
    ...state.extensions.map((_, index): OwedLetter => ({ letter: `M4/${index + 1}`, code: 'M4' })),
    ...state.refusals.map((_, index): OwedLetter => ({ letter: `M6/${index + 1}`, code: 'M6' })),
    ...state.statusOwed.map((due): OwedLetter => ({ letter: `STATUS/${due}`, code: 'STATUS' })),
    ...state.deliveries.map(({ round }): OwedLetter =>
      round === 1 ? { letter: 'M8', code: 'M8' } : { letter: `M24/${round}`, code: 'M24' },
    ),
  ];
  return letters.filter(({ letter }) => (state.letters.get(letter)?.sentAt ?? null) === null);
}

/** Whether a code still opens anything. */
function isWanted(state: OpenedCase, purpose: 'identity' | 'download'): boolean {
  return purpose === 'download' || state.status === 'identifying';
}
