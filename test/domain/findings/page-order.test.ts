// Whose the records of a system are does not depend on the order in which its pages, and the records on them, come.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyText, sorter, type Placeable, type Tie } from '#domain/findings/belonging.ts';
import { countsBy, type PageEvidence } from '#domain/findings/counts.ts';
import type { HeldIdentifier } from '#domain/findings/finding.ts';
import type { Knowledge } from '#domain/findings/knowledge.ts';
import { standings } from '#domain/findings/standing.ts';
import { whoseBy } from '#domain/findings/whose.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { weights } from '#domain/identifiers/weight.ts';

interface Given extends Placeable {
  readonly isUnread: boolean;
}

const identifier: fc.Arbitrary<Identifier> = fc.oneof(
  fc.record({ kind: fc.constant('email' as const), value: fc.constantFrom('asa@x.example', 'bo@y.example') }),
  fc.record({ kind: fc.constant('phone' as const), value: fc.constantFrom('+46701740610', '+46701740611') }),
  fc.record({ kind: fc.constant('personnummer' as const), value: fc.constantFrom('189001019802', '198012312388') }),
  fc.record({ kind: fc.constant('customerNumber' as const), value: fc.constantFrom('10', '777') }),
);
const held: fc.Arbitrary<HeldIdentifier> = fc
  .tuple(identifier, fc.constantFrom(...weights))
  .map(([one, weight]) => ({ ...one, weight, field: 'f' }));
/** Records, of which some are parts of an earlier one of the list, or of one that never comes. */
const records: fc.Arbitrary<readonly Given[]> = fc
  .array(
    fc.record({
      identifiers: fc.array(held, { maxLength: 3 }),
      above: fc.option(fc.nat(8), { nil: undefined }),
      isUnread: fc.boolean(),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((all) =>
    all.map(({ identifiers, above, isUnread }, index) => ({
      resource: 'card',
      id: String(index),
      identifiers,
      isUnread,
      ...(above === undefined ? {} : { partOf: { resource: 'card', id: above < index ? String(above) : 'gone' } }),
    })),
  );
const knowledge: fc.Arbitrary<Knowledge> = fc.record({
  verified: fc.array(identifier, { minLength: 1, maxLength: 3 }),
  rejected: fc.array(identifier, { maxLength: 2 }),
});

/** What a search that gives these pages comes to. */
function outcome(pages: readonly (readonly Given[])[], known: Knowledge) {
  const sort = sorter<Given>(whoseBy(known), { belonging: [], unplaced: [], apart: [] });
  const key = ({ resource, id }: Given) => ({ resource, id });
  const finding = ({ tie, ...one }: Given & { readonly tie: Tie }) => ({
    ...key(one),
    partOf: one.partOf ?? null,
    identifiers: [...one.identifiers],
    tie: 'by' in tie ? { as: tie.as, by: [...tie.by] } : tie,
    documents: 0,
    isUnread: one.isUnread,
  });
  const kept = pages.map((page): PageEvidence => {
    const { belongs, disputed, possible, unplaced } = sort(page);
    return {
      wave: 1,
      learned: [],
      findings: belongs.map(finding),
      unread: [],
      disputed: disputed.map((one) => ({ ...key(one), by: one.by })),
      possible: possible.map(key),
      unplaced: unplaced.map((one) => ({ ...key(one), partOf: one.partOf ?? null })),
    };
  });
  const { look, together } = standings(known);
  for (const page of kept) look('crm', page);
  const of = together()('crm');
  const counts = countsBy(of);
  for (const page of kept) counts.add(page);
  const { resources: _, ...counted } = counts.wave(1);
  const belongs = kept.flatMap(({ findings }) => findings.filter((one) => of.of(one) === 'belongs').map(keyText));
  return { belongs: belongs.sort(), counted };
}

it('Which records belong, and which are disputed, possible and unread, does not depend on the order of the records', () => {
  const seen = { belongs: 0, disputed: 0, possible: 0, unread: 0 };
  fc.assert(
    fc.property(
      records.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length }), fc.nat(6)),
      ),
      knowledge,
      ([all, shuffled, cut], known) => {
        const once = outcome([all], known);
        expect(outcome([shuffled.slice(0, cut), shuffled.slice(cut)], known)).toEqual(once);
        expect(
          outcome(
            shuffled.map((one) => [one]),
            known,
          ),
        ).toEqual(once);
        seen.belongs += once.belongs.length;
        seen.disputed += once.counted.disputed;
        seen.possible += once.counted.possible;
        seen.unread += once.counted.unread;
      },
    ),
    { numRuns: 2_000 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(5);
});

it('A part that only a contact ties waits for its record, and until then its own parts do not belong either', () => {
  const asa = { kind: 'email', value: 'asa@x.example' } as const;
  const key = (id: string) => ({ resource: 'card', id });
  const mine = { ...asa, weight: 'contact', field: 'f' } as const;
  const another = { kind: 'personnummer', value: '198012312388', weight: 'own', field: 'f' } as const;
  const record: Given = { ...key('record'), identifiers: [], isUnread: false };
  const part: Given = { ...key('part'), identifiers: [mine], isUnread: false, partOf: key('record') };
  const ofPart: Given = { ...key('of-part'), identifiers: [another], isUnread: false, partOf: key('part') };
  const known = { verified: [asa, { kind: 'personnummer', value: '189001019802' }], rejected: [] } as const;
  for (const order of [
    [record, part, ofPart],
    [part, ofPart, record],
    [ofPart, part, record],
    [part, record, ofPart],
  ])
    for (const pages of [[order], order.map((one) => [one])])
      expect(outcome(pages, known)).toEqual({
        belongs: [],
        counted: { records: 0, files: 0, unread: 0, possible: 1, disputed: 0 },
      });
});
