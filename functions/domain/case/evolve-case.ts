import { isExtended } from './clock-of.ts';
import { impossible } from './common-part.ts';
import type { EventOf } from './events.ts';
import type { Asking, Held, Opened, OpenedCase, Working } from './state.ts';
import { suffices, type ContactRef, type IdentifierRef, type Level } from './vocabulary.ts';

/** Endings after which the case can be taken up where it was. */
export const canGoOn: Readonly<Record<EventOf<'case-closed'>['ending'], boolean>> = {
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

/** The state that the first commit makes. */
export function opened(event: EventOf<'case-opened'>, caseId: string): OpenedCase {
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
export function lifted(state: Held): OpenedCase {
  const [identity] = state.proofs;
  if (identity === undefined) return { ...state, status: 'identifying', holdLifted: true };
  const level = state.proofs.reduce((strongest, proof) => stronger(strongest, proof.level), identity.level);
  return { ...state, status: 'planning', holdLifted: true, identity, level };
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
  return state.status === 'reviewing'
    ? { ...state, ...common, approvals: state.approvals.filter(({ id }) => id !== staff) }
    : { ...state, ...common };
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
export function searchedFor(state: Working, event: EventOf<'identity-proven'>): Pick<Working, 'learned' | 'proven'> {
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
export function searchable({ kind, hash }: ContactRef): readonly IdentifierRef[] {
  return kind === 'postalAddress' ? [] : [{ kind, hash }];
}

function stronger(a: Level, b: Level): Level {
  return suffices(a, b) ? a : b;
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
