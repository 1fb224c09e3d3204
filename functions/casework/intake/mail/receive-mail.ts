import { isSilentHold } from '#domain/case/lifecycle/hold-rules.ts';
import { classifyMail, type Classification } from '#domain/mail/classify.ts';
import { markLines } from '#domain/mail/marks.ts';
import type { Ours } from '#domain/mail/sender/own-addresses.ts';
import { parseHeaderOnly, parseMail, type ParsedMail } from '#domain/mail/parts/parse.ts';
import { referenceIn } from '#domain/mail/named-case/reference.ts';
import { senderOf } from '#domain/mail/sender/sender.ts';
import type { Verdicts } from '#domain/mail/verdicts.ts';
import type { Why } from '#domain/mail/why.ts';
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
import { raiseAtOnce } from './raise.ts';
import { casesOfSender } from './senders-cases.ts';
import { sendFirstCode, sendWayOn } from '../../identity/way-on.ts';

/** A mail as SES delivers it. */
export interface ReceivedMail {
  readonly raw: Uint8Array;
  readonly verdicts: Verdicts;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  /** SES's id of the mail: the same id is the same mail. */
  readonly messageId: string;
  /** The addresses to which it was sent, including ours. */
  readonly recipients: readonly string[];
}

/** What was done with a mail. */
export interface Reception {
  readonly outcome: 'opened' | 'held' | 'attached' | 'no-request';
  /** The case that the mail opened or joined. */
  readonly caseId?: string;
  readonly why: Why | 'received-before';
  /** Whether the raw mail must be destroyed: no person wrote it, or it has an infected attachment. */
  readonly mail: 'keep' | 'destroy';
}

/**
 * Does what a mail asks for at `now` (ISO 8601): opens a case, holds it for a person, adds the mail to the case that it
 * answers, or does nothing. The same message id has no effect twice. Everything that is stored of the mail is erased
 * with its case.
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
  const caseId = keys.caseId(route, messageId);
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
    // Any other mail stays until the bucket's lifecycle deletes it, in case we misunderstood it.
    return { outcome: 'no-request', why, mail: isReport || infected ? 'destroy' : 'keep' };
  }
  // A mail that opened a case on its first delivery joins no other case on its second delivery.
  const isNew = (await loadCase(casework, caseId)).state === undefined;
  const { caseOf, from: sender } = classified;
  const names = classified.disposition === 'attach-to-case' && caseOf !== undefined && sender !== null && isNew;
  const theirs = names ? await caseOfContact(casework, caseOf, sender, now) : undefined;
  // An unauthenticated sender may be writing in another person's name, so the number of our replies is limited.
  let tooMany = crowded && !classified.authenticated;
  if (names && theirs !== undefined) {
    const joined = await joinCase(casework, caseOf, mailed, now);
    // A person who asks again may not have found our mail: a new link and code are sent.
    if (joined.taken && classified.authenticated && mailed.rights.length > 0)
      await sendWayOn(casework, joined.reference, `mail/${messageId}/code`, now);
    if (!joined.taken) tooMany ||= isFull(theirs, classified.authenticated);
    if (joined.taken && joined.further.length === 0)
      return { outcome: 'attached', caseId: joined.reference, why, mail: await mailOf(casework, joined, messageId) };
    if (joined.taken)
      mailed = {
        ...mailed,
        // The complaints and claims in the mail were handled in the case that the mail joined.
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
    route,
    idempotencyKey: messageId,
    // An infected mail is listed too. It is destroyed at once; if that fails, it is erased with its case.
    inbound: [mailKey(messageId)],
    vouched: mailed.classified.authenticated && mailed.classified.from === checked.contact.value,
  } as const;
  const opened = await openRequest(casework, organisationHash, checked, arrival, newCaseKey, now);
  // An earlier version of this code classified the same mail differently: the case stays as it was opened.
  if (!opened.ok) await openAsKept(casework, organisationHash, caseId, now);
  if (read.hold === null) await standFirst(casework, caseId, now);
  if (classified.authenticated) await sendFirstCode(casework, caseId, now);
  // A mail that may come from another person is held. Meanwhile the owner of the address can prove the case that is
  // already open for it.
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
 * Whether the mail is kept after it was added to a case. A case whose material is erased keeps no mail; the mail is
 * destroyed unless another case has it too.
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
 * Stores an automatic reply as a note of the case that it answers; `undefined` if the sender is no contact of that
 * case.
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
 * Whether a mail exceeds the day's number of mails to one mailbox that are answered. Such a mail is held for a person
 * without a letter to the sender, because no message to us is ever dropped. The limit does not apply to an
 * authenticated sender.
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
 * The result for a mail that has already opened a case, so that a second delivery only completes the first. `undefined`
 * if the mail has opened no case.
 */
export async function receivedBefore(
  casework: Casework,
  { messageId, verdicts }: Pick<ReceivedMail, 'messageId' | 'verdicts'>,
  now: string,
): Promise<Reception | undefined> {
  const caseId = casework.keys.caseId(route, messageId);
  const { state } = await loadCase(casework, caseId);
  if (state === undefined) return undefined;
  const profile = await casework.profiles.get(caseId);
  if (profile !== undefined) await raiseAtOnce(casework, profile, now);
  const { hold } = state.common.facts;
  return {
    outcome: hold === null ? 'opened' : 'held',
    caseId,
    why: 'received-before',
    mail: verdicts.virus === 'FAIL' ? 'destroy' : 'keep',
  };
}

const route = 'email';

/**
 * Reads the mail. If the mail cannot be parsed, only its header is read, and the text says why a person must look at
 * it.
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

/** The classification of an automatic reply that belongs to no case of its sender: it is held. */
function heldAsAutomatic(classified: Classification): Classification {
  return {
    ...classified,
    rights: ['unclear'],
    disposition: 'hold',
    holdReason: 'maybe-automatic',
    why: 'maybe-automatic',
  };
}

/** The classification of a request that a person looks at before any letter is sent. */
function heldSilently(classified: Classification): Classification {
  return { ...classified, holdReason: classified.holdReason ?? 'request-unclear' };
}

async function openAsKept(casework: Casework, organisationHash: string, caseId: string, now: string): Promise<void> {
  const profile = await casework.profiles.get(caseId);
  const kept = casework.organisation.controllers.find(({ id }) => id === profile?.controller);
  if (profile === undefined || kept === undefined) throw new Error('the profile of a received mail is gone');
  await openFromProfile(casework, organisationHash, profile, kept, now);
}
