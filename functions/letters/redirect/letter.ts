import type { LetterOf } from '#domain/case/letters/letters.ts';
import { found } from '../case-parts.ts';
import { redirectWords } from '../kept-words.ts';
import type { LetterDate } from '../parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/**
 * The answer to a request that concerns our work as a processor. The letter neither confirms nor denies that data are
 * held.
 *
 * `named` is the organisation that the person named; `null` if the person named none. `sentOn` is the day on which
 * staff forwarded the request to it.
 */
export type Content = {
  readonly kind: 'redirect';
  readonly named: { readonly to: string; readonly sentOn: LetterDate | null } | null;
  /** Whether we also answer for data of which we are the controller ourselves. */
  readonly ownPartContinues: boolean;
};

function content(source: LetterSource, letter: LetterOf<'redirect'>): Content {
  const { state, written } = source;
  const named = redirectWords(written, found(state.common.redirects[letter.n - 1]).text);
  return {
    kind: 'redirect',
    named: named === undefined ? null : { to: named.named, sentOn: named.sentOn ?? null },
    ownPartContinues: true,
  };
}

function samples(): readonly Content[] {
  return [
    { kind: 'redirect', named: null, ownPartContinues: true },
    {
      kind: 'redirect',
      named: { to: 'Vårdcentralen Exempelberget', sentOn: '2026-11-23' },
      ownPartContinues: false,
    },
  ];
}

export const redirect = { content, samples, swedish, english };
