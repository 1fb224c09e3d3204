import { codeTries } from '#domain/case/code-rules.ts';
import type { CommandEnvelope } from '#domain/case/command.ts';
import { readCommit } from '#domain/case/commit.ts';
import type { Challenge, OpenedCase } from '#domain/case/state.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import { act } from './act.ts';
import type { Casework } from './casework.ts';
import type { Acted } from './commit-command.ts';

/** A code as somebody entered it, and the command that it is counted by: the same command is the same try. */
export interface EnteredCode {
  readonly purpose: Challenge['purpose'];
  readonly code: string;
  readonly by: Actor;
  readonly commandId: string;
  /** What the case must still be at; whatever it is at when absent. */
  readonly expectedSeq?: number;
}

/** The code is not the one that was sent; how often another may be tried. */
export interface WrongCode {
  readonly ok: false;
  readonly code: 'code-wrong';
  readonly triesLeft: number;
}

/**
 * Compares a code with the one that was sent. The try is counted before the comparison, so that no number of processes
 * compares more often than the limit; a try that comes again is compared with the code that it was counted on.
 */
export async function tryCode(
  casework: Casework,
  caseId: string,
  entered: EnteredCode,
  now: string,
): Promise<
  | { readonly ok: true; readonly challenge: string; readonly state: OpenedCase }
  | WrongCode
  | Exclude<Acted, { readonly ok: true }>
> {
  const { purpose, code, by, commandId, expectedSeq } = entered;
  const counting = { commandId, by, command: { type: 'count-try', purpose } } as const;
  const counted = await act(casework, caseId, counting, now, expectedSeq);
  if (!counted.ok) return counted;
  const commit = (await casework.log.read(caseId)).map(readCommit).find((one) => one.commandId === commandId);
  const tried = commit?.events.find((event) => event.type === 'code-tried');
  const challenge = counted.state.challenges.find(({ id }) => id === tried?.challenge);
  if (challenge === undefined) throw new Error('a try was counted on no code');
  if (casework.keys.isOneTimeCode(caseId, challenge.id, code))
    return { ok: true, challenge: challenge.id, state: counted.state };
  return { ok: false, code: 'code-wrong', triesLeft: Math.max(0, codeTries - challenge.tries) };
}

/** The command by which a code that was right proves the identity, once. */
export function proofBy(by: Actor, challenge: string): CommandEnvelope {
  return { commandId: `prove/${challenge}`, by, command: { type: 'prove-identity', challenge } };
}
