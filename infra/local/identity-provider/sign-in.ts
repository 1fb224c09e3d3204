import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import * as z from 'zod';

const MAXIMUM_STEPS = 8;
const STEP_MILLISECONDS = 20_000;

const discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
});
const tokens = z.object({ access_token: z.string(), id_token: z.string() });

export interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly audience: string;
  readonly staffId: string;
}

/**
 * Signs a staff member in at the local identity provider as a browser would (authorization code with PKCE, redirects,
 * cookies, the form of the sign-in page) and gives the access token. Throws when the provider refuses, or when the
 * token is not for the audience.
 */
export async function signIn(settings: SignInSettings): Promise<string> {
  const provider = discovery.parse(await json(await go(`${settings.issuer}/.well-known/openid-configuration`)));
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const nonce = randomBytes(16).toString('base64url');
  const start = new URL(provider.authorization_endpoint);
  start.search = new URLSearchParams({
    client_id: settings.clientId,
    redirect_uri: settings.redirectUri,
    response_type: 'code',
    scope: 'openid profile',
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();

  const back = await walk(start, settings);
  const code = back.searchParams.get('code');
  if (code === null) throw new Error(`the sign-in was refused: ${back.searchParams.get('error') ?? 'no code'}`);
  if (back.searchParams.get('state') !== state || back.searchParams.get('iss') !== provider.issuer) {
    throw new Error('the answer belongs to another sign-in');
  }
  const answer = await go(provider.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: settings.clientId,
      redirect_uri: settings.redirectUri,
      code,
      code_verifier: verifier,
    }),
  });
  const { access_token: accessToken, id_token: idToken } = tokens.parse(await json(answer));
  if (decodeJwt(idToken)['nonce'] !== nonce) throw new Error('the ID token belongs to another sign-in');
  if (![decodeJwt(accessToken).aud].flat().includes(settings.audience)) {
    throw new Error('the access token is for another audience');
  }
  return accessToken;
}

/** Follows the redirects, answers the sign-in page, and gives the address that leads back to the application. */
async function walk(start: URL, { redirectUri, staffId }: SignInSettings): Promise<URL> {
  const cookies = new Map<string, string>();
  const application = placeOf(new URL(redirectUri));
  let next: { url: URL; init: RequestInit } = { url: start, init: {} };
  for (let step = 0; step < MAXIMUM_STEPS; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await go(next.url, { ...next.init, headers: { cookie } });
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
  throw new Error('the sign-in does not come to an end');
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

function go(url: string | URL, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(STEP_MILLISECONDS) });
}

async function json(response: Response): Promise<unknown> {
  if (response.status !== 200) throw new Error(`the identity provider answered with status ${response.status}`);
  return response.json();
}
