import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseRaw } from '#connectors/sdk/normalise-raw.ts';
import { decideBelonging, identifierText, type BelongingCandidate } from '#domain/findings/belonging.ts';
import type { RecordKey } from '#domain/findings/finding.ts';
import { identifierKinds, type Identifier } from '#domain/identifiers/identifier.ts';

const today = '2026-11-21';
const normalise = (raw: Parameters<typeof normaliseRaw>[0]): Identifier | undefined => normaliseRaw(raw, { today });

// Few values that are near one another, so that equal ones, near ones and spellings of the same one all meet.
const rawIdentifier = fc.oneof(
  fc.record({
    kind: fc.constant('email' as const),
    value: fc.constantFrom(
      'an@x.example',
      'AN@X.example',
      ' an@x.example ',
      'jan@x.example',
      'an@x.example.se',
      'an+a@x.example',
      'an@xx.example',
      '\u0430n@x.example',
      'an@x.example,jan@x.example',
      '',
      'an',
    ),
  }),
  fc.record({
    kind: fc.constant('phone' as const),
    value: fc.constantFrom('070-174 06 10', '+46701740610', '0046701740610', '+46701740611', '1740610', ''),
  }),
  fc.record({
    kind: fc.constant('personnummer' as const),
    value: fc.constantFrom('19710101-9045', '710101-9045', '197101019045', '197101019046', '191202119150'),
  }),
  fc.record({
    kind: fc.constantFrom('customerNumber' as const, 'orderNumber' as const),
    value: fc.constantFrom('10', '100', '210', '010', ' 10 '),
  }),
);
const key = fc.record({ resource: fc.constantFrom('contact', 'note'), id: fc.constantFrom('1', '2', '3', '4', '5') });
const candidate: fc.Arbitrary<BelongingCandidate> = fc
  .record({
    key,
    identifiers: fc.array(rawIdentifier, { maxLength: 3 }),
    partOf: fc.option(key, { nil: undefined, freq: 2 }),
  })
  .map(({ key: { resource, id }, identifiers, partOf }) => ({
    resource,
    id,
    identifiers,
    ...(partOf === undefined ? {} : { partOf }),
  }));
const page = fc.uniqueArray(candidate, { maxLength: 8, selector: text });
const identifiers = fc
  .array(rawIdentifier, { maxLength: 3 })
  .map((raws) => raws.flatMap((raw) => normalise(raw) ?? []));
const situation = fc.record({
  candidates: page,
  verified: identifiers,
  knownRoots: fc.array(key, { maxLength: 2 }),
  learns: fc.subarray([...identifierKinds]),
});

function text({ resource, id }: RecordKey): string {
  return `${resource}/${id}`;
}

function isTied(one: BelongingCandidate, verified: readonly Identifier[]): boolean {
  const known = verified.map(identifierText);
  return one.identifiers.some((raw) => {
    const own = normalise(raw);
    return own !== undefined && known.includes(identifierText(own));
  });
}

const runs = { numRuns: 3_000 };

describe('what belongs to a person', () => {
  it('has an identifier that is exactly a verified one, or is part of what belongs', () => {
    const seen = { tied: 0, parts: 0 };
    fc.assert(
      fc.property(situation, ({ candidates, verified, knownRoots, learns }) => {
        const { belongs } = decideBelonging(candidates, { verified, knownRoots, learns, normalise });
        const allowed = new Set([...knownRoots, ...belongs].map(text));
        for (const one of belongs) {
          seen[isTied(one, verified) ? 'tied' : 'parts'] += 1;
          expect(isTied(one, verified) || (one.partOf !== undefined && allowed.has(text(one.partOf)))).toBe(true);
        }
      }),
      runs,
    );
    expect(Math.min(seen.tied, seen.parts)).toBeGreaterThan(300);
  });

  it('is everything that has one, whatever else it has', () => {
    fc.assert(
      fc.property(situation, ({ candidates, verified, knownRoots, learns }) => {
        const { belongs } = decideBelonging(candidates, { verified, knownRoots, learns, normalise });
        for (const one of candidates) if (isTied(one, verified)) expect(belongs).toContain(one);
      }),
      runs,
    );
  });

  it('is every part of a record before it that belongs', () => {
    fc.assert(
      fc.property(situation, ({ candidates, verified, knownRoots, learns }) => {
        const { belongs } = decideBelonging(candidates, { verified, knownRoots, learns, normalise });
        const before = new Set(knownRoots.map(text));
        for (const one of candidates) {
          if (one.partOf !== undefined && before.has(text(one.partOf))) expect(belongs).toContain(one);
          if (belongs.includes(one)) before.add(text(one));
        }
      }),
      runs,
    );
  });

  it('is nothing at all when no candidate has one and nothing was found before, however they point at one another', () => {
    fc.assert(
      fc.property(situation, ({ candidates, verified, learns }) => {
        const strangers = candidates.filter((one) => !isTied(one, verified));
        const result = decideBelonging(strangers, { verified, knownRoots: [], learns, normalise });
        expect(result).toMatchObject({ belongs: [], roots: [], taught: [] });
      }),
      runs,
    );
  });

  it('never grows when an identifier is verified no longer', () => {
    fc.assert(
      fc.property(situation, ({ candidates, verified, knownRoots, learns }) => {
        const all = decideBelonging(candidates, { verified, knownRoots, learns, normalise }).belongs;
        const fewer = decideBelonging(candidates, {
          verified: verified.slice(1),
          knownRoots,
          learns,
          normalise,
        }).belongs;
        for (const one of fewer) expect(all).toContain(one);
      }),
      runs,
    );
  });

  it('is kept apart from what is only possible, and each record that is no part stands in exactly one of the two [000-11]', () => {
    fc.assert(
      fc.property(situation, ({ candidates, verified, knownRoots, learns }) => {
        const { belongs, possible, roots } = decideBelonging(candidates, { verified, knownRoots, learns, normalise });
        for (const one of candidates) {
          const inBoth = [belongs.includes(one), possible.some((other) => text(other) === text(one))];
          expect(inBoth.filter(Boolean).length).toBe(one.partOf === undefined || belongs.includes(one) ? 1 : 0);
        }
        expect(roots.map(text)).toEqual(belongs.filter(({ partOf }) => partOf === undefined).map(text));
      }),
      runs,
    );
  });

  it('teaches identifiers of records that are tied to the person themselves, of the kinds that may be learned', () => {
    fc.assert(
      fc.property(situation, ({ candidates, verified, knownRoots, learns }) => {
        const { taught } = decideBelonging(candidates, { verified, knownRoots, learns, normalise });
        const sources = candidates
          .filter((one) => isTied(one, verified))
          .flatMap((one) => one.identifiers.flatMap((raw) => normalise(raw) ?? []));
        const allowed = new Set(sources.filter(({ kind }) => learns.includes(kind)).map(identifierText));
        expect(new Set(taught.map(identifierText))).toEqual(allowed);
      }),
      runs,
    );
  });

  it('is nothing that is held under an address with any one letter added, left out, changed or swapped', () => {
    const address = 'an.berg@mejl.example';
    const verified: readonly Identifier[] = [{ kind: 'email', value: address }];
    const edited = fc
      .record({
        at: fc.nat({ max: address.length }),
        letter: fc.constantFrom(...'abcxyz019._+-@ å\u0430'),
        edit: fc.constantFrom('add', 'drop', 'change', 'swap'),
      })
      .map(({ at, letter, edit }) => {
        switch (edit) {
          case 'add':
            return address.slice(0, at) + letter + address.slice(at);
          case 'drop':
            return address.slice(0, at) + address.slice(at + 1);
          case 'change':
            return address.slice(0, at) + letter + address.slice(at + 1);
          case 'swap':
            return address.slice(0, at) + (address[at + 1] ?? '') + (address[at] ?? '') + address.slice(at + 2);
        }
      })
      .filter((other) => other.trim() !== address);
    fc.assert(
      fc.property(edited, (value) => {
        const stranger = { resource: 'contact', id: '1', identifiers: [{ kind: 'email' as const, value }] };
        const context = { verified, knownRoots: [], learns: [], normalise };
        expect(decideBelonging([stranger], context).belongs).toEqual([]);
      }),
      runs,
    );
  });
});
