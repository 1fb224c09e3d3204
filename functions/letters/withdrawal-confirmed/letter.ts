import type { LetterOf } from '#domain/case/letters/letters.ts';
import { found } from '../case-parts.ts';
import type { Right } from '#domain/rights.ts';
import type { LetterDate } from '../parts.ts';
import { statusLink } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The letter that confirms that the person withdrew the request. */
export type Content = {
  readonly kind: 'withdrawal-confirmed';
  /** The last day on which the person can cancel the withdrawal. */
  readonly undoUntil: LetterDate;
  /**
   * Whether the person also wrote that we must stop using the data in the request. Staff handle this as a request for
   * erasure (Art. 17(1)(b)).
   */
  readonly erasureReviewed: boolean;
  /** The rights that were split off to cases of their own, with the references of those cases. */
  readonly others: readonly { readonly rights: readonly Right[]; readonly reference: string }[];
  readonly statusLink: string;
};

function content(source: LetterSource, letter: LetterOf<'withdrawal-confirmed'>): Content {
  const { state, statusLink } = source;
  const { due } = state.common;
  return {
    kind: 'withdrawal-confirmed',
    undoUntil: found(state.common.closings[letter.n - 1]).undoUntil ?? due,
    erasureReviewed: source.hasAskedToStopUsing(),
    others: state.common.splits
      .filter(
        ({ matter, rights }) => matter === 'request' && rights.every((one) => state.common.facts.rights.includes(one)),
      )
      .map(({ rights, case: reference }) => ({ rights, reference })),
    statusLink,
  };
}

function samples(): readonly Content[] {
  return [
    { kind: 'withdrawal-confirmed', undoUntil: '2026-12-25', erasureReviewed: false, others: [], statusLink },
    { kind: 'withdrawal-confirmed', undoUntil: '2026-12-25', erasureReviewed: true, others: [], statusLink },
    {
      kind: 'withdrawal-confirmed',
      undoUntil: '2026-12-25',
      erasureReviewed: false,
      others: [{ rights: ['erasure'], reference: '7k3m-q9wx-2hva-5r8t' }],
      statusLink,
    },
  ];
}

export const withdrawalConfirmed = { content, samples, swedish, english };
