import { localDate } from '../../clock/deadline.ts';
import { circumstanceEffect } from '../circumstances/circumstance-effect.ts';
import { contactEffect } from '../contact/contact-effects.ts';
import { type Decision, events, type Given } from '../decision.ts';
import type { CaseEvent } from '../events.ts';
import type { Common, OpenedCase, Screening } from '../state.ts';
import type { Circumstance } from '../vocabulary.ts';
import type { TwoPersonDecision } from './events.ts';

/**
 * Whether the policy requires a second person for whole refusals, fees, overrides of a proof, and contact points that
 * staff change or confirm (practice 15).
 */
export function needsSecondPerson(common: Common): boolean {
  const { soleHandler, secondPerson } = common.facts.rules;
  return !soleHandler && secondPerson !== 'never';
}

/**
 * Whether a second person must agree to the decision on a circumstance. With a sole handler or with
 * `secondPerson: 'never'`, no second person is needed. Otherwise one is needed if the policy says `always`, or if the
 * circumstance is protected identity or a threat.
 */
export function takesTwo(common: Common, circumstance: Circumstance): boolean {
  if (!needsSecondPerson(common)) return false;
  return (
    common.facts.rules.secondPerson === 'always' ||
    circumstance === 'protected-identity' ||
    circumstance === 'threatened'
  );
}

/**
 * How many people must release an answer. The policy decides (`secondPerson`). With `where-it-matters`, two people must
 * release an answer that contains special categories of data, and an answer to a person who was ever marked as
 * protected or threatened.
 */
export function approvalsNeeded(
  { facts, everMarked }: Pick<Common, 'facts' | 'everMarked'>,
  { snapshot }: Pick<Screening, 'snapshot'>,
): 1 | 2 {
  const { soleHandler, secondPerson } = facts.rules;
  if (soleHandler || secondPerson === 'never') return 1;
  if (secondPerson === 'always') return 2;
  const protectedPerson = everMarked.has('protected-identity') || everMarked.has('threatened');
  const special = snapshot.systems.some(
    (system) => system.special && system.replies.some(({ result }) => result === 'found' || result === 'answered'),
  );
  return protectedPerson || special ? 2 : 1;
}

/**
 * Records a decision as a proposal, which a second person must approve. If the policy lets one person decide, the
 * decision takes effect at once.
 */
export function propose(state: OpenedCase, given: Given<unknown>, decision: TwoPersonDecision): Decision {
  const proposal = `proposal-${state.common.proposals.length + 1}`;
  const proposed: CaseEvent = { type: 'decision-proposed', ...given.first, proposal, decision };
  if (needsSecondPerson(state.common)) return events(proposed);
  const effect = effects(state, given, proposal, decision);
  return effect.ok ? events(proposed, ...effect.events) : effect;
}

/** The events of a decision once everybody has agreed, or why the decision is refused. */
export function effects(
  state: OpenedCase,
  given: Given<unknown>,
  proposal: string,
  decision: TwoPersonDecision,
): Decision {
  const { first, second, third, now } = given;
  const approved: CaseEvent = { type: 'decision-approved', ...first, proposal };
  switch (decision.kind) {
    case 'refuse-whole': {
      // A late refusal is still sent, and marked as late. The data protection officer gets an alert (practice 6).
      const late = localDate(now, state.common.facts.timeZone) > state.common.facts.due;
      const { ground, text } = decision;
      return events(approved, ...(late ? [lateRefusal(state.common, first)] : []), {
        type: 'refused',
        ...third,
        scope: 'whole',
        ground,
        text,
        late,
        items: [],
        restates: null,
      });
    }
    case 'charge-fee':
      return events(approved, { type: 'fee-announced', ...first, fee: proposal, answerBy: decision.answerBy });
    case 'override-proof':
      return events(approved, {
        type: 'identity-proven',
        ...second,
        challenge: null,
        identifier: decision.identifier,
        method: 'override',
        level: 'strong',
        text: decision.text,
      });
    case 'decide-circumstance': {
      const effect = circumstanceEffect(state, given, decision);
      return effect.ok ? events(approved, ...effect.events) : effect;
    }
    case 'change-contact':
    case 'confirm-contact':
    case 'move-to-post': {
      const effect = contactEffect(state, given, decision);
      return effect.ok ? events(approved, ...effect.events) : effect;
    }
  }
}

export function lateRefusal(common: Common, first: Given<unknown>['first']): CaseEvent {
  return { type: 'alerted', ...first, alert: 'late-refusal', key: `late-refusal/${common.refusals.length + 1}` };
}
