// People prove their identity with an e-ID and with the organisation's own login, on the real system. The tests act as
// a person in a browser, and as somebody who wants the answer of another person.
import { readdir, readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '#connectors/sdk/fake.ts';
import { organisationSchema, type Organisation } from '#domain/organisation/organisation.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { manualSystem, organisationWith, startTestSystem, type RawAnswer, type TestSystem } from '../support/system.ts';
import { tracer } from '../support/traces.ts';

// Official test personnummer of Skatteverket.
const kim: TestPerson = {
  givenName: 'Kim',
  familyName: 'Provare',
  emails: ['kim.provare@example.org'],
  phone: '+46701740634',
  personnummer: '189001019802',
  customerNumber: '4711',
};
const stranger: TestPerson = {
  givenName: 'Robin',
  familyName: 'Annan',
  emails: ['robin.annan@example.org'],
  personnummer: '191202119150',
  customerNumber: '4712',
};
const [email] = kim.emails as readonly [string];
const number = kim.personnummer ?? '';
const eid = 'exempel-legitimation';

/**
 * The description: the invoices need a stronger proof, the newsletter only a code, and staff search one system by hand.
 */
function organisation(): Organisation {
  const some = organisationWith(['fortnox', 'mailchimp', manualSystem], { secondPerson: 'never' });
  return organisationSchema.parse({
    ...some,
    systems: some.systems.map((system) => ({ ...system, special: system.id === 'fortnox' })),
  });
}

let test: TestSystem;
beforeAll(async () => {
  test = await startTestSystem({ organisation: organisation(), people: [kim, stranger] });
  for (const person of [kim, stranger]) test.plant(person);
}, 120_000);
afterAll(async () => await test?.close());

interface Case {
  readonly reference: string;
  readonly cookie: string;
}

let mailboxes = 0;
/** Returns a new address. A second request for the same unproven address would be attached to the first. */
function ownAddress(): string {
  mailboxes += 1;
  return `kim.${mailboxes}@example.org`;
}

/** Opens a case with the form. Returns its reference and the cookie of the browser. */
async function open(
  fields: Readonly<Record<string, string>> = { email: ownAddress(), personnummer: number },
): Promise<Case> {
  const sent = await test.http('POST', '/?lang=sv', {
    body: new URLSearchParams({ key: randomUUID(), controller: 'nordvik', rights: 'access', ...fields }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(sent.status).toBe(303);
  const cookie = sent.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { reference: /cases\/([0-9a-z-]+)/.exec(sent.headers.get('location') ?? '')?.[1] ?? '', cookie };
}

interface Begun {
  /** The URL to which the portal sends the browser. */
  readonly url: URL;
  /** The cookie that ties the sign-in to this browser. */
  readonly cookie: string;
}

async function begin({ reference, cookie }: Case, method = eid): Promise<Begun> {
  const answer = await test.http('GET', `/cases/${reference}/sign-in/${method}?lang=sv`, { headers: { cookie } });
  expect(answer.status).toBe(303);
  return {
    url: new URL(answer.headers.get('location') ?? ''),
    cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '',
  };
}

/** Follows the pages of the stand-in as a browser would. Returns the URL that leads back to the portal. */
async function choose(url: URL, fields: Readonly<Record<string, string>>): Promise<string> {
  const cookies = new Map<string, string>();
  let next: { readonly url: URL; readonly init: RequestInit } = { url, init: {} };
  for (let step = 0; step < 10; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(next.url, { ...next.init, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    await response.arrayBuffer();
    const location = response.headers.get('location');
    if (location === null) next = { url: next.url, init: { method: 'POST', body: new URLSearchParams({ ...fields }) } };
    else {
      const target = new URL(location, next.url);
      if (target.origin === test.system.url) return target.pathname + target.search;
      next = { url: target, init: {} };
    }
  }
  throw new Error('the stand-in does not come to an end');
}

const comeBack = async (target: string, cookie?: string): Promise<RawAnswer> =>
  await test.http('GET', target, { headers: { 'accept-language': 'sv', ...(cookie === undefined ? {} : { cookie }) } });
const isProven = async ({ reference }: Case): Promise<boolean> =>
  (await test.erik.case(reference)).waitingFor !== 'subject-code';

describe('A sign-in that comes back', () => {
  it('proves the stated personnummer, and the search begins', async () => {
    const one = await open();
    const { url, cookie } = await begin(one);
    const answer = await comeBack(await choose(url, { typed: '18900101-9802' }), cookie);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/cases/${one.reference}?lang=sv`]);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^sign-in-[0-9a-f]{16}=; Path=\/sign-in\/callback; Max-Age=0/);
    expect(await isProven(one)).toBe(true);
  });

  it('is bound to the browser by a cookie that scripts cannot read and other sites cannot send', async () => {
    const one = await open();
    const { reference, cookie } = one;
    const answer = await test.http('GET', `/cases/${reference}/sign-in/${eid}`, { headers: { cookie } });
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^sign-in-[0-9a-f]{16}=[\w-]{43}; Path=\/sign-in\/callback; Max-Age=600; HttpOnly; SameSite=Lax$/,
    );
    const asked = new URL(answer.headers.get('location') ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      acr_values: 'urn:example:loa3',
      prompt: 'login',
      redirect_uri: `${test.system.url}/sign-in/callback`,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
  });

  it('of somebody else says so in plain words, proves nothing and stores nothing about them', async () => {
    const one = await open();
    const { url, cookie } = await begin(one);
    const answer = await comeBack(await choose(url, { person: '1' }), cookie);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('Uppgifterna stämmer inte överens');
    expect(answer.text).toContain(`href="/cases/${one.reference}?lang=sv"`);
    expect(await test.rune.audit(one.reference)).not.toContain('identity-proven');
    expect(tracer([{ name: 'the number', value: stranger.personnummer ?? '' }])(answer.text)).toEqual([]);
    expect(await isProven(one)).toBe(false);
  });

  it('to another browser proves nothing, and the first browser can still complete its sign-in', async () => {
    const one = await open();
    const { url, cookie } = await begin(one);
    const target = await choose(url, { person: '0' });
    for (const other of [undefined, `${cookie.split('=')[0]}=${'A'.repeat(43)}`, one.cookie]) {
      const answer = await comeBack(target, other);
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('Den här inloggningen gäller inte');
      expect(answer.text).not.toContain(one.reference);
    }
    expect(await isProven(one)).toBe(false);
    expect((await comeBack(target, cookie)).status).toBe(303);
    expect(await isProven(one)).toBe(true);
  });

  it('twice can be completed only once', async () => {
    const one = await open();
    const { url, cookie } = await begin(one);
    const target = await choose(url, { person: '0' });
    expect((await comeBack(target, cookie)).status).toBe(303);
    expect((await comeBack(target, cookie)).status).toBe(400);
  });

  it('at the same time twenty times proves once', async () => {
    const one = await open();
    const { url, cookie } = await begin(one);
    const target = await choose(url, { person: '0' });
    const answers = await Promise.all(Array.from({ length: 20 }, async () => await comeBack(target, cookie)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(19);
  });

  it('to the case of another sign-in proves nothing in either case', async () => {
    const [mine, theirs] = [await open(), await open({ email: 'robin.annan@example.org', personnummer: number })];
    const [first, second] = [await begin(mine), await begin(theirs)];
    const target = new URL(await choose(first.url, { person: '0' }), test.system.url);
    const state = second.url.searchParams.get('state') ?? '';
    target.searchParams.set('state', state);
    expect((await comeBack(target.pathname + target.search, first.cookie)).status).toBe(400);
    const swapped = await comeBack(target.pathname + target.search, second.cookie);
    expect(swapped.status).toBe(403);
    expect(swapped.text).toContain('Inloggningen gick inte att kontrollera');
    expect([await isProven(mine), await isProven(theirs)]).toEqual([false, false]);
  });

  it('with a token for another request proves nothing', async () => {
    const one = await open();
    const { url, cookie } = await begin(one);
    url.searchParams.set('nonce', 'n'.repeat(43));
    const answer = await comeBack(await choose(url, { person: '0' }), cookie);
    expect(answer.status).toBe(403);
    expect(await isProven(one)).toBe(false);
  });

  it('with a code for another secret proves nothing', async () => {
    const one = await open();
    const { url, cookie } = await begin(one);
    url.searchParams.set('code_challenge', 'c'.repeat(43));
    expect((await comeBack(await choose(url, { person: '0' }), cookie)).status).toBe(403);
    expect(await isProven(one)).toBe(false);
  });

  it('after the person cancelled says that nothing has changed', async () => {
    const one = await open();
    const { url, cookie } = await begin(one);
    const answer = await comeBack(await choose(url, { cancel: 'yes' }), cookie);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Du avbröt');
    expect(await isProven(one)).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['no state', '?code=x'],
    ['a state that nobody made', `?code=x&state=${'s'.repeat(43)}`],
    ['a state of another form', `?code=x&state=${encodeURIComponent('<script>')}`],
    ['a very long state', `?code=x&state=${'s'.repeat(4000)}`],
  ])('with %s shows a page that says nothing about any case', async (_, query) => {
    const answer = await comeBack(`/sign-in/callback${query}`, `sign-in-0123456789abcdef=${'A'.repeat(43)}`);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Den här inloggningen gäller inte');
    expect(answer.text).not.toContain('<script');
  });

  it.each([
    ['another issuer', (query: URLSearchParams) => query.set('iss', 'https://evil.example')],
    ['two codes', (query: URLSearchParams) => query.append('code', 'second')],
    ['an error that nobody sent', (query: URLSearchParams) => query.set('error', 'server_error')],
  ])('with %s proves nothing', async (_, change) => {
    const one = await open();
    const { url, cookie } = await begin(one);
    const target = new URL(await choose(url, { person: '0' }), test.system.url);
    change(target.searchParams);
    expect((await comeBack(target.pathname + target.search, cookie)).status).toBe(403);
    expect(await isProven(one)).toBe(false);
  });
});

describe('A sign-in', () => {
  it('by e-ID is offered only if a personnummer was stated with which it can be compared', async () => {
    const without = await open({ email: 'alva@example.org' });
    const page = await test.http('GET', `/cases/${without.reference}?lang=sv`, { headers: { cookie: without.cookie } });
    expect(page.text).not.toContain('Exempel-legitimation');
    expect(page.text).toContain('Logga in på Mitt Nordvik');
    const { reference, cookie } = without;
    const forced = await test.http('GET', `/cases/${reference}/sign-in/${eid}`, { headers: { cookie } });
    expect(forced.status).toBe(409);
    const unknown = await test.http('GET', `/cases/${reference}/sign-in/nobody`, { headers: { cookie } });
    expect(unknown.status).toBe(409);
  });

  it('cannot be begun without the key to the case', async () => {
    const { reference } = await open();
    const other = await open();
    for (const cookie of [undefined, other.cookie])
      expect(
        (
          await test.http(
            'GET',
            `/cases/${reference}/sign-in/${eid}`,
            cookie === undefined ? {} : { headers: { cookie } },
          )
        ).status,
      ).toBe(404);
  });
});

const browser: Browser | undefined = await launchBrowser();
afterAll(async () => await browser?.close());

describe.skipIf(browser === undefined)('A person in a browser', () => {
  const visited: string[] = [];
  const refused: string[] = [];

  async function newPage(): Promise<Page> {
    const context = await (browser as Browser).newContext({ locale: 'sv-SE' });
    const page = await context.newPage();
    page.on('request', (request) => visited.push(request.url()));
    page.on('console', (message) => refused.push(message.text()));
    return page;
  }
  async function noFaults(page: Page): Promise<void> {
    await page.evaluate(axe.source);
    const found = await page.evaluate<AxeResults>(`axe.run(document, { resultTypes: ['violations'] })`);
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
  /** Fills in the request form and returns the reference of the case. */
  async function request(page: Page, fields: Readonly<Record<string, string>>): Promise<string> {
    await page.goto(`${test.system.url}/?lang=sv`);
    for (const [field, value] of Object.entries(fields)) await page.fill(`#${field}`, value);
    await page.click('text=Skicka begäran');
    await page.waitForURL(/\/cases\//);
    return /cases\/([0-9a-z-]+)/.exec(page.url())?.[1] ?? '';
  }

  it('gets the records for which a code is enough first, and the others automatically after an e-ID; the page does not say what waits [001-27] [002-16] [003-21]', async () => {
    const page = await newPage();
    const reference = await request(page, { email, personnummer: '18900101-9802' });
    // No system is searched before the person has proven their identity. The page explains why it asks for the proof.
    expect(await test.erik.case(reference)).toMatchObject({ waitingFor: 'subject-code', systems: [] });
    expect(await page.textContent('#enter')).toContain('Det skyddar dig mot att någon annan får dina uppgifter.');
    await page.fill('#code', await test.code(reference));
    await page.press('#code', 'Enter');
    await test.driveUntil(reference, ({ waitingFor }) => waitingFor === 'system-answers');
    await test.command(test.erik, reference, {
      type: 'record-manual-result',
      system: manualSystem,
      outcome: 'nothing-held',
    });
    await test.driveUntil(reference, ({ answers }) => answers.length === 1);
    await page.reload();
    expect(await page.textContent('#stronger')).toBe('En del väntar på ett säkrare bevis');
    // The page names neither the records that wait nor their system.
    expect(await page.textContent('main')).not.toMatch(/Fortnox|Fakturering|fortnox/);
    await noFaults(page);

    await page.click('text=Använd Exempel-legitimation');
    await page.waitForURL(/\/choose\//);
    expect(await page.textContent('.note')).toContain('stands in for an e-ID');
    await noFaults(page);
    await page.click('text=Kim Provare');
    await page.waitForURL(new RegExp(`/cases/${reference}`));
    expect(await page.locator('#stronger').count()).toBe(0);

    const view = await test.driveUntil(reference, ({ answers }) => answers.length === 2);
    expect(view.systems.map(({ id, outcome }) => `${id} ${outcome}`)).toContain('fortnox found');
    await page.goto(`${test.system.url}/cases/${reference}?lang=sv`);
    expect(await page.textContent('#fetch')).toBe('Hämta svaret');
    expect(await page.textContent('.answers')).toContain('Komplettering 1');
    await page.context().close();
  });

  it('who is signed in with the organisation needs no code', async () => {
    const page = await newPage();
    const reference = await request(page, { email });
    await page.click('text=Logga in på Mitt Nordvik');
    await page.waitForURL(/\/choose\//);
    await noFaults(page);
    await page.click('text=Kim Provare');
    await page.waitForURL(new RegExp(`/cases/${reference}`));
    expect(await page.textContent('#status')).toBe('Sökningen pågår eller står på tur');
    expect((await test.erik.case(reference)).waitingFor).not.toBe('subject-code');
    await page.context().close();
  });

  it('who signs in with an e-ID must show that the address is theirs before the answer can be downloaded; the link alone is never enough', async () => {
    const page = await newPage();
    const reference = await request(page, { email, personnummer: number });
    // The link in the letter, which every reader of the mailbox has.
    const link = (await test.letters(reference)).flatMap(({ text }) => /https?:\S+key=\S+/.exec(text) ?? [])[0] ?? '';
    await page.click('text=Använd Exempel-legitimation');
    await page.waitForURL(/\/choose\//);
    await page.click('text=Kim Provare');
    await page.waitForURL(new RegExp(`/cases/${reference}`));
    expect(await page.textContent('#address-title')).toBe('Bekräfta din e-postadress');
    expect((await test.erik.case(reference)).contactUnconfirmed).toBe(true);
    await test.driveUntil(reference, ({ waitingFor }) => waitingFor === 'system-answers');
    await test.command(test.erik, reference, {
      type: 'record-manual-result',
      system: manualSystem,
      outcome: 'nothing-held',
    });
    await test.driveUntil(reference, ({ answers }) => answers.length === 1);

    const reader = await newPage();
    await reader.goto(link);
    expect(await reader.textContent('#address')).toContain('Logga in igen');
    expect(await reader.locator('button:has-text("Skicka en kod till mig")').count()).toBe(0);
    await noFaults(reader);
    const [, token = ''] = /key=([\w-]+)/.exec(link) ?? [];
    const asked = await test.http('POST', `/v1/requests/${reference}/download`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{}',
    });
    expect([asked.status, JSON.parse(asked.text)]).toMatchObject([
      403,
      { type: expect.stringContaining('contact-not-confirmed'), detail: expect.stringContaining('Sign in again') },
    ]);
    await reader.context().close();

    await page.reload();
    await noFaults(page);
    await page.click('#address button[name=send]');
    await page.fill('#contact-code', await test.code(reference, 2));
    await page.press('#contact-code', 'Enter');
    await page.waitForSelector('#fetch');
    expect(await page.locator('#address').count()).toBe(0);
    expect((await test.erik.case(reference)).contactUnconfirmed).toBe(false);
    await page.click('text=Skicka en kod till mig');
    await page.fill('#code', await test.code(reference, 3));
    await page.click('.answers button');
    await expect.poll(async () => (await test.erik.case(reference)).grants.some(({ usedAt }) => usedAt)).toBe(true);
    await page.context().close();
  });

  it('who cancels, or is somebody else, sees a plain page with a link back to the case', async () => {
    const page = await newPage();
    const reference = await request(page, { email: ownAddress(), personnummer: number });
    for (const [press, title] of [
      ['text=Cancel', 'Du avbröt'],
      ['text=Robin Annan', 'Uppgifterna stämmer inte överens'],
    ] as const) {
      await page.click('text=Använd Exempel-legitimation');
      await page.waitForURL(/\/choose\//);
      await page.click(press);
      await page.waitForURL(/\/sign-in\/callback/);
      expect(await page.textContent('h1')).toBe(title);
      await noFaults(page);
      await page.click('text=Till ditt ärende');
      expect(await page.textContent('#status')).toBe('Vi väntar på din kod');
    }
    expect(page.url()).toContain(reference);
    await page.context().close();
  });

  it('withdraws with a checkbox and cancels the withdrawal with a button', async () => {
    const page = await newPage();
    const reference = await request(page, { email });
    await page.click('text=Återkalla din begäran');
    await page.click('button:has-text("Återkalla")');
    expect(await page.textContent('#confirm-error')).toContain('Kryssa i');
    await noFaults(page);
    await page.check('#confirm');
    await page.click('button:has-text("Återkalla")');
    await page.waitForSelector('[role=status]:has-text("Din begäran är återkallad.")');
    expect((await test.erik.case(reference)).status).toBe('closed');
    await noFaults(page);
    await page.click('text=Ångra återkallelsen');
    await page.waitForSelector('[role=status]:has-text("Återkallelsen är ångrad.")');
    expect(await page.textContent('#status')).toBe('Vi väntar på din kod');
    // After `reconcile` has found that the execution had ended, the case continues.
    await test.system.runNow('reconcile');
    await page.click('text=Skicka en ny kod');
    await page.fill('#code', await test.code(reference, 2));
    await page.press('#code', 'Enter');
    await test.until(reference, ({ waitingFor }) => waitingFor === 'search-approval');
    await page.context().close();
  });

  it('visits no URL with a name, an address or a number, and the content security policy blocks nothing', () => {
    expect(visited.length).toBeGreaterThan(20);
    const find = tracer([
      { name: 'the address', value: email },
      { name: 'the number', value: number },
      { name: 'the number', value: '18900101-9802' },
      { name: 'the name', value: 'Provare' },
    ]);
    expect(find(visited.join('\n'))).toEqual([]);
    expect(refused.filter((text) => /Content Security Policy/i.test(text))).toEqual([]);
  });
});

describe('After all these sign-ins', () => {
  it('an attempt that took too long has expired', async () => {
    const one = await open();
    const { url, cookie } = await begin(one);
    const target = await choose(url, { person: '0' });
    test.system.clock.shift(11 * 60_000);
    const answer = await comeBack(target, cookie);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Det tog för lång tid');
    expect(await isProven(one)).toBe(false);
  });

  it('the logs of the functions contain nothing about who signed in', async () => {
    const folder = path.join(test.folder, 'logs');
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    const find = tracer(
      [kim, stranger].flatMap(({ emails, personnummer = '', familyName }) => [
        { name: 'an address', value: emails[0] ?? '' },
        { name: 'a number', value: personnummer },
        { name: 'a name', value: familyName },
      ]),
    );
    for (const file of files.filter((one) => one.isFile()))
      expect(find(await readFile(path.join(file.parentPath, file.name)))).toEqual([]);
    expect(test.failures).toEqual([]);
  });
});
