import { type Decision, events, type Given, outOfOrder } from '../decision.ts';
import type { TwoPersonDecision } from '../decisions/events.ts';
import type { CaseEvent } from '../events.ts';
import { refuse } from '../refusals/refuse.ts';
import { contactAt, type OpenedCase } from '../state.ts';
import { contactWaits } from './standing-time.ts';

export type CircumstanceDecision = Extract<TwoPersonDecision, { readonly kind: 'decide-circumstance' }>;

/**
 * What follows when it is decided what a circumstance asks for, as the case stands now. A change of where is written to
 * that waited goes on after a no. After a yes it is part of the decision: the new contact point may be what protects
 * somebody, or what puts them in danger.
 */
export function circumstanceEffect(state: OpenedCase, given: Given<unknown>, decision: CircumstanceDecision): Decision {
  const { circumstance, applies, text, contact } = decision;
  const { first, now } = given;
  // Of two decisions on the same circumstance only the first one decides.
  if (!state.undecided.has(circumstance)) return outOfOrder(state);
  const waits = applies && contactWaits(state, now);
  if (waits && contact === null) return refuse('say-what-becomes-of-contact-change');
  const decided: CaseEvent = { type: 'circumstance-decided', ...first, circumstance, applies, text };
  if (!waits || contact !== 'called-back') return events(decided);
  const to = contactAt(state, now);
  return events(decided, { type: 'contact-changed', ...first, from: to, to, tellOld: false, effectiveAt: now });
}
