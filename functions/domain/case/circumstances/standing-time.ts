import { isWaiting, never } from '../contact/contact-history.ts';
import { timeRunsTo, type ContactChange, type Common, type Standstill } from '../state.ts';
import type { Circumstance } from '../vocabulary.ts';

/**
 * What is known at `at` (ISO 8601), once the undecided circumstances are known. Periods stop at the first circumstance that
 * nobody has decided on, and run again once the last is decided. A change of the contact point then has the days that it
 * had left.
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

/** When a wait ends that was to end at `end`, if periods stopped from `from` until `at`. */
function resumed(end: string, from: string, at: string): string {
  const left = Date.parse(end) - Date.parse(from);
  return left > 0 ? new Date(Date.parse(at) + left).toISOString() : end;
}

/**
 * The earliest time at which a change takes effect that is made while periods are stopped: never at the time of the
 * mark.
 */
export function notAtOnce(common: Pick<Common, 'standstills'>, effectiveAt: string): string {
  const open = openStandstill(common);
  if (open === undefined || effectiveAt > open.from) return effectiveAt;
  return new Date(Date.parse(open.from) + 1).toISOString();
}

/** The stop of periods that is not over, if there is one. */
export function openStandstill({ standstills }: Pick<Common, 'standstills'>): Standstill | undefined {
  const latest = standstills.at(-1);
  return latest?.until === null ? latest : undefined;
}

/** For how many milliseconds periods were stopped between two instants (ISO 8601). */
export function stoodStill({ standstills }: Pick<Common, 'standstills'>, from: string, to: string): number {
  return standstills.reduce((sum, one) => {
    const [begins, ends] = [laterOf(one.from, from), one.until === null || one.until > to ? to : one.until];
    return sum + Math.max(0, Date.parse(ends) - Date.parse(begins));
  }, 0);
}

/** Whether a change of the contact point waits at `now` (ISO 8601): for its days, its code, or a decision. */
export function contactWaits(common: Common, now: string): boolean {
  const latest = common.contactChanges.at(-1);
  return postWaits(common, now) || (latest !== undefined && isWaiting(common, latest, now));
}

/** Whether a change to post still waits at `now` (ISO 8601). */
export function postWaits(common: Common, now: string): boolean {
  return common.post !== null && common.post.effectiveAt > timeRunsTo(common, now);
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

/**
 * Whether an earlier version, in which periods did not stop, marked a circumstance that is undecided. It is then marked
 * once more.
 */
export function isMarkedBefore(common: Pick<Common, 'standstills' | 'undecided'>, circumstance: Circumstance): boolean {
  return common.undecided.has(circumstance) && openStandstill(common) === undefined;
}
