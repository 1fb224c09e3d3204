import path from 'node:path';
import * as z from 'zod';
import type { LocalClock } from './endpoint.ts';
import { readIfThere, replaceFile } from './kept-file.ts';

const storedSchema = z.strictObject({ aheadMilliseconds: z.number().nonnegative() });

export interface ShiftableClock extends LocalClock {
  /**
   * Moves the local clock forward by a number of milliseconds. The sum of all moves is stored in the folder, so the
   * local clock stays ahead after a restart.
   */
  shift(milliseconds: number): void;
}

/** The local clock: the machine's clock plus the number of milliseconds that is stored in `folder`. */
export function openClock(folder: string): ShiftableClock {
  const file = path.join(folder, 'clock.json');
  const listeners = new Set<() => void>();
  const stored = readIfThere(file);
  let ahead = stored === undefined ? 0 : storedSchema.parse(JSON.parse(stored)).aheadMilliseconds;
  return {
    now: () => Date.now() + ahead,
    onShift(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    shift(milliseconds) {
      if (!(milliseconds >= 0)) throw new RangeError('the clock of the local cloud can only be moved forward');
      const next = ahead + milliseconds;
      replaceFile(file, JSON.stringify({ aheadMilliseconds: next }));
      // If the file cannot be written, the function throws before it moves the clock.
      ahead = next;
      for (const listener of listeners) listener();
    },
  };
}
