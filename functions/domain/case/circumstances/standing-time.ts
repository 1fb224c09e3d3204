import { isWaiting, never } from '../contact/contact-history.ts';
import { postWaits } from '../contact/unproven-postal-address.ts';
import type { ContactChange, Common, Standstill } from '../state.ts';
import type { Circumstance } from '../vocabulary.ts';

/**
 * Stops the days of waiting (for example before a new contact point takes effect) at `at` (ISO 8601), if a circumstance
 * is undecided. The days continue once staff have decided on every circumstance. A waiting change of the contact point
 * then has as many days left as before the stop.
 */
export function withTime(common: Common, at: string): Common {
  const open = openStandstill(common);
  if (common.undecided.size > 0)
    return open === undefined ? { ...common, standstills: [...common.standstills, { from: at, until: null }] } : common;
  return open === undefined ? common : runningAgain(common, open, at);
}

function runningAgain(common: Common, { from }: Standstill, at: string): Common {
  const { post } = common;
  return {
    ...common,
    standstills: [...common.standstills.slice(0, -1), { from, until: at }],
    contactChanges: common.contactChanges.map((one) => goingOn(one, from, at)),
    post: post === null ? null : { ...post, effectiveAt: resumed(post.effectiveAt, laterOf(from, post.at), at) },
  };
}

function goingOn(change: ContactChange, from: string, at: string): ContactChange {
  const waitsUntil = resumed(change.waitsUntil, laterOf(from, change.at), at);
  const waited = change.effectiveAt === never || change.effectiveAt <= from;
  return { ...change, waitsUntil, effectiveAt: waited ? change.effectiveAt : laterOf(waitsUntil, at) };
}

/** The new end of a wait that was to end at `end` and was stopped from `from` until `at` (ISO 8601). */
function resumed(end: string, from: string, at: string): string {
  const left = Date.parse(end) - Date.parse(from);
  return left > 0 ? new Date(Date.parse(at) + left).toISOString() : end;
}

/**
 * The time at which a new change of the contact point takes effect; usually `effectiveAt` (ISO 8601). While the days of
 * waiting are stopped, no change may take effect at once: if `effectiveAt` is not after the stop, the result is one
 * millisecond after the stop, so the change waits until the days continue.
 */
export function notAtOnce(common: Pick<Common, 'standstills'>, effectiveAt: string): string {
  const open = openStandstill(common);
  if (open === undefined || effectiveAt > open.from) return effectiveAt;
  return new Date(Date.parse(open.from) + 1).toISOString();
}

/** The current stop of the days of waiting; `undefined` if they are running. */
export function openStandstill({ standstills }: Pick<Common, 'standstills'>): Standstill | undefined {
  const latest = standstills.at(-1);
  return latest?.until === null ? latest : undefined;
}

/** For how many milliseconds between two instants (ISO 8601) the days of waiting were stopped. */
export function stoodStill({ standstills }: Pick<Common, 'standstills'>, from: string, to: string): number {
  return standstills.reduce((sum, one) => {
    const [begins, ends] = [laterOf(one.from, from), one.until === null || one.until > to ? to : one.until];
    return sum + Math.max(0, Date.parse(ends) - Date.parse(begins));
  }, 0);
}

/**
 * Whether a change of the contact point waits at `now` (ISO 8601): for the end of its days, for its code, or for a
 * decision on a circumstance.
 */
export function contactWaits(common: Common, now: string): boolean {
  const latest = common.contactChanges.at(-1);
  return postWaits(common, now) || (latest !== undefined && isWaiting(common, latest, now));
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

/**
 * Whether an undecided circumstance was marked by an earlier version of Utdrag, which did not stop the days of waiting.
 * Such a circumstance can be marked once more, to stop them.
 */
export function isMarkedBefore(common: Pick<Common, 'standstills' | 'undecided'>, circumstance: Circumstance): boolean {
  return common.undecided.has(circumstance) && openStandstill(common) === undefined;
}
