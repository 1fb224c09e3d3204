import * as Instant from 'temporal-polyfill/fns/Instant';

/**
 * A suspension of the period while a question to the person is open, as ISO 8601 instants. `answered` is `null` until
 * the person replies.
 */
export interface Suspension {
  readonly asked: string;
  readonly answered: string | null;
}

/** The impossible suspension (its index in the list), and why it is impossible. */
export interface SuspensionFault {
  readonly index: number;
  readonly field: 'asked' | 'answered';
  readonly rule: 'asked-before-receipt' | 'answered-before-asked';
}

/** The first suspension that contradicts itself or is earlier than the receipt, or `null`. */
export function suspensionFault(receivedAt: string, suspensions: readonly Suspension[]): SuspensionFault | null {
  for (const [index, { asked, answered }] of suspensions.entries()) {
    if (isBefore(asked, receivedAt)) return { index, field: 'asked', rule: 'asked-before-receipt' };
    if (answered !== null && isBefore(answered, asked))
      return { index, field: 'answered', rule: 'answered-before-asked' };
  }
  return null;
}

/**
 * For how many days the period was suspended, or `null` while a reply is awaited. Each suspension lasts from the local
 * date of the question to the local date of the reply. A reply on the same day therefore suspends no day. A day in two
 * suspensions counts once. Days before receipt do not count. A reply before its question suspends no day. This way of
 * counting is policy: EDPB 01/2022 para 159 allows "a suspension", but does not say how to count it.
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
  return Instant.compare(Instant.fromString(one), Instant.fromString(other)) < 0;
}

/** The local date of an instant, as days since 1970-01-01. */
function dayNumber(instant: string, timeZone: string): number {
  const { year, month, day } = Instant.toZonedDateTimeISO(Instant.fromString(instant), timeZone);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}
