import type { Command } from '../command.ts';
import type { OpenedCase } from '../state.ts';

/**
 * `goes-on`: the command is taken. `waits`: it is refused until the decision. `depends`: on what it says, see
 * `waitsForDecision` and, for letters, codes, downloads and contact points, the rules of these commands themselves.
 */
export type WhileUndecided = 'goes-on' | 'waits' | 'depends';

/**
 * Which commands are taken while nobody has decided what a circumstance that protects somebody asks for. What waits is
 * every step towards the answer, every approval, and what commits the controller towards the person. What goes on brings
 * the decision, records what has happened, or keeps to a date that the law has set. A new command must say which it is.
 */
export const whileUndecided: Readonly<Record<Command['type'], WhileUndecided>> = {
  open: 'goes-on',
  'record-execution': 'goes-on',

  // A code for a download is not sent. Who asks can be proven: that sends the answer nowhere.
  'issue-code': 'depends',
  'count-try': 'goes-on',
  'prove-identity': 'goes-on',
  'prove-with': 'goes-on',
  'override-proof': 'waits',
  // Whether somebody may ask for another is part of what is to be decided.
  'record-mandate': 'goes-on',
  // Staff wait. The person may name another contact point, or take that back.
  'change-contact': 'depends',
  'enter-contact-code': 'goes-on',
  'confirm-contact': 'waits',
  'move-to-post': 'waits',
  // One person does not take the mark of another away.
  'mark-circumstance': 'depends',
  'decide-circumstance': 'goes-on',

  'plan-search': 'waits',
  'approve-search': 'waits',
  'start-search': 'waits',
  // What a search that was running found is kept, and goes no further.
  'answer-search': 'goes-on',
  'record-manual-result': 'goes-on',
  'retry-system': 'goes-on',
  'give-up-system': 'goes-on',
  // Nothing is erased meanwhile.
  'confirm-freeze': 'goes-on',
  'decide-identifier': 'waits',
  'reach-cut-off': 'goes-on',

  screen: 'waits',
  release: 'waits',
  'start-assembly': 'waits',
  'record-assembly': 'goes-on',
  deliver: 'waits',
  'grant-download': 'depends',
  // Letters about the answer are not owed meanwhile.
  'intend-letter': 'depends',
  'record-letter': 'goes-on',
  'record-failed-letter': 'goes-on',
  'record-posted': 'depends',

  // The dates run (Art. 12(3)): staff can ask and extend, and the clock warns.
  ask: 'goes-on',
  'answer-asking': 'goes-on',
  'correct-receipt': 'goes-on',
  extend: 'goes-on',
  'warn-deadline': 'goes-on',
  'owe-status': 'goes-on',
  alert: 'goes-on',

  'lift-hold': 'waits',
  assign: 'goes-on',
  'lock-out': 'goes-on',
  'let-in': 'goes-on',
  refuse: 'waits',
  'take-back-refusal': 'goes-on',
  'charge-fee': 'waits',
  // What the person answers is recorded; that they have not answered is not.
  'answer-fee': 'depends',
  // The approval of what is done about the circumstance is taken, and no other.
  'approve-proposal': 'depends',
  'drop-proposal': 'goes-on',
  // A withdrawal is the person's own; every other end is somebody else's.
  end: 'depends',
  join: 'waits',
  // Comes from the other case, which is where it was decided.
  absorb: 'goes-on',
  // Nothing more goes out of a case that was taken up again.
  reopen: 'goes-on',
  split: 'goes-on',
  redirect: 'waits',
  // An objection to marketing holds at once (Art. 21(3)), and so does consent that is withdrawn (Art. 7(3)).
  'stop-processing': 'goes-on',
  note: 'goes-on',
  // The answer went before.
  close: 'goes-on',

  // What the case itself is kept for, and the 72 hours (Art. 33).
  'set-legal-hold': 'goes-on',
  'lift-legal-hold': 'goes-on',
  'object-to-retention': 'goes-on',
  'decide-retention-objection': 'goes-on',
  'record-breach': 'goes-on',
  'update-breach': 'goes-on',
  'purge-material': 'goes-on',
  'record-erasure': 'goes-on',
};

/** Whether a command must wait until it is decided what a circumstance that protects somebody asks for. */
export function waitsForDecision(state: OpenedCase, command: Command): boolean {
  if (state.undecided.size === 0) return false;
  if (command.type === 'end') return command.ending !== 'withdrawn';
  if (command.type === 'answer-fee') return command.answer === 'no-answer';
  if (command.type === 'approve-proposal') {
    const proposal = state.proposals.find(({ id }) => id === command.proposal);
    return proposal?.state === 'open' && proposal.decision.kind !== 'decide-circumstance';
  }
  return whileUndecided[command.type] === 'waits';
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
