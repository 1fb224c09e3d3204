import { randomInt } from 'node:crypto';

/** What random tests begin with. `UTDRAG_SEED=N` runs one again that failed. */
export const seed = Number(process.env['UTDRAG_SEED'] ?? randomInt(2 ** 31));

/** Whether tests that take minutes run in full: `UTDRAG_LONG=1`. */
export const isLong = process.env['UTDRAG_LONG'] === '1';

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
