import { describe, expect, it } from 'vitest';
import { fortnox } from '#connectors/fortnox/connector.ts';
import { startFake } from '#connectors/fortnox/fake.ts';
import { identifiersOf, quickClock, search, type SearchOptions } from '#connectors/sdk/conformance-run.ts';
import { conformanceChecks } from '#connectors/sdk/conformance.ts';
import { identifiersIn } from '#connectors/sdk/identifying.ts';
import { normaliseRaw } from '#connectors/sdk/normalise-raw.ts';
import { createClient } from '#connectors/sdk/requester.ts';
import { whoseBy } from '#domain/findings/whose.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import type { Planted } from '#connectors/sdk/fake.ts';
import * as z from 'zod';

async function bench() {
  const clock = quickClock();
  const fake = await startFake({ elapsed: clock.elapsed });
  const planted = fake.plant(testPerson);
  const all = identifiersOf(testPerson);
  const installed = fortnox.install({ settings: fake.settings, secret: fake.secret });
  const client = createClient(fortnox, installed.origins, async (requester) => await installed.authorise(requester), {
    fetch,
    sleep: clock.sleep,
    elapsed: clock.elapsed,
    random: () => 0,
    timeLeft: () => 600_000,
  });
  return {
    fake,
    planted,
    clock,
    client,
    find: async (options: Partial<SearchOptions> = {}) =>
      await search(fortnox, fake, clock, { wanted: all, ...options }),
    identifier: (kind: string) => all.filter((one) => one.kind === kind),
    [Symbol.asyncDispose]: async () => await fake.close(),
  };
}

function keys(planted: Planted, resource: string): readonly string[] {
  return planted.records.filter((record) => record.resource === resource).map(({ id }) => `${resource}/${id}`);
}

describe('the Fortnox connector', () => {
  for (const { title, run } of conformanceChecks({ connector: fortnox, startFake, person: testPerson })) it(title, run);

  it('leaves out the invoices of customers 100, 110, 210 and 1010 if Fortnox returns them for customer 10', async () => {
    await using given = await bench();
    const list = await given.client.request('invoices', {
      query: { customernumber: '10' },
      answer: z.object({ Invoices: z.array(z.object({ CustomerNumber: z.string() })) }),
    });
    const numbers = new Set(list.Invoices.map(({ CustomerNumber }) => CustomerNumber));
    expect([...numbers].sort()).toEqual(['10', '100', '1010', '110', '210']);

    const found = await given.find({ wanted: given.identifier('customerNumber') });
    const customers = found.pages.flatMap(({ belongs }) => belongs.map(({ data }) => data['CustomerNumber'] ?? '10'));
    expect(new Set(customers)).toEqual(new Set(['10']));
    expect(found.records.filter((key) => key.startsWith('invoice/'))).toHaveLength(4);
    expect(found.records).toContain('customer/10');
  });

  it('reads nobody else if only the customer number is known', async () => {
    await using given = await bench();
    const { requests, pages } = await given.find({ wanted: given.identifier('customerNumber') });
    expect(requests.filter((request) => request.startsWith('GET /3/customers'))).toEqual(['GET /3/customers/10']);
    expect(pages.flatMap(({ possible }) => possible)).toEqual([]);
  });

  it.each(['email', 'phone', 'personnummer', 'customerNumber'])('finds the customer by %s alone', async (kind) => {
    await using given = await bench();
    const found = await given.find({ wanted: given.identifier(kind).slice(0, 1) });
    expect(found.records).toContain('customer/10');
  });

  it('searches a personnummer by its end, and reads no customer whose row shows another number', async () => {
    await using given = await bench();
    const stranger = { givenName: 'Någon', familyName: 'Annan', emails: ['annan@example.net'], customerNumber: '8001' };
    given.fake.plant({ ...stranger, spelled: { personnummer: '9802' } });
    const { records, requests } = await given.find({ wanted: given.identifier('personnummer') });
    expect(records).toContain('customer/10');
    expect(requests).not.toContain('GET /3/customers/8001');
  });

  it('finds a telephone number in its usual spellings if Fortnox refuses the search for all other spellings', async () => {
    await using given = await bench();
    const installed = fortnox.install({ settings: given.fake.settings, secret: given.fake.secret });
    let refused = 0;
    const client = createClient(fortnox, installed.origins, async (requester) => await installed.authorise(requester), {
      fetch: async (url, init) => {
        if (!url.includes('%25')) return await fetch(url, init);
        refused += 1;
        const error = { error: 1, message: 'Otillåtna tecken.', code: 2_000_359 };
        return Response.json({ ErrorInformation: error }, { status: 400 });
      },
      sleep: given.clock.sleep,
      elapsed: given.clock.elapsed,
      random: () => 0,
      timeLeft: () => 600_000,
    });
    const pages = installed.search(client, {
      identifiers: given.identifier('phone'),
      cursor: null,
      isPerson: () => false,
    });
    const ids: string[] = [];
    for await (const { candidates } of pages) ids.push(...candidates.map(({ id }) => id));
    expect(ids).toEqual(['10']);
    expect(refused).toBe(2);
  });

  it('reports a nearly equal address as possible, and reads no invoice of it', async () => {
    await using given = await bench();
    const found = await given.find({ wanted: given.identifier('email').slice(0, 1) });
    const possible = found.pages.flatMap((page) => page.possible);
    expect(possible.map(({ id }) => id)).toEqual(expect.arrayContaining(['100', '210']));
    // Also two customers whose addresses end like the person's.
    expect(possible).toHaveLength(4);
    expect(found.requests.filter((request) => /\/3\/invoices\/\d+$/.test(request))).toHaveLength(4);
  });

  it('finds the inactive customer record that only the second address ties', async () => {
    await using given = await bench();
    const [, second] = given.identifier('email');
    const found = await given.find({ wanted: [second!] });
    expect(found.records.filter((key) => key.startsWith('customer/'))).toEqual(
      keys(given.planted, 'customer').slice(1),
    );
    expect(
      found.pages.flatMap(({ belongs }) => belongs).find(({ resource }) => resource === 'customer')?.data,
    ).toMatchObject({
      Active: false,
    });
  });

  it('makes no call that sends an invoice or marks it as sent', async () => {
    await using given = await bench();
    const { requests } = await given.find();
    const sending =
      /\/(?:email|einvoice|eprint|print|printreminder|externalprint|warehouseready|bookkeep|cancel|credit)$/;
    expect(requests.filter((request) => sending.test(request) || !/^GET |oauth-v1\/token$/.test(request))).toEqual([]);
    expect(Object.values(fortnox.calls).filter(({ path }) => sending.test(path))).toEqual([]);
    await expect(given.client.request('email', { answer: z.unknown() })).rejects.toMatchObject({
      code: 'not-declared',
    });
  });

  it('requests a new token after an hour, and not before', async () => {
    await using given = await bench();
    const ask = async () =>
      await given.client.request('customer', { path: { number: '10' }, answer: z.object({ Customer: z.object({}) }) });
    await ask();
    await given.clock.sleep(3_500_000);
    await ask();
    expect(given.fake.requests().filter((request) => request.startsWith('POST'))).toHaveLength(1);
    await given.clock.sleep(200_000);
    await ask();
    expect(given.fake.requests().filter((request) => request.startsWith('POST'))).toHaveLength(2);
  });

  it('is throttled when it is too fast, waits, and still finds everything', async () => {
    await using given = await bench();
    const found = await given.find({ limits: { ...fortnox.limits, perSecond: 1_000 } });
    expect(found.throttled).toBeGreaterThan(0);
    expect(found.records).toEqual((await given.find()).records);
  });

  it.each([
    [400, 'refused', { ErrorInformation: { error: 1, message: 'Api-licens saknas.', code: 2_001_103 } }],
    [403, 'forbidden', { ErrorInformation: { Error: 1, Message: 'Ingen licens för scope.', Code: 2_001_101 } }],
  ])('does not take a missing licence for missing data: status %i', async (status, code, body) => {
    await using given = await bench();
    given.fake.fail({ kind: 'status', status, body: JSON.stringify(body), times: Infinity, path: /^\/3\/invoices$/ });
    await expect(given.find()).rejects.toMatchObject({ code });
  });

  it('fails if a listed customer cannot be read, and finds all in a further search', async () => {
    await using given = await bench();
    given.fake.fail({ kind: 'status', status: 404, body: '{}', times: 1, path: /^\/3\/customers\/100$/ });
    await expect(given.find()).rejects.toMatchObject({ code: 'incomplete-answer' });
    expect((await given.find()).records).toContain('customer/10');
  });

  it('yields an invoice after its customer and its rows after it, and few invoices on a page', async () => {
    await using given = await bench();
    const { pages } = await given.find();
    const invoices = pages.map(({ belongs }) => belongs.filter(({ resource }) => resource === 'invoice').length);
    expect(Math.max(...invoices)).toBe(3);
    const row = pages.flatMap(({ belongs }) => belongs).find(({ resource }) => resource === 'invoice-row');
    expect(row?.partOf?.resource).toBe('invoice');
  });

  it('returns each customer once although several filters find it', async () => {
    await using given = await bench();
    const { pages } = await given.find();
    const ids = pages
      .flatMap(({ belongs, possible }) => [...belongs, ...possible])
      .map(({ resource, id }) => `${resource}/${id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leaves out an invoice that was moved to another customer after it was listed', async () => {
    await using given = await bench();
    const [, , number] = given.planted.records.map(({ id }) => id);
    const body = JSON.stringify({ Invoice: { DocumentNumber: number, CustomerNumber: '100', InvoiceRows: [] } });
    given.fake.fail({ kind: 'status', status: 200, body, times: 1, path: new RegExp(`/3/invoices/${number}$`) });
    const { records } = await given.find();
    expect(records.filter((key) => key === `invoice/${number}`)).toEqual([]);
    expect(records.filter((key) => key.startsWith('invoice/'))).toHaveLength(4);
  });

  it('does not use the addresses for copies as identifiers', async () => {
    await using given = await bench();
    const { pages } = await given.find();
    const raw = pages
      .flatMap(({ belongs }) => belongs)
      .flatMap(({ identifiers }) => identifiers.map(({ value }) => value));
    expect(raw).toContain(testPerson.emails[0]);
    expect(raw).not.toContain('ekonomi@byra.example');
  });

  it('refuses a tenant id or an address with a wrong form', async () => {
    await using given = await bench();
    const { fake } = given;
    const secret = fake.secret as Record<string, string>;
    expect(() => fortnox.install({ settings: fake.settings, secret: { ...secret, tenantId: '1\r\nx: y' } })).toThrow();
    expect(() => fortnox.originsOf({ baseUrl: 'http://api.fortnox.example' })).toThrow(/https/);
    expect(fortnox.install({ settings: {}, secret }).origins).toEqual({
      api: 'https://api.fortnox.se',
      token: 'https://apps.fortnox.se',
    });
  });
});

describe('the Fortnox fake', () => {
  it('refuses two filters in one call, wrong credentials and a tenant without approval', async () => {
    await using given = await bench();
    const answer = z.unknown();
    const two = given.client.request('customers', { query: { email: 'a', phone: 'b' }, answer });
    await expect(two).rejects.toMatchObject({ code: 'refused' });
    const base = fortnox.install({ settings: given.fake.settings, secret: given.fake.secret }).origins['token']!;
    const post = async (headers: Record<string, string>) =>
      (await fetch(`${base}/oauth-v1/token`, { method: 'POST', headers, body: 'grant_type=client_credentials' }))
        .status;
    const secret = given.fake.secret as Record<string, string>;
    const right = `Basic ${btoa(`${secret['clientId']}:${secret['clientSecret']}`)}`;
    expect(await post({ authorization: 'Basic eDp5', tenantid: secret['tenantId']! })).toBe(401);
    expect(await post({ authorization: right, tenantid: '1' })).toBe(400);
    expect(await post({ authorization: right, tenantid: secret['tenantId']! })).toBe(200);
  });

  it('answers 401 without a token and pages with MetaInformation', async () => {
    await using given = await bench();
    const base = fortnox.install({ settings: given.fake.settings, secret: given.fake.secret }).origins['api']!;
    const refused = await fetch(`${base}/3/customers`);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ ErrorInformation: { Error: 1, Code: 2_000_311 } });
    const list = await given.client.request('customers', { query: { limit: 2, page: 2 }, answer: z.unknown() });
    expect(list).toMatchObject({ MetaInformation: { '@CurrentPage': 2, '@TotalPages': 4, '@TotalResources': 8 } });
  });

  it('plants a person as the person even if they were a decoy before', async () => {
    await using given = await bench();
    const other = {
      ...testPerson,
      emails: ['jasa.berg@example.org'],
      customerNumber: '100',
      personnummer: '201001012382',
      phone: '+46701740620',
    };
    const planted = given.fake.plant(other);
    const found = await given.find({ wanted: identifiersOf(other) });
    expect(found.records).toEqual(planted.records.map(({ resource, id }) => `${resource}/${id}`).sort());
  });

  it('counts the customer number of an invoice as the invoice’s own, even if it was sent to the person’s address', () => {
    const context = { today: '2026-11-20', allowInterim: false, numbers: {} };
    const identifiersOfRecord = (resource: string, data: Readonly<Record<string, string>>) =>
      identifiersIn(fortnox.identifying, { resource, data }, (raw) => normaliseRaw(raw, context)).identifiers;
    const email = { kind: 'email', value: 'asa.berg@example.org' } as const;
    const customer = { kind: 'customerNumber', value: '777' } as const;
    const records = [
      identifiersOfRecord('invoice', { CustomerNumber: '777', 'EmailInformation.EmailAddressTo': email.value }),
      identifiersOfRecord('customer', { CustomerNumber: '777', EmailInvoice: email.value }),
      identifiersOfRecord('customer', { CustomerNumber: '777', Phone2: email.value, EmailOrder: email.value }),
    ];
    for (const identifiers of records) {
      expect(identifiers).toContainEqual({ ...customer, weight: 'own', field: 'CustomerNumber' });
      const verified = [email, { kind: 'customerNumber', value: '10' }] as const;
      expect(whoseBy({ verified, rejected: [] }).whose({ identifiers })).toEqual({
        says: 'both',
        by: [email],
        against: [customer],
      });
    }
  });
});
