import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { ReviewItem } from '#api/review.ts';
import { decisionsTogether, seenTogether, withMet } from '#web/console/src/logic/review-seen.ts';

const given: ReviewItem = {
  id: 'a',
  version: '1',
  system: 'crm',
  systemTitle: { sv: 'CRM', en: 'CRM' },
  resource: 'card',
  title: { sv: 'Kort', en: 'Card' },
  record: '1',
  belongsTo: null,
  tie: { how: 'own', by: [], against: [] },
  byRule: null,
  open: true,
  seen: true,
  unreadable: null,
  fields: [],
  leftOut: [],
  refused: false,
  notGivenAgain: false,
  hasParts: false,
  documents: [],
  missing: [],
  proposals: [],
  copies: [],
  decisions: [],
};
const document = (id: string, opened: boolean) => ({
  id,
  title: id,
  mediaType: 'text/plain',
  bytes: 1,
  text: true,
  withoutPages: [],
  opened,
  unseenPages: null,
});
const withheld = (of: string) => ({
  commandId: 'c',
  do: 'withhold' as const,
  by: 'staff-1',
  at: '2026-03-05T10:00:00Z',
  alike: false,
  document: of,
});

test('only an open record that was on the screen in its present version is decided together', () => {
  fc.assert(
    fc.property(
      fc.record({
        open: fc.boolean(),
        seen: fc.boolean(),
        met: fc.constantFrom('1', '0', undefined),
        system: fc.constantFrom('crm', 'erp'),
        how: fc.constantFrom('own', 'part', 'possible', 'disputed'),
        opened: fc.boolean(),
      }),
      ({ open, seen, met, system, how, opened }) => {
        const item = { ...given, open, seen, system, tie: { ...given.tie, how }, documents: [document('d', opened)] };
        const found = seenTogether([item], new Map(met === undefined ? [] : [['a', { version: met, closed: 0 }]]), {
          system: 'crm',
        });
        const counts = open && seen && met === '1' && system === 'crm';
        const isUncertain = how === 'possible' || how === 'disputed';
        expect(found.release).toEqual(counts && !isUncertain && opened ? [item] : []);
        expect(found.reject).toEqual(counts && isUncertain ? [item] : []);
        expect(found.unopened).toBe(counts && !isUncertain && !opened ? 1 : 0);
      },
    ),
  );
});

test('a document that is withheld need not be opened, one of which pages are withheld must be', () => {
  const met = withMet(new Map(), given);
  const documents = [document('d', false)];
  const whole = { ...given, documents, decisions: [withheld('d')] };
  expect(seenTogether([whole], met, {}).release).toEqual([whole]);
  const pages = { ...whole, decisions: [{ ...withheld('d'), pages: { from: 1, to: 2 } }] };
  expect(seenTogether([pages], met, {})).toMatchObject({ release: [], unopened: 1 });
});

test('each decision names the version and the last decision that were seen', () => {
  const decided = { ...given, id: 'b', decisions: [withheld('x'), { ...withheld('y'), commandId: 'e', alike: true }] };
  expect(decisionsTogether([given, decided], 'release')).toEqual([
    { item: 'a', version: '1', after: null, do: 'release' },
    { item: 'b', version: '1', after: 'c', do: 'release' },
  ]);
});

test('a record that was met with a closed quote is not decided together once the quote is open', () => {
  const title = { sv: 'Text', en: 'Text' };
  const field = { name: 'text', title, value: 'a', from: 0, length: 1, cut: false, given: 'a' } as const;
  const shown = (folds: ReviewItem['fields'][number]['folds']): ReviewItem => ({
    ...given,
    fields: [{ ...field, folds, category: 'other', thirdParty: 'none' }],
  });
  const [closed, open] = [shown([{ from: 0, to: 1, in: 'b' }]), shown([])];
  const met = withMet(new Map(), closed);
  expect(seenTogether([closed], met, {}).release).toEqual([closed]);
  expect(seenTogether([open], met, {}).release).toEqual([]);
  expect(seenTogether([open], withMet(met, open), {}).release).toEqual([open]);
  expect(seenTogether([closed], withMet(withMet(met, open), closed), {}).release).toEqual([closed]);
});
