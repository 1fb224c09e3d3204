import type { LetterOf } from '#domain/case/letters/letters.ts';
import {
  lastDayOf,
  lastDayToFetch,
  isNothingHeld,
  uncertainOf,
  leftOut,
  missingSystems,
  searchedBy,
} from '../case-parts.ts';
import type { LetterDate, RefusedItem, MissingSystem, LastDay } from '../parts.ts';
import { sampleParts, statusLink, lastDay, type Translate } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** Announces the copy of the data (Art. 15), or says that nothing was found. */
export type Content = {
  readonly kind: 'answer-ready';
  readonly lastDay: LastDay;
  readonly missing: readonly MissingSystem[];
} & (
  | {
      readonly answer: 'package';
      readonly statusLink: string;
      readonly availableUntil: LetterDate;
      /** What was left out, and why (Art. 12(4), 15(4)). */
      readonly leftOut: readonly RefusedItem[];
    }
  | {
      readonly answer: 'nothing-held';
      /**
       * The address that was searched for, if the only identifier that was proven and searched for is an e-mail
       * address. `null` if it is another kind of identifier, or if there are several.
       */
      readonly address: string | null;
      /** Whether the person stated other identifiers that are not proven. */
      readonly othersGiven: boolean;
      /** The number of records that may be about the person and are not in the answer. */
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
    leftOut: leftOut(source),
    missing: missingSystems(source),
    statusLink,
  };
}

function samples(t: Translate): readonly Content[] {
  const { binders, missing, others } = sampleParts(t);
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
      leftOut: [others],
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
