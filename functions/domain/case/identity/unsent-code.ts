import { codeMinutes, isSent } from './code-rules.ts';
import { isAvailable } from '../answer/availability.ts';
import { isWanted } from '../letters/letters.ts';
import type { Challenge, OpenedCase } from '../state.ts';
import { purposeSchema } from '../vocabulary.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Codes that expired before they could be sent and that are still needed at `now` (ISO 8601). Each is replaced by a new
 * code, because an expired code is never sent. After each failure the wait for the next code doubles, up to one day, so
 * that the log does not fill while the mail service is down.
 */
export function unsentCodes(state: OpenedCase, now: string): readonly Challenge[] {
  const { common } = state;
  return purposeSchema.options.flatMap((purpose) => {
    const all = common.challenges.filter((one) => one.purpose === purpose);
    const latest = all.at(-1);
    if (latest === undefined || latest.used || latest.expiresAt > now || isSent(common, latest)) return [];
    if (!isWanted(state, latest, now) || (purpose === 'download' && !isAvailable(common, now))) return [];
    const inRow = all.length - 1 - all.findLastIndex((one) => isSent(common, one));
    const wait = Math.min(codeMinutes * minute * 2 ** (inRow - 1), day);
    return Date.parse(now) - Date.parse(latest.issuedAt) >= wait ? [latest] : [];
  });
}
