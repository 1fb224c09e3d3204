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
  /** The same idempotency key came with another request. */
  | { readonly ok: false; readonly code: 'key-reused' }
  /** Too many came from the network; `from` (ISO 8601) is when the next may be sent. */
  | { readonly ok: false; readonly code: 'too-many-requests'; readonly from: string }
  /** The daily maximum of stored requests for the mailbox is reached; this request was not stored. */
  | { readonly ok: false; readonly code: 'enough-kept' };

/**
 * Maximum of stored requests for one mailbox in a day (UTC). Nobody makes so many for themselves, and each may contain
 * 20 kB of text. Beyond the maximum nothing is stored, and the response says so: to confirm a request that is not
 * stored would be a false promise. The person still has the link in our mail, and a mail of their own is always
 * accepted.
 */
const keptPerMailboxAndDay = 2000;

const hour = 60 * 60;
const day = 24 * hour;

/**
 * Receives a request of the portal or the API, at `now` (ISO 8601). Anybody may have made it, in anybody's name. The
 * first for an address, its rights and a controller opens a case, and its code is committed before the response. As
 * long as nobody has proven that case, later requests are attached to it: stored as they are, without a letter, a row
 * in the queue or a workflow. `network` is the sender's network prefix, of which only a keyed hash is stored.
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
  // A repetition is not counted again.
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
  // The first key, even if the same request is sent again: the key that opened the case gives no access after a change
  // of contact.
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

/** The result for a stored request: a case of its own, or attached to the case `first`. */
export type TakenUp = { readonly became: 'case' } | { readonly became: 'attached'; readonly first: string };

/**
 * Opens the case of a stored request, or attaches the request to another case. It is attached to the first case for the
 * same address, rights and controller, or to a first case that includes more. If it may not open a case, it is attached
 * to the first case for its address, whatever that asks for. Repeating this has no further effect.
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
  // It is added to the first case before it is removed from the received requests: a process that dies in between loses
  // nothing.
  await casework.attached.attach(first, caseId, receivedAt);
  await casework.profiles.attach(caseId, first, now);
  return { became: 'attached', first };
}

/** Whether the identity of a stored request's sender is unknown, and the request is no part of another case. */
function isFromAnybody({ channel, origin }: SubjectProfile): boolean {
  return (channel === 'portal' || channel === 'api') && origin === null;
}

/** The first case for what the request asks; the request's own if there is none, or none that accepts others. */
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
 * As a topic without rights. The exact address counts: a person who reads the letters to another label of the mailbox
 * proves only that one. A stranger who names many labels must not prevent the letter to the plain address.
 */
function addressTopic({ keys }: Casework, { contact, controller }: SubjectProfile): string {
  return keys.topicHash(contact, [], controller);
}

/** The request of the first case for an address and a controller, if that case accepts others. */
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
  // A request that is stored and not opened yet is opened by the process that stores it, or by `reconcile`.
  if (state === undefined) return (await casework.profiles.get(caseId)) !== undefined;
  return takesOthers(state, now);
}

/**
 * A case that was opened by mail becomes the first as well, if there is no other: later requests through portal and API
 * are attached to it. If a process dies before this, they open one case of their own.
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

/** The same command id as the workflow's, so that the workflow sends no second code. */
async function firstCode(casework: Casework, caseId: string, now: string): Promise<void> {
  const { state } = await loadCase(casework, caseId);
  if (hasEnded(state) || state?.stage.kind !== 'identifying') return;
  const by = { kind: 'workflow', id: 'VerifyIdentity' } as const;
  // If the address may receive no code now, the page says from when it may.
  await issueCode(casework, caseId, { commandId: 'VerifyIdentity/code', by, purpose: 'identity' }, now);
}

/**
 * Mails a new link and code if a request was attached to a case whose last code is a day old: the requester may be the
 * person, and may no longer have that mail. At most once a day for a case, whoever asks, and within the day's limit of
 * letters.
 */
async function remind(casework: Casework, first: string, now: string): Promise<void> {
  const { state } = await loadCase(casework, first);
  if (state?.stage.kind !== 'identifying' || state.common.proofs.length > 0) return;
  // If the mailbox had reached its limit of letters when the case was opened, it has none yet.
  if (!state.common.challenges.some(({ purpose }) => purpose === 'identity')) {
    await firstCode(casework, first, now);
    return;
  }
  const dayAgo = new Date(Date.parse(now) - day * 1000).toISOString();
  // Its first code is being sent.
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
 * What a request may become, by the counts for its mailbox: beyond the day's limit it opens no case, so that nobody is
 * flooded. It is still received, so that nobody is refused because of what strangers did in their name.
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
 * Whether one more case may be opened for a mailbox today; not counted if there is a case for the same request already.
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

/** Counts a case that is opened, with letters, for a mailbox that is not proven to be the sender's. */
export async function takesCase(
  { keys, limits, organisation }: Casework,
  contact: Contact,
  now: string,
): Promise<Allowed> {
  const allowance = { most: organisation.policy.casesPerAddressAndDay, seconds: day };
  return await limits.take(`case#${keys.personHash(mailboxOf(contact))}`, allowance, now);
}
