import { keyOf } from '../letters/letter-key.ts';
import { base } from '../common-part.ts';
import { withoutWaiting } from '../contact/waiting-change.ts';
import { changedBeforeRelease } from '../answer/review-again.ts';
import { impossible } from '../log/impossible-event.ts';
import type { CaseState, OpenedCase } from '../state.ts';
import type { DecisionEvent } from './events.ts';
import { withStanding } from './part-refusals.ts';
import { letterOfStop } from './stops.ts';

/** The state after an event of the topic. */
export function evolveDecision(state: OpenedCase, event: DecisionEvent): CaseState {
  switch (event.type) {
    case 'decision-proposed': {
      const { proposal: id, decision, by, at } = event;
      return { ...state, proposals: [...state.proposals, { id, by, at, decision, state: 'open' }] };
    }
    case 'decision-approved':
      return withProposal(state, event.proposal, 'approved');
    case 'decision-dropped':
      return withProposal(state, event.proposal, 'dropped');
    case 'refused': {
      const refusals = [
        ...withStanding(state.refusals, event.restates, 'restated'),
        { ...event, standing: 'in-force' } as const,
      ];
      return event.scope === 'whole'
        ? { ...base(state), ...withoutWaiting(state, event.at), refusals, status: 'refused' }
        : // A refusal in words does not change the content of the answer. Logs of earlier versions fold as before.
          event.items.length > 0
          ? changedBeforeRelease({ ...state, refusals })
          : { ...state, refusals };
    }
    case 'refusal-taken-back':
      return changedBeforeRelease({
        ...state,
        refusals: withStanding(state.refusals, event.refusal, 'taken-back'),
      });
    case 'fee-announced': {
      const decision = state.proposals.find(({ id }) => id === event.fee)?.decision;
      if (decision?.kind !== 'charge-fee') return impossible(state, event);
      return { ...state, fees: [...state.fees, { id: event.fee, decision, answerBy: event.answerBy, answer: null }] };
    }
    case 'fee-answered':
      return {
        ...state,
        fees: state.fees.map((one) => (one.id === event.fee ? { ...one, answer: event.answer } : one)),
      };
    case 'stop-recorded':
      return { ...state, recordedStops: [...state.recordedStops, event] };
    case 'right-carried-out': {
      const toldBefore = state.letters.has(keyOf(letterOfStop(event.right)));
      return { ...state, carriedOut: [...state.carriedOut, { ...event, toldBefore }] };
    }
  }
}

/** A proposal with its result. */
export function withProposal(state: OpenedCase, id: string, outcome: 'approved' | 'dropped'): OpenedCase {
  return {
    ...state,
    proposals: state.proposals.map((one) => (one.id === id ? { ...one, state: outcome } : one)),
  };
}
