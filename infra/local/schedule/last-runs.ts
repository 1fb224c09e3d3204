import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { replaceFile } from '../kept-file.ts';

const storedSchema = z.record(z.string(), z.number());

/** For each schedule: the time of its last completed run, in milliseconds since the epoch. */
export interface LastRuns {
  of(name: string): number | undefined;
  keep(name: string, began: number): void;
}

/**
 * Opens the file `schedule.json` in `folder`, which stores these times. If the file cannot be read or written, the only
 * effect is that a schedule runs once too often.
 */
export function openLastRuns(folder: string): LastRuns {
  const file = path.join(folder, 'schedule.json');
  let runs = read(file);
  return {
    of: (name) => runs[name],
    keep(name, began) {
      runs = { ...runs, [name]: began };
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        replaceFile(file, JSON.stringify(runs));
      } catch {
        // The disk may be full. The schedule may then run once too often at the next start.
      }
    },
  };
}

function read(file: string): Readonly<Record<string, number>> {
  try {
    return storedSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? {};
  } catch {
    return {};
  }
}
