import type { Channel, HoldReason, Matter } from '#domain/case/vocabulary.ts';
import type { EventOf } from '#domain/case/events.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { isWritable, type Contact } from '#domain/contact.ts';
import { reasonInWords, type Identifier } from '#domain/identifiers/identifier.ts';
import { normalise } from '#domain/identifiers/normalise.ts';
import type { Right } from '#domain/rights.ts';
import type { SubjectRequest } from '#domain/request.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { loadCase, type Acted } from '../commit/commit-command.ts';
import { summarise } from '../commit/summarise.ts';
import type { Casework } from '../commit/casework.ts';
import { commitOpening } from './open-case.ts';
import { raiseAtOnce } from './mail/raise.ts';

/** A problem with one field of a request. `field` is a JSON path. The problem never contains a value. */
export interface RequestProblem {
  readonly field: string;
  readonly message: string;
}

/** A request that has been checked: its controller exists and its identifiers are in their normal form. */
export interface CheckedRequest {
  readonly request: SubjectRequest;
  readonly controller: Controller;
  readonly contact: Contact;
  readonly claimed: readonly Identifier[];
}

/** How and when a request was received, and what is known about its sender. */
export interface Arrival {
  readonly channel: Channel;
  /** ISO 8601. */
  readonly receivedAt: string;
  /** The route and the idempotency key identify a request: a second request with the same pair is a repetition. */
  readonly route: string;
  readonly idempotencyKey: string;
  readonly hold: HoldReason | null;
  readonly matter?: Matter;
  /** The language that the person prefers (ISO 639 code), even if our letters cannot be in it. */
  readonly wantedLanguage?: string;
  readonly origin?: EventOf<'case-opened'>['origin'];
  /** The id of the member of staff who registered the request. */
  readonly registeredBy?: string;
  /**
   * Keyed hash of the whole message, if it contained more than the request. The hash shows whether a second message
   * with the same key is a repetition.
   */
  readonly fingerprint?: string;
  /**
   * Keys of stored objects that came with the request, such as the raw mail. The objects are erased with the data of
   * the case.
   */
  readonly inbound?: readonly string[];
  /** The names with which the person signed the request. */
  readonly names?: readonly string[];
  /** Whether the authentication of the mail shows that it came from the address of the contact. */
  readonly vouched?: boolean;
  /**
   * Whether somebody made the request on the page of another case, with the requester's key of that case. Whoever has
   * that key may be a stranger.
   */
  readonly broughtByOpener?: boolean;
  /**
   * Other things that the message says, of which staff must be told at once, such as a complaint. Absent: what follows
   * from the rights of the request.
   */
  readonly raises?: SubjectProfile['raises'];
}

export type OpenedRequest =
  | {
      readonly ok: true;
      readonly caseId: string;
      readonly accessToken: string;
      readonly acted: Acted & { readonly ok: true };
    }
  /** A request with other content was sent earlier with the same idempotency key. */
  | { readonly ok: false; readonly code: 'key-reused' };

/** Checks the controller and each identifier, which the schema cannot check. Returns all problems at once. */
export function checkRequest(
  organisation: Organisation,
  request: SubjectRequest,
  now: string,
):
  | { readonly ok: true; readonly checked: CheckedRequest }
  | { readonly ok: false; readonly problems: readonly RequestProblem[] } {
  const problems: RequestProblem[] = [];
  const controller = organisation.controllers.find(({ id }) => id === request.controller);
  if (controller === undefined) problems.push({ field: 'controller', message: 'there is no such controller here' });
  const today = localDate(now, controller?.timeZone ?? 'UTC');
  const identifiers = request.identifiers.flatMap((raw, index) => {
    const result = normalise(raw.kind, raw.value, {
      today,
      allowInterim: controller?.allowInterimNumbers ?? false,
      ...(controller === undefined ? {} : { numbers: controller.numbers }),
    });
    if (result.valid) return [result.identifier];
    problems.push({ field: `identifiers[${index}].value`, message: reasonInWords[result.reason] });
    return [];
  });
  const contact = identifiers.find(({ kind }) => kind === 'email');
  if (contact === undefined && problems.length === 0)
    problems.push({ field: 'identifiers', message: 'an e-mail address is needed, so that we can write to you' });
  if (contact !== undefined && !isWritable(contact))
    problems.push({
      field: `identifiers[${request.identifiers.findIndex(({ kind }) => kind === 'email')}].value`,
      message: 'we cannot send mail to an address that has letters other than a to z before the @',
    });
  if (problems.length > 0 || controller === undefined || contact === undefined) return { ok: false, problems };
  return {
    ok: true,
    checked: { request, controller, contact, claimed: identifiers.filter((one) => one !== contact) },
  };
}

/**
 * Why a request from the portal or the API is held; `null` if it is not. The workflow handles access only, so a request
 * without access is held for staff.
 */
export function holdFor(request: SubjectRequest): HoldReason | null {
  return request.rights.includes('access') ? null : 'right-handled-by-staff';
}

/**
 * Opens the case of a request. If the request was opened before, no second case is opened. The profile is stored first,
 * then the summary and the first commit. If the process dies in between, `reconcile` opens the case from the profile.
 */
export async function openRequest(
  casework: Casework,
  organisationHash: string,
  checked: CheckedRequest,
  arrival: Arrival,
  newCaseKey: string,
  now: string,
): Promise<OpenedRequest> {
  const kept = await keepRequest(casework, checked, arrival, newCaseKey, now);
  if (!kept.ok) return kept;
  const { profile } = kept;
  const { caseId } = profile;
  const acted = await openFromProfile(casework, organisationHash, profile, checked.controller, now);
  // So a further mail of the person finds the case at once.
  await casework.summaries.put(summarise(acted.state, casework.keys.personHash(profile.contact)));
  // The response contains the requester's key, also if the same request is sent again. Once the contact point has
  // changed, this key opens nothing.
  return { ok: true, caseId, accessToken: casework.keys.openerToken(caseId), acted };
}

/** Stores a request before anything else happens. If the request was stored before, the stored profile is returned. */
export async function keepRequest(
  casework: Casework,
  checked: CheckedRequest,
  arrival: Arrival,
  newCaseKey: string,
  now: string,
): Promise<
  /** `isNew`: the request was not stored before. */
  | { readonly ok: true; readonly profile: SubjectProfile; readonly isNew: boolean }
  | { readonly ok: false; readonly code: 'key-reused' }
> {
  const { request, controller, contact, claimed } = checked;
  const caseId = casework.keys.caseId(arrival.route, arrival.idempotencyKey);
  const wanted: SubjectProfile = {
    v: 1,
    caseId,
    caseKey: newCaseKey,
    request: arrival.fingerprint ?? casework.keys.requestHash(request),
    controller: controller.id,
    rights: [...request.rights],
    language: request.language,
    channel: arrival.channel,
    receivedAt: arrival.receivedAt,
    hold: arrival.hold,
    matter: arrival.matter ?? 'request',
    origin: arrival.origin ?? null,
    ...(arrival.wantedLanguage === undefined ? {} : { wantedLanguage: arrival.wantedLanguage }),
    ...(arrival.registeredBy === undefined ? {} : { registeredBy: arrival.registeredBy }),
    contact,
    contacts: {},
    claimed: [...claimed],
    ...(request.message === undefined ? {} : { message: request.message }),
    identifiers: {},
    texts: {},
    inbound: [...(arrival.inbound ?? [])],
    attachedTo: null,
    vouched: arrival.vouched ?? false,
    broughtByOpener: arrival.broughtByOpener ?? false,
    raises: [...(arrival.raises ?? raisedBy(request.rights))],
    names: [...(arrival.names ?? [])],
    sent: [],
  };
  const profile = await casework.profiles.create(wanted, now);
  return profile.request === wanted.request
    ? { ok: true, profile, isNew: profile === wanted }
    : { ok: false, code: 'key-reused' };
}

/** A withdrawal of consent takes effect at once, without a proof of identity (Art. 7(3); practice 7). */
function raisedBy(rights: readonly Right[]): SubjectProfile['raises'] {
  return rights.includes('consent-withdrawal') ? ['stop-at-once'] : [];
}

/**
 * Opens the case of a stored profile, tells staff what else the message says, and settles the case. `reconcile` does
 * this too, if the process of the intake died. If the case is open already, it is not opened again.
 */
export async function openFromProfile(
  casework: Casework,
  organisationHash: string,
  profile: SubjectProfile,
  controller: Controller,
  now: string,
): Promise<Acted & { readonly ok: true }> {
  const acted = await commitOpening(casework, organisationHash, profile, controller, now);
  if (!acted.ok && acted.code !== 'already-open') throw new Error(`a request could not be opened: ${acted.code}`);
  await raiseAtOnce(casework, profile, now);
  const { state, head } = await loadCase(casework, profile.caseId);
  if (state === undefined) throw new Error('a case does not exist after it was opened');
  return { ok: true, state, head };
}
