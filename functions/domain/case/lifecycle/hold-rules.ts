import type { OpenedCase } from '../state.ts';
import type { HoldReason } from '../vocabulary.ts';

/** Holds in which nothing is written to a sender before staff have looked: it may not be the one who is named. */
const silent: Readonly<Record<HoldReason, boolean>> = {
  'sender-not-authenticated': true,
  'sender-ambiguous': true,
  'infected-attachment': true,
  'not-scanned': true,
  // As the one above, from a sender who is proven: an answer reaches nobody else.
  'attachment-not-opened': false,
  'request-unclear': true,
  'forwarded-by-colleague': true,
  'several-people': true,
  'requester-unknown': true,
  'sender-not-reachable': true,
  'person-unclear': true,
  'maybe-automatic': true,
  'readings-differ': true,
  'language-not-measured': true,
  'mandate-unchecked': false,
  'right-handled-by-staff': false,
};

/** Whether nothing is written to the sender of a request that is held for this reason. */
export function isSilentHold(hold: HoldReason): boolean {
  return silent[hold];
}

export function isSilent(state: OpenedCase): boolean {
  return state.status === 'held' && state.facts.hold !== null && silent[state.facts.hold];
}

/** Holds whose contact point is nobody's that we can write to: the person's own has to be named before the hold is lifted. */
const withoutContact: Readonly<Record<HoldReason, boolean>> = {
  'sender-not-authenticated': false,
  'sender-ambiguous': false,
  'infected-attachment': false,
  'not-scanned': false,
  'attachment-not-opened': false,
  'request-unclear': false,
  'forwarded-by-colleague': false,
  'several-people': false,
  'requester-unknown': true,
  'sender-not-reachable': true,
  'person-unclear': false,
  'maybe-automatic': false,
  'readings-differ': false,
  'language-not-measured': false,
  'mandate-unchecked': false,
  'right-handled-by-staff': false,
};

/** Whether what is held for this reason has no contact point of the person. */
export function isHoldWithoutContact(hold: HoldReason): boolean {
  return withoutContact[hold];
}

/** Whether a request is held that has no contact point of the person: nobody was ever written to about it. */
export function lacksContact(state: OpenedCase): boolean {
  return state.status === 'held' && state.facts.hold !== null && withoutContact[state.facts.hold];
}

/** Whether the request was ever one that somebody could be written to about. */
export function wasSpokenTo(state: OpenedCase): boolean {
  const { hold } = state.facts;
  return hold === null || state.holdLifted || !silent[hold];
}
