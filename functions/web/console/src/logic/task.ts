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

/** Something that a member of staff can do in a case: one command of the interface, about one candidate of the case. */
export interface Task {
  readonly type: StaffCommandType;
  /** The candidate, as the interface names it; empty where the command is about the case as a whole. */
  readonly target: string;
}

/** Why somebody sees a task and cannot do it: the rule that the interface names. */
export interface Block {
  readonly rule: string;
  /** The dates and codes that the rule names. */
  readonly values: Readonly<Record<string, string>>;
  /** Where a role is missing: the one that usually does it. */
  readonly role?: Role;
}

export interface Offer {
  readonly task: Task;
  /** `null` when the person can do it now. */
  readonly block: Block | null;
}
