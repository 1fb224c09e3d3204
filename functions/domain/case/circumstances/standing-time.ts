import { isWaiting, never } from '../contact/contact-history.ts';
import { postWaits } from '../contact/unproven-postal-address.ts';
import type { ContactChange, Common, Standstill } from '../state.ts';
import type { Circumstance } from '../vocabulary.ts';

/**
 * Stops the waiting days of the case at `at` (ISO 8601) if a circumstance is undecided. Continues them once every
 * circumstance is decided. A waiting change of the contact point then has as many days left as before the stop.
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

/** The new end of a wait. The wait was to end at `end`, and stood still from `from` until `at` (ISO 8601). */
function resumed(end: string, from: string, at: string): string {
  const left = Date.parse(end) - Date.parse(from);
  return left > 0 ? new Date(Date.parse(at) + left).toISOString() : end;
}

/**
 * The time at which a new change of the contact point takes effect, if it was to take effect at `effectiveAt` (ISO
 * 8601). If the waiting days are stopped and `effectiveAt` is not after the stop, the time is one millisecond after the
 * stop. The change then waits until the days continue.
 */
export function notAtOnce(common: Pick<Common, 'standstills'>, effectiveAt: string): string {
  const open = openStandstill(common);
  if (open === undefined || effectiveAt > open.from) return effectiveAt;
  return new Date(Date.parse(open.from) + 1).toISOString();
}

/** The current stop of the waiting days; `undefined` if the waiting days are running. */
export function openStandstill({ standstills }: Pick<Common, 'standstills'>): Standstill | undefined {
  const latest = standstills.at(-1);
  return latest?.until === null ? latest : undefined;
}

/** The number of milliseconds during which the waiting days were stopped between two instants (ISO 8601). */
export function stoodStill({ standstills }: Pick<Common, 'standstills'>, from: string, to: string): number {
  return standstills.reduce((sum, one) => {
    const [begins, ends] = [laterOf(one.from, from), one.until === null || one.until > to ? to : one.until];
    return sum + Math.max(0, Date.parse(ends) - Date.parse(begins));
  }, 0);
}

/**
 * Whether a change of the contact point waits at `now` (ISO 8601): for the end of its days, for its code, or for a
 * decision.
 */
export function contactWaits(common: Common, now: string): boolean {
  const latest = common.contactChanges.at(-1);
  return postWaits(common, now) || (latest !== undefined && isWaiting(common, latest, now));
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

/**
 * Whether an earlier version marked a circumstance that is still undecided. Earlier versions did not stop the waiting
 * days, so the circumstance can be marked once more to stop them.
 */
export function isMarkedBefore(common: Pick<Common, 'standstills' | 'undecided'>, circumstance: Circumstance): boolean {
  return common.undecided.has(circumstance) && openStandstill(common) === undefined;
}
