import { isDeepStrictEqual } from 'node:util';
import { decide } from '#domain/case/decide.ts';
import type { RefusedCommand } from '#domain/case/decision.ts';
import { searchOf, type OpenedCase } from '#domain/case/state.ts';
import { canonical } from '#domain/canonical/canonical.ts';
import type { HandEntry } from '#domain/findings/manual.ts';
import type { Findings } from '#store/findings.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { pagesThatCount } from './case-standings.ts';
import { unsealed } from './sealed-results.ts';
import { findingsOfEntries } from './written-by-hand.ts';

/** The bounds of a search by hand. */
export interface HandBounds {
  readonly entries: number;
  readonly files: number;
}

/**
 * Stores an entry of a search by hand at its time (`at`), if the case still takes a result of the system. The same entry
 * can be stored again. `file-not-stored`: the entry names a file that is not stored. `id-used`: another entry has, or had,
 * its id.
 */
export async function addHandEntry(
  findings: Findings,
  state: OpenedCase,
  system: string,
  entry: HandEntry,
  most: HandBounds,
): Promise<{ readonly ok: true } | RefusedCommand | 'too-many' | 'file-not-stored' | 'id-used'> {
  const { caseId } = state.common;
  const closed = resultRefusedBy(state, system, entry.by, entry.at);
  if (closed !== undefined) return closed;
  const others = (await findings.hand.list(caseId, system)).filter((one) => one.entry !== entry.entry);
  const files = [...others, entry].flatMap((one) => one.files ?? []).length;
  if (others.length >= most.entries || files > most.files) return 'too-many';
  if ((await findingsOfEntries(findings, caseId, system, [entry])) === undefined) return 'file-not-stored';
  const added = await findings.hand.add(caseId, system, entry);
  if (added === 'added') return { ok: true };
  const isSame = added !== 'taken-back' && isDeepStrictEqual({ ...added, at: entry.at }, entry);
  return isSame ? { ok: true } : 'id-used';
}

/** Takes an entry back, if the case still takes a result of the system. `no-such-entry`: there is none with this id. */
export async function takeBackHandEntry(
  findings: Findings,
  state: OpenedCase,
  system: string,
  { entry, by, at }: Pick<HandEntry, 'entry' | 'by' | 'at'>,
): Promise<{ readonly ok: true } | RefusedCommand | 'no-such-entry'> {
  const { caseId } = state.common;
  const closed = resultRefusedBy(state, system, by, at);
  if (closed !== undefined) return closed;
  const kept = await findings.hand.list(caseId, system);
  if (kept.every((one) => one.entry !== entry)) return 'no-such-entry';
  await findings.hand.takeBack(caseId, system, entry);
  return { ok: true };
}

/** Whether the recorded result of a system consists of exactly these entries. */
export async function isFinishedWith(
  findings: Findings,
  state: OpenedCase,
  profile: SubjectProfile,
  system: string,
  entries: readonly HandEntry[],
): Promise<boolean> {
  const { caseId } = state.common;
  const sealed = searchOf(state)?.systems.find(({ id }) => id === system);
  // Its handlers know the result, however strongly the person has proved their identity.
  const searched = sealed === undefined ? undefined : unsealed(sealed, state.common, profile, 'strong');
  const reply = searched?.replies.find(({ wave }) => wave === 0);
  if (searched === undefined || reply === undefined) return false;
  if (reply.page === undefined) return entries.length === 0;
  const written = await findingsOfEntries(findings, caseId, system, entries);
  for await (const page of pagesThatCount(findings, caseId, { ...searched, replies: [reply] }))
    return written !== undefined && canonical(page.findings) === canonical(written);
  return false;
}

/** The rule by which the case takes no result of the system now; `undefined` if it takes one. */
function resultRefusedBy(state: OpenedCase, system: string, member: string, now: string): RefusedCommand | undefined {
  const command = { type: 'record-manual-result', system, sealed: '', result: 'nothing-held' } as const;
  const counts = { records: 0, files: 0, possible: 0 };
  const by = { kind: 'staff', id: member } as const;
  const tried = decide(state, { commandId: 'trial', by, command: { ...command, ...counts } }, now);
  return tried.ok ? undefined : tried;
}
