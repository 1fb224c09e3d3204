// A random draw can be repeated, and everything has the same chance.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawFrom, sampleOf } from '#domain/review/sample.ts';

const letters = [...'abcdefghij'];

it('The same seed draws the same, and another seed draws something else', () => {
  const drawn = (seed: string) => sampleOf(letters, 3, drawFrom(seed)).join('');
  expect(drawn('a')).toBe(drawn('a'));
  expect(new Set(['a', 'b', 'c', 'd', 'e'].map(drawn)).size).toBeGreaterThan(1);
});

it('A sample has each thing at most once, in order, and never more than there are', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat()), fc.nat(30), fc.string(), (all, size, seed) => {
      const drawn = sampleOf(all, size, drawFrom(seed));
      expect(drawn).toHaveLength(Math.min(size, all.length));
      expect(all.filter((one) => drawn.includes(one))).toEqual(drawn);
    }),
  );
});

it('Each thing is drawn about as often as every other', () => {
  const counts = new Map(letters.map((letter) => [letter, 0]));
  for (let seed = 0; seed < 2000; seed += 1)
    for (const one of sampleOf(letters, 3, drawFrom(String(seed)))) counts.set(one, (counts.get(one) ?? 0) + 1);
  // 600 are expected. A count beyond these bounds is as unlikely as seven standard deviations.
  for (const count of counts.values()) expect(Math.abs(count - 600)).toBeLessThan(145);
});
