import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RunningEndpoint } from '#infra/local/endpoint.ts';
import { startGateway } from '#infra/local/aws/api-gateway/gateway.ts';
import {
  startIdentityProvider,
  type RunningIdentityProvider,
} from '#infra/local/identity-provider/identity-provider.ts';
import { signIn } from '#infra/local/identity-provider/sign-in.ts';

const AUDIENCE = 'utdrag-api';
const REDIRECT = 'http://127.0.0.1:19999/console/callback';
const HOME = 'http://127.0.0.1:19999/console/';
const VERIFIER = 'a-verifier-of-at-least-forty-three-characters-0123';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const folder = mkdtempSync(path.join(tmpdir(), 'identity-provider-test-'));
const keyFile = path.join(folder, 'identity-provider-keys.json');
const settings = {
  folder,
  audience: AUDIENCE,
  staff: [
    { id: 'staff-7f3a', name: 'Astrid Lund', roles: ['case-worker'] },
    { id: 'staff-91bc', name: 'Bo <b>Ek</b>', roles: ['approver', 'dpo'] },
  ],
  clients: [{ clientId: 'console', redirectUris: [REDIRECT], postLogoutRedirectUris: [HOME] }],
};

let provider: RunningIdentityProvider;
let gateway: RunningEndpoint;
const events: { requestContext: Record<string, unknown> }[] = [];

beforeAll(async () => {
  provider = await startIdentityProvider(settings);
  gateway = await startGateway({
    routes: [{ method: 'GET', path: '/v1/cases', function: 'staff-api', auth: 'jwt' }],
    invoke: async (_, event) => {
      events.push(event as (typeof events)[0]);
      return { kind: 'returned', payload: { statusCode: 200 } };
    },
    authorizer: { issuer: provider.issuer, audience: AUDIENCE, jwksUri: provider.jwksUri },
    clock: { now: () => Date.now(), onShift: () => () => undefined },
  });
});

afterAll(async () => {
  await gateway.close();
  await provider.close();
  rmSync(folder, { recursive: true });
});

const usual = () => ({ issuer: provider.issuer, clientId: 'console', redirectUri: REDIRECT, audience: AUDIENCE });
const cases = (token: string): Promise<Response> =>
  fetch(`${gateway.url}/v1/cases`, { headers: { authorization: `Bearer ${token}` } });

/** The cookies of a browser; it does not follow a redirect that a test wants to see. */
function browser() {
  const jar = new Map<string, string>();
  return async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), cookie };
    const response = await fetch(new URL(url, provider.url), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
}

const authorize = (over: Record<string, string> = {}): string =>
  `/auth?${new URLSearchParams({
    client_id: 'console',
    redirect_uri: REDIRECT,
    response_type: 'code',
    scope: 'openid profile',
    state: 'a-state',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    ...over,
  }).toString()}`;
const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) });
const locationOf = (response: Response): string => response.headers.get('location') ?? '';

/** Signs in until there is a code. */
async function codeFor(go: ReturnType<typeof browser>, staff = 'staff-7f3a'): Promise<string> {
  const page = locationOf(await go(authorize()));
  const resume = locationOf(await go(page, form({ staff })));
  return new URL(locationOf(await go(resume))).searchParams.get('code') ?? '';
}

const redeem = (code: string, over: Record<string, string> = {}, origin?: string): Promise<Response> =>
  fetch(`${provider.url}/token`, {
    ...form({
      grant_type: 'authorization_code',
      client_id: 'console',
      redirect_uri: REDIRECT,
      code,
      code_verifier: VERIFIER,
      ...over,
    }),
    headers: origin === undefined ? {} : { origin },
  });

describe('signing in', () => {
  test('gives an access token for the API, by which the gateway recognises the user', async () => {
    const token = await signIn({ ...usual(), staffId: 'staff-91bc' });
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
    expect(decodeJwt(token)).toMatchObject({
      iss: provider.url,
      aud: AUDIENCE,
      sub: 'staff-91bc',
      roles: ['approver', 'dpo'],
    });
    // The id of the token is random, so it can contain any two letters.
    expect(JSON.stringify({ ...decodeJwt(token), jti: '' })).not.toContain('Ek');
    expect((await cases(token)).status).toBe(200);
    expect(events.at(-1)?.requestContext['authorizer']).toMatchObject({
      jwt: { claims: { sub: 'staff-91bc', roles: '[approver dpo]', aud: AUDIENCE, client_id: 'console' } },
    });
  });

  test('gives an ID token with the name, which the API does not accept', async () => {
    const answer = (await (await redeem(await codeFor(browser()))).json()) as { id_token: string };
    const keys = createRemoteJWKSet(new URL(provider.jwksUri));
    const { payload } = await jwtVerify(answer.id_token, keys, { issuer: provider.issuer, audience: 'console' });
    expect(payload).toMatchObject({ sub: 'staff-7f3a', name: 'Astrid Lund' });
    expect((await cases(answer.id_token)).status).toBe(401);
  });

  test('needs no second choice in the same browser, unless the application demands it', async () => {
    const go = browser();
    await codeFor(go);
    expect(locationOf(await go(authorize()))).toMatch(/^http:\/\/127\.0\.0\.1:19999\/console\/callback\?code=/);
    expect(locationOf(await go(authorize({ prompt: 'login' })))).toMatch(/\/sign-in\//);
  });

  test('ends with signing out, which leads back to the application', async () => {
    const go = browser();
    await codeFor(go);
    const query = new URLSearchParams({ client_id: 'console', post_logout_redirect_uri: HOME }).toString();
    const page = await (await go(`/session/end?${query}`)).text();
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page) ?? [];
    const confirmed = await go('/session/end/confirm', form({ xsrf, logout: 'yes' }));
    expect(locationOf(confirmed)).toBe(HOME);
    expect(locationOf(await go(authorize()))).toMatch(/\/sign-in\//);
  });
});

describe('the sign-in page', () => {
  test('lists the staff as buttons, says that it is a stand-in, and runs no script', async () => {
    const go = browser();
    const response = await go(locationOf(await go(authorize())));
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toContain('asks for no password');
    expect(text).toMatch(/<button name="staff" value="staff-7f3a">\s*<strong>Sign in as Astrid Lund<\/strong>/);
    expect(text).toContain('Sign in as Bo &lt;b&gt;Ek&lt;/b&gt;');
    expect(text).not.toContain('<script');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://127.0.0.1:19999");
    // The hash must be that of the style in the page, or the browser does not apply the style.
    const style = /<style>([^]*?)<\/style>/.exec(text)?.[1] ?? '';
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  });

  test('has no effect without the cookie of a sign-in that was started', async () => {
    const page = locationOf(await browser()(authorize()));
    for (const init of [{}, form({ staff: 'staff-7f3a' })]) {
      const response = await browser()(page, init);
      expect(response.status).toBe(400);
      expect(response.headers.get('location')).toBeNull();
    }
  });

  test.each([{ staff: 'somebody-else' }, { staff: '' }, {}, { staff: 'x'.repeat(20_000) }])(
    'knows no other staff',
    async (fields) => {
      const go = browser();
      const response = await go(locationOf(await go(authorize())), form(fields));
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('no such staff member');
      await expect(signIn({ ...usual(), staffId: 'somebody-else' })).rejects.toThrow('status 400');
    },
  );
});

describe('what is refused', () => {
  test('another application, or another address to return to', async () => {
    for (const over of [{ client_id: 'other' }, { redirect_uri: 'https://www.example.org/' }]) {
      const response = await browser()(authorize(over));
      expect(response.status).toBe(400);
      expect(response.headers.get('location')).toBeNull();
      expect(await response.text()).toContain('Sign-in did not work');
    }
  });

  test('a flow without PKCE, with its weak method, without a code, or for another resource', async () => {
    const withoutChallenge = authorize().replace(/&code_challenge[^&]*/g, '');
    const others = [
      { code_challenge_method: 'plain' },
      { response_type: 'token' },
      { resource: 'https://api.example.org' },
    ];
    for (const url of [withoutChallenge, ...others.map((over) => authorize(over))]) {
      const location = new URL(locationOf(await browser()(url)));
      expect(new URLSearchParams(location.search || location.hash.slice(1)).get('error')).toBeTruthy();
      expect(location.searchParams.get('code')).toBeNull();
    }
  });

  test('a code with a wrong verifier, an invented one, or one that was used before', async () => {
    const code = await codeFor(browser());
    expect((await redeem('made-up')).status).toBe(400);
    expect((await redeem(code, { code_verifier: `${VERIFIER}x` })).status).toBe(400);
    const another = await codeFor(browser());
    expect((await redeem(another)).status).toBe(200);
    expect((await redeem(another)).status).toBe(400);
  });

  test('another name for the same address', async () => {
    const { port } = new URL(provider.url);
    const status = await new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port, path: '/.well-known/openid-configuration' };
      const asked = httpRequest({ ...options, headers: { host: `localhost:${port}` } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', reject).end();
    });
    expect(status).toBe(421);
  });
});

test('only the application’s own origin may read tokens; everybody may read discovery and keys', async () => {
  const allowed = await redeem(await codeFor(browser()), {}, 'http://127.0.0.1:19999');
  expect(allowed.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:19999');
  expect(allowed.status).toBe(200);
  const other = await redeem(await codeFor(browser()), {}, 'https://www.example.org');
  expect(other.headers.get('access-control-allow-origin')).toBeNull();
  expect(await other.text()).not.toContain('access_token');
  for (const place of ['/jwks', '/.well-known/openid-configuration']) {
    const response = await fetch(provider.url + place, { headers: { origin: 'http://127.0.0.1:19999' } });
    expect(response.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:19999');
  }
});

describe('keys', () => {
  test('are readable only by their owner, and are never published with their private part', async () => {
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const published = (await (await fetch(provider.jwksUri)).json()) as { keys: Record<string, string>[] };
    expect(published.keys).toHaveLength(1);
    expect(Object.keys(published.keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });

  test('remain, so that a token is valid after a restart', async () => {
    const { port } = new URL(provider.url);
    const token = await signIn({ ...usual(), staffId: 'staff-7f3a' });
    await provider.close();
    provider = await startIdentityProvider({ ...settings, port: Number(port) });
    const keys = createRemoteJWKSet(new URL(provider.jwksUri));
    await jwtVerify(token, keys, { issuer: provider.issuer, audience: AUDIENCE });
    expect((await cases(token)).status).toBe(200);
  });

  test('of a damaged file are an error and are not replaced', async () => {
    const kept = readFileSync(keyFile);
    writeFileSync(keyFile, '{"signing":{}}');
    await expect(startIdentityProvider(settings)).rejects.toThrow();
    expect(readFileSync(keyFile, 'utf8')).toBe('{"signing":{}}');
    writeFileSync(keyFile, kept);
  });
});

describe('on the console', () => {
  beforeEach(() => {
    for (const method of ['log', 'info', 'warn', 'error'] as const) vi.spyOn(console, method);
  });
  afterEach(() => vi.restoreAllMocks());

  test('nothing is said', async () => {
    await signIn({ ...usual(), staffId: 'staff-7f3a' });
    await browser()(authorize({ client_id: 'other' }));
    for (const method of ['log', 'info', 'warn', 'error'] as const) {
      expect(vi.mocked(console[method])).not.toHaveBeenCalled();
    }
  });
});
