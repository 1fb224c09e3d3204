import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ReviewItem } from '#api/review.ts';
import { showPage } from '#answer/documents/show-page.ts';
import { readViews } from '#domain/review/views.ts';
import { contact } from '#test/casework/rig.ts';
import { asas, bos, caseOf, onOneRig, system, type Row } from '#test/casework/searched-case.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { samplePdf } from '#test/support/sample-pdf.ts';
import { signIn, violations } from '#test/web/console/console-page.ts';
import { ReviewStandIn, type ReviewedCase } from '#test/web/console/review-stand-in.ts';
import { serveConsole, type ServedConsole } from '#test/web/console/served-console.ts';

// These tests use the page of the review in a real browser. Behind it are the real functions of the API for staff, on
// stores in memory.
const browser: Browser | undefined = await launchBrowser();

describe.skipIf(browser === undefined)('the review in a browser (skipped where there is none)', () => {
  onOneRig();
  let standIn: ReviewStandIn;
  let served: ServedConsole;
  let context: BrowserContext;
  let page: Page;
  let said: string[];
  let addresses: string[];
  /** How many keys were pressed on the page so far. */
  let keystrokes: number;

  beforeAll(async () => {
    served = await serveConsole({ invoke: (name, payload) => standIn.invoke(name, payload) });
    context = await newContext();
  });
  afterAll(async () => {
    await served.close();
    await browser?.close();
  });
  beforeEach(async () => {
    page = await context.newPage();
    // A long timeout, because other tests run at the same time.
    page.setDefaultTimeout(30_000);
    [said, addresses, keystrokes] = [[], [], 0];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => addresses.push(request.url()));
    page.on('framenavigated', (frame) => addresses.push(frame.url()));
  });
  afterEach(async () => {
    await page.evaluate('localStorage.clear()');
    await context.clearCookies();
    for (const one of context.pages()) await one.close();
  });

  const newContext = async (): Promise<BrowserContext> =>
    await browser!.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'en-GB',
      timezoneId: 'Europe/Stockholm',
      reducedMotion: 'reduce',
    });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const record = (name: string, on = page) => on.getByRole('heading', { level: 2, name, exact: true });
  const status = (text: string, on = page) => on.getByRole('status').filter({ hasText: text });
  const dialog = () => page.getByRole('dialog');
  const value = (name: string) => page.getByRole('textbox', { name, exact: true });

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      keystrokes += 1;
      await page.keyboard.press(key);
    }
  }
  async function type(text: string): Promise<void> {
    keystrokes += text.length;
    await page.keyboard.type(text);
  }
  const hasFocus = async (element: Locator): Promise<boolean> =>
    (await element.count()) > 0 && (await element.evaluate((one) => one === one.ownerDocument.activeElement));
  /** Presses Tab until the focus is on the element. */
  async function tabTo(element: Locator, key = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await hasFocus(element)) return;
      await press(key);
    }
    throw new Error('Tab does not reach the element');
  }

  async function reviewed(...connectors: ReturnType<typeof system>[]): Promise<ReviewedCase> {
    const of = await caseOf(connectors);
    await of.searchAll();
    await of.screen();
    standIn = new ReviewStandIn(of);
    return of;
  }
  /** Two cards with a neighbour's name, one card that may be somebody else's, one of the person, and a disputed one. */
  const cards: readonly Row[] = [
    { id: '1', email: contact, name: 'Grannen Gustav ringde. Gustav bor i huset bredvid.' },
    { id: '2', email: contact, name: 'Gustav igen' },
    { id: '3', email: 'other@x.example' },
  ];
  const five = async (): Promise<ReviewedCase> =>
    await reviewed(
      system('hubspot', [cards]),
      system('fortnox', [
        [
          { id: '7', email: contact, number: asas },
          { id: '8', bill: contact, number: bos },
        ],
      ]),
    );
  /** Opens the page with the view that somebody chose before: all records below each other, or one at a time. */
  async function open(of: ReviewedCase, first = 'Card 1', view: 'all' | 'one' = 'one'): Promise<void> {
    // The frame of the preview has no storage.
    await page.addInitScript(`if (top === self) localStorage.setItem('utdrag-console.review-view', '${view}')`);
    await signIn(page, served.page, 'Astrid Lund', `#/cases/${of.caseId}/review`);
    await record(first).waitFor();
  }
  /** The items of the sheet, as a member of staff is shown them by the API. */
  async function itemsOf(member: string): Promise<readonly ReviewItem[]> {
    const { body } = await standIn.call(member, 'GET /v1/cases/{id}/review', { query: { limit: '50' } });
    return body['items'] as readonly ReviewItem[];
  }
  const released = async (of: ReviewedCase) =>
    (await of.rig.events(of.caseId)).findLast((event) => event.type === 'release-approved');

  const english = {
    language: 'English',
    card: 'Card',
    name: 'Name',
    left: (open: number) => `${open} record${open === 1 ? '' : 's'} left to decide`,
    none: 'Nothing is left to decide',
    masked: 'Masked.',
    everywhere: ['Mask everywhere', 'Masked everywhere.'],
    touches: 'This changes 2 values in 2 records.',
    withhold: 'Withhold',
    ground: 'Ground',
    reason: /^Reason/,
    withheld: 'Withheld.',
    undone: 'Undone.',
    find: 'Search in the records',
    keys: 'Keys',
    letters: 'Keys of one letter are on',
    note: ['Write a note', 'Note', 'Save the note', 'The note has been saved.'],
    release: 'Release the answer',
    over: 'The records are not under review now',
  } as const;
  const swedish = {
    language: 'Svenska',
    card: 'Kort',
    name: 'Namn',
    left: (open: number) => `${open} post${open === 1 ? '' : 'er'} kvar att besluta`,
    none: 'Inget kvar att besluta',
    masked: 'Maskerat.',
    everywhere: ['Maskera överallt', 'Maskerat överallt.'],
    touches: 'Det ändrar 2 uppgifter i 2 poster.',
    withhold: 'Lämna inte ut',
    ground: 'Grund',
    reason: /^Skäl/,
    withheld: 'Lämnas inte ut.',
    undone: 'Ångrat.',
    find: 'Sök i posterna',
    keys: 'Tangenter',
    letters: 'Tangenter med en bokstav är på',
    note: ['Skriv en anteckning', 'Anteckning', 'Spara anteckningen', 'Anteckningen är sparad.'],
    release: 'Godkänn att lämna ut',
    over: 'Posterna granskas inte nu',
  } as const;

  test('a document is read page by page in the review, with the keyboard, and counts as opened only after its last page', async () => {
    const row = { id: '1', email: contact, documents: ['large'] };
    const of = await reviewed(system('hubspot', [[row]]));
    await open(of);
    await press('o');
    await dialog().getByText('content of large').waitFor();
    await status('Page 1 of 201').waitFor();
    await press('ArrowRight');
    await status('Page 2 of 201').waitFor();
    await press('ArrowLeft', 'ArrowLeft');
    await status('Page 1 of 201').waitFor();
    expect(await violations(page)).toEqual([]);
    const views = readViews(await of.rig.views.read(of.caseId));
    expect(views.flatMap(({ seen }) => (seen.kind === 'document-page' ? [seen.page] : []))).toEqual([1, 2, 1]);
    await press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    expect((await itemsOf('staff-7f3a'))[0]?.documents[0]?.opened).toBe(false);
    expect(said).toEqual([]);
  });

  test('a page of a PDF file is an image that the content security policy of the console allows', async () => {
    const of = await reviewed(system('hubspot', [[{ id: '1', email: contact, documents: ['avtal'] }]]));
    const shown = await showPage(samplePdf(['Hello']), 'application/pdf', 1, 'image');
    if (shown.kind !== 'image') throw new Error('no image');
    const body = {
      kind: 'image',
      page: 1,
      pages: 1,
      mediaType: 'image/png',
      base64: Buffer.from(shown.content).toString('base64'),
    };
    await page.route('**/review/documents/*?page=1', async (route) => await route.fulfill({ json: body }));
    await open(of);
    await press('o');
    const image = dialog().getByRole('img', { name: 'Page 1 of avtal' });
    await image.waitFor();
    await expect
      .poll(async () => await page.evaluate(`document.querySelector('.document-page img').naturalWidth`))
      .toBe(1131);
    const before = (await image.boundingBox())?.width ?? 0;
    await press('+');
    await expect.poll(async () => (await image.boundingBox())?.width ?? 0).toBeGreaterThan(before * 1.4);
    expect(await violations(page)).toEqual([]);
    expect(said).toEqual([]);
  });

  test('pages of a document are left out by keyboard, what stays is told apart, and the decision can be undone', async () => {
    const row = { id: '1', email: contact, documents: ['pdf-Alfaord-Bravoord-Charlieord'] };
    const of = await reviewed(system('hubspot', [[row]]));
    await open(of);
    await press('o');
    await status('Page 1 of 3').waitFor();
    await press('ArrowRight');
    await status('Page 2 of 3').waitFor();
    const leaveOut = dialog().getByRole('checkbox', { name: 'Leave out this page' });
    await leaveOut.focus();
    await press('Space');
    await dialog().getByText('Left out: page 2.').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.locator('.document-page.left-out').count()).toBe(1);
    await press('ArrowRight');
    await status('Page 3 of 3').waitFor();
    expect(await page.locator('.document-page.left-out').count()).toBe(0);
    expect(await leaveOut.isChecked()).toBe(false);
    await dialog().getByRole('button', { name: 'Leave out these pages…' }).focus();
    await press('Enter');
    const form = page.getByRole('dialog', { name: 'Withhold' });
    await form.waitFor();
    expect(await form.getByRole('textbox', { name: 'Pages' }).inputValue()).toBe('2');
    expect(await violations(page)).toEqual([]);
    await press('Enter');
    await status('Withheld.').waitFor();
    expect((await itemsOf('staff-7f3a'))[0]).toMatchObject({
      open: false,
      documents: [{ opened: true, withoutPages: [{ from: 2, to: 2 }] }],
    });
    await press('u');
    await status('Undone.').waitFor();
    expect((await itemsOf('staff-7f3a'))[0]).toMatchObject({ open: true, documents: [{ withoutPages: [] }] });
    expect(said).toEqual([]);
  });

  test.each([english, swedish])(
    'a case is reviewed and released with the keyboard alone, in $language',
    async (words) => {
      const of = await five();
      await open(of);
      if (words.language === 'Svenska') {
        await tabTo(button('Svenska'), 'Shift+Tab');
        await press('Enter');
      }
      await status(words.left(5)).waitFor();

      // The first name is selected with the keys, masked here, and then masked everywhere. The selection stays.
      await tabTo(value(words.name));
      await press('Home', ...Array<string>(8).fill('ArrowRight'), ...Array<string>(6).fill('Shift+ArrowRight'));
      await press('m');
      await page.getByText('Grannen [annan person] ringde. Gustav bor i huset bredvid.').waitFor();
      await status(words.left(4)).waitFor();
      expect(await hasFocus(value(words.name))).toBe(true);
      await press('e');
      const everywhere = page.getByRole('dialog', { name: words.everywhere[0] });
      await everywhere
        .getByText('”Gustav”')
        .or(everywhere.getByText('“Gustav”'))
        .first()
        .waitFor({ state: 'attached' });
      // Before the decision the form says what it changes.
      await everywhere.getByText(words.touches).waitFor();
      await press('Enter');
      await status(words.everywhere[1]).waitFor();
      await page.getByText('Grannen [annan person] ringde. [annan person] bor i huset bredvid.').waitFor();

      // The record is decided, so the key for a release applies to the next one, which is then withheld with a reason.
      await press('r');
      await record(`${words.card} 2`).waitFor();
      await page.getByText('[annan person] igen').waitFor();
      await press('w');
      await dialog().waitFor();
      await tabTo(dialog().getByLabel(words.ground), 'Shift+Tab');
      await press('ArrowDown');
      await tabTo(dialog().getByLabel(words.reason));
      await type('En affärshemlighet');
      await tabTo(dialog().getByRole('button', { name: words.withhold }));
      await press('Enter');
      await status(words.withheld).waitFor();

      // Somebody else's record is rejected. A release is undone from the next record, and made again.
      await record(`${words.card} 3`).waitFor();
      await press('x');
      await record(`${words.card} 7`).waitFor();
      await press('ArrowRight');
      await record(`${words.card} 8`).waitFor();
      await press('k');
      await record(`${words.card} 7`).waitFor();
      await press('r');
      await record(`${words.card} 8`).waitFor();
      await status(words.left(1)).waitFor();
      await press('u');
      await record(`${words.card} 7`).waitFor();
      await status(words.undone).waitFor();
      await status(words.left(2)).waitFor();
      await press('r');
      await record(`${words.card} 8`).waitFor();
      await status(words.left(1)).waitFor();
      await press('x');
      await status(words.none).waitFor();

      // The search text is shown, and is in no URL. The keyboard continues from the field to the record.
      await press('/');
      await type('Gustav');
      await press('Enter');
      await record(`${words.card} 1`).waitFor();
      await press('j');
      await record(`${words.card} 2`).waitFor();
      expect(addresses.filter((address) => /gustav/i.test(decodeURIComponent(address)))).toEqual([]);

      // The keys of one letter can be switched off, and on again.
      await press('?');
      await tabTo(dialog().getByLabel(words.letters), 'Shift+Tab');
      await press('Space', 'Escape');
      await dialog().waitFor({ state: 'detached' });
      await press('p', '?', 'k');
      await record(`${words.card} 2`).waitFor();
      expect(await dialog().count()).toBe(0);
      await page.reload();
      await record(`${words.card} 1`)
        .or(page.getByText(/All records here|Alla poster här/))
        .first()
        .waitFor();
      await tabTo(page.getByRole('button', { name: /^(To decide|Att besluta)$/ }));
      await press('Tab', 'Enter');
      await record(`${words.card} 1`).waitFor();
      await tabTo(button(words.keys));
      await press('Enter');
      await tabTo(dialog().getByLabel(words.letters), 'Shift+Tab');
      await press('Space', 'Escape');
      await dialog().waitFor({ state: 'detached' });

      await press('n');
      const note = page.getByRole('dialog', { name: words.note[0] });
      await tabTo(note.getByRole('textbox', { name: words.note[1] }));
      await type('Gustav ringde om detta.');
      await tabTo(note.getByRole('button', { name: words.note[2] }));
      await press('Enter');
      await status(words.note[3]).waitFor();

      await press('p');
      await page.frameLocator('iframe').getByRole('heading').first().waitFor();
      await tabTo(button(words.release));
      await press('Enter');
      await page.getByText(words.over).waitFor();
      expect(await released(of)).toMatchObject({ round: 1, seen: 5 });
      const kept = String(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])'));
      expect(kept).not.toMatch(/gustav|asa\.berg|hemlighet/i);
      expect(addresses.filter((address) => /gustav|asa\.berg|hemlighet/i.test(decodeURIComponent(address)))).toEqual(
        [],
      );
      expect(said).toEqual([]);
    },
  );

  test('2,000 records with 60 open ones need at most 150 keys until the release; three late records open exactly three', async () => {
    const rows = (count: number, prefix: string): Row[] =>
      Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, email: contact, name: `Namn ${index}` }));
    const late = system('fortnox', [rows(3, 'f')], { failsFirst: true });
    const byRule = rows(1937, 'm');
    const pages = [byRule.slice(0, 500), byRule.slice(500, 1000), byRule.slice(1000, 1500), byRule.slice(1500)];
    const of = await caseOf([system('mailchimp', pages), system('hubspot', [rows(60, 'h')]), late]);
    for (const connector of of.connectors) await of.search(connector);
    await of.screen();
    standIn = new ReviewStandIn(of);
    await open(of, 'Card h0');
    await status(english.left(60)).waitFor();
    keystrokes = 0;
    for (let index = 1; index < 60; index += 1) {
      await press('r');
      await record(`Card h${index}`).waitFor();
    }
    await press('r');
    await status(english.none).waitFor();
    await press('p');
    await tabTo(button(english.release));
    await press('Enter');
    await page.getByText(english.over).waitFor();
    expect(keystrokes).toBeLessThanOrEqual(150);
    expect(await released(of)).toMatchObject({ seen: 60, byRule: { 'own-data-of-low-risk-system': 1937 } });

    await of.deliver();
    await of.command({ type: 'retry-system', system: 'fortnox' });
    await of.search(late);
    await of.screen(2);
    await page.reload();
    await record('Card f0').waitFor();
    await status(english.left(3)).waitFor();
    keystrokes = 0;
    await press('r');
    await record('Card f1').waitFor();
    await press('r');
    await record('Card f2').waitFor();
    await press('r');
    await status(english.none).waitFor();
    expect(keystrokes).toBe(3);
  });

  /** Scrolls down until the text is on the page, as with the wheel of a mouse. */
  async function scrollUntil(text: string | RegExp): Promise<void> {
    await page.mouse.move(600, 500);
    for (let turns = 0; turns < 200; turns += 1) {
      if ((await page.getByText(text).count()) > 0) return;
      await page.mouse.wheel(0, 500);
      await page.waitForTimeout(30);
    }
    throw new Error('the text does not appear');
  }
  const namedRows = (count: number, prefix: string): Row[] =>
    Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, email: contact, name: `Namn ${index}` }));

  test('with what a rule releases and 25 records to see, five clicks lead from the queue to the release', async () => {
    const of = await reviewed(system('mailchimp', [namedRows(35, 'm')]), system('hubspot', [namedRows(25, 'h')]));
    await page.addInitScript("globalThis.clicks = 0; addEventListener('click', () => (globalThis.clicks += 1), true)");
    await signIn(page, served.page, 'Astrid Lund');
    const entry = page.getByRole('link', { name: `Open case ${of.caseId}` });
    await entry.waitFor();
    await page.evaluate('globalThis.clicks = 0');
    await entry.click();
    await page.getByRole('link', { name: 'Review and release' }).click();
    await record('Card h0').waitFor();
    await scrollUntil('Release what I have seen (25)');
    await button('Release what I have seen (25)').click();
    await status(english.none).waitFor();
    await button('Preview and release (p)').click();
    await button(english.release).click();
    await page.getByText(english.over).waitFor();
    expect(await page.evaluate('globalThis.clicks')).toBe(5);
    expect(await released(of)).toMatchObject({ seen: 25, byRule: { 'own-data-of-low-risk-system': 35 } });
  });

  test('what is decided together was on the screen to its end, with its documents; the rest stays open; all of it can be undone at once', async () => {
    const of = await reviewed(
      system('hubspot', [
        [
          { id: '1', email: contact, name: 'Namn' },
          { id: '2', email: 'other@x.example' },
          { id: '3', email: contact, documents: ['avtal'] },
          { id: '4', email: contact, documents: ['lås'] },
        ],
      ]),
      system('fortnox', [namedRows(2, 'f')]),
    );
    const [locked] = (await itemsOf('staff-9999')).find((one) => one.record === '4')!.documents;
    await page.route(
      `**/review/documents/${locked!.id}?page=1`,
      async (route) => await route.fulfill({ json: { kind: 'cannot', reason: 'encrypted' } }),
    );
    await open(of, 'Card 1', 'all');
    // The document is loaded when it is scrolled to. One that cannot be shown must be downloaded first.
    await scrollUntil('content of avtal');
    await scrollUntil('The document cannot be shown here, because it needs a password.');
    await scrollUntil('1 record has a document that you have not seen to the end.');
    expect(await violations(page)).toEqual([]);
    await press('s');
    await status('Decided together.').waitFor();
    const groups = async () => (await of.rig.state(of.caseId)).common.review;
    const [first] = await groups();
    const items = await itemsOf('staff-9999');
    const recordOf = (id: string) => items.find((one) => one.id === id)?.record;
    expect(first?.entries.map((one) => ('item' in one ? [one.do, recordOf(one.item)] : []))).toEqual(
      expect.arrayContaining([
        ['release', '1'],
        ['release', '3'],
      ]),
    );
    expect(first?.entries.some((one) => 'item' in one && ['2', '4'].includes(recordOf(one.item) ?? ''))).toBe(false);
    // A possible record is decided by its own button.
    await scrollUntil('Not the person’s: what is uncertain and I have seen (1)');
    await button('Not the person’s: what is uncertain and I have seen (1)').click();
    await status('Decided together.').waitFor();
    await expect.poll(async () => (await groups()).length).toBe(2);
    expect((await groups())[1]?.entries).toMatchObject([{ do: 'reject', was: 'possible' }]);
    await expect.poll(async () => (await button('Not the person’s: what is uncertain').count()) === 0).toBe(true);
    await press('u');
    await status(english.undone).waitFor();
    expect(await groups()).toMatchObject([{ undone: false }, { undone: true }]);
  });

  test('the list of one system decides on the seen records of this system only', async () => {
    const of = await reviewed(system('hubspot', [namedRows(2, 'h')]), system('fortnox', [namedRows(2, 'f')]));
    await open(of, 'Card h0', 'all');
    await scrollUntil('Release what I have seen (4)');
    await page.getByRole('button', { name: /^Invoicing and accounts/ }).click();
    await button(/^Release what I have seen of Invoicing and accounts \(Fortnox\) \(2\)/).click();
    await status(english.left(2)).waitFor();
    const [group] = (await of.rig.state(of.caseId)).common.review;
    expect(group?.entries).toMatchObject([{ system: 'fortnox' }, { system: 'fortnox' }]);
  });

  test('records are not decided together if a colleague has decided on one of them meanwhile', async () => {
    const of = await reviewed(system('hubspot', [namedRows(3, 'h')]));
    await open(of, 'Card h0', 'all');
    await scrollUntil('Release what I have seen (3)');
    // The page hears nothing of it, as when both press a key at once.
    let isDeaf = true;
    await page.route('**/review?**', async (route) => await (isDeaf ? route.abort() : route.continue()));
    const [first] = await itemsOf('staff-9999');
    await standIn.call('staff-9999', 'POST /v1/cases/{id}/review', {
      body: {
        commandId: randomUUID(),
        decisions: [{ item: first?.id, version: first?.version, do: 'withhold' }],
      },
    });
    isDeaf = false;
    await press('s');
    await status('Nothing was decided: a colleague has decided on one of these records').waitFor();
    expect((await of.rig.state(of.caseId)).common.review).toHaveLength(1);
    await button('Release what I have seen (2)').waitFor();
    await press('s');
    await status(english.none).waitFor();
    expect((await of.rig.state(of.caseId)).common.review[1]?.entries).toHaveLength(2);
  });

  test('nobody can release one foreign mail among 40 records without opening it, on the page or by API', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({
      id: `${index}`,
      email: contact,
      name: index === 29 ? 'Hej! Här är mina provsvar. Hälsningar Bo' : `Namn ${index}`,
    }));
    const of = await reviewed(system('hubspot', [rows]));
    await open(of, 'Card 0');
    for (let index = 1; index < 40; index += 1) {
      // At the foreign mail, the next record is shown without a decision.
      await press(index === 30 ? 'j' : 'r');
      await record(`Card ${index}`).waitFor();
    }
    await press('r');
    await status(english.left(1)).waitFor();
    await record('Card 29').waitFor();
    await press('p');
    await page.getByText('The answer can be released when all records are decided: 1 is left.').waitFor();
    expect(await button(english.release).count()).toBe(0);

    // By API: nobody can decide on it without having been shown it, and nothing is released before somebody has decided.
    const { body: preview } = await standIn.call('staff-9999', 'GET /v1/cases/{id}/review/preview');
    const { body: facts } = await standIn.call('staff-9999', 'GET /v1/cases/{id}/review', { query: { limit: '1' } });
    const mail = (await itemsOf('staff-7f3a')).find((one) => one.record === '29')!;
    const release = async () => {
      const { seq } = (await of.rig.state(of.caseId)).common;
      return await standIn.call('staff-9999', 'POST /v1/cases/{id}/commands', {
        body: {
          type: 'release',
          commandId: randomUUID(),
          expectedSeq: seq,
          round: 1,
          sheet: facts['sheet'],
          preview: preview['preview'],
        },
      });
    };
    expect(await release()).toMatchObject({ status: 409, body: { rule: 'items-not-seen', values: { open: '1' } } });
    const decisions = [{ item: mail.id, version: mail.version, do: 'release' }];
    expect(
      await standIn.call('staff-9999', 'POST /v1/cases/{id}/review', { body: { commandId: randomUUID(), decisions } }),
    ).toMatchObject({ status: 409, body: { rule: 'item-not-seen', values: { item: mail.id } } });

    await press('p');
    await record('Card 29').waitFor();
    await page.getByText('Hälsningar Bo').waitFor();
    await press('x');
    await status(english.none).waitFor();
    const files = [...(await of.release()).values()].map((file) => file.toString()).join('\n');
    expect(files).toContain('Namn 39');
    expect(files).not.toMatch(/provsvar|Hälsningar Bo/);
  });

  test('a mail that is held twice is one to see, and shows what is new in it until its quote is opened by keyboard', async () => {
    const mail = 'Vi hyrde ett tält hos er i juni och undrar vad ni har sparat om oss sedan dess.';
    const answer = `Tack för mejlet!\n\nÅsa skrev:\n> ${mail}\n> Grannen Gustav såg det.\n`;
    const of = await reviewed(
      system('hubspot', [
        [
          { id: '1', email: contact, name: mail },
          { id: '2', email: contact, name: answer },
          { id: '3', email: contact, name: answer },
        ],
      ]),
    );
    await open(of);
    await status(english.left(2)).waitFor();
    await press('r');
    await record('Card 2').waitFor();
    await page.getByText('This record is held 2 times. Your decision counts for all of them.').waitFor();
    const shown = async () => await value('Name').inputValue();
    expect(await shown()).toBe(
      'Tack för mejlet!\n\nÅsa skrev:\n[… 1 line that you have seen in another record …]\n> Grannen Gustav såg det.\n',
    );
    expect(await violations(page)).toEqual([]);
    // What is selected behind the closed quote is masked at its place in the whole value.
    await value('Name').focus();
    const at = (await shown()).indexOf('Gustav');
    await page.evaluate(`document.activeElement.setSelectionRange(${at}, ${at + 'Gustav'.length})`);
    await press('m');
    await status(english.masked).waitFor();
    await page.getByText('> Grannen [annan person] såg det.').waitFor();
    await tabTo(button(/^Show what is quoted/), 'Shift+Tab');
    await press('Enter');
    await expect.poll(shown).toBe(answer);
    await press('Enter');
    await expect.poll(shown).not.toContain('tält');
    await status(english.none).waitFor();
    const files = [...(await of.release()).values()].map((file) => file.toString()).join('\n');
    expect(files).not.toContain('Gustav');
    expect(files).toContain('tält');
    expect(said).toEqual([]);
  });

  test('if two people are at one record, the second sees the decision of the first, and then decides', async () => {
    const of = await five();
    await open(of);
    const others = await newContext();
    const second = await others.newPage();
    second.setDefaultTimeout(30_000);
    await signIn(second, served.page, 'Bo Ek', `#/cases/${of.caseId}/review`);
    await record('Card 1', second).waitFor();

    // The page of the first person shows nothing new until they decide, as if both pressed a key at once.
    let isDeaf = true;
    await page.route('**/review?**', async (route) => await (isDeaf ? route.abort() : route.continue()));
    await second.keyboard.press('r');
    await record('Card 2', second).waitFor();
    await press('w');
    await dialog().getByLabel(english.ground).selectOption({ index: 2 });
    await dialog().getByLabel(english.reason).fill('A secret of the trade');
    isDeaf = false;
    await dialog().getByRole('button', { name: english.withhold }).click();
    await dialog().getByText('A colleague has decided on this record meanwhile.').waitFor();
    expect(await violations(page)).toEqual([]);
    // The typed text stays, and the decision of the colleague is behind the form.
    expect(await dialog().getByLabel(english.reason).inputValue()).toBe('A secret of the trade');
    await page.getByText('Staff staff-2c91').waitFor();
    expect((await of.rig.state(of.caseId)).common.review).toHaveLength(1);
    await dialog().getByRole('button', { name: english.withhold }).click();
    await status(english.withheld).waitFor();
    expect((await of.rig.state(of.caseId)).common.review).toHaveLength(2);

    // The second person sees it without doing anything.
    await status('A colleague has decided something', second).waitFor();
    await second.getByRole('button', { name: 'Decided' }).click();
    await record('Card 1', second).waitFor();
    await second.getByText('Staff staff-7f3a').waitFor();
    await others.close();
  });

  test('a decision on a record that has changed meanwhile is refused; the new version is shown, and the typed text stays', async () => {
    const of = await five();
    await open(of);
    let isOld = true;
    await page.route('**/review', async (route) => {
      const sent = route.request().postData() ?? '';
      // The earlier version, as if the record had changed since it was loaded.
      await route.continue(isOld ? { postData: sent.replace(/"version":"\w+"/, `"version":"${'0'.repeat(16)}"`) } : {});
      isOld = false;
    });
    await press('w');
    await dialog().getByLabel(english.ground).selectOption({ index: 2 });
    await dialog().getByLabel(english.reason).fill('A secret of the trade');
    const loaded = page.waitForResponse('**/review/items/**');
    await dialog().getByRole('button', { name: english.withhold }).click();
    await dialog().getByText('The record changed while you looked at it.').waitFor();
    expect((await loaded).status()).toBe(200);
    expect(await dialog().getByLabel(english.reason).inputValue()).toBe('A secret of the trade');
    expect((await of.rig.state(of.caseId)).common.review).toEqual([]);
    await dialog().getByRole('button', { name: english.withhold }).click();
    await status(english.withheld).waitFor();
    await record('Card 2').waitFor();
  });

  test('decisions are stored as they are made: a reload keeps them, and one whose response was lost is made once', async () => {
    const of = await five();
    await open(of);
    standIn.answersToLose = 1;
    await press('r');
    await record('Card 2').waitFor();
    await press('r');
    await status(english.left(3)).waitFor();
    await page.reload();
    await record('Card 3').waitFor();
    await status(english.left(3)).waitFor();
    expect((await of.rig.state(of.caseId)).common.review).toHaveLength(2);
    await button('Decided').click();
    await record('Card 1').waitFor();
    await page.getByText('by you').or(page.getByText('You')).first().waitFor();
  });

  test('each state of the page is accessible and fits 320 pixels, in light and dark colours, in both languages', async () => {
    const of = await five();
    await open(of);
    for (const language of ['Svenska', 'English'])
      for (const colorScheme of ['light', 'dark'] as const)
        for (const width of [1280, 320]) {
          const state = `${language}, ${colorScheme}, ${width}`;
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme });
          await button(language).click();
          const check = async (what: string): Promise<void> => {
            expect(await violations(page), `${state}, ${what}`).toEqual([]);
            const wide = 'document.documentElement.scrollWidth - innerWidth';
            expect(await page.evaluate(wide), `${state}, ${what}`).toBeLessThanOrEqual(0);
          };
          await check('one at a time');
          await press('l');
          await button(language === 'English' ? 'One at a time' : 'En i taget').waitFor();
          await check('all below each other');
          await press('l');
          await button(language === 'English' ? 'All below each other' : 'Alla under varandra').waitFor();
          for (const key of ['w', 'm', 'e', '?', 'n']) {
            await press(key);
            await dialog().waitFor();
            await check(`dialog ${key === '?' ? 'help' : key}`);
            await press('Escape');
            await dialog().waitFor({ state: 'detached' });
          }
          await press('p');
          await page.frameLocator('iframe').getByRole('heading').first().waitFor();
          await check('preview');
          await press('p');
          await record(language === 'English' ? 'Card 1' : 'Kort 1').waitFor();
        }
  });
});
