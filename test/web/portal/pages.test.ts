import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { casePage } from '#web/portal/case-page.ts';
import { informationPage } from '#web/portal/information-page.ts';
import { requestPage } from '#web/portal/request-page.ts';
import { styleSource } from '#web/portal/style.ts';
import { dateInWords, timeInWords } from '#web/portal/translations.ts';
import type { CaseStatus, CaseView, CodeTrouble, PageFrame } from '#web/portal/view.ts';
import {
  downloadCase,
  emptyRequest,
  frame,
  newAddressCase,
  readyCase,
  samplePages,
  partCase,
  signedInCase,
  smsCase,
  smsOnlyCase,
  stepUpCase,
  unconfirmedCase,
  waitingCase,
  wrongRequest,
  wholeCase,
} from './samples.ts';

const hostile = `"><script>alert('x')</script>&amp;<b onclick=x>\u202egnirts`;
const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;&lt;b onclick=x&gt;\u202egnirts';
const hostileFrame: PageFrame = { language: 'en', organisation: hostile, path: `/${hostile}` };

describe('A page', () => {
  it.each([
    [
      'the request form',
      requestPage(hostileFrame, {
        ...wrongRequest,
        controllers: [
          { id: hostile, name: hostile, email: hostile },
          { id: 'b', name: hostile, email: hostile },
        ],
        form: {
          key: hostile,
          controller: hostile,
          rights: [],
          typed: { email: hostile, phone: hostile, customerNumber: hostile, personnummer: hostile, message: hostile },
        },
      }),
    ],
    [
      'the case',
      casePage(
        hostileFrame,
        { ...readyCase, reference: hostile, controller: hostile, pending: [hostile] },
        { follow: true },
      ),
    ],
    [
      'the information',
      informationPage(hostileFrame, {
        controllers: [
          {
            name: hostile,
            organisationNumber: hostile,
            address: [hostile],
            email: hostile,
            officer: hostile,
            authority: { name: hostile, website: `https://imy.example/${hostile}`, email: hostile },
          },
        ],
        standingSentence: hostile,
        materialDays: 1,
        profileDays: 365,
      }),
    ],
  ])('of %s shows hostile data as plain text', async (_, page) => {
    const content = await page;
    expect(content).toContain(escaped);
    expect(content).not.toMatch(/<script|<b onclick/);
    expect(content).not.toContain('undefined');
    expect(content).not.toContain('[object');
  });

  it.each(languages)('in %s loads nothing, runs nothing and has its parts in the right order', async (language) => {
    for (const [name, page] of samplePages(language)) {
      const content = await page;
      expect(content, name).toMatch(/^<!doctype html>\s*<html lang="(sv|en)">/);
      expect(content, name).not.toMatch(/<script|<img|<iframe|\son\w+=|\sstyle=|@import|url\(/);
      expect(content.match(/<link[^>]*>/g), name).toEqual([expect.stringContaining('href="data:image/svg+xml,')]);
      expect(content.match(/<h1>/g), name).toHaveLength(1);
      expect(content, name).toMatch(/<title>[^<]{5,}<\/title>/);
      expect(content, name).toMatch(/<meta name="description" content="[^"]{20,}"/);
      expect(content, name).not.toMatch(/undefined|\[object|NaN/);
      const ids = [...content.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, name).toBe(ids.length);
      for (const [, described = ''] of content.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g))
        for (const id of described.split(' ')) expect(ids, name).toContain(id);
    }
  });

  it('has exactly the style sheet that the security policy names', async () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(await requestPage(frame('sv'), emptyRequest))?.[1] ?? '';
    expect(style.length).toBeGreaterThan(1000);
    expect(styleSource).toBe(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  });
});

describe('The page of a case', () => {
  const statuses: readonly CaseStatus[] = [
    'received',
    'verify',
    'searching',
    'review',
    'preparing',
    'ready',
    'refused',
    'closed',
  ];
  const show = async (more: Partial<CaseView>, trouble?: CodeTrouble): Promise<string> =>
    await casePage(
      frame('en', '/cases/x'),
      { ...waitingCase, ...more },
      {
        follow: true,
        ...(trouble === undefined ? {} : { trouble }),
      },
    );

  it('has its own text for each status, and asks for a code only if one is expected', async () => {
    const pages = await Promise.all(statuses.map(async (status) => await show({ status })));
    const headings = pages.map((page) => /<h2 id="status">([^<]+)</.exec(page)?.[1]);
    expect(new Set(headings).size).toBe(statuses.length);
    expect(pages.map((page) => page.includes('id="code"'))).toEqual(statuses.map((status) => status === 'verify'));
  });

  it('shows each part of a request on its own line, with a link to its page and its own dates', async () => {
    const text = (await show(wholeCase)).replaceAll(/\s+/g, ' ');
    expect(text).toContain('href="/cases/1abc-2def-3ghj-4kmn?lang=en&amp;key=token-of-the-erasure-case"');
    expect(text).toContain('Received 20 November 2026, answer by 21 December 2026.');
    expect(text).toContain('Received 25 November 2026, answer by 28 December 2026.');
    expect(text).toContain('1abc-2def-3ghj-4kmn');
    expect((await show(partCase)).replaceAll(/\s+/g, ' ')).toContain(
      `Came in together with case</dt> <dd class="mono">${wholeCase.reference}</dd>`,
    );
    expect(await show({})).not.toContain('Cases that belong to your request');
  });

  it('reloads itself only while the system is working', async () => {
    expect(await show({ status: 'searching', machineWorks: true })).toContain('http-equiv="refresh"');
    expect(await show({ status: 'searching', machineWorks: false })).not.toContain('http-equiv');
  });

  it.each([
    [12, '12 days left'],
    [1, '1 day left'],
    [0, 'today is the last day'],
    [-3, 'the last day has passed, and we apologise'],
  ])('with %i days left says: %s', async (daysLeft, text) => {
    expect(await show({ daysLeft })).toContain(text);
  });

  it('has a button for each answer, latest first, and the enter key presses the first', async () => {
    const page = await casePage(frame('en', '/cases/x'), downloadCase, { follow: false });
    const buttons = [...page.matchAll(/name="round" value="(\d)"/g)].map(([, round]) => round);
    expect(buttons).toEqual(['2', '1']);
  });

  it('has a link from the summary to the field, and the same text at the field', async () => {
    const page = await show({}, { code: 'code-wrong', triesLeft: 1 });
    expect(page).toContain('<title>Error: Your case – Nordvik Fritid AB</title>');
    expect(page).toContain('<a href="#code">The code is wrong. You have 1 try left.</a>');
    expect(page).toMatch(/id="code-error">The code is wrong/);
  });

  it('lets the person choose how a code is sent, and says where the latest code was sent', async () => {
    const both = await casePage(frame('en', '/cases/x'), smsCase, { follow: false });
    expect([...both.matchAll(/name="send" value="(\w+)"/g)].map(([, way]) => way)).toEqual(['new', 'sms']);
    expect(both).toContain('We sent a code by SMS to +46•••10 at 14:03.');
    expect(both).toContain('Send a new code by e-mail');
    expect(both).toContain('Send a code by SMS to +46•••10');
    expect(both).toContain('Six digits, from our latest SMS.');
  });

  it('accepts no code from a mail if only an SMS proves the identity', async () => {
    const page = await casePage(frame('en', '/cases/x'), smsOnlyCase, { follow: false });
    expect(page).not.toContain('id="code"');
    expect(page).not.toContain('to your e-mail address');
    expect([...page.matchAll(/name="send" value="(\w+)"/g)].map(([, way]) => way)).toEqual(['sms']);
  });

  it('has a summary without a link if the error belongs to no field', async () => {
    const page = await show({ status: 'received' }, { code: 'not-now' });
    expect(page).toContain('This cannot be done just now');
    expect(page).not.toContain('href="#code"');
  });
});

describe('The proof of identity that the person must give', () => {
  const page = async (more: Partial<CaseView>): Promise<string> =>
    await casePage(frame('en', '/cases/x'), { ...waitingCase, ...more }, { follow: false });

  it('is nothing for stopping marketing or withdrawing a consent, and the page says so', async () => {
    const offer = { why: 'not-needed', methods: [] } as const;
    const stop = await page({ status: 'received', rights: ['objection', 'consent-withdrawal'], offer });
    expect(stop).toContain('To stop advertising or take back a consent you need not show who you are.');
    const erasure = await page({ status: 'received', rights: ['erasure', 'objection'], offer });
    expect(erasure).not.toContain('To stop advertising');
    expect(erasure).toContain('You need not show who you are at this point.');
    for (const one of [stop, erasure]) expect(one).not.toMatch(/id="code"|\/sign-in\//);
  });

  it('is nothing more if enough is known', async () => {
    const content = await page({ status: 'searching', offer: { why: 'enough', methods: [] } });
    expect(content).toContain('We know enough about who you are and ask for nothing more.');
    expect(content).not.toContain('/sign-in/');
  });

  it('is shown with its reason, and starts with a link that contains only the case and the kind of proof', async () => {
    const content = await page({ ...stepUpCase, questions: [] });
    expect(content).toContain('<h2 id="stronger">A part waits for a stronger proof</h2>');
    expect([...content.matchAll(/href="([^"]*sign-in[^"]*)"/g)].map(([, href]) => href)).toEqual([
      `/cases/${waitingCase.reference}/sign-in/exempel-legitimation?lang=en`,
    ]);
  });

  it('is replaced by an address to write to if the page offers no way', async () => {
    const content = await page({ status: 'searching', offer: { why: 'waiting', methods: [] } });
    expect(content).toContain('Write to us, and we find a way together:');
    expect(content).toContain('mailto:dataskydd@nordvik.example');
  });

  it('in the form is an e-mail address; a personnummer has a field only if it can be of use, and all else is optional', async () => {
    const [with_, without] = await Promise.all(
      [true, false].map(
        async (asksPersonnummer) => await requestPage(frame('en'), { ...emptyRequest, asksPersonnummer }),
      ),
    );
    expect(with_).toContain('id="personnummer"');
    expect(without).not.toContain('personnummer');
    expect(with_?.match(/ required/g)).toHaveLength(1);
    expect(with_?.match(/\(optional\)/g)).toHaveLength(4);
  });
});

describe('Dates', () => {
  it('are local and in the language of the page', () => {
    expect(dateInWords('2026-12-21', 'sv')).toBe('21 december 2026');
    expect(dateInWords('2026-12-21', 'en')).toBe('21 December 2026');
    expect(timeInWords('2026-11-21T23:03:00.000Z', 'Europe/Stockholm', 'sv')).toBe('00:03');
    expect(timeInWords('2026-07-21T12:03:00.000Z', 'Europe/Stockholm', 'en')).toBe('14:03');
  });
});

describe('A contact address that is not confirmed', () => {
  const page = async (view: CaseView, language: 'sv' | 'en' = 'sv'): Promise<string> =>
    await casePage(frame(language), view, { follow: false });

  it('does not lead to an answer, and the page says in plain words what to do', async () => {
    const swedish = await page(unconfirmedCase);
    expect(swedish).toContain('Bekräfta din e-postadress');
    expect(swedish).toContain('Logga in igen');
    expect(swedish).toContain('a•••@example.org');
    expect(swedish).toContain(`href="/cases/${unconfirmedCase.reference}/sign-in/exempel-legitimation`);
    expect(swedish).not.toMatch(/name="round"|name="code"|value="new"/);
    expect(await page(unconfirmedCase, 'en')).toContain('Sign in again, here in the same browser');
  });

  it('accepts a code in the browser that has just signed in, but still gives no answer', async () => {
    const signedIn = await page(signedInCase);
    expect(signedIn).toMatch(/action="\/cases\/[^"]+\/contact\?lang=sv"[^>]*>\s*<button type="submit" name="send"/);
    expect(signedIn).not.toMatch(/name="round"|\/download/);
  });

  it('that is new has its own field beside the field of the answer', async () => {
    const both = await page(newAddressCase);
    const ids = [...both.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toEqual(expect.arrayContaining(['code', 'contact-code']));
    expect(both).toContain('Vi skickade en kod till din e-postadress klockan');
    expect(both).toContain('Vi skickade en kod till den nya adressen klockan');
    expect(both).toContain('Från och med 7 december 2026 skickar vi brev med post.');
    const waits = await page({ ...newAddressCase, postFrom: undefined, contactWaits: true });
    expect(waits).toContain('Vi har fått veta att vi ska skriva till en annan adress. Det gäller inte än.');
    expect(waits).not.toContain('Från och med');
  });
});

describe('A change of address that must not be told to the old address', () => {
  it.each(languages)(
    'is made by staff, and the page says so and names the address to write to (%s)',
    async (language) => {
      const page = (await new Map(samplePages(language)).get('case-contact-lost')) ?? '';
      const note = /<div class="note">([\s\S]*?)<\/div>/.exec(page)?.[1] ?? '';
      expect(note).toContain(
        { sv: 'så byter en medarbetare adressen', en: 'a member of staff changes the address' }[language],
      );
      expect(note).toContain('mailto:');
    },
  );
});

describe('The page on how requests are handled', () => {
  it.each([
    [
      'sv',
      [
        'hittade uppgifter om dig',
        'inte hittade några',
        'inte lämnar ut dem',
        'misslyckades',
        'ännu väntar',
        'Kan vi inte söka i ett system alls',
        'Som regel kostar det ingenting',
      ],
    ],
    [
      'en',
      [
        'found data about you',
        'found none',
        'do not disclose them',
        'failed to search it',
        'still waiting',
        'cannot search a system at all',
        'As a rule it is free of charge',
      ],
    ],
  ] as const)(
    'names every way in which a search can end, and promises nothing free without its condition (%s)',
    async (language, phrases) => {
      const page = (await new Map(samplePages(language)).get('information')) ?? '';
      for (const phrase of phrases) expect(page).toContain(phrase);
    },
  );
});
