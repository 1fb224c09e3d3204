import type { Place } from './applied.ts';
import type { ReviewLine } from './line.ts';

/** Counts what an answer leaves out of one system. */
export interface Tally {
  /** `times`: how often the answer leaves it out. */
  add(resource: string, place: Place, times?: number): void;
  /** The lines, in the order in which they were first added. */
  lines(): readonly ReviewLine[];
}

/**
 * Counts the places that an answer masks or leaves out, while its records are read. Places of the same kind of record
 * with the same ground and reason make one line.
 */
export function tallyOf(system: string): Tally {
  const lines = new Map<string, ReviewLine>();
  return {
    add(resource, { kind, ground, text, told, pages = 1 }, times = pages) {
      if (times === 0) return;
      const key = JSON.stringify([resource, kind, ground, text, told]);
      const count = (lines.get(key)?.count ?? 0) + times;
      lines.set(key, { system, resource, kind, ground, text, told, count });
    },
    lines: () => [...lines.values()],
  };
}

/** The lines of which the person is told. */
export function toldLines(lines: readonly ReviewLine[]): readonly ReviewLine[] {
  return lines.filter(({ told }) => told);
}
