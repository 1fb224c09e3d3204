import type { OpenedCase } from './state.ts';
import type { HoldReason } from './vocabulary.ts';

/** Holds in which nothing is written to a sender before staff have looked: it may not be the one who is named. */
const silent: Readonly<Record<HoldReason, boolean>> = {
  'sender-not-authenticated': true,
  'sender-ambiguous': true,
  'infected-attachment': true,
  // As the one above, from a sender who is proven: an answer reaches nobody else.
  'attachment-not-opened': false,
  'request-unclear': true,
  'forwarded-by-colleague': true,
  'several-people': true,
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

/** Whether the request was ever one that somebody could be written to about. */
export function wasSpokenTo(state: OpenedCase): boolean {
  const { hold } = state.facts;
  return hold === null || state.holdLifted || !silent[hold];
}
