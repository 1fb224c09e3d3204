import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCase } from '#casework/commit/commit-command.ts';
import { cookieOf, manualSystem, start, startRig, type Answer, type Rig, type Visit } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig({
    change: (organisation) => ({
      ...organisation,
      controllers: [
        ...organisation.controllers,
        { ...organisation.controllers[0]!, id: 'uthyrning', name: 'Nordvik Uthyrning AB' },
      ],
    }),
  });
});
afterAll(async () => await rig.close());

let count = 0;
const freshKey = (): string => `test-submission-${(count += 1)}`;
const right = (more: Record<string, string | string[]> = {}) => ({
  key: freshKey(),
  controller: 'nordvik',
  rights: ['access'],
  email: 'alva@example.org',
  phone: '',
  customerNumber: '',
  personnummer: '',
  message: '',
  ...more,
});
type Form = NonNullable<Visit['form']>;
const send = async (form: Form, more: Partial<Visit> = {}): Promise<Answer> =>
  await rig.visit({ routeKey: 'POST /', query: { lang: 'sv' }, form, ...more });
// Each with its own address: a second request with the same unproven address is attached.
let people = 0;
const opened = async (more: Record<string, string> = {}) =>
  cookieOf(await send(right({ email: `alva-${(people += 1)}@example.org`, ...more })));

interface Case {
  readonly reference: string;
  readonly cookie: string;
}
/** The same case, opened by the link of a letter. */
const byMail = ({ reference }: Case): Case => ({
  reference,
  cookie: `case=${rig.casework.keys.mailedToken(reference, 0)}`,
});
const get = async ({ reference, cookie }: Case, more: Partial<Visit> = {}): Promise<Answer> =>
  await rig.visit({ routeKey: 'GET /cases/{reference}', reference, cookies: [cookie], ...more });
const verify = async ({ reference, cookie }: Case, form: Form, at = start): Promise<Answer> =>
  await rig.visit({ routeKey: 'POST /cases/{reference}/verification', reference, cookies: [cookie], form, at });
const download = async ({ reference, cookie }: Case, form: Form, at = start): Promise<Answer> =>
  await rig.visit({ routeKey: 'POST /cases/{reference}/download', reference, cookies: [cookie], form, at });
const verified = async (): Promise<Case> => {
  const one = await opened();
  await verify(one, { send: 'new' });
  expect((await verify(one, { code: await rig.mailedCode() })).statusCode).toBe(303);
  return one;
};
const after = (minutes: number): string => new Date(Date.parse(start) + minutes * 60_000).toISOString();
const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const location = (answer: Answer): string => String(answer.headers?.['location']);

describe('Every page', () => {
  it('may load nothing from elsewhere and run no script, and is never cached', async () => {
    const { headers } = await rig.visit({ routeKey: 'GET /' });
    const policy = String(headers?.['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; img-src data:; /);
    expect(policy).toContain("form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      // Under `no-referrer` a browser would send our own forms with `Origin: null`.
      'referrer-policy': 'same-origin',
    });
  });

  it.each([
    [{}, undefined, 'en'],
    [{ lang: 'sv' }, 'en', 'sv'],
    [{ lang: 'de' }, 'sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
    [{}, 'de, en;q=0.3, sv;q=0.7', 'sv'],
    [{}, 'sv;q=0, en;q=0.1', 'en'],
    [{}, 'fr-FR, fr', 'en'],
    [{}, ';;;q=,,,', 'en'],
  ])('with query %j and Accept-Language %j is in %s', async (query, accept, language) => {
    const headers = accept === undefined ? {} : { 'accept-language': accept };
    const { body } = await rig.visit({ routeKey: 'GET /', query, headers });
    expect(body).toContain(`<html lang="${language}">`);
  });

  it('says which page it is and links to the other language', async () => {
    const { body } = await rig.visit({ routeKey: 'GET /information', query: { lang: 'sv' } });
    expect(body).toContain('<title>Så hanterar vi din begäran – Nordvik Fritid AB</title>');
    expect(body).toContain('<a href="/information?lang=en" lang="en" hreflang="en">English</a>');
    expect(body).toContain('Integritetsskyddsmyndigheten (IMY)');
    expect(body).toContain('raderas 5 år efter avslutet');
    expect(body).toContain('Vi får inte alltid berätta om sådana finns.');
  });

  it('for an unknown path is a page too', async () => {
    const answer = await rig.visit({ routeKey: '$default' });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('There is no such page');
  });
});

describe('The request form', () => {
  it('asks for the controller if there are several, has access selected, and its own key', async () => {
    const [one, two] = [await rig.visit({ routeKey: 'GET /' }), await rig.visit({ routeKey: 'GET /' })];
    expect(one.statusCode).toBe(200);
    expect(one.body).toContain('Nordvik Uthyrning AB');
    expect(one.body).not.toMatch(/type="radio"[^>]*checked/);
    expect([...one.body.matchAll(/id="rights-([a-z-]+)"[^>]*checked/g)].map(([, name]) => name)).toEqual(['access']);
    const keyOf = (body: string): string => /name="key" value="([\w-]{36})"/.exec(body)?.[1] ?? '';
    expect(keyOf(one.body)).not.toBe('');
    expect(keyOf(one.body)).not.toBe(keyOf(two.body));
  });

  it('opens a case by the portal, with the right and the identifiers that were stated, and leads to its page with a cookie for that page only [004-31]', async () => {
    const answer = await send(right({ phone: '070-174 06 05', message: 'Hej\r\ndär', customerNumber: 'K-17' }));
    const { reference, cookie } = cookieOf(answer);
    expect(answer.statusCode).toBe(303);
    expect(location(answer)).toBe(`/cases/${reference}?lang=sv`);
    expect(answer.cookies).toEqual([`${cookie}; Path=/cases/${reference}; HttpOnly; SameSite=Lax; Secure`]);
    const { state } = await loadCase(rig.casework, reference);
    expect(state).toMatchObject({
      common: { facts: { channel: 'portal', language: 'sv', receivedAt: start } },
      stage: { kind: 'identifying' },
    });
    const profile = await rig.casework.profiles.get(reference);
    expect(profile).toMatchObject({
      message: 'Hej\ndär',
      contact: { kind: 'email', value: 'alva@example.org' },
      claimed: [
        { kind: 'phone', value: '+46701740605' },
        { kind: 'customerNumber', value: 'K-17' },
      ],
    });
    expect(rig.mails()).toContain('alva@example.org');
  });

  it('sent twice opens one case', async () => {
    const form = right();
    const [one, two] = [await send(form), await send(form)];
    expect(cookieOf(two)).toEqual(cookieOf(one));
    expect(two.statusCode).toBe(303);
  });

  it('sent again with other details asks for a confirmation first, under a new key', async () => {
    const form = right();
    await send(form);
    const answer = await send({ ...form, email: 'bo@example.org' });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('Du har redan skickat det här formuläret');
    expect(answer.body).toContain('value="bo@example.org"');
    const key = /name="key" value="([^"]+)"/.exec(answer.body)?.[1] ?? '';
    expect(key).not.toBe(form.key);
    const next = await send({ ...form, email: 'bo@example.org', key });
    expect(next.statusCode).toBe(303);
  });

  it('waits for staff if another right than access is used', async () => {
    const one = cookieOf(await send(right({ rights: ['erasure'] })));
    expect((await get(one)).body).toContain('Vi har tagit emot din begäran');
  });

  it('shows all errors at once, keeps what was typed, and never repeats it in an error', async () => {
    const typed = {
      email: 'alva.example.org',
      phone: 'ring inte',
      personnummer: '19121212-1213',
      message: 'x'.repeat(4001),
    };
    const answer = await send(right({ ...typed, controller: 'someone-else', rights: [] }));
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('<title>Fel: Begär dina personuppgifter');
    const summary = [...answer.body.matchAll(/<li><a href="#([\w-]+)">([^<]+)<\/a><\/li>/g)].map(([, field]) => field);
    expect(summary).toEqual(['controller-nordvik', 'rights-access', 'email', 'phone', 'personnummer', 'message']);
    for (const field of summary) expect(answer.body).toContain(`id="${field}"`);
    for (const [field, value] of Object.entries(typed)) {
      expect(answer.body.split(value)).toHaveLength(2);
      expect(answer.body).toContain(`aria-describedby="${field}-hint ${field}-error"`);
      expect(answer.body).toContain(`id="${field}-error"`);
    }
    expect(answer.body).not.toContain('someone-else');
  });

  it.each([
    ['no address', { email: '' }, 'email'],
    ['an address with a right-to-left override', { email: 'al\u202eva@example.org' }, 'email'],
    ['a right that does not exist', { rights: ['access', 'omnipotence'] }, 'rights'],
    ['a right twice', { rights: ['access', 'access'] }, 'rights'],
    ['no controller', { controller: '' }, 'controller'],
    ['a very long customer number', { customerNumber: '9'.repeat(300) }, 'customerNumber'],
  ])('with %s is shown again', async (_, more, field) => {
    const answer = await send(right(more));
    expect(answer.statusCode).toBe(400);
    expect([...answer.body.matchAll(/id="([\w-]+)-error"/g)].map(([, name]) => name)).toEqual([field]);
  });

  it('shows hostile text as plain text', async () => {
    const hostile = `"><script>alert(1)</script>'\u202e</textarea><img src=x onerror=alert(2)>`;
    const answer = await send(right({ email: hostile, message: `\n${hostile}` }));
    expect(answer.statusCode).toBe(400);
    expect(answer.body).not.toContain('<script');
    expect(answer.body).not.toContain('<img');
    expect(answer.body).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;\u202e&lt;/textarea&gt;');
    // The first line break is from the template: the parser drops it and keeps the person's.
    expect(answer.body).toMatch(/>\n\n&quot;&gt;&lt;script/);
  });

  it.each([
    ['is not UTF-8', { form: 'email=%ff%fe' }],
    ['names a field twice', { form: 'email=a%40example.org&email=b%40example.org' }],
    ['has too many fields', { form: Array.from({ length: 60 }, (_, index) => `f${index}=1`).join('&') }],
    ['has a key that nobody made', { form: 'key=1' }],
  ])('that %s is not read', async (_, visit) => {
    const answer = await rig.visit({ routeKey: 'POST /', ...visit });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('We could not read the form');
  });

  it('that was reloaded gets a page that leads on, and an address without a page gets one as well', async () => {
    const one = await opened();
    const at = async (rawPath: string, method: string, lang: string): Promise<Answer> =>
      await rig.visit({ routeKey: 'ANY /{proxy+}', rawPath, method, query: { lang } });
    const form = await at(`/cases/${one.reference}/verification`, 'GET', 'sv');
    expect(form).toMatchObject({ statusCode: 405, headers: { allow: 'POST' } });
    expect(form.body).toContain('Här finns inget att visa');
    expect(form.body).toContain(`href="/cases/${one.reference}?lang=sv"`);
    expect((await at(`/cases/${one.reference}/wishes`, 'GET', 'en')).body).toContain('There is nothing to show here');
    expect(await at('/information', 'DELETE', 'sv')).toMatchObject({
      statusCode: 405,
      headers: { allow: 'GET, HEAD' },
    });
    expect(await at('/', 'PUT', 'sv')).toMatchObject({ statusCode: 405, headers: { allow: 'GET, HEAD, POST' } });
    for (const path of ['/none', '/cases', '/cases/', '/cases//verification', '/cases/a/b/c/d']) {
      const none = await at(path, 'GET', 'sv');
      expect({ path, status: none.statusCode }).toEqual({ path, status: 404 });
      expect(none.body).toContain('Sidan finns inte');
    }
  });

  it('answers HEAD like GET, without the body', async () => {
    const got = await rig.visit({ routeKey: 'GET /' });
    expect(await rig.visit({ routeKey: 'HEAD /' })).toEqual({ ...got, body: '', isBase64Encoded: false });
    const one = await opened();
    const head = await get(one, { routeKey: 'HEAD /cases/{reference}' });
    expect(head).toMatchObject({ statusCode: 200, body: '' });
  });

  it.each([
    ['is no form', { form: '{"email":"a"}', headers: { 'content-type': 'application/json' } }],
    ['has files', { form: 'x', headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
  ])('that %s has a type that is not accepted', async (_, visit) => {
    const answer = await rig.visit({ routeKey: 'POST /', ...visit });
    expect(answer.statusCode).toBe(415);
    expect(answer.body).toContain('We could not read the form');
  });

  it('that is too large is not read', async () => {
    const answer = await send(right({ message: 'x'.repeat(70_000) }));
    expect(answer.statusCode).toBe(413);
    expect(answer.body).toContain('Formuläret är för stort');
  });

  it('works from our page and from a program, and from no other site', async () => {
    const from = async (headers: Record<string, string>): Promise<number | undefined> =>
      (await send(right(), { headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } }))
        .statusCode;
    const ours = 'https://portal.nordvik.example';
    expect(await from({ 'sec-fetch-site': 'same-origin', origin: ours })).toBe(303);
    expect(await from({ origin: ours })).toBe(303);
    expect(await from({})).toBe(303);
    const before = rig.mails().length;
    expect(await from({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).toBe(403);
    expect(await from({ 'sec-fetch-site': 'same-site', origin: 'https://blog.nordvik.example' })).toBe(403);
    expect(await from({ origin: 'https://evil.example' })).toBe(403);
    expect(await from({ origin: 'null' })).toBe(403);
    expect(rig.mails()).toHaveLength(before);
  });
});

describe('The link in a letter', () => {
  it('becomes a cookie for that case and a clean address, in the language of the case', async () => {
    const one = await opened();
    const key = one.cookie.replace('case=', '');
    const answer = await rig.visit({
      routeKey: 'GET /cases/{reference}',
      reference: one.reference,
      query: { key },
      headers: { 'accept-language': 'en' },
    });
    expect(answer.statusCode).toBe(303);
    expect(location(answer)).toBe(`/cases/${one.reference}?lang=sv`);
    expect(cookieOf(answer)).toEqual(one);
    expect(answer.body).toBe('');
  });

  it('that is wrong, of another case or of none always gives the same page', async () => {
    const [one, two] = [await opened(), await opened()];
    const wrong = one.cookie.slice(5).replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    const visits: readonly Partial<Visit>[] = [
      { reference: one.reference, query: { key: wrong } },
      { reference: one.reference, query: { key: two.cookie.slice(5) } },
      { reference: one.reference, query: { key: `${one.cookie.slice(5)},${one.cookie.slice(5)}` } },
      { reference: one.reference, query: { key: '' } },
      { reference: one.reference },
      { reference: one.reference, cookies: [two.cookie] },
      { reference: '0000-0000-0000-0000', cookies: [one.cookie] },
      { reference: '../../etc/passwd', cookies: [one.cookie] },
      { reference: '', query: { key: one.cookie.slice(5) } },
    ];
    const answers = await Promise.all(
      visits.map(async (visit) => await rig.visit({ routeKey: 'GET /cases/{reference}', ...visit })),
    );
    expect(answers[0]?.statusCode).toBe(404);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    const posted = await verify({ reference: one.reference, cookie: two.cookie }, { send: 'new' });
    expect(posted).toEqual(answers[0]);
    expect(await download({ reference: one.reference, cookie: 'case=' }, { send: 'new' })).toEqual(answers[0]);
  });
});

describe('The proof of identity', () => {
  it('shows the status of the case, the days left in local dates, and a field for the code', async () => {
    const one = await opened();
    const early = await get(one, { at: '2026-11-20T23:30:00.000Z' });
    expect(early.body).toContain('21 december 2026');
    expect(early.body).toContain('30 dagar kvar');
    // The person who made the request is not told when a code was sent, nor that it has expired.
    expect(early.body).toContain('I vårt mejl till din e-postadress finns en länk och en kod.');
    expect(early.body).not.toContain('http-equiv');
    await verify(one, { send: 'new' });
    const later = await get(one, { query: { lang: 'en' } });
    expect(later.body).toContain('There is a link and a code in our mail to your e-mail address.');
    expect(later.body).toContain('autocomplete="one-time-code"');
  });

  it('accepts the code with or without spaces, once', async () => {
    const one = await opened();
    const asked = await verify(one, { send: 'new' });
    expect([asked.statusCode, location(asked)]).toEqual([303, `/cases/${one.reference}?lang=sv#enter`]);
    const code = await rig.mailedCode();
    const answer = await verify(one, { code: ` ${code.slice(0, 3)} ${code.slice(3)}` });
    expect([answer.statusCode, location(answer)]).toEqual([303, `/cases/${one.reference}?lang=sv`]);
    const { body } = await get(one);
    expect(body).toContain('Sökningen pågår eller står på tur');
    // The button was pressed twice.
    expect((await verify(one, { code })).statusCode).toBe(303);
  });

  it('says that a code by letter comes by letter', async () => {
    const one = await opened();
    const to = { kind: 'postalAddress', hash: 'b'.repeat(64) } as const;
    await rig.command(one.reference, { type: 'move-to-post', to, reason: 'proof', registered: true });
    await verify(one, { send: 'new' });
    const { body } = await get(one);
    expect(body).toContain('Koden kommer med brev.');
    expect(body).toContain('från vårt senaste brev');
    expect(body).not.toMatch(/till din e-postadress klockan|från vårt senaste mejl/);
  });

  it('counts tries, says how many are left, and after the last refers to the link in the mail', async () => {
    const one = await opened();
    await verify(one, { send: 'new' });
    const code = await rig.mailedCode();
    for (const left of [4, 3, 2, 1]) {
      const answer = await verify(one, { code: other(code) });
      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain(`Koden stämmer inte. Du har ${left} försök kvar.`);
      expect(answer.body).toContain('aria-describedby="code-hint code-error"');
      expect(answer.body).not.toContain(other(code));
    }
    expect((await verify(one, { code: other(code) })).body).toContain('försöken är slut');
    const locked = await verify(one, { code });
    expect(locked.statusCode).toBe(403);
    expect(locked.body).toContain('Öppna länken i vårt mejl till adressen och skriv in koden där.');
    // Somebody who comes by that link has their own tries.
    const mailed = byMail(one);
    for (let count = 0; count < 4; count += 1) await verify(mailed, { code: other(code) });
    expect((await verify(mailed, { code: other(code) })).body).toContain('försöken är slut');
    const used = await verify(mailed, { code });
    expect(used.statusCode).toBe(403);
    expect(used.body).toContain('Koden är spärrad efter fem försök');
    expect(used.body).not.toContain('id="code"');
    expect(used.body).toContain('Skicka en kod till mig');
  });

  it('refuses an old code, and one that is no code without counting it', async () => {
    const one = await opened();
    await verify(one, { send: 'new' });
    for (const code of ['', '12345', '1234567', 'abcdef', '１２３４５６'])
      expect((await verify(one, { code })).statusCode).toBe(400);
    const right = await rig.mailedCode();
    expect((await verify(one, { code: other(right) })).body).toContain('4 försök kvar');
    const late = await verify(one, { code: right }, after(10));
    expect(late.statusCode).toBe(403);
    expect(late.body).toContain('Koden har slutat gälla');
  });

  it('sends two codes a day after the first, and says so', async () => {
    const one = await opened();
    for (let sent = 0; sent < 2; sent += 1) expect((await verify(one, { send: 'new' })).statusCode).toBe(303);
    const answer = await verify(one, { send: 'new' });
    expect(answer.statusCode).toBe(429);
    expect(answer.headers).toMatchObject({ 'retry-after': String(24 * 60 * 60) });
    expect(answer.body).toContain('bara ett fåtal koder per dygn');
    expect(answer.body).toContain('från och med 21 november 2026 kl. 09:00');
    expect(answer.body).not.toContain('value="new"');
    expect((await verify(one, { send: 'new' }, after(24 * 60 + 1))).statusCode).toBe(303);
  });

  it('can be a code by SMS to the mobile number that was stated, shown masked', async () => {
    const one = await opened({ phone: '070-174 06 34' });
    const offer = await get(one);
    expect(offer.body).toContain('Skicka en kod med SMS till +46•••34');
    expect(offer.body).not.toContain('1740634');
    const asked = await verify(one, { send: 'sms' });
    expect([asked.statusCode, location(asked)]).toEqual([303, `/cases/${one.reference}?lang=sv#enter`]);
    const sent = rig.texted().at(-1);
    expect(sent).toMatchObject({ from: 'NORDVIK', to: '+46701740634' });
    const page = await get(one);
    expect(page.body).toContain('Vi skickade en kod med SMS till +46•••34 klockan 09:00.');
    expect(page.body).toContain('Sex siffror, från vårt senaste SMS.');
    expect(page.body).toContain('att du har det mobilnummer som du angav');
    const code = /\d{6}/.exec(sent?.text ?? '')?.[0] ?? '';
    expect((await verify(one, { code: other(code) })).body).toContain('4 försök kvar');
    expect((await verify(one, { code })).statusCode).toBe(303);
    expect((await get(one)).body).toContain('Sökningen pågår eller står på tur');
  });

  it('is by mail if no mobile number was stated, whatever is requested', async () => {
    const before = rig.texted().length;
    for (const phone of ['', '08-465 004 00']) {
      const one = await opened({ phone });
      expect((await get(one)).body).not.toContain('SMS');
      const asked = await verify(one, { send: 'sms' });
      expect(asked.statusCode).toBe(409);
      expect(asked.body).toContain('Det går inte att göra just nu');
    }
    expect(rig.texted()).toHaveLength(before);
  });

  it('from another site changes nothing', async () => {
    const one = await opened();
    const before = rig.mails().length;
    const answer = await rig.visit({
      routeKey: 'POST /cases/{reference}/verification',
      reference: one.reference,
      cookies: [one.cookie],
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      form: 'send=new',
    });
    expect(answer.statusCode).toBe(403);
    expect(rig.mails()).toHaveLength(before);
  });
});

describe('The page while the system is working', () => {
  it('reloads itself only for those who choose it, and only then', async () => {
    const one = await verified();
    const follow = { query: { lang: 'sv', follow: 'on' } };
    const asked = await get(one, follow);
    expect(asked.body).toContain('<meta http-equiv="refresh" content="10"');
    expect(asked.body).toContain('Sluta uppdatera automatiskt');
    const plain = await get(one);
    expect(plain.body).not.toContain('http-equiv');
    expect(plain.body).toContain(`href="/cases/${one.reference}?lang=sv&amp;follow=on"`);
    await rig.command(one.reference, {
      type: 'plan-search',
      systems: [{ id: 'hubspot', mode: 'automatic', level: 'contact-point', special: false }],
    });
    expect((await get(one, follow)).body).not.toContain('http-equiv');
  });
});

describe('A change that the person requests', () => {
  const wish = async ({ reference, cookie }: Case, form: Form, at = start): Promise<Answer> =>
    await rig.visit({
      routeKey: 'POST /cases/{reference}/wishes',
      reference,
      cookies: [cookie],
      query: { lang: 'sv' },
      form,
      at,
    });
  const key = (): string => crypto.randomUUID();

  it('is carried out once, and the page that follows says so', async () => {
    const one = await opened();
    const form = { key: key(), type: 'withdraw', confirm: 'yes' };
    const [first, again] = [await wish(one, form), await wish(one, form)];
    expect([first.statusCode, location(first)]).toEqual([303, `/cases/${one.reference}?lang=sv`]);
    expect(location(again)).toBe(location(first));
    const [told = ''] = first.cookies ?? [];
    expect(told).toMatch(/^done=withdraw; Path=\/cases\/[-0-9a-z]+; Max-Age=60; HttpOnly; SameSite=Lax/);
    const after = await get(one, { cookies: [one.cookie, 'done=withdraw'], query: { lang: 'sv' } });
    expect(after.body).toContain('<p class="note" role="status">Din begäran är återkallad.</p>');
    expect(after.body).toContain('Ångra återkallelsen');
    // After a reload the page no longer says it.
    expect(after.cookies).toEqual([expect.stringMatching(/^done=; Path=\/cases\/[-0-9a-z]+; Max-Age=0;/)]);
    expect((await get(one)).body).not.toContain('role="status"');
  });

  it.each(['withdraw', 'change-contact', 'complain', 'everything'])(
    'is not reported as carried out at an invented address of the page: %s',
    async (done) => {
      const one = await opened();
      const page = await get(one, { query: { lang: 'sv', done } });
      expect(page.statusCode).toBe(200);
      expect(page.body).not.toContain('role="status"');
      const made = { cookies: [one.cookie, 'done=everything'] };
      expect((await get(one, made)).body).not.toContain('role="status"');
    },
  );

  it.each([
    ['a withdrawal that was not ticked', { type: 'withdraw' }, '#confirm'],
    ['a complaint without words', { type: 'complain', text: ' ' }, '#complaint'],
    ['a complaint that is too long', { type: 'complain', text: 'x'.repeat(4001) }, '#complaint'],
    ['an address that is none', { type: 'change-contact', email: 'ny', old: 'lost' }, '#new-email'],
    ['no word on the old address', { type: 'change-contact', email: 'ny@example.org' }, '#old-in-use'],
    ['an objection without reasons', { type: 'object-to-record', text: '' }, '#record'],
  ])('with %s is shown again, and the summary leads to the field', async (_, fields, target) => {
    const answer = await wish(byMail(await opened()), { key: key(), ...fields });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain(`<li><a href="${target}">`);
    expect(answer.body).toContain(`id="${target.slice(1)}"`);
    expect(answer.body).toContain('<details open>');
  });

  it('to change the address requires the link of a letter, and the page offers a new request instead', async () => {
    const one = await opened();
    const form = 'name="type" value="change-contact"';
    const page = (await get(one, { query: { lang: 'sv' } })).body;
    expect(page).toContain('Öppna länken i vårt mejl för att byta adress.');
    expect(page).not.toContain(form);
    expect((await get(byMail(one), { query: { lang: 'sv' } })).body).toContain(form);
    const asked = { key: key(), type: 'change-contact', email: 'ny@example.org', old: 'in-use' };
    const answer = await wish(one, asked);
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('Det här kräver länken i vårt mejl.');
  });

  it('to change a lost address says which proof is enough, and shows what was typed as text', async () => {
    const one = byMail(await opened());
    const answer = await wish(one, { key: key(), type: 'change-contact', email: 'ny@example.org', old: 'unsafe' });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('Med brev: vi skickar en kod');
    expect(answer.body).toContain('value="ny@example.org"');
    const hostile = await wish(one, { key: key(), type: 'change-contact', email: '"><script>', old: 'lost' });
    expect(hostile.body).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  it.each([
    ['no key', { type: 'withdraw', confirm: 'yes' }],
    ['a key of its own making', { key: '1', type: 'withdraw', confirm: 'yes' }],
    ['no type', { key: '11111111-1111-4111-8111-111111111111' }],
    ['a type that is none', { key: '11111111-1111-4111-8111-111111111111', type: 'be-happy' }],
  ])('with %s is not read', async (_, form) => {
    const answer = await wish(await opened(), form);
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('Vi kunde inte läsa formuläret');
  });

  it('from another site, or about another case, has no effect', async () => {
    const [mine, theirs] = [await opened(), await opened()];
    const form = { key: key(), type: 'withdraw', confirm: 'yes' };
    expect((await wish({ ...theirs, cookie: mine.cookie }, form)).statusCode).toBe(404);
    const elsewhere = await rig.visit({
      routeKey: 'POST /cases/{reference}/wishes',
      reference: mine.reference,
      cookies: [mine.cookie],
      form,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
    });
    expect(elsewhere.statusCode).toBe(403);
    expect((await loadCase(rig.casework, mine.reference)).state?.stage.kind).toBe('identifying');
  });
});

describe('The answer', () => {
  it('is downloaded with a code, each time a new one, and so is a supplement', async () => {
    const one = await verified();
    await rig.deliver(one.reference, 'the first answer');
    const ready = await get(one);
    expect(ready.body).toContain('Ditt svar är klart');
    expect(ready.body).toContain('Finns kvar till och med 4 december 2026');
    const manual = rig.organisation.systems.find(({ id }) => id === manualSystem(rig.organisation));
    expect(ready.body).toContain(manual?.title.sv);
    expect(ready.body).not.toContain('id="code"');
    expect(String(ready.headers?.['content-security-policy'])).toContain(`form-action 'self' ${rig.exportsOrigin};`);

    expect((await download(one, { send: 'new' })).statusCode).toBe(303);
    expect((await get(one)).body).toContain('Ladda ner svaret');
    const code = await rig.mailedCode();
    expect((await download(one, { code: other(code), round: '1' })).body).toContain('4 försök kvar');
    const answer = await download(one, { code, round: '1' });
    expect(answer.statusCode).toBe(303);
    expect(new URL(location(answer)).origin).toBe(rig.exportsOrigin);
    expect(await (await fetch(location(answer))).text()).toBe('the first answer');

    const again = await download(one, { code, round: '1' });
    expect(again.statusCode).toBe(403);
    expect(again.body).toContain('Koden är redan använd');

    await rig.supplement(one.reference, 'the rest');
    await download(one, { send: 'new' });
    const page = await get(one);
    expect(page.body).toMatch(/Ladda ner komplettering 1[\s\S]*Ladda ner svaret/);
    expect(page.body).not.toContain('Det här saknas ännu');
    const second = await download(one, { code: await rig.mailedCode() });
    expect(await (await fetch(location(second))).text()).toBe('the rest');
  });

  it('of a person who proved the number and not the address is downloaded with a code by SMS', async () => {
    const one = await opened({ phone: '070-174 06 35' });
    await verify(one, { send: 'sms' });
    const code = (): string => /\d{6}/.exec(rig.texted().at(-1)?.text ?? '')?.[0] ?? '';
    await verify(one, { code: code() });
    await rig.deliver(one.reference, 'an answer of somebody with a telephone');
    expect((await get(one)).body).toContain('Vi skickar den med SMS till +46•••35.');
    const mails = rig.mails().length;
    expect((await download(one, { send: 'new' })).statusCode).toBe(303);
    expect(rig.mails()).toHaveLength(mails);
    expect(rig.texted().at(-1)?.to).toBe('+46701740635');
    const answer = await download(one, { code: code(), round: '1' });
    expect(await (await fetch(location(answer))).text()).toBe('an answer of somebody with a telephone');
  });

  it('that does not exist, or is no longer kept, gets a page that says so', async () => {
    const one = await verified();
    expect((await download(one, { send: 'new' })).statusCode).toBe(409);
    await rig.deliver(one.reference, 'kept for a while');
    const gone = await download(one, { send: 'new' }, '2026-12-05T08:00:00.000Z');
    expect(gone.statusCode).toBe(409);
    expect(gone.body).toContain('Det finns inget svar att hämta nu');
    await download(one, { send: 'new' });
    const code = await rig.mailedCode();
    expect((await download(one, { code, round: '7' })).statusCode).toBe(409);
    expect((await download(one, { code, round: '-1' })).statusCode).toBe(400);
    expect((await download(one, { code, round: '1' })).statusCode).toBe(303);
  });
});

describe('A failure on our side', () => {
  it.each([
    ['of the table', 500, async () => new Error('alva@example.org is in this message'), 'Något gick fel hos oss'],
    [
      'to get a word in',
      503,
      // The class that the handler has loaded; the rig loads the handler again.
      async () => new (await import('#casework/commit/commit-command.ts')).TooMuchTraffic('overtaken'),
      'Försök igen om en stund',
    ],
  ])('%s gives a page without details', async (_, status, error, title) => {
    const one = await opened();
    const table = mockClient(DynamoDBDocumentClient).rejects(await error());
    try {
      const answer = await get(one, { query: { lang: 'sv' } });
      expect(answer.statusCode).toBe(status);
      expect(answer.body).toContain(title);
      expect(answer.body).not.toContain('alva');
      expect(answer.headers?.['content-security-policy']).toContain("default-src 'none'");
    } finally {
      table.restore();
    }
    expect((await get(one)).statusCode).toBe(200);
  });
});

describe('An answer for somebody who has not shown that the address is theirs', () => {
  const identifier = { kind: 'personnummer', hash: 'a'.repeat(64) } as const;
  /** Proven by an e-ID, and delivered; the address was only typed. */
  const answered = async (): Promise<Case> => {
    const one = await opened({ personnummer: '18900101-9802' });
    await rig.command(one.reference, { type: 'prove-with', method: 'e-id', identifier });
    await rig.deliver(one.reference, 'the answer');
    return one;
  };
  const confirm = async ({ reference, cookie }: Case, form: Form, signedIn?: string, at = start): Promise<Answer> =>
    await rig.visit({
      routeKey: 'POST /cases/{reference}/contact',
      reference,
      cookies: [cookie, ...(signedIn === undefined ? [] : [`signed-in=${signedIn}`])],
      form,
      at,
    });
  const signedIn = ({ reference }: Case): string => rig.casework.keys.signedIn(reference, after(20));

  it('is given to nobody by a code that is mailed to it', async () => {
    const one = await answered();
    const mails = rig.mails().length;
    const answer = await download(one, { send: 'new' });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('Bekräfta först din e-postadress. Logga in igen');
    expect(rig.mails()).toHaveLength(mails);
    const page = await get(one);
    expect(page.body).toContain('id="address"');
    expect(page.body).toContain('a•••@example.org');
    expect(page.body).not.toContain('alva@example.org');
  });

  it('waits for a sign-in: with the link alone a code is neither sent nor accepted', async () => {
    const one = await answered();
    const theirs = await answered();
    const mails = rig.mails().length;
    const late = rig.casework.keys.signedIn(one.reference, start);
    for (const cookie of [undefined, '', 'x'.repeat(43), signedIn(theirs), late, `9${signedIn(one)}`])
      for (const form of [{ send: 'new' }, { code: '123456' }]) {
        const answer = await confirm(one, form, cookie);
        expect(answer.statusCode).toBe(403);
        expect(answer.body).toContain('Logga in igen i den här webbläsaren');
      }
    expect(rig.mails()).toHaveLength(mails);
    const { state } = await loadCase(rig.casework, one.reference);
    // The code for the proof of identity, which is sent with the acknowledgement.
    expect(state === undefined ? [] : state.common.challenges.map(({ purpose }) => purpose)).toEqual(['identity']);
    expect(state).toMatchObject({ common: { confirmedContacts: new Set() } });
  });

  it('can be downloaded once the browser that has signed in has entered the code; a wrong one is counted', async () => {
    const one = await answered();
    const cookie = signedIn(one);
    expect(
      (await get({ ...one, cookie: one.cookie }, { cookies: [one.cookie, `signed-in=${cookie}`] })).body,
    ).toContain(`action="/cases/${one.reference}/contact?lang=sv"`);
    expect((await confirm(one, { send: 'new' }, cookie)).statusCode).toBe(303);
    const code = await rig.mailedCode();
    const wrong = await confirm(one, { code: other(code) }, cookie);
    expect(wrong.statusCode).toBe(403);
    expect(wrong.body).toContain('Du har 4 försök kvar');
    // The mailed code is useless to somebody who only has the link.
    expect((await confirm(one, { code })).statusCode).toBe(403);
    expect((await confirm(one, { code: '12' }, cookie)).statusCode).toBe(400);
    expect((await confirm(one, { code }, cookie)).statusCode).toBe(303);
    expect((await get(one)).body).not.toContain('id="address"');
    expect((await download(one, { send: 'new' })).statusCode).toBe(303);
    const fetched = await download(one, { code: await rig.mailedCode(), round: '1' });
    expect([fetched.statusCode, location(fetched).startsWith(rig.exportsOrigin)]).toEqual([303, true]);
  });
});

describe('A new contact address', () => {
  it('has a field for its code on the page, without a sign-in, and the page names the day on which it takes effect', async () => {
    const one = await verified();
    const form = { key: crypto.randomUUID(), type: 'change-contact', email: 'ny@example.org', old: 'in-use' };
    const { reference, cookie } = one;
    const sent = await rig.visit({ routeKey: 'POST /cases/{reference}/wishes', reference, cookies: [cookie], form });
    expect(sent.statusCode).toBe(303);
    expect(rig.mails()).toContain('ny@example.org');
    const page = await get(one);
    expect(page.body).toContain('Bekräfta den nya adressen');
    // Somebody who reads the old mailbox has the link as well.
    expect(page.body).not.toContain('n•••@');
    const code = await rig.mailedCode();
    const entered = await rig.visit({
      routeKey: 'POST /cases/{reference}/contact',
      reference,
      cookies: [cookie],
      form: { code },
    });
    expect(entered.statusCode).toBe(303);
    const after = await get(one);
    expect(after.body).not.toContain('Bekräfta den nya adressen');
    expect(after.body).toContain('Från och med 27 november 2026 skriver vi till den nya adressen.');
    // From then on this browser needs the new link.
    expect((await get(one, { at: '2026-11-28T08:00:00.000Z' })).statusCode).toBe(404);
  });
});
