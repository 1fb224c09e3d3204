/**
 * The time by the clock of this instance, ISO 8601 in UTC. Each invocation reads the clock once and passes the time on.
 * A time in an AWS event says when something happened there. An event may come late, or twice, so its time is never
 * used as the present time.
 */
export function readClock(): string {
  return new Date().toISOString();
}
