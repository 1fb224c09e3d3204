import { takenWhen, type Command } from '../command.ts';
import { withCommon, type OpenedCase, type Common } from '../state.ts';

/**
 * Whether a command waits for the decision on a circumstance that protects somebody. Steps towards the answer,
 * approvals and commitments to the person wait. The decision itself, commands that record what has happened, and
 * commands that keep to a legal date do not wait. `takenWhen` has the rule for each command. For three of the commands
 * with `depends`, this function looks at the content of the command. The others are decided in `decide.ts` of their
 * topic.
 */
export function waitsForDecision(common: Common, command: Command): boolean {
  if (common.undecided.size === 0) return false;
  if (command.type === 'end') return command.ending !== 'withdrawn';
  if (command.type === 'answer-fee') return command.answer === 'no-answer';
  if (command.type === 'approve-proposal') {
    const proposal = common.proposals.find(({ id }) => id === command.proposal);
    return proposal?.state === 'open' && proposal.decision.kind !== 'decide-circumstance';
  }
  return takenWhen[command.type].whileUndecided === 'waits';
}

/**
 * The case as if every circumstance were decided. A caller uses this state to find out whether anything else prevents a
 * command.
 */
export function asIfDecided(state: OpenedCase): OpenedCase {
  return withCommon(state, { undecided: new Set() });
}

/**
 * Effects that occur when some days have passed, and whether each occurs while a circumstance is undecided. These
 * effects wait: commitments to the person, changes of the contact point, and losses for the person (such as an answer
 * that can no longer be fetched). After the decision they have the same number of days left as before
 * (`standing-time.ts`), except a fee: its last day for a reply does not move. Legal dates, reminders to staff and
 * erasure do not wait. The expiry of codes and download URLs does not wait either, nor does the last day to cancel a
 * withdrawal.
 */
export const timeWhileUndecided = {
  'contact-change-takes-effect': 'stands-still',
  'move-to-post-takes-effect': 'stands-still',
  'answer-can-no-longer-be-fetched': 'stands-still',
  'fee-is-taken-as-unanswered': 'stands-still',
  'silent-person-is-closed': 'stands-still',
  'deadline-is-warned-of': 'goes-on',
  'late-answer-is-told-of': 'goes-on',
  'somebody-above-is-told': 'goes-on',
  // At the cut-off, the answer stops waiting for results of systems. The screening still waits for the decision on the
  // circumstance.
  'cut-off-is-reached': 'goes-on',
  'extension-is-too-late': 'goes-on',
  'code-expires': 'goes-on',
  'granted-download-expires': 'goes-on',
  'withdrawal-is-final': 'goes-on',
  'breach-is-reminded-of': 'goes-on',
  // Without erasure, a case that is withdrawn while a circumstance is undecided would be kept for ever.
  'material-is-erased': 'goes-on',
} as const satisfies Readonly<Record<string, 'stands-still' | 'goes-on'>>;
export type ByTime = keyof typeof timeWhileUndecided;
