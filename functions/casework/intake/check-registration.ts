import { localDate } from '#domain/clock/deadline.ts';
import { isWritable, type Contact } from '#domain/contact.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { normaliseEmail } from '#domain/identifiers/email.ts';
import { normalise } from '#domain/identifiers/normalise.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import { fieldProblems, type FieldProblem } from '#api/field-problems.ts';
import { mostScanBytes, type Registration } from '#api/register.ts';
import type { RequestProblem } from './open-request.ts';
import { bytesOfBase64, scanTypeOf } from './scan.ts';

/**
 * A registration by staff that has been checked: its controller exists and its identifiers are in their normal form.
 */
export interface CheckedRegistration {
  readonly controller: Controller;
  readonly contact: Contact;
  readonly claimed: readonly Identifier[];
  /** When the request was received: ISO 8601, in UTC. */
  readonly receivedAt: string;
  readonly scan: Uint8Array | undefined;
}

/**
 * A problem with one field of a registration. `rule` names the problem; `fieldProblems` has its text in each language.
 */
export interface RegistrationProblem extends RequestProblem {
  readonly rule: FieldProblem;
}

export function wrongField(field: string, rule: FieldProblem): RegistrationProblem {
  return { field, rule, message: fieldProblems[rule].en };
}

/** The GDPR has applied since this day (Art. 99(2)). An earlier date is refused as a typing error. */
const firstDay = '2018-05-25T00:00:00.000Z';

/**
 * Checks what the schema cannot check: the controller, the contact, the identifiers and the scan. The date of receipt
 * may not be later than `now` (ISO 8601). Returns all problems at once; a problem names its field and never a value.
 */
export function checkRegistration(
  organisation: Organisation,
  registration: Registration,
  now: string,
):
  | { readonly ok: true; readonly checked: CheckedRegistration }
  | { readonly ok: false; readonly problems: readonly RegistrationProblem[] } {
  const problems: RegistrationProblem[] = [];
  const wrong: Wrong = (field, rule) => void problems.push(wrongField(field, rule));
  const controller = organisation.controllers.find(({ id }) => id === registration.controller);
  if (controller === undefined) wrong('controller', 'no-such-controller');
  const receivedAt = new Date(registration.receivedAt).toISOString();
  if (receivedAt > now) wrong('receivedAt', 'arrival-later-than-now');
  if (receivedAt < firstDay) wrong('receivedAt', 'arrival-before-regulation');
  const contact = contactOf(registration, wrong);
  const claimed = registration.identifiers.flatMap(({ kind, value }, index) => {
    const result = normalise(kind, value, {
      today: localDate(now, controller?.timeZone ?? 'UTC'),
      allowInterim: controller?.allowInterimNumbers ?? false,
      ...(controller === undefined ? {} : { numbers: controller.numbers }),
    });
    if (result.valid) return [result.identifier];
    wrong(`identifiers[${index}].value`, result.reason);
    return [];
  });
  const scan = registration.scan === undefined ? undefined : scanOf(registration.scan, wrong);
  if (problems.length > 0 || controller === undefined || contact === undefined) return { ok: false, problems };
  const others = claimed.filter(({ kind, value }) => kind !== contact.kind || value !== contact.value);
  return { ok: true, checked: { controller, contact, claimed: others, receivedAt, scan } };
}

type Wrong = (field: string, rule: FieldProblem) => undefined;

function contactOf({ contact }: Registration, wrong: Wrong): Contact | undefined {
  if ('address' in contact) return { kind: 'postalAddress', value: contact.address.join('\n') };
  const email = normaliseEmail(contact.email);
  if (!email.valid) return wrong('contact.email', email.reason);
  return isWritable(email.identifier) ? email.identifier : wrong('contact.email', 'letters-before-the-at');
}

function scanOf({ mediaType, base64 }: NonNullable<Registration['scan']>, wrong: Wrong): Uint8Array | undefined {
  const bytes = bytesOfBase64(base64);
  if (bytes === undefined) return wrong('scan.base64', 'not-base64');
  if (bytes.length > mostScanBytes) return wrong('scan.base64', 'file-too-large');
  return scanTypeOf(bytes) === mediaType ? bytes : wrong('scan.base64', 'file-of-another-kind');
}
