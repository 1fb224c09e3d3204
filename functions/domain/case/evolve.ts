import { canonical } from '../canonical/canonical.ts';
import { isExtended } from './clock-of.ts';
import type { CaseEvent, EventOf } from './events.ts';
import { isUnresolved } from './outcome.ts';
import { approvalsNeeded } from './two-persons.ts';
import { suffices, type ContactRef, type IdentifierRef, type Level } from './vocabulary.ts';
import { nothingLeft } from './waits.ts';
import {
  asLiving,
  asWorking,
  type Assembled,
  type CaseState,
  type Asking,
  type Gathering,
  type Held,
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
      return state.status === 'held' ? lifted(state) : impossible(state, event);
    case 'execution-started':
      return { ...state, executions: Math.max(state.executions, event.n) };
    case 'receipt-corrected': {
      const { receivedAt, receivedLocalDate, due, extendedDue } = event;
      return dated({
        ...state,
        facts: { ...state.facts, receivedAt, receivedLocalDate, due, extendedDue },
        warned: [],
      });
    }
    case 'assigned':
      return { ...state, owner: event.to };
    case 'staff-locked-out':
      return lockedOut(state, event.staff);
    case 'circumstance-marked': {
      const others = [...state.circumstances].filter((one) => one !== event.circumstance);
      return { ...state, circumstances: new Set(event.present ? [...others, event.circumstance] : others) };
    }
    case 'code-issued': {
      const { challenge, purpose, via, expiresAt } = event;
      const issued = { id: challenge, purpose, via, issuedAt: event.at, expiresAt, tries: 0, used: false };
      return { ...state, challenges: [...state.challenges, issued] };
    }
    case 'code-tried':
      return {
        ...state,
        challenges: state.challenges.map((one) =>
          one.id === event.challenge ? { ...one, tries: one.tries + 1 } : one,
        ),
      };
    case 'identity-proven':
      return proven(event.challenge === null ? state : used(state, event.challenge), event);
    case 'asked': {
      const { asking, about, why, text, suspends } = event;
      const asked = { id: asking, about, why, text, askedAt: event.at, answeredAt: null, suspends };
      return { ...state, askings: [...state.askings, asked] };
    }
    case 'asking-answered':
      return { ...state, askings: answeredAt(state.askings, event.at, ({ id }) => id === event.asking) };
    case 'mandate-recorded':
      return { ...state, mandate: event };
    case 'contact-changed':
      return { ...state, contactChanges: [...state.contactChanges, event] };
    case 'moved-to-post':
      return { ...state, post: event };
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
        // What was proven before anything was searched is searched for from the start.
        proven: state.proofs
          .filter(({ identifier }) => identifier.hash !== state.identity.identifier.hash)
          .flatMap(({ identifier }) => searchable(identifier))
          .map((identifier) => ({ identifier, wave: 1 })),
        systems: state.plan
          .filter(({ id }) => event.systems.includes(id))
          .map((system) => ({
            ...system,
            startedAt: null,
            replies: [],
            retries: 0,
            givenUp: false,
            deliveredIn: null,
          })),
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
        givenUp: false,
        // That it failed may have been told already: what comes of it now is told again.
        deliveredIn: null,
        replies: system.replies.filter(({ result }) => result !== 'failed'),
      }));
    case 'system-given-up':
      return changeSystem(state, event, event.system, (system) => ({ ...system, givenUp: true, deliveredIn: null }));
    case 'undisclosable-recorded':
      return { ...state, undisclosable: [...state.undisclosable, event] };
    case 'freeze-confirmed':
      return { ...state, frozen: new Set([...state.frozen, event.system]) };
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
            snapshot: { systems: state.systems, wave: state.wave, level: state.level, cutOff: state.cutOff },
            screened: event,
            approvals: [],
          }
        : impossible(state, event);
    case 'release-approved': {
      if (state.status !== 'reviewing') return impossible(state, event);
      const approvals = [...state.approvals, event.by];
      const enough = approvals.length >= approvalsNeeded(state);
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
    case 'delivery-revoked':
      return {
        ...state,
        deliveries: state.deliveries.map((one) => (one.round === event.round ? { ...one, revoked: true } : one)),
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
        : dated(withLetter(state, event.letter, { ...letter, sentAt: event.at }));
    }
    case 'deadline-warned':
      return { ...state, warned: [...state.warned, event.daysLeft] };
    case 'status-owed':
      return { ...state, statusOwed: [...state.statusOwed, event.due] };
    case 'alerted':
      return { ...state, alerts: [...state.alerts, event] };
    case 'extended':
      return { ...state, extensions: [...state.extensions, event] };
    case 'decision-proposed': {
      const { proposal: id, decision, by, at } = event;
      return { ...state, proposals: [...state.proposals, { id, by, at, decision, state: 'open' }] };
    }
    case 'decision-approved':
      return withProposal(state, event.proposal, 'approved');
    case 'decision-dropped':
      return withProposal(state, event.proposal, 'dropped');
    case 'refused': {
      const refusals = [...state.refusals, event];
      return event.scope === 'whole' ? { ...base(state), refusals, status: 'refused' } : { ...state, refusals };
    }
    case 'fee-announced': {
      const decision = state.proposals.find(({ id }) => id === event.fee)?.decision;
      if (decision?.kind !== 'charge-fee') return impossible(state, event);
      return { ...state, fees: [...state.fees, { id: event.fee, decision, answerBy: event.answerBy, answer: null }] };
    }
    case 'fee-answered':
      return {
        ...state,
        fees: state.fees.map((one) => (one.id === event.fee ? { ...one, answer: event.answer } : one)),
      };
    case 'redirected':
      return { ...state, redirects: [...state.redirects, event] };
    case 'split-off':
      return { ...state, splits: [...state.splits, event] };
    case 'absorbed':
      return { ...state, absorbed: [...state.absorbed, event.case] };
    case 'right-carried-out':
      return { ...state, carriedOut: [...state.carriedOut, event] };
    case 'note-added':
      return state;
    case 'case-closed': {
      const { ending } = event;
      const living = asLiving(state);
      return {
        ...base(state),
        status: 'closed',
        closedAt: event.at,
        ending,
        closings: [...state.closings, event],
        systems: asWorking(state)?.systems ?? [],
        // What has been answered, handed on or is none of ours is not taken up again: a new request is.
        resume: living !== undefined && canGoOn[ending] ? living : null,
      };
    }
    case 'reopened':
      if (state.status !== 'closed' || state.resume === null) return impossible(state, event);
      return { ...state.resume, ...base(state), reopenings: state.reopenings + 1, warned: [] };
    case 'legal-hold-set':
      return { ...state, legalHold: true };
    case 'legal-hold-lifted':
      return { ...state, legalHold: false };
    case 'retention-objected':
      return {
        ...state,
        retentionObjections: [...state.retentionObjections, { at: event.at, text: event.text, decision: null }],
      };
    case 'retention-objection-decided':
      return {
        ...state,
        retentionObjections: state.retentionObjections.map((one) =>
          one.decision === null ? { ...one, decision: event } : one,
        ),
      };
    case 'breach-recorded': {
      const { breach: id, awareAt, notifyBy, round, text } = event;
      return { ...state, breaches: [...state.breaches, { id, awareAt, notifyBy, round, text, steps: [] }] };
    }
    case 'breach-updated':
      return {
        ...state,
        breaches: state.breaches.map((one) =>
          one.id === event.breach ? { ...one, steps: [...one.steps, event] } : one,
        ),
      };
    case 'material-purged':
      return { ...state, purged: true };
  }
}

/** Endings after which the case can be taken up where it was. */
const canGoOn: Readonly<Record<EventOf<'case-closed'>['ending'], boolean>> = {
  answered: false,
  'carried-out': false,
  'cannot-find': true,
  'not-proven': true,
  'no-answer': true,
  withdrawn: true,
  joined: false,
  deceased: true,
  forwarded: false,
  'not-a-request': true,
};

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
    proofs: [],
    askings: [],
    letters: new Map(),
    extensions: [],
    refusals: [],
    statusOwed: [],
    warned: [],
    alerts: [],
    deliveries: [],
    grants: [],
    proposals: [],
    fees: [],
    circumstances: new Set(),
    mandate: null,
    contactChanges: [],
    post: null,
    owner: null,
    lockedOut: new Set(),
    redirects: [],
    splits: [],
    absorbed: [],
    carriedOut: [],
    closings: [],
    reopenings: 0,
    undisclosable: [],
    frozen: new Set(),
    legalHold: false,
    retentionObjections: [],
    breaches: [],
    purged: false,
  };
  return event.hold === null ? { ...common, status: 'identifying' } : { ...common, status: 'held' };
}

/** Whoever has proven the identity while the request was held is not asked again. */
function lifted(state: Held): OpenedCase {
  const [identity] = state.proofs;
  if (identity === undefined) return { ...state, status: 'identifying', holdLifted: true };
  const level = state.proofs.reduce((strongest, proof) => stronger(strongest, proof.level), identity.level);
  return { ...state, status: 'planning', holdLifted: true, identity, level };
}

/** Whoever is locked out loses the case, and what they agreed to or proposed before counts for nothing. */
function lockedOut(state: OpenedCase, staff: string): OpenedCase {
  const common = {
    lockedOut: new Set([...state.lockedOut, staff]),
    owner: state.owner === staff ? null : state.owner,
    proposals: state.proposals.map((one) =>
      one.state === 'open' && one.by.id === staff ? { ...one, state: 'dropped' as const } : one,
    ),
  };
  return state.status === 'reviewing'
    ? { ...state, ...common, approvals: state.approvals.filter(({ id }) => id !== staff) }
    : { ...state, ...common };
}

/** The due date follows from the receipt and the notices that were sent in time; a new date is warned of anew. */
function dated(state: OpenedCase): OpenedCase {
  const extended = isExtended(state);
  const due = extended ? state.facts.extendedDue : state.facts.due;
  return due === state.due ? { ...state, extended } : { ...state, extended, due, warned: [] };
}

/** The first proof lets the search be planned; a stronger one later sets free what waited for it. */
function proven(state: OpenedCase, event: EventOf<'identity-proven'>): OpenedCase {
  const common = {
    proofs: [...state.proofs, event],
    askings: answeredAt(state.askings, event.at, ({ about }) => about === 'identity'),
  };
  switch (state.status) {
    case 'held':
      return { ...state, ...common };
    case 'identifying':
      return { ...state, ...common, status: 'planning', identity: event, level: event.level };
    case 'planning':
    case 'approving-search':
    case 'delivered':
      return { ...state, ...common, level: stronger(state.level, event.level) };
    case 'gathering':
    case 'reviewing':
    case 'released':
    case 'assembling':
    case 'assembled':
      return { ...state, ...common, ...searchedFor(state, event), level: stronger(state.level, event.level) };
    case 'refused':
    case 'closed':
      return impossible(state, event);
  }
}

/**
 * What a later proof lets be searched: the identifier that was proven and nothing else that was stated. It opens a wave
 * of its own, as one does that staff accept; the person's proof goes before what staff made of the same identifier.
 */
function searchedFor(state: Working, event: EventOf<'identity-proven'>): Pick<Working, 'learned' | 'proven'> {
  const { learned, proven } = state;
  const [identifier] = searchable(event.identifier);
  const isKnown = (one: { readonly identifier: ContactRef }): boolean => one.identifier.hash === identifier?.hash;
  if (identifier === undefined || isKnown(state.identity) || proven.some(isKnown)) return { learned, proven };
  if (learned.some((one) => isKnown(one) && one.decision?.accepted === true)) return { learned, proven };
  const wave = state.wave + 1;
  return learned.some(isKnown)
    ? { learned: learned.map((one) => (isKnown(one) ? { ...one, decision: { accepted: true, wave } } : one)), proven }
    : { learned, proven: [...proven, { identifier, wave }] };
}

/** An identifier by which systems can be searched; a postal address is none. */
function searchable({ kind, hash }: ContactRef): readonly IdentifierRef[] {
  return kind === 'postalAddress' ? [] : [{ kind, hash }];
}

function stronger(a: Level, b: Level): Level {
  return suffices(a, b) ? a : b;
}

function answeredAt(askings: readonly Asking[], at: string, which: (asking: Asking) => boolean): readonly Asking[] {
  return askings.map((one) => (one.answeredAt === null && which(one) ? { ...one, answeredAt: at } : one));
}

function withProposal(state: OpenedCase, id: string, outcome: 'approved' | 'dropped'): OpenedCase {
  return {
    ...state,
    proposals: state.proposals.map((one) => (one.id === id ? { ...one, state: outcome } : one)),
  };
}

function delivered(state: Assembled, event: EventOf<'delivered'>): CaseState {
  // What was answered anew after the screening was not in this answer: it waits for the next.
  const sent = (system: SearchedSystem): boolean =>
    state.snapshot.systems.some(
      (screened) =>
        screened.id === system.id &&
        !isUnresolved(screened, state.snapshot) &&
        screened.givenUp === system.givenUp &&
        canonical(screened.replies) === canonical(system.replies),
    );
  const next: Working = {
    ...bare(state),
    deliveries: [
      ...state.deliveries,
      { round: event.round, at: event.at, availableUntil: event.availableUntil, revoked: false },
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
    proofs,
    askings,
    letters,
    extensions,
    refusals,
    statusOwed,
    warned,
    alerts,
    deliveries,
    grants,
    proposals,
    fees,
    circumstances,
    mandate,
    contactChanges,
    post,
    owner,
    lockedOut,
    redirects,
    splits,
    absorbed,
    carriedOut,
    closings,
    reopenings,
    undisclosable,
    frozen,
    legalHold,
    retentionObjections,
    breaches,
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
    proofs,
    askings,
    letters,
    extensions,
    refusals,
    statusOwed,
    warned,
    alerts,
    deliveries,
    grants,
    proposals,
    fees,
    circumstances,
    mandate,
    contactChanges,
    post,
    owner,
    lockedOut,
    redirects,
    splits,
    absorbed,
    carriedOut,
    closings,
    reopenings,
    undisclosable,
    frozen,
    legalHold,
    retentionObjections,
    breaches,
    purged,
  };
}

function bare(state: Working): Working {
  const { identity, level, plan, round, systems, learned, proven, wave } = state;
  return { ...base(state), identity, level, plan, round, systems, learned, proven, wave };
}

function screened(state: Screened): Screened {
  return { ...bare(state), snapshot: state.snapshot };
}

function impossible(state: OpenedCase, event: CaseEvent): never {
  throw new ImpossibleEvent(`${event.type} cannot follow in status ${state.status}`);
}
