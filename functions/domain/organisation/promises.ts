import * as z from 'zod';

const wish = z.boolean().optional();

/**
 * What the organisation's published privacy policy says (not the `policy` of `organisation.yaml`). A statement can
 * conflict with the law, or with what an activity says. A conflict only causes a warning (`conflicts.ts`): the product
 * follows the law.
 */
export const promisesSchema = z.strictObject({
  /** The policy says that requests are accepted only on paper, signed by hand. */
  signedFormRequired: wish,
  /** The details that the policy demands of everybody before a request is handled. */
  requiredFields: z.array(z.string().min(1)).min(1).optional(),
  /** The policy says that no request is handled before identity is proven. */
  identityForEveryRequest: wish,
  /** The policy says that the answer always goes to the address in the population register (folkbokföringen). */
  deliveryAlwaysToPopulationRegister: wish,
  /** The policy says that the extract is free only once a year. */
  feeOncePerYear: wish,
  /** The policy says that an answer names only categories of recipients, such as "suppliers". */
  recipientsAsCategories: wish,
  /** The policy says that the person must contact the third parties that received the data. */
  thirdPartyContactYourself: wish,
  /** The policy says that the person is told of the end of a restriction only after it has ended. */
  restrictionEndInformedAfter: wish,
  /**
   * The policy lists what restricted data may be used for, and the list lacks a use to which the person consents (Art.
   * 18(2)).
   */
  restrictionWithoutConsent: wish,
  /** The name by which the policy calls the supervisory authority. */
  authorityNamed: z.string().min(1).optional(),
  /** The policy says that a person who uses the service accepts the policy. */
  consentByUse: wish,
  /** The policy says that a person who gives data about others has their consent. */
  consentForOthersPresumed: wish,
  /** The policy gives the contract with the person as the legal basis of newsletters. */
  newslettersOnContract: wish,
  /**
   * The policy says that data are never shared with others for their marketing. The law allows this promise, so it
   * conflicts only with a marketing activity that names another controller as a recipient.
   */
  neverSharedForMarketing: wish,
  /** The policy says that an objection to marketing must be in writing. */
  marketingObjectionInWriting: wish,
  /** The policy gives legitimate interest as the legal basis for health data, such as allergies. */
  healthDataOnLegitimateInterest: wish,
  /** The policy gives a contract with the person's employer as the legal basis for data of the person. */
  employerContractAsBasis: wish,
  /** The policy says that data of applicants are kept to prove that the law was followed, as if a law demanded that. */
  recruitmentOnLegalObligation: wish,
  /**
   * The policy says that data are erased after an objection only if the person's reasons outweigh those of the
   * organisation.
   */
  erasureBurdenOnPerson: wish,
  /** The policy says that data or recordings are erased whenever somebody asks for it. */
  erasureUnconditional: wish,
  /** The policy says that accounting records are kept for seven years from the date of the invoice. */
  accountingYearsFromInvoice: wish,
  /** The policy says that a withdrawal of consent does not take effect at once. */
  consentWithdrawalDelayed: wish,
});
export type Promises = Readonly<z.infer<typeof promisesSchema>>;
