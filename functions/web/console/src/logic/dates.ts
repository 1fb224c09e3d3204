import type { CaseView } from '#api/staff.ts';

const DAY = 24 * 60 * 60_000;
const HOUR = 60 * 60_000;

type Dated = Pick<
  CaseView,
  'unsuspendedDue' | 'daysLeft' | 'lastDayForNotice' | 'due' | 'suspendedDays' | 'extensions'
>;

/**
 * Today's date (`YYYY-MM-DD`) in the time zone of the case. The date is calculated from `daysLeft`, because the clock
 * of the browser may be in another time zone.
 */
export function todayOf({ unsuspendedDue, daysLeft }: Pick<Dated, 'unsuspendedDue' | 'daysLeft'>): string {
  const today = Date.parse(unsuspendedDue) - daysLeft * DAY;
  return new Date(today).toISOString().slice(0, 10);
}

/**
 * Whether the period is extended. An extension moves the last day for the answer, but not the last day for the notice
 * of an extension.
 */
export function isExtended({
  unsuspendedDue,
  lastDayForNotice,
}: Pick<Dated, 'unsuspendedDue' | 'lastDayForNotice'>): boolean {
  return unsuspendedDue > lastDayForNotice;
}

/** Whether the last day for a refusal and for the notice of an extension has passed (Art. 12(3)-(4)). */
export function isTooLateForNotice(dated: Pick<Dated, 'unsuspendedDue' | 'daysLeft' | 'lastDayForNotice'>): boolean {
  return todayOf(dated) > dated.lastDayForNotice;
}

/** What the last day for the answer depends on: the length of the period, and suspensions. */
export interface HoldingDate {
  /**
   * `month`: the period is one month. `extended`: it is three months, because the notice was sent in time.
   * `notice-unsent`: it is one month until the notice of the extension is sent.
   */
  readonly period: 'month' | 'extended' | 'notice-unsent';
  /**
   * `open`: a question to the person suspends the period now. `over`: a question suspended it earlier. In both cases
   * staff work towards `unsuspendedDue`, the last day without suspensions.
   */
  readonly rest: 'none' | 'open' | 'over';
}

export function holdingDate(dated: Dated): HoldingDate {
  return {
    period: isExtended(dated) ? 'extended' : dated.extensions.length > 0 ? 'notice-unsent' : 'month',
    rest: dated.due === null ? 'open' : (dated.suspendedDays ?? 0) > 0 ? 'over' : 'none',
  };
}

/**
 * Whole hours from `now` (milliseconds since the epoch) to an instant (ISO 8601), rounded down. Negative after the
 * instant.
 */
export function hoursUntil(instant: string, now: number): number {
  return Math.floor((Date.parse(instant) - now) / HOUR);
}

/**
 * Whether staff registered the request on a later day than it was received. Days are those of the controller's time
 * zone.
 */
export function wasRegisteredLater({
  receivedAt,
  registeredAt,
  timeZone,
}: Pick<CaseView, 'receivedAt' | 'registeredAt' | 'timeZone'>): boolean {
  const day = (instant: string): string => wallClock(Date.parse(instant), timeZone).slice(0, 10);
  return day(receivedAt) !== day(registeredAt);
}

/**
 * Converts a local time (`2026-11-20T09:30`) in a time zone (IANA name) to an instant. Returns `undefined` for an empty
 * or invalid text.
 *
 * A time that the clocks skip is read with the offset before the change. For a time that occurs twice, the first
 * instant is returned.
 */
export function instantOf(local: string, timeZone: string): string | undefined {
  const shown = local === '' ? Number.NaN : Date.parse(`${local}Z`);
  if (Number.isNaN(shown)) return undefined;
  const offsetAt = (at: number): number => Date.parse(`${wallClock(at, timeZone)}Z`) - at;
  // No time zone changes its offset twice within two days. So the offset is that of the day before or that of the day
  // after.
  const before = shown - offsetAt(shown - DAY);
  const after = shown - offsetAt(shown + DAY);
  const holds = [before, after].find((at) => at + offsetAt(at) === shown);
  return new Date(holds ?? before).toISOString();
}

/** The local time in a time zone, such as `2026-11-20T09:30:00`, at an instant (milliseconds since the epoch). */
function wallClock(instant: number, timeZone: string): string {
  // The Swedish locale writes `2026-11-20 09:30:00`, as ISO 8601 does except for the `T`.
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  return format.format(instant).replace(' ', 'T');
}
