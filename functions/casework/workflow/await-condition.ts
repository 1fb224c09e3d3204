import type { WaitName } from '#domain/case/waits.ts';
import { act } from '../commit/act.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { issueCode } from '../identity/issue-code.ts';
import { settle } from '../commit/settle.ts';

/** A wait that the workflow begins. */
export interface BegunWait {
  readonly caseId: string;
  readonly wait: WaitName;
  readonly round: number;
  readonly token: string;
}

/**
 * Stores the token first and evaluates the condition afterwards. So a commit that comes in between also ends the wait.
 * At the start of `VerifyIdentity` a code is sent. At the start of `ApproveSearch` the search is approved if the policy
 * approves searches without staff. `now` is an ISO 8601 instant.
 */
export async function awaitCondition(casework: Casework, begun: BegunWait, now: string): Promise<void> {
  const { caseId, wait, round, token } = begun;
  await casework.tokens.put(caseId, { wait, round, token });
  const by = { kind: 'workflow', id: wait } as const;
  const { state } = await loadCase(casework, caseId);
  if (wait === 'VerifyIdentity' && state?.stage.kind === 'identifying') {
    // One code is sent automatically, and another each time that the case is reopened, because the earlier code has
    // expired.
    const commandId =
      state.common.reopenings === 0 ? 'VerifyIdentity/code' : `VerifyIdentity/code/${state.common.reopenings}`;
    await issueCode(casework, caseId, { commandId, by, purpose: 'identity' }, now);
  }
  if (wait === 'ApproveSearch' && state?.stage.kind === 'approving-search' && !state.common.facts.approveSearch)
    await act(casework, caseId, { commandId: 'ApproveSearch/policy', by, command: { type: 'approve-search' } }, now);
  await settle(casework, caseId, now);
}
