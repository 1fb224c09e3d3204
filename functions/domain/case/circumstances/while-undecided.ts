import { takenWhen, type Command } from '../command.ts';
import type { OpenedCase } from '../state.ts';

/**
 * Whether a command waits for the decision on a circumstance that protects somebody. What waits is every
 * step towards the answer, every approval, and what commits the controller towards the person. What goes on brings the
 * decision, records what has happened, or keeps to a date that the law has set. Each command says which it is.
 */
export function waitsForDecision(state: OpenedCase, command: Command): boolean {
  if (state.undecided.size === 0) return false;
  if (command.type === 'end') return command.ending !== 'withdrawn';
  if (command.type === 'answer-fee') return command.answer === 'no-answer';
  if (command.type === 'approve-proposal') {
    const proposal = state.proposals.find(({ id }) => id === command.proposal);
    return proposal?.state === 'open' && proposal.decision.kind !== 'decide-circumstance';
  }
  return takenWhen[command.type].whileUndecided === 'waits';
}

/** The case as it would stand if every circumstance were decided on: for telling what else stands against a command. */
export function asIfDecided(state: OpenedCase): OpenedCase {
  return { ...state, undecided: new Set() };
}

/**
 * What happens in a case by passage of time alone, with a command of the clock or without any, and whether it goes on
 * while something is undecided. What commits the controller towards the person, changes where is written to or takes
 * something from the person stands still, and has the days afterwards that it had left (`standing-time.ts`). What the law
 * dates, what reminds staff and what closes a door on whoever should not come in goes on.
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
  // Marks only that nobody waits for more systems: nothing is screened before the decision.
  'cut-off-is-reached': 'goes-on',
  'extension-is-too-late': 'goes-on',
  'code-expires': 'goes-on',
  'granted-download-expires': 'goes-on',
  'withdrawal-is-final': 'goes-on',
  'breach-is-reminded-of': 'goes-on',
  // Whoever withdraws meanwhile would else be kept for ever.
  'material-is-erased': 'goes-on',
} as const satisfies Readonly<Record<string, 'stands-still' | 'goes-on'>>;
export type ByTime = keyof typeof timeWhileUndecided;
