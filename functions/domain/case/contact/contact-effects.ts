import { identityMethods } from '../../identity-methods/methods.ts';
import { isUnconfirmed, writesOn } from '../answer/availability.ts';
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
import { movesAtOnce, postWaits } from './unproven-postal-address.ts';

/** A decision of staff on the contact point of a case. */
export type ContactDecision = Extract<
  TwoPersonDecision,
  { readonly kind: 'change-contact' | 'confirm-contact' | 'move-to-post' }
>;

/**
 * The events of a decision on the contact point, or why the decision is refused. `asInWhole`: staff decided in the case
 * that this one was split from, and the evidence is in the log of that case.
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
      if (isConfirmed(state.common, contact)) return events();
      // Another contact point may have taken effect since the proposal.
      const isPresent = contactAt(state.common, given.now).hash === contact.hash;
      return isPresent && isUnconfirmed(state, given.now)
        ? events({ type: 'contact-confirmed', ...given.first, contact, text })
        : outOfOrder(state);
    }
    case 'move-to-post':
      return moveToPost(state, given, decision, asInWhole);
  }
}

/**
 * Decides on a change of the contact point. The new contact point usually takes effect after the days of waiting
 * (`contactChangeDays` of the policy). If the person makes the change with the link, the code that was mailed to the
 * new contact point must also have been entered. The old contact point is told at once, so that its owner notices a
 * takeover. If the old contact point is lost, shared or unsafe, nothing is sent to it. Such a change needs a strong
 * proof and has no days of waiting (practice 2).
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
  const { common } = state;
  const { to, oldIsLost, codeEntered, byStaff } = wanted;
  // After the end of a case a waiting change can still be cancelled. Other changes can be made as long as an answer can
  // be fetched: the codes for the answer go to the contact point, which may be wrong, lost or unsafe.
  const calledBackAfterEnd = contactAt(common, now).hash === to.hash;
  if (!writesOn(state, now) && !calledBackAfterEnd) return outOfOrder(state);
  // Somebody with only the link of the case has proven no identity. An override is a decision of staff in place of a
  // proof. In both cases the old address must be told of a change.
  if (oldIsLost && !(byStaff && isStronglyProven(state))) return refuse('old-contact-not-told');
  const from = contactAt(common, now);
  const latest = common.contactChanges.at(-1);
  const waiting = latest !== undefined && isWaiting(common, latest, now) ? latest : undefined;
  // A letter tells the old contact point of the change. If the owner did not ask for the change, they can cancel it:
  // `to` is then the old contact point.
  const calledBack = from.hash === to.hash;
  if (calledBack && waiting === undefined && !postWaits(common, now)) return events();
  const matched = byStaff && tiedProofs(state).some(({ method }) => identityMethods[method].showsPersonnummer);
  // The person's own contact point takes effect at once if the answer goes to the person instead of a representative,
  // or if the case has no contact point of the person yet.
  const toPerson = (state.stage.kind === 'held' && common.mandate?.answerTo === 'person') || lacksContact(state);
  const wait = oldIsLost || matched || calledBack || toPerson ? 0 : common.facts.rules.contactChangeDays;
  // The person may mistype the new address. A code that is mailed to the new address shows that the address is right.
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
  if (state.common.circumstances.has('protected-identity')) return refuse('forwarded-to-protected');
  const from = contactAt(state.common, now);
  // Nobody can give the reason `bounced` unless the log shows that letters come back.
  const cameBack = from.kind === 'email' && ((asInWhole && reason === 'bounced') || comesBack(state, from));
  if (reason === 'bounced' && !cameBack) return refuse('nothing-came-back');
  // If the move does not take effect at once, the owner of the old contact point has the days of waiting to object.
  const effectiveAt = movesAtOnce(state, from, { reason, registered })
    ? now
    : later(now, state.common.facts.rules.contactChangeDays);
  // If letters to the old contact point come back, a letter about the change would not arrive there.
  const tellOld = from.hash !== to.hash && !cameBack && !lacksContact(state);
  return events({ type: 'moved-to-post', ...second, from, to, reason, registered, tellOld, effectiveAt });
}

function later(now: string, days: number): string {
  return new Date(Date.parse(now) + days * 24 * 60 * 60_000).toISOString();
}
