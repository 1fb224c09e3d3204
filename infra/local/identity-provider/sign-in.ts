import { decodeJwt } from 'jose';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';

const MAXIMUM_STEPS = 8;
const STEP_SECONDS = 20;

export interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly audience: string;
  readonly staffId: string;
}

/**
 * Signs a member of staff in at the local identity provider and returns the access token. It makes the same requests as
 * the console in a browser: authorization code with PKCE, redirects, cookies, and the form of the sign-in page. Throws
 * if the provider refuses the sign-in, or if the token is for another audience.
 */
export async function signIn(settings: SignInSettings): Promise<string> {
  const { issuer, clientId, redirectUri, audience } = settings;
  const options = { execute: [allowInsecureRequests], timeout: STEP_SECONDS };
  const provider = await discovery(new URL(issuer), clientId, undefined, None(), options);
  const [pkceCodeVerifier, expectedState, expectedNonce] = [randomPKCECodeVerifier(), randomState(), randomNonce()];
  const start = buildAuthorizationUrl(provider, {
    redirect_uri: redirectUri,
    scope: 'openid profile',
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
  });
  const back = await walk(start, settings);
  const { access_token: token } = await authorizationCodeGrant(provider, back, {
    pkceCodeVerifier,
    expectedState,
    expectedNonce,
    idTokenExpected: true,
  });
  if (![decodeJwt(token).aud].flat().includes(audience)) throw new Error('the access token is for another audience');
  return token;
}

/**
 * Follows the redirects and submits the form on the sign-in page. Returns the redirect to the application (with the
 * code in its query) and does not follow it.
 */
async function walk(start: URL, { redirectUri, staffId }: SignInSettings): Promise<URL> {
  const cookies = new Map<string, string>();
  const application = placeOf(new URL(redirectUri));
  let next: { url: URL; init: RequestInit } = { url: start, init: {} };
  for (let step = 0; step < MAXIMUM_STEPS; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const signal = AbortSignal.timeout(STEP_SECONDS * 1000);
    const response = await fetch(next.url, { ...next.init, headers: { cookie }, redirect: 'manual', signal });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    const location = response.headers.get('location');
    if (location === null) {
      const isPage = response.status === 200 && next.init.method === undefined;
      if (!isPage) throw new Error(`the sign-in stopped with status ${response.status}`);
      next = { url: next.url, init: { method: 'POST', body: new URLSearchParams({ staff: staffId }) } };
    } else {
      const url = new URL(location, next.url);
      if (placeOf(url) === application) return url;
      next = { url, init: {} };
    }
    await response.body?.cancel();
  }
  throw new Error('the sign-in has too many redirects or pages');
}

function placeOf(url: URL): string {
  return url.origin + url.pathname;
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const name = pair.slice(0, pair.indexOf('='));
  const value = pair.slice(pair.indexOf('=') + 1);
  if (value === '') cookies.delete(name);
  else cookies.set(name, value);
}
