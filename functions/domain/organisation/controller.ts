import * as z from 'zod';
import { jurisdictions } from '../clock/holidays.ts';
import { numberFormatsSchema } from '../identifiers/number-formats.ts';
import { languageSchema, localisedSchema } from '../language.ts';
import { supervisoryAuthoritySchema } from './authorities.ts';
import { identityMethodsSchema } from './identity-methods.ts';
import { idSchema, publicBodySchema, staffIdSchema } from './names.ts';
import { policyOverrideSchema } from './policy.ts';

const addressSchema = z.array(z.string().min(1)).min(1);

/** Who answers: one legal person (Art. 4(7)). */
export const controllerSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  organisationNumber: z.string().regex(/^\d{6}[-\u2010-\u2013]?\d{4}$/, 'ten digits, with or without a dash'),
  /** The seat, line by line. */
  address: addressSchema,
  /** Where requests by post go, when that is not the seat. */
  postalAddress: addressSchema.optional(),
  /** What people are asked to write on the envelope, so that the post room knows it. */
  marking: z.string().min(1).optional(),
  /** Where people write about data protection; mail to it is an intake channel, and our letters come from it. */
  email: z.email(),
  /** Further addresses at which requests arrive, on any domain. */
  mailboxes: z.array(z.email()).default([]),
  website: z.url(),
  publicBody: publicBodySchema.optional(),
  jurisdiction: z.enum(jurisdictions),
  timeZone: z.string().min(1),
  /** Whether the three Swedish eves move a due date like holidays: the lenient reading, so off unless chosen. */
  evesCountAsHolidays: z.boolean().default(false),
  /** The languages of this controller, the first one first. */
  languages: z.array(languageSchema).min(1),
  dataProtectionOfficer: z.strictObject({ email: z.email(), name: z.string().min(1).optional() }).optional(),
  /** Needed only where the authority of the country is not the right one; read it with `authorityOf`. */
  supervisoryAuthority: supervisoryAuthoritySchema.optional(),
  /** Business areas in which people look for their data. They say where a system belongs; every area is searched. */
  areas: z.array(z.strictObject({ id: idSchema, name: localisedSchema })).default([]),
  /** What this controller asks beyond the common policy: it may only tighten it. */
  policy: policyOverrideSchema.optional(),
  /** Who owns a case when it arrives, and who steps in. */
  owner: staffIdSchema.optional(),
  deputy: staffIdSchema.optional(),
  /** Who is told when a case is at risk; the data protection officer when it is not said. */
  escalation: z.email().optional(),
  /** Whether interim personal identity numbers (T-numbers) are taken. */
  allowInterimNumbers: z.boolean().default(false),
  /** How its own customer, order and contract numbers look. */
  numbers: numberFormatsSchema.prefault({}),
  identity: identityMethodsSchema.prefault({}),
});
export type Controller = Readonly<z.infer<typeof controllerSchema>>;

/** Where requests by post go. */
export function postalAddressOf(controller: Controller): readonly string[] {
  return controller.postalAddress ?? controller.address;
}

/** Every address at which the controller takes requests by mail; the first one is the sender of its letters. */
export function intakeAddresses(controller: Controller): readonly string[] {
  return [controller.email, ...controller.mailboxes];
}

/** Who is told when a case is at risk, or `undefined` when the controller has named nobody. */
export function escalationAddress(controller: Controller): string | undefined {
  return controller.escalation ?? controller.dataProtectionOfficer?.email;
}
