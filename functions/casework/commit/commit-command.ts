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

/** Thrown if the case has changed since the caller read it. */
export type OldSeq = RefusedBy<'case-moved-on'>;

/** Thrown if other processes committed first five times in a row. The caller should try again later. */
export class TooMuchTraffic extends Error {
  override readonly name = 'TooMuchTraffic';
}

const attempts = 5;

/** The folded state for each array of commit texts. Texts are only ever added to an array. */
const folded = new WeakMap<readonly string[], Folded>();

/**
 * Reads a case and folds its log. If the same array of texts was folded before, only the texts added since are folded.
 */
export async function loadCase(records: Pick<Records, 'log'>, caseId: string): Promise<Folded> {
  return foldOn(await records.log.read(caseId));
}

/** Like `loadCase`, but also reads what other processes have committed since the last read. */
export async function loadCaseAgain(records: Pick<Records, 'log'>, caseId: string): Promise<Folded> {
  return foldOn(await records.log.readAgain(caseId));
}

function foldOn(texts: readonly string[]): Folded {
  const loaded = fold(texts, folded.get(texts));
  folded.set(texts, loaded);
  return loaded;
}

/**
 * Decides a command, commits its events and updates the summary. If another process commits first, the command is
 * decided again, at most five times in all. `now` is an ISO 8601 instant, and is read again after each lost attempt.
 * `expectedSeq` refuses the command if the case has changed. A decision without events is a success: the command was
 * carried out before.
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
      if (state === undefined) throw new Error('a command was accepted for a case that does not exist');
      return { ok: true, state, head };
    }
    const commit = makeCommit(caseId, head, envelope.commandId, decision.events);
    if ((await records.log.append(caseId, commit)) === 'conflict') continue;
    const after = evolveCommit(state, readCommit(commit.text));
    if (after === undefined) throw new Error('a case does not exist after its commit');
    await keepSummary(records, after);
    return { ok: true, state: after, head: { seq: commit.seq, hash: commit.hash } };
  }
  throw new TooMuchTraffic('other processes committed first five times in a row');
}

async function keepSummary(records: Records, state: OpenedCase): Promise<void> {
  const kept = await records.summaries.get(state.common.caseId);
  // Every case has a summary without details before its first commit. If the summary is missing, only the hash of the
  // person is unknown.
  await records.summaries.put(summarise(state, kept?.person ?? ''));
}
