import * as oidc from 'openid-client';
import * as z from 'zod';
import { providersOf } from '#domain/identity-methods/methods.ts';
import type { Controller } from '#domain/organisation/organisation.ts';

const timeoutSeconds = 8;
/** The secret of an OpenID Connect client, as the operator stores it in Secrets Manager. */
const secretSchema = z.looseObject({ clientSecret: z.string().min(1) });

export type Provider = ReturnType<typeof providersOf>[number];

/** The provider that the controller's description names for this method; `undefined` if there is none. */
export function providerOf({ identity }: Controller, methodId: string): Provider | undefined {
  return providersOf(identity).find(({ id }) => id === methodId);
}

type Discovered =
  | { readonly ok: true; readonly configuration: oidc.Configuration }
  | { readonly ok: false; readonly detail: string };

const known = new Map<string, oidc.Configuration>();

/**
 * Reads the metadata of a provider and our client secret, and keeps both in this process until the provider refuses the
 * secret.
 */
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
        // The signature of the ID token is checked, although OpenID Connect allows us to trust the TLS connection to
        // the provider.
        oidc.enableNonRepudiationChecks,
        // `domain/organisation/rules.ts` refuses an `http:` provider in a deployed description. So an `http:` provider
        // is a local stand-in.
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

/**
 * Exchanges the authorisation code for an ID token. The library checks the `state` of the callback, and the issuer,
 * audience, signature, nonce and times of the token.
 */
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
    // Somebody may have changed the secret in Secrets Manager, so the next attempt reads it again.
    if (trouble.detail === 'invalid_client') known.clear();
    return { ok: false, ...trouble };
  }
}

/**
 * Turns an error of the OpenID Connect library, or of a `fetch` without a response, into a result. Any other error is
 * thrown again.
 */
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
  // The provider has refused our client secret, and has sent the header `WWW-Authenticate`.
  if (error instanceof oidc.WWWAuthenticateChallengeError) return { code: 'failed', detail: 'invalid_client' };
  // `fetch` throws this error when no server responds.
  if (error instanceof TypeError && error.message === 'fetch failed')
    return { code: 'unavailable', detail: 'no-answer' };
  throw error;
}

/**
 * An error code that may be written to the log. The provider chose the text, so a text that does not look like a code
 * is replaced by `other`.
 */
function codeForLog(code: string | undefined): string {
  return code !== undefined && /^[A-Za-z_]{1,60}$/.test(code) ? code : 'other';
}
