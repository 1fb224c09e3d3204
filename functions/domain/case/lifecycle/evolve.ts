import { withoutWaiting } from '../contact/waiting-change.ts';
import { withoutRevoked } from '../answer/evolve.ts';
import type { EventOf } from '../events.ts';
import { measured } from '../identity/proofs.ts';
import { impossible } from '../log/impossible-event.ts';
import { asLiving, type Common, type OpenedCase, searchOf, withCommon } from '../state.ts';
import type { LifecycleEvent } from './events.ts';

/** The state after an event of the topic. */
export function evolveLifecycle(state: OpenedCase, event: Exclude<LifecycleEvent, EventOf<'case-opened'>>): OpenedCase {
  switch (event.type) {
    case 'hold-lifted':
      return state.stage.kind === 'held' ? lifted(state) : impossible(state, event);
    case 'execution-started':
      return withCommon(state, { executions: Math.max(state.common.executions, event.n) });
    case 'split-off':
      return withCommon(state, { splits: [...state.common.splits, event] });
    case 'absorbed':
      return withCommon(state, { absorbed: [...state.common.absorbed, event.case] });
    case 'redirected':
      return withCommon(state, { redirects: [...state.common.redirects, event] });
    case 'case-closed': {
      const ended = { ...withoutWaiting(state.common, event.at), closings: [...state.common.closings, event] };
      return {
        common: ended,
        stage: {
          kind: 'closed',
          closedAt: event.at,
          ending: event.ending,
          systems: searchOf(state)?.systems ?? [],
          resume: asLiving(state)?.stage ?? null,
        },
      };
    }
    case 'reopened': {
      const { common, stage } = state;
      if (stage.kind !== 'closed' || stage.resume === null) return impossible(state, event);
      const { reopenings, executions } = common;
      return withoutRevoked({
        common: { ...common, reopenings: reopenings + 1, executionsEnded: executions, warned: [] },
        stage: stage.resume,
      });
    }
  }
}

/** The state after `case-opened`, the first event of each case. */
export function opened(event: EventOf<'case-opened'>, caseId: string): OpenedCase {
  const common: Common = {
    caseId,
    seq: 0,
    latestAt: event.at,
    seen: new Set(),
    // A complaint or a claim concerns no right. Its event contains the rights of the request that came in the same
    // mail, so they are removed here.
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
    review: [],
    leftOut: new Map(),
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
  return { common, stage: { kind: event.hold === null ? 'identifying' : 'held' } };
}

/** The state after a hold was lifted. A person who proved identity while the request was held is not asked again. */
function lifted(state: OpenedCase): OpenedCase {
  const common = { ...state.common, holdLifted: true };
  const [identity] = common.proofs;
  if (identity === undefined) return { common, stage: { kind: 'identifying' } };
  return measured({ common, stage: { kind: 'planning', search: { identity, level: identity.level } } });
}
