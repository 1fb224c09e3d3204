import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHmac } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBench, type Bench } from './bench.ts';

const AUDIENCE = 'urn:utdrag:staff';
const rsa = await generateKeyPair('RS256', { extractable: true });
const ec = await generateKeyPair('ES256');
const ed = await generateKeyPair('Ed25519');
const stranger = await generateKeyPair('RS256');

let keyServer: Server;
let issuer: string;
let bench: Bench;
let withoutKeys: Bench;

beforeAll(async () => {
  const keys = [
    { ...(await exportJWK(rsa.publicKey)), kid: 'rsa', alg: 'RS256', use: 'sig' },
    { ...(await exportJWK(ec.publicKey)), kid: 'ec', alg: 'ES256', use: 'sig' },
    { ...(await exportJWK(ed.publicKey)), kid: 'ed', alg: 'Ed25519', use: 'sig' },
  ];
  keyServer = createServer((_, response) => response.end(JSON.stringify({ keys })));
  await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}`;
  const routes = [
    { method: 'GET', path: '/v1/cases', function: 'staff-api', auth: 'jwt' },
    { method: 'GET', path: '/v1/open', function: 'subject-api', auth: 'none' },
  ] as const;
  bench = await startBench({ routes, authorizer: { issuer, audience: AUDIENCE, jwksUri: `${issuer}/jwks` } });
  withoutKeys = await startBench({
    routes,
    authorizer: { issuer, audience: AUDIENCE, jwksUri: 'http://127.0.0.1:1/jwks' },
  });
});

afterAll(async () => {
  await bench.gateway.close();
  await withoutKeys.gateway.close();
  keyServer.close();
});

const seconds = Math.floor(Date.now() / 1000);
const claims = (over: JWTPayload = {}): JWTPayload => ({
  iss: issuer,
  aud: AUDIENCE,
  sub: 'staff-1',
  iat: seconds - 10,
  exp: seconds + 600,
  ...over,
});
const sign = (payload: JWTPayload, kid = 'rsa', alg = 'RS256', key: CryptoKey = rsa.privateKey): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ alg, kid }).sign(key);
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const call = (authorization: string | undefined, to = bench): Promise<Response> =>
  fetch(`${to.gateway.url}/v1/cases`, authorization === undefined ? {} : { headers: { authorization } });

test('a good token is accepted, and its claims arrive in the form that AWS gives them', async () => {
  const payload = claims({
    roles: ['case-worker', 'dpo'],
    scope: 'openid profile',
    active: true,
    level: 3,
    address: { country: 'SE', area: ['a'] },
    nothing: null,
  });
  bench.taken();
  expect((await call(`Bearer ${await sign(payload)}`)).status).toBe(200);
  expect(bench.taken()[0]?.event.requestContext['authorizer']).toEqual({
    jwt: {
      claims: {
        iss: issuer,
        aud: AUDIENCE,
        sub: 'staff-1',
        iat: String(seconds - 10),
        exp: String(seconds + 600),
        roles: '[case-worker dpo]',
        scope: 'openid profile',
        active: 'true',
        level: '3',
        address: 'map[area:[a] country:SE]',
        nothing: '<nil>',
      },
      scopes: null,
    },
  });
});

test('ES256, a lower-case scheme, no scheme, several audiences, and client_id in place of aud are accepted', async () => {
  expect((await call(`bearer ${await sign(claims(), 'ec', 'ES256', ec.privateKey)}`)).status).toBe(200);
  expect((await call(await sign(claims()))).status).toBe(200);
  expect((await call(`Bearer ${await sign(claims({ aud: ['other', AUDIENCE] }))}`)).status).toBe(200);
  const { aud: _, ...withoutAudience } = claims({ client_id: AUDIENCE });
  expect((await call(`Bearer ${await sign(withoutAudience)}`)).status).toBe(200);
});

test('a route without authorizer requires no token', async () => {
  bench.taken();
  expect((await fetch(`${bench.gateway.url}/v1/open`)).status).toBe(200);
  expect(bench.taken()[0]?.event.requestContext).not.toHaveProperty('authorizer');
});

const without = (name: string): JWTPayload =>
  Object.fromEntries(Object.entries(claims()).filter(([each]) => each !== name));

const REFUSED: Readonly<Record<string, () => Promise<string | undefined>>> = {
  'no header': () => Promise.resolve(undefined),
  'an empty header': () => Promise.resolve('Bearer '),
  'no token': () => Promise.resolve('Bearer not.a.token'),
  'another scheme': async () => `Basic ${await sign(claims())}`,
  'an expired token': () => sign(claims({ exp: seconds - 1 })),
  'a token without expiry': () => sign(without('exp')),
  'a token that is not valid yet': () => sign(claims({ nbf: seconds + 300 })),
  'a token from the future': () => sign(claims({ iat: seconds + 300 })),
  'the wrong issuer': () => sign(claims({ iss: 'https://id.example.org' })),
  'no issuer': () => sign(without('iss')),
  'the wrong audience': () => sign(claims({ aud: 'another-api' })),
  'the wrong audience, with the right client_id': () => sign(claims({ aud: 'another-api', client_id: AUDIENCE })),
  'no audience': () => sign(without('aud')),
  'the signature of a stranger': () => sign(claims(), 'rsa', 'RS256', stranger.privateKey),
  'an unknown key id': () => sign(claims(), 'unknown'),
  'changed claims': async () => {
    const [header, , signature] = (await sign(claims())).split('.');
    return `${header}.${encode(claims({ sub: 'somebody-else' }))}.${signature}`;
  },
  'alg none': () => Promise.resolve(`${encode({ alg: 'none', kid: 'rsa' })}.${encode(claims())}.`),
  'alg none with a signature': async () => {
    const signature = (await sign(claims())).split('.')[2];
    return `${encode({ alg: 'none', kid: 'rsa' })}.${encode(claims())}.${signature}`;
  },
  'an HMAC made with the public key': async () => {
    const text = `${encode({ alg: 'HS256', kid: 'rsa' })}.${encode(claims())}`;
    return `${text}.${createHmac('sha256', await exportSPKI(rsa.publicKey))
      .update(text)
      .digest('base64url')}`;
  },
  'an algorithm that is not in the list, with a key that is': () => sign(claims(), 'ed', 'Ed25519', ed.privateKey),
};

test.each(Object.entries(REFUSED))('refused: %s', async (_, make) => {
  bench.taken();
  const response = await call(await make());
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
  expect(await response.text()).toBe('{"message":"Unauthorized"}');
  expect(bench.taken()).toHaveLength(0);
});

test('nobody is accepted while the keys cannot be fetched, and the error does not blame the token', async () => {
  const response = await call(`Bearer ${await sign(claims())}`, withoutKeys);
  expect(response.status).toBe(500);
  expect(withoutKeys.taken()).toHaveLength(0);
});
