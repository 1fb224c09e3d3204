import { dateOf, dayNumberOf, plusMonths, type DayNumber } from './civil-date.ts';
import { dayOff, type Jurisdiction } from './holidays.ts';

/** The calendar of a period: whose holidays, in which IANA zone, and whether the Swedish eves are holidays. */
export interface Calendar {
  readonly jurisdiction: Jurisdiction;
  readonly timeZone: string;
  /**
   * Sweden only: eves count as holidays, as lag (1930:173) can be read. Without it no date is ever too late, so it is
   * off by default.
   */
  readonly evesCountAsHolidays: boolean;
}

/** How the last day of a period in months was found; all dates `YYYY-MM-DD`. */
export interface Period {
  /** The same day number in the last month, or that month's last day. */
  readonly nominal: string;
  readonly clamped: boolean;
  /** The days off over which the end was moved, in order. */
  readonly movedOver: readonly { readonly date: string; readonly name: string }[];
  /** The last day: the period ends with its last hour. */
  readonly end: string;
}

/**
 * A period of months from a local date (Regulation 1182/71, Art. 3). The day of the event is not counted, so the period
 * ends on the same day number. `suspendedDays` are added to that day. Then the day is moved over days off. It is moved
 * last, because a prolonged period is one period, and Art. 3(4) concerns its last day only.
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
