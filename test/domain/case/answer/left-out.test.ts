// An answer leaves out what its last release says.
import { expect, it } from 'vitest';
import { evolveAnswer } from '#domain/case/answer/evolve.ts';
import type { EventOf } from '#domain/case/events.ts';
import type { ReviewLine } from '#domain/review/line.ts';
import { caseIn, staff, start } from '../case-book.ts';

const line: ReviewLine = {
  system: 'crm',
  resource: 'contacts',
  kind: 'masked',
  ground: 'others-rights',
  text: null,
  told: true,
  count: 1,
};
const release = (lines: ReviewLine[]): EventOf<'release-approved'> => ({
  type: 'release-approved',
  v: 2,
  at: start,
  by: staff('ada'),
  round: 1,
  sheet: null,
  preview: null,
  seen: 0,
  byRule: {},
  lines,
});

it('A release without lines replaces an earlier release of the same answer with lines', () => {
  const { state } = caseIn.reviewing();
  if (state?.stage.kind !== 'reviewing') throw new Error('the case is not under review');
  const first = evolveAnswer(state, release([line]));
  expect(first.common.leftOut.get(1)).toEqual([line]);
  const again = evolveAnswer({ common: first.common, stage: state.stage }, release([]));
  expect(again.common.leftOut.get(1) ?? []).toEqual([]);
});
