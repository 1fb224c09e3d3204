const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads an RFC 3339 timestamp as milliseconds since the epoch; `undefined` if it is invalid. The letters T and Z must
 * be upper case. A fraction of a millisecond is rounded up, so a Wait never ends early.
 */
export function parseTimestamp(text: string): number | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  moment.setUTCFullYear(year, month - 1, day);
  const real =
    moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (!real) return undefined;
  const fraction = Math.ceil(Number(`0.${match[7] ?? '0'}`) * 1000);
  const zone = match[8] ?? 'Z';
  if (zone === 'Z') return moment.getTime() + fraction;
  const [zoneHours = 0, zoneMinutes = 0] = zone.slice(1).split(':').map(Number);
  if (zoneHours > 18 || zoneMinutes > 59) return undefined;
  const offset = (zoneHours * 60 + zoneMinutes) * 60_000;
  return moment.getTime() + fraction - (zone.startsWith('-') ? -offset : offset);
}

/** Turns milliseconds into seconds, the unit of timestamps in AWS JSON. */
export function seconds(milliseconds: number): number {
  return milliseconds / 1000;
}
