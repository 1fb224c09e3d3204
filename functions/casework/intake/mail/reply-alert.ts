import { isWaiting } from '#domain/case/contact/contact-history.ts';
import { unproven } from '#domain/case/letters/letters.ts';
import { isSilent } from '#domain/case/lifecycle/hold-rules.ts';
import { contactAt, hasEnded, type OpenedCase, timeRunsTo } from '#domain/case/state.ts';
import type { Alert } from '#domain/case/vocabulary.ts';
import { localDate } from '#domain/clock/deadline.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { act } from '../../commit/act.ts';
import type { Casework } from '../../commit/casework.ts';
import { contactHash } from '../../commit/keys.ts';

const subject = { kind: 'subject', id: 'subject' } as const;
const machine = { kind: 'workflow', id: 'receive-mail' } as const;

/** A mail of a case that its sender wrote, and when it came (ISO 8601). */
export interface HeardReply {
  readonly casework: Casework;
  readonly state: OpenedCase;
  readonly profile: SubjectProfile;
  readonly messageId: string;
  readonly sender: string;
  readonly now: string;
}

/**
 * Whoever is told that a case will be written to elsewhere, and replies from the old contact point, objects: the change
 * is called back while it waits, and staff are told in any case, as somebody may be taking over the case (practice 2,
 * 13). `mayAct` is false where nobody vouches for the sender: then it is staff who call it back.
 */
export async function heedObjection(reply: HeardReply, mayAct: boolean): Promise<void> {
  const { casework, state, profile, messageId, sender, now } = reply;
  const old = contactHash(profile.caseKey, { kind: 'email', value: sender });
  const change = state.common.contactChanges.findLast(({ from, tellOld }) => tellOld && from.hash === old);
  if (isSilent(state)) return;
  // A move to post is not called back by a mail: staff look who is right.
  if (state.common.post !== null && state.common.post.reason !== 'bounced' && state.common.post.from.hash === old)
    await tell(reply, 'contact-disputed', 'post');
  // A change whose code nobody has entered in all its days has come to nothing: what is written then is about other things.
  if (change === undefined || (change.awaitsCode && change.waitsUntil <= timeRunsTo(state.common, now))) return;
  const present = contactAt(state.common, now);
  const waits = state.common.contactChanges.at(-1) === change && isWaiting(state.common, change, now);
  // A later change has taken its place, or it has been called back: nothing is in dispute.
  if (!waits && present.hash !== change.to.hash) return;
  await tell(reply, 'contact-disputed', String(state.common.contactChanges.indexOf(change) + 1));
  if (!waits || !mayAct) return;
  const command = { type: 'change-contact', to: present, oldIsLost: false } as const;
  await act(casework, state.common.caseId, { commandId: `mail/${messageId}/objection`, by: subject, command }, now);
}

/** What is written to a case that has ended, and that nothing comes of by itself, is read by staff: once a day at most. */
export async function tellOfReplyAfterEnd(reply: HeardReply): Promise<void> {
  const { state, now } = reply;
  if (hasEnded(state)) await tell(reply, 'reply-after-end', localDate(now, state.common.facts.timeZone));
}

/**
 * What a reply asks for and is not done on its word: staff read it, once a day at most. `unproven`: nobody vouches for
 * the sender, or the mail holds more than the withdrawal; the case's contact point is mailed a link by which the person
 * can do it themselves.
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
  await act(casework, state.common.caseId, { commandId: `alert/${key}`, by: machine, command }, now);
}
