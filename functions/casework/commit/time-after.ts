import { latestOf } from '#domain/clock/latest-of.ts';
import type { Records } from './casework.ts';

/**
 * Returns the later of `now` and the clock (ISO 8601). A function calls `timeAfter` after a slow step that began at
 * `now`.
 */
export function timeAfter(records: Pick<Records, 'now'>, now: string): string {
  return latestOf(now, records.now());
}
