import { getISO } from 'temporal-polyfill/fns/Calendar';
import * as Instant from 'temporal-polyfill/fns/Instant';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import { dateOf, dayNumberOf } from './civil-date.ts';
import { dayOff, type Jurisdiction } from './holidays.ts';
import { monthsFrom, type Calendar } from './period.ts';
import { suspendedDays as suspendedDaysOf, type Suspension } from './suspension.ts';

export type { Calendar } from './period.ts';
export type { Suspension } from './suspension.ts';

/** Local calendar dates, `YYYY-MM-DD`. A due date is the last day: the period ends at the end of that day. */
export interface Deadlines {
  readonly receivedLocalDate: string;
  /**
   * One month from receipt (Art. 12(3)). The same day is the last day to send an extension notice or a refusal (Art.
   * 12(3)-(4)).
   */
  readonly due: string;
  /** Three months from receipt, counted as one period and not as one plus two months. */
  readonly extendedDue: string;
}

/** All dates of a case, with and without suspensions, as `YYYY-MM-DD`. A period ends at the end of its last day. */
export interface Dates {
  readonly receivedLocalDate: string;
  /** One month from receipt plus the suspended days (Art. 12(3)); `null` while a reply of the person is awaited. */
  readonly due: string | null;
  /** Three months from receipt plus the suspended days; `null` while a reply of the person is awaited. */
  readonly extendedDue: string | null;
  /**
   * The last day to send an extension notice or a refusal (Art. 12(3)-(4)). The law sets this day, and the
   * organisation's suspensions do not move it.
   */
  readonly lastDayForNotice: string;
  /** The dates without suspensions. Warnings and the order of the queue use them. */
  readonly unsuspendedDue: string;
  readonly unsuspendedExtendedDue: string;
  readonly suspendedDays: number | null;
}

/** Our own targets within the statutory month; local dates, `YYYY-MM-DD`. */
export interface Targets {
  /** One working day after receipt: the request is acknowledged. */
  readonly acknowledge: string;
  /** Three working days after receipt: the person has been asked for a proof of identity, if one is needed. */
  readonly askForIdentity: string;
  /** 20 days after receipt: a draft of the answer is ready. */
  readonly draft: string;
}

/**
 * The dates of a request that was received at an instant (ISO 8601), by Regulation 1182/71 Art. 3 in the controller's
 * zone. The extended period is counted from the day of receipt, and not from the due date. First the suspended days are
 * added. If the date is then a day off, it moves to the next working day. The function never throws for a valid instant
 * and zone; `suspensionFault` finds impossible suspensions.
 */
export function datesOf(receivedAt: string, calendar: Calendar, suspensions: readonly Suspension[]): Dates {
  const receivedLocalDate = localDate(receivedAt, calendar.timeZone);
  const suspendedDays = suspendedDaysOf(receivedAt, suspensions, calendar.timeZone);
  const end = (months: number, days: number): string => monthsFrom(receivedLocalDate, months, days, calendar).end;
  const unsuspendedDue = end(1, 0);
  const unsuspendedExtendedDue = end(3, 0);
  const suspended = (months: number, unsuspended: string): string | null => {
    if (suspendedDays === null) return null;
    return suspendedDays === 0 ? unsuspended : end(months, suspendedDays);
  };
  return {
    receivedLocalDate,
    due: suspended(1, unsuspendedDue),
    extendedDue: suspended(3, unsuspendedExtendedDue),
    lastDayForNotice: unsuspendedDue,
    unsuspendedDue,
    unsuspendedExtendedDue,
    suspendedDays,
  };
}

/** The dates without suspensions. The Swedish eves (such as Christmas Eve) count as working days. */
export function deadlines(receivedAt: string, jurisdiction: Jurisdiction, timeZone: string): Deadlines {
  const calendar = { jurisdiction, timeZone, evesCountAsHolidays: false };
  const { receivedLocalDate, unsuspendedDue, unsuspendedExtendedDue } = datesOf(receivedAt, calendar, []);
  return { receivedLocalDate, due: unsuspendedDue, extendedDue: unsuspendedExtendedDue };
}

/** Our own targets for a request that was received at an instant (ISO 8601). The law does not require these dates. */
export function targetsOf(receivedAt: string, calendar: Calendar): Targets {
  const received = localDate(receivedAt, calendar.timeZone);
  return {
    acknowledge: plusWorkingDays(received, 1, calendar),
    askForIdentity: plusWorkingDays(received, 3, calendar),
    draft: plusDays(received, 20),
  };
}

/**
 * Whether a date (`YYYY-MM-DD`) is a working day: no Saturday, no Sunday and no public holiday (Regulation 1182/71,
 * Art. 2(2)).
 */
export function isWorkingDay(date: string, calendar: Calendar): boolean {
  return dayOff(dayNumberOf(date), calendar.jurisdiction, calendar.evesCountAsHolidays) === null;
}

/** The nth working day after a date, both `YYYY-MM-DD`. If `days` is 0, the result is the date itself. */
export function plusWorkingDays(date: string, days: number, calendar: Calendar): string {
  let day = date;
  for (let left = days; left > 0;) {
    day = plusDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

// This file imports single functions from `temporal-polyfill/fns`, so a bundle contains only those that are called. The
// class `Temporal` would take three times as much space.

/** The last millisecond of a local date, as an ISO 8601 instant. */
export function endOfDay(date: string, timeZone: string): string {
  const next = PlainDate.fromString(plusDays(date, 1), getISO);
  const midnight = ZonedDateTime.toInstant(PlainDate.toZonedDateTime(next, timeZone));
  return Instant.toString(Instant.subtractMilliseconds(midnight, 1));
}

/** The local calendar date of an instant, `YYYY-MM-DD`. */
export function localDate(instant: string, timeZone: string): string {
  const local = Instant.toZonedDateTimeISO(Instant.fromString(instant), timeZone);
  return PlainDate.toString(ZonedDateTime.toPlainDate(local));
}

/** Whole days from one date to another, both `YYYY-MM-DD`. The number is negative if the second date is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** The date that is `days` later, `YYYY-MM-DD`. */
export function plusDays(date: string, days: number): string {
  return dateOf(dayNumberOf(date) + days);
}
