import { createHash } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refuse } from '#domain/case/refusals/refuse.ts';
import { staff } from '#test/domain/case/case-book.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { breach, closedWithBreach, onlyStated, searchedAndReviewed } from '#test/web/console/case-books.ts';
import { signIn as signInAs, violations as violationsOf } from '#test/web/console/console-page.ts';
import { lawCases } from '#test/web/console/law-cases.ts';
import { learnedAddress, learnedNumber, sampleCases } from '#test/web/console/sample-cases.ts';
import { serveConsole, type ServedConsole } from '#test/web/console/served-console.ts';
import { StaffStandIn } from '#test/web/console/staff-stand-in.ts';

// These tests use the built console in a real browser, behind the gateway and its content security policy. Staff sign
// in at the local identity provider. Only the function of the API for staff is replaced by a stand-in.
const browser: Browser | undefined = await launchBrowser();

describe.skipIf(browser === undefined)('the console in a browser (skipped where there is none)', () => {
  let standIn: StaffStandIn;
  let served: ServedConsole;
  // One context for all tests, so that the browser loads and compiles the code of the console once.
  let context: BrowserContext;
  let page: Page;
  let said: string[];

  beforeAll(async () => {
    served = await serveConsole({ invoke: (name, payload) => standIn.invoke(name, payload) });
    context = await browser!.newContext({
      viewport: { width: 1200, height: 900 },
      locale: 'en-GB',
      timezoneId: 'America/New_York',
    });
  });
  afterAll(async () => {
    await served.close();
    await browser?.close();
  });
  beforeEach(async () => {
    standIn = new StaffStandIn(sampleCases);
    page = await context.newPage();
    // A long timeout, because other tests run at the same time.
    page.setDefaultTimeout(30_000);
    said = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
  });
  afterEach(async () => {
    // In the next test nobody has signed in and no language was chosen.
    await page.evaluate('localStorage.clear()');
    await context.clearCookies();
    for (const one of context.pages()) await one.close();
  });

  const button = (name: string | RegExp) => page.getByRole('button', { name });

  const signIn = async (name = 'Astrid Lund', place = ''): Promise<void> =>
    await signInAs(page, served.page, name, place);

  async function open(reference: string, name?: string): Promise<void> {
    await signIn(name, `#/cases/${reference}`);
    await page.getByRole('heading', { level: 2, name: 'What waits for you' }).waitFor();
  }

  /** Chooses a command under "More actions" and returns its dialog. */
  async function choose(title: string) {
    await button(/^More actions/).click();
    await page.locator('.more').getByRole('button', { name: title, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: title });
    await dialog.waitFor();
    return dialog;
  }

  const violations = async (): Promise<string[]> => await violationsOf(page);

  test('a user signs in, reads the queue by days left, and opens a case', async () => {
    await page.goto(served.page);
    await button('Sign in').waitFor();
    expect(await violations()).toEqual([]);
    expect(standIn.paths).toEqual([]);

    await signIn();
    await page.getByRole('row').nth(4).waitFor();
    const rows = await page.getByRole('row').allInnerTexts();
    expect(rows.slice(1).map((row) => /R-\w+/.exec(row)?.[0])).toEqual(['R-HELD', 'R-APPROVE', 'R-GATHER', 'R-REVIEW']);
    expect(rows[1]).toContain('1 day late');
    expect(rows[3]).toContain('4 days left');
    expect(rows[3]).toContain('A decision on new identifiers');
    expect(await violations()).toEqual([]);

    await page.getByLabel('Status').selectOption('Under review');
    expect(await page.getByRole('row').count()).toBe(2);
    await page.getByRole('link', { name: 'Open case R-REVIEW' }).click();
    await page.getByRole('heading', { level: 1, name: 'Case R-REVIEW' }).waitFor();
    expect(await page.title()).toBe('Case R-REVIEW – Utdrag');
    // The focus is on the heading of the new page, so a screen reader continues there.
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    expect(said).toEqual([]);
  });

  test('an ended case with an undecided breach is first in the queue, and has no date by which it is late', async () => {
    const [awareAt, notifyBy] = ['2026-11-20T09:00:00.000Z', '2026-11-23T09:00:00.000Z'];
    const breaches = [{ breach: 'breach-1', awareAt, notifyBy, steps: [] }];
    standIn.cases.set('R-ENDED', {
      ...sampleCases[0]!,
      reference: 'R-ENDED',
      status: 'closed',
      daysLeft: -40,
      breaches,
    });
    standIn.books.set('R-ENDED', closedWithBreach());
    standIn.change('R-ENDED', { waitingFor: '', hold: null });
    await signIn();
    const row = page.getByRole('row').nth(1);
    await row.getByText('R-ENDED').waitFor();
    const text = await row.innerText();
    expect(text).toContain('A decision on a breach or an objection');
    expect(text).toContain('no date');
    expect(text).not.toContain('late');
    expect(await page.getByRole('main').innerText()).toContain('1 ended with something left to decide');
    expect(await violations()).toEqual([]);
  });

  test('the timeline names each letter that was sent, and the facts name the controller', async () => {
    await open('R-APPROVE');
    await page
      .getByRole('region', { name: 'Timeline' })
      .getByText('A letter was sent: Confirmation of receipt')
      .waitFor();
    const request = page.getByRole('region', { name: 'Request' });
    expect(await request.innerText()).toContain('Nordvik Marin AB');
    await page.getByRole('button', { name: 'Svenska' }).click();
    await page.getByText('Ett brev skickades: Bekräftelse').waitFor();
  });

  test.each([
    ['English', 'Show', 'Hide', 'Telephone number', 'it is logged that you have seen it'],
    ['Svenska', 'Visa', 'Dölj', 'Telefonnummer', 'loggas det att du har sett den'],
  ])(
    'a masked value is shown in its place with the keyboard, in %s, until it is hidden or the page is left',
    async (...of) => {
      const [language, show, hide, kind, logged] = of;
      const phone = 'd'.repeat(64);
      standIn.values.set(phone, { kind: 'phone', value: '+46701740605' });
      const address = 'Åsa Berg\nExempelgatan 2\n111 22 Stockholm';
      standIn.values.set('address', { kind: 'postalAddress', value: address });
      standIn.change('R-APPROVE', { revealable: [phone, 'contact', 'address'] });
      await open('R-APPROVE');
      if (language !== 'English') await button(language).click();
      const request = page.getByRole('region', { name: /^(Request|Begäran)$/ });
      // The name of the button says what it shows, and its description says that showing it is logged.
      const shows = request.getByRole('button', { name: `${show} ${kind} +46•••05`, exact: true });
      const described = await shows.getAttribute('aria-describedby');
      expect(await page.locator(`[id="${described}"]`).innerText()).toContain(logged);
      expect(await violations()).toEqual([]);
      await shows.focus();
      await page.keyboard.press('Enter');
      await request.getByText('+46701740605').waitFor();
      // The focus stays on the button, which now hides the value. A screen reader reads the value.
      const hides = request.getByRole('button', { name: `${hide} ${kind} +46•••05` });
      await hides.waitFor();
      expect(await page.evaluate('document.activeElement.textContent')).toBe(`${hide} ${kind} +46•••05`);
      expect(await request.getByText('+46701740605').getAttribute('aria-live')).toBe('polite');
      const person = page.getByRole('region', { name: /^(Who asks|Vem frågar)$/ });
      await button(new RegExp(`^${show} (Postal address|Postadress)`)).click();
      await person.getByText('Exempelgatan 2').waitFor();
      expect(await violations()).toEqual([]);
      await page.keyboard.press('Space');
      await person.getByText('Exempelgatan 2').waitFor({ state: 'detached' });
      expect(standIn.revealed).toEqual([phone, 'address']);
      // The browser stores nothing of it, and a reload shows the mask.
      expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toContain(
        '1740605',
      );
      await page.reload();
      await shows.waitFor();
      expect(await page.content()).not.toContain('+46701740605');
      expect(said).toEqual([]);
    },
  );

  test('a value that can no longer be shown says so, and a user without the right has no button', async () => {
    standIn.change('R-APPROVE', { revealable: ['contact'] });
    await open('R-APPROVE');
    await button(/^Show Contact/).click();
    await page.getByText('The material of the case has been erased').waitFor();
    expect(await button(/^Show Telephone number/).count()).toBe(0);
    standIn.change('R-APPROVE', { revealable: [] });
    await button('Reload').first().click();
    await button(/^Show/).first().waitFor({ state: 'detached' });
    expect(await page.getByText('it is logged').count()).toBe(0);
  });

  test('a case is assigned to one of the people in the description, and never to a locked-out member', async () => {
    standIn = new StaffStandIn(lawCases);
    const people = ['staff-2c91', 'staff-55d8', 'staff-90e1'].map((id) => ({ id, role: 'approver' }));
    standIn.organisation = { ...standIn.organisation, people };
    await open('R-LAW');
    const dialog = await choose('Assign the case');
    const field = dialog.getByLabel('Somebody else');
    await field.selectOption('staff-2c91');
    expect(await field.getByRole('option').allInnerTexts()).toEqual([
      'Choose',
      'Staff staff-2c91, an approver',
      'Staff staff-90e1, an approver',
    ]);
    expect(await violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
    await page.getByText('The case has been assigned.').waitFor();
    expect(standIn.commands).toMatchObject([{ type: 'assign', to: 'staff-2c91' }]);
  });

  test('a colleague who was locked out is let in again, with a reason', async () => {
    standIn = new StaffStandIn(lawCases);
    await open('R-LAW', 'Dina Ombud');
    const dialog = await choose('Let a colleague in again');
    await dialog.getByLabel('Staff staff-55d8').waitFor();
    await dialog.getByLabel('Why the lock-out no longer applies').fill('It was a namesake');
    await dialog.getByRole('button', { name: 'Let in' }).click();
    await page.getByText('The colleague has been let in again.').waitFor();
    expect(standIn.commands).toMatchObject([{ type: 'let-in', member: 'staff-55d8', reason: 'It was a namesake' }]);
  });

  test('for everything that a case can wait for, its page is accessible with all parts unfolded, and fits 360 pixels', async () => {
    await signIn();
    await page.setViewportSize({ width: 360, height: 800 });
    for (const { reference } of [...sampleCases, ...lawCases]) {
      standIn.cases.set(
        reference,
        [...sampleCases, ...lawCases].find((one) => one.reference === reference)!,
      );
      await page.goto(`${served.page}#/cases/${reference}`);
      await page.getByRole('heading', { level: 1, name: `Case ${reference}` }).waitFor();
      await page.getByRole('heading', { level: 2, name: 'What waits for you' }).waitFor();
      if ((await button(/^More actions/).count()) > 0) await button(/^More actions/).click();
      await page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))");
      expect(await violations(), reference).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), reference).toBeLessThanOrEqual(
        0,
      );
    }
    expect(said).toEqual([]);
  });

  test('a command on a case with a newer commit is refused with an explanation, and succeeds after a reload', async () => {
    await open('R-APPROVE');
    standIn.change('R-APPROVE', { message: 'Changed meanwhile' });
    await button('Approve the search').click();
    await page.getByText('The case has changed since you opened it.').waitFor();
    expect(await violations()).toEqual([]);
    expect(standIn.commands).toEqual([]);

    await page.getByRole('alert').getByRole('button', { name: 'Reload the case' }).click();
    await page.getByText('Changed meanwhile').waitFor();
    await page.getByText('The case has been loaded again.').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    standIn.apply = (view, _, member, book) => {
      book.do({ type: 'approve-search' }, { by: staff(member) });
      return { ...view, status: 'gathering', waitingFor: '' };
    };
    await button('Approve the search').press('Enter');
    await page.getByText('The search has been approved.').waitFor();
    expect(standIn.commands).toMatchObject([{ type: 'approve-search', expectedSeq: 7 }]);
    // The system now searches. When the case needs staff again, the page shows this without a reload.
    await page.getByText('The page updates by itself.').waitFor();
    standIn.change('R-APPROVE', { status: 'reviewing', waitingFor: 'release', round: 1 }, searchedAndReviewed);
    await page.getByRole('link', { name: 'Review and release' }).waitFor();
  });

  test('a command whose response was lost is sent again with the same id', async () => {
    standIn.answersToLose = 1;
    await open('R-GATHER');
    await button('Try again').click();
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await page.getByText('The search has been started again.').waitFor();
    const ids = standIn.commands.map(({ commandId }) => commandId);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    expect(standIn.cases.get('R-GATHER')?.seq).toBe(15);
  });

  test('identifiers are decided in one list', async () => {
    standIn.apply = (view, command, member, book) => {
      if (command.type !== 'decide-identifiers') return view;
      const { identifiers, accept } = command;
      book.do(
        { type: 'decide-identifiers', identifiers: identifiers.map((identifier) => ({ identifier })), accept },
        { by: staff(member) },
      );
      const decision = accept ? 'accepted' : 'rejected';
      return {
        ...view,
        learned: view.learned.map((one) => (identifiers.includes(one.identifier) ? { ...one, decision } : one)),
      };
    };
    const title = { sv: 'Kund 777', en: 'Customer 777' };
    const crm = { sv: 'Kundregister', en: 'Customer register' };
    standIn.change('R-GATHER', { revealable: [learnedAddress] });
    standIn.evidence = [
      {
        identifier: learnedAddress,
        records: [
          {
            system: 'crm',
            systemTitle: crm,
            title,
            fields: [{ sv: 'E-post för fakturor', en: 'E-mail for invoices' }],
            standing: 'disputed',
            name: { value: 'Bo Ek', compared: 'differs' },
            address: null,
            identifiers: [{ kind: 'phone', masked: '+46•••12', compared: 'unknown' }],
          },
        ],
        more: false,
        searches: [crm],
      },
    ];
    await open('R-GATHER');
    await button('Show where it stood a•••@y.example').click();
    await page.getByText('Bo Ek – not the same as the person’s').waitFor();
    await page.getByText('If you accept it, these systems are searched: Customer register.').waitFor();
    expect(standIn.evidenceShown).toEqual([learnedAddress]);
    expect(await button('Accept those chosen').isDisabled()).toBe(true);
    await page.getByLabel(/a•••@y\.example/).check();
    await button('Accept 1').click();
    await page.getByText('Your decision has been saved.').waitFor();
    expect(standIn.commands).toMatchObject([
      { type: 'decide-identifiers', identifiers: [learnedAddress], accept: true },
    ]);
  });

  test('the list of identifiers, and where they stood, are worked by keyboard alone, and axe finds nothing', async () => {
    const crm = { sv: 'Kundregister', en: 'Customer register' };
    const stood = (identifier: string): (typeof standIn.evidence)[number] => ({
      identifier,
      records: [
        {
          system: 'crm',
          systemTitle: crm,
          title: { sv: 'Kund 777', en: 'Customer 777' },
          fields: [{ sv: 'E-post', en: 'E-mail' }],
          standing: 'belongs',
          name: { value: 'Bo Ek', compared: 'differs' },
          address: null,
          identifiers: [{ kind: 'phone', masked: '+46•••12', compared: 'unknown' }],
        },
      ],
      more: true,
      searches: [crm],
    });
    standIn.evidence = [stood(learnedAddress), stood(learnedNumber)];
    standIn.change('R-GATHER', { revealable: [learnedAddress, learnedNumber] });
    await open('R-GATHER');
    for (const [colorScheme, width] of [
      ['light', 1200],
      ['dark', 320],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const language of ['Svenska', 'English']) {
        await button(language).press('Enter');
        const show = button(language === 'English' ? /^Show where it stood/ : /^Visa var den stod/).first();
        await show.press('Enter');
        await page.getByText('Bo Ek').first().waitFor();
        expect(await violations()).toEqual([]);
        const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(wide, `${language}, ${width} pixels`).toBeLessThanOrEqual(0);
        await button(/^(Hide where it stood|Dölj var den stod)/)
          .first()
          .press('Enter');
      }
    }
    await page.setViewportSize({ width: 1200, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    // From the check box for all on, with the keyboard alone: both are rejected at once.
    await page.getByLabel('Choose all 2 on which nobody has decided').focus();
    await page.keyboard.press('Space');
    for (let step = 0; step < 40; step += 1) {
      if (await page.evaluate('/^Reject 2/.test(document.activeElement.textContent)')) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByText('Your decision has been saved.').waitFor();
    expect(standIn.commands).toMatchObject([
      { type: 'decide-identifiers', identifiers: [learnedAddress, learnedNumber], accept: false },
    ]);
  });

  test('a search by hand is made in parts, which a reload keeps, until it is said to be finished', async () => {
    standIn.change('R-GATHER', { revealable: ['name', 'address'] });
    standIn.values.set('name', { kind: 'name', value: 'Åsa Berg' });
    standIn.handEntries = [
      {
        entry: '0b6f3a52-5a0e-4a3e-9d0a-1f1f5f0c8a11',
        heading: 'Rental of 2 May',
        text: 'Two kayaks',
        by: 'staff-2c91',
        at: '2026-11-20T10:00:00.000Z',
      },
    ];
    await open('R-GATHER');
    const form = page.getByRole('region', { name: 'Search by hand: Binders in the shop' });
    await form.getByRole('button', { name: /^Show.*Name/ }).click();
    await form.getByText('Åsa Berg').waitFor();
    expect(standIn.revealed).toEqual(['name']);
    // A colleague has found something already.
    await form.getByText('Two kayaks').waitFor();
    expect(await violations()).toEqual([]);
    await form.getByLabel('What it is').fill('Complaint of 3 March');
    await form.getByLabel('What it says').fill('A paddle was broken.');
    await form.getByLabel('Files').setInputFiles([
      { name: 'Letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
      { name: 'Empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    ]);
    await form.getByText('Not saved: Empty.txt. A file must not be empty or larger than 4 MB.').waitFor();
    await form.getByRole('button', { name: 'Remove Letter.pdf' }).waitFor();
    await form.getByRole('button', { name: 'Save the entry' }).click();
    await form.getByRole('button', { name: 'Take back Complaint of 3 March' }).waitFor();
    expect(await form.getByLabel('What it is').inputValue()).toBe('');
    expect(standIn.commands).toEqual([]);
    await page.reload();
    await form.getByText('A paddle was broken.').waitFor();
    await form.getByText('Letter.pdf').waitFor();
    await form.getByRole('button', { name: 'Take back Rental of 2 May' }).click();
    await form.getByText('Two kayaks').waitFor({ state: 'detached' });
    await form.getByLabel('We hold nothing about the person').check();
    await form.getByText('take the saved entries back first').waitFor();
    await form.getByLabel('We hold data', { exact: true }).check();
    expect(await violations()).toEqual([]);
    await form.getByRole('button', { name: 'Finish the search' }).click();
    await page.getByText('The result has been saved.').waitFor();
    expect(standIn.handEntries).toMatchObject([
      { files: [{ file: createHash('sha256').update('%PDF-1.7').digest('hex'), title: 'Letter.pdf' }] },
    ]);
    expect(standIn.commands).toMatchObject([
      {
        type: 'record-manual-result',
        system: 'butiksarkiv',
        outcome: 'found',
        kept: standIn.handEntries.map(({ entry }) => entry),
      },
    ]);
  });

  test('the card of a release shows what the answer contains, and leads to the review', async () => {
    await open('R-REVIEW');
    const task = page.getByRole('region', { name: 'Release the answer' });
    const text = await task.innerText();
    expect(text).toContain('3 records, 1 file');
    expect(text).toContain('2 possible matches are not sent');
    expect(text).toContain('the system did not answer in time');
    expect(text).toContain('You are the first.');
    expect(await task.getByRole('button').count()).toBe(0);
    const link = task.getByRole('link', { name: 'Review and release' });
    expect(await link.getAttribute('href')).toBe('#/cases/R-REVIEW/review');
  });

  test('a refusal asks for confirmation, and Escape cancels it', async () => {
    await open('R-REVIEW');
    const form = await choose('Refuse');
    await form.getByLabel('The whole request').check();
    expect(await form.getByLabel('Rights of others').count()).toBe(0);
    await form.getByLabel('Abuse of the right').check();
    await form.getByLabel('Reason').first().fill('The same was asked of twenty others.');
    for (const text of ['of their own will', 'wants to achieve', 'How much time', 'The pattern'])
      await form.getByLabel(text).fill(`Shown: ${text}`);
    await form.getByRole('button', { name: 'Go on to confirm' }).click();
    const dialog = page.getByRole('dialog', { name: 'Refuse the whole request?' });
    await dialog.waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(standIn.commands).toEqual([]);
    expect(await form.getByLabel('Reason').first().inputValue()).toBe('The same was asked of twenty others.');
    await form.getByRole('button', { name: 'Go on to confirm' }).click();
    await dialog.getByRole('button', { name: 'Propose the refusal' }).click();
    await page.getByText('Your decision to refuse has been saved.').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(standIn.commands).toMatchObject([
      { type: 'refuse', scope: 'whole', ground: 'abuse', evidence: { aim: 'Shown: wants to achieve' } },
    ]);
  });

  test('a decision that needs two people says so and its button proposes; one that needs one person does not', async () => {
    await open('R-REVIEW');
    const two = await choose('Change the contact address');
    await two.getByText('This is a proposal: a colleague must agree before it takes effect.').waitFor();
    await two.getByLabel('New e-mail address').fill('new@example.org');
    await two.getByLabel('It is in use').check();
    await two.getByRole('button', { name: 'Propose the change' }).click();
    const asked = page.getByRole('dialog', { name: 'Change the contact address' }).last();
    await asked.getByText('a colleague must agree').waitFor();
    await asked.getByRole('button', { name: 'Propose the change' }).click();
    await expect.poll(() => standIn.commands).toMatchObject([{ type: 'change-contact', email: 'new@example.org' }]);
    for (const [type, protecting] of [
      ['threatened', true],
      ['child', false],
    ] as const) {
      const instruction = { sv: 'Se upp.', en: 'Take care.' };
      const circumstance = { circumstance: type, instruction, undecided: true, takesTwo: protecting };
      // Each circumstance is in a separate case.
      standIn.books.delete('R-REVIEW');
      standIn.change('R-REVIEW', { circumstances: [circumstance], decisionsTakeTwo: protecting }, (book) =>
        book.do({ type: 'mark-circumstance', circumstance: type, present: true }, { by: staff('staff-2c91') }),
      );
      await page.getByRole('button', { name: 'Reload the case' }).click();
      const card = page.getByRole('region', { name: 'Decide on a circumstance that protects somebody' });
      await card.getByRole('button').click();
      const dialog = page.getByRole('dialog', { name: 'Decide on a circumstance that protects somebody' });
      await dialog.getByRole('button', { name: protecting ? 'Propose the decision' : 'Save the decision' }).waitFor();
      expect(await dialog.getByText('a colleague must agree').count()).toBe(protecting ? 1 : 0);
      await dialog.getByRole('button', { name: 'Close' }).click();
    }
    await button(/^More actions/).click();
    const one = page.locator('.more').getByRole('button', { name: 'Change the contact address', exact: true });
    expect(await one.count()).toBe(1);
  });

  test('an identifier that nobody can accept is listed apart from the tasks, with the reason', async () => {
    standIn.books.set('R-GATHER', onlyStated());
    standIn.change('R-GATHER', {
      learned: [
        {
          identifier: learnedAddress,
          kind: 'phone',
          masked: '+46•••12',
          system: 'mailchimp',
          weight: 'stated',
          disputed: false,
          secondPersonnummer: false,
          acceptRefusedBy: 'identifier-only-stated',
          decision: 'open',
        },
      ],
    });
    await open('R-GATHER');
    expect(await page.getByRole('region', { name: 'What waits for you' }).innerText()).not.toContain('+46•••12');
    const systems = page.getByRole('region', { name: 'Systems', exact: true });
    await systems.getByText('One identifier from a system').click();
    expect(await systems.innerText()).toContain('Somebody typed this identifier into a form');
    await systems.getByLabel(/\+46•••12/).check();
    expect(await button('Accept those chosen').isDisabled()).toBe(true);
    await systems.getByText('One of those chosen cannot be accepted.').waitFor();
    await button('Reject 1').click();
    await page.getByText('Your decision has been saved.').waitFor();
    expect(standIn.commands).toMatchObject([
      { type: 'decide-identifiers', identifiers: [learnedAddress], accept: false },
    ]);
  });

  test('times are in the controller’s time zone, wherever the reader is, and the page says so', async () => {
    standIn = new StaffStandIn(lawCases);
    await open('R-LAW');
    const text = await page.locator('main').innerText();
    expect(text).toContain('Times are in the time zone Europe/Stockholm.');
    // The browser is in New York, where the time is six hours earlier.
    expect(text).toContain('23 Nov 2026, 11:00');
    expect(text).toContain('9 Nov 2026, 11:00');
  });

  test('what is refused in an answer is named in the reader’s language, and is not listed as part of the answer', async () => {
    standIn.change('R-REVIEW', { refusals: lawCases[0]?.refusals ?? [] });
    await open('R-REVIEW');
    const decided = page.getByRole('region', { name: 'Decisions' });
    expect(await decided.innerText()).toContain('HubSpot: Contact');
    const release = page.getByRole('region', { name: 'Release the answer' });
    const text = await release.innerText();
    expect(text).toContain('Refused, so it is left out: HubSpot: Contact');
    const [goesOut = '', held = ''] = text.split('Not sent: the answer says so');
    expect(goesOut).not.toContain('Electronic contracts');
    expect(held).toContain('Electronic contracts');
  });

  test('an objection to a change of contact says what was stopped and what was not', async () => {
    const at = '2026-11-21T10:00:00.000Z';
    const dispute = { at, of: 'new-address', effectiveAt: '2026-11-27T10:00:00.000Z' } as const;
    standIn.change('R-REVIEW', { contactDisputes: [{ ...dispute, standing: 'waits' }] });
    await open('R-REVIEW');
    await page.getByText('The case continues. We write to the new address from 27 Nov 2026, 11:00').waitFor();
    standIn.change('R-REVIEW', { contactDisputes: [{ ...dispute, standing: 'called-back' }] });
    await button('Reload the case').click();
    await page.getByText('The change has been cancelled.').waitFor();
  });

  test('refused data are described in Swedish to a Swedish reader, in full', async () => {
    await open('R-GATHER');
    await page.getByRole('button', { name: 'Svenska' }).click();
    await button(/^Fler åtgärder/).click();
    await page.locator('.more').getByRole('button', { name: 'Skriv en anteckning', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Anteckning').fill('Ringde');
    standIn.refusal = refuse('notice-too-late', { due: '2026-11-27' });
    await dialog.getByRole('button', { name: 'Spara anteckningen' }).click();
    const alert = dialog.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(
      /^Det blev inte gjort\s+Beskedet skulle ha skickats .* senast den 27 nov\. 2026 \(artikel 12\.3\)\.$/,
    );
    expect(await violations()).toEqual([]);
  });

  test('a refused command shows its rule and its date in the dialog, and the typed text stays', async () => {
    await open('R-GATHER');
    const form = await choose('Ask what is meant');
    await form.getByLabel('We hold a large amount').check();
    await form.getByLabel('What exactly do you ask for').fill('Which of our shops?');
    await form.getByLabel('What may be chosen').fill('Invoices\n\n  Newsletters ');
    await form.getByLabel('Suspend the period').check();
    standIn.refusal = refuse('asked-too-late-to-rest', { lastDay: '2026-11-27' });
    await form.getByRole('button', { name: 'Send the question' }).click();
    await form.getByRole('alert').getByText('asked without undue delay, by 27 Nov 2026. Ask without').waitFor();
    expect(await form.getByLabel('What exactly do you ask for').inputValue()).toBe('Which of our shops?');
    expect(await violations()).toEqual([]);
    await form.getByLabel('Suspend the period').uncheck();
    await form.getByRole('button', { name: 'Send the question' }).click();
    await page.getByText('The question is being sent.').waitFor();
    expect(standIn.commands).toMatchObject([
      { type: 'ask', about: 'clarification', suspend: false, choices: ['Invoices', 'Newsletters'] },
    ]);
  });

  test('the dialog of every command is accessible, and closes with Escape and with its button', async () => {
    standIn = new StaffStandIn(lawCases);
    await open('R-LAW');
    await button(/^More actions/).click();
    const actions = await page.locator('.more').getByRole('button').allInnerTexts();
    expect(actions.length).toBeGreaterThan(20);
    for (const [index, title] of actions.entries()) {
      await page.locator('.more').getByRole('button').nth(index).click();
      const dialog = page.getByRole('dialog', { name: title });
      await dialog.waitFor();
      expect(await violations(), title).toEqual([]);
      if (index % 2 === 0) await page.keyboard.press('Escape');
      else await dialog.getByRole('button', { name: 'Close' }).click();
      await dialog.waitFor({ state: 'hidden' });
      // The focus is again on the button that opened the dialog, as users of a keyboard expect.
      expect(await page.evaluate('document.activeElement.textContent')).toBe(title);
    }
    expect(standIn.commands).toEqual([]);
    expect(said).toEqual([]);
  });

  test('the case shows which date applies and why, and the queue shows it beside the date with a suspension', async () => {
    standIn = new StaffStandIn(lawCases);
    await signIn();
    const row = page.getByRole('row', { name: /R-COMPLAINT/ });
    const line = await row.innerText();
    expect(line).toContain('22 Feb 2027 (extended)');
    expect(line).toContain('with the suspension 25 Feb 2027');
    expect(line).toContain('Complaint');
    await page.getByLabel('Owner').selectOption('Mine');
    await expect.poll(async () => await page.getByRole('row').count()).toBe(2);
    await page.getByRole('link', { name: 'Open case R-LAW' }).click();
    const dates = page.getByRole('region', { name: 'Dates' });
    await dates.getByText('An extension has been decided, and takes effect when its notice has been sent.').waitFor();
    const text = await dates.innerText();
    expect(text).toContain('9 Nov 2026');
    expect(text).toContain('not known before the answer');
    const who = await page.getByRole('region', { name: 'Who asks' }).innerText();
    expect(who).toContain('A lawsuit never delays or narrows the access.');
    expect(who).toContain('Passport, In person, 2026-11-10');
  });

  test('a user can approve a colleague’s proposal, and can only drop their own', async () => {
    standIn = new StaffStandIn(lawCases);
    await open('R-LAW');
    const own = page.getByRole('region', { name: 'For a second person: Charge a fee' });
    expect(await own.getByRole('button').allInnerTexts()).toEqual(['Drop it']);
    const others = page.getByRole('region', { name: 'For a second person: Refuse the whole request' });
    expect(await others.innerText()).toContain('Samma sak har begärts hos tjugo andra bolag.');
    await others.getByRole('button', { name: 'Agree' }).click();
    await page.getByText('You have agreed.').waitFor();
    expect(standIn.commands).toMatchObject([{ type: 'approve-proposal', proposal: 'proposal-2' }]);
  });

  test('a letter to post opens in a separate tab, which cannot access the console, and is then recorded', async () => {
    standIn = new StaffStandIn(lawCases);
    await open('R-LAW');
    const card = page.getByRole('region', { name: 'To post: Question about what is meant' });
    const opened = page.context().waitForEvent('page');
    await card.getByRole('button', { name: 'Open the letter to print' }).click();
    const letter = await opened;
    await letter.getByText('Hej!').waitFor();
    expect(await letter.title()).toBe('M3/asking-2');
    expect(await letter.evaluate('window.opener')).toBeNull();
    await letter.close();
    await card.getByRole('button', { name: 'It has been posted' }).click();
    await page.getByText('It is recorded that the letter has been posted.').waitFor();
    expect(standIn.commands).toMatchObject([{ type: 'record-posted', letter: 'M3/asking-2' }]);
  });

  test('data that the law forbids to mention are recorded with the law, and the form says that the answer shows nothing', async () => {
    await open('R-GATHER');
    const form = page.getByRole('region', { name: 'Search by hand: Binders in the shop' });
    await form.getByLabel('We hold data that the law forbids us to mention').check();
    await form.getByText('The answer shows neither').waitFor();
    await form.getByLabel('Visselblåsarlagen 9:1').check();
    await form.getByRole('button', { name: 'Finish the search' }).click();
    await page.getByText('The result has been saved.').waitFor();
    expect(standIn.commands).toMatchObject([
      { type: 'record-manual-result', outcome: 'undisclosable', law: 'visselblasarlagen-9-1' },
    ]);
  });

  test('a case that a user may not open says so and shows none of its data', async () => {
    standIn.lockedOut.add('R-REVIEW');
    await signIn('Astrid Lund', '#/cases/R-REVIEW');
    await page.getByRole('heading', { level: 1, name: 'This case is not open to you' }).waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('R-REVIEW');
    expect(await violations()).toEqual([]);
  });

  test('a letter by post is registered with its true date, and only once however often it is sent', async () => {
    await signIn();
    await page.getByRole('link', { name: 'Register a request' }).click();
    await page.getByRole('heading', { level: 1, name: 'Register a request' }).waitFor();
    expect(await violations()).toEqual([]);
    await page.getByLabel('By post').first().check();
    await page.getByLabel('When it reached us').fill('2026-11-02T10:30');
    await page.getByLabel('Access', { exact: true }).check();
    await page.getByRole('radiogroup', { name: 'How do we reach the person?' }).getByLabel('By post').check();
    await page.getByLabel('Name and address').fill('Asa Berg\nStorgatan 1\n111 22 Stockholm');
    await page.getByLabel('Scan of what came').setInputFiles({
      name: 'scan.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7'),
    });
    standIn.answersToLose = 1;
    await button('Register the request').click();
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await page.getByText('The request has been registered.').waitFor();
    expect(await page.getByRole('link', { name: 'Open case R-NEW' }).count()).toBe(1);
    const [first, second] = standIn.registered;
    expect(first).toEqual(second);
    expect(first?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(first?.body).toMatchObject({
      channel: 'post',
      controller: 'nordvik',
      matter: 'request',
      rights: ['access'],
      receivedAt: '2026-11-02T09:30:00.000Z',
      contact: { address: ['Asa Berg', 'Storgatan 1', '111 22 Stockholm'] },
      scan: { mediaType: 'application/pdf', base64: Buffer.from('%PDF-1.7').toString('base64') },
    });
    expect(await violations()).toEqual([]);
  });

  test('the conflicts of the policy with the law are shown with their articles to all staff', async () => {
    standIn.organisation = {
      ...standIn.organisation,
      conflicts: [
        {
          row: 'fee-once-a-year',
          path: 'promises.feeOncePerYear',
          article: '12(5)',
          title: { sv: 'Avgift', en: 'A fee after one answer a year' },
          says: { sv: 's', en: 'One extract a year is free.' },
          law: { sv: 'l', en: 'One request a year can never be excessive.' },
          instead: { sv: 'i', en: 'Never charges because of the calendar alone.' },
        },
      ],
    };
    await signIn('Rune Revisor');
    await page.getByRole('link', { name: 'Policy and law' }).click();
    const panel = page.getByRole('region', { name: 'A fee after one answer a year' });
    const text = await panel.innerText();
    for (const part of ['12(5)', 'One extract', 'can never be', 'Never charges', 'promises.feeOncePerYear'])
      expect(text).toContain(part);
    expect(await violations()).toEqual([]);
    // An auditor only reads and may not register requests.
    expect(await page.getByRole('link', { name: 'Register a request' }).count()).toBe(0);
  });

  test('the data protection officer follows a breach through its 72 hours', async () => {
    const awareAt = new Date(Date.now() - 2.5 * 60 * 60_000).toISOString();
    const notifyBy = new Date(Date.parse(awareAt) + 72 * 60 * 60_000).toISOString();
    standIn.change('R-REVIEW', { breaches: [{ breach: 'breach-1', awareAt, notifyBy, steps: [] }] }, breach);
    await open('R-REVIEW', 'Dina Ombud');
    const card = page.getByRole('region', { name: 'A breach to follow up' });
    await card.getByText('69 hours left').waitFor();
    await card.getByRole('button').click();
    const dialog = page.getByRole('dialog', { name: 'A breach to follow up' });
    await dialog.getByLabel('The person gets a letter').check();
    await dialog.getByLabel('What was done, and why').fill('Sent to a namesake.');
    await dialog.getByLabel('What may follow').fill('Unwanted letters');
    await dialog.getByLabel('What we have done').fill('Taken back');
    await dialog.getByRole('button', { name: 'Save the step' }).click();
    await page.getByText('The step has been saved.').waitFor();
    expect(standIn.commands).toMatchObject([
      { type: 'update-breach', step: 'person-notified', consequences: ['Unwanted letters'], measures: ['Taken back'] },
    ]);
  });

  test('an auditor sees everything and can change nothing', async () => {
    await open('R-GATHER', 'Rune Revisor');
    const waits = page.getByRole('region', { name: 'What waits for you' });
    expect(await waits.getByRole('button').count()).toBe(0);
    expect(await waits.innerText()).toContain('This needs the role of a case worker.');
    await button('Download the event log').waitFor();
    await page.route('**/v1/cases/R-GATHER/audit/views', async (route) => await route.fulfill({ body: '{"head":{}}' }));
    const saved = page.waitForEvent('download');
    await button('Download the log of views').click();
    expect((await saved).suggestedFilename()).toBe('R-GATHER-views.jsonl');
    expect(await violations()).toEqual([]);
  });

  test('an expired sign-in is reported once, the typed text stays, and the sign-in leads back to the case', async () => {
    await open('R-REVIEW');
    await choose('Write a note');
    await page.getByRole('textbox', { name: 'Note' }).fill('Half a thought');
    await page.route('**/v1/**', (route) => route.fulfill({ status: 401, body: '{"message":"Unauthorized"}' }));
    await button('Save the note').click();
    await page.getByText('Your sign-in has ended', { exact: true }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Half a thought');
    expect(new URL(page.url()).hash).toBe('#/cases/R-REVIEW');
    // The console never leads a user to the sign-in without a click. The page stays even if the API refuses the token
    // again and again.
    await page.reload();
    await button('Sign in').waitFor();
    await page.unroute('**/v1/**');
    await button('Sign in').click();
    await page.getByRole('heading', { level: 1, name: 'Case R-REVIEW' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/cases/R-REVIEW');
    expect(new URL(page.url()).search).toBe('');
  });

  test('Swedish is chosen once and remembered', async () => {
    await signIn();
    await button('Svenska').click();
    await page.getByText('4 öppna ärenden, 1 över lagens tid').waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('sv');
    await page.reload();
    await page.getByRole('link', { name: 'Öppna ärende R-HELD' }).click();
    await page.getByRole('button', { name: 'Släpp ärendet vidare' }).waitFor();
    expect(await violations()).toEqual([]);
  });

  test('URLs contain the reference and no other data of the person, and the log of the browser has nothing', async () => {
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    page.on('framenavigated', (frame) => addresses.push(frame.url()));
    await open('R-REVIEW');
    await choose('Write a note');
    await page.getByRole('textbox', { name: 'Note' }).fill('Kajak i somras');
    await button('Save the note').click();
    await page.getByText('The note has been saved.').waitFor();
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((address) => /kajak|x\.example/i.test(decodeURIComponent(address)))).toEqual([]);
    expect(said).toEqual([]);
  });
});
