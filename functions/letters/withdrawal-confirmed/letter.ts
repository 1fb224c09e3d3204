import type { LetterOf } from '#domain/case/letters/letters.ts';
import { found } from '../case-parts.ts';
import type { LetterDate } from '../parts.ts';
import { statusLink } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The person took the request back. */
export type Content = {
  readonly kind: 'withdrawal-confirmed';
  /** Last day on which that can be undone. */
  readonly undoUntil: LetterDate;
  /** Also asked us to stop using what we had received: looked at as a request for erasure (Art. 17(1)(b)). */
  readonly erasureReviewed: boolean;
  readonly statusLink: string;
};

function content(source: LetterSource, letter: LetterOf<'withdrawal-confirmed'>): Content {
  const { state, statusLink } = source;
  const { due } = state;
  return {
    kind: 'withdrawal-confirmed',
    undoUntil: found(state.closings[letter.n - 1]).undoUntil ?? due,
    erasureReviewed: source.hasAskedToStopUsing(),
    statusLink,
  };
}

function samples(): readonly Content[] {
  return [
    { kind: 'withdrawal-confirmed', undoUntil: '2026-12-25', erasureReviewed: false, statusLink },
    { kind: 'withdrawal-confirmed', undoUntil: '2026-12-25', erasureReviewed: true, statusLink },
  ];
}

export const withdrawalConfirmed = { content, samples, swedish, english };
