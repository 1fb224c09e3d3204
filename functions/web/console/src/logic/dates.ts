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

/** Whether a request was registered on another day of its controller than it was received. */
export function wasRegisteredLater({
  receivedAt,
  registeredAt,
  timeZone,
}: Pick<CaseView, 'receivedAt' | 'registeredAt' | 'timeZone'>): boolean {
  const day = (instant: string): string => wallClock(Date.parse(instant), timeZone).slice(0, 10);
  return day(receivedAt) !== day(registeredAt);
}

/**
 * What a date and time field gives (`2026-11-20T09:30`, by the clocks of the time zone, an IANA name) as an instant;
 * `undefined` when it is empty or no time. An hour that the clocks skip is read by the clock before it, and of one that
 * they show twice it is the first.
 */
export function instantOf(local: string, timeZone: string): string | undefined {
  const shown = local === '' ? Number.NaN : Date.parse(`${local}Z`);
  if (Number.isNaN(shown)) return undefined;
  const offsetAt = (at: number): number => Date.parse(`${wallClock(at, timeZone)}Z`) - at;
  // No zone changes its clock twice within two days: one of these offsets holds.
  const before = shown - offsetAt(shown - DAY);
  const after = shown - offsetAt(shown + DAY);
  const holds = [before, after].find((at) => at + offsetAt(at) === shown);
  return new Date(holds ?? before).toISOString();
}

/** What the clocks of a time zone show at an instant (milliseconds since the epoch): `2026-11-20T09:30:00`. */
function wallClock(instant: number, timeZone: string): string {
  // Swedish writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  return format.format(instant).replace(' ', 'T');
}
