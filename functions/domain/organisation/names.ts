import * as z from 'zod';

/** The id of a controller, a system, an activity or another part of `organisation.yaml`, such as `hubspot`. */
export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, at most 40');

/**
 * The id of a member of staff, which is the subject id of the sign-in service. The id is opaque, and never an e-mail
 * address or a name.
 */
export const staffIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_.|:-]{1,128}$/, 'the opaque id of the sign-in service, not an e-mail address and not a name');

/** The name of a secret in Secrets Manager. `organisation.yaml` never contains the secret itself. */
export const secretNameSchema = z.string().regex(/^[\w/+=.@-]{1,128}$/, 'the name of a secret, not the secret');

/** Refuses public bodies, because the product does not support their rules yet. */
export const publicBodySchema = z.literal(false, {
  error:
    'stöds inte ännu / not supported yet: a Swedish public body also answers under tryckfrihetsförordningen ' +
    '(2 kap.), archive law and dataskyddslagen 7 kap. 2 § (appeal); leave publicBody out or say false',
});
