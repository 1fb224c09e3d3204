import type { Right } from '#domain/rights.ts';
import type { LetterDate } from '../parts.ts';
import { statusLink } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/**
 * The letter that confirms receipt of the request. The letter is the same whether or not we hold data about the person.
 */
export type Content = {
  readonly kind: 'acknowledgement';
  readonly due: LetterDate;
  readonly statusLink: string;
  /** The rights in the same request that were split off, and the references of the new cases that handle them. */
  readonly parts: readonly { readonly rights: readonly Right[]; readonly reference: string }[];
  /** The reference of the case from which this case was split off. `null` if it was not split off. */
  readonly partOf: string | null;
};

function content(source: LetterSource): Content {
  const { state, statusLink } = source;
  const { due } = state.common;
  return {
    kind: 'acknowledgement',
    due,
    statusLink,
    parts: state.common.splits
      .filter(({ matter }) => matter === 'request')
      .map((part) => ({ ...part, reference: part.case })),
    partOf: state.common.facts.origin?.as === 'split' ? state.common.facts.origin.case : null,
  };
}

function samples(): readonly Content[] {
  return [
    { kind: 'acknowledgement', due: '2026-12-21', statusLink, parts: [], partOf: null },
    {
      kind: 'acknowledgement',
      due: '2026-12-21',
      statusLink,
      parts: [{ rights: ['erasure'], reference: '1abc-2def-3ghj-4kmn' }],
      partOf: null,
    },
    { kind: 'acknowledgement', due: '2026-12-21', statusLink, parts: [], partOf: '1abc-2def-3ghj-4kmn' },
  ];
}

export const acknowledgement = { content, samples, swedish, english };
