import type { CaseView } from '#api/staff.ts';

const DAY = 24 * 60 * 60_000;
const HOUR = 60 * 60_000;

type Dated = Pick<
  CaseView,
  'unsuspendedDue' | 'daysLeft' | 'lastDayForNotice' | 'due' | 'suspendedDays' | 'extensions'
>;

/** Today (`YYYY-MM-DD`) where the case is handled: its date, less the days that are left. */
export function todayOf({ unsuspendedDue, daysLeft }: Pick<Dated, 'unsuspendedDue' | 'daysLeft'>): string {
  const today = Date.parse(unsuspendedDue) - daysLeft * DAY;
  return new Date(today).toISOString().slice(0, 10);
}

/** Whether an extension holds: then the date is later than the last day for its notice, which never moves. */
export function isExtended({
  unsuspendedDue,
  lastDayForNotice,
}: Pick<Dated, 'unsuspendedDue' | 'lastDayForNotice'>): boolean {
  return unsuspendedDue > lastDayForNotice;
}

/** Whether the last day has passed for the notice of an extension and for a refusal (Art. 12(3)-(4)). */
export function isTooLateForNotice(dated: Pick<Dated, 'unsuspendedDue' | 'daysLeft' | 'lastDayForNotice'>): boolean {
  return todayOf(dated) > dated.lastDayForNotice;
}

/** Which date holds, and why. */
export interface HoldingDate {
  /** One month; three, because the notice was sent in time; or one month as long as the notice is not sent. */
  readonly period: 'month' | 'extended' | 'notice-unsent';
  /** Whether an answer is awaited that lets the period rest, or has come: work goes by the date without that. */
  readonly rest: 'none' | 'open' | 'over';
}

export function holdingDate(dated: Dated): HoldingDate {
  return {
    period: isExtended(dated) ? 'extended' : dated.extensions.length > 0 ? 'notice-unsent' : 'month',
    rest: dated.due === null ? 'open' : (dated.suspendedDays ?? 0) > 0 ? 'over' : 'none',
  };
}

/** Whole hours from `now` (milliseconds) until an instant (ISO 8601), rounded down; negative after it. */
export function hoursUntil(instant: string, now: number): number {
  return Math.floor((Date.parse(instant) - now) / HOUR);
}

/** Whether a request was registered on another day (UTC) than it was received. */
export function wasRegisteredLater({
  receivedAt,
  registeredAt,
}: Pick<CaseView, 'receivedAt' | 'registeredAt'>): boolean {
  return receivedAt.slice(0, 10) !== registeredAt.slice(0, 10);
}

/** What a date and time field gives (local, without a zone) as an instant; `undefined` when it is empty or no time. */
export function instantOf(local: string): string | undefined {
  const at = local === '' ? Number.NaN : Date.parse(local);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
