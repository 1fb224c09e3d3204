/**
 * What time it is by the clock of this instance, ISO 8601 in UTC: read once for each invocation and passed in. A time in
 * an event of the platform says when something happened there (an event may come late, or again) and is never *now*.
 */
export function readClock(): string {
  return new Date().toISOString();
}
