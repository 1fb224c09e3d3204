import { latestOf } from '../clock/latest-of.ts';
import { answerCommands } from './answer/commands.ts';
import { decideAnswer } from './answer/decide.ts';
import { circumstanceCommands } from './circumstances/commands.ts';
import { decideCircumstance } from './circumstances/decide.ts';
import { waitsForDecision } from './circumstances/while-undecided.ts';
import { clockCommands } from './clock/commands.ts';
import { decideClock } from './clock/decide.ts';
import { takenWhen, type Command, type CommandEnvelope } from './command.ts';
import { contactCommands } from './contact/commands.ts';
import { decideContact } from './contact/decide.ts';
import { custodyCommands } from './custody/commands.ts';
import { decideCustody } from './custody/decide.ts';
import { events, type Decision, type Given } from './decision.ts';
import { decisionCommands } from './decisions/commands.ts';
import { decideDecision } from './decisions/decide.ts';
import { identityCommands } from './identity/commands.ts';
import { decideIdentity } from './identity/decide.ts';
import { letterCommands } from './letters/commands.ts';
import { decideLetter } from './letters/decide.ts';
import { lifecycleCommands } from './lifecycle/commands.ts';
import { decideLifecycle } from './lifecycle/decide.ts';
import { refuse } from './refusals/refuse.ts';
import { reviewCommands } from './review/commands.ts';
import { decideReview } from './review/decide.ts';
import { searchCommands } from './search/commands.ts';
import { decideSearch } from './search/decide.ts';
import { handlingCommands } from './handling/commands.ts';
import { decideHandling } from './handling/decide.ts';
import { hasEnded, type CaseState, type OpenedCase } from './state.ts';
import { isOneOf } from './taken-when.ts';

/**
 * The result of a command: its events, or why it is refused. `clock` is the present time, ISO 8601 in UTC. If `clock`
 * is before the latest event, the time of that event is used, so that no event is dated before the event that it
 * follows. If a command with the same id was carried out before, the result has no events: the caller reads the
 * recorded result from the state.
 */
export function decide(state: CaseState, envelope: CommandEnvelope, clock: string): Decision {
  const { command, by } = envelope;
  const now = state === undefined ? clock : latestOf(clock, state.common.latestAt);
  const stamp = { at: now, by };
  if (command.type === 'open') {
    if (state !== undefined) return refuse('case-open-already');
    return events({ type: 'case-opened', v: 2, ...stamp, ...command.facts, hold: command.hold });
  }
  if (state === undefined) return refuse('no-such-case');
  if (state.common.seen.has(envelope.commandId)) return events();
  // Staff are locked out of a case that concerns them, such as a request for their own data (practice 15).
  if (by.kind === 'staff' && state.common.lockedOut.has(by.id)) return refuse('case-concerns-you');
  if (hasEnded(state) && !takenWhen[command.type].afterEnd) return refuse('case-ended');
  if (waitsForDecision(state.common, command)) return refuse('circumstance-undecided');
  return decideOpened(state, {
    command,
    now,
    first: { v: 1, ...stamp },
    second: { v: 2, ...stamp },
    third: { v: 3, ...stamp },
  });
}

function decideOpened(state: OpenedCase, given: Given<Exclude<Command, { readonly type: 'open' }>>): Decision {
  const { command } = given;
  if (isOneOf(lifecycleCommands, command)) return decideLifecycle(state, { ...given, command });
  if (isOneOf(handlingCommands, command)) return decideHandling(state, { ...given, command });
  if (isOneOf(identityCommands, command)) return decideIdentity(state, { ...given, command });
  if (isOneOf(contactCommands, command)) return decideContact(state, { ...given, command });
  if (isOneOf(circumstanceCommands, command)) return decideCircumstance(state, { ...given, command });
  if (isOneOf(searchCommands, command)) return decideSearch(state, { ...given, command });
  if (isOneOf(reviewCommands, command)) return decideReview(state, { ...given, command });
  if (isOneOf(answerCommands, command)) return decideAnswer(state, { ...given, command });
  if (isOneOf(letterCommands, command)) return decideLetter(state, { ...given, command });
  if (isOneOf(clockCommands, command)) return decideClock(state, { ...given, command });
  if (isOneOf(decisionCommands, command)) return decideDecision(state, { ...given, command });
  if (isOneOf(custodyCommands, command)) return decideCustody(state, { ...given, command });
  // A topic that is missing here is a compile error.
  return command satisfies never;
}
