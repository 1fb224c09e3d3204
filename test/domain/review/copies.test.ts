// Items that are shown alike are seen once. A decision for all of them counts for each, and for those that come later.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiesBy, onCopy, type Copy, type CopyGroup } from '#domain/review/copies.ts';
import type { EntryOf, ReviewEntry } from '#domain/review/entry.ts';

const copy = (name: string): Copy => ({
  item: name.repeat(32),
  version: name.repeat(16),
  page: 1,
  row: 0,
});
const [a, b, c] = [copy('a'), copy('b'), copy('c')];
const group: CopyGroup = { system: 0, kind: 0, items: [a, b, c] };
const release = (on: Copy, more: Partial<EntryOf<'release'>> = {}): EntryOf<'release'> => ({
  do: 'release',
  item: on.item,
  version: on.version,
  system: 'crm',
  ...more,
});
const mask = (on: Copy, more: Partial<EntryOf<'mask'>> = {}): EntryOf<'mask'> => ({
  ...release(on),
  do: 'mask',
  field: 'note',
  span: { from: 3, to: 7 },
  letter: null,
  ground: 'others-rights',
  text: null,
  told: true,
  ...more,
});
const together = (entries: readonly ReviewEntry[]) => copiesBy([group], entries).sets.map(({ items }) => items);
const copies = true;

describe('Items that are shown alike', () => {
  it('are one to see as long as they are decided alike', () => {
    expect(together([])).toEqual([[a, b, c]]);
    expect(together([release(a), release(b), release(c)])).toEqual([[a, b, c]]);
    expect(together([release(b)])).toEqual([[a, c]]);
    expect(together([release(a), mask(b)])).toEqual([]);
  });

  it('are told apart by what was decided on an older version of one of them', () => {
    expect(together([{ ...release(a), version: '0'.repeat(16) }])).toEqual([[a, b, c]]);
  });
});

describe('An item that comes later', () => {
  it('takes over what was decided for all that are alike', () => {
    const all = [release(a, { copies }), mask(a, { copies }), release(b, { copies }), mask(b, { copies })];
    const { entries, takenFrom } = copiesBy([group], all);
    expect(entries).toEqual([...all, release(c, { copies }), mask(c, { copies })]);
    expect([takenFrom(a.item), takenFrom(c.item)]).toEqual([undefined, a]);
  });

  it.each([
    ['somebody decided on the others alone', [release(a)]],
    ['one decision on them was for one alone', [release(a, { copies }), mask(a)]],
    ['the others are decided differently', [release(a, { copies }), mask(b, { copies })]],
    [
      'the others are not the person’s',
      [{ do: 'reject', item: a.item, version: a.version, system: 'crm' } satisfies ReviewEntry],
    ],
    ['the decision was on an older version', [{ ...release(a, { copies }), version: '0'.repeat(16) }]],
  ])('is open if %s', (_, all: readonly ReviewEntry[]) => {
    const { entries, takenFrom } = copiesBy([group], all);
    expect(entries).toEqual(all);
    expect(takenFrom(c.item)).toBeUndefined();
  });
});

it('Whatever was decided, each item is in at most one set, and only items with the same decisions are together', () => {
  const entry = fc
    .tuple(fc.constantFrom(a, b, c), fc.boolean(), fc.boolean())
    .map(([on, isMask, isForAll]) => (isMask ? mask : release)(on, isForAll ? { copies } : {}));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), (inForce) => {
      const { sets, entries, with: alike } = copiesBy([group], inForce);
      const all = sets.flatMap(({ items }) => items.map(({ item }) => item));
      expect(new Set(all).size).toBe(all.length);
      expect(entries.slice(0, inForce.length)).toEqual(inForce);
      const saying = (one: Copy) =>
        entries.flatMap((of) => ('item' in of && of.item === one.item ? [onCopy(of, a)] : []));
      for (const one of group.items) for (const other of alike(one.item)) expect(saying(other)).toEqual(saying(one));
    }),
  );
});
