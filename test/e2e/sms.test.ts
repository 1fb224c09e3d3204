// Codes by SMS on the real system, requested in a browser without scripts and through the API. The number of the person
// must not appear in other places.
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '#connectors/sdk/fake.ts';
import { names } from '#infra/local/runner/environment.ts';
import { startMailbox } from '#infra/local/aws/ses/mailbox.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { manualSystem, organisationWith, startTestSystem, type RawAnswer, type TestSystem } from '../support/system.ts';
import { tracer } from '../support/traces.ts';

// A number from the series that PTS reserves for fiction.
const phone = '+46701740636';
const typed = '070-174 06 36';
const kim: TestPerson = { givenName: 'Kim', familyName: 'Provare', emails: ['kim.provare@example.org'], phone };
/** The address with a typing error, so it belongs to somebody else. */
const mistyped = 'kim.provrae@example.org';
const find = tracer(
  [phone, phone.slice(3), typed, '0701740636', '46701740636'].map((value, index) => ({
    name: `spelling ${index + 1} of the number`,
    value,
  })),
);

let test: TestSystem;
const browser: Browser | undefined = await launchBrowser();
beforeAll(async () => {
  const organisation = organisationWith(['hubspot', manualSystem], { secondPerson: 'never' });
  test = await startTestSystem({ organisation, people: [kim] });
  test.plant(kim);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await test?.close();
});

const texts = (): readonly string[] =>
  test.system.sms
    .list()
    .filter(({ to }) => to === phone)
    .map(({ text }) => text);

/** Returns the code of the latest SMS after `count` SMS were sent. */
async function codeFrom(atLeast: number): Promise<string> {
  await expect.poll(texts, { timeout: 20_000 }).toHaveLength(atLeast);
  return /\d{6}/.exec(texts().at(-1) ?? '')?.[0] ?? '';
}

describe('A program', () => {
  const ask = async (reference: string, token: string, body?: unknown): Promise<RawAnswer> =>
    await test.http('POST', `/v1/requests/${reference}/verification`, {
      ...(body === undefined ? {} : { body }),
      headers: { authorization: `Bearer ${token}` },
    });

  it('chooses how a code is sent; without a choice it is sent by mail, as before', async () => {
    const opened = await test.open(mistyped, {
      identifiers: [
        { kind: 'email', value: mistyped },
        { kind: 'phone', value: typed },
      ],
    });
    const { reference, token } = await test.mailed(opened);
    const before = texts().length;
    const sent = await ask(reference, token, { via: 'sms' });
    expect([sent.status, JSON.parse(sent.text)]).toEqual([202, { codeSent: true }]);
    const code = await codeFrom(before + 1);
    for (const body of [{}, { via: 'email' }]) expect((await ask(reference, token, body)).status).toBe(202);
    expect(texts()).toHaveLength(before + 1);
    // The code by mail has replaced the code by SMS.
    expect((await ask(reference, token, { code })).status).toBe(403);
    expect((await ask(reference, token, { via: 'sms' })).status).toBe(202);
    const proven = await ask(reference, token, { code: await codeFrom(before + 2) });
    expect([proven.status, JSON.parse(proven.text)]).toEqual([200, { verified: true }]);
    expect(await test.rune.audit(reference)).toContain('sms-code');
  });

  it('is told what is wrong: another channel, a channel with a code, a case without a mobile number', async () => {
    const { reference, token } = await test.open('nils.provare@example.org');
    for (const body of [{ via: 'pigeon' }, { via: 'sms', code: '123456' }]) {
      const answer = await ask(reference, token, body);
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.text)).toMatchObject({ type: 'urn:utdrag:problem:invalid' });
    }
    const answer = await ask(reference, token, { via: 'sms' });
    expect(answer.status).toBe(409);
    expect(JSON.parse(answer.text)).toMatchObject({ type: 'urn:utdrag:problem:out-of-order' });
  });
});

describe.skipIf(browser === undefined)('A person who mistyped the address and has the telephone', () => {
  const visited: string[] = [];
  let reference: string;

  async function noFaults(page: Page): Promise<void> {
    // The page allows no scripts, so the test checks a copy of the page.
    const copy = await (browser as Browser).newPage();
    await copy.setContent(await page.content());
    await copy.evaluate(axe.source);
    const found = await copy.evaluate<AxeResults>(`axe.run(document, { resultTypes: ['violations'] })`);
    await copy.close();
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }

  it('proves the number, and downloads the answer with a code that the address never gets', async () => {
    const context = await (browser as Browser).newContext({
      locale: 'sv-SE',
      javaScriptEnabled: false,
      acceptDownloads: true,
    });
    const page = await context.newPage();
    page.on('request', (request) => visited.push(request.url()));
    await page.goto(`${test.system.url}/?lang=sv`);
    await page.fill('#email', mistyped);
    await page.fill('#phone', typed);
    await page.click('text=Skicka begäran');
    await page.waitForURL(/\/cases\//);
    reference = /cases\/([0-9a-z-]+)/.exec(page.url())?.[1] ?? '';
    await test.code(reference);
    const before = texts().length;
    await noFaults(page);
    await page.click('text=Skicka en kod med SMS till +46•••36');
    expect(await page.textContent('.note')).toContain('med SMS till +46•••36');
    await noFaults(page);
    await page.fill('#code', await codeFrom(before + 1));
    await page.press('#code', 'Enter');

    // The search finds the record by the telephone number, because no system has the address.
    const view = await test.driveUntil(reference, ({ waitingFor }) => waitingFor === 'system-answers');
    expect(view.systems.find(({ id }) => id === 'hubspot')).toMatchObject({ outcome: 'found' });
    await test.command(test.erik, reference, {
      type: 'record-manual-result',
      system: manualSystem,
      outcome: 'nothing-held',
    });
    await test.driveUntil(reference, ({ answers }) => answers.length === 1);
    const mailed = (await test.letters(reference)).filter(({ code }) => code === 'M23').length;
    await page.reload();
    expect(await page.textContent('#enter')).toContain('Vi skickar den med SMS till +46•••36.');
    await page.click('text=Skicka en kod till mig');
    await page.fill('#code', await codeFrom(before + 2));
    await noFaults(page);
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('text=Ladda ner svaret')]);
    expect(file.suggestedFilename()).toBe(`utdrag-${reference}.zip`);
    expect((await test.letters(reference)).filter(({ code }) => code === 'M23')).toHaveLength(mailed);
    await context.close();
  });

  it('is seen in the mailbox of this machine, marked as SMS', async () => {
    const mailbox = await startMailbox({ ses: test.system.ses, sms: test.system.sms });
    const page = await (browser as Browser).newPage();
    await page.goto(mailbox.url);
    await page.click('.sms >> nth=0');
    expect(await page.textContent('h1')).toBe('SMS');
    expect(await page.textContent('pre')).toContain('Nordvik Fritid AB: Din kod är');
    await noFaults(page);
    await page.close();
    await mailbox.close();
  });

  it('has the number in no URL, in nothing of the table but the profile, and in no log', async () => {
    expect(find(visited.join('\n'))).toEqual([]);
    expect(find(await test.rune.audit(reference))).toEqual([]);
    expect(find(JSON.stringify(await test.erik.case(reference)))).toEqual([]);
    const { system } = test;
    const client = DynamoDBDocumentClient.from(
      new DynamoDBClient({ ...system.operator, endpoint: system.addresses.dynamodb }),
    );
    const items: Readonly<Record<string, unknown>>[] = [];
    for await (const { Items = [] } of paginateScan({ client }, { TableName: names.table })) items.push(...Items);
    expect(items.some(({ pk }) => String(pk).startsWith('LIMIT#code#'))).toBe(true);
    expect(find(JSON.stringify(items.filter(({ sk }) => !String(sk).startsWith('PROFILE'))))).toEqual([]);
    expect(find(JSON.stringify(items.filter(({ sk }) => String(sk).startsWith('PROFILE')))).length).toBeGreaterThan(0);
    const logs = path.join(test.folder, 'logs');
    const files = (await readdir(logs, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(4);
    for (const entry of files) expect(find(await readFile(path.join(entry.parentPath, entry.name)))).toEqual([]);
    for (const mail of system.ses.list()) expect(find((await system.ses.read(mail.id)) ?? '')).toEqual([]);
    expect(test.failures).toEqual([]);
  });

  it('does not see the number in a refused request', async () => {
    const answer = await test.http('POST', '/v1/requests', {
      body: { controller: 'nobody', rights: ['access'], identifiers: [{ kind: 'phone', value: typed }] },
      headers: { 'idempotency-key': randomUUID() },
    });
    expect(answer.status).toBe(400);
    expect(find(answer.text)).toEqual([]);
  });
});
