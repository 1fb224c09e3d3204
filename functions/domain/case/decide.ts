import { latestOf } from '../clock/latest-of.ts';
import { decideAnswer } from './answer/answer-rules.ts';
import { decideClock } from './clock/clock-rules.ts';
import type { Command, CommandEnvelope } from './command.ts';
import { decideCustody } from './custody/custody-rules.ts';
import { events, type Decision, type Given } from './decision.ts';
import { decideDecision } from './decisions/decision-rules.ts';
import { decideIdentity } from './identity/identity-rules.ts';
import { refuse } from './refusals/refuse.ts';
import { decideSearch } from './search/search-rules.ts';
import { hasEnded, type CaseState, type OpenedCase } from './state.ts';
import { waitsForDecision } from './circumstances/while-undecided.ts';

/**
 * What happens when a command is given: the events, or why it is refused. Pure: `now` is an ISO 8601 instant in UTC. A
 * clock that is behind the log is taken to be where the log is, so that no event is dated before the one it follows.
 * A command id that the case has seen gives no events: whoever gave it reads the recorded result from the state.
 */
export function decide(state: CaseState, envelope: CommandEnvelope, clock: string): Decision {
  const { command, by } = envelope;
  const now = state.status === 'absent' ? clock : latestOf(clock, state.latestAt);
  const stamp = { at: now, by };
  if (command.type === 'open') {
    if (state.status !== 'absent') return refuse('case-open-already');
    return events({ type: 'case-opened', v: 2, ...stamp, ...command.facts, hold: command.hold });
  }
  if (state.status === 'absent') return refuse('no-such-case');
  if (state.seen.has(envelope.commandId)) return events();
  // Staff who ask for their own data, and their managers, have nothing to do with that case (practice 15).
  if (by.kind === 'staff' && state.lockedOut.has(by.id)) return refuse('case-concerns-you');
  if (hasEnded(state) && !allowedAfterEnd.has(command.type)) return refuse('case-ended');
  if (waitsForDecision(state, command)) return refuse('circumstance-undecided');
  return decideOpened(state, {
    command,
    now,
    first: { v: 1, ...stamp },
    second: { v: 2, ...stamp },
    third: { v: 3, ...stamp },
  });
}

function decideOpened(state: OpenedCase, given: Given<Exclude<Command, { readonly type: 'open' }>>): Decision {
  const { command, first } = given;
  switch (command.type) {
    case 'record-execution':
      return command.n > state.executions ? events({ type: 'execution-started', ...first, n: command.n }) : events();
    case 'issue-code':
    case 'count-try':
    case 'prove-identity':
    case 'prove-with':
    case 'override-proof':
    case 'record-mandate':
    case 'change-contact':
    case 'enter-contact-code':
    case 'confirm-contact':
    case 'move-to-post':
    case 'mark-circumstance':
    case 'decide-circumstance':
      return decideIdentity(state, { ...given, command });
    case 'plan-search':
    case 'approve-search':
    case 'start-search':
    case 'answer-search':
    case 'record-manual-result':
    case 'retry-system':
    case 'give-up-system':
    case 'confirm-freeze':
    case 'decide-identifier':
    case 'reach-cut-off':
      return decideSearch(state, { ...given, command });
    case 'screen':
    case 'release':
    case 'start-assembly':
    case 'record-assembly':
    case 'deliver':
    case 'grant-download':
    case 'intend-letter':
    case 'record-letter':
    case 'record-failed-letter':
    case 'record-posted':
      return decideAnswer(state, { ...given, command });
    case 'ask':
    case 'answer-asking':
    case 'correct-receipt':
    case 'extend':
    case 'warn-deadline':
    case 'owe-status':
    case 'alert':
      return decideClock(state, { ...given, command });
    case 'lift-hold':
    case 'assign':
    case 'lock-out':
    case 'let-in':
    case 'refuse':
    case 'take-back-refusal':
    case 'charge-fee':
    case 'answer-fee':
    case 'approve-proposal':
    case 'drop-proposal':
    case 'end':
    case 'join':
    case 'absorb':
    case 'reopen':
    case 'split':
    case 'redirect':
    case 'stop-processing':
    case 'note':
    case 'close':
      return decideDecision(state, { ...given, command });
    case 'set-legal-hold':
    case 'lift-legal-hold':
    case 'object-to-retention':
    case 'decide-retention-objection':
    case 'record-breach':
    case 'update-breach':
    case 'purge-material':
    case 'record-erasure':
      return decideCustody(state, { ...given, command });
  }
}

/** After the end the person still fetches the answer, letters still go out, and what is old is erased. */
const allowedAfterEnd: ReadonlySet<Command['type']> = new Set([
  'issue-code',
  'count-try',
  'grant-download',
  'intend-letter',
  'record-letter',
  'record-failed-letter',
  'record-posted',
  'record-execution',
  'alert',
  'note',
  // That several people read the mailbox may come out when the answer is there to be fetched.
  'mark-circumstance',
  'decide-circumstance',
  'approve-proposal',
  'drop-proposal',
  'change-contact',
  // An answer that is there to be fetched may wait for just that.
  'enter-contact-code',
  'confirm-contact',
  'reopen',
  'absorb',
  'lock-out',
  'let-in',
  'set-legal-hold',
  'lift-legal-hold',
  'object-to-retention',
  'decide-retention-objection',
  'record-breach',
  'update-breach',
  'purge-material',
  'record-erasure',
]);
