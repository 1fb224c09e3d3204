import { hasEnded } from '#domain/case/state.ts';
import type { DueCase } from '#store/owed-cases.ts';
import { takeUp } from '../intake/receive-request.ts';
import type { Settling } from './casework.ts';
import { loadCase } from './commit-command.ts';
import { afterFailure } from './move-key.ts';
import { rememberedLog } from './remembered-log.ts';
import { settle, startExecution } from './settle.ts';
import { sweepEarlierCases } from './sweep-earlier-cases.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * Does at `now` (ISO 8601) what cases still owe, for example because a process was killed. The function opens a case
 * for each stored request without a case, and starts a new execution for a case whose execution has ended. The function
 * also ends waits, sends letters and repairs summaries. It reads only cases whose key `owedAt` is not later than `now`.
 * If a case fails, the failure is reported, the case is tried again later, and the next case follows. Returns how many
 * cases it looked at.
 */
export async function reconcile(
  casework: Settling,
  organisationHash: string,
  now: string,
): Promise<{ readonly cases: number }> {
  const looked = new Set<string>();
  /** Settles a case, but only once in this run. Returns `false` if this call tried to settle it and failed. */
  const look = async (due: DueCase): Promise<boolean> => {
    if (looked.has(due.caseId)) return true;
    looked.add(due.caseId);
    try {
      await reconcileCase(casework, organisationHash, due, now);
      return true;
    } catch (error) {
      casework.report('reconcile', error, due.caseId);
      await casework.owed.keep(due.caseId, due.item, afterFailure(due.tries, now));
      return false;
    }
  };
  await sweepEarlierCases(
    casework,
    organisationHash,
    now,
    async (caseId) => await look({ caseId, item: 'request', at: now, tries: 0 }),
  );
  for await (const page of casework.owed.due(now)) for (const due of page) await look(due);
  return { cases: looked.size };
}

async function reconcileCase(
  casework: Settling,
  organisationHash: string,
  { caseId, item, at }: DueCase,
  now: string,
): Promise<void> {
  const work = { ...casework, log: rememberedLog(casework.log) };
  if ((await loadCase(work, caseId)).state === undefined) await openStored(work, organisationHash, caseId, now);
  const { state } = await loadCase(work, caseId);
  if (state === undefined) return;
  if (item === 'request') await work.owed.opened(caseId);
  if (
    !hasEnded(state) &&
    state.common.executions > 0 &&
    !(await work.workflow.isRunning(caseId, state.common.executions))
  ) {
    // `isRunning` is also `false` for a running execution of an earlier version of the workflow, so that one is
    // stopped.
    await work.workflow.stop(caseId, state.common.executions);
    await startExecution(work, caseId, state.common.executions + 1, now);
  }
  await settle(work, caseId, now);
  // `settle` reads only the commits since the snapshot. A slow process may have left a key on an earlier commit.
  const { snapshot } = await work.log.load(caseId);
  if (snapshot !== undefined && item !== 'request' && item < snapshot.seq)
    await work.owed.move(caseId, item, at, undefined);
}

/** Opens the case of a stored request. The process that stored the request died before the first commit of its case. */
async function openStored(casework: Settling, organisationHash: string, caseId: string, now: string): Promise<void> {
  const profile = await casework.profiles.get(caseId);
  if (profile === undefined) return;
  const controller = casework.organisation.controllers.find(({ id }) => id === profile.controller);
  if (controller !== undefined) await takeUp(casework, organisationHash, profile, controller, now);
  // The description in force no longer names the controller of the request. A later description may name it again, so
  // the request is tried again after a day.
  else await casework.owed.keep(caseId, 'request', { at: new Date(Date.parse(now) + day).toISOString(), tries: 0 });
}
