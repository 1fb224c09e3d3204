import { checkRequest, type CheckedRequest } from '#casework/intake/open-request.ts';
import type { ConnectorKinds } from '#connectors/sdk/kinds-of.ts';
import type { IdentifierKind } from '#domain/identifiers/identifier.ts';
import type { Language } from '#domain/language.ts';
import { askedMethods } from '#domain/identity-methods/methods.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { requestSchema } from '#domain/request.ts';
import { rights, type Right } from '#domain/rights.ts';
import type { FieldName, RequestForm } from '#web/portal/view.ts';
import { issuesOf } from '../http/json.ts';

/** The fields of the request form, in the order of the page. */
const fieldOrder = ['controller', 'rights', 'email', 'phone', 'customerNumber', 'personnummer', 'message'] as const;
const identifierFields = ['email', 'phone', 'customerNumber', 'personnummer'] as const;

/**
 * Whether the form has a field for a personnummer. The form has the field if an e-ID could confirm the number, or if a
 * system can be searched by it. Otherwise we have no use for a personnummer, and must not ask for one (dataskyddslagen
 * 3:10). `kinds` has the kinds of identifier that each connector accepts, by connector.
 */
export function canUsePersonnummer(
  { controllers, systems }: Organisation,
  kinds: Readonly<Record<string, ConnectorKinds>>,
): boolean {
  return (
    controllers.some(({ identity }) =>
      Object.values(askedMethods).some((method) => method.showsPersonnummer && method.isUsed(identity)),
    ) ||
    systems.some(
      (system) => system.kind === 'connector' && kinds[system.connector]?.accepts.includes('personnummer') === true,
    )
  );
}

/** The form as it is first shown. The right of access is chosen; if there is only one controller, it is chosen too. */
export function emptyForm(organisation: Organisation, key: string): RequestForm {
  const typed = { email: '', phone: '', customerNumber: '', personnummer: '', message: '' };
  return { key, controller: onlyController(organisation), rights: ['access'], typed };
}

export type SentForm =
  | { readonly ok: true; readonly form: RequestForm; readonly checked: CheckedRequest }
  /** `wrong` lists the fields that the person must correct. */
  | { readonly ok: false; readonly form: RequestForm; readonly wrong: readonly FieldName[] };

/**
 * Checks the request form with the schema and the rules of the API. All problems are returned at once. `key` is the
 * idempotency key. A personnummer is ignored if the form did not ask for one.
 */
export function checkForm(
  fields: URLSearchParams,
  key: string,
  organisation: Organisation,
  asksPersonnummer: boolean,
  language: Language,
  now: string,
): SentForm {
  const chosen = fields.getAll('rights');
  const typed = {
    email: fields.get('email') ?? '',
    phone: fields.get('phone') ?? '',
    customerNumber: fields.get('customerNumber') ?? '',
    personnummer: asksPersonnummer ? (fields.get('personnummer') ?? '') : '',
    message: (fields.get('message') ?? '').replaceAll('\r\n', '\n'),
  };
  const form: RequestForm = {
    key,
    controller: fields.get('controller') ?? onlyController(organisation),
    rights: rights.filter((right) => chosen.includes(right)),
    typed,
  };
  const identifiers = identifierFields
    .filter((field) => field === 'email' || typed[field].trim() !== '')
    .map((field): { kind: IdentifierKind; value: string } => ({ kind: field, value: typed[field].trim() }));
  const message = typed.message.trim();
  const request = {
    controller: form.controller,
    language,
    identifiers,
    ...(message === '' ? {} : { message }),
  };
  const parsed = requestSchema.safeParse({ ...request, rights: chosen });
  const known: Right[] = [...form.rights];
  const result = checkRequest(organisation, parsed.success ? parsed.data : { ...request, rights: known }, now);
  if (parsed.success && result.ok) return { ok: true, form, checked: result.checked };
  const paths = [...(parsed.success ? [] : issuesOf(parsed.error)), ...(result.ok ? [] : result.problems)].map(
    ({ field }) => field,
  );
  const wrong = new Set(paths.map((path) => fieldAt(path, identifiers)));
  return { ok: false, form, wrong: fieldOrder.filter((field) => wrong.has(field)) };
}

/** The form field for the JSON path of a mistake, for example `phone` for `identifiers[1].value`. */
function fieldAt(path: string, identifiers: readonly { readonly kind: IdentifierKind }[]): FieldName {
  const index = /^identifiers\[(\d+)\]/.exec(path)?.[1];
  const kind = index === undefined ? undefined : identifiers[Number(index)]?.kind;
  return fieldOrder.find((field) => field === kind || path.split(/[.[]/)[0] === field) ?? 'email';
}

function onlyController({ controllers }: Organisation): string {
  return controllers.length === 1 ? (controllers[0]?.id ?? '') : '';
}
