import type { WaitName } from '#domain/case/waits.ts';
import type { Settling } from '../commit/casework.ts';
import { commitCommand, loadCase } from '../commit/commit-command.ts';
import { issueCode } from '../identity/issue-code.ts';
import { settle } from '../commit/settle.ts';

/** A wait that the workflow begins, with its task token. */
export interface BegunWait {
  readonly caseId: string;
  readonly wait: WaitName;
  readonly round: number;
  readonly token: string;
}

/**
 * Begins a wait at `now` (ISO 8601). The token is stored before the condition is checked, so that a commit in between
 * also ends the wait.
 *
 * At the beginning of the wait `VerifyIdentity` a code is sent to the person. At the beginning of the wait
 * `ApproveSearch` the search is approved, if the policy needs no approval by staff; the wait then ends at once.
 */
export async function awaitCondition(casework: Settling, begun: BegunWait, now: string): Promise<void> {
  const { caseId, wait, round, token } = begun;
  await casework.tokens.put(caseId, { wait, round, token });
  const by = { kind: 'workflow', id: wait } as const;
  const { state } = await loadCase(casework, caseId);
  if (wait === 'VerifyIdentity' && state?.stage.kind === 'identifying') {
    // The person gets one code without requesting it, and another one after each reopening, because the earlier code
    // has expired.
    const commandId =
      state.common.reopenings === 0 ? 'VerifyIdentity/code' : `VerifyIdentity/code/${state.common.reopenings}`;
    await issueCode(casework, caseId, { commandId, by, purpose: 'identity' }, now);
  }
  if (wait === 'ApproveSearch' && state?.stage.kind === 'approving-search' && !state.common.facts.approveSearch)
    await commitCommand(
      casework,
      caseId,
      { commandId: 'ApproveSearch/policy', by, command: { type: 'approve-search' } },
      now,
    );
  await settle(casework, caseId, now);
}
