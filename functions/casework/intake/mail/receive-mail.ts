import { isSilentHold } from '#domain/case/lifecycle/hold-rules.ts';
import { classifyMail, type Classification } from '#domain/mail/classify.ts';
import { markLines } from '#domain/mail/marks.ts';
import type { Ours } from '#domain/mail/sender/own-addresses.ts';
import { parseHeaderOnly, parseMail, type ParsedMail } from '#domain/mail/parts/parse.ts';
import { referenceIn } from '#domain/mail/named-case/reference.ts';
import { senderOf } from '#domain/mail/sender/sender.ts';
import type { Verdicts } from '#domain/mail/verdicts.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import { rightSchema, type Right } from '#domain/rights.ts';
import { mailKey } from '#store/inbound-mails.ts';
import type { Casework } from '../../commit/casework.ts';
import { loadCase } from '../../commit/commit-command.ts';
import { noteBounce } from './mail-bounce.ts';
import { caseOfContact, isFull } from './mail-contact.ts';
import { oursOf, recipientOf } from './mail-recipient.ts';
import { joinCase, type Joined } from './mail-reply.ts';
import { requestIn, type MailedRequest, type Read } from './mail-request.ts';
import { openFromProfile, openRequest } from '../open-request.ts';
import { ownLetter } from './own-letter.ts';
import { standFirst, takesCase } from '../receive-request.ts';
import { emailRoute, type Reception } from './reception.ts';
import { casesOfSender } from './senders-cases.ts';
import { sendFirstCode, sendWayOn } from '../../identity/way-on.ts';

/** A mail that SES has received and stored. */
export interface ReceivedMail {
  readonly raw: Uint8Array;
  readonly verdicts: Verdicts;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  /** The id that SES has given to the mail. A second delivery of the same mail has the same id. */
  readonly messageId: string;
  /** The addresses that SES names as recipients of the mail. */
  readonly recipients: readonly string[];
}

/**
 * Handles a mail at `now` (ISO 8601). One of these happens:
 *
 * - The mail opens a case, which may be held for staff.
 * - The mail is added to the case that it answers.
 * - The mail is a bounce report, and is recorded in the case of the returned letter.
 * - The mail has no effect.
 *
 * A mail that is delivered twice has its effect once. What a case stores of the mail is erased with the case.
 */
export async function receiveMail(
  casework: Casework,
  organisationHash: string,
  input: ReceivedMail,
  newCaseKey: string,
  now: string,
): Promise<Reception> {
  const { organisation, keys } = casework;
  const { verdicts, receivedAt, messageId } = input;
  const caseId = keys.caseId(emailRoute, messageId);
  const mail = await readMail(input);
  const asked = recipientOf(organisation, input.recipients);
  const ours = oursOf(organisation);
  const from = asked.known ? senderOf(mail).address : null;
  const { open: openCases, crowded } = await casesOfSender(casework, from, asked.controller, caseId);
  const { timeZone, numbers } = asked.controller;
  const classified = classifyMail(mail, verdicts, {
    ours,
    receivedAt,
    timeZone,
    openCases,
    isOurLetter: (await ownLetter(casework, mail)) !== undefined,
    ...(asked.known ? { numbers } : {}),
  });
  const infected = verdicts.virus === 'FAIL';
  const { why } = classified;
  if (classified.alertCase === true || why === 'bounce') await noteBounce(casework, mail, now);
  let mailed: MailedRequest = {
    mail,
    classified,
    recipient: asked,
    rights: rightsIn(classified),
    receivedAt,
    messageId,
  };
  if (why === 'automatic-reply') {
    const noted = await noteAutomaticReply(casework, ours, mailed, now);
    if (noted !== undefined)
      return { outcome: 'attached', caseId: noted.reference, why, mail: await mailOf(casework, noted, messageId) };
    mailed = { ...mailed, classified: heldAsAutomatic(classified) };
  } else if (classified.disposition === 'no-case') {
    const isReport = why === 'bounce' || why === 'own-letter';
    // A mail without a recognised request stays in the bucket until the lifecycle rule deletes it. So staff can read a
    // request that was not recognised.
    return { outcome: 'no-request', why, mail: isReport || infected ? 'destroy' : 'keep' };
  }
  // A second delivery of a mail that opened a case must not be added to another case.
  const isNew = (await loadCase(casework, caseId)).state === undefined;
  const { caseOf, from: sender } = classified;
  const names = classified.disposition === 'attach-to-case' && caseOf !== undefined && sender !== null && isNew;
  const theirs = names ? await caseOfContact(casework, caseOf, sender, now) : undefined;
  // A sender without authentication may be using another person's address, so the number of our replies is limited.
  let tooMany = crowded && !classified.authenticated;
  if (names && theirs !== undefined) {
    const joined = await joinCase(casework, caseOf, mailed, now);
    // If the person makes the same request again, they may not have found our mail. So they get a new link and a new
    // code.
    if (joined.taken && classified.authenticated && mailed.rights.length > 0)
      await sendWayOn(casework, joined.reference, `mail/${messageId}/code`, now);
    if (!joined.taken) tooMany ||= isFull(theirs, classified.authenticated);
    if (joined.taken && joined.further.length === 0)
      return { outcome: 'attached', caseId: joined.reference, why, mail: await mailOf(casework, joined, messageId) };
    if (joined.taken)
      mailed = {
        ...mailed,
        // Complaints and claims in the mail were already handled in the case to which the mail was added.
        classified: {
          ...classified,
          disputes: [],
          ...(joined.another === 'unclear' ? { holdReason: 'person-unclear' as const } : {}),
        },
        recipient: { controller: controllerOf(organisation, joined.controller), known: true },
        rights: joined.further,
      };
  }
  if (tooMany) mailed = { ...mailed, classified: heldSilently(mailed.classified) };
  const understood = requestIn(mailed);
  const { checked, ...read } = (await isOneTooMany(casework, mailed, understood, now))
    ? requestIn({ ...mailed, classified: heldSilently(mailed.classified) })
    : understood;
  const arrival = {
    ...read,
    channel: 'email',
    route: emailRoute,
    idempotencyKey: messageId,
    // The raw mail is listed even if it is infected. An infected mail is destroyed at once. If that fails, it is erased
    // with its case.
    inbound: [mailKey(messageId)],
    vouched: mailed.classified.authenticated && mailed.classified.from === checked.contact.value,
  } as const;
  const opened = await openRequest(casework, organisationHash, checked, arrival, newCaseKey, now);
  // If an earlier version classified the same mail differently, the case keeps the first classification.
  if (!opened.ok) await openAsKept(casework, organisationHash, caseId, now);
  if (read.hold === null) await standFirst(casework, caseId, now);
  if (classified.authenticated) await sendFirstCode(casework, caseId, now);
  // A mail that another person may have written is held. The owner of the address gets a link and a code for the case
  // that is already open.
  const [unclear] = classified.holdReason === 'person-unclear' && classified.authenticated ? openCases : [];
  if (unclear !== undefined) await sendWayOn(casework, unclear.reference, `mail/${messageId}/code`, now);
  return {
    outcome: read.hold === null ? 'opened' : 'held',
    caseId,
    why: mailed.classified.why,
    mail: infected ? 'destroy' : 'keep',
  };
}

type Taken = Extract<Joined, { readonly taken: true }>;

/**
 * Whether the raw mail is kept after it was added to a case. If the data of the case are erased, the mail is destroyed,
 * unless another case lists it too.
 */
async function mailOf(
  casework: Casework,
  { reference, purged }: Taken,
  messageId: string,
): Promise<'keep' | 'destroy'> {
  if (!purged) return 'keep';
  return (await casework.profiles.releaseInbound(reference, mailKey(messageId))) ? 'destroy' : 'keep';
}

/**
 * Stores an automatic reply as a note in the case that it answers. Returns `undefined` if the reply was not added, for
 * example because its sender is no contact of the case.
 */
async function noteAutomaticReply(
  casework: Casework,
  ours: Ours,
  mailed: MailedRequest,
  now: string,
): Promise<Taken | undefined> {
  const { from } = mailed.classified;
  const named = referenceIn(mailed.mail, ours);
  if (named === undefined || from === null) return undefined;
  if ((await caseOfContact(casework, named, from, now)) === undefined) return undefined;
  const joined = await joinCase(casework, named, mailed, now);
  return joined.taken ? joined : undefined;
}

/**
 * Whether the mailbox has reached its limit of new cases in 24 hours. The case of this mail is counted if its sender
 * would get a letter. A mail above the limit opens a held case, without a letter to the sender. So no request is lost,
 * and nobody is flooded with letters. Mails of authenticated senders are counted but not limited.
 */
async function isOneTooMany(
  casework: Casework,
  { classified }: MailedRequest,
  { hold, checked }: Read,
  now: string,
): Promise<boolean> {
  if (hold !== null && isSilentHold(hold)) return false;
  const allowed = await takesCase(casework, checked.contact, now);
  return !allowed.ok && !classified.authenticated;
}

/**
 * Parses a mail. If it cannot be parsed, only its header is read, and a sentence for staff that says why takes the
 * place of the text.
 */
async function readMail({ raw, verdicts }: ReceivedMail): Promise<ParsedMail> {
  const parsed = await parseMail(raw, verdicts.virus === 'FAIL' ? 'leave' : 'open');
  if (parsed.ok) return parsed.mail;
  return { ...(await parseHeaderOnly(raw)), text: markLines[parsed.code], attachments: 1 };
}

function rightsIn({ rights }: Classification): readonly Right[] {
  return rights.flatMap((right) => {
    const parsed = rightSchema.safeParse(right);
    return parsed.success ? [parsed.data] : [];
  });
}

/**
 * Changes the classification of an automatic reply that belongs to no case of its sender. The reply then opens a held
 * case, so that staff look at the mail.
 */
function heldAsAutomatic(classified: Classification): Classification {
  return {
    ...classified,
    rights: ['unclear'],
    disposition: 'hold',
    holdReason: 'maybe-automatic',
    why: 'maybe-automatic',
  };
}

/** Changes the classification of a request, so that staff look at it before any letter goes to the sender. */
function heldSilently(classified: Classification): Classification {
  return { ...classified, holdReason: classified.holdReason ?? 'request-unclear' };
}

async function openAsKept(casework: Casework, organisationHash: string, caseId: string, now: string): Promise<void> {
  const profile = await casework.profiles.get(caseId);
  const kept = casework.organisation.controllers.find(({ id }) => id === profile?.controller);
  if (profile === undefined || kept === undefined) throw new Error('the profile of a received mail is gone');
  await openFromProfile(casework, organisationHash, profile, kept, now);
}
