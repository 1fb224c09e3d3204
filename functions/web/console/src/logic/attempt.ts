import type { StaffCommandType } from '#commands/list.ts';
import type { StaffCommand } from '#api/staff-command.ts';

/**
 * A command as somebody gives it: what is to be done, without the numbers that make it safe to send twice. It is read
 * through the schema of the interface before it is sent.
 */
export type Draft = { readonly type: StaffCommandType } & Readonly<Record<string, unknown>>;

/** A draft of one command, as a form of its own writes it. */
export type DraftOf<Type extends StaffCommandType> = Omit<
  Extract<StaffCommand, { readonly type: Type }>,
  'commandId' | 'expectedSeq'
>;

/** A command that was sent and of which nobody knows yet whether it arrived. */
export interface Attempt {
  readonly key: string;
  readonly commandId: string;
}

/**
 * The attempt to send a draft on a case that stands at `seq`: the same one as before when the same thing is tried
 * again, so that it is done once whatever became of the first try.
 */
export function attemptOf(before: Attempt | undefined, draft: Draft, seq: number, newId: () => string): Attempt {
  const key = JSON.stringify([seq, draft]);
  return before?.key === key ? before : { key, commandId: newId() };
}
