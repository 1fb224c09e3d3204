import { events, outOfOrder, type Decision, type Given } from '../decision.ts';
import type { CaseEvent } from '../events.ts';
import { refuse } from '../refusals/refuse.ts';
import { asLiving, contactAt, type OpenedCase } from '../state.ts';
import type { LifecycleCommand, OpenCommand } from './commands.ts';
import { decideEnding } from './ending-rules.ts';
import { isSilent, lacksContact } from './hold-rules.ts';

/** Decides how an open case continues, is split or joined, and ends (practice 3, 5, 9, 13, 18). */
export function decideLifecycle(state: OpenedCase, given: Given<Exclude<LifecycleCommand, OpenCommand>>): Decision {
  const { common } = state;
  const { command, first } = given;
  switch (command.type) {
    case 'lift-hold':
      return liftHold(state, { ...given, command });
    case 'record-execution':
      return command.n > common.executions ? events({ type: 'execution-started', ...first, n: command.n }) : events();
    case 'absorb':
      return common.absorbed.includes(command.case)
        ? events()
        : events({ type: 'absorbed', ...first, case: command.case });
    case 'split': {
      const { matter, rights } = command;
      if (asLiving(state) === undefined) return outOfOrder(state);
      if (common.splits.some((one) => one.case === command.case)) return events();
      const gone = common.splits.flatMap((one) => one.rights);
      const mine = rights.every(
        (right) =>
          // A person who withdraws may ask that we stop using the data that came with the request. Staff examine this
          // as a request for erasure (practice 21).
          (right === 'erasure' || common.facts.rights.includes(right)) && right !== 'access' && !gone.includes(right),
      );
      if (matter === 'request' ? rights.length === 0 || !mine : rights.length > 0)
        return refuse('nothing-to-split-off');
      const split: CaseEvent = { type: 'split-off', ...first, matter, rights: [...rights], case: command.case };
      const isFurther = common.splits.some((one) => one.matter === matter);
      const key = isFurther ? `legal/${matter}/${command.case}` : `legal/${matter}`;
      // The data protection officer gets an alert about a complaint or a claim. The request for access continues
      // (practice 18).
      const told = matter === 'request' || common.alerts.some((one) => one.key === key);
      return told ? events(split) : events(split, { type: 'alerted', ...first, alert: 'legal', key });
    }
    case 'redirect':
      // The person is referred to a customer for whom we may be the processor. The letter does not say whether we
      // process data for that customer. The case continues for the data of which we are the controller (practice 9).
      if (asLiving(state) === undefined) return outOfOrder(state);
      if (isSilent(state)) return refuse('sender-not-written-to');
      return events({ type: 'redirected', ...first, text: command.text });
    case 'end':
    case 'join':
    case 'reopen':
    case 'close':
      return decideEnding(state, { ...given, command });
  }
}

function liftHold(
  state: OpenedCase,
  given: Given<Extract<LifecycleCommand, { readonly type: 'lift-hold' }>>,
): Decision {
  const { common } = state;
  const { first } = given;
  if (state.stage.kind !== 'held') return outOfOrder(state);
  // The workflow searches and delivers: it must not run for a request that did not ask for access.
  if (!common.facts.rights.includes('access') || common.facts.matter !== 'request')
    return refuse('only-access-goes-on');
  if (common.facts.hold === 'mandate-unchecked' && common.mandate?.accepted !== true)
    return refuse('mandate-unchecked');
  const unchanged = contactAt(common, given.now).hash === common.facts.contact.hash;
  if (common.mandate?.answerTo === 'person' && unchanged) return refuse('contact-of-person-missing');
  if (lacksContact(state) && unchanged) return refuse('contact-of-requester-missing');
  return events({ type: 'hold-lifted', ...first });
}
