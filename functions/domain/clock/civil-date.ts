// Days and months of the Gregorian calendar, without zone or time of day. `Temporal` could do these calculations too,
// but it creates so many objects that the dates of many requests take five times as long.

const msPerDay = 86_400_000;

/** A calendar date as the number of days since 1970-01-01. */
export type DayNumber = number;

/** The day number of an existing date, `YYYY-MM-DD`. */
export function dayNumberOf(date: string): DayNumber {
  const day = Date.parse(`${date}T00:00:00Z`) / msPerDay;
  // `Date.parse` of some engines reads 30 February as 2 March.
  if (Number.isNaN(day) || dateOf(day) !== date) throw new RangeError('there is no such date YYYY-MM-DD');
  return day;
}

/** The date, `YYYY-MM-DD`, of a day number. */
export function dateOf(day: DayNumber): string {
  return new Date(day * msPerDay).toISOString().slice(0, -'T00:00:00.000Z'.length);
}

/** The day of the week: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: DayNumber): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/**
 * The same day of the month, `months` later: 5 March becomes 5 April. If that month has no such day (`clamped`), its
 * last day: 31 January becomes 28 February.
 */
export function plusMonths(day: DayNumber, months: number): { readonly day: DayNumber; readonly clamped: boolean } {
  const date = new Date(day * msPerDay);
  const dayOfMonth = date.getUTCDate();
  const first = new Date(day * msPerDay);
  first.setUTCMonth(date.getUTCMonth() + months, 1);
  const lastOfMonth = new Date(first);
  lastOfMonth.setUTCMonth(first.getUTCMonth() + 1, 0);
  const clamped = dayOfMonth > lastOfMonth.getUTCDate();
  first.setUTCDate(Math.min(dayOfMonth, lastOfMonth.getUTCDate()));
  return { day: first.getTime() / msPerDay, clamped };
}

/** Easter Sunday of a Gregorian year (the anonymous Gregorian algorithm). */
export function easterOf(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const easter = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(easter / 31) - 1, (easter % 31) + 1) / msPerDay;
}
