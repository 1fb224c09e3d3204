import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { issueFirstCode } from './first-code.ts';
import { issueCode } from './issue-code.ts';

const day = 24 * 60 * 60;

/**
 * Mails a new link and code when a request is attached to a case and the last code is a day old. The requester may be
 * the person and may have lost the earlier mail. A case gets at most one such letter a day, within the day's limit of
 * letters to the address.
 */
export async function remind(casework: Casework, first: string, now: string): Promise<void> {
  const { state } = await loadCase(casework, first);
  if (state?.stage.kind !== 'identifying' || state.common.proofs.length > 0) return;
  // The case has no code yet if the mailbox had reached its limit of letters when the case was opened.
  if (!state.common.challenges.some(({ purpose }) => purpose === 'identity')) {
    await issueFirstCode(casework, first, now);
    return;
  }
  const dayAgo = new Date(Date.parse(now) - day * 1000).toISOString();
  // The case was opened less than a day ago, so the first code is recent enough.
  if (state.common.facts.at > dayAgo) return;
  if (state.common.challenges.some(({ purpose, issuedAt }) => purpose === 'identity' && issuedAt > dayAgo)) return;
  if (!(await casework.limits.take(`again#${first}`, { most: 1, seconds: day }, now)).ok) return;
  const by = { kind: 'workflow', id: 'receive-request' } as const;
  await issueCode(casework, first, { commandId: `again/${casework.newId()}`, by, purpose: 'identity' }, now);
}
