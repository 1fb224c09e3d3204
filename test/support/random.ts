import { randomInt } from 'node:crypto';

/**
 * The seed of tests with random values. To repeat a failed test, set `UTDRAG_SEED` to the seed that the test printed.
 */
export const seed = Number(process.env['UTDRAG_SEED'] ?? randomInt(2 ** 31));

/** Whether tests that take minutes run completely (`UTDRAG_LONG=1`). Otherwise they make fewer tries. */
export const isLong = process.env['UTDRAG_LONG'] === '1';

/** The number of runs of a random test: `all` with `UTDRAG_LONG=1`, otherwise an eighth of them. */
export function runs(all: number): number {
  return isLong ? all : Math.ceil(all / 8);
}

/** Makes a function like `Math.random` that gives the same numbers for the same `start` (the algorithm mulberry32). */
export function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Returns `count` of the items, in their original order; the seed decides which. With `UTDRAG_LONG=1` it returns all
 * items.
 */
export function someOf<T>(items: readonly T[], count: number): readonly T[] {
  if (isLong) return items;
  const random = randomFrom(seed);
  const places = items.map((_, place) => ({ place, rank: random() })).toSorted((a, b) => a.rank - b.rank);
  const chosen = new Set(places.slice(0, count).map(({ place }) => place));
  return items.filter((_, place) => chosen.has(place));
}
