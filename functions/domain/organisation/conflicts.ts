import { recipientsOf } from './activity.ts';
import { isFormerName, namesFormerAuthority } from './authorities.ts';
import type { ConflictRow } from './conflict-row.ts';
import { registerRows } from './conflict-rows-register.ts';
import { requestRows } from './conflict-rows-requests.ts';
import { rightsRows } from './conflict-rows-rights.ts';
import { escalationAddress } from './controller.ts';
import { eea } from './eea.ts';
import type { Activity, Organisation, Recipient } from './organisation.ts';
import { promisesSchema, type Promises } from './promises.ts';

const rows = { ...requestRows, ...rightsRows, ...registerRows };
export type ConflictRowId = keyof typeof rows;

/**
 * A conflict with the law, in the description or in the policy that the organisation has published (`promises`). The
 * product follows the law.
 */
export interface Conflict extends ConflictRow {
  readonly row: ConflictRowId;
  /** The path in the description, such as `promises.feeOncePerYear`. */
  readonly path: string;
}

interface Found {
  readonly row: ConflictRowId;
  readonly path: string;
}

/**
 * Every conflict between the organisation's statements and the law, in the order of the description. A conflict does
 * not prevent a deployment: it is only shown to the operator.
 */
export function conflictsOf(organisation: Organisation): readonly Conflict[] {
  return [
    ...controllerConflicts(organisation),
    ...promiseConflicts(organisation.promises),
    ...noticeConflicts(organisation),
    ...organisation.activities.flatMap((activity, index) => [
      ...activityConflicts(organisation, activity, `activities[${index}]`),
    ]),
  ].map(({ row, path }) => ({ row, path, ...rows[row] }));
}

/**
 * The conflict of each promise with the law. `neverSharedForMarketing` has none here, because it is a conflict only if
 * an activity shares data for marketing (`activityConflicts`).
 */
const promiseRows: { readonly [Field in keyof Promises]-?: ConflictRowId | undefined } = {
  signedFormRequired: 'signed-form',
  requiredFields: 'required-fields',
  identityForEveryRequest: 'identity-for-every-request',
  deliveryAlwaysToPopulationRegister: 'population-register-delivery',
  feeOncePerYear: 'fee-once-a-year',
  recipientsAsCategories: 'recipients-as-categories',
  thirdPartyContactYourself: 'third-party-contact-yourself',
  restrictionEndInformedAfter: 'restriction-end-after',
  restrictionWithoutConsent: 'restriction-without-consent',
  authorityNamed: 'former-authority',
  consentByUse: 'consent-by-use',
  consentForOthersPresumed: 'consent-for-others',
  newslettersOnContract: 'newsletters-on-contract',
  marketingObjectionInWriting: 'marketing-objection-in-writing',
  healthDataOnLegitimateInterest: 'special-categories',
  employerContractAsBasis: 'employer-contract',
  recruitmentOnLegalObligation: 'recruitment-legal-obligation',
  erasureBurdenOnPerson: 'erasure-burden-on-person',
  erasureUnconditional: 'erasure-unconditional',
  accountingYearsFromInvoice: 'accounting-years-from-invoice',
  consentWithdrawalDelayed: 'delayed-withdrawal',
  neverSharedForMarketing: undefined,
};

function promiseConflicts(promises: Promises): readonly Found[] {
  return promisesSchema.keyof().options.flatMap((field) => {
    const said = promises[field];
    const conflicts = typeof said === 'string' ? isFormerName(said) : said !== undefined && said !== false;
    const row = promiseRows[field];
    return conflicts && row !== undefined ? [{ row, path: `promises.${field}` }] : [];
  });
}

function* controllerConflicts({ controllers }: Organisation): Generator<Found, void> {
  for (const [index, controller] of controllers.entries()) {
    const path = `controllers[${index}]`;
    if (namesFormerAuthority(controller)) yield { row: 'former-authority', path: `${path}.supervisoryAuthority.name` };
    if (controller.jurisdiction === 'DE' && controller.supervisoryAuthority === undefined)
      yield { row: 'land-authority', path: `${path}.supervisoryAuthority` };
    if (escalationAddress(controller) === undefined) yield { row: 'nobody-to-tell', path: `${path}.escalation` };
  }
}

/** The day from which the Regulation applies (Art. 99(2)). */
const gdprApplies = '2018-05-25';

function* noticeConflicts({ notices }: Organisation): Generator<Found, void> {
  for (const [index, notice] of notices.entries()) {
    const isLatest = notices.every(({ id, validFrom }) => id !== notice.id || validFrom <= notice.validFrom);
    if (isLatest && notice.validFrom < gdprApplies)
      yield { row: 'notice-older-than-gdpr', path: `notices[${index}].validFrom` };
  }
}

function* activityConflicts(organisation: Organisation, activity: Activity, path: string): Generator<Found, void> {
  const systems = organisation.systems.filter(({ id }) => activity.systems.includes(id));
  for (const [index, { type, record, contractWith }] of activity.legalBases.entries()) {
    const place = `${path}.legalBases[${index}]`;
    if (type === 'consent' && record === undefined) yield { row: 'consent-without-record', path: place };
    if (type === 'contract' && contractWith === 'employer') yield { row: 'employer-contract', path: place };
    if (type === 'contract' && activity.marketing) yield { row: 'newsletters-on-contract', path: place };
    if (type === 'legal-obligation' && activity.categories.includes('recruitment'))
      yield { row: 'recruitment-legal-obligation', path: place };
  }
  const isSpecial = activity.categories.includes('health') || systems.some(({ special }) => special);
  if (isSpecial && activity.specialException === undefined) yield { row: 'special-categories', path };
  // A connector searches a service of another company, so that company is a recipient of the data.
  if (recipientsOf(activity).length === 0 && systems.some(({ kind }) => kind === 'connector'))
    yield { row: 'recipients-as-categories', path: `${path}.recipients` };
  for (const [index, { role, country, agreement, safeguard }] of recipientsOf(activity).entries()) {
    const place = `${path}.recipients[${index}]`;
    if (role === 'processor' && agreement === undefined) yield { row: 'processor-without-agreement', path: place };
    if (organisation.promises.neverSharedForMarketing === true && activity.marketing && isPartner(role))
      yield { row: 'shared-for-marketing', path: place };
    if (!eea.has(country) && safeguard === undefined) yield { row: 'transfer-without-safeguard', path: place };
  }
}

/** Whether the recipient uses the data for its own purposes. */
function isPartner(role: Recipient['role']): boolean {
  return role === 'controller' || role === 'joint-controller';
}
