import { events, type Decision, type Given } from '../decision.ts';
import { propose, takesTwo } from '../decisions/two-persons.ts';
import { refuse } from '../refusals/refuse.ts';
import type { OpenedCase } from '../state.ts';
import { protectsSomebody } from '../vocabulary.ts';
import { circumstanceEffect } from './circumstance-effect.ts';
import type { CircumstanceCommand } from './commands.ts';
import { isMarkedBefore } from './standing-time.ts';

/** Decides on circumstances of the person (practice 2, 24). */
export function decideCircumstance(state: OpenedCase, given: Given<CircumstanceCommand>): Decision {
  const { common } = state;
  const { command, first, second } = given;
  switch (command.type) {
    case 'mark-circumstance': {
      const { circumstance, present } = command;
      if (common.circumstances.has(circumstance) === present && !isMarkedBefore(common, circumstance)) return events();
      // To remove an undecided mark, staff must decide that the circumstance does not apply. Otherwise one person could
      // remove a mark that another person has set.
      if (!present && first.by.kind === 'staff' && common.undecided.has(circumstance))
        return refuse('circumstance-undecided');
      const stopsTime = present && protectsSomebody(circumstance);
      return events({ type: 'circumstance-marked', ...second, circumstance, present, stopsTime });
    }
    case 'decide-circumstance': {
      const { circumstance, applies, text, contact = null } = command;
      const decision = { kind: 'decide-circumstance', circumstance, applies, text, contact } as const;
      const effect = circumstanceEffect(state, given, decision);
      return effect.ok && first.by.kind === 'staff' && takesTwo(common, circumstance)
        ? propose(state, given, decision)
        : effect;
    }
  }
}
