import type { LetterOf } from '#domain/case/letters/letters.ts';
import {
  lastDayOf,
  lastDayToFetch,
  isNothingHeld,
  uncertainOf,
  leftOut,
  leftOutInReview,
  missingSystems,
  searchedBy,
} from '../case-parts.ts';
import type { LetterDate, RefusedItem, MissingSystem, LastDay } from '../parts.ts';
import { sampleParts, statusLink, lastDay, type Translate } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The letter that announces the copy of the data (Art. 15), or says that no data were found. */
export type Content = {
  readonly kind: 'answer-ready';
  readonly lastDay: LastDay;
  readonly missing: readonly MissingSystem[];
} & (
  | {
      readonly answer: 'package';
      readonly statusLink: string;
      readonly availableUntil: LetterDate;
      /** The sets of data that the package leaves out, with the grounds (Art. 12(4), 15(4)). */
      readonly leftOut: readonly RefusedItem[];
    }
  | {
      readonly answer: 'nothing-held';
      /**
       * The e-mail address by which we searched. `null` if we searched by several proven identifiers, or by one of
       * another kind.
       */
      readonly address: string | null;
      /** Whether the person stated identifiers by which we did not search, because they are not proven. */
      readonly othersGiven: boolean;
      /** How many records may be about the person. The answer leaves these records out. */
      readonly uncertain: number;
      readonly statusLink: string;
    }
);

function content(source: LetterSource, letter: LetterOf<'answer-ready'>): Content {
  const { state, statusLink } = source;
  if (isNothingHeld(state))
    return {
      kind: 'answer-ready',
      lastDay: lastDayOf(state.common),
      answer: 'nothing-held',
      ...searchedBy(source),
      uncertain: uncertainOf(state),
      missing: missingSystems(source),
      statusLink,
    };
  return {
    kind: 'answer-ready',
    lastDay: lastDayOf(state.common),
    answer: 'package',
    availableUntil: lastDayToFetch(source, letter.n),
    leftOut: [...leftOut(source), ...leftOutInReview(source, letter.n)],
    missing: missingSystems(source),
    statusLink,
  };
}

function samples(t: Translate): readonly Content[] {
  const { binders, missing, others, masked } = sampleParts(t);
  return [
    {
      kind: 'answer-ready',
      lastDay,
      answer: 'package',
      statusLink,
      availableUntil: '2026-12-04',
      missing: [],
      leftOut: [],
    },
    {
      kind: 'answer-ready',
      lastDay,
      answer: 'package',
      statusLink,
      availableUntil: '2026-12-04',
      missing,
      leftOut: [others, masked],
    },
    {
      kind: 'answer-ready',
      lastDay,
      answer: 'nothing-held',
      address: 'tova.testsson@example.org',
      othersGiven: true,
      uncertain: 0,
      missing: [],
      statusLink,
    },
    {
      kind: 'answer-ready',
      lastDay,
      answer: 'nothing-held',
      address: 'tova.testsson@example.org',
      othersGiven: false,
      uncertain: 0,
      missing,
      statusLink,
    },
    {
      kind: 'answer-ready',
      lastDay,
      answer: 'nothing-held',
      address: null,
      othersGiven: false,
      uncertain: 0,
      missing: [{ title: binders, outcome: 'stronger-proof' }],
      statusLink,
    },
    {
      kind: 'answer-ready',
      lastDay,
      answer: 'nothing-held',
      address: 'tova.testsson@example.org',
      othersGiven: false,
      uncertain: 3,
      missing: [],
      statusLink,
    },
  ];
}

export const answerReady = { content, samples, swedish, english };
