import { localDate } from '../clock/deadline.ts';
import { events, type Decision, type Given } from './decision.ts';
import type { CaseEvent, TwoPersonDecision } from './events.ts';
import type { OpenedCase, Reviewing } from './state.ts';

/** Whether a second person must agree to whole refusals, fees and overrides of a proof (practice 15). */
export function needsSecondPerson(state: OpenedCase): boolean {
  const { soleHandler, secondPerson } = state.facts.rules;
  return !soleHandler && secondPerson !== 'never';
}

/** How many people must release an answer: a second one where policy or the data ask for it. */
export function approvalsNeeded(state: Pick<Reviewing, 'facts' | 'everMarked' | 'snapshot'>): 1 | 2 {
  const { soleHandler, secondPerson } = state.facts.rules;
  if (soleHandler || secondPerson === 'never') return 1;
  if (secondPerson === 'always') return 2;
  const protectedPerson = state.everMarked.has('protected-identity') || state.everMarked.has('threatened');
  const special = state.snapshot.systems.some(
    (system) => system.special && system.replies.some(({ result }) => result === 'found'),
  );
  return protectedPerson || special ? 2 : 1;
}

/** Records a decision that two people must make: it takes effect at once only where one handles all alone. */
export function propose(state: OpenedCase, given: Given<unknown>, decision: TwoPersonDecision): Decision {
  const proposal = `proposal-${state.proposals.length + 1}`;
  const proposed: CaseEvent = { type: 'decision-proposed', ...given.first, proposal, decision };
  if (needsSecondPerson(state)) return events(proposed);
  return events(proposed, ...effects(state, given, proposal, decision));
}

/** What follows when everybody who must agree has agreed. */
export function effects(
  state: OpenedCase,
  { first, second, third, now }: Given<unknown>,
  proposal: string,
  decision: TwoPersonDecision,
): readonly CaseEvent[] {
  const approved: CaseEvent = { type: 'decision-approved', ...first, proposal };
  switch (decision.kind) {
    case 'refuse-whole': {
      // A late refusal still goes, marked late, and the data protection officer hears of it (practice 6).
      const late = localDate(now, state.facts.timeZone) > state.facts.due;
      const { ground, text } = decision;
      return [
        approved,
        ...(late ? [lateRefusal(state, first)] : []),
        { type: 'refused', ...third, scope: 'whole', ground, text, late, items: [], restates: null },
      ];
    }
    case 'charge-fee':
      return [approved, { type: 'fee-announced', ...first, fee: proposal, answerBy: decision.answerBy }];
    case 'override-proof':
      return [
        approved,
        {
          type: 'identity-proven',
          ...second,
          challenge: null,
          identifier: decision.identifier,
          method: 'override',
          level: 'strong',
          text: decision.text,
        },
      ];
  }
}

export function lateRefusal(state: OpenedCase, first: Given<unknown>['first']): CaseEvent {
  return { type: 'alerted', ...first, alert: 'late-refusal', key: `late-refusal/${state.refusals.length + 1}` };
}
