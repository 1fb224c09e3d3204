import * as z from 'zod';

const wish = z.boolean().optional();

/**
 * Statements of the policy that the organisation has published. Each conflicts with the law, by itself or together with
 * the register. A conflict only causes a warning: the product follows the law.
 */
export const promisesSchema = z.strictObject({
  /** Requests are accepted only on paper, signed by hand. */
  signedFormRequired: wish,
  /** The details that the policy demands of everybody before a request is handled. */
  requiredFields: z.array(z.string().min(1)).min(1).optional(),
  /** Identity is proven before any request is handled. */
  identityForEveryRequest: wish,
  /** The answer always goes to the population-register address. */
  deliveryAlwaysToPopulationRegister: wish,
  /** The extract is free only once a year. */
  feeOncePerYear: wish,
  /** Recipients are named only as categories. */
  recipientsAsCategories: wish,
  /** The person must contact the third parties that received the data. */
  thirdPartyContactYourself: wish,
  /** The person is told only after a restriction has ended. */
  restrictionEndInformedAfter: wish,
  /** The policy's list of uses of restricted data leaves out the person's consent. */
  restrictionWithoutConsent: wish,
  /** The name by which the policy calls the supervisory authority. */
  authorityNamed: z.string().min(1).optional(),
  /** A person who uses the service is taken to accept the policy. */
  consentByUse: wish,
  /** The consent of other people is presumed if one person gives data about them. */
  consentForOthersPresumed: wish,
  /** Newsletters are based on the contract. */
  newslettersOnContract: wish,
  /**
   * Data are never shared with others for their marketing. The law allows this promise, so it conflicts only with a
   * register that names such a recipient.
   */
  neverSharedForMarketing: wish,
  /** An objection to marketing must be in writing. */
  marketingObjectionInWriting: wish,
  /** The processing of health data, such as allergies, is based on legitimate interest. */
  healthDataOnLegitimateInterest: wish,
  /** A contract with the person's employer is the basis for the person's data. */
  employerContractAsBasis: wish,
  /** Recruitment data are kept to prove compliance, as if a law demanded that. */
  recruitmentOnLegalObligation: wish,
  /** An objection succeeds only if the person's reason outweighs the organisation's reason. */
  erasureBurdenOnPerson: wish,
  /** Data or recordings are erased whenever somebody asks for it. */
  erasureUnconditional: wish,
  /** Accounting records are kept for seven years from the date of the invoice. */
  accountingYearsFromInvoice: wish,
  /** A withdrawal of consent takes effect only after some time. */
  consentWithdrawalDelayed: wish,
});
export type Promises = Readonly<z.infer<typeof promisesSchema>>;
