import { keyOf } from '../letters/letter-key.ts';
import { withoutWaiting } from '../contact/waiting-change.ts';
import { changedBeforeRelease } from '../answer/review-again.ts';
import { impossible } from '../log/impossible-event.ts';
import { withCommon, type OpenedCase } from '../state.ts';
import type { DecisionEvent } from './events.ts';
import { withStanding } from './part-refusals.ts';
import { letterOfStop } from './stops.ts';

/** The state after an event of the topic. */
export function evolveDecision(state: OpenedCase, event: DecisionEvent): OpenedCase {
  const { common } = state;
  switch (event.type) {
    case 'decision-proposed': {
      const { proposal: id, decision, by, at } = event;
      return withCommon(state, { proposals: [...common.proposals, { id, by, at, decision, state: 'open' }] });
    }
    case 'decision-approved':
      return withProposal(state, event.proposal, 'approved');
    case 'decision-dropped':
      return withProposal(state, event.proposal, 'dropped');
    case 'refused': {
      const refusals = [
        ...withStanding(common.refusals, event.restates, 'restated'),
        { ...event, standing: 'in-force' } as const,
      ];
      return event.scope === 'whole'
        ? { common: { ...withoutWaiting(common, event.at), refusals }, stage: { kind: 'refused' } }
        : // A refusal that names no kinds of record does not change the content of the answer, so approvals still count.
          event.items.length > 0
          ? changedBeforeRelease(withCommon(state, { refusals }))
          : withCommon(state, { refusals });
    }
    case 'refusal-taken-back':
      return changedBeforeRelease(
        withCommon(state, { refusals: withStanding(common.refusals, event.refusal, 'taken-back') }),
      );
    case 'fee-announced': {
      const decision = common.proposals.find(({ id }) => id === event.fee)?.decision;
      if (decision?.kind !== 'charge-fee') return impossible(state, event);
      return withCommon(state, {
        fees: [...common.fees, { id: event.fee, decision, answerBy: event.answerBy, answer: null }],
      });
    }
    case 'fee-answered':
      return withCommon(state, {
        fees: common.fees.map((one) => (one.id === event.fee ? { ...one, answer: event.answer } : one)),
      });
    case 'stop-recorded':
      return withCommon(state, { recordedStops: [...common.recordedStops, event] });
    case 'right-carried-out': {
      const toldBefore = common.letters.has(keyOf(letterOfStop(event.right)));
      return withCommon(state, { carriedOut: [...common.carriedOut, { ...event, toldBefore }] });
    }
  }
}

/** Marks a proposal as approved or dropped. */
export function withProposal(state: OpenedCase, id: string, outcome: 'approved' | 'dropped'): OpenedCase {
  return withCommon(state, {
    proposals: state.common.proposals.map((one) => (one.id === id ? { ...one, state: outcome } : one)),
  });
}
