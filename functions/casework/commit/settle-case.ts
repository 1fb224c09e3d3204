import type { Settling } from './casework.ts';
import { loadCase } from './commit-command.ts';
import { rememberedLog } from './remembered-log.ts';
import { repairSummary } from './repair-summary.ts';
import { settle } from './settle.ts';

/**
 * Does at `now` (ISO 8601) what a case owes after its last commits: stores the summary if it is outdated, starts the
 * workflow, ends waits and sends letters. If the case owes nothing at `now`, only its log is read. A second call has no
 * further effect, so several calls for one case do no harm.
 */
export async function settleCase(casework: Settling, caseId: string, now: string): Promise<void> {
  const work = { ...casework, log: rememberedLog(casework.log) };
  const { owed } = await work.log.load(caseId);
  if (owed.every(({ at }) => at > now)) return;
  const { state } = await loadCase(work, caseId);
  if (state === undefined) return;
  await repairSummary(work, state);
  await settle(work, caseId, now);
}
