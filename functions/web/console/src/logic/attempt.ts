import type { StaffCommandType } from '#commands/list.ts';
import type { StaffCommand } from '#api/staff-command.ts';

/**
 * A command without `commandId` and `expectedSeq`. The client adds both and checks the command with the schema of the
 * API.
 */
export type Draft = { readonly type: StaffCommandType } & Readonly<Record<string, unknown>>;

/** The draft of one type of command, for forms that are not generated. */
export type DraftOf<Type extends StaffCommandType> = Omit<
  Extract<StaffCommand, { readonly type: Type }>,
  'commandId' | 'expectedSeq'
>;

/** The id under which a draft was sent. `key` identifies the draft and the case's commit. */
export interface Attempt {
  readonly key: string;
  readonly commandId: string;
}

/**
 * The id for a draft on a case at commit `seq`. The same draft gets the same id again, so the API carries the command
 * out once.
 */
export function attemptOf(before: Attempt | undefined, draft: Draft, seq: number, newId: () => string): Attempt {
  const key = JSON.stringify([seq, draft]);
  return before?.key === key ? before : { key, commandId: newId() };
}
