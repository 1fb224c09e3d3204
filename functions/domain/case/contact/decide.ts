import { canonical } from '../../canonical/canonical.ts';
import { events, type Decision, type Given } from '../decision.ts';
import { propose } from '../decisions/two-persons.ts';
import { checkTried } from '../identity/code-rules.ts';
import { mayBeStranger } from '../identity/opener.ts';
import { refuse } from '../refusals/refuse.ts';
import { contactAt, type OpenedCase, type Common } from '../state.ts';
import type { ContactCommand } from './commands.ts';
import { localDate } from '../../clock/deadline.ts';
import type { CaseEvent } from '../events.ts';
import { changeAwaitingCode, isCalledUnsafe } from './confirmed-contact.ts';
import { contactChange, contactEffect, type ContactDecision } from './contact-effects.ts';

/** Decides on changes and confirmations of the contact point (Art. 32; practice 2). */
export function decideContact(state: OpenedCase, given: Given<ContactCommand>): Decision {
  const { common } = state;
  const { command, first, now } = given;
  switch (command.type) {
    case 'enter-contact-code': {
      const tried = checkTried(state, command.challenge, 'contact', now);
      if (!tried.ok) return refuse(tried.code);
      const { challenge, signedIn } = command;
      // A code to the present contact point counts only after a sign-in. If the address was mistyped, its owner may be
      // a stranger, who has received the link of the case and the code.
      if (!signedIn && changeAwaitingCode(common) === undefined) return refuse('confirmed-after-sign-in');
      return events({ type: 'contact-code-entered', ...first, challenge, signedIn });
    }
    case 'confirm-contact':
      return decideWhere(state, given, {
        kind: 'confirm-contact',
        contact: contactAt(common, now),
        text: command.text,
        agreed: command.agreed === true,
      });
    case 'change-contact':
      return changeContact(state, { ...given, command });
    case 'call-contact-unsafe':
      if (mayBeStranger(common, first.by)) return refuse('contact-of-the-opener');
      return events(...calledUnsafe(common, given));
    case 'move-to-post': {
      const { to, reason, registered, agreed = false } = command;
      return decideWhere(state, given, { kind: 'move-to-post', to, reason, registered, agreed });
    }
  }
}

/**
 * Decides on a change of the contact point. A change by the person is confirmed by a code. A change by staff has no
 * such evidence, so a second person must agree to it if the policy requires two people.
 */
function changeContact(
  state: OpenedCase,
  given: Given<Extract<ContactCommand, { readonly type: 'change-contact' }>>,
): Decision {
  const { command, first, now } = given;
  const { to, oldIsLost, why, codeEntered = false, agreed = false } = command;
  // A stranger who made the request in the person's name could otherwise take over the case before the person has
  // proven identity.
  if (mayBeStranger(state.common, first.by)) return refuse('contact-of-the-opener');
  const isCalledBack = contactAt(state.common, now).hash === to.hash;
  if (first.by.kind === 'staff' && !isCalledBack) {
    const change = { kind: 'change-contact', to, oldIsLost, why: why ?? null, agreed } as const;
    const decided = decideWhere(state, given, change);
    // The old contact point is called unsafe at once, before a second person agrees. From then on no code is sent to
    // it.
    if (!decided.ok || why !== 'unsafe' || agreed) return decided;
    return events(...calledUnsafe(state.common, given), ...decided.events);
  }
  return contactChange(state, given, { to, oldIsLost, codeEntered, byStaff: first.by.kind === 'staff' });
}

/**
 * The events by which the present contact point is called unsafe. Staff get an alert at most once a day, and none if a
 * member of staff gave the command.
 */
function calledUnsafe(common: Common, { first, now }: Given<unknown>): readonly CaseEvent[] {
  const contact = contactAt(common, now);
  if (contact.kind !== 'email' || isCalledUnsafe(common, contact)) return [];
  const key = `contact-unsafe/${localDate(now, common.facts.timeZone)}`;
  const isTold = first.by.kind === 'staff' || common.alerts.some((one) => one.key === key);
  return [
    { type: 'contact-called-unsafe', ...first, contact },
    ...(isTold ? [] : [{ type: 'alerted', ...first, alert: 'contact-unsafe', key } as const]),
  ];
}

/**
 * Carries out a decision on the contact point at once if staff have approved it in the original case (`agreed`), or if
 * no member of staff made it. Any other decision may need a second person (`propose`).
 */
function decideWhere(
  state: OpenedCase,
  given: Given<unknown>,
  { agreed, ...decision }: ContactDecision & { readonly agreed: boolean },
): Decision {
  const byStaff = given.first.by.kind === 'staff';
  if (byStaff && state.common.undecided.size > 0) return refuse('circumstance-undecided');
  const effect = contactEffect(state, given, decision, agreed);
  if (!effect.ok || effect.events.length === 0 || agreed || !byStaff) return effect;
  const isProposed = state.common.proposals.some(
    (one) => one.state === 'open' && canonical(one.decision) === canonical(decision),
  );
  return isProposed ? events() : propose(state, given, decision);
}
