import type { assembleAnswer, Assembled } from '#answer/package.ts';
import { lastPackage, unwantedPackages } from '#domain/case/answer/packages.ts';
import { hasEnded, isAt, type CaseState } from '#domain/case/state.ts';
import { toldLines } from '#domain/review/lines.ts';
import { found } from '#letters/case-parts.ts';
import type { AnswerId, Exports } from '#store/exports.ts';
import type { Records } from '../commit/casework.ts';
import { commitCommand, loadCase, type Acted } from '../commit/commit-command.ts';
import { timeAfter } from '../commit/time-after.ts';
import { sealedSystems } from '../search/sealed-results.ts';
import { answerInput, decisionsThatCount, isReleasedSheet, type AnswerMeans } from './answer-input.ts';
import { lookedFor } from './looked-for.ts';
import { eraseUnwanted } from './erase-unwanted.ts';

export interface AssemblyMeans extends AnswerMeans {
  readonly records: Records;
  readonly exports: Exports;
}

/**
 * Makes the package of a round from the released results, and records it. `now` (ISO 8601) is when this call begins.
 *
 * If the process is killed, the next process makes the same bytes again. Therefore the date in the package is that of
 * the event `assembly-started`, and not the present time.
 *
 * If the case ends meanwhile, or if staff decide something that changes what the package may contain, this package is
 * erased and not recorded.
 *
 * The package is made only from the sheet that staff released. If the present sheet is another one, the answer is
 * reviewed again.
 */
export async function assembleExport(
  means: AssemblyMeans,
  asked: { readonly caseId: string; readonly round: number },
  now: string,
): Promise<Acted> {
  const { records } = means;
  const { caseId, round } = asked;
  const by = { kind: 'workflow', id: 'Assemble' } as const;
  const before = await loadCase(records, caseId);
  const started = await commitCommand(
    records,
    caseId,
    {
      commandId: commandId('start', { round, attempt: attemptOf(before.state, round) }),
      by,
      command: { type: 'start-assembly', round },
    },
    now,
  );
  if (!started.ok) return await nothingMade(means, caseId, now, started);
  if (!isAt(started.state, 'assembling') || started.state.stage.search.round !== round) return started;
  const { attempt } = found(lastPackage(started.state.common));
  const [profile, assemble] = await Promise.all([records.profiles.get(caseId), loadAssembleAnswer()]);
  if (profile === undefined) throw new Error('an answered case has no subject profile');
  const { state } = started;
  const stop = async (paths: readonly string[]): Promise<Acted> => {
    const stopped = await commitCommand(
      records,
      caseId,
      {
        commandId: commandId('stop', { round, attempt }),
        by,
        command: { type: 'stop-assembly', round, attempt, paths },
      },
      timeAfter(records, now),
    );
    if (!stopped.ok) return await nothingMade(means, caseId, timeAfter(records, now), stopped);
    // Nobody may fetch this package. The case owes its erasure, and the workflow goes back to the review.
    await eraseUnwanted(records, means.exports, stopped.state, timeAfter(records, now));
    return stopped;
  };
  // A deployment after the release can change how values are shown. Decisions on values that were shown in another way
  // no longer count. Without this check, the package would contain the values that these decisions masked.
  if (!(await isReleasedSheet(means, state, profile))) return await stop([]);
  const input = await answerInput(means, state, profile, state.stage.startedAt, 'unsealed');
  const lookFor = await lookedFor(means, state, profile, await decisionsThatCount(means, state, profile));
  const assembly = assemble({ ...input, lookFor });
  const [, made] = await Promise.all([means.exports.put(caseId, { round, attempt }, assembly.stream), assembly.done]);
  // The log has no number of a system that only its handlers may know about. What they wrote is in the answer because
  // they decided so, whatever others masked elsewhere. `index.html` has the records of all systems.
  const sealed = sealedSystems(state.stage.screening.snapshot.systems);
  const hits = made.hits.filter(
    ({ path, record, system = record?.system }) =>
      (system === undefined || !sealed.has(system)) && !path.split('/').some((part) => sealed.has(part)),
  );
  if (hits.length > 0 || made.uncut > 0) return await stop([...new Set(hits.map(({ path }) => path))]);
  const recorded = await commitCommand(
    records,
    caseId,
    {
      commandId: commandId('done', { round, attempt }),
      by,
      command: {
        type: 'record-assembly',
        round,
        attempt,
        // A large package of a case with little in it would tell that its handlers found something.
        bytes: sealed.size === 0 ? made.bytes : 0,
        sha256: made.sha256,
        manifestSha256: made.manifestSha256,
        entries: entriesInLog(made, sealed),
        systems: made.systems.map(({ id, records: count, files }) =>
          sealed.has(id) ? { id, records: 0, files: 0 } : { id, records: count, files },
        ),
      },
    },
    timeAfter(records, now),
  );
  return recorded.ok ? recorded : await nothingMade(means, caseId, timeAfter(records, now), recorded);
}

/**
 * How many files the package has, without those that only the results of reserved systems brought. `withheld.html` is
 * one of these if nothing else is left out.
 */
function entriesInLog({ entries, systems, lines }: Assembled, sealed: ReadonlySet<string>): number {
  const files = systems.reduce((sum, system) => (sealed.has(system.id) ? sum + system.files : sum), 0);
  const told = toldLines(lines);
  const brought = told.length > 0 && told.every(({ system }) => sealed.has(system)) ? 1 : 0;
  return entries - files - brought;
}

/**
 * Loads the writer of packages (120 KiB): the zip, the pages and their words. A case that has ended or has its package
 * does not need the writer.
 */
async function loadAssembleAnswer(): Promise<typeof assembleAnswer> {
  return (await import('#answer/package.ts')).assembleAnswer;
}

/**
 * The number within its round (from 1) of the package that is being made; if none is being made, of the next package. A
 * round gets a second package if a decision of staff changes what the first one may contain.
 */
function attemptOf(state: CaseState, round: number): number {
  const begun = state === undefined ? 0 : state.common.packages.filter((one) => one.round === round).length;
  return state?.stage.kind === 'assembling' ? begun : begun + 1;
}

/**
 * The id of the command that records the start or the end of a package. Every process uses the same id, so each of the
 * two is recorded once.
 */
function commandId(step: 'start' | 'done' | 'stop', { round, attempt }: AnswerId): string {
  return `Assemble/${round}/${step}${attempt === 1 ? '' : `/${attempt}`}`;
}

/**
 * If the package was refused because the case has ended or its state has changed, erases the packages that nobody may
 * download. The result is then `ok` if the case has not ended, and the workflow asks for the next step. Any other
 * refusal is returned, and nothing is erased.
 */
async function nothingMade(
  means: AssemblyMeans,
  caseId: string,
  now: string,
  refused: Exclude<Acted, { readonly ok: true }>,
): Promise<Acted> {
  const { state, head } = await loadCase(means.records, caseId);
  const isPast = refused.code === 'out-of-order' || refused.code === 'case-ended';
  if (state === undefined || !isPast) return refused;
  // A slow process may store a package in the bucket after the log has recorded its erasure. So packages that the log
  // calls erased are erased again.
  for (const one of unwantedPackages(state)) if (one.erased) await means.exports.eraseAnswer(caseId, one);
  await eraseUnwanted(means.records, means.exports, state, now);
  return hasEnded(state) ? refused : { ok: true, state, head };
}
