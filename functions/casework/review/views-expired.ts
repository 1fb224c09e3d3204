import { hasEnded, type OpenedCase } from '#domain/case/state.ts';
import { daysBetween } from '#domain/clock/deadline.ts';
import type { Policy } from '#domain/organisation/policy.ts';
import { summarise } from '../commit/summarise.ts';

/**
 * Whether the period for the views of a case is over at `now` (ISO 8601). It is not over as long as there is material
 * that staff can look at.
 */
export function viewsExpired(state: OpenedCase, { viewDays }: Pick<Policy, 'viewDays'>, now: string): boolean {
  const { endedAt } = summarise(state);
  if (viewDays === 'as-long-as-log' || endedAt === null || !hasEnded(state) || !state.common.purged) return false;
  return daysBetween(endedAt.slice(0, 10), now.slice(0, 10)) >= viewDays;
}
