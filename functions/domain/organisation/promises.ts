import * as z from 'zod';

const wish = z.boolean().optional();

/**
 * Statements of the policy that the organisation has published. Each can conflict with the law, by itself or together
 * with the register. A conflict only causes a warning: the product follows the law.
 */
export const promisesSchema = z.strictObject({
  /** The policy says that requests are accepted only on paper, signed by hand. */
  signedFormRequired: wish,
  /** The details that the policy demands of everybody before a request is handled. */
  requiredFields: z.array(z.string().min(1)).min(1).optional(),
  /** The policy says that no request is handled before identity is proven. */
  identityForEveryRequest: wish,
  /** The policy says that the answer always goes to the population-register address. */
  deliveryAlwaysToPopulationRegister: wish,
  /** The policy says that the extract is free only once a year. */
  feeOncePerYear: wish,
  /** The policy says that recipients are named only as categories. */
  recipientsAsCategories: wish,
  /** The policy says that the person must contact the third parties that received the data. */
  thirdPartyContactYourself: wish,
  /** The policy says that the person is told only after a restriction has ended. */
  restrictionEndInformedAfter: wish,
  /** The policy's list of uses of restricted data leaves out the person's consent. */
  restrictionWithoutConsent: wish,
  /** The name by which the policy calls the supervisory authority. */
  authorityNamed: z.string().min(1).optional(),
  /** The policy says that a person who uses the service accepts the policy. */
  consentByUse: wish,
  /** The policy says that a person who gives data about others has their consent. */
  consentForOthersPresumed: wish,
  /** The policy says that newsletters are based on the contract. */
  newslettersOnContract: wish,
  /**
   * The policy says that data are never shared with others for their marketing. The law allows this promise, so it
   * conflicts only with a register that names such a recipient.
   */
  neverSharedForMarketing: wish,
  /** The policy says that an objection to marketing must be in writing. */
  marketingObjectionInWriting: wish,
  /** The policy says that the processing of health data, such as allergies, is based on legitimate interest. */
  healthDataOnLegitimateInterest: wish,
  /** The policy says that a contract with the person's employer is the basis for the person's data. */
  employerContractAsBasis: wish,
  /** The policy says that recruitment data are kept to prove compliance, as if a law demanded that. */
  recruitmentOnLegalObligation: wish,
  /** The policy says that an objection succeeds only if the person's reason outweighs the organisation's reason. */
  erasureBurdenOnPerson: wish,
  /** The policy says that data or recordings are erased whenever somebody asks for it. */
  erasureUnconditional: wish,
  /** The policy says that accounting records are kept for seven years from the date of the invoice. */
  accountingYearsFromInvoice: wish,
  /** The policy says that a withdrawal of consent takes effect only after some time. */
  consentWithdrawalDelayed: wish,
});
export type Promises = Readonly<z.infer<typeof promisesSchema>>;
