import * as oidc from 'openid-client';
import * as z from 'zod';
import { providersOf } from '#domain/identity-methods/methods.ts';
import type { Controller } from '#domain/organisation/organisation.ts';

const timeoutSeconds = 8;
/** The secret of an OpenID client, as the operator enters it. */
const secretSchema = z.looseObject({ clientSecret: z.string().min(1) });

export type Provider = ReturnType<typeof providersOf>[number];

/** The provider of the controller's method with this id; `undefined` if there is none. */
export function providerOf({ identity }: Controller, methodId: string): Provider | undefined {
  return providersOf(identity).find(({ id }) => id === methodId);
}

type Discovered =
  | { readonly ok: true; readonly configuration: oidc.Configuration }
  | { readonly ok: false; readonly detail: string };

const known = new Map<string, oidc.Configuration>();

/** Reads the provider's metadata once for each process. */
export async function discover(
  { issuer, clientId, secret }: Provider,
  secretOf: (name: string) => Promise<unknown>,
): Promise<Discovered> {
  const key = JSON.stringify([issuer, clientId]);
  const kept = known.get(key);
  if (kept !== undefined) return { ok: true, configuration: kept };
  const read = secretSchema.safeParse(await secretOf(secret));
  if (!read.success) return { ok: false, detail: 'no-client-secret' };
  const { clientSecret } = read.data;
  const server = new URL(issuer);
  try {
    const configuration = await oidc.discovery(server, clientId, clientSecret, oidc.ClientSecretBasic(clientSecret), {
      timeout: timeoutSeconds,
      execute: [
        // The signature of the token is checked, although the token comes directly from the provider.
        oidc.enableNonRepudiationChecks,
        // In a deployed description `rules.ts` refuses `http:`. So an `http:` address here is that of a test provider.
        ...(server.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
      ],
    });
    known.set(key, configuration);
    return { ok: true, configuration };
  } catch (error) {
    return { ok: false, detail: troubleOf(error).detail };
  }
}

type Redeemed =
  | { readonly ok: true; readonly claims: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly code: 'cancelled' | 'failed' | 'unavailable'; readonly detail: string };

/** Exchanges the code for an ID token and checks it: state, issuer, audience, signature, nonce, times. */
export async function redeem(
  configuration: oidc.Configuration,
  callback: URL,
  checks: oidc.AuthorizationCodeGrantChecks,
): Promise<Redeemed> {
  try {
    const claims = (await oidc.authorizationCodeGrant(configuration, callback, checks)).claims();
    return claims === undefined ? { ok: false, code: 'failed', detail: 'no-token' } : { ok: true, claims };
  } catch (error) {
    const trouble = troubleOf(error);
    // The secret may have been changed in Secrets Manager: the next attempt reads it again.
    if (trouble.detail === 'invalid_client') known.clear();
    return { ok: false, ...trouble };
  }
}

/** Turns an error of the OpenID library into a result; any other error is thrown again. */
function troubleOf(error: unknown): Pick<Extract<Redeemed, { readonly ok: false }>, 'code' | 'detail'> {
  if (error instanceof oidc.AuthorizationResponseError)
    return {
      code: error.error === 'access_denied' ? 'cancelled' : 'failed',
      detail: codeForLog(error.error),
    };
  if (error instanceof oidc.ResponseBodyError)
    return { code: error.status >= 500 ? 'unavailable' : 'failed', detail: codeForLog(error.error) };
  if (error instanceof oidc.ClientError) {
    const away = error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_ABORT';
    return { code: away ? 'unavailable' : 'failed', detail: codeForLog(error.code) };
  }
  // A provider that does not accept our client secret sends the header `WWW-Authenticate`.
  if (error instanceof oidc.WWWAuthenticateChallengeError) return { code: 'failed', detail: 'invalid_client' };
  // The error of `fetch` when no server responds.
  if (error instanceof TypeError && error.message === 'fetch failed')
    return { code: 'unavailable', detail: 'no-answer' };
  throw error;
}

/**
 * An error code of the protocol that may be logged. The provider chose the text, so any text that does not look like a
 * code is left out.
 */
function codeForLog(code: string | undefined): string {
  return code !== undefined && /^[A-Za-z_]{1,60}$/.test(code) ? code : 'other';
}
