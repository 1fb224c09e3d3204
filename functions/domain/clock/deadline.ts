import { Temporal } from 'temporal-polyfill';
import { isNonWorking, type Jurisdiction } from './holidays.ts';

/** Local calendar dates, `YYYY-MM-DD`; a due date means the end of that local day. */
export interface Deadlines {
  readonly receivedLocalDate: string;
  /** One month from receipt (Art. 12(3)); also the last day to send an extension notice or a refusal (Art. 12(3)-(4)). */
  readonly due: string;
  /** Three months from receipt, counted as one period. */
  readonly extendedDue: string;
}

/**
 * The statutory dates of a request received at an instant (ISO 8601), in the controller's zone (IANA name).
 * Regulation 1182/71 Art. 3: same day number in the last month, clamped to its end, then moved over non-working days;
 * the extension counts from the original day, never from the moved one.
 */
export function deadlines(receivedAt: string, jurisdiction: Jurisdiction, timeZone: string): Deadlines {
  const received = Temporal.Instant.from(receivedAt).toZonedDateTimeISO(timeZone).toPlainDate();
  return {
    receivedLocalDate: received.toString(),
    due: rolled(received.add({ months: 1 }), jurisdiction).toString(),
    extendedDue: rolled(received.add({ months: 3 }), jurisdiction).toString(),
  };
}

/** The last millisecond of a local date, as an ISO 8601 instant. */
export function endOfDay(date: string, timeZone: string): string {
  return Temporal.PlainDate.from(date)
    .add({ days: 1 })
    .toZonedDateTime(timeZone)
    .toInstant()
    .subtract({ milliseconds: 1 })
    .toString();
}

/** The local calendar date of an instant, `YYYY-MM-DD`. */
export function localDate(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Whole days from one date to another, both `YYYY-MM-DD`; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** The date `days` later, `YYYY-MM-DD`. */
export function plusDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

function rolled(date: Temporal.PlainDate, jurisdiction: Jurisdiction): Temporal.PlainDate {
  let day = date;
  while (isNonWorking(day, jurisdiction)) day = day.add({ days: 1 });
  return day;
}
