import { hasEnded, type OpenedCase } from '#domain/case/state.ts';
import { daysBetween } from '#domain/clock/deadline.ts';
import type { Policy } from '#domain/organisation/policy.ts';
import { summarise } from '../commit/summarise.ts';

/**
 * Whether the days for which the views of a case are kept have ended at `now` (ISO 8601). They have not ended as long
 * as the case has material that staff can be shown.
 */
export function viewsExpired(state: OpenedCase, { viewDays }: Pick<Policy, 'viewDays'>, now: string): boolean {
  const { endedAt } = summarise(state);
  if (viewDays === 'as-long-as-log' || endedAt === null || !hasEnded(state) || !state.common.purged) return false;
  return daysBetween(endedAt.slice(0, 10), now.slice(0, 10)) >= viewDays;
}
