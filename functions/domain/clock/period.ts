import { dateOf, dayNumberOf, plusMonths, type DayNumber } from './civil-date.ts';
import { dayOff, type Jurisdiction } from './holidays.ts';

/**
 * The rules for counting a period: the country whose holidays count, the IANA time zone, and whether the Swedish eves
 * are holidays.
 */
export interface Calendar {
  readonly jurisdiction: Jurisdiction;
  readonly timeZone: string;
  /**
   * Only for Sweden: whether Midsummer Eve, Christmas Eve and New Year's Eve count as holidays. Lag (1930:173) can be
   * read in both ways. With `false`, the default, no date is later than either reading allows.
   */
  readonly evesCountAsHolidays: boolean;
}

/** A period in months, with the steps by which its last day was found. All dates are `YYYY-MM-DD`. */
export interface Period {
  /**
   * The day of the month of the receipt, some months later. If that month has no such day (`clamped`), its last day.
   */
  readonly nominal: string;
  readonly clamped: boolean;
  /** The days off over which the last day was moved, in order. */
  readonly movedOver: readonly { readonly date: string; readonly name: string }[];
  /** The last day of the period. The period ends at midnight after it. */
  readonly end: string;
}

/**
 * A period of months from a local date (Regulation 1182/71, Art. 3). The day of receipt is not counted, so the period
 * ends on the same day of the month. Then `suspendedDays` are added. If the resulting last day is a day off, it moves
 * to the next working day. This is done only once, after the days are added, because Art. 3(4) concerns only the last
 * day of the whole period.
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
