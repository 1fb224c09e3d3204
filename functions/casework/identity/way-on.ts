import { isSent, openChallenge } from '#domain/case/identity/code-rules.ts';
import { person } from '#domain/case/identity/opener.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { addressTakesCodesFrom, issueCode } from './issue-code.ts';

/**
 * Mails the person of a case that waits for its proof a fresh link and code, at `now` (ISO 8601), because a mail asked for
 * it that the receipt proves to come from their own address: no stranger can have it sent, or use up how often it is. Does
 * nothing where the case waits for something else, nor while the mailbox has a code that works: mails without end bring no
 * letters without end. `commandId` names the mail: the same again sends nothing again.
 */
export async function sendWayOn(casework: Casework, caseId: string, commandId: string, now: string): Promise<void> {
  const { state } = await loadCase(casework, caseId);
  if (state?.stage.kind !== 'identifying' || state.common.proofs.length > 0) return;
  const open = openChallenge(state, 'identity', now);
  if (open.ok && open.challenge.via === 'email' && isSent(state.common, open.challenge)) return;
  // Where the person has had as many as are sent in a day, those are in the mailbox.
  await issueCode(casework, caseId, { commandId, by: person, purpose: 'identity' }, now);
}

/**
 * The first code of a case that such a mail has opened, where strangers have used up those of the address: the workflow
 * would send none. It has the command of the workflow, which then sends no second one.
 */
export async function sendFirstCode(casework: Casework, caseId: string, now: string): Promise<void> {
  const { state } = await loadCase(casework, caseId);
  const profile = await casework.profiles.get(caseId);
  if (state === undefined || profile === undefined) return;
  const by = { kind: 'workflow', id: 'VerifyIdentity' } as const;
  if ((await addressTakesCodesFrom(casework, state, profile, by, now)) !== undefined)
    await sendWayOn(casework, caseId, 'VerifyIdentity/code', now);
}
