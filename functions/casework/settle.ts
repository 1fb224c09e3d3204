import { owedLetters } from '#domain/case/owed-letters.ts';
import { hasEnded, type OpenedCase } from '#domain/case/state.ts';
import { isOver } from '#domain/case/waits.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import { commitCommand, loadCase } from './commit-command.ts';
import type { Casework } from './casework.ts';
import { openSplitCases, splitOtherRights, tellJoined } from './companion-cases.ts';
import { sendLetter } from './send-letter.ts';

const reconciler = { kind: 'workflow', id: 'settle' } as const;

/**
 * Does what the log of a case owes at `now`: starts the workflow, ends waits whose condition holds, sends letters.
 * Each part is tried by itself and may be done again at any time; what fails is reported and stays owed.
 */
export async function settle(casework: Casework, caseId: string, now: string): Promise<void> {
  const { state } = await loadCase(casework, caseId);
  if (state.status === 'absent') return;
  const attempt = async (what: string, effect: () => Promise<void>): Promise<void> => {
    try {
      await effect();
    } catch (error) {
      casework.report(what, error, caseId);
    }
  };
  if (state.status !== 'held' && !hasEnded(state) && state.executions === 0)
    await attempt('start the workflow', async () => await startExecution(casework, caseId, 1, now));
  await attempt('end a wait', async () => {
    for (const token of await casework.tokens.list(caseId)) {
      if (!isOver(token.wait, state)) continue;
      await casework.workflow.signal(token.token);
      await casework.tokens.delete(caseId, token);
    }
  });
  await attempt('give the case an owner', async () => await giveOwner(casework, state, now));
  await attempt('split off a right', async () => await splitOtherRights(casework, state, now));
  await attempt('open a split case', async () => {
    const { state: after } = await loadCase(casework, caseId);
    if (after.status !== 'absent') await openSplitCases(casework, after, now);
  });
  await attempt('tell the other case', async () => await tellJoined(casework, state, now));
  for (const letter of owedLetters(state, now))
    await attempt(`send the letter ${letter.code}`, async () => await sendLetter(casework, caseId, letter, now));
}

/** Every case is somebody's from its arrival on (practice 3), where the organisation has said whose. */
async function giveOwner(casework: Casework, state: OpenedCase, now: string): Promise<void> {
  if (state.owner !== null || hasEnded(state)) return;
  const { owner } = controllerOf(await casework.organisationAt(state.facts.organisation), state.facts.controller);
  if (owner === undefined) return;
  const command = { type: 'assign', to: owner } as const;
  await commitCommand(casework, state.caseId, { commandId: 'assign/owner', by: reconciler, command }, now);
}

/** Starts execution `n`; the start is idempotent by name, so it may be recorded after the fact. */
export async function startExecution(casework: Casework, caseId: string, n: number, now: string): Promise<void> {
  await casework.workflow.start(caseId, n);
  await commitCommand(
    casework,
    caseId,
    { commandId: `execution/${n}`, by: reconciler, command: { type: 'record-execution', n } },
    now,
  );
}
