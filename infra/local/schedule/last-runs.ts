import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { replaceFile } from '../kept-file.ts';

const storedSchema = z.record(z.string(), z.number());

/**
 * For each schedule: the time of its last completed run, in milliseconds since the epoch. Before the first run it is
 * the time at which the data folder was created.
 */
export interface LastRuns {
  of(name: string): number | undefined;
  keep(name: string, began: number): void;
}

/**
 * Opens the file `schedule.json` in `folder`. The file stores the time of the last run of each schedule. If the file
 * does not exist, the folder is new: each schedule in `names` gets the time `now`. If the file cannot be read or
 * written, a schedule may run once more than necessary; nothing else happens.
 */
export function openLastRuns(folder: string, names: readonly string[], now: number): LastRuns {
  const file = path.join(folder, 'schedule.json');
  let runs = existsSync(file) ? read(file) : {};
  const keep = (changed: Readonly<Record<string, number>>): void => {
    runs = { ...runs, ...changed };
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      replaceFile(file, JSON.stringify(runs));
    } catch {
      // The disk may be full. The schedule may then run once more than necessary at the next start.
    }
  };
  if (!existsSync(file)) keep(Object.fromEntries(names.map((name) => [name, now])));
  return { of: (name) => runs[name], keep: (name, began) => keep({ [name]: began }) };
}

function read(file: string): Readonly<Record<string, number>> {
  try {
    return storedSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? {};
  } catch {
    return {};
  }
}
