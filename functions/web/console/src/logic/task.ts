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

/** A task for a member of staff in a case: one command, for one candidate. */
export interface Task {
  readonly type: StaffCommandType;
  /** The candidate, as the interface names it; empty if the command is about the case as a whole. */
  readonly target: string;
}

/** Why a member of staff cannot do a task: the rule from the interface. */
export interface Block {
  readonly rule: string;
  /** The dates and codes in the rule. */
  readonly values: Readonly<Record<string, string>>;
  /** If a role is missing: the usual role for it. */
  readonly role?: Role;
}

export interface Offer {
  readonly task: Task;
  /** `null` if the person can do it now. */
  readonly block: Block | null;
}
