import { localDate, plusDays } from '../../clock/deadline.ts';
import { dueAt } from '../clock/clock-of.ts';
import type { OpenedCase } from '../state.ts';

/**
 * Whether an answer may be released at `now` (ISO 8601) although items of its review are still open. It may from the
 * last day for the answer on (Art. 12(3)), because one open item must not hold back all others. The policy can allow it
 * `daysBeforeDue` days earlier (`partlyDaysBeforeDue`). The answer then says what is still under review, and the next
 * answer contains it.
 */
export function mayGoPartly({ common }: Pick<OpenedCase, 'common'>, now: string, daysBeforeDue: number): boolean {
  return localDate(now, common.facts.timeZone) >= plusDays(dueAt(common, now), -daysBeforeDue);
}
