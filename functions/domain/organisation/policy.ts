import * as z from 'zod';
import { levels, levelSchema } from '../case/vocabulary.ts';

const approvals = ['automatic', 'staff'] as const;
const secondPersons = ['never', 'where-it-matters', 'always'] as const;
const handlings = ['sole-handler', 'several'] as const;

const fields = {
  /** Whether a member of staff approves the search before it starts. */
  approveSearch: z.enum(approvals),
  /**
   * Whether a second person must release the answer. `where-it-matters`: for whole refusals, fees, overrides of proof,
   * protected identity and Art. 9 data.
   */
  secondPerson: z.enum(secondPersons),
  /** Whether one person handles all requests, so that no second person can approve. */
  handling: z.enum(handlings),
  /** Maximum of codes to one address or number in any 24 hours, over all cases that nobody has proven. */
  codesPerAddressAndDay: z.number().int().min(1).max(1000),
  /**
   * Maximum of automatic letters (receipts and codes) to one mailbox in any 24 hours, over all cases that nobody has
   * proven. A receipt beyond the maximum is sent later. Half as many more are sent at the request of the requester.
   */
  lettersPerAddressAndDay: z.number().int().min(1).max(1000),
  /** Maximum of all such letters to one mailbox in any minute. */
  lettersPerAddressAndMinute: z.number().int().min(1).max(1000),
  /**
   * Number of requests through portal and API for one mailbox in any 24 hours. A further request opens no case if
   * another waits for its proof: it is received, and attached to that one.
   */
  requestsPerAddressAndDay: z.number().int().min(1).max(1000),
  /** The same for cases that are opened for one mailbox. */
  casesPerAddressAndDay: z.number().int().min(1).max(1000),
  /** Maximum of requests through portal and API from one network (IPv4 /24, IPv6 /64) in any hour. */
  requestsPerNetworkAndHour: z.number().int().min(1).max(10_000),
  /** Days before the due date on which the available results are sent, even if some are missing. */
  cutOffDaysBeforeDue: z.number().int().min(0).max(20),
  /** Days before the due date on which the escalation address is told. */
  escalateDaysBeforeDue: z.number().int().min(1).max(25),
  /** Working days, from receipt or from a new doubt, within which a question may still suspend the period. */
  askWithinWorkingDays: z.number().int().min(1).max(10),
  /** Days that we wait for the person's reply before a case is closed as unanswered. */
  unansweredDays: z.number().int().min(14).max(365),
  /** Days after a change of contact point before personal data are sent to the new one. */
  contactChangeDays: z.number().int().min(0).max(30),
  /** Days during which a delivered answer can be fetched. */
  downloadDays: z.number().int().min(1).max(90),
  /** Days after the end of a case until findings and exports are erased. */
  materialDays: z.number().int().min(1).max(365),
  /** Days after the end of a case until the subject profile is erased, which makes the log anonymous. */
  profileDays: z.number().int().min(1).max(3650),
  /** The proof that data of a system need: ordinary data, and special categories (Art. 9). */
  proofLevels: z.strictObject({ default: levelSchema, special: levelSchema }),
};

/** How cases are handled, for all controllers of the organisation. */
export const policySchema = z.strictObject({
  ...fields,
  secondPerson: fields.secondPerson.default('where-it-matters'),
  handling: fields.handling.default('several'),
  lettersPerAddressAndDay: fields.lettersPerAddressAndDay.default(6),
  lettersPerAddressAndMinute: fields.lettersPerAddressAndMinute.default(2),
  requestsPerAddressAndDay: fields.requestsPerAddressAndDay.default(20),
  casesPerAddressAndDay: fields.casesPerAddressAndDay.default(10),
  requestsPerNetworkAndHour: fields.requestsPerNetworkAndHour.default(100),
  escalateDaysBeforeDue: fields.escalateDaysBeforeDue.default(5),
  askWithinWorkingDays: fields.askWithinWorkingDays.default(5),
  unansweredDays: fields.unansweredDays.default(30),
  contactChangeDays: fields.contactChangeDays.default(7),
  proofLevels: fields.proofLevels.default({ default: 'contact-point', special: 'strong' }),
});
export type Policy = Readonly<z.infer<typeof policySchema>>;

/** Stricter rules of one controller; `loosenings` finds rules that are less strict than the common policy. */
export const policyOverrideSchema = z.strictObject(fields).partial();
export type PolicyOverride = { readonly [Field in keyof Policy]?: Policy[Field] | undefined };

/** The direction in which a field gets stricter for the controller, and so safer for the person. */
interface Direction<T> {
  readonly isLooser: (given: T, common: T) => boolean;
  readonly expected: (common: T) => string;
}

const smaller: Direction<number> = {
  isLooser: (given, common) => given > common,
  expected: (common) => `${common} or less`,
};
const larger: Direction<number> = {
  isLooser: (given, common) => given < common,
  expected: (common) => `${common} or more`,
};
function along<T extends string>(order: readonly T[]): Direction<T> {
  return {
    isLooser: (given, common) => order.indexOf(given) < order.indexOf(common),
    expected: (common) => order.slice(order.indexOf(common)).join(' or '),
  };
}

const level = along(levels);

const directions: { readonly [Field in keyof Policy]: Direction<Policy[Field]> } = {
  approveSearch: along(approvals),
  secondPerson: along(secondPersons),
  handling: along(handlings),
  codesPerAddressAndDay: smaller,
  lettersPerAddressAndDay: smaller,
  lettersPerAddressAndMinute: smaller,
  requestsPerAddressAndDay: smaller,
  casesPerAddressAndDay: smaller,
  requestsPerNetworkAndHour: smaller,
  // An earlier answer to the person, and an earlier escalation.
  cutOffDaysBeforeDue: larger,
  escalateDaysBeforeDue: larger,
  askWithinWorkingDays: smaller,
  // More time for the person to reply.
  unansweredDays: larger,
  contactChangeDays: larger,
  downloadDays: smaller,
  materialDays: smaller,
  profileDays: smaller,
  proofLevels: {
    isLooser: (given, common) =>
      level.isLooser(given.default, common.default) || level.isLooser(given.special, common.special),
    expected: (common) => `default ${level.expected(common.default)}, special ${level.expected(common.special)}`,
  },
};

/** A field in which an override is less strict than the common policy, with both values as text. */
export interface Loosening<Field extends keyof Policy = keyof Policy> {
  readonly field: Field;
  readonly common: string;
  readonly given: string;
  readonly expected: string;
}

/**
 * Every field in which `override` is less strict than `common`. A common policy is a minimum, which a controller may
 * only tighten.
 */
export function loosenings(common: Policy, override: PolicyOverride): readonly Loosening[] {
  return policySchema.keyof().options.flatMap((field) => loosening(field, common, override));
}

function loosening<Field extends keyof Policy>(
  field: Field,
  common: Policy,
  override: PolicyOverride,
): readonly Loosening<Field>[] {
  const given = override[field];
  const direction = directions[field];
  if (given === undefined || !direction.isLooser(given, common[field])) return [];
  return [
    { field, common: written(common[field]), given: written(given), expected: direction.expected(common[field]) },
  ];
}

function written(value: Policy[keyof Policy]): string {
  return typeof value === 'object' ? `default ${value.default}, special ${value.special}` : String(value);
}
