import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyText, sorter, type Placeable, type Placed } from '#domain/findings/belonging.ts';
import type { HeldIdentifier, RecordKey } from '#domain/findings/finding.ts';
import type { Knowledge } from '#domain/findings/knowledge.ts';
import { whoseBy } from '#domain/findings/whose.ts';
import { taughtBy } from '#domain/findings/taught.ts';
import { identifierKinds, identifierText, type Identifier } from '#domain/identifiers/identifier.ts';
import { weights } from '#domain/identifiers/weight.ts';

// Few values, so that equal ones and different ones of the same kind occur together.
const identifier: fc.Arbitrary<Identifier> = fc.oneof(
  fc.record({
    kind: fc.constant('email' as const),
    value: fc.constantFrom('an@x.example', 'jan@x.example', 'bo@x.example'),
  }),
  fc.record({ kind: fc.constant('phone' as const), value: fc.constantFrom('+46701740610', '+46701740611') }),
  fc.record({ kind: fc.constant('personnummer' as const), value: fc.constantFrom('197101019045', '191202119150') }),
  fc.record({ kind: fc.constant('customerNumber' as const), value: fc.constantFrom('10', '100') }),
);
const held: fc.Arbitrary<HeldIdentifier> = fc
  .tuple(identifier, fc.constantFrom(...weights))
  .map(([one, weight]) => ({ ...one, weight, field: 'f' }));
const key = fc.record({ resource: fc.constantFrom('card', 'note'), id: fc.constantFrom('1', '2', '3', '4') });
const candidate: fc.Arbitrary<Placeable> = fc
  .record({ key, identifiers: fc.array(held, { maxLength: 3 }), partOf: fc.option(key, { nil: undefined, freq: 2 }) })
  .map(({ key: { resource, id }, identifiers, partOf }) => ({
    resource,
    id,
    identifiers,
    ...(partOf === undefined ? {} : { partOf }),
  }));
const records = fc.uniqueArray(candidate, { maxLength: 8, selector: keyText });
const knowledge: fc.Arbitrary<Knowledge> = fc.record({
  verified: fc.array(identifier, { maxLength: 3 }),
  rejected: fc.array(identifier, { maxLength: 2 }),
});
const runs = { numRuns: 3_000 };
const nothing = { belonging: [], unplaced: [], apart: [] };

function sorted(pages: readonly (readonly Placeable[])[], known: Knowledge): Placed<Placeable> {
  const sort = sorter<Placeable>(whoseBy(known), nothing);
  const placed = pages.map((page) => sort(page));
  const found = placed.flatMap(({ belongs }) => belongs);
  const disputed = placed.flatMap((page) => page.disputed);
  const keys = new Set([...found, ...disputed].map(keyText));
  return {
    belongs: found,
    disputed,
    possible: placed.flatMap(({ possible }) => possible),
    unplaced: placed.flatMap(({ unplaced }) => unplaced).filter((one) => !keys.has(keyText(one))),
  };
}

const keysOf = (some: readonly RecordKey[]): readonly string[] => some.map(keyText).sort();
const paged = (all: readonly Placeable[], cuts: readonly number[]): readonly (readonly Placeable[])[] => {
  const at = [0, ...cuts.map((cut) => cut % (all.length + 1)).sort((a, b) => a - b), all.length];
  return at.slice(1).map((end, index) => all.slice(at[index], end));
};

describe('A record that belongs to a person', () => {
  it('shows this by its own identifiers, or is a part of such a record', () => {
    const seen = { own: 0, contact: 0, part: 0, adopted: 0 };
    fc.assert(
      fc.property(records, knowledge, (all, known) => {
        const { belongs } = sorted([all], known);
        const keys = new Set(belongs.map(keyText));
        for (const { tie, ...one } of belongs) {
          seen[tie.as] += 1;
          if (tie.as === 'part') expect(one.partOf !== undefined && keys.has(keyText(one.partOf))).toBe(true);
          else expect(whoseBy(known).whose(one).says).toBe('the-person');
        }
      }),
      runs,
    );
    expect(Math.min(seen.own, seen.contact, seen.part)).toBeGreaterThan(100);
  });

  it('is any record that its own identifier ties and nothing contradicts', () => {
    fc.assert(
      fc.property(records, knowledge, (all, known) => {
        const keys = keysOf(sorted([all], known).belongs);
        for (const one of all) {
          const told = whoseBy(known).whose(one);
          if (told.says === 'the-person' && (told.as === 'own' || one.partOf === undefined))
            expect(keys).toContain(keyText(one));
        }
      }),
      runs,
    );
  });

  it('is also every part of a record that belongs, and every part of such a part, on any page and in any order', () => {
    const plain = (id: string, partOf?: string): Placeable => ({
      resource: 'card',
      id,
      identifiers: partOf === undefined ? [{ kind: 'email', value: 'an@x.example', weight: 'own', field: 'f' }] : [],
      ...(partOf === undefined ? {} : { partOf: { resource: 'card', id: partOf } }),
    });
    const tree = [plain('1'), plain('2', '1'), plain('3', '2'), plain('4', '3'), plain('5', '1'), plain('6', '2')];
    const stranger = [{ ...plain('7'), identifiers: [] }, plain('8', '7'), plain('9', '8')];
    const known = { verified: [{ kind: 'email', value: 'an@x.example' } as const], rejected: [] };
    const order = fc.shuffledSubarray([...tree, ...stranger], { minLength: 9 });
    fc.assert(
      fc.property(order, fc.array(fc.nat(), { maxLength: 4 }), (all, cuts) => {
        const { belongs, possible, unplaced } = sorted(paged(all, cuts), known);
        expect(keysOf(belongs)).toEqual(keysOf(tree));
        expect(keysOf(possible)).toEqual(keysOf([plain('7')]));
        expect(keysOf(unplaced)).toEqual(keysOf([plain('8'), plain('9')]));
        // A part comes after its record, so that a reader already knows whose it is.
        const place = belongs.map(keyText);
        for (const one of tree)
          if (one.partOf !== undefined)
            expect(place.indexOf(keyText(one.partOf))).toBeLessThan(place.indexOf(keyText(one)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is found as well if the search stops after any page and continues from what was kept', () => {
    fc.assert(
      fc.property(records, knowledge, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), (all, known, cuts) => {
        const pages = paged(all, cuts);
        const byFields = whoseBy(known);
        const whole = sorter<Placeable>(byFields, nothing);
        const kept = pages.map((page) => whole(page));
        for (const index of pages.keys()) {
          const before = kept.slice(0, index + 1);
          const resumed = sorter<Placeable>(byFields, {
            belonging: before.flatMap(({ belongs }) => belongs),
            unplaced: before.flatMap(({ unplaced }) => unplaced),
            apart: before.flatMap(({ disputed, possible }) => [...disputed, ...possible]),
          });
          expect(pages.slice(index + 1).map((page) => resumed(page))).toEqual(kept.slice(index + 1));
        }
      }),
      runs,
    );
  });

  it('does not exist if no verified identifier ties a candidate, however the candidates refer to one another', () => {
    fc.assert(
      fc.property(records, knowledge, (all, known) => {
        const strangers = all.filter((one) => whoseBy(known).whose(one).says === 'nothing');
        expect(sorted([strangers], known)).toMatchObject({ belongs: [], disputed: [] });
      }),
      runs,
    );
  });

  it('is in none of the other groups: each record either belongs, or is disputed, possible, or a part without its record [000-11]', () => {
    fc.assert(
      fc.property(records, knowledge, fc.array(fc.nat(), { maxLength: 3 }), (all, known, cuts) => {
        const { belongs, disputed, possible, unplaced } = sorted(paged(all, cuts), known);
        expect(keysOf([...belongs, ...disputed, ...possible, ...unplaced])).toEqual(keysOf(all));
        expect(possible.every(({ partOf }) => partOf === undefined)).toBe(true);
        expect(unplaced.every(({ partOf }) => partOf !== undefined)).toBe(true);
      }),
      runs,
    );
  });

  it('is never one that depends on a disputed record whose letters are sent to the person', () => {
    const known = { verified: [{ kind: 'email', value: 'an@x.example' } as const], rejected: [] };
    const reached: HeldIdentifier = { kind: 'email', value: 'an@x.example', weight: 'contact', field: 'f' };
    const bo: Placeable = {
      resource: 'card',
      id: '1',
      identifiers: [reached, { kind: 'email', value: 'bo@x.example', weight: 'own', field: 'g' }],
    };
    const bill: Placeable = {
      resource: 'note',
      id: '1',
      identifiers: [reached],
      partOf: { resource: 'card', id: '1' },
    };
    const { belongs, disputed, unplaced } = sorted([[bo], [bill]], known);
    expect([keysOf(belongs), keysOf(disputed), keysOf(unplaced)]).toEqual([[], keysOf([bo]), keysOf([bill])]);
  });
});

describe('An identifier that records teach', () => {
  it('is of a kind that may be learned, is in a record that shows whose it is, and is marked if only disputed records contain it', () => {
    fc.assert(
      fc.property(records, knowledge, fc.subarray([...identifierKinds]), (all, known, learns) => {
        const { belongs, disputed } = sorted([all], known);
        const taught = taughtBy(belongs, disputed, learns);
        const texts = (some: readonly Placeable[]): ReadonlySet<string> =>
          new Set(
            some.flatMap(({ identifiers }) =>
              identifiers.filter(({ kind }) => learns.includes(kind)).map(identifierText),
            ),
          );
        const clear = texts(belongs.filter(({ tie }) => tie.as !== 'part'));
        expect(new Set(taught.filter((one) => !one.disputed).map(identifierText))).toEqual(clear);
        expect(new Set(taught.filter((one) => one.disputed).map(identifierText))).toEqual(
          new Set([...texts(disputed)].filter((text) => !clear.has(text))),
        );
        expect(new Set(taught.map(identifierText)).size).toBe(taught.length);
      }),
      runs,
    );
  });

  it('has the strongest weight of all records that contain it', () => {
    const one = { kind: 'phone', value: '+46701740610', field: 'f' } as const;
    const tie = { as: 'own', by: [] } as const;
    const teach = (...given: readonly HeldIdentifier['weight'][]) =>
      taughtBy(
        given.map((weight) => ({ tie, identifiers: [{ ...one, weight }] })),
        [],
        ['phone'],
      );
    expect(teach('stated', 'contact')).toMatchObject([{ weight: 'contact' }]);
    expect(teach('own', 'stated')).toMatchObject([{ weight: 'own' }]);
    // What a disputed record says does not count beside a clear one.
    const both = taughtBy(
      [{ tie, identifiers: [{ ...one, weight: 'stated' }] }],
      [{ identifiers: [{ ...one, weight: 'own' }] }],
      ['phone'],
    );
    expect(both).toEqual([{ kind: 'phone', value: '+46701740610', weight: 'stated', disputed: false }]);
  });
});

describe('An address with one other letter', () => {
  it('does not make a record belong to the person', () => {
    const address = 'an.berg@mejl.example';
    const known = { verified: [{ kind: 'email', value: address } as const], rejected: [] };
    const edited = fc
      .record({ at: fc.nat({ max: address.length - 1 }), letter: fc.constantFrom(...'abcxyz019._+-@') })
      .map(({ at, letter }) => address.slice(0, at) + letter + address.slice(at + 1))
      .filter((other) => other !== address);
    fc.assert(
      fc.property(edited, (value) => {
        const stranger = {
          resource: 'card',
          id: '1',
          identifiers: [{ kind: 'email', value, weight: 'own', field: 'f' } as const],
        };
        expect(sorted([[stranger]], known).belongs).toEqual([]);
      }),
      runs,
    );
  });
});
