import { reviewedAgain } from '../answer/review-again.ts';
import type { OpenedCase } from '../state.ts';
import { type Circumstance, protectsSomebody } from '../vocabulary.ts';
import type { CircumstanceEvent } from './events.ts';
import { withTime } from './standing-time.ts';

/** The state after an event of the topic. */
export function evolveCircumstance({ common, stage }: OpenedCase, event: CircumstanceEvent): OpenedCase {
  switch (event.type) {
    case 'circumstance-marked': {
      const others = [...common.circumstances].filter((one) => one !== event.circumstance);
      const circumstances = new Set(event.present ? [...others, event.circumstance] : others);
      const marked = new Set([...common.everMarked, ...circumstances]);
      const undecided = [...common.undecided].filter((one) => one !== event.circumstance);
      if (event.present && protectsSomebody(event.circumstance)) undecided.push(event.circumstance);
      const changed = { ...common, circumstances, everMarked: marked, undecided: new Set(undecided) };
      // Version 1 of the event did not stop the days of waiting. A change of the contact point could then take effect
      // before the decision, and such a change stays in effect.
      const timed = event.stopsTime || undecided.length === 0 ? withTime(changed, event.at) : changed;
      return reviewedAgain({ common: timed, stage });
    }
    case 'circumstance-decided': {
      const without = (all: ReadonlySet<Circumstance>) => new Set([...all].filter((one) => one !== event.circumstance));
      const circumstances = event.applies ? common.circumstances : without(common.circumstances);
      const changed = { ...common, circumstances, undecided: without(common.undecided) };
      return { common: withTime(changed, event.at), stage };
    }
  }
}
