import type { CaseView } from '#api/staff.ts';

const DAY = 24 * 60 * 60_000;
const HOUR = 60 * 60_000;

type Dated = Pick<
  CaseView,
  'unsuspendedDue' | 'daysLeft' | 'lastDayForNotice' | 'due' | 'suspendedDays' | 'extensions'
>;

/** Today (`YYYY-MM-DD`) in the case's time zone: its date minus the days left. */
export function todayOf({ unsuspendedDue, daysLeft }: Pick<Dated, 'unsuspendedDue' | 'daysLeft'>): string {
  const today = Date.parse(unsuspendedDue) - daysLeft * DAY;
  return new Date(today).toISOString().slice(0, 10);
}

/** Whether an extension is valid: then the date is later than the last day for its notice, which never changes. */
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

/** The date that applies, and why. */
export interface HoldingDate {
  /** One month; three, because the notice was sent in time; or one month until the notice is sent. */
  readonly period: 'month' | 'extended' | 'notice-unsent';
  /** Whether a question suspends the period, or has suspended it: work follows the date without suspensions. */
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

/** Whether a request was registered on a later day than it was received, in the controller's time zone. */
export function wasRegisteredLater({
  receivedAt,
  registeredAt,
  timeZone,
}: Pick<CaseView, 'receivedAt' | 'registeredAt' | 'timeZone'>): boolean {
  const day = (instant: string): string => wallClock(Date.parse(instant), timeZone).slice(0, 10);
  return day(receivedAt) !== day(registeredAt);
}

/**
 * The value of a date and time field (`2026-11-20T09:30`, in the time zone, an IANA name) as an instant; `undefined` if
 * it is empty or invalid. An hour that the clocks skip is read with the offset before it; of an hour that occurs twice
 * the first is taken.
 */
export function instantOf(local: string, timeZone: string): string | undefined {
  const shown = local === '' ? Number.NaN : Date.parse(`${local}Z`);
  if (Number.isNaN(shown)) return undefined;
  const offsetAt = (at: number): number => Date.parse(`${wallClock(at, timeZone)}Z`) - at;
  // No zone changes its clock twice within two days: one of these offsets applies.
  const before = shown - offsetAt(shown - DAY);
  const after = shown - offsetAt(shown + DAY);
  const holds = [before, after].find((at) => at + offsetAt(at) === shown);
  return new Date(holds ?? before).toISOString();
}

/** The local time in a time zone at an instant (milliseconds since the epoch): `2026-11-20T09:30:00`. */
function wallClock(instant: number, timeZone: string): string {
  // Swedish writes dates like ISO 8601.
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  return format.format(instant).replace(' ', 'T');
}
