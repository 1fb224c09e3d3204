import * as z from 'zod';

/** Issuer of an OpenID provider. `organisation/rules.ts` requires https when a description is deployed. */
export const issuerSchema = z.url({ protocol: /^https?$/ });

/** Name of a claim in the identity token. */
export const claimSchema = z.string().min(1).max(200);
