import type { StaffCommand } from '#api/staff-command.ts';

type WithoutIds<T> = T extends unknown ? Omit<T, 'commandId' | 'expectedSeq'> : never;

/** A command as somebody gives it: what is to be done, without the numbers that make it safe to send twice. */
export type Draft = WithoutIds<StaffCommand>;

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
