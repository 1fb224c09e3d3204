import type { CaseView } from '#api/staff.ts';

const DAY = 24 * 60 * 60_000;
const HOUR = 60 * 60_000;

type Dated = Pick<
  CaseView,
  'unsuspendedDue' | 'daysLeft' | 'lastDayForNotice' | 'due' | 'suspendedDays' | 'extensions'
>;

/**
 * Today (`YYYY-MM-DD`) in the time zone of the case, calculated from the last day for the answer and the days that are
 * left.
 */
export function todayOf({ unsuspendedDue, daysLeft }: Pick<Dated, 'unsuspendedDue' | 'daysLeft'>): string {
  const today = Date.parse(unsuspendedDue) - daysLeft * DAY;
  return new Date(today).toISOString().slice(0, 10);
}

/**
 * Whether the period is extended. If so, the last day for the answer is later than the last day for the notice of an
 * extension. An extension does not move the last day for the notice.
 */
export function isExtended({
  unsuspendedDue,
  lastDayForNotice,
}: Pick<Dated, 'unsuspendedDue' | 'lastDayForNotice'>): boolean {
  return unsuspendedDue > lastDayForNotice;
}

/** Whether it is too late for a refusal and for the notice of an extension (Art. 12(3)-(4)). */
export function isTooLateForNotice(dated: Pick<Dated, 'unsuspendedDue' | 'daysLeft' | 'lastDayForNotice'>): boolean {
  return todayOf(dated) > dated.lastDayForNotice;
}

/** What determines the last day for the answer. */
export interface HoldingDate {
  /**
   * `month`: one month. `extended`: three months, because the notice of the extension was sent in time.
   * `notice-unsent`: one month, until the notice is sent.
   */
  readonly period: 'month' | 'extended' | 'notice-unsent';
  /**
   * Whether a question suspends the period (`open`), or has suspended it (`over`). Staff still work towards the date
   * without suspensions.
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
 * Whole hours from `now` (milliseconds) until an instant (ISO 8601), rounded down. The number is negative after the
 * instant.
 */
export function hoursUntil(instant: string, now: number): number {
  return Math.floor((Date.parse(instant) - now) / HOUR);
}

/** Whether a request was registered on a later day than it was received. Days are in the controller's time zone. */
export function wasRegisteredLater({
  receivedAt,
  registeredAt,
  timeZone,
}: Pick<CaseView, 'receivedAt' | 'registeredAt' | 'timeZone'>): boolean {
  const day = (instant: string): string => wallClock(Date.parse(instant), timeZone).slice(0, 10);
  return day(receivedAt) !== day(registeredAt);
}

/**
 * The instant of a local time (`2026-11-20T09:30`) in a time zone (IANA name); `undefined` if the text is empty or
 * invalid. A local time that the clocks skip is read with the offset before the change. Of a local time that occurs
 * twice, the first instant is taken.
 */
export function instantOf(local: string, timeZone: string): string | undefined {
  const shown = local === '' ? Number.NaN : Date.parse(`${local}Z`);
  if (Number.isNaN(shown)) return undefined;
  const offsetAt = (at: number): number => Date.parse(`${wallClock(at, timeZone)}Z`) - at;
  // No zone changes its clock twice within two days, so one of these two offsets applies.
  const before = shown - offsetAt(shown - DAY);
  const after = shown - offsetAt(shown + DAY);
  const holds = [before, after].find((at) => at + offsetAt(at) === shown);
  return new Date(holds ?? before).toISOString();
}

/** The local time in a time zone at an instant (milliseconds since the epoch): `2026-11-20T09:30:00`. */
function wallClock(instant: number, timeZone: string): string {
  // The Swedish locale writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  return format.format(instant).replace(' ', 'T');
}
