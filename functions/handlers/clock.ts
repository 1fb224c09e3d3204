/**
 * The time by the clock of this Lambda instance, ISO 8601 in UTC. A handler reads the clock once, and passes the time
 * on as `now`. After a slow step, `casework` reads the clock again (`timeAfter`).
 *
 * The time in an AWS event is never used as the present time, because an event may come late or twice.
 */
export function readClock(): string {
  return new Date().toISOString();
}
