import type { StaffCommandType } from '#commands/list.ts';
import type { Role } from '#commands/role.ts';
import type { StaffCommand } from '#api/staff-command.ts';
import type { CaseView } from '#api/staff.ts';

export type System = CaseView['systems'][number];
export type Learned = CaseView['learned'][number];
export type Proposal = CaseView['proposals'][number];
export type Breach = CaseView['breaches'][number];
export type Freeze = CaseView['freezes'][number];
export type LetterToPost = CaseView['lettersToPost'][number];
export type Ending = Extract<StaffCommand, { readonly type: 'end' }>['ending'];

/**
 * A task for staff: a command about one target. A target is what the command is about, such as a system or an
 * identifier.
 */
export interface Task {
  readonly type: StaffCommandType;
  /** The id of the target; empty if the command is about the case as a whole. */
  readonly target: string;
}

/** Why the user cannot do a task. */
export interface Block {
  readonly rule: string;
  /** The dates and codes that the text of the rule contains. */
  readonly values: Readonly<Record<string, string>>;
  /** A role that may give the command; set only if the user has no such role. */
  readonly role?: Role;
}

export interface Offer {
  readonly task: Task;
  /** Why the user cannot do the task; `null` if the user can. */
  readonly block: Block | null;
}
