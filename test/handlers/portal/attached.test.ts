// The page of a request that is attached to another one for the same address: what a stranger sees who typed somebody
// else's address, and what the person sees.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, start, startRig, type Answer, type Rig, type Visit } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => await rig.close());

interface Case {
  readonly reference: string;
  readonly cookie: string;
}
type Form = NonNullable<Visit['form']>;

let count = 0;
async function requested(email: string): Promise<Case> {
  const key = `test-attached-submission-${(count += 1)}`;
  const form = { key, controller: 'nordvik', rights: ['access'], email, message: 'Hej' };
  return cookieOf(await rig.visit({ routeKey: 'POST /', query: { lang: 'sv' }, form }));
}
const get = async ({ reference, cookie }: Case): Promise<Answer> =>
  await rig.visit({ routeKey: 'GET /cases/{reference}', reference, cookies: [cookie] });
const post = async ({ reference, cookie }: Case, form: Form, path = 'verification'): Promise<Answer> =>
  await rig.visit({ routeKey: `POST /cases/{reference}/${path}`, reference, cookies: [cookie], form });
/** The page without what identifies the case, and the forms on it. */
const bare = ({ body }: Answer, { reference }: Case): string =>
  body.replaceAll(reference, 'REFERENCE').replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');
const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('A request that is attached to another', () => {
  it('has exactly the page of a first request: it tells nobody whether another request exists', async () => {
    const first = await requested('kim@example.org');
    const attached = await requested('kim@example.org');
    expect(await rig.casework.attached.of(first.reference)).toHaveLength(1);
    const [page, ordinary] = [await get(attached), await get(first)];
    expect(page.statusCode).toBe(200);
    expect(bare(page, attached)).toBe(bare(ordinary, first));
    expect(page.body).toContain('I vårt mejl till din e-postadress finns en länk och en kod.');
    expect(page.body).not.toMatch(/Vi skickade en kod|fanns det redan/);
    const [wrong, wrongToo] = [await post(attached, { code: '000000' }), await post(first, { code: '000000' })];
    expect(wrong.statusCode).toBe(403);
    expect(bare(wrong, attached)).toBe(bare(wrongToo, first));
  });

  it('accepts the code in our mail, which proves the identity in the first case, and leads to its page', async () => {
    const first = await requested('robin@example.org');
    const attached = await requested('robin@example.org');
    const code = await rig.mailedCode();
    expect((await post(attached, { code: other(code) })).statusCode).toBe(403);
    const proven = await post(attached, { code });
    expect([proven.statusCode, proven.headers?.['location']]).toEqual([303, `/cases/${first.reference}?lang=sv`]);
    const cookie = (proven.cookies?.[0] ?? '').split(';')[0] ?? '';
    expect((await get({ reference: first.reference, cookie })).body).toContain('Sökningen pågår eller står på tur');
    // The key that was issued for the attached request still gives no access to the first one.
    expect((await get({ reference: first.reference, cookie: attached.cookie })).statusCode).toBe(404);
  });

  it('can have a new code sent twice in 24 hours, and after five wrong codes refers to the link in the mail', async () => {
    await requested('lo@example.org');
    const attached = await requested('lo@example.org');
    for (const status of [303, 303, 429]) expect((await post(attached, { send: 'new' })).statusCode).toBe(status);
    const code = await rig.mailedCode();
    for (let tried = 0; tried < 5; tried += 1) await post(attached, { code: other(code) });
    const locked = await post(attached, { code });
    expect(locked.statusCode).toBe(403);
    expect(locked.body).toContain('Öppna länken i vårt mejl till adressen och skriv in koden där.');
  });

  it('refers to the mail for everything else, and changes nothing', async () => {
    await requested('mio@example.org');
    const attached = await requested('mio@example.org');
    const withdrawn = await post(attached, { type: 'withdraw', confirm: 'yes', key: 'wish-of-a-stranger-1' }, 'wishes');
    expect(withdrawn.statusCode).toBe(409);
    expect(withdrawn.body).toContain('Öppna först länken i vårt mejl till din e-postadress.');
    expect(await rig.casework.profiles.get(attached.reference)).toBeDefined();
  });

  it('says that it has ended once the first has, and where to make a new one, but nothing about the result of the first', async () => {
    const first = await requested('noa@example.org');
    const attached = await requested('noa@example.org');
    await post(first, { code: await rig.mailedCode() });
    expect((await get(attached)).body).toContain('Vi väntar på din kod');
    await rig.command(first.reference, { type: 'end', ending: 'withdrawn', text: 'a'.repeat(64) }, start, 'someone');
    const ended = await get(attached);
    expect(ended.statusCode).toBe(200);
    expect(ended.body).toContain('Ärendet är avslutat');
    expect(ended.body).toContain('<a href="/?lang=sv">Gör en ny begäran</a>');
    expect(ended.body).not.toContain(first.reference);
    expect(ended.body).not.toMatch(/återkalla|id="code"/);
  });
});
