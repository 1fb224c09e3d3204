import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from '#domain/canonical/canonical.ts';
import { Places, type Place } from '#domain/review/places.ts';
import { digitsFor, placesOf, sheetPlacesSchema } from '#domain/review/sheet-index.ts';

const placeAt = (number: number): Place => ({
  id: sha256(`id ${number}`).slice(0, 32),
  version: sha256(`version ${number}`).slice(0, 16),
  system: number % 300,
  kind: number % 70_000,
  rule: number % 2 === 0 ? null : 'own-data-of-low-risk-system',
  page: 1 + number * 40_000,
  row: number % 200,
});

it('Every place can be found by the digits of its id, whatever the number of items', () => {
  fc.assert(
    fc.property(fc.constantFrom(0, 1, 1024, 1025, 5000), (items) => {
      const places = new Places();
      const all = Array.from({ length: items }, (_, number) => placeAt(number));
      for (const one of all) places.add(one);
      const groups = new Map(
        [...places.groups()].map(({ digits, places: group }) => [digits, sheetPlacesSchema.parse(group)]),
      );
      const index = { placeDigits: digitsFor(places.size) };
      for (const { id, version, system, kind, rule, page, row } of all)
        expect(groups.get(placesOf(index, id))?.items[id]).toEqual([version, system, kind, rule, page, row]);
      expect([...groups.values()].reduce((sum, group) => sum + Object.keys(group.items).length, 0)).toBe(items);
    }),
    { numRuns: 10 },
  );
});

it('An object with places has about 4,096 of them at most', () => {
  expect([1, 4096, 4097, 65_536, 65_537, 1_000_000].map(digitsFor)).toEqual([0, 0, 1, 1, 2, 2]);
});
