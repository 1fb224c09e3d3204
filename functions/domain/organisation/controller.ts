import * as z from 'zod';
import { jurisdictions } from '../clock/holidays.ts';
import { numberFormatsSchema } from '../identifiers/number-formats.ts';
import { languageSchema, localisedSchema } from '../language.ts';
import { supervisoryAuthoritySchema } from './authorities.ts';
import { identityMethodsSchema } from '../identity-methods/methods.ts';
import { idSchema, publicBodySchema, staffIdSchema } from './names.ts';
import { policyOverrideSchema } from './policy.ts';

const addressSchema = z.array(z.string().min(1)).min(1);

/** A controller: one legal person (Art. 4(7)). */
export const controllerSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  organisationNumber: z.string().regex(/^\d{6}[-\u2010-\u2013]?\d{4}$/, 'ten digits, with or without a dash'),
  /** The seat, line by line. */
  address: addressSchema,
  /** The address for requests by post, if it is not the seat. */
  postalAddress: addressSchema.optional(),
  /** The marking that people are asked to write on the envelope, for the post room. */
  marking: z.string().min(1).optional(),
  /** The address for data protection matters: mail to it is a request, and our letters come from it. */
  email: z.email(),
  /** Further addresses for requests, on any domain. */
  mailboxes: z.array(z.email()).default([]),
  website: z.url(),
  publicBody: publicBodySchema.optional(),
  jurisdiction: z.enum(jurisdictions),
  timeZone: z.string().min(1),
  /**
   * Whether the three Swedish eves move a due date like holidays. This is the lenient reading, so it is off by default.
   */
  evesCountAsHolidays: z.boolean().default(false),
  /** The languages of this controller, the main one first. */
  languages: z.array(languageSchema).min(1),
  dataProtectionOfficer: z.strictObject({ email: z.email(), name: z.string().min(1).optional() }).optional(),
  /** Needed only if the authority of the country is the wrong one; read it with `authorityOf`. */
  supervisoryAuthority: supervisoryAuthoritySchema.optional(),
  /** Business areas, as people know them. They say where a system belongs; a request is searched in every area. */
  areas: z.array(z.strictObject({ id: idSchema, name: localisedSchema })).default([]),
  /** Stricter rules of this controller than the common policy has. */
  policy: policyOverrideSchema.optional(),
  /** The owner of a new case, and the deputy. */
  owner: staffIdSchema.optional(),
  deputy: staffIdSchema.optional(),
  /** Who is told when a case is at risk; absent: the data protection officer. */
  escalation: z.email().optional(),
  /** Whether interim personal identity numbers (T-numbers) are accepted. */
  allowInterimNumbers: z.boolean().default(false),
  /** The formats of its own customer, order and contract numbers. */
  numbers: numberFormatsSchema.prefault({}),
  identity: identityMethodsSchema.prefault({}),
});
export type Controller = Readonly<z.infer<typeof controllerSchema>>;

/** The address for requests by post. */
export function postalAddressOf(controller: Controller): readonly string[] {
  return controller.postalAddress ?? controller.address;
}

/** Every address at which the controller receives requests by mail. The first is the sender of its letters. */
export function intakeAddresses(controller: Controller): readonly string[] {
  return [controller.email, ...controller.mailboxes];
}

/** Who is told when a case is at risk, or `undefined` if the controller names nobody. */
export function escalationAddress(controller: Controller): string | undefined {
  return controller.escalation ?? controller.dataProtectionOfficer?.email;
}
