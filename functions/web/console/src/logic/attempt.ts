import type { StaffCommandType } from '#commands/list.ts';
import type { StaffCommand } from '#api/staff-command.ts';

/**
 * A command that the user has filled in. `Client.command` adds `commandId` and `expectedSeq`, and checks the command
 * with the schema of the API.
 */
export type Draft = { readonly type: StaffCommandType } & Readonly<Record<string, unknown>>;

/** The draft of one type of command. The forms that are written by hand use it (`case/tasks`). */
export type DraftOf<Type extends StaffCommandType> = Omit<
  Extract<StaffCommand, { readonly type: Type }>,
  'commandId' | 'expectedSeq'
>;

/**
 * The `commandId` with which a draft was sent. `key` is the draft with the number of the case's last commit, as JSON.
 */
export interface Attempt {
  readonly key: string;
  readonly commandId: string;
}

/**
 * Returns the attempt for a draft; `seq` is the number of the case's last commit. If the user sends the same draft
 * again, it keeps its `commandId`, so that the API carries the command out only once.
 */
export function attemptOf(before: Attempt | undefined, draft: Draft, seq: number, newId: () => string): Attempt {
  const key = JSON.stringify([seq, draft]);
  return before?.key === key ? before : { key, commandId: newId() };
}
