// Staff review the demo case in a real browser, on the whole system of the demo: with its connectors, its stand-ins for
// the vendors, its functions and its stores.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { buildConsole } from '#infra/local/console/build-console.ts';
import { readDemoOrganisation } from '#infra/local/demo/organisation.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { organisationWith, startTestSystem, type TestSystem } from '#test/support/system.ts';
import { signIn, violations } from '#test/web/console/console-page.ts';

/** Two more people of whom the systems hold records, and the language in which their cases are reviewed. */
const others = [
  {
    language: 'Swedish',
    person: { givenName: 'Ragna', familyName: 'Provare', emails: ['ragna.provare@example.org'] },
    words: {
      language: 'Svenska',
      left: (open: number) => `${open} poster kvar att besluta`,
      together: 'Beslutade tillsammans',
      none: 'Inget kvar att besluta',
      release: 'Godkänn att lämna ut',
    },
  },
  {
    language: 'English',
    person: { givenName: 'Tove', familyName: 'Testare', emails: ['tove.testare@example.org'] },
    words: {
      language: 'English',
      left: (open: number) => `${open} records left to decide`,
      together: 'Decided together',
      none: 'Nothing is left to decide',
      release: 'Release the answer',
    },
  },
];

const browser: Browser | undefined = await launchBrowser();

describe.skipIf(browser === undefined)('the review of the demo in a browser (skipped where there is none)', () => {
  let system: TestSystem;
  let page: Page;
  let console: string;

  beforeAll(async () => {
    const systems = readDemoOrganisation().organisation.systems.map(({ id }) => id);
    system = await startTestSystem({ organisation: organisationWith(systems), console: await buildConsole() });
    system.plant(testPerson);
    for (const { person } of others) system.plant(person);
    console = `${system.system.url}/console/`;
  });
  afterAll(async () => {
    await browser?.close();
    await system.close();
  });
  beforeEach(async () => {
    const context = await browser!.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
  });

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const record = (): Locator => page.locator('.record h2').first();

  /** Decides, as staff do on the page of the case, until the answer waits for its review. */
  async function reviewing(email: string): Promise<string> {
    const opened = await system.open(email);
    await system.prove(opened);
    const { reference } = opened;
    const { erik } = system;
    for (;;) {
      const { waitingFor, learned, systems } = await system.until(
        reference,
        (view) => !['', 'subject-code'].includes(view.waitingFor),
        120,
      );
      if (waitingFor === 'release') return reference;
      const open = learned.find(({ decision }) => decision === 'open');
      const manual = systems.find(({ mode, outcome }) => mode === 'manual' && outcome === 'pending');
      if (waitingFor === 'search-approval') await system.command(erik, reference, { type: 'approve-search' });
      else if (open !== undefined)
        await system.command(erik, reference, {
          type: 'decide-identifier',
          identifier: open.identifier,
          accept: open.acceptRefusedBy === null,
        });
      else if (manual !== undefined)
        await system.command(erik, reference, {
          type: 'record-manual-result',
          system: manual.id,
          outcome: 'nothing-held',
        });
    }
  }
  const openRecords = async (reference: string): Promise<number> =>
    (await system.erik.review(reference, { open: true })).open;

  test('the demo case with its 51 records to see, a neighbour to mask, and 16 records of others takes nine clicks from the queue to the release', async () => {
    const reference = await reviewing(testPerson.emails[0]);
    const open = await openRecords(reference);
    await page.addInitScript("globalThis.clicks = 0; addEventListener('click', () => (globalThis.clicks += 1), true)");
    await signIn(page, console, 'Erik Handläggare');
    const entry = page.getByRole('link', { name: `Open case ${reference}` });
    await entry.waitFor();
    await page.evaluate('globalThis.clicks = 0');
    await entry.click(); // 1
    await page.getByRole('link', { name: 'Review and release' }).click(); // 2
    await record().waitFor();
    const seen = page.getByText(/^Release what I have seen/);
    // The neighbour who takes deliveries is masked everywhere, with the telephone number.
    await scrollTo(button('Mask everywhere Name for deliveries'));
    await button('Mask everywhere Name for deliveries').first().click(); // 3
    const phone = page.getByRole('dialog').getByRole('checkbox', { name: /Telephone for deliveries/ });
    await phone.first().click(); // 4
    await page.getByRole('dialog').getByRole('button', { name: 'Mask everywhere' }).click(); // 5
    await page.getByRole('status').filter({ hasText: 'Masked everywhere.' }).waitFor();
    await scrollUntilEverythingIsSeen(open);
    await button(/^Not the person’s: what is uncertain/).click(); // 6
    await page.getByRole('status').filter({ hasText: 'Decided together.' }).waitFor();
    await seen.click(); // 7
    await page.getByRole('status').filter({ hasText: 'Nothing is left to decide' }).waitFor();
    await button('Preview and release (p)').click(); // 8
    await button('Release the answer').click(); // 9
    await page
      .getByText(/has been saved|second|not under review now/)
      .first()
      .waitFor();
    const approved = await system.until(reference, ({ approvals }) => approvals.length === 1);
    expect(approved.approvals).toEqual(['staff-7f3a']);
    expect(await page.evaluate('globalThis.clicks')).toBe(9);
  });

  /** How many records the two buttons would decide on. */
  async function countSeen(): Promise<number> {
    const texts = await page.getByRole('button', { name: /\(\d+\)/ }).allInnerTexts();
    return texts.reduce((sum, text) => sum + Number(/\((\d+)\)/.exec(text)?.[1] ?? 0), 0);
  }
  async function scrollUntilEverythingIsSeen(open: number, turn?: () => Promise<void>): Promise<void> {
    await page.mouse.move(600, 500);
    for (let turns = 0; turns < 600; turns += 1) {
      if ((await countSeen()) >= open) return;
      await (turn?.() ?? page.mouse.wheel(0, 600));
      await page.waitForTimeout(60);
    }
    throw new Error(`${await countSeen()} of ${open} records were seen`);
  }
  async function scrollTo(element: Locator): Promise<void> {
    await page.mouse.move(600, 500);
    for (let turns = 0; turns < 600; turns += 1) {
      if ((await element.count()) > 0) return;
      await page.mouse.wheel(0, 600);
      await page.waitForTimeout(60);
    }
    throw new Error('the page does not have it');
  }

  test.each(others)('a case is reviewed and released by keyboard alone, in $language', async ({ person, words }) => {
    const reference = await reviewing(person.emails[0]!);
    const open = await openRecords(reference);
    await signIn(page, console, 'Erik Handläggare', `#/cases/${reference}/review`);
    await record().waitFor();
    if (words.language === 'Svenska') await page.getByRole('button', { name: 'Svenska' }).press('Enter');
    await page.getByText(words.left(open)).first().waitFor();
    expect(await violations(page)).toEqual([]);
    await scrollUntilEverythingIsSeen(open, async () => await page.keyboard.press('PageDown'));
    await page.keyboard.press('d');
    await page.getByRole('status').filter({ hasText: words.together }).waitFor();
    await page.keyboard.press('s');
    await page.getByRole('status').filter({ hasText: words.none }).waitFor();
    await page.keyboard.press('p');
    await page.frameLocator('iframe').getByRole('heading').first().waitFor();
    await button(words.release).focus();
    await page.keyboard.press('Enter');
    const { approvals } = await system.until(reference, (view) => view.approvals.length === 1);
    expect(approvals).toEqual(['staff-7f3a']);
  });
});
