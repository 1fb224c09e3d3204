import { isExtended } from './clock/clock-of.ts';
import { impossible } from './common-part.ts';
import { isSearchedBy } from './contact/confirmed-contact.ts';
import type { EventOf } from './events.ts';
import type { Asking, Held, Opened, OpenedCase, Working, Identified, LivingCase } from './state.ts';
import { provenLevel } from './identity/proofs.ts';
import type { ContactRef, IdentifierRef } from './vocabulary.ts';

/** The state that the first commit makes. */
export function opened(event: EventOf<'case-opened'>, caseId: string): OpenedCase {
  const common: Opened = {
    caseId,
    seq: 0,
    latestAt: event.at,
    seen: new Set(),
    // A complaint or a claim is about no right; its log names those of the request that it came with.
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

/** Whoever has proven the identity while the request was held is not asked again. */
export function lifted(state: Held): OpenedCase {
  const [identity] = state.proofs;
  if (identity === undefined) return { ...state, status: 'identifying', holdLifted: true };
  return measured({ ...state, status: 'planning', holdLifted: true, identity, level: identity.level });
}

/** Whoever is locked out loses the case, and what they agreed to or proposed before counts for nothing. */
export function lockedOut(state: OpenedCase, staff: string): OpenedCase {
  const common = {
    lockedOut: new Set([...state.lockedOut, staff]),
    owner: state.owner === staff ? null : state.owner,
    proposals: state.proposals.map((one) =>
      one.state === 'open' && one.by.id === staff ? { ...one, state: 'dropped' as const } : one,
    ),
  };
  if (state.status === 'reviewing')
    return { ...state, ...common, approvals: state.approvals.filter(({ id }) => id !== staff) };
  if (state.status === 'closed' && state.resume?.status === 'reviewing') {
    const approvals = state.resume.approvals.filter(({ id }) => id !== staff);
    return { ...state, ...common, resume: { ...state.resume, approvals } };
  }
  return { ...state, ...common };
}

/** A lock-out that is undone opens the case again; what was lost with it stays lost. */
export function letIn(state: OpenedCase, staff: string): OpenedCase {
  const lockedOut = new Set([...state.lockedOut].filter((id) => id !== staff));
  return { ...state, lockedOut, letIn: [...state.letIn, staff] };
}

/** The due date follows from the receipt and the notices that were sent in time; a new date is warned of anew. */
export function dated(state: OpenedCase): OpenedCase {
  const extended = isExtended(state);
  const due = extended ? state.facts.extendedDue : state.facts.due;
  return due === state.due ? { ...state, extended } : { ...state, extended, due, warned: [] };
}

/** The first proof lets the search be planned; a stronger one later sets free what waited for it. */
export function proven(state: OpenedCase, event: EventOf<'identity-proven'>): OpenedCase {
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
      return measured({ ...state, ...common });
    case 'gathering':
    case 'reviewing':
    case 'released':
    case 'assembling':
    case 'assembled':
      return measured({ ...state, ...common, ...searchedFor({ ...state, ...common }, event) });
    case 'refused':
    case 'closed':
      return impossible(state, event);
  }
}

/**
 * What a later proof lets be searched: the identifier that was proven and nothing else that was stated, in a wave of its
 * own. One that a system taught stays with staff: it may be that of somebody else who stands in the same record.
 */
function searchedFor(state: Working, event: EventOf<'identity-proven'>): Pick<Working, 'proven'> {
  const { learned, proven: known } = state;
  const [identifier] = searchable(state, event.identifier);
  const isKnown = (one: { readonly identifier: ContactRef }): boolean => one.identifier.hash === identifier?.hash;
  if (identifier === undefined || isKnown(state.identity) || known.some(isKnown) || learned.some(isKnown))
    return { proven: known };
  return { proven: [...known, { identifier, wave: state.wave + 1 }] };
}

/** A proven identifier as one by which systems are searched, where they are. */
export function searchable(state: Opened, { kind, hash }: ContactRef): readonly IdentifierRef[] {
  return kind === 'postalAddress' || !isSearchedBy(state, { kind, hash }) ? [] : [{ kind, hash }];
}

/** The state with the level that its proofs come to: an accepted identifier may tie one that was no more than stated. */
export function measured<State extends LivingCase & Identified>(state: State): State {
  return { ...state, level: provenLevel(state) ?? state.level };
}

/** Askings with those answered that the proof or the reply answers. */
export function answeredAt(
  askings: readonly Asking[],
  at: string,
  which: (asking: Asking) => boolean,
): readonly Asking[] {
  return askings.map((one) => (one.answeredAt === null && which(one) ? { ...one, answeredAt: at } : one));
}

/** A proposal with what became of it. */
export function withProposal(state: OpenedCase, id: string, outcome: 'approved' | 'dropped'): OpenedCase {
  return {
    ...state,
    proposals: state.proposals.map((one) => (one.id === id ? { ...one, state: outcome } : one)),
  };
}
