import { codeTries, openerTriesPerDay, openerTriesPerMailboxAndDay } from '#domain/case/identity/code-rules.ts';
import type { CommandEnvelope } from '#domain/case/command.ts';
import { type Commit, readCommit } from '#domain/case/log/commit.ts';
import { decide } from '#domain/case/decide.ts';
import { mayBeStranger } from '#domain/case/identity/opener.ts';
import { refuse } from '#domain/case/refusals/refuse.ts';
import type { Challenge, OpenedCase } from '#domain/case/state.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import { mailboxOf } from '#domain/contact.ts';
import type { Casework } from '../commit/casework.ts';
import { commitCommand, loadCase, type Acted } from '../commit/commit-command.ts';

/**
 * A code that somebody entered, and the id of the command that counts the try. A request that is sent again has the
 * same id and is counted once.
 */
export interface EnteredCode {
  readonly purpose: Challenge['purpose'];
  readonly code: string;
  readonly by: Actor;
  readonly commandId: string;
  /** The number of the last commit that the caller has read. If it is missing, a newer commit does not matter. */
  readonly expectedSeq?: number;
}

/** The entered code is wrong. `triesLeft` is the number of tries that remain. */
export interface WrongCode {
  readonly ok: false;
  readonly code: 'code-wrong';
  readonly triesLeft: number;
}

type Tried =
  | { readonly ok: true; readonly challenge: string; readonly state: OpenedCase }
  | WrongCode
  | Exclude<Acted, { readonly ok: true }>;

/**
 * Compares an entered code with the code that was sent. The try is counted before the comparison, so that parallel
 * requests get no more tries. If the same request is sent again, its code is compared with the code that was valid the
 * first time.
 */
export async function tryCode(casework: Casework, caseId: string, entered: EnteredCode, now: string): Promise<Tried> {
  const { purpose, code, by, commandId, expectedSeq } = entered;
  const { state } = await loadCase(casework, caseId);
  if (state !== undefined && mayBeStranger(state.common, by)) {
    const wrong = await wrongOfStranger(casework, state, entered, now);
    if (wrong !== undefined) return wrong;
  }
  const counting = { commandId, by, command: { type: 'count-try', purpose } } as const;
  const counted = await commitCommand(casework, caseId, counting, now, expectedSeq);
  if (!counted.ok) return counted;
  const commit = await commitOf(casework, caseId, commandId);
  const tried = commit?.events.find((event) => event.type === 'code-tried');
  const challenge = counted.state.common.challenges.find(({ id }) => id === tried?.challenge);
  if (challenge === undefined) throw new Error('a try was counted although the case has no code');
  if (casework.keys.isOneTimeCode(caseId, challenge.id, code))
    return { ok: true, challenge: challenge.id, state: counted.state };
  return { ok: false, code: 'code-wrong', triesLeft: Math.max(0, codeTries - challenge.tries) };
}

/** The commit of a command, which is usually among the last ones. */
async function commitOf({ log }: Casework, caseId: string, commandId: string): Promise<Commit | undefined> {
  const find = (texts: readonly string[]): Commit | undefined =>
    texts.map(readCommit).find((one) => one.commandId === commandId);
  const { snapshot, texts } = await log.load(caseId);
  return find(texts) ?? (snapshot === undefined ? undefined : find(await log.read(caseId)));
}

const day = 24 * 60 * 60;

/**
 * Checks a code for a visitor with the requester's key, who may be a stranger. The tries of the visitor and of the
 * person are counted separately, so that wrong codes use up none of the person's tries. Returns `undefined` if the code
 * is right; the caller then counts the try as usual.
 */
async function wrongOfStranger(
  casework: Casework,
  state: OpenedCase,
  { purpose, code, by, commandId }: EnteredCode,
  now: string,
): Promise<Exclude<Tried, { readonly ok: true }> | undefined> {
  const { caseId } = state.common;
  // If the case accepts no code now, nobody can guess a code, so the try is not counted.
  const decision = decide(state, { commandId, by, command: { type: 'count-try', purpose } }, now);
  if (!decision.ok) return decision;
  const ofCase = { most: openerTriesPerDay, seconds: day };
  const taken = await casework.limits.take(`opener-try#${caseId}/${purpose}`, ofCase, now);
  if (!taken.ok) return refuse('opener-tries-used');
  let { left } = taken;
  const profile = await casework.profiles.get(caseId);
  // The tries are also counted for the mailbox. So a stranger gets no more tries by making many requests in the name of
  // one person.
  if (profile !== undefined && state.common.proofs.length === 0) {
    const mailbox = casework.keys.personHash(mailboxOf(profile.contact));
    const ofMailbox = { most: openerTriesPerMailboxAndDay, seconds: day };
    const allowed = await casework.limits.take(`opener-try#${mailbox}`, ofMailbox, now);
    if (!allowed.ok) return refuse('opener-tries-used');
    left = Math.min(left, allowed.left);
  }
  const challenge = state.common.challenges.findLast((one) => one.purpose === purpose);
  return challenge !== undefined && casework.keys.isOneTimeCode(caseId, challenge.id, code)
    ? undefined
    : { ok: false, code: 'code-wrong', triesLeft: left };
}

/**
 * The command that records a proof after the right code. The command id contains the id of the code, so one code gives
 * one proof.
 */
export function proofBy(by: Actor, challenge: string): CommandEnvelope {
  return { commandId: `prove/${challenge}`, by, command: { type: 'prove-identity', challenge } };
}
