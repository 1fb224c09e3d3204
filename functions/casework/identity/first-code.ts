import { hasEnded } from '#domain/case/state.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { issueCode } from './issue-code.ts';

/**
 * Issues the first code of a case that waits for the proof of identity, at `now` (ISO 8601). The command id is that of
 * the workflow, so that the workflow issues no second code.
 */
export async function issueFirstCode(casework: Casework, caseId: string, now: string): Promise<void> {
  const { state } = await loadCase(casework, caseId);
  if (hasEnded(state) || state?.stage.kind !== 'identifying') return;
  const by = { kind: 'workflow', id: 'VerifyIdentity' } as const;
  // If the address may get no code now, the page says from when it may.
  await issueCode(casework, caseId, { commandId: 'VerifyIdentity/code', by, purpose: 'identity' }, now);
}
