// A changed contact point is proven by a code, and links that were mailed before no longer work after the change.
import { describe, expect, it } from 'vitest';
import { confirmContact, openedWith, sendCode } from '#casework/subject/subject-actions.ts';
import { contactAt } from '#domain/case/state.ts';
import { checkRequest, openRequest } from '#casework/intake/open-request.ts';
import { lawView } from '#casework/staff/law-view.ts';
import { contactHash } from '#casework/commit/keys.ts';
import { agreed, at, contact, enterContactCode, give, letterOf, openIn, proveAtDesk, wish } from '../desk.ts';
import { now, Office } from '../office.ts';

const fresh = 'ny@example.org';
const change = { type: 'change-contact', email: fresh, old: 'in-use' } as const;

async function changing(): Promise<[Office, string]> {
  const office = new Office();
  const caseId = await openIn(office);
  expect(await wish(office, caseId, change)).toEqual({ ok: true });
  return [office, caseId];
}
const isAt = async (office: Office, caseId: string, value: string, when: string): Promise<boolean> =>
  contactAt((await office.state(caseId)).common, when).hash ===
  contactHash((await office.profile(caseId)).caseKey, { kind: 'email', value });
const keyIn = (letter: string): string => /\?key=([\w-]+)/.exec(letter)?.[1] ?? '';
const opens = async (office: Office, caseId: string, key: string, when: string): Promise<boolean> =>
  (await openedWith(office.casework, caseId, key, when)) !== undefined;

describe('A change of the contact address through the link', () => {
  it('is told to the old address at once, and the new one gets a code, without a link to the case', async () => {
    const [office, caseId] = await changing();
    expect(office.letters(caseId)).toEqual([`M1 ${contact}`, `M23/contact-1 ${fresh}`, `CONTACT/1 ${contact}`]);
    const mailed = office.sent.find(({ to }) => to === fresh);
    expect(mailed?.text).toContain(office.casework.keys.oneTimeCode(caseId, 'contact-1'));
    expect(`${mailed?.text}${mailed?.html}`).not.toMatch(/key=|\/cases\//);
  });

  it('never takes effect without the code, however long the person waits', async () => {
    const [office, caseId] = await changing();
    expect(await isAt(office, caseId, contact, at(60))).toBe(true);
    const { keys } = office.casework;
    const wrong = keys.oneTimeCode(caseId, 'contact-1') === '000000' ? '000001' : '000000';
    for (let left = 4; left >= 0; left -= 1)
      expect(await enterCode(office, caseId, wrong)).toEqual({ ok: false, code: 'code-wrong', triesLeft: left });
    expect(await enterContactCode(office, caseId)).toMatchObject({ code: 'too-many-tries' });
    expect(await isAt(office, caseId, contact, at(60))).toBe(true);
  });

  it('takes effect after the days of waiting once the code was entered', async () => {
    const [office, caseId] = await changing();
    expect(await enterContactCode(office, caseId, now)).toEqual({ ok: true });
    expect(await isAt(office, caseId, contact, at(6, 23))).toBe(true);
    expect(await isAt(office, caseId, fresh, at(7))).toBe(true);
  });

  it('that the end of the case cancelled can be requested once more when the case continues', async () => {
    const [office, caseId] = await changing();
    expect(await wish(office, caseId, { type: 'withdraw', confirm: true }, at(1))).toEqual({ ok: true });
    expect(await wish(office, caseId, { type: 'take-back-withdrawal' }, at(2))).toEqual({ ok: true });
    expect(await wish(office, caseId, change, at(2))).toEqual({ ok: true });
    expect((await office.state(caseId)).common.contactChanges).toHaveLength(2);
    expect(await enterContactCode(office, caseId, at(2))).toEqual({ ok: true });
    expect(await isAt(office, caseId, fresh, at(9))).toBe(true);
  });

  it('whose code nobody entered does not reach a part of a withdrawn case that continues', async () => {
    const office = new Office();
    const caseId = await openIn(office, { rights: ['access', 'erasure'] });
    const part = (await office.state(caseId)).common.splits[0]?.case ?? '';
    expect(await wish(office, caseId, change)).toEqual({ ok: true });
    expect(await wish(office, caseId, { type: 'withdraw', confirm: true }, at(1))).toEqual({ ok: true });
    expect(await wish(office, caseId, { type: 'take-back-withdrawal' }, at(2))).toEqual({ ok: true });
    await give(office, caseId, { type: 'note', text: 't' }, at(3));
    expect((await office.state(part)).common.contactChanges).toEqual([]);
    expect(await isAt(office, part, contact, at(60))).toBe(true);
  });

  it('that is requested twice mails one code, and the case has at most five in 24 hours', async () => {
    const [office, caseId] = await changing();
    await wish(office, caseId, change);
    const sent: unknown[] = [];
    for (let count = 0; count < 5; count += 1)
      sent.push((await sendCode(office.casework, caseId, 'contact', at(0, 2))).ok);
    expect(sent.filter((ok) => ok === true).length).toBeLessThan(5);
  });
});

describe('The link to a case', () => {
  it('opens the case until the change takes effect, and then only the link that the new address gets does', async () => {
    const [office, caseId] = await changing();
    const old = keyIn(letterOf(office, caseId, 'M1'));
    await enterContactCode(office, caseId);
    expect(await opens(office, caseId, old, at(6))).toBe(true);
    expect(await opens(office, caseId, old, at(8))).toBe(false);
    await office.command(caseId, { type: 'note', text: 't' }, at(8));
    expect(office.letters(caseId).at(-1)).toBe(`LINK/1 ${fresh}`);
    const key = keyIn(letterOf(office, caseId, 'LINK'));
    expect(key).not.toBe(old);
    expect(await opens(office, caseId, key, at(8))).toBe(true);
    // A key of a later generation does not work yet, nor does a key that somebody made with a higher number.
    expect(await opens(office, caseId, key, at(6))).toBe(false);
    expect(await opens(office, caseId, key.replace(/-1$/, '-2'), at(8))).toBe(false);
    expect(await opens(office, caseId, `${old}-1`, at(8))).toBe(false);
  });

  it('cannot be got again by sending the first request once more', async () => {
    const office = new Office();
    const again = async (): Promise<string> => {
      const checked = checkRequest(
        office.casework.organisation,
        { controller: 'nordvik', rights: ['access'], language: 'sv', identifiers: [{ kind: 'email', value: contact }] },
        now,
      );
      if (!checked.ok) throw new Error('the request is not right');
      const arrival = { channel: 'api', receivedAt: now, route: 'test', idempotencyKey: 'one', hold: null } as const;
      const { checked: right } = checked;
      const opened = await openRequest(office.casework, 'b'.repeat(64), right, arrival, 'c'.repeat(64), at(9));
      if (!opened.ok) throw new Error(opened.code);
      return `${opened.caseId} ${opened.accessToken}`;
    };
    const first = await again();
    const [caseId = '', key = ''] = first.split(' ');
    await proveAtDesk(office, caseId, at(9));
    await agreed(office, caseId, { type: 'change-contact', email: fresh, oldIsLost: true, why: 'lost' }, at(9));
    expect(await again()).toBe(first);
    expect(await opens(office, caseId, key, at(9))).toBe(false);
  });

  it('stays the same in a case whose contact point was never changed', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const key = keyIn(letterOf(office, caseId, 'M1'));
    expect(key).toMatch(/^[\w-]{43}-0$/);
    expect(await opens(office, caseId, key, at(300))).toBe(true);
  });

  it('that somebody reads in an unsafe mailbox no longer works as soon as staff have changed the contact point', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const old = keyIn(letterOf(office, caseId, 'M1'));
    await proveAtDesk(office, caseId);
    expect(
      await agreed(office, caseId, { type: 'change-contact', email: fresh, oldIsLost: true, why: 'lost' }, at(1)),
    ).toBe('ok');
    expect(await opens(office, caseId, old, at(1))).toBe(false);
    expect(office.letters(caseId).at(-1)).toBe(`LINK/1 ${fresh}`);
  });

  it('of a case whose reference is unknown is refused before anything is read', async () => {
    const office = new Office();
    const read: string[] = [];
    const { log } = office.casework;
    const casework = {
      ...office.casework,
      log: new Proxy(log, { get: (...args) => (read.push('read'), Reflect.get(...args)) }),
    };
    const caseId = await openIn(office);
    for (const token of ['', 'x'.repeat(43), `${'x'.repeat(43)}-1`])
      expect(await openedWith(casework, caseId, token, now)).toBeUndefined();
    expect(read).toEqual([]);
  });
});

describe('A move to post that waits', () => {
  it('is cancelled with the link that the old address has', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const address = ['N N', 'Exempelgatan 7', '111 11 Stockholm'];
    await agreed(office, caseId, { type: 'move-to-post', address, reason: 'wish', registered: false });
    expect(contactAt((await office.state(caseId)).common, at(8)).kind).toBe('postalAddress');
    expect(await wish(office, caseId, { type: 'change-contact', email: contact, old: 'in-use' }, at(1))).toEqual({
      ok: true,
    });
    expect(await isAt(office, caseId, contact, at(30))).toBe(true);
    await office.command(caseId, { type: 'note', text: 't' }, at(30));
    expect(office.letters(caseId).join()).not.toMatch(/M30|LINK/);
  });
});

async function enterCode(office: Office, caseId: string, code: string): Promise<unknown> {
  return await confirmContact(office.casework, caseId, { code, signedIn: false }, now);
}

describe('An address that staff have confirmed', () => {
  it('is confirmed in the parts of the case too; the words of staff are on the profile and not in the log', async () => {
    const office = new Office();
    const caseId = await openIn(office, { rights: ['access', 'erasure'] });
    const part = (await office.state(caseId)).common.splits[0]?.case ?? '';
    for (const one of [caseId, part]) await proveAtDesk(office, one);
    const unconfirmed = async (one: string): Promise<boolean> =>
      lawView(await office.state(one), await office.profile(one), office.casework.organisation, now).contactUnconfirmed;
    expect([await unconfirmed(caseId), await unconfirmed(part)]).toEqual([true, true]);
    const how = 'Läste upp den vid disken, jämförd med kundkortet';
    expect(await agreed(office, caseId, { type: 'confirm-contact', how })).toBe('ok');
    expect([await unconfirmed(caseId), await unconfirmed(part)]).toEqual([false, false]);
    expect(Object.values((await office.profile(caseId)).texts)).toContain(how);
    expect(office.commits.get(caseId)?.join()).not.toContain('kundkortet');
  });

  it('does not confirm the address to which the case was changed afterwards', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await proveAtDesk(office, caseId);
    expect(await agreed(office, caseId, { type: 'confirm-contact', how: 'asked' })).toBe('ok');
    expect(await agreed(office, caseId, { type: 'change-contact', email: fresh, oldIsLost: true, why: 'lost' })).toBe(
      'ok',
    );
    const { contactUnconfirmed } = lawView(
      await office.state(caseId),
      await office.profile(caseId),
      office.casework.organisation,
      now,
    );
    expect(contactUnconfirmed).toBe(true);
  });
});
