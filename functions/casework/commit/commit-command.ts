import type { CommandEnvelope } from '#domain/case/command.ts';
import { decide } from '#domain/case/decide.ts';
import { evolveCommit } from '#domain/case/evolve.ts';
import { fold, type Folded, type Head, makeCommit, readCommit } from '#domain/case/log/commit.ts';
import { refuse, type RefusedBy } from '#domain/case/refusals/refuse.ts';
import type { RefusedCommand } from '#domain/case/decision.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { Records } from './casework.ts';
import { summarise } from './summarise.ts';
import { timeAfter } from './time-after.ts';

export type Acted = { readonly ok: true; readonly state: OpenedCase; readonly head: Head } | RefusedCommand | OldSeq;

/** The case has changed since the person who gives the command looked at it. */
export type OldSeq = RefusedBy<'case-moved-on'>;

/** Other commits came first five times in a row. The caller should try again later. */
export class TooMuchTraffic extends Error {
  override readonly name = 'TooMuchTraffic';
}

const attempts = 5;

/** What was folded of the texts of a case. They are only ever added to. */
const folded = new WeakMap<readonly string[], Folded>();

/** Reads a case and folds its log: of texts that were folded before only those that were added. */
export async function loadCase(records: Pick<Records, 'log'>, caseId: string): Promise<Folded> {
  return foldOn(await records.log.read(caseId));
}

/** As `loadCase`, with what other processes have committed since. */
export async function loadCaseAgain(records: Pick<Records, 'log'>, caseId: string): Promise<Folded> {
  return foldOn(await records.log.readAgain(caseId));
}

function foldOn(texts: readonly string[]): Folded {
  const loaded = fold(texts, folded.get(texts));
  folded.set(texts, loaded);
  return loaded;
}

/**
 * Decides a command and commits its events, with at most five attempts if other commits come first; then updates the
 * summary. `now` is an ISO 8601 instant, and is read again after each such attempt. `expectedSeq` refuses the command
 * if the case has changed. A decision without events (the command was carried out before) is a success.
 */
export async function commitCommand(
  records: Records,
  caseId: string,
  envelope: CommandEnvelope,
  now: string,
  expectedSeq?: number,
): Promise<Acted> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { state, head } = await loadCase(records, caseId);
    const seen = state !== undefined && state.common.seen.has(envelope.commandId);
    if (expectedSeq !== undefined && expectedSeq !== head.seq && !seen)
      return refuse('case-moved-on', { expected: String(expectedSeq), at: String(head.seq) });
    const decision = decide(state, envelope, attempt === 1 ? now : timeAfter(records, now));
    if (!decision.ok) return decision;
    if (decision.events.length === 0) {
      if (state === undefined) throw new Error('a command on no case was accepted');
      return { ok: true, state, head };
    }
    const commit = makeCommit(caseId, head, envelope.commandId, decision.events);
    if ((await records.log.append(caseId, commit)) === 'conflict') continue;
    const after = evolveCommit(state, readCommit(commit.text));
    if (after === undefined) throw new Error('a commit left no case');
    await keepSummary(records, after);
    return { ok: true, state: after, head: { seq: commit.seq, hash: commit.hash } };
  }
  throw new TooMuchTraffic('five commits in a row were overtaken');
}

async function keepSummary(records: Records, state: OpenedCase): Promise<void> {
  const kept = await records.summaries.get(state.common.caseId);
  // Every case has a summary without details before its first commit. If it is missing, only the person index is
  // unknown.
  await records.summaries.put(summarise(state, kept?.person ?? ''));
}
