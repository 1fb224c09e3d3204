import { canonical } from '#domain/canonical/canonical.ts';
import type { Command, Refusal } from '#domain/case/command.ts';
import { askedRights, groundProblem } from '#domain/case/decisions/refusal-grounds.ts';
import { refuse } from '#domain/case/refusals/refuse.ts';
import { asWorking } from '#domain/case/state.ts';
import type { KeptFinding } from '#domain/findings/finding.ts';
import { writtenEntry } from '#domain/findings/manual.ts';
import type { Findings } from '#store/findings.ts';
import { incomplete, type IncompleteCommand } from '../staff/incomplete-command.ts';
import type { Asked } from '../staff/staff-words.ts';
import { keepWords } from '../profile/keep-words.ts';

/** What was found by hand, kept as findings before the log names it. */
export async function manualResult({
  casework,
  findings,
  state,
  command,
  now,
}: Asked<'record-manual-result'>): Promise<Command | IncompleteCommand | Refusal> {
  const { caseId } = state;
  const entries = command.entries ?? [];
  if ((command.outcome === 'found') !== entries.length > 0) return incomplete(['entries'], 'entries-with-found');
  if ((command.outcome === 'withheld') !== (command.ground !== undefined))
    return incomplete(['ground'], 'ground-with-withheld');
  // What is withheld from an answer is refused of it.
  const problem =
    command.ground === undefined
      ? undefined
      : groundProblem(askedRights(state), 'part', { ground: 'other-law', law: command.ground });
  if (problem !== undefined) return refuse(problem);
  if (
    command.outcome === 'undisclosable' ? command.law === undefined : command.law !== undefined && entries.length === 0
  )
    return incomplete(['law'], 'law-with-undisclosable');
  const known = asWorking(state)?.systems.some(({ id }) => id === command.system) ?? false;
  const written = entries.map(({ heading, text }, index) => ({
    resource: writtenEntry,
    id: String(index + 1),
    data: { heading, text },
    partOf: null,
    attachments: [],
    identifiers: [],
    tie: { as: 'written' as const },
    unreadable: null,
  }));
  const page =
    known && written.length > 0 ? await keepWritten(findings, caseId, command.system, written, now) : undefined;
  return {
    type: 'record-manual-result',
    system: command.system,
    // Outwardly nothing is held: a withholding that must not be announced leaves no trace in an answer (practice 1).
    result: command.outcome === 'undisclosable' ? 'nothing-held' : command.outcome,
    // The id of the command makes each of them another text, so that two that say the same are not seen to.
    sealed: await keepWords(casework, caseId, { law: command.law ?? null, commandId: command.commandId }),
    records: entries.length,
    files: 0,
    possible: 0,
    resources: entries.length === 0 ? [] : [{ resource: writtenEntry, records: entries.length, files: 0 }],
    ...(command.ground === undefined ? {} : { ground: command.ground }),
    ...(command.outcome === 'failed' ? { reason: 'manual-search-failed' } : {}),
    ...(page === undefined ? {} : { page }),
  };
}

const mostPages = 1_000;

/**
 * Keeps what was written on a page of its own and tells which: the log names the page that counts, so that what an
 * earlier command left (refused, or replaced by this one) is never taken for it. The same words find the same page.
 */
async function keepWritten(
  findings: Findings,
  caseId: string,
  system: string,
  written: readonly KeptFinding[],
  now: string,
): Promise<number> {
  for (let page = 1; page <= mostPages; page += 1) {
    const kept = await findings.putPage(caseId, {
      v: 2,
      system,
      wave: 0,
      page,
      asOf: now,
      findings: [...written],
      unread: [],
      disputed: [],
      possible: [],
      unplaced: [],
      learned: [],
      next: null,
    });
    if (canonical(kept.findings) === canonical(written)) return page;
  }
  throw new Error('one system was answered by hand too often');
}
