import { isWaiting } from '#domain/case/contact/contact-history.ts';
import { unproven } from '#domain/case/letters/letters.ts';
import { isSilent } from '#domain/case/lifecycle/hold-rules.ts';
import { contactAt, hasEnded, type OpenedCase, timeRunsTo } from '#domain/case/state.ts';
import type { Alert } from '#domain/case/vocabulary.ts';
import { localDate } from '#domain/clock/deadline.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../../commit/casework.ts';
import { commitCommand } from '../../commit/commit-command.ts';
import { contactHash } from '../../commit/keys.ts';

const subject = { kind: 'subject', id: 'subject' } as const;
const machine = { kind: 'workflow', id: 'receive-mail' } as const;

/** A mail that was added to a case. `now` is in ISO 8601. */
export interface HeardReply {
  readonly casework: Casework;
  readonly state: OpenedCase;
  readonly profile: SubjectProfile;
  readonly messageId: string;
  readonly sender: string;
  readonly now: string;
}

/**
 * Handles a reply that may come from the old contact point, after our letter about a changed contact point. Such a
 * reply counts as an objection. Staff are told, because a stranger may be taking over the case (practice 2, 13 in
 * `functions/domain/README.md`). If the change has not taken effect yet, it is cancelled.
 *
 * Nothing happens if the change was cancelled, was replaced or can no longer take effect, or while the case may send no
 * letters (`isSilent`). If `mayAct` is false, the mail is not proven to be the person's, and only staff can cancel the
 * change.
 */
export async function heedObjection(reply: HeardReply, mayAct: boolean): Promise<void> {
  const { casework, state, profile, messageId, sender, now } = reply;
  const old = contactHash(profile.caseKey, { kind: 'email', value: sender });
  const change = state.common.contactChanges.findLast(({ from, tellOld }) => tellOld && from.hash === old);
  if (isSilent(state)) return;
  // A mail cannot cancel a change to letters by post. Staff decide which contact point is used.
  if (state.common.post !== null && state.common.post.reason !== 'bounced' && state.common.post.from.hash === old)
    await tell(reply, 'contact-disputed', 'post');
  // The person has not entered the code for the new address in time. The change never takes effect, so there is nothing
  // to object to.
  if (change === undefined || (change.awaitsCode && change.waitsUntil <= timeRunsTo(state.common, now))) return;
  const present = contactAt(state.common, now);
  const waits = state.common.contactChanges.at(-1) === change && isWaiting(state.common, change, now);
  // The change was cancelled or replaced by a later change, so there is nothing to object to.
  if (!waits && present.hash !== change.to.hash) return;
  await tell(reply, 'contact-disputed', String(state.common.contactChanges.indexOf(change) + 1));
  if (!waits || !mayAct) return;
  const command = { type: 'change-contact', to: present, oldIsLost: false } as const;
  await commitCommand(
    casework,
    state.common.caseId,
    { commandId: `mail/${messageId}/objection`, by: subject, command },
    now,
  );
}

/** Tells staff, at most once a day, that a mail has come to an ended case and has not reopened it. */
export async function tellOfReplyAfterEnd(reply: HeardReply): Promise<void> {
  const { state, now } = reply;
  if (hasEnded(state)) await tell(reply, 'reply-after-end', localDate(now, state.common.facts.timeZone));
}

/**
 * Tells staff, at most once a day, of a wish in a reply that the mail alone may not carry out. `unproven`: the sender
 * is not authenticated, or the mail says other things besides a withdrawal. The contact point then also gets a link to
 * confirm the wish. `read`: staff only read the mail.
 */
export async function tellOfReplyToDecide(reply: HeardReply, why: 'unproven' | 'read'): Promise<void> {
  const { state, now } = reply;
  await tell(
    reply,
    'reply-to-decide',
    `${why === 'unproven' ? `${unproven}/` : ''}${localDate(now, state.common.facts.timeZone)}`,
  );
}

async function tell({ casework, state, now }: HeardReply, alert: Alert, what: string): Promise<void> {
  const key = `${alert}/${what}`;
  const command = { type: 'alert', alert, key } as const;
  await commitCommand(casework, state.common.caseId, { commandId: `alert/${key}`, by: machine, command }, now);
}
