import type { Role } from '#commands/role.ts';
import type { StaffCommand } from '#api/staff-command.ts';
import type { CaseView } from '#api/staff.ts';

export type System = CaseView['systems'][number];
export type Learned = CaseView['learned'][number];
export type Proposal = CaseView['proposals'][number];
export type Asking = CaseView['askings'][number];
export type Fee = CaseView['fees'][number];
export type Breach = CaseView['breaches'][number];
export type Freeze = CaseView['freezes'][number];
export type Circumstances = CaseView['circumstances'];
export type LetterToPost = CaseView['lettersToPost'][number];
export type Ending = Extract<StaffCommand, { readonly type: 'end' }>['ending'];

/** Something that a member of staff can do in a case: always one command of the interface. */
export type Task =
  | { readonly type: 'decide-identifier'; readonly learned: Learned }
  /** `correction`: there is a result already, and it has not been reviewed yet. */
  | { readonly type: 'record-manual-result'; readonly system: System; readonly correction: boolean }
  | { readonly type: 'retry-system' | 'give-up-system'; readonly system: System }
  | { readonly type: 'confirm-freeze'; readonly freeze: Freeze }
  | { readonly type: 'release'; readonly round: number; readonly step: 'only' | 'first' | 'second' }
  | { readonly type: 'approve-proposal' | 'drop-proposal'; readonly proposal: Proposal }
  | { readonly type: 'decide-circumstance'; readonly circumstance: Circumstances[number] }
  | { readonly type: 'record-posted'; readonly letter: LetterToPost }
  | { readonly type: 'ask'; readonly about: 'identity' | 'clarification' }
  | { readonly type: 'answer-asking'; readonly asking: Asking }
  | { readonly type: 'answer-fee'; readonly fee: Fee }
  | { readonly type: 'end'; readonly ending: Ending }
  | { readonly type: 'update-breach'; readonly breach: Breach }
  | { readonly type: PlainTask };

/** What there is only one of in a case. */
export type PlainTask =
  | 'lift-hold'
  | 'approve-search'
  | 'assign'
  | 'lock-out'
  | 'let-in'
  | 'mark-circumstance'
  | 'record-mandate'
  | 'join'
  | 'split'
  | 'redirect'
  | 'correct-receipt'
  | 'record-identity-check'
  | 'enter-code'
  | 'override-proof'
  | 'change-contact'
  | 'confirm-contact'
  | 'move-to-post'
  | 'extend'
  | 'refuse'
  | 'take-back-refusal'
  | 'charge-fee'
  | 'reopen'
  | 'stop-processing'
  | 'note'
  | 'set-legal-hold'
  | 'lift-legal-hold'
  | 'object-to-retention'
  | 'decide-retention-objection'
  | 'record-breach';

/** A task as it stands in a menu and has words: the two questions are two things to whoever asks them. */
export type TaskName = Exclude<Task['type'], 'ask'> | 'ask-identity' | 'ask-clarification';

export function nameOf(task: Task): TaskName {
  if (task.type === 'ask') return task.about === 'identity' ? 'ask-identity' : 'ask-clarification';
  return task.type;
}

/** Why somebody sees a task and cannot do it. */
export type Block =
  | { readonly reason: 'role'; readonly role: Role }
  | {
      readonly reason:
        | 'released-by-you'
        | 'proposed-by-you'
        | 'late'
        | 'extended'
        | 'notice-unsent'
        | 'held'
        | 'mandate'
        | 'contact'
        | 'protected-identity'
        | 'circumstance';
    };

export interface Offer<T extends Task = Task> {
  readonly task: T;
  /** `null` when the person can do it now. */
  readonly block: Block | null;
}
