/**
 * The time by the clock of this instance, ISO 8601 in UTC: read once for each invocation and passed in. A time in an
 * event of the platform says when something happened there. An event may come late, or twice, so its time is never used
 * as the present time.
 */
export function readClock(): string {
  return new Date().toISOString();
}
