import { hasEnded } from '#domain/case/state.ts';
import type { Settling } from './casework.ts';
import { loadCase } from './commit-command.ts';

/**
 * Notes at `now` (ISO 8601) that an execution of the workflow has ended. If the case has not ended, its key `owedAt` is
 * set to `now`, so that the next run of `reconcile` starts another execution. `execution` is the name of the execution,
 * `<case>-<n>`.
 */
export async function executionEnded(casework: Settling, execution: string, now: string): Promise<void> {
  const [, caseId, n] = /^(.+)-(\d+)$/.exec(execution) ?? [];
  if (caseId === undefined) return;
  const { state, head } = await loadCase(casework, caseId);
  if (state === undefined || hasEnded(state) || state.common.executions > Number(n)) return;
  await casework.owed.keep(caseId, head.seq, { at: now, tries: 0 });
}
