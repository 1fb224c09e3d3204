import { sha256 } from '../canonical/canonical.ts';

/** Draws whole numbers from 0 up to, but not including, `below`. */
export type Draw = (below: number) => number;

/**
 * Draws numbers at random. The same seed gives the same numbers, so that everybody can repeat a drawing, and nobody can
 * choose what is drawn.
 */
export function drawFrom(seed: string): Draw {
  let count = 0;
  return (below) => {
    count += 1;
    // With 48 bits the remainder favours no number noticeably.
    return Number.parseInt(sha256(`${seed} ${count}`).slice(0, 12), 16) % below;
  };
}

/** Draws at most `size` of some things, each with the same chance, in the order in which they stand. */
export function sampleOf<T>(all: readonly T[], size: number, draw: Draw): readonly T[] {
  const left = all.map((_, index) => index);
  const drawn = Array.from({ length: Math.min(size, all.length) }, () => left.splice(draw(left.length), 1)[0] ?? 0);
  return drawn.toSorted((a, b) => a - b).flatMap((index) => all[index] ?? []);
}
