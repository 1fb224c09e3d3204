// Proofs at an OpenID provider that responds in ways in which the stand-ins never respond.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testPerson } from '#connectors/sdk/test-person.ts';
import type { Casework } from '#casework/commit/casework.ts';
import {
  beginSignIn,
  endSignIn,
  signInCookie,
  type EndedSignIn,
  type SignInMeans,
} from '#casework/identity/oidc-proof.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { startSignInStandIn } from '#infra/local/identity-provider/sign-in-stand-in.ts';
import type { StandInPerson } from '#infra/local/identity-provider/stand-in-pages.ts';
import type { RunningEndpoint } from '#infra/local/endpoint.ts';
import type { SignInAttempt } from '#store/sign-in-attempts.ts';
import { contact, later, start, startRig, type Rig } from '../rig.ts';

const callback = 'https://portal.nordvik.example/sign-in/callback';
const number = testPerson.personnummer;
let rig: Rig;
let folder: string;
const endpoints: RunningEndpoint[] = [];
beforeAll(async () => {
  rig = await startRig();
  folder = await mkdtemp(path.join(tmpdir(), 'oidc-proof-'));
});
afterAll(async () => {
  for (const endpoint of endpoints) await endpoint.close();
  await rig.close();
  await rm(folder, { recursive: true, force: true });
});

interface World {
  readonly casework: Casework;
  readonly means: SignInMeans;
  readonly kept: Map<string, SignInAttempt>;
}

/** A provider whose tokens contain these claims, and an organisation that uses it as its login or as an e-ID. */
async function world(
  claims: StandInPerson['claims'],
  options: {
    readonly gives?: string;
    readonly asks?: string;
    readonly secret?: unknown;
    readonly verifiesEmail?: boolean;
  } = {},
): Promise<World> {
  const endpoint = await startSignInStandIn({
    folder,
    kind: 'e-id',
    title: 'Test',
    people: [{ name: 'Kim', claims }],
    client: { clientId: 'utdrag', clientSecret: 'right', redirectUri: callback },
    claims: ['email', 'email_verified', 'customer_number', 'personal_number'],
    clock: { now: () => Date.now(), onShift: () => () => undefined },
    ...(options.gives === undefined ? {} : { acr: options.gives }),
  });
  endpoints.push(endpoint);
  const provider = { issuer: endpoint.url, clientId: 'utdrag', secret: 'secret' };
  const organisation: Organisation = {
    ...rig.organisation,
    controllers: rig.organisation.controllers.map((one) => ({
      ...one,
      identity: {
        ...one.identity,
        login: {
          ...provider,
          claims: { email: 'email', customerNumber: 'customer_number' },
          verifiesEmail: options.verifiesEmail ?? false,
        },
        eid: [
          {
            ...provider,
            id: 'eid',
            title: { sv: 'E', en: 'E' },
            personnummerClaim: 'personal_number',
            ...(options.asks === undefined ? {} : { acr: options.asks }),
          },
        ],
      },
    })),
  };
  const kept = new Map<string, SignInAttempt>();
  const means: SignInMeans = {
    callback,
    secret: async () => options.secret ?? { clientSecret: 'right' },
    attempts: {
      begin: async (id, attempt) => void kept.set(id, attempt),
      async take(id, browser) {
        const found = kept.get(id);
        if (found?.browser !== browser) return undefined;
        kept.delete(id);
        return found;
      },
    },
  };
  return { casework: { ...rig.casework, organisation }, means, kept };
}

let cases = 0;
/** A case whose person has stated a customer number and a personnummer. */
async function openCase(): Promise<string> {
  const opened = await rig.open(`oidc-${(cases += 1)}`, {
    request: rig.request({
      identifiers: [
        { kind: 'email', value: contact },
        { kind: 'customerNumber', value: 'K-10' },
        { kind: 'personnummer', value: number },
      ],
    }),
  });
  if (!opened.ok) throw new Error(opened.code);
  return opened.caseId;
}

/** Begins a sign-in, goes through the stand-in, and returns what is needed to end the sign-in. */
async function there(
  { casework, means }: World,
  caseId: string,
  method: string,
): Promise<{ url: URL; browser: string }> {
  const begun = await beginSignIn(casework, means, await rig.state(caseId), method, start);
  if (!begun.ok) throw new Error(begun.code);
  const cookies = new Map<string, string>();
  let next: { readonly url: URL; readonly init: RequestInit } = { url: new URL(begun.url), init: {} };
  for (let step = 0; step < 10; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(next.url, { ...next.init, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    await response.arrayBuffer();
    const location = response.headers.get('location');
    if (location?.startsWith(callback) === true) {
      expect(signInCookie(new URL(location))).toBe(begun.cookie.name);
      return { url: new URL(location), browser: begun.cookie.value };
    }
    next =
      location === null
        ? { url: next.url, init: { method: 'POST', body: new URLSearchParams({ person: '0' }) } }
        : { url: new URL(location, next.url), init: {} };
  }
  throw new Error('the stand-in does not come to an end');
}

async function sign(
  one: World,
  method: string,
  at = start,
): Promise<{ readonly ended: EndedSignIn; readonly caseId: string; readonly proven: readonly string[] }> {
  const caseId = await openCase();
  const { url, browser } = await there(one, caseId, method);
  const ended = await endSignIn(one.casework, one.means, url, browser, at);
  const { proofs } = (await rig.state(caseId)).common;
  return { ended, caseId, proven: proofs.map((proof) => `${proof.method} ${proof.identifier.kind} ${proof.level}`) };
}
const why = (ended: EndedSignIn): string =>
  ended.ok ? 'proven' : 'detail' in ended ? `${ended.code} ${ended.detail}` : ended.code;

describe('An e-ID', () => {
  it.each([
    ['189001019802', 'proven'],
    ['18900101-9802', 'proven'],
    ['191202119150', 'no-match no-match'],
    ['', 'no-match no-match'],
    ['9802', 'no-match no-match'],
  ])('that says %j of somebody who stated the number is: %s', async (said, expected) => {
    const { ended, proven } = await sign(await world({ personal_number: said }), 'eid');
    expect(why(ended)).toBe(expected);
    expect(proven).toEqual(expected === 'proven' ? ['e-id personnummer strong'] : []);
  });

  it('without the claim that is configured proves nothing', async () => {
    expect(why((await sign(await world({ email: contact }), 'eid')).ended)).toBe('no-match no-match');
  });

  it('with another level than the requested one proves nothing', async () => {
    const claims = { personal_number: number };
    const weak = await sign(await world(claims, { gives: 'urn:example:low', asks: 'urn:example:high' }), 'eid');
    expect([why(weak.ended), weak.proven]).toEqual(['failed acr', []]);
    const none = await sign(await world(claims, { asks: 'urn:example:high' }), 'eid');
    expect(why(none.ended)).toBe('failed acr');
    const right = await sign(await world(claims, { gives: 'urn:example:high', asks: 'urn:example:high' }), 'eid');
    expect(why(right.ended)).toBe('proven');
  });
});

describe("The organisation's login", () => {
  it('proves the stated address and customer number, and nothing more of the account', async () => {
    const both = await sign(await world({ email: contact, email_verified: true, customer_number: 'K-10' }), 'login');
    expect(both.proven).toEqual(['login email account', 'login customerNumber account']);
    const one = await sign(await world({ email: 'other@example.org', customer_number: 'K-10' }), 'login');
    expect(one.proven).toEqual(['login customerNumber account']);
  });

  it('of somebody else proves nothing', async () => {
    const { ended, proven } = await sign(await world({ email: 'other@example.org', customer_number: 'K-11' }), 'login');
    expect([why(ended), proven]).toEqual(['no-match no-match', []]);
  });

  it('does not prove an address that the login has not checked', async () => {
    for (const claim of [{ email_verified: 'false' }, { email_verified: 'true' }, { email_verified: false }, {}]) {
      const { ended, proven } = await sign(await world({ email: contact, ...claim }), 'login');
      expect([why(ended), proven]).toEqual(['no-match no-match', []]);
    }
  });

  it('whose tokens have no such claim proves the address if the organisation says that it checks every address', async () => {
    const says = { verifiesEmail: true };
    expect(why((await sign(await world({ email: contact }, says), 'login')).ended)).toBe('proven');
    const denied = await sign(await world({ email: contact, email_verified: false }, says), 'login');
    expect(why(denied.ended)).toBe('no-match no-match');
  });
});

describe('A provider', () => {
  it('for which another secret was agreed proves nothing, and the next attempt reads the right secret', async () => {
    const one = await world({ personal_number: number }, { secret: { clientSecret: 'wrong' } });
    expect(why((await sign(one, 'eid')).ended)).toBe('failed invalid_client');
    const again = { ...one, means: { ...one.means, secret: async () => ({ clientSecret: 'right' }) } };
    expect(why((await sign(again, 'eid')).ended)).toBe('proven');
  });

  it('whose secret was never filled in, or that does not respond, is not available', async () => {
    const empty = await world({}, { secret: {} });
    const caseId = await openCase();
    const state = await rig.state(caseId);
    expect(await beginSignIn(empty.casework, empty.means, state, 'eid', start)).toEqual({
      ok: false,
      code: 'unavailable',
      detail: 'no-client-secret',
    });
    const gone = await world({});
    await endpoints.pop()?.close();
    expect(await beginSignIn(gone.casework, gone.means, state, 'eid', start)).toMatchObject({ code: 'unavailable' });
    expect([...empty.kept, ...gone.kept]).toEqual([]);
  });
});

describe('An attempt', () => {
  it('of more than ten minutes has expired, and one of just less has not', async () => {
    const one = await world({ personal_number: number });
    expect(why((await sign(one, 'eid', later(600))).ended)).toBe('expired expired');
    expect(why((await sign(one, 'eid', later(599))).ended)).toBe('proven');
  });

  it('for a case that has ended meanwhile proves nothing', async () => {
    const one = await world({ personal_number: number });
    const caseId = await openCase();
    const { url, browser } = await there(one, caseId, 'eid');
    await rig.command(caseId, { type: 'end', ending: 'withdrawn', text: null });
    expect(why(await endSignIn(one.casework, one.means, url, browser, start))).toBe('not-now not-offered');
  });
});

describe('A sign-in that is repeated', () => {
  const again = async (one: World, caseId: string, at = start): Promise<EndedSignIn> => {
    const { url, browser } = await there(one, caseId, 'eid');
    return await endSignIn(one.casework, one.means, url, browser, at);
  };
  const shows = async (ended: EndedSignIn, caseId: string, at = later(60)): Promise<boolean> =>
    ended.ok && ended.signedIn !== undefined && rig.casework.keys.isSignedIn(caseId, ended.signedIn, at);

  it('proves nothing again, and shows for twenty minutes that it was the person of the case', async () => {
    const one = await world({ personal_number: number });
    const { ended, caseId } = await sign(one, 'eid');
    expect(await shows(ended, caseId)).toBe(true);
    const second = await again(one, caseId);
    expect((await rig.state(caseId)).common.proofs).toHaveLength(1);
    expect(await shows(second, caseId, later(20 * 60 - 1))).toBe(true);
    expect(await shows(second, caseId, later(20 * 60))).toBe(false);
    expect(await shows(second, await openCase())).toBe(false);
  });

  it('of the person is also accepted after the end, while an answer may wait for the address to be confirmed', async () => {
    const one = await world({ personal_number: number });
    const { caseId } = await sign(one, 'eid');
    await rig.command(caseId, { type: 'end', ending: 'withdrawn', text: null });
    expect(await shows(await again(one, caseId), caseId)).toBe(true);
    expect((await rig.state(caseId)).common.proofs).toHaveLength(1);
  });

  it('of somebody else shows nothing, not even who reads the typed address', async () => {
    const kim = await world({ personal_number: number });
    const { caseId } = await sign(kim, 'eid');
    const stranger = await world({ personal_number: '191202119150' });
    expect(why(await again(stranger, caseId))).toBe('no-match no-match');
    const reader = await world({ email: contact, email_verified: true });
    const begun = await beginSignIn(reader.casework, reader.means, await rig.state(caseId), 'login', start);
    expect(begun).toEqual({ ok: false, code: 'not-offered' });
  });
});
