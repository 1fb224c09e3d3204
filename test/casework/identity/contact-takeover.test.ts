import { describe, expect, it } from 'vitest';
import { lawView } from '#casework/staff/law-view.ts';
import { contactAt } from '#domain/case/state.ts';
import { contactHash } from '#casework/commit/keys.ts';
import { agreed, alerts, at, contact, enterContactCode, give, openIn, wish } from '../desk.ts';
import { Office, replyTo } from '../office.ts';

const attacker = 'attacker@example.net';

/** A case in which somebody who reads the new contact point asked five minutes ago to change to it. */
async function changing(): Promise<[Office, string]> {
  const office = new Office();
  const caseId = await openIn(office);
  expect(await wish(office, caseId, { type: 'change-contact', email: attacker, old: 'in-use' })).toEqual({ ok: true });
  expect(await enterContactCode(office, caseId)).toEqual({ ok: true });
  return [office, caseId];
}
const writesTo = async (office: Office, caseId: string, when: string): Promise<string> => {
  const { hash } = contactAt((await office.state(caseId)).common, when);
  const { caseKey } = await office.profile(caseId);
  return [contact, attacker].find((value) => contactHash(caseKey, { kind: 'email', value }) === hash) ?? 'nobody';
};

describe('A reply from the old contact point to the notice of a change', () => {
  it('cancels the change, and staff are told that it is disputed (practice 2, 13)', async () => {
    const [office, caseId] = await changing();
    await office.receive(replyTo(caseId, 'Det var inte jag som bytte adress!', { From: contact }), {
      id: 'r1',
      at: at(1),
    });
    expect(await alerts(office, caseId)).toEqual(['contact-disputed/1']);
    expect(await writesTo(office, caseId, at(30))).toBe(contact);
    await office.receive(replyTo(caseId, 'Och en sak till.', { From: contact }), { id: 'r2', at: at(2) });
    expect(await alerts(office, caseId)).toEqual(['contact-disputed/1']);
  });

  it.each(['TACK. INTE JAG!', 'Tack. Inte Jag', 'Thanks. Not me!'])(
    'cancels the change also if it begins with thanks: %s',
    async (text) => {
      const [office, caseId] = await changing();
      await office.receive(replyTo(caseId, text, { From: contact }), { id: 'r1', at: at(1) });
      expect(await alerts(office, caseId)).toEqual(['contact-disputed/1']);
      expect(await writesTo(office, caseId, at(30))).toBe(contact);
    },
  );

  it('that only says thanks does not cancel the change', async () => {
    const [office, caseId] = await changing();
    await office.receive(replyTo(caseId, 'Tack!', { From: contact }), { id: 'r1', at: at(1) });
    expect(await alerts(office, caseId)).toEqual([]);
    expect(await writesTo(office, caseId, at(30))).toBe(attacker);
  });

  it('cancels the change as long as a circumstance is undecided, however many days have passed', async () => {
    const [office, caseId] = await changing();
    await give(office, caseId, { type: 'mark-circumstance', circumstance: 'threatened', present: true }, at(3));
    await office.receive(replyTo(caseId, 'Det var inte jag.', { From: contact }), { id: 'r1', at: at(40) });
    expect(await alerts(office, caseId)).toEqual(['contact-disputed/1']);
    const no = { type: 'decide-circumstance', circumstance: 'threatened', applies: false, reason: 'Fel' } as const;
    expect(await agreed(office, caseId, no, at(41))).toBe('ok');
    expect(await writesTo(office, caseId, at(400))).toBe(contact);
  });

  it('after the days of waiting has no effect by itself, and staff are told', async () => {
    const [office, caseId] = await changing();
    await office.receive(replyTo(caseId, 'Det var inte jag.', { From: contact }), { id: 'r1', at: at(9) });
    expect(await alerts(office, caseId)).toEqual(['contact-disputed/1']);
    expect(await writesTo(office, caseId, at(9))).toBe(attacker);
  });
});

describe('A reply from the present contact point, after a change that never took effect because its code was not entered', () => {
  it('is an ordinary reply, and an objection only while the change can still take effect', async () => {
    const office = new Office();
    const [quick, late] = [await openIn(office), await openIn(office)];
    for (const one of [quick, late])
      expect(await wish(office, one, { type: 'change-contact', email: attacker, old: 'in-use' })).toEqual({ ok: true });
    await office.receive(replyTo(quick, 'Det var inte jag.', { From: contact }), { id: 'r1', at: at(1) });
    expect(await alerts(office, quick)).toEqual(['contact-disputed/1']);
    await office.receive(replyTo(late, 'Här är mitt svar.', { From: contact }), { id: 'r2', at: at(9) });
    expect(await alerts(office, late)).toEqual([]);
    const still = await openIn(office);
    await wish(office, still, { type: 'change-contact', email: attacker, old: 'in-use' });
    await give(office, still, { type: 'mark-circumstance', circumstance: 'child', present: true }, at(3));
    await office.receive(replyTo(still, 'Det var inte jag.', { From: contact }), { id: 'r3', at: at(9) });
    expect(await alerts(office, still)).toEqual(['contact-disputed/1']);
  });
});

describe('An address that never became the contact point', () => {
  const claims = 'Jag tar tillbaka min begäran. Jag kräver skadestånd.';
  const untouched = async (office: Office, caseId: string, when: string): Promise<void> => {
    const mail = await office.receive(replyTo(caseId, claims, { From: attacker }), { id: 'r9', at: when });
    expect(mail.caseId).not.toBe(caseId);
    expect(await office.notes(caseId)).not.toContainEqual(expect.stringContaining('skadestånd'));
    expect(await office.state(caseId)).toMatchObject({ common: { splits: [] }, stage: { kind: 'identifying' } });
    expect(await alerts(office, caseId)).not.toContain('legal/claim');
  };

  it('because the change was refused cannot add a mail to the case, although it is stored with the case', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const to = { kind: 'email', value: attacker } as const;
    await office.casework.profiles.addContact(caseId, contactHash((await office.profile(caseId)).caseKey, to), to);
    await untouched(office, caseId, at(1));
  });

  it('because the change still waits cannot add a mail; after the change took effect it can', async () => {
    const [office, caseId] = await changing();
    await untouched(office, caseId, at(1));
    const after = await office.receive(replyTo(caseId, 'Hej igen', { From: attacker }), { id: 'r10', at: at(16) });
    expect(after).toMatchObject({ outcome: 'attached', caseId });
  });

  it('because the change was cancelled cannot add a mail, however late', async () => {
    const [office, caseId] = await changing();
    expect(await wish(office, caseId, { type: 'change-contact', email: contact, old: 'in-use' }, at(1))).toEqual({
      ok: true,
    });
    expect(await writesTo(office, caseId, at(30))).toBe(contact);
    await untouched(office, caseId, at(30));
  });
});

describe('A reply from the mailbox that was replaced by post', () => {
  it('is shown to staff', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const address = ['N N', 'Exempelgatan 7', '111 11 Stockholm'];
    expect(await agreed(office, caseId, { type: 'move-to-post', address, reason: 'wish', registered: false })).toBe(
      'ok',
    );
    await office.receive(replyTo(caseId, 'Det var inte jag.', { From: contact }), { id: 'r1', at: at(1) });
    expect(await alerts(office, caseId)).toEqual(['contact-disputed/post']);
  });
});

describe('A notice of a change to an old contact point that is a postal address', () => {
  it('is posted by staff like every letter to that address, although the person now gets mail', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const address = ['Åsa Berg', 'Exempelgatan 7', '111 11 Stockholm'];
    expect(await agreed(office, caseId, { type: 'move-to-post', address, reason: 'wish', registered: false })).toBe(
      'ok',
    );
    expect(await agreed(office, caseId, { type: 'change-contact', email: attacker, oldIsLost: false }, at(8))).toBe(
      'ok',
    );
    const toPost = async (when: string): Promise<readonly string[]> =>
      lawView(
        await office.state(caseId),
        await office.profile(caseId),
        office.casework.organisation,
        when,
      ).lettersToPost.map(({ letter }) => letter);
    expect(await toPost(at(16))).toEqual(['CONTACT/1']);
    expect(await give(office, caseId, { type: 'record-posted', letter: 'CONTACT/1' }, at(16))).toBe('ok');
    expect(await toPost(at(16))).toEqual([]);
  });
});
