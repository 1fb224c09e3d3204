import { canonical, keyedHash } from '#domain/canonical/canonical.ts';
import type { Command } from '#domain/case/command.ts';
import { asWorking } from '#domain/case/state.ts';
import type { StaffCommand } from '#api/staff.ts';
import type { Finding } from '#domain/findings/finding.ts';
import type { Findings } from '#store/findings.ts';
import { act } from './act.ts';
import type { Casework } from './casework.ts';
import { loadCase, type Acted } from './commit-command.ts';

/** What is missing from a command that the schema alone cannot ask for. */
export interface IncompleteCommand {
  readonly ok: false;
  readonly code: 'incomplete';
  readonly message: string;
}

/**
 * Carries out a member of staff's command. Free text goes to the subject profile under the keyed hash of its words
 * before the commit names that hash, so that the log holds no words and no words can be put in another's place; what
 * was found by hand is kept as findings first. The same command id with another command or by another person is refused.
 */
export async function staffCommand(
  casework: Casework,
  findings: Findings,
  caseId: string,
  member: string,
  command: StaffCommand,
  now: string,
): Promise<Acted | IncompleteCommand | ReusedCommandId> {
  const { state } = await loadCase(casework, caseId);
  const profile = await casework.profiles.get(caseId);
  const commandId = commandIdOf(profile?.caseKey ?? '', member, command);
  if (state.status !== 'absent' && !state.seen.has(commandId) && isReused(state.seen, command.commandId))
    return { ok: false, code: 'command-id-reused', message: 'This command id was used for another command.' };
  const wanted = await commandOf(casework, findings, caseId, command, now);
  if ('ok' in wanted) return wanted;
  return await act(
    casework,
    caseId,
    { commandId, by: { kind: 'staff', id: member }, command: wanted },
    now,
    command.expectedSeq,
  );
}

/** The command's id with a keyed fingerprint of who asked and for what. */
function commandIdOf(caseKey: string, member: string, command: StaffCommand): string {
  const { commandId, expectedSeq: _, ...asked } = command;
  return `${commandId}#${keyedHash(caseKey, canonical([member, asked])).slice(0, 16)}`;
}

function isReused(seen: ReadonlySet<string>, commandId: string): boolean {
  return [...seen].some((one) => one.startsWith(`${commandId}#`));
}

/** The command id was used for another command, or by somebody else. */
export interface ReusedCommandId {
  readonly ok: false;
  readonly code: 'command-id-reused';
  readonly message: string;
}

/** Keeps words in the subject profile and tells their id: a keyed hash, so that the same words have the same id. */
async function keepWords(casework: Casework, caseId: string, words: string): Promise<string> {
  const profile = await casework.profiles.get(caseId);
  if (profile === undefined) throw new Error('a case without a subject profile takes no words');
  const id = keyedHash(profile.caseKey, words);
  await casework.profiles.addText(caseId, id, words);
  return id;
}

async function commandOf(
  casework: Casework,
  findings: Findings,
  caseId: string,
  command: StaffCommand,
  now: string,
): Promise<Command | IncompleteCommand> {
  switch (command.type) {
    case 'lift-hold':
      return { type: 'lift-hold' };
    case 'approve-search':
      return { type: 'approve-search', ...(command.systems === undefined ? {} : { systems: command.systems }) };
    case 'decide-identifier':
      return { type: 'decide-identifier', identifier: command.identifier, accept: command.accept };
    case 'retry-system':
      return { type: 'retry-system', system: command.system };
    case 'release':
      return { type: 'release', round: command.round };
    case 'record-manual-result':
      return await manualResult(casework, findings, caseId, command, now);
    case 'extend':
      return {
        type: 'extend',
        category: command.category,
        text: await keepWords(casework, caseId, command.reason),
      };
    case 'refuse':
      return {
        type: 'refuse',
        scope: command.scope,
        ground: command.ground,
        text: await keepWords(casework, caseId, command.reason),
      };
    case 'note':
      return { type: 'note', text: await keepWords(casework, caseId, command.text) };
  }
}

async function manualResult(
  casework: Casework,
  findings: Findings,
  caseId: string,
  command: Extract<StaffCommand, { readonly type: 'record-manual-result' }>,
  now: string,
): Promise<Command | IncompleteCommand> {
  const entries = command.entries ?? [];
  if ((command.outcome === 'found') !== entries.length > 0)
    return { ok: false, code: 'incomplete', message: 'entries: what was found is needed with "found", and only then' };
  if ((command.outcome === 'withheld') !== (command.ground !== undefined))
    return {
      ok: false,
      code: 'incomplete',
      message: 'ground: the legal ground is needed with "withheld", and only then',
    };
  const { state } = await loadCase(casework, caseId);
  const known = asWorking(state)?.systems.some(({ id }) => id === command.system) ?? false;
  const written = entries.map(({ heading, text }, index) => ({
    resource: 'written-entry',
    id: String(index + 1),
    data: { heading, text },
    partOf: null,
    attachments: [],
  }));
  const page =
    known && written.length > 0 ? await keepWritten(findings, caseId, command.system, written, now) : undefined;
  return {
    type: 'record-manual-result',
    system: command.system,
    result: command.outcome,
    records: entries.length,
    files: 0,
    possible: 0,
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
  written: readonly Finding[],
  now: string,
): Promise<number> {
  for (let page = 1; page <= mostPages; page += 1) {
    const kept = await findings.putPage(caseId, {
      v: 1,
      system,
      wave: 0,
      page,
      asOf: now,
      findings: [...written],
      possible: [],
      learned: [],
      roots: [],
      next: null,
    });
    if (canonical(kept.findings) === canonical(written)) return page;
  }
  throw new Error('one system was answered by hand too often');
}
