import { hasEnded } from '#domain/case/state.ts';
import type { Casework } from './casework.ts';
import { loadCase } from './commit-command.ts';
import { takeUp } from '../intake/receive-request.ts';
import { settle, startExecution } from './settle.ts';
import { summarise } from './summarise.ts';

const most = 20_000;

/**
 * Repeats at `now` (ISO 8601) the steps that a killed process has left undone, in all cases that are open or owe
 * something. A stored request without a case gets one. A case whose execution is gone gets a new execution. For each
 * case the summary is repaired and `settle` is called. If a case fails, the failure is reported and the next case
 * follows. Returns the number of the cases.
 */
export async function reconcile(
  casework: Casework,
  organisationHash: string,
  now: string,
): Promise<{ readonly cases: number }> {
  const lately = new Date(Date.parse(now) - 2 * 24 * 60 * 60 * 1000).toISOString();
  const open = await casework.summaries.list('open', most);
  const owing = await casework.summaries.list('owing', most);
  const listed = [...open, ...owing].map(({ caseId }) => caseId);
  const cases = [...listed, ...(await unlisted(casework, lately, listed))];
  for (const caseId of cases)
    try {
      await reconcileCase(casework, organisationHash, caseId, now);
    } catch (error) {
      casework.report('reconcile', error, caseId);
    }
  return { cases: cases.length };
}

/**
 * Ids of requests since `from` (ISO 8601) that have a subject profile but neither a summary nor a case. The process
 * that stored the profile died before it stored anything else.
 */
async function unlisted(casework: Casework, from: string, listed: readonly string[]): Promise<readonly string[]> {
  const known = new Set(listed);
  const found: string[] = [];
  for (const caseId of await casework.profiles.keptSince(from))
    if (!known.has(caseId) && (await casework.summaries.get(caseId)) === undefined) found.push(caseId);
  return found;
}

async function reconcileCase(casework: Casework, organisationHash: string, caseId: string, now: string): Promise<void> {
  const { state, head } = await loadCase(casework, caseId);
  if (state === undefined) {
    const profile = await casework.profiles.get(caseId);
    const controller = casework.organisation.controllers.find(({ id }) => id === profile?.controller);
    if (profile !== undefined && controller !== undefined)
      await takeUp(casework, organisationHash, profile, controller, now);
    return;
  }
  const summary = await casework.summaries.get(caseId);
  if (summary !== undefined && summary.seq < head.seq) await casework.summaries.put(summarise(state, summary.person));
  if (
    !hasEnded(state) &&
    state.common.executions > 0 &&
    !(await casework.workflow.isRunning(caseId, state.common.executions))
  ) {
    // An execution of an earlier version may still run.
    await casework.workflow.stop(caseId, state.common.executions);
    await startExecution(casework, caseId, state.common.executions + 1, now);
  }
  await settle(casework, caseId, now);
}
