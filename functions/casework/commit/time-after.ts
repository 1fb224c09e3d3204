import { latestOf } from '#domain/clock/latest-of.ts';
import type { Records } from './casework.ts';

/** What time it is once something that was begun at `now` has been done; both ISO 8601. */
export function timeAfter(records: Pick<Records, 'now'>, now: string): string {
  return latestOf(now, records.now());
}
