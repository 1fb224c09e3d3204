import { base } from '../common-part.ts';
import { withoutWaiting } from '../contact/waiting-change.ts';
import { withoutRevoked } from '../answer/evolve.ts';
import type { EventOf } from '../events.ts';
import { measured } from '../identity/proofs.ts';
import { impossible } from '../log/impossible-event.ts';
import { asLiving, asWorking, type CaseState, type Held, type Opened, type OpenedCase } from '../state.ts';
import type { LifecycleEvent } from './events.ts';

/** The state after an event of the topic. */
export function evolveLifecycle(state: OpenedCase, event: Exclude<LifecycleEvent, EventOf<'case-opened'>>): CaseState {
  switch (event.type) {
    case 'hold-lifted':
      return state.status === 'held' ? lifted(state) : impossible(state, event);
    case 'execution-started':
      return { ...state, executions: Math.max(state.executions, event.n) };
    case 'split-off':
      return { ...state, splits: [...state.splits, event] };
    case 'absorbed':
      return { ...state, absorbed: [...state.absorbed, event.case] };
    case 'redirected':
      return { ...state, redirects: [...state.redirects, event] };
    case 'case-closed': {
      const { ending } = event;
      const living = asLiving(state);
      return {
        ...base(state),
        ...withoutWaiting(state, event.at),
        status: 'closed',
        closedAt: event.at,
        ending,
        closings: [...state.closings, event],
        systems: asWorking(state)?.systems ?? [],
        resume: living ?? null,
      };
    }
    case 'reopened':
      if (state.status !== 'closed' || state.resume === null) return impossible(state, event);
      return withoutRevoked({
        ...state.resume,
        ...base(state),
        reopenings: state.reopenings + 1,
        executionsEnded: state.executions,
        warned: [],
      });
  }
}

/** The state after the first commit. */
export function opened(event: EventOf<'case-opened'>, caseId: string): OpenedCase {
  const common: Opened = {
    caseId,
    seq: 0,
    latestAt: event.at,
    seen: new Set(),
    // A complaint or a claim concerns no right. Its log names the rights of the request that it came with.
    facts: event.matter === 'request' ? event : { ...event, rights: [] },
    due: event.due,
    extended: false,
    holdLifted: false,
    executions: 0,
    executionsEnded: 0,
    challenges: [],
    openerShown: false,
    proofs: [],
    askings: [],
    letters: new Map(),
    returned: [],
    extensions: [],
    refusals: [],
    statusOwed: [],
    warned: [],
    alerts: [],
    deliveries: [],
    releases: new Map(),
    packages: [],
    grants: [],
    proposals: [],
    fees: [],
    circumstances: new Set(),
    undecided: new Set(),
    standstills: [],
    everMarked: new Set(),
    mandate: null,
    contactChanges: [],
    confirmedContacts: new Set(),
    unsafeContacts: new Set(),
    moves: [],
    post: null,
    earlierPosts: 0,
    owner: null,
    lockedOut: new Set(),
    letIn: [],
    redirects: [],
    splits: [],
    absorbed: [],
    recordedStops: [],
    carriedOut: [],
    closings: [],
    reopenings: 0,
    sealed: [],
    frozen: new Set(),
    legalHold: false,
    retentionObjections: [],
    breaches: [],
    purged: false,
  };
  return event.hold === null ? { ...common, status: 'identifying' } : { ...common, status: 'held' };
}

/** A person who proved identity while the request was held is not asked again. */
export function lifted(state: Held): OpenedCase {
  const [identity] = state.proofs;
  if (identity === undefined) return { ...state, status: 'identifying', holdLifted: true };
  return measured({ ...state, status: 'planning', holdLifted: true, identity, level: identity.level });
}
