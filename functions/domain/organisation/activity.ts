import * as z from 'zod';
import { dataCategorySchema } from '../findings/annotation.ts';
import { localisedSchema } from '../language.ts';
import { idSchema } from './names.ts';

/**
 * A recipient, by its name, because the person has the right to know who it is (Court of Justice, C-154/21). If the
 * recipient is outside the EEA, the answer must name the safeguard too (Art. 15(2)).
 */
export const recipientSchema = z.strictObject({
  name: z.string().min(1),
  role: z.enum(['processor', 'controller', 'joint-controller', 'authority']),
  country: z.string().regex(/^[A-Z]{2}$/),
  safeguard: localisedSchema.optional(),
  /** The address for notices (Art. 19) and questions. */
  contact: z.email().optional(),
  /** The written agreement with a processor (Art. 28(3)): the place where it is kept, or its number and date. */
  agreement: z.string().min(1).optional(),
  /**
   * The processor that engages this sub-processor (Art. 28(2), (4)). Tasks for the sub-processor are sent to that
   * processor.
   */
  through: z.string().min(1).optional(),
});
export type Recipient = Readonly<z.infer<typeof recipientSchema>>;

const legalBasisSchema = z.strictObject({
  type: z.enum(['consent', 'contract', 'legal-obligation', 'legitimate-interest']),
  /** The legitimate interest, or the law that obliges the controller. */
  explanation: localisedSchema.optional(),
  /** Only for consent: the system that records who gave consent, and when (Art. 7(1)). */
  record: idSchema.optional(),
  /** Only for a contract: who made it with the controller. Absent: the person. */
  contractWith: z.enum(['person', 'employer']).optional(),
});
export type LegalBasis = Readonly<z.infer<typeof legalBasisSchema>>;

const none = z.literal('none');

/** One processing activity of the register (Art. 30), with the information that Art. 15(1) requires. */
export const activitySchema = z.strictObject({
  id: idSchema,
  name: localisedSchema,
  purposes: z.array(localisedSchema).min(1),
  legalBases: z.array(legalBasisSchema).min(1),
  categories: z.array(dataCategorySchema).min(1),
  /** `none`: nobody outside the organisation receives the data. An empty list means that the recipients are unknown. */
  recipients: z.union([none, z.array(recipientSchema)]),
  /** How long the data are kept, or the criteria for it (Art. 15(1)(d)). */
  retention: localisedSchema,
  /**
   * The sources of the data (Art. 15(1)(g)). `none`: the data come only from the person. An empty list means that the
   * sources are unknown.
   */
  sources: z.union([none, z.array(localisedSchema)]),
  /** Automated decisions (Art. 15(1)(h)). `none`: no automated decisions are made. Absent: unknown. */
  automatedDecision: z
    .union([
      none,
      z.strictObject({ logic: localisedSchema, significance: localisedSchema, consequences: localisedSchema }),
    ])
    .optional(),
  /** Whether the activity is direct marketing. The person can always object to direct marketing (Art. 21(2)-(3)). */
  marketing: z.boolean().default(false),
  /** The letter of Art. 9(2) under which special categories of data are processed. */
  specialException: z.enum(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']).optional(),
  /** The controllers of the activity; absent: every controller of its systems. */
  controllers: z.array(idSchema).min(1).optional(),
  /** The business areas of the activity; absent: all. */
  areas: z.array(idSchema).min(1).optional(),
  systems: z.array(idSchema).min(1),
});
export type Activity = Readonly<z.infer<typeof activitySchema>>;

/** The recipients that the register names. */
export function recipientsOf({ recipients }: Activity): readonly Recipient[] {
  return recipients === 'none' ? [] : recipients;
}

/**
 * The legal basis by which the product decides which rights apply. A contract with the person's employer counts as
 * legitimate interest, because the person is no party to the contract. The right to object then applies, and the right
 * to portability does not (Art. 6(1)(b), (f), 20(1), 21(1)).
 */
export function effectiveBasis(basis: LegalBasis): LegalBasis['type'] {
  return basis.type === 'contract' && basis.contractWith === 'employer' ? 'legitimate-interest' : basis.type;
}
