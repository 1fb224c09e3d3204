import type { OpenedCase, Common } from '../state.ts';
import type { HoldReason } from '../vocabulary.ts';

/**
 * For each reason to hold a request: whether the sender gets no letter until staff have looked at the request. The
 * sender may be somebody else than the person whom the request names.
 */
const silent: Readonly<Record<HoldReason, boolean>> = {
  'sender-not-authenticated': true,
  'sender-ambiguous': true,
  'infected-attachment': true,
  'not-scanned': true,
  // The sender of this request is authenticated, so nobody else receives the letter.
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

/** Whether no letter goes to the sender of a request that is held for this reason. */
export function isSilentHold(hold: HoldReason): boolean {
  return silent[hold];
}

/** Whether the case is held for a reason that forbids letters to its sender. */
export function isSilent({ common, stage }: OpenedCase): boolean {
  return stage.kind === 'held' && common.facts.hold !== null && silent[common.facts.hold];
}

/**
 * For each reason to hold a request: whether the request has no contact point of the person. Staff must name one before
 * they lift the hold.
 */
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

/** Whether a request that is held for this reason has no contact point of the person. */
export function isHoldWithoutContact(hold: HoldReason): boolean {
  return withoutContact[hold];
}

/** Whether a request is held and has no contact point of the person. No letter about such a request was ever sent. */
export function lacksContact({ common, stage }: OpenedCase): boolean {
  return stage.kind === 'held' && common.facts.hold !== null && withoutContact[common.facts.hold];
}

/**
 * Whether we may already have sent letters about the request to its sender. While a hold forbids letters, none is sent.
 */
export function wasSpokenTo(common: Common): boolean {
  const { hold } = common.facts;
  return hold === null || common.holdLifted || !silent[hold];
}
