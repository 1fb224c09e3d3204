import { codeMinutes, isSent } from './code-rules.ts';
import { isAvailable } from '../answer/availability.ts';
import { isWanted } from '../letters/letters.ts';
import type { Challenge, Common, OpenedCase } from '../state.ts';
import { purposeSchema, type Purpose } from '../vocabulary.ts';

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
    const from = unsentCodeFrom(common, purpose);
    const latest = common.challenges.findLast((one) => one.purpose === purpose);
    if (latest === undefined || from === undefined || from > now) return [];
    if (!isWanted(state, latest, now) || (purpose === 'download' && !isAvailable(common, now))) return [];
    return [latest];
  });
}

/**
 * When (ISO 8601) a new code replaces the latest code for a purpose, if the latest is not sent before; `undefined` if
 * the latest was sent or used, or if there is none.
 */
export function unsentCodeFrom(common: Common, purpose: Purpose): string | undefined {
  const all = common.challenges.filter((one) => one.purpose === purpose);
  const latest = all.at(-1);
  if (latest === undefined || latest.used || isSent(common, latest)) return undefined;
  const inRow = all.length - 1 - all.findLastIndex((one) => isSent(common, one));
  const wait = Math.min(codeMinutes * minute * 2 ** (inRow - 1), day);
  const waited = new Date(Date.parse(latest.issuedAt) + wait).toISOString();
  return waited > latest.expiresAt ? waited : latest.expiresAt;
}
