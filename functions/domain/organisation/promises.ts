import * as z from 'zod';

const wish = z.boolean().optional();

/**
 * Statements of the organisation's own published policy that conflict with the law, alone or with others. Each only
 * causes a warning: the product follows the law.
 */
export const promisesSchema = z.strictObject({
  /** Requests only on paper, signed by hand. */
  signedFormRequired: wish,
  /** The details that the policy demands of everybody before a request is handled. */
  requiredFields: z.array(z.string().min(1)).min(1).optional(),
  /** Identity is proven before any request is handled. */
  identityForEveryRequest: wish,
  /** The answer always goes to the population-register address. */
  deliveryAlwaysToPopulationRegister: wish,
  /** The extract is free only once a year. */
  feeOncePerYear: wish,
  /** Recipients are named as categories. */
  recipientsAsCategories: wish,
  /** The person must contact third parties that received the data. */
  thirdPartyContactYourself: wish,
  /** The person is told once a restriction has ended. */
  restrictionEndInformedAfter: wish,
  /** The policy's list of uses of restricted data leaves out the person's consent. */
  restrictionWithoutConsent: wish,
  /** The supervisory authority by the name that the policy gives it. */
  authorityNamed: z.string().min(1).optional(),
  /** By using the service one accepts the policy. */
  consentByUse: wish,
  /** Consent by one person for another is presumed. */
  consentForOthersPresumed: wish,
  /** Newsletters rest on the contract. */
  newslettersOnContract: wish,
  /**
   * Data are never shared with others for their marketing. The law says the same, so this conflicts only with a
   * register that says otherwise.
   */
  neverSharedForMarketing: wish,
  /** An objection to marketing must be in writing. */
  marketingObjectionInWriting: wish,
  /** Health data, such as allergies, rest on legitimate interest. */
  healthDataOnLegitimateInterest: wish,
  /** A contract with the person's employer is the basis for data of the person. */
  employerContractAsBasis: wish,
  /** Recruitment data are kept to prove compliance, as if a law demanded it. */
  recruitmentOnLegalObligation: wish,
  /** An objection succeeds only if the person's reason outweighs that of the organisation. */
  erasureBurdenOnPerson: wish,
  /** Data or recordings are erased whenever somebody asks. */
  erasureUnconditional: wish,
  /** Accounting records are kept for seven years from the date of the invoice. */
  accountingYearsFromInvoice: wish,
  /** A withdrawal of consent takes effect only after some time. */
  consentWithdrawalDelayed: wish,
});
export type Promises = Readonly<z.infer<typeof promisesSchema>>;
