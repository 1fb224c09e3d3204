import { isSent, openChallenge } from '#domain/case/identity/code-rules.ts';
import { person } from '#domain/case/identity/opener.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { addressTakesCodesFrom, issueCode } from './issue-code.ts';

/**
 * Mails a new link and code to the person of a case that waits for its proof, at `now` (ISO 8601). A mail asked for it
 * whose receipt proves that it came from the person's own address, so no stranger can cause it or use up its limit. It
 * does nothing if the case waits for something else, or while the mailbox has a valid code: otherwise endless mails
 * would cause endless letters. `commandId` names the mail: the same mail has no effect twice.
 */
export async function sendWayOn(casework: Casework, caseId: string, commandId: string, now: string): Promise<void> {
  const { state } = await loadCase(casework, caseId);
  if (state?.stage.kind !== 'identifying' || state.common.proofs.length > 0) return;
  const open = openChallenge(state, 'identity', now);
  if (open.ok && open.challenge.via === 'email' && isSent(state.common, open.challenge)) return;
  // If the person has received the maximum of a day, these letters are in the mailbox.
  await issueCode(casework, caseId, { commandId, by: person, purpose: 'identity' }, now);
}

/**
 * The first code of a case that such a mail has opened, if strangers have used up the codes of the address: the
 * workflow would send none. It has the workflow's command id, so the workflow sends no second one.
 */
export async function sendFirstCode(casework: Casework, caseId: string, now: string): Promise<void> {
  const { state } = await loadCase(casework, caseId);
  const profile = await casework.profiles.get(caseId);
  if (state === undefined || profile === undefined) return;
  const by = { kind: 'workflow', id: 'VerifyIdentity' } as const;
  if ((await addressTakesCodesFrom(casework, state, profile, by, now)) !== undefined)
    await sendWayOn(casework, caseId, 'VerifyIdentity/code', now);
}
