import * as z from 'zod';
import { levels, levelSchema } from '../case/vocabulary.ts';

const approvals = ['automatic', 'staff'] as const;
const secondPersons = ['never', 'where-it-matters', 'always'] as const;
const handlings = ['sole-handler', 'several'] as const;

const fields = {
  /** Whether staff must approve the search before it starts. */
  approveSearch: z.enum(approvals),
  /**
   * Which decisions need a second member of staff (`case/decisions/two-persons.ts`). With `always` and
   * `where-it-matters`: the refusal of a whole request, a fee, a decision in place of a proof, a contact point that
   * staff change or confirm, and the circumstances protected identity and threat. With `always` also every other
   * circumstance, and the release of every answer. With `where-it-matters` also the release of an answer to a protected
   * or threatened person, or with data from a system marked `special` (Art. 9).
   */
  secondPerson: z.enum(secondPersons),
  /**
   * `sole-handler`: one member of staff handles all requests, so no decision waits for a second one. `several`: there
   * are more.
   */
  handling: z.enum(handlings),
  /**
   * The maximum number of codes to one e-mail address or telephone number within 24 hours, from all cases without a
   * proof of identity together. Some kinds of codes are counted separately (`casework/identity/issue-code.ts`).
   */
  codesPerAddressAndDay: z.number().int().min(1).max(1000),
  /**
   * The maximum number of automatic letters (receipts and codes) to one mailbox within 24 hours, from all cases without
   * a proof of identity together. A receipt beyond the maximum is sent later. Other letters that a requester can cause,
   * such as the confirmation of a withdrawal, have their own maximum: half of this number.
   */
  lettersPerAddressAndDay: z.number().int().min(1).max(1000),
  /**
   * The maximum number of automatic letters to one mailbox within a minute, from all cases without a proof of identity.
   * It counts all kinds of letters that `lettersPerAddressAndDay` describes together.
   */
  lettersPerAddressAndMinute: z.number().int().min(1).max(1000),
  /**
   * The number of requests through portal and API for one mailbox within 24 hours. A further request is still received.
   * But if another case of the mailbox waits for a proof of identity, the request is attached to that case and opens no
   * case (`casework/intake/receive-request.ts`).
   */
  requestsPerAddressAndDay: z.number().int().min(1).max(1000),
  /**
   * The number of cases that are opened for one mailbox within 24 hours. A further request is treated like a request
   * above `requestsPerAddressAndDay`.
   */
  casesPerAddressAndDay: z.number().int().min(1).max(1000),
  /** The maximum number of requests through portal and API from one network (IPv4 /24, IPv6 /64) within an hour. */
  requestsPerNetworkAndHour: z.number().int().min(1).max(10_000),
  /**
   * How many days before the due date the answer stops waiting for systems without a result. Staff then review an
   * answer with the results that have arrived, and a supplement follows with the rest.
   */
  cutOffDaysBeforeDue: z.number().int().min(0).max(20),
  /**
   * How many days before the due date an answer may be released although items of its review are still open. The answer
   * contains the items on which staff have decided, and the next answer contains the rest. With 0 this is possible from
   * the last day on.
   */
  partlyDaysBeforeDue: z.number().int().min(0).max(30),
  /** How many days before the due date the controller's `escalation` address gets a mail about an unanswered case. */
  escalateDaysBeforeDue: z.number().int().min(1).max(25),
  /**
   * Within how many working days staff must ask the person a question, if the question is to suspend the period for the
   * answer. The days are counted from the receipt, or from the day on which a new doubt arose.
   */
  askWithinWorkingDays: z.number().int().min(1).max(10),
  /** How many days the product waits for the person's reply before a case is closed as unanswered. */
  unansweredDays: z.number().int().min(14).max(365),
  /**
   * How many days Utdrag waits after a change of contact point before it sends personal data to the new contact point.
   */
  contactChangeDays: z.number().int().min(0).max(30),
  /** How many days a delivered answer can be downloaded. */
  downloadDays: z.number().int().min(1).max(90),
  /** How many days after the end of a case findings and packages are erased. */
  materialDays: z.number().int().min(1).max(365),
  /**
   * How many days after the end of a case the subject profile is erased. The profile contains the key of the hashes in
   * the log. Without the profile, the log is anonymous.
   */
  profileDays: z.number().int().min(1).max(3650),
  /**
   * How many days after the end of a case the record of who looked at its material is erased, or `as-long-as-log`. It
   * is never erased before the material.
   *
   * With the record the controller shows who had access to the data, and the person can learn when and why (Art. 5(2),
   * 15, 32; CJEU C-579/21). But it is also personal data of staff, so it must not be kept longer than it is needed
   * (Art. 5(1)(e)). A number of days that covers the time in which the answer can be disputed meets both requirements.
   */
  viewDays: z.union([z.literal('as-long-as-log'), z.number().int().min(1).max(3650)]),
  /**
   * The level of proof that the person must reach: `default` for ordinary data of a system, `special` for special
   * categories of data (Art. 9).
   */
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
  partlyDaysBeforeDue: fields.partlyDaysBeforeDue.default(0),
  escalateDaysBeforeDue: fields.escalateDaysBeforeDue.default(5),
  askWithinWorkingDays: fields.askWithinWorkingDays.default(5),
  unansweredDays: fields.unansweredDays.default(30),
  contactChangeDays: fields.contactChangeDays.default(7),
  viewDays: fields.viewDays.default('as-long-as-log'),
  proofLevels: fields.proofLevels.default({ default: 'contact-point', special: 'strong' }),
});
export type Policy = Readonly<z.infer<typeof policySchema>>;

/**
 * The `policy` of one controller. Its values may only be stricter than those of the common policy, for example fewer
 * `downloadDays`. `loosenings` finds the values that are less strict.
 */
export const policyOverrideSchema = z.strictObject(fields).partial();
export type PolicyOverride = { readonly [Field in keyof Policy]?: Policy[Field] | undefined };

/**
 * How the values of a field are compared. `isLooser`: whether the controller's value (`given`) is less strict than the
 * value of the common policy. `expected`: the allowed values as text, such as `30 or less`.
 */
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
/** `as-long-as-log` is the longest time, so every number of days is less. */
const shorter: Direction<number | 'as-long-as-log'> = {
  isLooser: (given, common) => common !== 'as-long-as-log' && (given === 'as-long-as-log' || given > common),
  expected: (common) => `${common} or less`,
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
  // A larger number means an earlier answer to the person, and an earlier escalation.
  cutOffDaysBeforeDue: larger,
  escalateDaysBeforeDue: larger,
  // A smaller number lets fewer answers go out in parts.
  partlyDaysBeforeDue: smaller,
  askWithinWorkingDays: smaller,
  // A larger number gives the person more time to reply.
  unansweredDays: larger,
  contactChangeDays: larger,
  downloadDays: smaller,
  materialDays: smaller,
  profileDays: smaller,
  viewDays: shorter,
  proofLevels: {
    isLooser: (given, common) =>
      level.isLooser(given.default, common.default) || level.isLooser(given.special, common.special),
    expected: (common) => `default ${level.expected(common.default)}, special ${level.expected(common.special)}`,
  },
};

/** A field in which a controller's rule is less strict than the common policy, with both values as text. */
export interface Loosening<Field extends keyof Policy = keyof Policy> {
  readonly field: Field;
  readonly common: string;
  readonly given: string;
  readonly expected: string;
}

/** Every field in which `override` is less strict than `common`. */
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
