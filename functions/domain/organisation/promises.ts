import * as z from 'zod';

const wish = z.boolean().optional();

/**
 * What the organisation's own published policy says where that cannot be kept, or not alone. Nothing follows from it but
 * a warning: the product does what the law says.
 */
export const promisesSchema = z.strictObject({
  /** Requests only on paper, signed by hand. */
  signedFormRequired: wish,
  /** What everybody must state before a request is handled, as the policy lists it. */
  requiredFields: z.array(z.string().min(1)).min(1).optional(),
  /** Identity is proven before any request whatever is handled. */
  identityForEveryRequest: wish,
  /** The answer always goes to the population-register address. */
  deliveryAlwaysToPopulationRegister: wish,
  /** The extract is free once a year only. */
  feeOncePerYear: wish,
  /** Recipients are told as categories. */
  recipientsAsCategories: wish,
  /** A third party that got the data must be contacted by the person. */
  thirdPartyContactYourself: wish,
  /** The person is told once a restriction has ended. */
  restrictionEndInformedAfter: wish,
  /** The uses of restricted data that the policy lists leave out the person's consent. */
  restrictionWithoutConsent: wish,
  /** The supervisory authority by the name that the policy gives it. */
  authorityNamed: z.string().min(1).optional(),
  /** By using the service one accepts the policy. */
  consentByUse: wish,
  /** Consent given by one person for another is taken for granted. */
  consentForOthersPresumed: wish,
  /** Newsletters rest on the contract. */
  newslettersOnContract: wish,
  /** Data are never shared with others for their marketing. Kept by the law as well, so it conflicts only with a register that says otherwise. */
  neverSharedForMarketing: wish,
  /** An objection to marketing must be in writing. */
  marketingObjectionInWriting: wish,
  /** Data on health, as of allergies, rest on legitimate interest. */
  healthDataOnLegitimateInterest: wish,
  /** A contract with the person's employer is the basis for data of the person. */
  employerContractAsBasis: wish,
  /** Recruitment data are kept to show that the law was followed, as if a law said so. */
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
