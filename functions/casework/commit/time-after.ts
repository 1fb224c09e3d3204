import { latestOf } from '#domain/clock/latest-of.ts';
import type { Records } from './casework.ts';

/** The time after a step that began at `now`; both times are ISO 8601. */
export function timeAfter(records: Pick<Records, 'now'>, now: string): string {
  return latestOf(now, records.now());
}
