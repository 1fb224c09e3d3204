// A person uses the portal in a browser, from the request to the download. The content security policy of the pages
// allows no scripts.
import { readFile } from 'node:fs/promises';
import type { Context } from 'aws-lambda';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway } from '#infra/local/aws/api-gateway/gateway.ts';
import type { RunningEndpoint } from '#infra/local/endpoint.ts';
import { routes } from '#infra/system.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { start, startRig, type Rig } from '../handlers/portal/rig.ts';

const browser: Browser | undefined = await launchBrowser();

describe.skipIf(browser === undefined)('The portal in a browser without scripts', () => {
  let rig: Rig | undefined;
  let gateway: RunningEndpoint;
  let context: BrowserContext;
  let page: Page;
  const refused: string[] = [];

  beforeAll(async () => {
    gateway = await startGateway({
      routes: routes.filter((route) => route.function === 'portal'),
      invoke: async (_, event) => ({ kind: 'returned', payload: await rig?.handler(event as never, {} as Context) }),
      authorizer: { issuer: 'https://idp.example', audience: 'none', jwksUri: 'https://idp.example/keys' },
      clock: { now: () => Date.parse(start), onShift: () => () => undefined },
    });
    rig = await startRig({ portal: gateway.url });
    context = await (browser as Browser).newContext({
      javaScriptEnabled: false,
      locale: 'en-GB',
      acceptDownloads: true,
    });
    page = await context.newPage();
    page.on('console', (message) => refused.push(message.text()));
  });
  afterAll(async () => {
    await context.close();
    await gateway.close();
    await rig?.close();
    await browser?.close();
  });

  const status = async (): Promise<string | null> => await page.textContent('#status');

  it('corrects the form, proves identity, and downloads the answer', async () => {
    if (rig === undefined) throw new Error('nothing was started');
    await page.goto(`${gateway.url}/?lang=sv`);
    await page.click('text=English');
    expect(await page.textContent('h1')).toBe('Request your personal data');

    await page.fill('#email', 'alva.example.org');
    await page.click('text=Send the request');
    expect(await page.textContent('#email-error')).toContain('Enter your e-mail address');
    expect(await page.inputValue('#email')).toBe('alva.example.org');
    await page.click('.problems a');
    await expect.poll(() => page.url()).toContain('#email');
    await page.fill('#email', 'alva@example.org');
    await page.fill('#message', 'Since last year');
    await page.click('text=Send the request');
    expect(page.url()).toMatch(/\/cases\/[0-9a-z-]{19}\?lang=en$/);
    expect(await status()).toBe('We are waiting for your code');
    const reference = /cases\/([0-9a-z-]+)/.exec(page.url())?.[1] ?? '';

    await page.click('text=Send a new code');
    expect(await page.textContent('.note')).toContain('There is a link and a code in our mail');
    await page.fill('#code', '12');
    await page.press('#code', 'Enter');
    expect(await page.textContent('#code-error')).toContain('six digits');
    await page.fill('#code', await rig.mailedCode());
    await page.press('#code', 'Enter');
    expect(await status()).toBe('The search is under way or comes next');

    await rig.deliver(reference, 'the answer of a case');
    await page.reload();
    expect(await status()).toBe('Your answer is ready');
    await page.click('text=Send me a code');
    await page.fill('#code', await rig.mailedCode());
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('text=Download the answer')]);
    expect(file.suggestedFilename()).toBe(`utdrag-${reference}.zip`);
    expect(await readFile(await file.path(), 'utf8')).toBe('the answer of a case');

    // The link in a letter opens the case in another browser. The page then removes the key from its URL.
    const key = rig.casework.keys.mailedToken(reference, 0);
    const elsewhere = await (browser as Browser).newContext({ javaScriptEnabled: false });
    const visitor = await elsewhere.newPage();
    expect((await visitor.goto(`${gateway.url}/cases/${reference}`))?.status()).toBe(404);
    await visitor.goto(`${gateway.url}/cases/${reference}?key=${key}`);
    expect(visitor.url()).toBe(`${gateway.url}/cases/${reference}?lang=en`);
    expect(await visitor.textContent('#status')).toBe('Your answer is ready');
    await elsewhere.close();
    expect(refused.filter((text) => /Content Security Policy/i.test(text))).toEqual([]);
  });

  it('has its style, which the content security policy allows by its hash', async () => {
    await page.goto(`${gateway.url}/`);
    const { width } = (await page.locator('.choice input').first().boundingBox()) ?? {};
    expect(width).toBe(24);
  });
});
