import type { OpenedCase } from '#domain/case/state.ts';
import { issueFirstCode } from '../identity/first-code.ts';
import type { Settling } from './casework.ts';
import { loadCase } from './commit-command.ts';
import { rememberedLog } from './remembered-log.ts';
import { settle } from './settle.ts';

/**
 * Does at `now` (ISO 8601) what a case owes after its last commits: stores its summary, issues the first code, starts
 * the workflow, ends waits and sends letters. If the case owes nothing at `now`, only its log is read. A second call
 * has no further effect, so several calls for one case do no harm.
 */
export async function settleCase(casework: Settling, caseId: string, now: string): Promise<void> {
  const work = { ...casework, log: rememberedLog(casework.log) };
  const { owed } = await work.log.load(caseId);
  if (owed.every(({ at }) => at > now)) return;
  const { state } = await loadCase(work, caseId);
  if (state === undefined) return;
  if (owed.some(({ seq }) => seq === 1) && isByForm(state)) await issueFirstCode(work, caseId, now);
  await settle(work, caseId, now);
}

/**
 * Whether the request came through the portal or the API and not from another case. Its code need not wait for the
 * workflow.
 */
function isByForm({ common: { facts } }: OpenedCase): boolean {
  return (facts.channel === 'portal' || facts.channel === 'api') && facts.origin === null;
}
