import * as z from 'zod';
import { dataCategorySchema } from '../findings/annotation.ts';
import { localisedSchema } from '../language.ts';
import { idSchema } from './names.ts';

/** A recipient by name (C-154/21), with the safeguard where it is outside the EEA (Art. 15(2)). */
export const recipientSchema = z.strictObject({
  name: z.string().min(1),
  role: z.enum(['processor', 'controller', 'joint-controller', 'authority']),
  country: z.string().regex(/^[A-Z]{2}$/),
  safeguard: localisedSchema.optional(),
  /** The address for notices (Art. 19) and questions. */
  contact: z.email().optional(),
  /** The written agreement with a processor (Art. 28(3)): where it is kept, or its number and date. */
  agreement: z.string().min(1).optional(),
  /** The processor that engages this sub-processor (Art. 28(2), (4)): tasks go through it. */
  through: z.string().min(1).optional(),
});
export type Recipient = Readonly<z.infer<typeof recipientSchema>>;

const legalBasisSchema = z.strictObject({
  type: z.enum(['consent', 'contract', 'legal-obligation', 'legitimate-interest']),
  /** The interest pursued, or the law that obliges. */
  explanation: localisedSchema.optional(),
  /** For consent: the system that records who gave it and when (Art. 7(1)). */
  record: idSchema.optional(),
  /** For a contract: its party besides the controller; absent: the person. */
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
  /** `none`: nobody outside receives the data. An empty list means that the recipients are unknown. */
  recipients: z.union([none, z.array(recipientSchema)]),
  /** How long, or the criteria (Art. 15(1)(d)). */
  retention: localisedSchema,
  /**
   * Where the data come from (Art. 15(1)(g)). `none`: only from the person. An empty list means that the source is
   * unknown.
   */
  sources: z.union([none, z.array(localisedSchema)]),
  /** Art. 15(1)(h). `none`: no such decisions are made. Absent: unknown. */
  automatedDecision: z
    .union([
      none,
      z.strictObject({ logic: localisedSchema, significance: localisedSchema, consequences: localisedSchema }),
    ])
    .optional(),
  /** Whether it is direct marketing, to which the right to object is absolute (Art. 21(2)-(3)). */
  marketing: z.boolean().default(false),
  /** The exception under which special categories are processed (Art. 9(2), by its letter). */
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
 * The basis that decides which rights apply. The person is no party to a contract with their employer, so that basis
 * counts as legitimate interest: the right to object applies, portability does not (Art. 6(1)(b), (f), 20(1), 21(1)).
 */
export function effectiveBasis(basis: LegalBasis): LegalBasis['type'] {
  return basis.type === 'contract' && basis.contractWith === 'employer' ? 'legitimate-interest' : basis.type;
}
