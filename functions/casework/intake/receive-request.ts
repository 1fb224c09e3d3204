import { takesOthers } from '#domain/case/identity/attached-rules.ts';
import { hasEnded } from '#domain/case/state.ts';
import { datesOf } from '#domain/clock/deadline.ts';
import { mailboxOf, type Contact } from '#domain/contact.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import type { Right } from '#domain/rights.ts';
import type { Allowed } from '#store/limits.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { covers } from './covers.ts';
import { issueCode } from '../identity/issue-code.ts';
import { keepRequest, openFromProfile, type Arrival, type CheckedRequest } from './open-request.ts';

/** The result for a request that somebody made themselves. */
export type ReceivedRequest =
  | {
      readonly ok: true;
      readonly caseId: string;
      readonly accessToken: string;
      /** ISO 8601. */
      readonly receivedAt: string;
      /** `YYYY-MM-DD`. */
      readonly due: string;
    }
  /** Another request was sent with the same idempotency key. */
  | { readonly ok: false; readonly code: 'key-reused' }
  /** Too many requests came from the network; `from` (ISO 8601) is when the next request may be sent. */
  | { readonly ok: false; readonly code: 'too-many-requests'; readonly from: string }
  /** The daily maximum of stored requests for the mailbox is reached, so this request was not stored. */
  | { readonly ok: false; readonly code: 'enough-kept' };

/**
 * Maximum of stored requests for one mailbox in a day (UTC). Nobody makes so many for themselves, and each may contain
 * 20 kB of text. Beyond the maximum nothing is stored, and the response says so, because it would be false to confirm
 * the request. The person still has the link in our mail, and a mail of their own is always accepted.
 */
const keptPerMailboxAndDay = 2000;

const hour = 60 * 60;
const day = 24 * hour;

/**
 * Receives a request of the portal or the API, at `now` (ISO 8601). Anybody may have made it, in anybody's name. The
 * first request for an address, a set of rights and a controller opens a case, and the case's code is committed before
 * the response. Until somebody has proven that case, later requests are attached to the case. An attached request is
 * stored as it is, without a letter, a row in the queue or a workflow. `network` is the sender's network prefix, of
 * which only a keyed hash is stored.
 */
export async function receiveRequest(
  casework: Casework,
  organisationHash: string,
  checked: CheckedRequest,
  arrival: Arrival,
  { network, newCaseKey }: { readonly network: string; readonly newCaseKey: string },
  now: string,
): Promise<ReceivedRequest> {
  const caseId = casework.keys.caseId(arrival.route, arrival.idempotencyKey);
  let mayOpen = true;
  // A repetition of a stored request is not counted again.
  if ((await casework.profiles.get(caseId)) === undefined) {
    const allowed = await takeOfNetwork(casework, network, now);
    if (!allowed.ok) return { ok: false, code: 'too-many-requests', from: allowed.from };
    const room = await roomFor(casework, checked, now);
    if (room === 'none') return { ok: false, code: 'enough-kept' };
    mayOpen = room === 'case';
  }
  const kept = await keepRequest(casework, checked, arrival, newCaseKey, now);
  if (!kept.ok) return kept;
  const { profile } = kept;
  const taken = await takeUp(casework, organisationHash, profile, checked.controller, now, { mayOpen });
  if (taken.became === 'case') await firstCode(casework, caseId, now);
  else await remind(casework, taken.first, now);
  // The response always has the requester's key from the opening of the case, even if the same request is sent again.
  // After a change of contact that key gives no access.
  const accessToken = casework.keys.openerToken(caseId);
  return { ok: true, caseId, accessToken, ...datesOfRequest(profile, checked.controller) };
}

/** When a stored request was received, and the last day for its answer. */
export function datesOfRequest(
  { receivedAt }: SubjectProfile,
  { jurisdiction, timeZone, evesCountAsHolidays }: Controller,
): { readonly receivedAt: string; readonly due: string } {
  const { unsuspendedDue } = datesOf(receivedAt, { jurisdiction, timeZone, evesCountAsHolidays }, []);
  return { receivedAt, due: unsuspendedDue };
}

/** What a stored request became: a case of its own, or a request attached to the case `first`. */
export type TakenUp = { readonly became: 'case' } | { readonly became: 'attached'; readonly first: string };

/**
 * Opens the case of a stored request, or attaches the request to another case. That is the first case for the same
 * address, rights and controller, or a first case that includes more. If `mayOpen` is false, the request is attached to
 * the first case for its address, whatever that case asks for. Repeating this has no further effect.
 */
export async function takeUp(
  casework: Casework,
  organisationHash: string,
  profile: SubjectProfile,
  controller: Controller,
  now: string,
  { mayOpen }: { readonly mayOpen: boolean } = { mayOpen: true },
): Promise<TakenUp> {
  const { caseId, attachedTo, receivedAt } = profile;
  if (attachedTo !== null) return { became: 'attached', first: attachedTo };
  const isOpen = (await loadCase(casework, caseId)).state !== undefined;
  const first = isOpen || !isFromAnybody(profile) ? caseId : await firstFor(casework, profile, now, mayOpen);
  if (first === caseId) {
    await openFromProfile(casework, organisationHash, profile, controller, now);
    return { became: 'case' };
  }
  // First the request is added to the first case, and then it is removed from the received requests. So nothing is lost
  // if the process dies in between.
  await casework.attached.attach(first, caseId, receivedAt);
  await casework.profiles.attach(caseId, first, now);
  return { became: 'attached', first };
}

/** Whether anybody may have sent a stored request. A request that belongs to another case is not counted here. */
function isFromAnybody({ channel, origin }: SubjectProfile): boolean {
  return (channel === 'portal' || channel === 'api') && origin === null;
}

/**
 * The first case for what the request asks. It is the request's own case if no other case accepts attached requests.
 */
async function firstFor(casework: Casework, profile: SubjectProfile, now: string, mayOpen: boolean): Promise<string> {
  const { caseId } = profile;
  const topic = topicOf(casework, profile);
  let first = await casework.attached.look(topic);
  if (first === undefined || (first !== caseId && !(await standsFirst(casework, first, now)))) {
    const other = await firstOfAddress(casework, profile, now);
    if (other !== undefined && other.caseId !== caseId && (!mayOpen || covers(other, profile))) return other.caseId;
  }
  first = await casework.attached.stand(topic, caseId, now);
  while (first !== caseId && !(await standsFirst(casework, first, now)))
    first = await casework.attached.stand(topic, caseId, now, first);
  if (first === caseId) await standForAddress(casework, profile, now);
  return first;
}

function topicOf({ keys }: Casework, { contact, rights, controller }: SubjectProfile): string {
  return keys.topicHash(contact, rights, controller);
}

/**
 * The key under which the first case for an address and a controller is found. It is the hash of a topic without
 * rights. The address must match exactly, because a person who reads mail to one label of a mailbox (`name+label@`)
 * proves only that address. A stranger who names many labels must not prevent the letter to the plain address.
 */
function addressTopic({ keys }: Casework, { contact, controller }: SubjectProfile): string {
  return keys.topicHash(contact, [], controller);
}

/** The stored request of the first case for an address and a controller, if that case accepts attached requests. */
async function firstOfAddress(
  casework: Casework,
  profile: SubjectProfile,
  now: string,
): Promise<SubjectProfile | undefined> {
  const first = await casework.attached.look(addressTopic(casework, profile));
  return first !== undefined && (await standsFirst(casework, first, now))
    ? await casework.profiles.get(first)
    : undefined;
}

async function standForAddress(casework: Casework, profile: SubjectProfile, now: string): Promise<void> {
  const topic = addressTopic(casework, profile);
  const first = await casework.attached.look(topic);
  if (first === undefined || !(await standsFirst(casework, first, now)))
    await casework.attached.stand(topic, profile.caseId, now, first);
}

async function standsFirst(casework: Casework, caseId: string, now: string): Promise<boolean> {
  const { state } = await loadCase(casework, caseId);
  // There is no case yet for a stored request: the process that stored the request opens the case, or `reconcile` does.
  if (state === undefined) return (await casework.profiles.get(caseId)) !== undefined;
  return takesOthers(state, now);
}

/**
 * Makes a case that was opened by mail the first case for its topic, if there is no other. Later requests through
 * portal and API are attached to it. If a process dies before this step, those requests open one case of their own.
 */
export async function standFirst(casework: Casework, opened: string, now: string): Promise<void> {
  const profile = await casework.profiles.get(opened);
  if (profile === undefined) return;
  const topic = topicOf(casework, profile);
  const first = await casework.attached.look(topic);
  if (first === undefined || !(await standsFirst(casework, first, now)))
    await casework.attached.stand(topic, profile.caseId, now, first);
  await standForAddress(casework, profile, now);
}

/** Sends the first code under the workflow's command id, so that the workflow sends no second code. */
async function firstCode(casework: Casework, caseId: string, now: string): Promise<void> {
  const { state } = await loadCase(casework, caseId);
  if (hasEnded(state) || state?.stage.kind !== 'identifying') return;
  const by = { kind: 'workflow', id: 'VerifyIdentity' } as const;
  // If the address may receive no code now, the page says when it may.
  await issueCode(casework, caseId, { commandId: 'VerifyIdentity/code', by, purpose: 'identity' }, now);
}

/**
 * Mails a new link and code when a request is attached to a case whose last code is a day old. The requester may be the
 * person, and may no longer have the earlier mail. This happens at most once a day for a case, whoever asks, and within
 * the day's limit of letters.
 */
async function remind(casework: Casework, first: string, now: string): Promise<void> {
  const { state } = await loadCase(casework, first);
  if (state?.stage.kind !== 'identifying' || state.common.proofs.length > 0) return;
  // The case has no code yet if the mailbox had reached its limit of letters when the case was opened.
  if (!state.common.challenges.some(({ purpose }) => purpose === 'identity')) {
    await firstCode(casework, first, now);
    return;
  }
  const dayAgo = new Date(Date.parse(now) - day * 1000).toISOString();
  // The case was opened less than a day ago, so its first code is recent or is being sent.
  if (state.common.facts.at > dayAgo) return;
  if (state.common.challenges.some(({ purpose, issuedAt }) => purpose === 'identity' && issuedAt > dayAgo)) return;
  if (!(await casework.limits.take(`again#${first}`, { most: 1, seconds: day }, now)).ok) return;
  const by = { kind: 'workflow', id: 'receive-request' } as const;
  await issueCode(casework, first, { commandId: `again/${casework.newId()}`, by, purpose: 'identity' }, now);
}

async function takeOfNetwork({ keys, limits, organisation }: Casework, network: string, now: string): Promise<Allowed> {
  const most = organisation.policy.requestsPerNetworkAndHour;
  return await limits.take(`network#${keys.networkHash(network)}`, { most, seconds: hour }, now);
}

/**
 * What a request may become, by the counts for its mailbox. Beyond the day's limit a request opens no case, so that
 * nobody is flooded with letters. The request is still received, so that nobody is refused because of what strangers
 * did in their name.
 */
async function roomFor(
  casework: Casework,
  { request, contact, controller }: CheckedRequest,
  now: string,
): Promise<'case' | 'attached' | 'none'> {
  const { keys, limits, organisation } = casework;
  const mailbox = keys.personHash(mailboxOf(contact));
  if ((await limits.count(`kept#${mailbox}`, now)) > keptPerMailboxAndDay) return 'none';
  const allowance = { most: organisation.policy.requestsPerAddressAndDay, seconds: day };
  if (!(await limits.take(`request#${mailbox}`, allowance, now)).ok) return 'attached';
  return (await mayOpenCase(casework, contact, request.rights, controller.id, now)) ? 'case' : 'attached';
}

/**
 * Whether one more case may be opened for a mailbox today. If the same request has a case already, nothing is counted.
 */
export async function mayOpenCase(
  casework: Casework,
  contact: Contact,
  rights: readonly Right[],
  controller: string,
  now: string,
): Promise<boolean> {
  const first = await casework.attached.look(casework.keys.topicHash(contact, rights, controller));
  if (first !== undefined && (await standsFirst(casework, first, now))) return true;
  return (await takesCase(casework, contact, now)).ok;
}

/** Counts a case that is opened, and that sends letters, for a mailbox that may not be the sender's. */
export async function takesCase(
  { keys, limits, organisation }: Casework,
  contact: Contact,
  now: string,
): Promise<Allowed> {
  const allowance = { most: organisation.policy.casesPerAddressAndDay, seconds: day };
  return await limits.take(`case#${keys.personHash(mailboxOf(contact))}`, allowance, now);
}
