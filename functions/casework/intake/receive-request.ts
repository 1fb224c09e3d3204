import { takesOthers } from '#domain/case/identity/attached-rules.ts';
import { datesOf } from '#domain/clock/deadline.ts';
import { mailboxOf, type Contact } from '#domain/contact.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import type { Right } from '#domain/rights.ts';
import type { Allowed } from '#store/limits.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { lookOnce } from './look-once.ts';
import { keepRequest, openFromProfile, type Arrival, type CheckedRequest } from './open-request.ts';

/** The result for a request of the portal or the API. */
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
  /** A request with other content was sent earlier with the same idempotency key. */
  | { readonly ok: false; readonly code: 'key-reused' }
  /** The network has sent too many requests. `from` (ISO 8601) is when it may send the next one. */
  | { readonly ok: false; readonly code: 'too-many-requests'; readonly from: string }
  /** The mailbox has reached the day's maximum of stored requests, so this request was not stored. */
  | { readonly ok: false; readonly code: 'enough-kept' };

/**
 * Maximum of stored requests for one mailbox in a day (UTC). A stored request may contain 20 kB of text, and nobody
 * makes so many for themselves.
 *
 * Further requests are not stored, and the response says so. The person can still use the link in our mail. Requests by
 * mail are not counted.
 */
const keptPerMailboxAndDay = 2000;

const hour = 60 * 60;
const day = 24 * hour;

/**
 * Receives a request of the portal or the API, at `now` (ISO 8601). A stranger may have made it in another person's
 * name.
 *
 * A request opens a case, unless an unproven case for the same address and controller already includes its rights. Then
 * the request is attached to that case (the first case): it is stored, but gets no receipt, no row in the work queue
 * and no workflow. The code for the address follows when the case is settled, after the response.
 *
 * `network` is the network prefix of the sender. Only its keyed hash is stored.
 */
export async function receiveRequest(
  work: Casework,
  organisationHash: string,
  checked: CheckedRequest,
  arrival: Arrival,
  { network, newCaseKey }: { readonly network: string; readonly newCaseKey: string },
  now: string,
): Promise<ReceivedRequest> {
  const { keys } = work;
  const caseId = keys.caseId(arrival.route, arrival.idempotencyKey);
  const { contact, controller, request } = checked;
  const mailbox = keys.personHash(mailboxOf(contact));
  const { casework, profile: stored } = await lookOnce(
    work,
    caseId,
    [keys.topicHash(contact, request.rights, controller.id), keys.topicHash(contact, [], controller.id)],
    [networkKey(work, network), requestKey(mailbox), caseKeyOf(mailbox)],
  );
  let mayOpen = true;
  // If the request is stored already, it is a repetition and is not counted again.
  if (stored === undefined) {
    const allowed = await takeOfNetwork(casework, network, now);
    if (!allowed.ok) return { ok: false, code: 'too-many-requests', from: allowed.from };
    const room = await roomFor(casework, checked, now);
    if (room === 'none') return { ok: false, code: 'enough-kept' };
    mayOpen = room === 'case';
  }
  const kept = await keepRequest(casework, checked, arrival, newCaseKey, now);
  if (!kept.ok) return kept;
  const { profile, isNew } = kept;
  if (isNew) await casework.log.begins(caseId);
  await takeUp(casework, organisationHash, profile, checked.controller, now, { mayOpen });
  // The response contains the requester's key, also if the same request is sent again. Once the contact point has
  // changed, this key opens nothing.
  const accessToken = casework.keys.openerToken(caseId);
  return { ok: true, caseId, accessToken, ...datesOfRequest(profile, checked.controller) };
}

/** When a stored request was received, and the last day for the answer to it. */
export function datesOfRequest(
  { receivedAt }: SubjectProfile,
  { jurisdiction, timeZone, evesCountAsHolidays }: Controller,
): { readonly receivedAt: string; readonly due: string } {
  const { unsuspendedDue } = datesOf(receivedAt, { jurisdiction, timeZone, evesCountAsHolidays }, []);
  return { receivedAt, due: unsuspendedDue };
}

/** What became of a stored request: a case of its own, or a request attached to the case with the id `first`. */
export type TakenUp = { readonly became: 'case' } | { readonly became: 'attached'; readonly first: string };

/**
 * Opens the case of a stored request, or attaches the request to an unproven case (the first case) for the same address
 * and controller. The first case must include all rights of the request, unless `mayOpen` is false. If there is no
 * first case, or if no stranger can have sent the request (`isFromAnybody`), the request gets a case of its own. A
 * second call has no further effect.
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
  // The request is added to the list of the first case before it leaves the list of received requests. If the process
  // dies in between, `reconcile` still finds the request.
  await casework.attached.attach(first, caseId, receivedAt);
  await casework.profiles.attach(caseId, first, now);
  return { became: 'attached', first };
}

/**
 * Whether a stranger may have sent a stored request: it came through the portal or the API, and not from another case
 * (`origin`).
 */
function isFromAnybody({ channel, origin }: SubjectProfile): boolean {
  return (channel === 'portal' || channel === 'api') && origin === null;
}

/**
 * The id of the case to which a request is attached. If no case accepts it, the id of the request itself is returned.
 * Its case is then the first case for its topic (its address, rights and controller), and later requests with the same
 * topic are attached to it.
 */
async function firstFor(casework: Casework, profile: SubjectProfile, now: string, mayOpen: boolean): Promise<string> {
  const { caseId } = profile;
  const topic = topicOf(casework, profile);
  let first = await casework.attached.look(topic);
  if (first === undefined || (first !== caseId && !(await standsFirst(casework, first, now)))) {
    const other = await firstOfAddress(casework, profile, now);
    const covers = other !== undefined && profile.rights.every((one) => other.rights.includes(one));
    if (other !== undefined && other.caseId !== caseId && (!mayOpen || covers)) return other.caseId;
  } else if (first !== caseId) return first;
  first = await casework.attached.stand(topic, caseId, now, first);
  while (first !== caseId && !(await standsFirst(casework, first, now)))
    first = await casework.attached.stand(topic, caseId, now, first);
  if (first === caseId) await standForAddress(casework, profile, now);
  return first;
}

function topicOf({ keys }: Casework, { contact, rights, controller }: SubjectProfile): string {
  return keys.topicHash(contact, rights, controller);
}

/**
 * The key under which the first case for an address and a controller is found, whatever its rights: the hash of a topic
 * (`topicOf`) with an empty list of rights.
 *
 * The address counts with its label: a person who reads the mail of `name+label@` proves that address only. If labels
 * did not count, a stranger's request with a label could prevent the letter to the address without one.
 */
function addressTopic({ keys }: Casework, { contact, controller }: SubjectProfile): string {
  return keys.topicHash(contact, [], controller);
}

/**
 * The first case for an address and a controller, and its rights. `undefined` if that case accepts no attached
 * requests.
 */
async function firstOfAddress(
  casework: Casework,
  profile: SubjectProfile,
  now: string,
): Promise<{ readonly caseId: string; readonly rights: readonly Right[] } | undefined> {
  const first = await casework.attached.look(addressTopic(casework, profile));
  if (first === undefined || !(await standsFirst(casework, first, now))) return undefined;
  const { state } = await loadCase(casework, first);
  const rights = state === undefined ? (await casework.profiles.get(first))?.rights : state.common.facts.rights;
  return rights === undefined ? undefined : { caseId: first, rights };
}

async function standForAddress(casework: Casework, profile: SubjectProfile, now: string): Promise<void> {
  const topic = addressTopic(casework, profile);
  const first = await casework.attached.look(topic);
  if (first === undefined || !(await standsFirst(casework, first, now)))
    await casework.attached.stand(topic, profile.caseId, now, first);
}

async function standsFirst(casework: Casework, caseId: string, now: string): Promise<boolean> {
  const { state } = await loadCase(casework, caseId);
  // Without a state, the case is not open yet. If its request is stored, the process that stored it opens the case, or
  // `reconcile` does.
  if (state === undefined) return (await casework.profiles.get(caseId)) !== undefined;
  return takesOthers(state, now);
}

/**
 * Makes a case that a mail opened the first case for its address, rights and controller, if there is none. Later
 * requests of the portal and the API are then attached to it. If the process dies before this step, those requests open
 * a case of their own.
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

// The keys under which requests and cases are counted.
const networkKey = ({ keys }: Casework, network: string): string => `network#${keys.networkHash(network)}`;
const requestKey = (mailbox: string): string => `request#${mailbox}`;
const caseKeyOf = (mailbox: string): string => `case#${mailbox}`;

async function takeOfNetwork(casework: Casework, network: string, now: string): Promise<Allowed> {
  const most = casework.organisation.policy.requestsPerNetworkAndHour;
  return await casework.limits.take(networkKey(casework, network), { most, seconds: hour }, now);
}

/**
 * Decides by the counts for its mailbox whether a request may open a case, is only attached to one, or is not stored
 * (`none`). Above a limit for 24 hours a request opens no case, so that the mailbox is not flooded with letters. The
 * request is still received, because strangers may have made the others in the person's name.
 */
async function roomFor(
  casework: Casework,
  { request, contact, controller }: CheckedRequest,
  now: string,
): Promise<'case' | 'attached' | 'none'> {
  const { keys, limits, organisation } = casework;
  const mailbox = keys.personHash(mailboxOf(contact));
  const allowance = { most: organisation.policy.requestsPerAddressAndDay, seconds: day };
  if (!(await limits.take(requestKey(mailbox), allowance, now)).ok)
    return (await limits.count(`kept#${mailbox}`, now)) > keptPerMailboxAndDay ? 'none' : 'attached';
  return (await mayOpenCase(casework, contact, request.rights, controller.id, now)) ? 'case' : 'attached';
}

/**
 * Whether one more case may be opened for a mailbox today. If there is a first case to which the request will be
 * attached, nothing is counted.
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

/** Counts a new case that sends letters to a mailbox which may not be the requester's. */
export async function takesCase(
  { keys, limits, organisation }: Casework,
  contact: Contact,
  now: string,
): Promise<Allowed> {
  const allowance = { most: organisation.policy.casesPerAddressAndDay, seconds: day };
  return await limits.take(caseKeyOf(keys.personHash(mailboxOf(contact))), allowance, now);
}
