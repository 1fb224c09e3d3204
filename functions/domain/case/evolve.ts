import { canonical } from '../canonical/canonical.ts';
import type { CaseEvent, EventOf } from './events.ts';
import { isUnresolved } from './outcome.ts';
import { nothingLeft } from './waits.ts';
import {
  asWorking,
  type Assembled,
  type CaseState,
  type Gathering,
  type OpenedCase,
  type Opened,
  type Screened,
  type SearchedSystem,
  type Working,
} from './state.ts';

/** The log holds an event that the state before it does not allow: the log is damaged. */
export class ImpossibleEvent extends Error {
  override readonly name = 'ImpossibleEvent';
}

/** One commit as far as folding needs it. */
export interface FoldedCommit {
  readonly caseId: string;
  readonly seq: number;
  readonly commandId: string;
  readonly events: readonly CaseEvent[];
}

/** The state after a commit. */
export function evolveCommit(state: CaseState, commit: FoldedCommit): CaseState {
  const after = commit.events.reduce((current, event) => evolve(current, event, commit.caseId), state);
  if (after.status === 'absent') return after;
  return { ...after, seq: commit.seq, seen: new Set([...after.seen, commit.commandId]) };
}

/** The state after one event; throws `ImpossibleEvent` when the event cannot follow. */
export function evolve(state: CaseState, event: CaseEvent, caseId: string): CaseState {
  if (event.type === 'case-opened') {
    if (state.status !== 'absent') throw new ImpossibleEvent('case-opened twice');
    return opened(event, caseId);
  }
  if (state.status === 'absent') throw new ImpossibleEvent(`${event.type} before case-opened`);
  switch (event.type) {
    case 'hold-lifted':
      return state.status === 'held' ? { ...state, status: 'identifying', holdLifted: true } : impossible(state, event);
    case 'execution-started':
      return { ...state, executions: Math.max(state.executions, event.n) };
    case 'code-issued':
      return {
        ...state,
        challenges: [
          ...state.challenges,
          {
            id: event.challenge,
            purpose: event.purpose,
            issuedAt: event.at,
            expiresAt: event.expiresAt,
            tries: 0,
            used: false,
          },
        ],
      };
    case 'code-tried':
      return {
        ...state,
        challenges: state.challenges.map((one) =>
          one.id === event.challenge ? { ...one, tries: one.tries + 1 } : one,
        ),
      };
    case 'identity-proven':
      if (state.status !== 'identifying') return impossible(state, event);
      return { ...used(state, event.challenge), status: 'planning', identity: event };
    case 'search-planned':
      return state.status === 'planning'
        ? { ...state, status: 'approving-search', plan: event.systems }
        : impossible(state, event);
    case 'search-approved':
      if (state.status !== 'approving-search') return impossible(state, event);
      return {
        ...state,
        status: 'gathering',
        round: 1,
        wave: 1,
        cutOff: false,
        learned: [],
        systems: state.plan
          .filter(({ id }) => event.systems.includes(id))
          .map((system) => ({ ...system, startedAt: null, replies: [], retries: 0, deliveredIn: null })),
      };
    case 'search-started':
      return working(state, event, (current) => ({
        ...current,
        wave: Math.max(current.wave, event.wave),
        systems: change(current.systems, event.system, (system) => ({
          ...system,
          startedAt: system.startedAt ?? event.at,
          // Asked again: what comes of it must be delivered again.
          deliveredIn: null,
        })),
      }));
    case 'system-answered':
      // A search may break down before it has started: then its answer is the first that is heard of the wave.
      return changeSystem(state, event, event.system, (system) => answered(system, event), event.wave);
    case 'system-retried':
      return changeSystem(state, event, event.system, (system) => ({
        ...system,
        retries: system.retries + 1,
        replies: system.replies.filter(({ result }) => result !== 'failed'),
      }));
    case 'identifier-learned':
      return working(state, event, (current) => ({
        ...current,
        learned: [...current.learned, { identifier: event.identifier, system: event.system, decision: null }],
      }));
    case 'identifier-decided':
      return working(state, event, (current) => ({
        ...current,
        learned: current.learned.map((one) =>
          one.identifier.hash === event.identifier.hash && one.identifier.kind === event.identifier.kind
            ? { ...one, decision: event.accepted ? { accepted: true, wave: current.wave + 1 } : { accepted: false } }
            : one,
        ),
      }));
    case 'cut-off-reached':
      return state.status === 'gathering' ? { ...state, cutOff: true } : impossible(state, event);
    case 'screened':
      return state.status === 'gathering'
        ? {
            ...bare(state),
            status: 'reviewing',
            snapshot: { systems: state.systems, wave: state.wave, cutOff: state.cutOff },
            screened: event,
            approvals: [],
          }
        : impossible(state, event);
    case 'release-approved': {
      if (state.status !== 'reviewing') return impossible(state, event);
      const approvals = [...state.approvals, event.by];
      const enough = approvals.length >= (state.facts.secondPerson ? 2 : 1);
      return enough ? { ...screened(state), status: 'released', approvals } : { ...state, approvals };
    }
    case 'assembly-started':
      return state.status === 'released'
        ? { ...screened(state), status: 'assembling', startedAt: event.at }
        : impossible(state, event);
    case 'assembled':
      return state.status === 'assembling'
        ? { ...screened(state), status: 'assembled', assembled: event }
        : impossible(state, event);
    case 'delivered':
      return state.status === 'assembled' ? delivered(state, event) : impossible(state, event);
    case 'download-granted':
      return {
        ...used(state, event.grant),
        grants: [
          ...state.grants,
          { id: event.grant, round: event.round, issuedAt: event.at, expiresAt: event.expiresAt },
        ],
      };
    case 'letter-intended':
      return withLetter(state, event.letter, {
        code: event.code,
        attempt: event.attempt,
        intendedAt: event.at,
        sentAt: null,
      });
    case 'letter-sent': {
      const letter = state.letters.get(event.letter);
      return letter === undefined
        ? impossible(state, event)
        : withLetter(state, event.letter, { ...letter, sentAt: event.at });
    }
    case 'deadline-warned':
      return { ...state, warned: [...state.warned, event.daysLeft] };
    case 'status-owed':
      return { ...state, statusOwed: [...state.statusOwed, event.due] };
    case 'extended':
      // The new date is warned of anew.
      return { ...state, extended: true, due: event.due, warned: [], extensions: [...state.extensions, event] };
    case 'refused': {
      const refusals = [...state.refusals, event];
      return event.scope === 'whole' ? { ...base(state), refusals, status: 'refused' } : { ...state, refusals };
    }
    case 'note-added':
      return state;
    case 'case-closed':
      return {
        ...base(state),
        status: 'closed',
        closedAt: event.at,
        systems: asWorking(state)?.systems ?? [],
      };
    case 'material-purged':
      return { ...state, purged: true };
  }
}

function opened(event: EventOf<'case-opened'>, caseId: string): OpenedCase {
  const common: Opened = {
    caseId,
    seq: 0,
    seen: new Set(),
    facts: event,
    due: event.due,
    extended: false,
    holdLifted: false,
    executions: 0,
    challenges: [],
    letters: new Map(),
    extensions: [],
    refusals: [],
    statusOwed: [],
    warned: [],
    deliveries: [],
    grants: [],
    purged: false,
  };
  return event.hold === null ? { ...common, status: 'identifying' } : { ...common, status: 'held' };
}

function delivered(state: Assembled, event: EventOf<'delivered'>): CaseState {
  // What was answered anew after the screening was not in this answer: it waits for the next.
  const sent = (system: SearchedSystem): boolean =>
    state.snapshot.systems.some(
      (screened) =>
        screened.id === system.id &&
        !isUnresolved(screened, state.snapshot) &&
        canonical(screened.replies) === canonical(system.replies),
    );
  const next: Working = {
    ...bare(state),
    deliveries: [...state.deliveries, { round: event.round, at: event.at, availableUntil: event.availableUntil }],
    systems: state.systems.map((system) =>
      system.deliveredIn === null && sent(system) ? { ...system, deliveredIn: event.round } : system,
    ),
  };
  // An identifier accepted just before the screening opens a wave that this answer did not wait for.
  return nothingLeft(next)
    ? { ...next, status: 'delivered' }
    : { ...next, status: 'gathering', round: event.round + 1, cutOff: false };
}

function answered(system: SearchedSystem, event: EventOf<'system-answered'>): SearchedSystem {
  const { wave, round, at, result, records, files, possible } = event;
  const reply = {
    wave,
    round,
    at,
    result,
    records,
    files,
    possible,
    ...(event.reason === undefined ? {} : { reason: event.reason }),
    ...(event.ground === undefined ? {} : { ground: event.ground }),
    ...(event.page === undefined ? {} : { page: event.page }),
  };
  // A member of staff who answers for a system answers for all of it.
  const others = wave === 0 ? system.replies.filter((one) => one.result !== 'failed') : system.replies;
  // Whatever was delivered before, this was not.
  return { ...system, deliveredIn: null, replies: [...others.filter((one) => one.wave !== wave), reply] };
}

function used<State extends Opened>(state: State, challenge: string): State {
  return { ...state, challenges: state.challenges.map((one) => (one.id === challenge ? { ...one, used: true } : one)) };
}

function withLetter(
  state: OpenedCase,
  id: string,
  letter: Opened['letters'] extends ReadonlyMap<string, infer L> ? L : never,
): OpenedCase {
  return { ...state, letters: new Map([...state.letters, [id, letter]]) };
}

function working(state: OpenedCase, event: CaseEvent, update: (state: Gathering) => Gathering): CaseState {
  return state.status === 'gathering' ? update(state) : impossible(state, event);
}

/** Answers may arrive while an earlier round is being released: they are kept, and wait for the next round. */
function changeSystem(
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

function change(
  systems: readonly SearchedSystem[],
  id: string,
  update: (system: SearchedSystem) => SearchedSystem,
): readonly SearchedSystem[] {
  return systems.map((system) => (system.id === id ? update(system) : system));
}

/** The common part of a state, without what only its status has. */
function base(state: Opened): Opened {
  const {
    caseId,
    seq,
    seen,
    facts,
    due,
    extended,
    holdLifted,
    executions,
    challenges,
    letters,
    extensions,
    refusals,
    statusOwed,
    warned,
    deliveries,
    grants,
    purged,
  } = state;
  return {
    caseId,
    seq,
    seen,
    facts,
    due,
    extended,
    holdLifted,
    executions,
    challenges,
    letters,
    extensions,
    refusals,
    statusOwed,
    warned,
    deliveries,
    grants,
    purged,
  };
}

function bare(state: Working): Working {
  const { identity, plan, round, systems, learned, wave } = state;
  return { ...base(state), identity, plan, round, systems, learned, wave };
}

function screened(state: Screened): Screened {
  return { ...bare(state), snapshot: state.snapshot };
}

function impossible(state: OpenedCase, event: CaseEvent): never {
  throw new ImpossibleEvent(`${event.type} cannot follow in status ${state.status}`);
}
