import * as z from 'zod';
import { levels, levelSchema } from '../case/vocabulary.ts';

const approvals = ['automatic', 'staff'] as const;
const secondPersons = ['never', 'where-it-matters', 'always'] as const;
const handlings = ['sole-handler', 'several'] as const;

const fields = {
  /** Whether a member of staff approves the search before it starts. */
  approveSearch: z.enum(approvals),
  /** Whether a second person must release the answer: where it matters are whole refusals, fees, overrides of proof, protected identity and Art. 9 data. */
  secondPerson: z.enum(secondPersons),
  /** Whether one person handles requests alone, so that nobody else can be asked. */
  handling: z.enum(handlings),
  /** Codes that one address or number is sent in any 24 hours for cases that nobody has proven, over all of them. */
  codesPerAddressAndDay: z.number().int().min(1).max(1000),
  /**
   * Letters that requests which nobody has proven bring to one mailbox in any 24 hours by themselves: receipts and codes,
   * over all such cases. A receipt beyond them goes when there is room again. Half as many go besides, at the asking of
   * whoever made the request.
   */
  lettersPerAddressAndDay: z.number().int().min(1).max(1000),
  /** All such letters to one mailbox in any minute. */
  lettersPerAddressAndMinute: z.number().int().min(1).max(1000),
  /**
   * Requests through portal and API for one mailbox in any 24 hours after which a further one opens no case where one
   * waits to be proven: it is received, and attached to that one.
   */
  requestsPerAddressAndDay: z.number().int().min(1).max(1000),
  /** The same for the cases that are opened for one mailbox. */
  casesPerAddressAndDay: z.number().int().min(1).max(1000),
  /** Requests through portal and API from one network (IPv4 /24, IPv6 /64) in any hour. */
  requestsPerNetworkAndHour: z.number().int().min(1).max(10_000),
  /** Days before the due date on which what is ready goes out, whatever is still missing. */
  cutOffDaysBeforeDue: z.number().int().min(0).max(20),
  /** Days before the due date on which somebody above the handler is told. */
  escalateDaysBeforeDue: z.number().int().min(1).max(25),
  /** Working days, from receipt or from a new doubt, within which a question may still suspend the clock. */
  askWithinWorkingDays: z.number().int().min(1).max(10),
  /** Days that we wait for the person's answer before a case is closed as unanswered. */
  unansweredDays: z.number().int().min(14).max(365),
  /** Days after a change of contact point before anything personal is sent to the new one. */
  contactChangeDays: z.number().int().min(0).max(30),
  /** Days during which a delivered answer can be fetched. */
  downloadDays: z.number().int().min(1).max(90),
  /** Days after the end of a case until findings and exports are erased. */
  materialDays: z.number().int().min(1).max(365),
  /** Days after the end of a case until the subject profile is erased and the log becomes anonymous. */
  profileDays: z.number().int().min(1).max(3650),
  /** The proof that data of a system need: ordinary data, and special categories (Art. 9). */
  proofLevels: z.strictObject({ default: levelSchema, special: levelSchema }),
};

/** How cases are handled, for every controller of the organisation. */
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

/** What one controller asks beyond the common policy; `loosenings` says where it asks for less. */
export const policyOverrideSchema = z.strictObject(fields).partial();
export type PolicyOverride = { readonly [Field in keyof Policy]?: Policy[Field] | undefined };

/** In which direction a field gets tighter for the controller, and so safer for the person. */
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
  // Earlier towards the person, and earlier help.
  cutOffDaysBeforeDue: larger,
  escalateDaysBeforeDue: larger,
  askWithinWorkingDays: smaller,
  // More time for the person to answer.
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

/** A field in which an override asks for less than the common policy, with both values as text. */
export interface Loosening<Field extends keyof Policy = keyof Policy> {
  readonly field: Field;
  readonly common: string;
  readonly given: string;
  readonly expected: string;
}

/** Every field in which `override` is looser than `common`: a common policy is a minimum, which a controller may only tighten. */
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
