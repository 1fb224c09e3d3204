import { takesOthers } from '#domain/case/attached-rules.ts';
import { hasEnded } from '#domain/case/state.ts';
import { datesOf } from '#domain/clock/deadline.ts';
import { mailboxOf, type Contact } from '#domain/contact.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import type { Allowed } from '#store/limits.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from './casework.ts';
import { loadCase } from './commit-command.ts';
import { issueCode } from './issue-code.ts';
import { keepRequest, openFromProfile, type Arrival, type CheckedRequest } from './open-request.ts';

/** What became of a request that somebody made by themselves. */
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
  /** Too many came from the network or for the address; `from` (ISO 8601) is when the next may be made. */
  | { readonly ok: false; readonly code: 'too-many-requests'; readonly from: string };

const hour = 60 * 60;
const day = 24 * hour;

/**
 * Takes in a request of the portal or the API, at `now` (ISO 8601): anybody may have made it, in anybody's name. The first
 * for an address, its rights and a controller opens a case, and its code is committed before this is answered. Later
 * ones, as long as nobody has proven that case, are attached to it: kept as they are, without a letter, a row in the
 * queue or a workflow. `network` is where it was sent from, as a prefix; only its keyed hash is kept.
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
  // What is sent again is not counted again.
  if ((await casework.profiles.get(caseId)) === undefined) {
    const allowed = await withinLimits(casework, checked, network, now);
    if (!allowed.ok) return { ok: false, code: 'too-many-requests', from: allowed.from };
  }
  const kept = await keepRequest(casework, checked, arrival, newCaseKey, now);
  if (!kept.ok) return kept;
  const { profile } = kept;
  if ((await takeUp(casework, organisationHash, profile, checked.controller, now)) === 'opened')
    await firstCode(casework, caseId, now);
  // The first key, also where the same is sent again: what opened the case once is no way back in after a change.
  const accessToken = casework.keys.openerToken(caseId);
  return { ok: true, caseId, accessToken, ...datesOfRequest(profile, checked.controller) };
}

/** When a kept request was received, and the last day of its answer. */
export function datesOfRequest(
  { receivedAt }: SubjectProfile,
  { jurisdiction, timeZone, evesCountAsHolidays }: Controller,
): { readonly receivedAt: string; readonly due: string } {
  const { unsuspendedDue } = datesOf(receivedAt, { jurisdiction, timeZone, evesCountAsHolidays }, []);
  return { receivedAt, due: unsuspendedDue };
}

/**
 * Opens the case of a kept request, or attaches the request to the case that stands first for the same address, rights
 * and controller. May be done again at any time: what is open or attached stays so.
 */
export async function takeUp(
  casework: Casework,
  organisationHash: string,
  profile: SubjectProfile,
  controller: Controller,
  now: string,
): Promise<'opened' | 'attached'> {
  const { caseId, attachedTo, receivedAt } = profile;
  if (attachedTo !== null) return 'attached';
  const isOpen = (await loadCase(casework, caseId)).state.status !== 'absent';
  const first = isOpen || !isFromAnybody(profile) ? caseId : await firstFor(casework, profile, now);
  if (first === caseId) {
    await openFromProfile(casework, organisationHash, profile, controller, now);
    return 'opened';
  }
  // Beside the first case before it is out of the list of what was received: a process that dies in between loses nothing.
  await casework.attached.attach(first, caseId, receivedAt);
  await casework.profiles.attach(caseId, first, now);
  return 'attached';
}

/** Whether a kept request came from somebody whom nobody has seen, and is no part of another case. */
function isFromAnybody({ channel, origin }: SubjectProfile): boolean {
  return (channel === 'portal' || channel === 'api') && origin === null;
}

/** The case that stands first for what the request asks; the request's own where none does, or none that takes others. */
async function firstFor(casework: Casework, profile: SubjectProfile, now: string): Promise<string> {
  const { caseId, contact, rights, controller } = profile;
  const topic = casework.keys.topicHash(contact, rights, controller);
  let first = await casework.attached.stand(topic, caseId, now);
  while (first !== caseId && !(await standsFirst(casework, first)))
    first = await casework.attached.stand(topic, caseId, now, first);
  return first;
}

async function standsFirst(casework: Casework, caseId: string): Promise<boolean> {
  const { state } = await loadCase(casework, caseId);
  // One that is kept and not opened yet is opened by whoever keeps it, or by `reconcile`.
  if (state.status === 'absent') return (await casework.profiles.get(caseId)) !== undefined;
  return takesOthers(state);
}

/**
 * A case that was opened by mail stands first as well, where no other does: later requests through portal and API are
 * attached to it. Where a process dies before, they open one case of their own.
 */
export async function standFirst(casework: Casework, opened: string, now: string): Promise<void> {
  const profile = await casework.profiles.get(opened);
  if (profile === undefined) return;
  const { caseId, contact, rights, controller } = profile;
  const topic = casework.keys.topicHash(contact, rights, controller);
  const first = await casework.attached.look(topic);
  if (first === undefined || !(await standsFirst(casework, first)))
    await casework.attached.stand(topic, caseId, now, first);
}

/** The same command as that of the workflow, which sends no second one. */
async function firstCode(casework: Casework, caseId: string, now: string): Promise<void> {
  const { state } = await loadCase(casework, caseId);
  if (hasEnded(state) || state.status !== 'identifying') return;
  const by = { kind: 'workflow', id: 'VerifyIdentity' } as const;
  // Where the address takes no code now, the page says from when it does.
  await issueCode(casework, caseId, { commandId: 'VerifyIdentity/code', by, purpose: 'identity' }, now);
}

/**
 * Counts a request against its network and its mailbox. What opens a case of its own, and so sends letters, is counted
 * once more: those are fewer.
 */
async function withinLimits(
  casework: Casework,
  { request, contact, controller }: CheckedRequest,
  network: string,
  now: string,
): Promise<Allowed> {
  const { keys, limits, organisation } = casework;
  const { requestsPerNetworkAndHour, requestsPerAddressAndDay } = organisation.policy;
  const byNetwork = { most: requestsPerNetworkAndHour, seconds: hour };
  const fromNetwork = await limits.take(`network#${keys.networkHash(network)}`, byNetwork, now);
  if (!fromNetwork.ok) return fromNetwork;
  const mailbox = keys.personHash(mailboxOf(contact));
  const forMailbox = await limits.take(`request#${mailbox}`, { most: requestsPerAddressAndDay, seconds: day }, now);
  if (!forMailbox.ok) return forMailbox;
  const first = await casework.attached.look(keys.topicHash(contact, request.rights, controller.id));
  if (first !== undefined && (await standsFirst(casework, first))) return { ok: true, left: 0 };
  return await takesCase(casework, contact, now);
}

/** Counts a case that is opened, and written about, for a mailbox that nobody has proven to be the sender's. */
export async function takesCase(
  { keys, limits, organisation }: Casework,
  contact: Contact,
  now: string,
): Promise<Allowed> {
  const allowance = { most: organisation.policy.casesPerAddressAndDay, seconds: day };
  return await limits.take(`case#${keys.personHash(mailboxOf(contact))}`, allowance, now);
}
