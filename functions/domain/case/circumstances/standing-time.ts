import { isWaiting, never } from '../contact/contact-history.ts';
import { timeRunsTo, type ContactChange, type Opened, type Standstill } from '../state.ts';
import type { Circumstance } from '../vocabulary.ts';

/**
 * The state at `at` (ISO 8601), once it is known what is undecided: time stands still from the first circumstance that
 * nobody has decided on, and runs again once the last one is decided. A change of where we write to then has the days
 * that it had left.
 */
export function withTime<State extends Opened>(state: State, at: string): State {
  const open = openStandstill(state);
  if (state.undecided.size > 0)
    return open === undefined ? { ...state, standstills: [...state.standstills, { from: at, until: null }] } : state;
  return open === undefined ? state : runningAgain(state, open, at);
}

function runningAgain<State extends Opened>(state: State, { from }: Standstill, at: string): State {
  const { post } = state;
  return {
    ...state,
    standstills: [...state.standstills.slice(0, -1), { from, until: at }],
    contactChanges: state.contactChanges.map((one) => goingOn(one, from, at)),
    post: post === null ? null : { ...post, effectiveAt: resumed(post.effectiveAt, laterOf(from, post.at), at) },
  };
}

function goingOn(change: ContactChange, from: string, at: string): ContactChange {
  const waitsUntil = resumed(change.waitsUntil, laterOf(from, change.at), at);
  const waited = change.effectiveAt === never || change.effectiveAt <= from;
  return { ...change, waitsUntil, effectiveAt: waited ? change.effectiveAt : laterOf(waitsUntil, at) };
}

/** When a wait is over that was to end at `end`, where time stood still from `from` until `at`. */
function resumed(end: string, from: string, at: string): string {
  const left = Date.parse(end) - Date.parse(from);
  return left > 0 ? new Date(Date.parse(at) + left).toISOString() : end;
}

/** When a change that is made while time stands still takes effect at the earliest: never at the instant of the mark. */
export function notAtOnce(state: Pick<Opened, 'standstills'>, effectiveAt: string): string {
  const open = openStandstill(state);
  if (open === undefined || effectiveAt > open.from) return effectiveAt;
  return new Date(Date.parse(open.from) + 1).toISOString();
}

/** The standstill that goes on, if one does. */
export function openStandstill({ standstills }: Pick<Opened, 'standstills'>): Standstill | undefined {
  const latest = standstills.at(-1);
  return latest?.until === null ? latest : undefined;
}

/** For how many milliseconds time has stood still between two instants (ISO 8601). */
export function stoodStill({ standstills }: Pick<Opened, 'standstills'>, from: string, to: string): number {
  return standstills.reduce((sum, one) => {
    const [begins, ends] = [laterOf(one.from, from), one.until === null || one.until > to ? to : one.until];
    return sum + Math.max(0, Date.parse(ends) - Date.parse(begins));
  }, 0);
}

/** Whether a change of where is written to waits at `now` (ISO 8601): for its days, its code, or a decision. */
export function contactWaits(state: Opened, now: string): boolean {
  const latest = state.contactChanges.at(-1);
  return postWaits(state, now) || (latest !== undefined && isWaiting(state, latest, now));
}

/** Whether a move to post still waits at `now` (ISO 8601). */
export function postWaits(state: Opened, now: string): boolean {
  return state.post !== null && state.post.effectiveAt > timeRunsTo(state, now);
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

/** Whether an undecided circumstance was marked by an earlier version, for which time ran on: it is marked once more. */
export function isMarkedBefore(state: Pick<Opened, 'standstills' | 'undecided'>, circumstance: Circumstance): boolean {
  return state.undecided.has(circumstance) && openStandstill(state) === undefined;
}
