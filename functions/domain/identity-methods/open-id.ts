import * as z from 'zod';

/** Issuer of an OpenID provider. When a description is deployed, `organisation/rules.ts` requires https. */
export const issuerSchema = z.url({ protocol: /^https?$/ });

/** Name of a claim in the identity token. */
export const claimSchema = z.string().min(1).max(200);
