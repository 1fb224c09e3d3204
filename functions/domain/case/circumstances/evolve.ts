import { reviewedAgain } from '../answer/review-again.ts';
import type { CaseState, OpenedCase } from '../state.ts';
import { type Circumstance, protectsSomebody } from '../vocabulary.ts';
import type { CircumstanceEvent } from './events.ts';
import { withTime } from './standing-time.ts';

/** The state after an event of the topic. */
export function evolveCircumstance(state: OpenedCase, event: CircumstanceEvent): CaseState {
  switch (event.type) {
    case 'circumstance-marked': {
      const others = [...state.circumstances].filter((one) => one !== event.circumstance);
      const circumstances = new Set(event.present ? [...others, event.circumstance] : others);
      const marked = new Set([...state.everMarked, ...circumstances]);
      const undecided = [...state.undecided].filter((one) => one !== event.circumstance);
      if (event.present && protectsSomebody(event.circumstance)) undecided.push(event.circumstance);
      const changed = { ...state, circumstances, everMarked: marked, undecided: new Set(undecided) };
      // In logs of earlier versions periods did not stop: changes that took effect before the decision remain in
      // effect.
      const timed = event.stopsTime || undecided.length === 0 ? withTime(changed, event.at) : changed;
      return reviewedAgain(timed);
    }
    case 'circumstance-decided': {
      const without = (all: ReadonlySet<Circumstance>) => new Set([...all].filter((one) => one !== event.circumstance));
      const circumstances = event.applies ? state.circumstances : without(state.circumstances);
      return withTime({ ...state, circumstances, undecided: without(state.undecided) }, event.at);
    }
  }
}
