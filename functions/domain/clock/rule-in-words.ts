import type { Dates } from './deadline.ts';
import { holidayRuleSetAt } from './holidays.ts';
import { monthsFrom, type Calendar, type Period } from './period.ts';

/**
 * Explains in English how `datesOf` computed the dates: the rules and each step. Staff need it if somebody disputes a
 * date.
 */
export function ruleInWords({ receivedLocalDate, suspendedDays }: Dates, calendar: Calendar): string {
  const due = monthsFrom(receivedLocalDate, 1, suspendedDays ?? 0, calendar);
  const extended = monthsFrom(receivedLocalDate, 3, suspendedDays ?? 0, calendar);
  return [
    'Regulation 1182/71 Art. 3, GDPR Art. 12(3)',
    holidaysInWords([...new Set([due.nominal, due.end, extended.nominal, extended.end])], calendar),
    `received on ${receivedLocalDate} in ${calendar.timeZone}, and that day is not counted`,
    `one month ends ${stepsInWords(due, receivedLocalDate, suspendedDays)}`,
    `three months end ${stepsInWords(extended, receivedLocalDate, suspendedDays)}`,
    ...(suspendedDays === null
      ? ['a reply is awaited, so both dates are unknown: the dates above are without the suspension']
      : []),
  ].join('; ');
}

function stepsInWords(period: Period, received: string, paused: number | null): string {
  const { nominal, clamped, movedOver, end } = period;
  const steps = [`on ${nominal}`];
  if (clamped) steps.push(`as that month has no day ${Number(received.slice(-2))}`);
  if (paused !== null && paused > 0)
    steps.push(`${paused} suspended ${paused === 1 ? 'day' : 'days'} later it is ${movedOver[0]?.date ?? end}`);
  for (const { date, name } of movedOver) steps.push(`${date} is ${name}`);
  if (movedOver.length > 0) steps.push(`so the last day is ${end}`);
  return steps.join(', ');
}

function holidaysInWords(dates: readonly string[], { jurisdiction, evesCountAsHolidays }: Calendar): string {
  const known = new Set(dates.map((date) => holidayRuleSetAt(date, jurisdiction)));
  const words: string[] = [];
  for (const rules of known)
    words.push(
      rules === undefined
        ? `no holidays of ${jurisdiction} are known so early: weekends only`
        : `holidays ${rules.name} (${rules.source})${evesCountAsHolidays && rules.eves.length > 0 ? ' and the eves of lag (1930:173) s. 2' : ''}`,
    );
  return words.join(' and ');
}
