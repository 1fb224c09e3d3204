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
  /** The registered address (seat), line by line. */
  address: addressSchema,
  /** The address for requests by post. Absent: the registered address. */
  postalAddress: addressSchema.optional(),
  /** The words that people are asked to write on the envelope, so that the post room recognises a request. */
  marking: z.string().min(1).optional(),
  /**
   * The address for data protection matters. Mail to this address is read as a request, and the controller's letters
   * are sent from it.
   */
  email: z.email(),
  /** Further addresses at which requests are received, on any domain. */
  mailboxes: z.array(z.email()).default([]),
  website: z.url(),
  publicBody: publicBodySchema.optional(),
  jurisdiction: z.enum(jurisdictions),
  timeZone: z.string().min(1),
  /**
   * Whether the three Swedish eves (Midsummer Eve, Christmas Eve and New Year's Eve) move a due date as holidays do.
   * Counting them as holidays is a generous reading of the law, so the default is `false`.
   */
  evesCountAsHolidays: z.boolean().default(false),
  /** The languages in which the controller writes, the main one first. */
  languages: z.array(languageSchema).min(1),
  dataProtectionOfficer: z.strictObject({ email: z.email(), name: z.string().min(1).optional() }).optional(),
  /** Needed only if the controller's authority is not the authority of the country. Read it with `authorityOf`. */
  supervisoryAuthority: supervisoryAuthoritySchema.optional(),
  /**
   * Business areas by names that people know. A system names the areas to which it belongs. Every request is searched
   * in all areas.
   */
  areas: z.array(z.strictObject({ id: idSchema, name: localisedSchema })).default([]),
  /** Rules of this controller that are stricter than the common policy. */
  policy: policyOverrideSchema.optional(),
  /** The member of staff who owns a new case, and the deputy. */
  owner: staffIdSchema.optional(),
  deputy: staffIdSchema.optional(),
  /** The address that gets a mail when a case is at risk; absent: the data protection officer. */
  escalation: z.email().optional(),
  /** Whether interim personal identity numbers (T-numbers) are accepted. */
  allowInterimNumbers: z.boolean().default(false),
  /** The formats of the controller's own customer, order and contract numbers. */
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

/**
 * The address that gets a mail when a case is at risk. `undefined`: the controller names no such address and no data
 * protection officer.
 */
export function escalationAddress(controller: Controller): string | undefined {
  return controller.escalation ?? controller.dataProtectionOfficer?.email;
}
