import type { HoldReason } from '#domain/case/vocabulary.ts';
import { scanKey, type InboundMails } from '#store/inbound-mails.ts';
import type { Registration } from '#api/register.ts';
import type { Casework } from '../commit/casework.ts';
import { checkRegistration, wrongField, type RegistrationProblem } from './check-registration.ts';
import { commitCommand, loadCase } from '../commit/commit-command.ts';
import { openRequest } from './open-request.ts';
import { keepWords } from '../profile/keep-words.ts';

export type Registered =
  | { readonly ok: true; readonly reference: string; readonly seq: number; readonly due: string }
  /** A registration with other content was sent earlier with the same idempotency key. */
  | { readonly ok: false; readonly code: 'key-reused' }
  | { readonly ok: false; readonly code: 'invalid'; readonly problems: readonly RegistrationProblem[] };

/** The member of staff who registers a request, and the idempotency key of the registration. */
export interface Registering {
  readonly casework: Casework;
  readonly mails: InboundMails;
  /** SHA-256 of the description of the organisation with which the case is handled. */
  readonly organisationHash: string;
  readonly member: string;
  readonly idempotencyKey: string;
  readonly newCaseKey: string;
}

/**
 * Opens at `now` (ISO 8601) the case of a request that staff register. The request came by post, by telephone or in
 * person, or staff found it elsewhere. The time limit runs from the day of receipt, however late staff register the
 * request (Art. 12(3); EDPB 01/2022, 159). A second registration with the same key gives the same case.
 */
export async function registerRequest(
  registering: Registering,
  registration: Registration,
  now: string,
): Promise<Registered> {
  const { casework, mails, organisationHash, member, idempotencyKey, newCaseKey } = registering;
  const { organisation, keys } = casework;
  const result = checkRegistration(organisation, registration, now);
  if (!result.ok) return { ok: false, code: 'invalid', problems: result.problems };
  const { controller, contact, claimed, receivedAt, scan } = result.checked;
  const { matter, rights, language, wantedLanguage, channel, message, bundle, foundInOtherChannel } = registration;
  if (bundle !== undefined && (await loadCase(casework, bundle)).state === undefined)
    return { ok: false, code: 'invalid', problems: [wrongField('bundle', 'no-such-case')] };
  const caseId = keys.caseId(route, idempotencyKey);
  // One letter can contain the requests of several people (`bundle`). The scan of the letter is erased with the last of
  // these people's cases.
  const shared = bundle === undefined ? undefined : await casework.profiles.get(bundle);
  const opened = await openRequest(
    casework,
    organisationHash,
    {
      request: {
        controller: controller.id,
        // A complaint names no right, but a case must have one.
        rights: rights.length === 0 ? ['access'] : [...rights],
        language,
        identifiers: claimed.map(({ kind, value }) => ({ kind, value })),
        ...(message === undefined ? {} : { message }),
      },
      controller,
      contact,
      claimed,
    },
    {
      channel,
      receivedAt,
      route,
      idempotencyKey,
      hold: holdOf(registration),
      matter,
      ...(wantedLanguage === undefined ? {} : { wantedLanguage }),
      origin: bundle === undefined ? null : { case: bundle, as: 'bundle' },
      registeredBy: member,
      fingerprint: keys.requestHash(registration),
      inbound: [...(scan === undefined ? [] : [scanKey(caseId)]), ...(shared?.inbound ?? [])],
    },
    newCaseKey,
    now,
  );
  if (!opened.ok) return opened;
  if (scan !== undefined && registration.scan !== undefined)
    await mails.put(scanKey(caseId), scan, registration.scan.mediaType);
  if (foundInOtherChannel !== undefined) await noteWhereFound(casework, caseId, member, foundInOtherChannel, now);
  const { state } = await loadCase(casework, caseId);
  if (state === undefined) throw new Error('a case does not exist after it was opened');
  return { ok: true, reference: caseId, seq: state.common.seq, due: state.common.due };
}

const route = 'POST /v1/cases';

/** Why a registered request is held for staff; `null` if it is not. A person's own request for access is not held. */
function holdOf({ matter, rights, represented }: Registration): HoldReason | null {
  if (represented) return 'mandate-unchecked';
  return matter === 'request' && rights.includes('access') ? null : 'right-handled-by-staff';
}

async function noteWhereFound(
  casework: Casework,
  caseId: string,
  member: string,
  found: string,
  now: string,
): Promise<void> {
  const text = await keepWords(casework, caseId, found);
  const by = { kind: 'staff', id: member } as const;
  await commitCommand(casework, caseId, { commandId: 'register/found', by, command: { type: 'note', text } }, now);
}
