import type { Command, CommandEnvelope } from '#domain/case/command.ts';
import { decide } from '#domain/case/decide.ts';
import { evolveCommit } from '#domain/case/evolve.ts';
import { foldOn, type Folded, type Head, makeCommit, nothing, readCommit } from '#domain/case/log/commit.ts';
import { readSnapshot } from '#domain/case/log/snapshot.ts';
import { sha256 } from '#domain/canonical/canonical.ts';
import { refuse, type RefusedBy } from '#domain/case/refusals/refuse.ts';
import type { RefusedCommand } from '#domain/case/decision.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import type { StoredLog } from '#store/case-log.ts';
import type { Records } from './casework.ts';
import { summarise } from './summarise.ts';
import { timeAfter } from './time-after.ts';

export type Acted = { readonly ok: true; readonly state: OpenedCase; readonly head: Head } | RefusedCommand | OldSeq;

/** The refusal that `commitCommand` returns if the case has a newer commit than the caller has read. */
export type OldSeq = RefusedBy<'case-moved-on'>;

/** Thrown if at every attempt another process has committed to the case first. The caller should try again later. */
export class TooMuchTraffic extends Error {
  override readonly name = 'TooMuchTraffic';
}

// `firstWait` is the longest wait before the second attempt. It doubles with each attempt, up to `longestWait`. In
// milliseconds.
const firstWait = 50;
const longestWait = 2_000;

/**
 * The state that was last computed from each array of commit texts. A log only grows. So if a text was added to the
 * array, only that text is read.
 */
const folded = new WeakMap<readonly string[], Folded>();

/**
 * Reads a case and computes its state: from the snapshot and the commits after it, or from the whole log. If the state
 * of the same array of texts was computed before, only the added texts are read.
 */
export async function loadCase(records: Pick<Records, 'log'>, caseId: string): Promise<Folded> {
  return await foldStored(records, caseId, await records.log.load(caseId));
}

/** Like `loadCase`, but reads from DynamoDB again, so that the state includes the commits of other processes. */
export async function loadCaseAgain(records: Pick<Records, 'log'>, caseId: string): Promise<Folded> {
  return await foldStored(records, caseId, await records.log.loadAgain(caseId));
}

/** Like `loadCase`, but always computes the state from the whole log, and checks the chain of all commits. */
export async function loadWholeCase(records: Pick<Records, 'log'>, caseId: string): Promise<Folded> {
  return foldFrom(nothing, 1, await records.log.read(caseId));
}

/** A snapshot that does not fit the log is ignored, and the whole log is read. */
async function foldStored(
  records: Pick<Records, 'log'>,
  caseId: string,
  { snapshot, texts }: StoredLog,
): Promise<Folded> {
  if (snapshot === undefined) return foldFrom(nothing, 1, texts);
  const [first] = texts;
  const start = first === undefined ? undefined : readSnapshot(snapshot, { seq: snapshot.seq, hash: sha256(first) });
  return start === undefined ? await loadWholeCase(records, caseId) : foldFrom(start, snapshot.seq, texts);
}

/** `first`: the number of the first of the texts. */
function foldFrom(start: Folded, first: number, texts: readonly string[]): Folded {
  const before = folded.get(texts) ?? start;
  const loaded = foldOn(before, texts.slice(before.head.seq - first + 1));
  folded.set(texts, loaded);
  return loaded;
}

/**
 * Commands that disclose something or end a case. Before them the state is computed from the whole log, without the
 * snapshot.
 */
const needWholeLog: ReadonlySet<Command['type']> = new Set(['release', 'start-assembly', 'deliver', 'close']);

/**
 * Decides a command, commits its events and updates the summary of the case. `now` is an ISO 8601 instant.
 *
 * If another process commits first, the function waits a random time, reads the case again and decides again, with the
 * present time. The function makes at most `records.attempts` attempts.
 *
 * `expectedSeq` is the number of the last commit that the caller has read. If the case has a newer commit, the command
 * is refused. If the command gives no events, it was carried out before, and the function returns success.
 */
export async function commitCommand(
  records: Records,
  caseId: string,
  envelope: CommandEnvelope,
  now: string,
  expectedSeq?: number,
): Promise<Acted> {
  const store = async (state: OpenedCase): Promise<void> => await records.summaries.put(summarise(state));
  return await decideAndAppend(records, caseId, envelope, now, expectedSeq, store);
}

/**
 * Commits the first command of a case. The case gets its summary when it is settled, because a summary without the hash
 * of the person would not be found by the person's other cases.
 */
export async function commitFirst(
  records: Records,
  caseId: string,
  envelope: CommandEnvelope,
  now: string,
): Promise<Acted> {
  return await decideAndAppend(records, caseId, envelope, now, undefined, async () => undefined);
}

async function decideAndAppend(
  records: Records,
  caseId: string,
  envelope: CommandEnvelope,
  now: string,
  expectedSeq: number | undefined,
  written: (state: OpenedCase) => Promise<void>,
): Promise<Acted> {
  for (let attempt = 1; attempt <= records.attempts; attempt += 1) {
    if (attempt > 1) await records.pause(waitBefore(attempt, records.random()));
    const load = needWholeLog.has(envelope.command.type) ? loadWholeCase : loadCase;
    const { state, head } = await load(records, caseId);
    const seen = state !== undefined && state.common.seen.has(envelope.commandId);
    if (expectedSeq !== undefined && expectedSeq !== head.seq && !seen)
      return refuse('case-moved-on', { expected: String(expectedSeq), at: String(head.seq) });
    const at = attempt === 1 ? now : timeAfter(records, now);
    const decision = decide(state, envelope, at);
    if (!decision.ok) return decision;
    if (decision.events.length === 0) {
      if (state === undefined) throw new Error('a command was accepted for a case that does not exist');
      return { ok: true, state, head };
    }
    const commit = makeCommit(caseId, head, envelope.commandId, decision.events);
    if ((await records.log.append(caseId, commit, at)) === 'conflict') continue;
    const after = evolveCommit(state, readCommit(commit.text));
    if (after === undefined) throw new Error('a case does not exist after its commit');
    await written(after);
    return { ok: true, state: after, head: { seq: commit.seq, hash: commit.hash } };
  }
  throw new TooMuchTraffic(`another process committed first at each of ${records.attempts} attempts`);
}

/**
 * How long to wait before an attempt, in milliseconds: a random part (`random`, from 0 to 1) of the longest wait. So
 * two processes that failed at the same time try again at different times.
 */
export function waitBefore(attempt: number, random: number): number {
  return Math.floor(random * Math.min(longestWait, firstWait * 2 ** (attempt - 2)));
}
