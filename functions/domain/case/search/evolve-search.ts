import { canonical } from '../../canonical/canonical.ts';
import { bare, impossible, screened } from '../common-part.ts';
import type { CaseEvent, EventOf } from '../events.ts';
import { isBlocked, isUnresolved } from './outcome.ts';
import { lastPackage } from '../answer/packages.ts';
import { itemsLeftOut } from '../decisions/part-refusals.ts';
import {
  asWorking,
  type Assembled,
  type Brought,
  type CaseState,
  type Gathering,
  type LearnedIdentifier,
  type Opened,
  type OpenedCase,
  type SearchedSystem,
  type SentLetter,
  type SystemReply,
  type Working,
} from '../state.ts';
import { keyOf } from '../letters/letter.ts';
import { approvalsNeeded } from '../decisions/two-persons.ts';
import { nothingLeft } from '../waits.ts';

/** What went to the wrong person goes out again: its systems are not delivered any more (practice 13). */
export function withoutRevoked(state: OpenedCase): OpenedCase {
  const working = asWorking(state);
  if (working === undefined) return state;
  const revoked = new Set(state.deliveries.filter((one) => one.revoked).map(({ round }) => round));
  const systems = working.systems.map((system) =>
    system.deliveredIn !== null && revoked.has(system.deliveredIn) ? { ...system, deliveredIn: null } : system,
  );
  switch (working.status) {
    case 'delivered':
      return nothingLeft({ ...working, systems })
        ? working
        : { ...bare(working), systems, status: 'gathering', round: working.round + 1, cutOff: false };
    case 'gathering':
    case 'reviewing':
    case 'released':
    case 'assembling':
    case 'assembled':
      return { ...working, systems };
  }
}

/**
 * A mark that asks for a second person takes an answer back that one person has released and that is not delivered yet.
 * What was made of it already is made anew.
 */
export function reviewedAgain(state: OpenedCase): OpenedCase {
  switch (state.status) {
    case 'released':
    case 'assembling':
    case 'assembled':
      return state.approvals.length >= approvalsNeeded(state)
        ? state
        : { ...screened(state), status: 'reviewing', approvals: state.approvals };
    case 'held':
    case 'identifying':
    case 'planning':
    case 'approving-search':
    case 'gathering':
    case 'reviewing':
    case 'delivered':
    case 'refused':
    case 'closed':
      return state;
  }
}

/**
 * A decision on what the answer holds has changed: whoever released it had seen another one, so that nobody has released
 * this one. What was made of it already is made anew.
 */
export function changedBeforeRelease(state: OpenedCase): OpenedCase {
  switch (state.status) {
    case 'reviewing':
    case 'released':
    case 'assembling':
    case 'assembled':
      return { ...screened(state), status: 'reviewing', approvals: [] };
    case 'held':
    case 'identifying':
    case 'planning':
    case 'approving-search':
    case 'gathering':
    case 'delivered':
    case 'refused':
    case 'closed':
      return state;
  }
}

/** What goes on after an answer: the next round, or nothing. */
export function delivered(state: Assembled, event: EventOf<'delivered'>): CaseState {
  // What was answered anew after the screening was not in this answer: it waits for the next.
  const sent = (system: SearchedSystem): boolean =>
    state.snapshot.systems.some(
      (shown) =>
        shown.id === system.id &&
        !isUnresolved(shown, state.snapshot) &&
        shown.givenUp === system.givenUp &&
        canonical(shown.replies) === canonical(system.replies),
    );
  const next: Working = {
    ...bare(state),
    deliveries: [
      ...state.deliveries,
      {
        round: event.round,
        at: event.at,
        days: event.days,
        revoked: false,
        attempt: lastPackage(state)?.attempt ?? 1,
        supplements: state.deliveries.some(({ revoked }) => !revoked),
        brought: broughtBy(state, event.at),
      },
    ],
    systems: state.systems.map((system) =>
      system.deliveredIn === null && sent(system) ? { ...system, deliveredIn: event.round } : system,
    ),
  };
  // An identifier accepted just before the screening opens a wave that this answer did not wait for.
  return nothingLeft(next)
    ? { ...next, status: 'delivered' }
    : { ...next, status: 'gathering', round: event.round + 1, cutOff: false };
}

/** What the answer that is delivered at `at` (ISO 8601) brings of what machines found. */
function broughtBy(state: Assembled, at: string): readonly Brought[] {
  return state.snapshot.systems
    .filter((system) => system.deliveredIn === null && !isBlocked(system, state.snapshot))
    .flatMap((system) => {
      const refused = itemsLeftOut(state, system, at).map(({ resource }) => resource);
      return system.replies
        .filter(({ wave, result }) => wave > 0 && result !== 'withheld')
        .flatMap(({ wave, records, resources }): readonly Brought[] =>
          resources === null
            ? [{ system: system.id, wave, resource: null, records }]
            : resources.map((one) => ({ system: system.id, wave, resource: one.resource, records: one.records })),
        )
        .filter(({ resource, records }) => records > 0 && (resource === null || !refused.includes(resource)));
    });
}

/** A system with an answer more. */
export function answered(system: SearchedSystem, event: EventOf<'system-answered'>): SearchedSystem {
  const { wave, round, at, result, records, files, possible, disputed, resources } = event;
  const reply = {
    wave,
    round,
    at,
    result,
    records,
    files,
    possible,
    disputed,
    resources,
    ...(event.reason === undefined ? {} : { reason: event.reason }),
    ...(event.ground === undefined ? {} : { ground: event.ground }),
    ...(event.page === undefined ? {} : { page: event.page }),
  };
  // A member of staff who answers for a system answers for all of it.
  const others = wave === 0 ? system.replies.filter((one) => one.result !== 'failed') : system.replies;
  // Whatever was delivered before, this was not.
  return { ...system, deliveredIn: null, replies: [...others.filter((one) => one.wave !== wave), reply] };
}

/** A code that has opened what it was for. */
export function used<State extends Opened>(state: State, challenge: string): State {
  return { ...state, challenges: state.challenges.map((one) => (one.id === challenge ? { ...one, used: true } : one)) };
}

/** The letters with one that was intended or sent. */
export function withLetter(state: OpenedCase, letter: SentLetter): OpenedCase {
  return { ...state, letters: new Map([...state.letters, [keyOf(letter.letter), letter]]) };
}

/** Changes a case that is being searched. */
export function working(state: OpenedCase, event: CaseEvent, update: (state: Gathering) => Gathering): CaseState {
  return state.status === 'gathering' ? update(state) : impossible(state, event);
}

/** Answers may arrive while an earlier round is being released: they are kept, and wait for the next round. */
export function changeSystem(
  state: OpenedCase,
  event: CaseEvent,
  id: string,
  update: (system: SearchedSystem) => SearchedSystem,
  wave = 0,
): CaseState {
  switch (state.status) {
    case 'reviewing': {
      const changed = { ...state, wave: Math.max(state.wave, wave), systems: change(state.systems, id, update) };
      const shown = state.snapshot.systems.find((system) => system.id === id);
      // What is corrected before its release is screened and looked at again: nobody releases what was not shown.
      return shown !== undefined && !isUnresolved(shown, state.snapshot)
        ? { ...bare(changed), status: 'gathering', cutOff: state.snapshot.cutOff }
        : changed;
    }
    case 'gathering':
    case 'released':
    case 'assembling':
    case 'assembled':
      return { ...state, wave: Math.max(state.wave, wave), systems: change(state.systems, id, update) };
    case 'held':
    case 'identifying':
    case 'planning':
    case 'approving-search':
    case 'delivered':
    case 'refused':
    case 'closed':
      return impossible(state, event);
  }
}

/** Changes one system of the list. */
export function change(
  systems: readonly SearchedSystem[],
  id: string,
  update: (system: SearchedSystem) => SearchedSystem,
): readonly SearchedSystem[] {
  return systems.map((system) => (system.id === id ? update(system) : system));
}

/** Systems with what their searches come to by what was known at the screening. */
export function settled(
  systems: readonly SearchedSystem[],
  { settled: waves }: EventOf<'screened'>,
): readonly SearchedSystem[] {
  return systems.map((system) => ({
    ...system,
    replies: system.replies.map((reply) => {
      const now = waves.find((one) => one.system === system.id && one.wave === reply.wave);
      if (now === undefined) return reply;
      const { records, files, possible, disputed, resources } = now;
      return settledReply({ ...reply, records, files, possible, disputed, resources }, now.unread);
    }),
  }));
}

/**
 * A reply as what could be read of it. A search that did not come to its end has failed, whatever of it is answered; one
 * that did has failed only as long as something that could not be read counts as the person's.
 */
function settledReply({ reason, ...reply }: SystemReply, unread: number): SystemReply {
  const isRead = reply.result === 'found' || reply.result === 'nothing-held';
  if (!isRead && (reply.result !== 'failed' || reason !== unreadRecords))
    return reason === undefined ? reply : { ...reply, reason };
  return unread > 0
    ? { ...reply, result: 'failed', reason: unreadRecords }
    : { ...reply, result: reply.records === 0 ? 'nothing-held' : 'found' };
}

/** Why a search failed that came to its end. */
const unreadRecords = 'unread-records';

/** The learned identifiers with one that a record teaches; of one that is known already, what says more for it. */
export function withLearned(
  learned: readonly LearnedIdentifier[],
  { identifier, system, weight, disputed }: EventOf<'identifier-learned'>,
): readonly LearnedIdentifier[] {
  const taught = { identifier, system, weight, disputed };
  return learned.some((one) => one.identifier.hash === identifier.hash)
    ? learned.map((one) => (one.identifier.hash === identifier.hash ? { ...one, ...taught } : one))
    : [...learned, { ...taught, decision: null }];
}
