import { Temporal } from 'temporal-polyfill';

/**
 * A suspension of the period while the person is asked something: ISO 8601 instants; `answered` is `null` until the
 * reply.
 */
export interface Suspension {
  readonly asked: string;
  readonly answered: string | null;
}

/** Which suspension (counted from 0) is impossible, and why. */
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
 * For how many days the period was suspended, or `null` while a reply is awaited. Each suspension is counted from the
 * local date of the question to the local date of the reply, so a reply on the same day counts as none. Days in two
 * suspensions count once, and days before receipt do not count. A reply before its question counts as none. This model
 * is policy: EDPB 01/2022 para 159 allows "a suspension" and does not say how to count it.
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
