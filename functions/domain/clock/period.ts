import { dateOf, dayNumberOf, plusMonths, type DayNumber } from './civil-date.ts';
import { dayOff, type Jurisdiction } from './holidays.ts';

/** By which days a period is counted: whose holidays, in which IANA zone, and whether the Swedish eves are holidays. */
export interface Calendar {
  readonly jurisdiction: Jurisdiction;
  readonly timeZone: string;
  /** Sweden only: the reading of lag (1930:173). Without it a date never comes too late, so it is off by default. */
  readonly evesCountAsHolidays: boolean;
}

/** How a period in months came to its last day; all dates `YYYY-MM-DD`. */
export interface Period {
  /** The same day number in the last month, or that month's last day. */
  readonly nominal: string;
  readonly clamped: boolean;
  /** The days off that the end was moved over, in order. */
  readonly movedOver: readonly { readonly date: string; readonly name: string }[];
  /** The last day: the period ends with its last hour. */
  readonly end: string;
}

/**
 * A period of months from a local date (Regulation 1182/71, Art. 3): the day of the event is not counted, so it ends on
 * the same day number; `suspendedDays` are added to that; only the result moves over days off, and never the other way
 * round, since a prolonged period is one period (Art. 3(4) looks at its last day only).
 */
export function monthsFrom(received: string, months: number, suspendedDays: number, calendar: Calendar): Period {
  const nominal = plusMonths(dayNumberOf(received), months);
  const movedOver: { readonly date: string; readonly name: string }[] = [];
  let day = nominal.day + suspendedDays;
  for (let name = off(day, calendar); name !== null; name = off(day, calendar)) {
    movedOver.push({ date: dateOf(day), name });
    day += 1;
  }
  return { nominal: dateOf(nominal.day), clamped: nominal.clamped, movedOver, end: dateOf(day) };
}

function off(day: DayNumber, { jurisdiction, evesCountAsHolidays }: Calendar): string | null {
  return dayOff(day, jurisdiction, evesCountAsHolidays);
}
