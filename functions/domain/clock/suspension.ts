import { Temporal } from 'temporal-polyfill';

/** A pause while we wait for what the person was asked: ISO 8601 instants; `answered` is `null` until then. */
export interface Suspension {
  readonly asked: string;
  readonly answered: string | null;
}

/** Which suspension (from 0) cannot be, and why. */
export interface SuspensionFault {
  readonly index: number;
  readonly field: 'asked' | 'answered';
  readonly rule: 'asked-before-receipt' | 'answered-before-asked';
}

/** The first suspension that contradicts itself or the receipt, or `null`. */
export function suspensionFault(receivedAt: string, suspensions: readonly Suspension[]): SuspensionFault | null {
  for (const [index, { asked, answered }] of suspensions.entries()) {
    if (isBefore(asked, receivedAt)) return { index, field: 'asked', rule: 'asked-before-receipt' };
    if (answered !== null && isBefore(answered, asked))
      return { index, field: 'answered', rule: 'answered-before-asked' };
  }
  return null;
}

/**
 * For how many days the period stood still, or `null` while an answer is awaited. Each suspension counts from the local
 * date of the question to that of the answer, so one answered on the same day counts nothing. Days in two of them
 * count once, days before receipt not at all, and an answer before its question gives none: the sum of the
 * suspensions where they do not overlap, and never more than the days that did pass.
 * A model of policy: EDPB 01/2022 para 159 allows "a suspension" and gives no way to count it.
 */
export function suspendedDays(receivedAt: string, suspensions: readonly Suspension[], timeZone: string): number | null {
  if (suspensions.length === 0) return 0;
  const spans: { readonly from: number; readonly to: number }[] = [];
  for (const { asked, answered } of suspensions) {
    if (answered === null) return null;
    spans.push({ from: dayNumber(asked, timeZone), to: dayNumber(answered, timeZone) });
  }
  let days = 0;
  let countedTo = dayNumber(receivedAt, timeZone);
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    days += Math.max(0, to - Math.max(from, countedTo));
    countedTo = Math.max(countedTo, to);
  }
  return days;
}

function isBefore(one: string, other: string): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}

/** Days since 1970-01-01 of the local date of an instant. */
function dayNumber(instant: string, timeZone: string): number {
  const { year, month, day } = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}
