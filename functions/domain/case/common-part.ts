import type { CaseEvent } from './events.ts';
import type { Opened, OpenedCase, Screened, Working } from './state.ts';

/** The log holds an event that the state before it does not allow: the log is damaged. */
export class ImpossibleEvent extends Error {
  override readonly name = 'ImpossibleEvent';
}

/** The common part of a state, without what only its status has. */
export function base(state: Opened): Opened {
  const {
    caseId,
    seq,
    latestAt,
    seen,
    facts,
    due,
    extended,
    holdLifted,
    executions,
    executionsEnded,
    challenges,
    openerShown,
    proofs,
    askings,
    letters,
    extensions,
    refusals,
    statusOwed,
    warned,
    alerts,
    deliveries,
    releases,
    packages,
    grants,
    proposals,
    fees,
    circumstances,
    undecided,
    standstills,
    everMarked,
    mandate,
    contactChanges,
    confirmedContacts,
    moves,
    post,
    earlierPosts,
    owner,
    lockedOut,
    letIn,
    redirects,
    splits,
    absorbed,
    recordedStops,
    carriedOut,
    closings,
    reopenings,
    sealed,
    frozen,
    legalHold,
    retentionObjections,
    breaches,
    purged,
  } = state;
  return {
    caseId,
    seq,
    latestAt,
    seen,
    facts,
    due,
    extended,
    holdLifted,
    executions,
    executionsEnded,
    challenges,
    openerShown,
    proofs,
    askings,
    letters,
    extensions,
    refusals,
    statusOwed,
    warned,
    alerts,
    deliveries,
    releases,
    packages,
    grants,
    proposals,
    fees,
    circumstances,
    undecided,
    standstills,
    everMarked,
    mandate,
    contactChanges,
    confirmedContacts,
    moves,
    post,
    earlierPosts,
    owner,
    lockedOut,
    letIn,
    redirects,
    splits,
    absorbed,
    recordedStops,
    carriedOut,
    closings,
    reopenings,
    sealed,
    frozen,
    legalHold,
    retentionObjections,
    breaches,
    purged,
  };
}

/** As `base`, with what every state of a search has. */
export function bare(state: Working): Working {
  const { identity, level, plan, round, systems, learned, proven, wave } = state;
  return { ...base(state), identity, level, plan, round, systems, learned, proven, wave };
}

/** As `bare`, with what was screened. */
export function screened(state: Screened): Screened {
  return { ...bare(state), snapshot: state.snapshot, screened: state.screened };
}

/** The event cannot follow: the log is damaged. */
export function impossible(state: OpenedCase, event: CaseEvent): never {
  throw new ImpossibleEvent(`${event.type} cannot follow in status ${state.status}`);
}
