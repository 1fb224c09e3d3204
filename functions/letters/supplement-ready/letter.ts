import type { LetterOf } from '#domain/case/letters/letters.ts';
import { lastDayOf, lastDayToFetch, leftOut, leftOutInReview, missingSystems } from '../case-parts.ts';
import type { LetterDate, RefusedItem, MissingSystem, LastDay } from '../parts.ts';
import { sampleParts, statusLink, lastDay, type Translate } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The letter that announces data that an earlier answer lacked. */
export type Content = {
  readonly kind: 'supplement-ready';
  readonly lastDay: LastDay;
  readonly statusLink: string;
  readonly availableUntil: LetterDate;
  readonly missing: readonly MissingSystem[];
  readonly leftOut: readonly RefusedItem[];
};

function content(source: LetterSource, letter: LetterOf<'supplement-ready'>): Content {
  const { state, statusLink } = source;
  return {
    kind: 'supplement-ready',
    lastDay: lastDayOf(state.common),
    statusLink,
    availableUntil: lastDayToFetch(source, letter.n),
    missing: missingSystems(source),
    leftOut: [...leftOut(source), ...leftOutInReview(source, letter.n)],
  };
}

function samples(t: Translate): readonly Content[] {
  const { missing, others, masked } = sampleParts(t);
  return [
    { kind: 'supplement-ready', lastDay, statusLink, availableUntil: '2027-01-04', missing: [], leftOut: [] },
    { kind: 'supplement-ready', lastDay, statusLink, availableUntil: '2027-01-04', missing, leftOut: [others, masked] },
  ];
}

export const supplementReady = { content, samples, swedish, english };
