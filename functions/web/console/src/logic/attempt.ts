import type { StaffCommandType } from '#commands/list.ts';
import type { StaffCommand } from '#api/staff-command.ts';

/**
 * A command without the numbers that make it safe to send twice. It is checked with the schema of the interface before
 * it is sent.
 */
export type Draft = { readonly type: StaffCommandType } & Readonly<Record<string, unknown>>;

/** A draft of one command, as a special form makes it. */
export type DraftOf<Type extends StaffCommandType> = Omit<
  Extract<StaffCommand, { readonly type: Type }>,
  'commandId' | 'expectedSeq'
>;

/** A command that was sent and whose arrival is unknown. */
export interface Attempt {
  readonly key: string;
  readonly commandId: string;
}

/**
 * The attempt to send a draft on a case at `seq`. A repetition of the same draft is the same attempt, so that it has
 * its effect once, whether or not the first try arrived.
 */
export function attemptOf(before: Attempt | undefined, draft: Draft, seq: number, newId: () => string): Attempt {
  const key = JSON.stringify([seq, draft]);
  return before?.key === key ? before : { key, commandId: newId() };
}
