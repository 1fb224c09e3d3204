import { type Decision, events, type Given, outOfOrder } from '../decision.ts';
import type { TwoPersonDecision } from '../decisions/events.ts';
import type { CaseEvent } from '../events.ts';
import { refuse } from '../refusals/refuse.ts';
import { contactAt, type OpenedCase } from '../state.ts';
import { contactWaits } from './standing-time.ts';

export type CircumstanceDecision = Extract<TwoPersonDecision, { readonly kind: 'decide-circumstance' }>;

/**
 * The events of a decision on a circumstance. If the circumstance does not apply, a waiting change of the contact point
 * continues. If the circumstance applies, staff decide on the waiting change as well: the new contact point may protect
 * the person, or endanger the person.
 */
export function circumstanceEffect(state: OpenedCase, given: Given<unknown>, decision: CircumstanceDecision): Decision {
  const { circumstance, applies, text, contact } = decision;
  const { first, now } = given;
  // If two members of staff decide on the same circumstance, the first decision counts.
  if (!state.common.undecided.has(circumstance)) return outOfOrder(state);
  const waits = applies && contactWaits(state.common, now);
  if (waits && contact === null) return refuse('say-what-becomes-of-contact-change');
  const decided: CaseEvent = { type: 'circumstance-decided', ...first, circumstance, applies, text };
  if (!waits || contact !== 'called-back') return events(decided);
  const to = contactAt(state.common, now);
  return events(decided, { type: 'contact-changed', ...first, from: to, to, tellOld: false, effectiveAt: now });
}
