import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { identityMethodsSchema } from '#domain/identity-methods/methods.ts';
import { readDemoOrganisation } from '#infra/local/demo/organisation.ts';
import { startStandIns, type RunningStandIns } from '#infra/local/identity-provider/stand-ins.ts';

const { organisation } = readDemoOrganisation();
const callback = 'http://127.0.0.1:1/sign-in/callback';
let folder: string;
const clock = { now: () => Date.now(), onShift: () => () => undefined };
let running: RunningStandIns;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stand-ins-'));
  running = await startStandIns({ organisation, folder, callback, people: [testPerson], key: 'key', clock });
});
afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

const issuers = (): readonly string[] =>
  running.organisation.controllers.flatMap(({ identity: { login, eid } }) => [
    ...(login === undefined ? [] : [login.issuer]),
    ...eid.map(({ issuer }) => issuer),
  ]);
const authorise = (change: Readonly<Record<string, string>> = {}): string => {
  const query = new URLSearchParams({
    client_id: 'utdrag',
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid',
    state: 'state',
    nonce: 'nonce',
    code_challenge: 'c'.repeat(43),
    code_challenge_method: 'S256',
    ...change,
  });
  return `${issuers()[1]}/auth?${query.toString()}`;
};

describe('The stand-ins', () => {
  it('replace the login and the e-ID of the description, on the loopback interface only', () => {
    expect(issuers()).toHaveLength(2);
    for (const issuer of issuers()) expect(issuer).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect([...running.secrets.keys()]).toEqual(['utdrag/inloggning', 'utdrag/legitimation']);
    const others = { ...running.organisation, controllers: [] };
    expect(others).toEqual({ ...organisation, controllers: [] });
  });

  it('have the same secrets after a restart, and others with another key', async () => {
    const again = await startStandIns({ organisation, folder, callback, people: [], key: 'key', clock });
    const other = await startStandIns({ organisation, folder, callback, people: [], key: 'other', clock });
    await Promise.all([again.close(), other.close()]);
    expect([...again.secrets]).toEqual([...running.secrets]);
    expect([...other.secrets.values()]).not.toEqual([...running.secrets.values()]);
  });

  it('do not run if a description configures none', async () => {
    const plain = {
      ...organisation,
      controllers: organisation.controllers.map((one) => ({ ...one, identity: identityMethodsSchema.parse({}) })),
    };
    const none = await startStandIns({ organisation: plain, folder, callback, people: [], key: 'key', clock });
    await none.close();
    expect(none.organisation).toBe(plain);
    expect(none.secrets.size).toBe(0);
  });

  it('say on their page that they are no e-ID, and list the invented persons', async () => {
    const begun = await fetch(authorise(), { redirect: 'manual' });
    const cookie = begun.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const page = await fetch(new URL(begun.headers.get('location') ?? '', issuers()[1]), { headers: { cookie } });
    const text = await page.text();
    expect(text).toContain('This stands in for an e-ID');
    expect(text).toContain('checks nothing');
    expect(text).toContain('Åsa Berg');
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' http://127.0.0.1:1;");
  });

  it.each([
    ['to another address', { redirect_uri: 'http://127.0.0.1:2/elsewhere' }],
    ['for another client', { client_id: 'somebody' }],
  ])('redirect nobody to %s', async (_, change) => {
    const answer = await fetch(authorise(change), { redirect: 'manual' });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
  });

  it('require a challenge, and issue a token only for the secret', async () => {
    const without = await fetch(authorise({ code_challenge: '', code_challenge_method: '' }), { redirect: 'manual' });
    expect(without.headers.get('location')).toContain('error=invalid_request');
    const token = await fetch(`${issuers()[1]}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from('utdrag:wrong').toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'authorization_code', code: 'x', redirect_uri: callback }),
    });
    expect(token.status).toBe(401);
  });

  it('answer under no other host name', async () => {
    const [issuer = ''] = issuers();
    const answer = await fetch(issuer.replace('127.0.0.1', 'localhost'));
    expect(answer.status).toBe(421);
  });
});
