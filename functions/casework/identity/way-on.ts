import { isSent, openChallenge } from '#domain/case/identity/code-rules.ts';
import { person } from '#domain/case/identity/opener.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { addressTakesCodesFrom, issueCode } from './issue-code.ts';

/**
 * Mails a new link and code to the person of a case that waits for its proof, at `now` (ISO 8601).
 *
 * The caller must have received an authenticated mail from the person's own address. So no stranger can cause this
 * letter or use up its limit.
 *
 * If the case waits for something else, or if the mailbox has a valid code, nothing is sent. `commandId` contains the
 * id of the mail, so that a second delivery of the mail sends no second letter.
 */
export async function sendWayOn(casework: Casework, caseId: string, commandId: string, now: string): Promise<void> {
  const { state } = await loadCase(casework, caseId);
  if (state?.stage.kind !== 'identifying' || state.common.proofs.length > 0) return;
  const open = openChallenge(state, 'identity', now);
  if (open.ok && open.challenge.via === 'email' && isSent(state.common, open.challenge)) return;
  // If the case has reached its limit of codes, the mailbox already holds letters with a link and a code.
  await issueCode(casework, caseId, { commandId, by: person, purpose: 'identity' }, now);
}

/**
 * Sends the first code of a case that an authenticated mail opened, if strangers have used up the codes of the address.
 * The workflow would send no code then. The command id is that of the workflow, so that the workflow sends no second
 * code.
 */
export async function sendFirstCode(casework: Casework, caseId: string, now: string): Promise<void> {
  const { state } = await loadCase(casework, caseId);
  const profile = await casework.profiles.get(caseId);
  if (state === undefined || profile === undefined) return;
  const by = { kind: 'workflow', id: 'VerifyIdentity' } as const;
  if ((await addressTakesCodesFrom(casework, state, profile, by, now)) !== undefined)
    await sendWayOn(casework, caseId, 'VerifyIdentity/code', now);
}
