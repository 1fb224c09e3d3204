import { keyGeneration } from '#domain/case/contact/contact-history.ts';
import {
  openChallenge,
  openerCodesPerDay,
  openerTriesPerDay,
  openerTriesPerMailboxAndDay,
} from '#domain/case/identity/code-rules.ts';
import { person } from '#domain/case/identity/opener.ts';
import { refuse } from '#domain/case/refusals/refuse.ts';
import type { RefusedCommand } from '#domain/case/decision.ts';
import { mailboxOf } from '#domain/contact.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { attachedRequest, issueCode } from './issue-code.ts';
import { verifyIdentity } from '../subject/subject-actions.ts';
import type { WrongCode } from './try-code.ts';

// The requester of an attached request sees the same pages as the requester of the first case (the case to which the
// request is attached). Both requesters may enter the code from our mail. The tries and codes of each are counted
// separately.

const day = 24 * 60 * 60;

/**
 * The first case, which was just proven, with the key of its mailed links. Whoever has entered the code reads the
 * mailbox, so they may have this key.
 */
export interface ProvenFirst {
  readonly ok: true;
  readonly caseId: string;
  readonly accessToken: string;
}

/**
 * Tries a code that somebody entered for an attached request, at `now` (ISO 8601). The right code is the one that the
 * first case mailed. It proves the first case, whose answer also answers this request.
 */
export async function tryAttached(
  casework: Casework,
  { caseId, attachedTo, contact }: SubjectProfile,
  code: string,
  now: string,
): Promise<ProvenFirst | WrongCode | RefusedCommand> {
  const { limits, keys } = casework;
  const own = await limits.take(`opener-try#${caseId}/identity`, { most: openerTriesPerDay, seconds: day }, now);
  if (!own.ok) return refuse('opener-tries-used');
  const mailbox = keys.personHash(mailboxOf(contact));
  const ofMailbox = { most: openerTriesPerMailboxAndDay, seconds: day };
  const allowed = await limits.take(`opener-try#${mailbox}`, ofMailbox, now);
  if (!allowed.ok) return refuse('opener-tries-used');
  const wrong = { ok: false, code: 'code-wrong', triesLeft: Math.min(own.left, allowed.left) } as const;
  if (attachedTo === null) return wrong;
  const { state } = await loadCase(casework, attachedTo);
  if (state?.stage.kind !== 'identifying') return wrong;
  const open = openChallenge(state, 'identity', now);
  if (!open.ok || !keys.isOneTimeCode(attachedTo, open.challenge.id, code)) return wrong;
  const proven = await verifyIdentity(casework, attachedTo, code, now, person);
  if (!proven.ok) return wrong;
  return { ok: true, caseId: attachedTo, accessToken: keys.mailedToken(attachedTo, keyGeneration(state.common, now)) };
}

/**
 * Sends a code for an attached request at `now` (ISO 8601). If the requester has reached their own limit of codes, the
 * code is refused. If the limit of codes or letters for the address is reached, nothing is sent, and the requester is
 * not told, because the mailbox already has mails of the last 24 hours.
 */
export async function sendAttached(
  casework: Casework,
  { caseId, attachedTo }: SubjectProfile,
  now: string,
): Promise<{ readonly ok: true } | RefusedCommand> {
  const allowance = { most: openerCodesPerDay, seconds: day };
  const own = await casework.limits.take(`opener-code#${caseId}`, allowance, now);
  if (!own.ok) return refuse('codes-of-the-opener-sent', { from: own.from });
  if (attachedTo === null) return { ok: true };
  await issueCode(
    casework,
    attachedTo,
    { commandId: `attached/${casework.newId()}`, by: attachedRequest, purpose: 'identity' },
    now,
  );
  return { ok: true };
}
