import type { StaffCommandType } from '#commands/list.ts';
import type { StaffCommand } from '#api/staff-command.ts';

/**
 * A command without `commandId` and `expectedSeq`, the two fields that make it safe to send twice. The client checks
 * the whole command with the schema of the API before sending it.
 */
export type Draft = { readonly type: StaffCommandType } & Readonly<Record<string, unknown>>;

/** A draft of one type of command, as a form of its own makes it. */
export type DraftOf<Type extends StaffCommandType> = Omit<
  Extract<StaffCommand, { readonly type: Type }>,
  'commandId' | 'expectedSeq'
>;

/** A command that was sent. It is kept until the API has confirmed the command. */
export interface Attempt {
  readonly key: string;
  readonly commandId: string;
}

/**
 * The attempt to send a draft for a case at `seq`. The same draft gets the same attempt again. The command then takes
 * effect once, even if it was sent twice.
 */
export function attemptOf(before: Attempt | undefined, draft: Draft, seq: number, newId: () => string): Attempt {
  const key = JSON.stringify([seq, draft]);
  return before?.key === key ? before : { key, commandId: newId() };
}
