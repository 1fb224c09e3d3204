import { isUnconfirmed, writesOn } from '../answer/availability.ts';
import { postWaits } from '../circumstances/standing-time.ts';
import { type Decision, events, type Given, outOfOrder } from '../decision.ts';
import type { TwoPersonDecision } from '../decisions/events.ts';
import type { CaseEvent } from '../events.ts';
import { isStronglyProven, tiedProofs } from '../identity/proofs.ts';
import { lacksContact } from '../lifecycle/hold-rules.ts';
import { refuse } from '../refusals/refuse.ts';
import { contactAt, type OpenedCase } from '../state.ts';
import type { ContactRef } from '../vocabulary.ts';
import { isConfirmed } from './confirmed-contact.ts';
import { isWaiting } from './contact-history.ts';
import { comesBack } from './returned-letters.ts';

/** What decides where the answer goes, where a member of staff says so. */
export type ContactDecision = Extract<
  TwoPersonDecision,
  { readonly kind: 'change-contact' | 'confirm-contact' | 'move-to-post' }
>;

/**
 * What follows when it is decided where the answer goes, or why it cannot be: as the case stands now. `asInWhole`: it was
 * decided in the case that this one was split from, where what it rests on is on record.
 */
export function contactEffect(
  state: OpenedCase,
  given: Given<unknown>,
  decision: ContactDecision,
  asInWhole = false,
): Decision {
  switch (decision.kind) {
    case 'change-contact':
      return contactChange(state, given, { ...decision, codeEntered: true, byStaff: true });
    case 'confirm-contact': {
      const { contact, text } = decision;
      if (isConfirmed(state, contact)) return events();
      // Another contact point may have come into force since it was proposed.
      const isPresent = contactAt(state, given.now).hash === contact.hash;
      return isPresent && isUnconfirmed(state, given.now)
        ? events({ type: 'contact-confirmed', ...given.first, contact, text })
        : outOfOrder(state);
    }
    case 'move-to-post':
      return moveToPost(state, given, decision, asInWhole);
  }
}

/**
 * A new contact point is written to after the days of waiting, and once a code that is mailed there was entered where the
 * person changes it by the link. The old one is told at once, so that somebody who takes over a case is noticed. Where the
 * old one is lost, shared or unsafe nothing is sent to it; then only a strong proof opens the new one, and no waiting is
 * needed (practice 2).
 */
export function contactChange(
  state: OpenedCase,
  { first, now }: Given<unknown>,
  wanted: {
    readonly to: ContactRef;
    readonly oldIsLost: boolean;
    readonly codeEntered: boolean;
    readonly byStaff: boolean;
  },
): Decision {
  const { to, oldIsLost, codeEntered, byStaff } = wanted;
  // After the end a change that waits can still be called back. Any other is made as long as an answer can be fetched: the
  // codes for it go to the contact point, which may be wrong, lost or unsafe.
  const calledBackAfterEnd = contactAt(state, now).hash === to.hash;
  if (!writesOn(state, now) && !calledBackAfterEnd) return outOfOrder(state);
  // A link to the case proves nobody. An override is a decision of staff: it proves the person, not that an address may
  // be left without a word.
  if (oldIsLost && !(byStaff && isStronglyProven(state))) return refuse('old-contact-not-told');
  const from = contactAt(state, now);
  const latest = state.contactChanges.at(-1);
  const waiting = latest !== undefined && isWaiting(state, latest, now) ? latest : undefined;
  // Whoever was told of a change that they did not ask for calls it back: it never takes effect then.
  const calledBack = from.hash === to.hash;
  if (calledBack && waiting === undefined && !postWaits(state, now)) return events();
  const matched = byStaff && tiedProofs(state).some(({ method }) => method === 'e-id');
  // Where the person is answered instead of a representative, or has no contact point yet, their own counts at once.
  const toPerson = (state.status === 'held' && state.mandate?.answerTo === 'person') || lacksContact(state);
  const wait = oldIsLost || matched || calledBack || toPerson ? 0 : state.facts.rules.contactChangeDays;
  // Whoever has the link to the case may mistype the new address as well: it shows itself by a code that is mailed there.
  const code = !byStaff && !calledBack && !codeEntered;
  const isSame = waiting?.to.hash === to.hash && (code || !waiting.awaitsCode);
  if (isSame && (wait > 0 || code)) return events();
  const changed: CaseEvent = {
    type: 'contact-changed',
    ...first,
    from,
    to,
    tellOld: !oldIsLost && !calledBack && !lacksContact(state),
    effectiveAt: wait === 0 ? now : later(now, wait),
  };
  return code ? events(changed, { type: 'contact-code-awaited', ...first }) : events(changed);
}

function moveToPost(
  state: OpenedCase,
  { second, now }: Given<unknown>,
  { to, reason, registered }: Extract<ContactDecision, { readonly kind: 'move-to-post' }>,
  asInWhole: boolean,
): Decision {
  if (!writesOn(state, now)) return outOfOrder(state);
  if (state.circumstances.has('protected-identity')) return refuse('forwarded-to-protected');
  const from = contactAt(state, now);
  // That our mail comes back is on record, and not on somebody's word.
  const cameBack = from.kind === 'email' && ((asInWhole && reason === 'bounced') || comesBack(state, from));
  if (reason === 'bounced' && !cameBack) return refuse('nothing-came-back');
  const proven = isStronglyProven(state);
  // "I have moved, send it here": the old address is told, and has the days of waiting to object.
  const atOnce = registered || reason === 'bounced' || proven || from.kind === 'postalAddress';
  const effectiveAt = atOnce ? now : later(now, state.facts.rules.contactChangeDays);
  // Nothing arrives any more where our letters come back.
  const tellOld = from.hash !== to.hash && !cameBack && !lacksContact(state);
  return events({ type: 'moved-to-post', ...second, from, to, reason, registered, tellOld, effectiveAt });
}

function later(now: string, days: number): string {
  return new Date(Date.parse(now) + days * 24 * 60 * 60_000).toISOString();
}
