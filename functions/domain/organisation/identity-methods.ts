import * as z from 'zod';
import { localisedSchema } from '../language.ts';
import { idSchema, secretNameSchema } from './names.ts';

/** Issuer of an OpenID provider. `rules.ts` requires https when a description is deployed. */
const issuerSchema = z.url({ protocol: /^https?$/ });

/** Name of a claim in the identity token. */
const claimSchema = z.string().min(1).max(200);

/** The organisation's own customer login, by OpenID Connect: proves an account (EDPB 01/2022, 72-75). */
const loginSchema = z.strictObject({
  title: localisedSchema.optional(),
  issuer: issuerSchema,
  clientId: z.string().min(1),
  secret: secretNameSchema,
  /**
   * The claims that identify the account. At least one is needed, because otherwise the login proves nothing that can
   * be searched for.
   */
  claims: z
    .strictObject({ customerNumber: claimSchema.optional(), email: claimSchema.optional() })
    .refine(({ customerNumber, email }) => customerNumber !== undefined || email !== undefined, {
      error: 'name the claim that holds the customer number, the e-mail address, or both',
    }),
  /**
   * The login allows only verified addresses. Needed only if its tokens have no `email_verified`: without either, an
   * address in a token proves nothing.
   */
  verifiesEmail: z.boolean().default(false),
});

/**
 * An e-ID behind an OpenID Connect broker (BankID, Freja). Offered only if held data can match it (practice: no
 * over-identification).
 */
const eidSchema = z.strictObject({
  id: idSchema,
  title: localisedSchema,
  issuer: issuerSchema,
  clientId: z.string().min(1),
  secret: secretNameSchema,
  /** The claim that holds the personnummer or samordningsnummer. */
  personnummerClaim: claimSchema,
  /** The authentication context that the broker must confirm (`acr`). */
  acr: z.string().min(1).optional(),
});

/**
 * The sender of an SMS in AWS End User Messaging: a sender id (which the telephone shows in place of a number), or the
 * id of a number or of a pool.
 */
const smsSenderSchema = z
  .string()
  .regex(/^(?:(?=.*[A-Za-z])[A-Za-z0-9_-]{1,11}|(?:phone|pool)-[0-9a-f]{17,32})$/, {
    error: 'a sender id (at most 11 letters, digits, - and _, one of them a letter), or the id of a number or a pool',
  })
  .meta({ description: 'Sender id, or the id of a number (phone-...) or a pool (pool-...)' });

/** The methods of proving identity, beside decisions of staff in single cases. */
export const identityMethodsSchema = z.strictObject({
  /** A one-time code to an address that we hold. */
  emailCode: z.boolean().default(true),
  /** A one-time code by SMS to a number that the person stated. */
  smsCode: z
    .strictObject({
      sender: smsSenderSchema,
      /** Prevents SMS to expensive numbers all over the world in a controller's name. */
      countries: z
        .array(z.string().regex(/^[A-Z]{2}$/, { error: 'a country as two capital letters (ISO 3166-1)' }))
        .min(1)
        .meta({ description: 'Countries whose numbers get codes, and that the sender is registered for' }),
    })
    .optional(),
  login: loginSchema.optional(),
  eid: z.array(eidSchema).default([]),
  /** A code by letter to the population-register address. */
  letterCode: z.boolean().default(false),
  /** A document that staff look at and do not copy. */
  documentCheck: z.boolean().default(false),
});
export type IdentityMethods = Readonly<z.infer<typeof identityMethodsSchema>>;
