import { randomInt } from 'node:crypto';

/** The seed of random tests. `UTDRAG_SEED=N` runs a failed test again with the seed that it printed. */
export const seed = Number(process.env['UTDRAG_SEED'] ?? randomInt(2 ** 31));

/** Whether tests that take minutes run completely: `UTDRAG_LONG=1`. */
export const isLong = process.env['UTDRAG_LONG'] === '1';

/** Returns numbers from 0 to below 1, the same numbers for the same seed (mulberry32). */
export function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
