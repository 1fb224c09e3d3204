// While an answer can be downloaded, the contact point for its codes can be changed, with the same proofs, days and
// letters as in an open case.
import { describe, expect, it } from 'vitest';
import { settle } from '#casework/commit/settle.ts';
import { fetchAnswer, sendCode, verifyIdentity } from '#casework/subject/subject-actions.ts';
import { possibleWishes } from '#casework/subject/subject-wishes.ts';
import { agreed, alerts, at, contact, enterContactCode, give, openIn, proveAtDesk, wish } from '../desk.ts';
import { deliverIn } from '../case-steps.ts';
import { now, Office } from '../office.ts';

const safe = 'safe@example.net';

/** A case that has ended with an answer that can be fetched. */
async function answered(days = 14): Promise<[Office, string]> {
  const office = new Office();
  const caseId = await openIn(office);
  await sendCode(office.casework, caseId, 'identity', now);
  await verifyIdentity(office.casework, caseId, office.casework.keys.oneTimeCode(caseId, 'identity-1'), now);
  const system = { id: 'butiksarkiv', mode: 'manual', level: 'contact-point', special: false } as const;
  await office.command(caseId, { type: 'plan-search', systems: [system] });
  await office.command(caseId, { type: 'approve-search' });
  expect(await give(office, caseId, { type: 'record-manual-result', system: system.id, outcome: 'nothing-held' })).toBe(
    'ok',
  );
  await deliverIn(office, caseId, { days });
  await office.command(caseId, { type: 'close' });
  expect((await office.state(caseId)).stage.kind).toBe('closed');
  return [office, caseId];
}

/** The contact point that got the latest code for the answer. */
async function codesTo(office: Office, caseId: string): Promise<readonly string[]> {
  await office.settleOwed();
  return office.letters(caseId).flatMap((one) => /^M23\/download\S* (.*)$/.exec(one)?.[1] ?? []);
}

describe('After the end, while an answer can be fetched', () => {
  it('the person changes the address: the old one is told, and codes go to the new one after the days of waiting', async () => {
    const [office, caseId] = await answered();
    expect([...possibleWishes(await office.state(caseId), at(1)).types]).toContain('change-contact');
    const asked = await wish(office, caseId, { type: 'change-contact', email: safe, old: 'in-use' }, at(1));
    expect(asked).toMatchObject({ ok: true });
    expect(await enterContactCode(office, caseId, at(1))).toMatchObject({ ok: true });
    expect(office.letters(caseId)).toContain(`CONTACT/1 ${contact}`);
    await sendCode(office.casework, caseId, 'download', at(2));
    expect(await codesTo(office, caseId)).toEqual([contact]);
    await settle(office.casework, caseId, at(8, 1));
    expect(office.letters(caseId)).toContain(`LINK/1 ${safe}`);
    await agreed(office, caseId, { type: 'confirm-contact', how: 'Per telefon.' }, at(8, 1));
    expect(await sendCode(office.casework, caseId, 'download', at(8, 2))).toMatchObject({ ok: true });
    expect(await codesTo(office, caseId)).toEqual([contact, safe]);
  });

  it('staff see a passport, and two of them change an unsafe address at once without telling it', async () => {
    const [office, caseId] = await answered();
    await proveAtDesk(office, caseId, at(1));
    const unsafe = { type: 'change-contact', email: safe, oldIsLost: true, why: 'unsafe' } as const;
    expect(await agreed(office, caseId, unsafe, at(1))).toBe('ok');
    expect(await agreed(office, caseId, { type: 'confirm-contact', how: 'På plats.' }, at(1))).toBe('ok');
    expect(office.letters(caseId).filter((one) => one.startsWith('CONTACT'))).toEqual([]);
    expect(await sendCode(office.casework, caseId, 'download', at(1))).toMatchObject({ ok: true });
    expect(await codesTo(office, caseId)).toEqual([safe]);
  });

  it('staff move the letters to post', async () => {
    const [office, caseId] = await answered();
    const address = ['Åsa Berg', 'Storgatan 1', '111 11 Stockholm'];
    const move = { type: 'move-to-post', address, reason: 'wish', registered: false } as const;
    expect(await agreed(office, caseId, move, at(1))).toBe('ok');
    expect((await office.state(caseId)).common.post).toMatchObject({ effectiveAt: at(8), tellOld: true });
  });

  it('the contact point can no longer be changed after that', async () => {
    const [office, caseId] = await answered();
    expect([...possibleWishes(await office.state(caseId), at(20)).types]).not.toContain('change-contact');
    const asked = await wish(office, caseId, { type: 'change-contact', email: safe, old: 'in-use' }, at(20));
    expect(asked).toMatchObject({ ok: false });
    const change = { type: 'change-contact', email: safe, oldIsLost: false } as const;
    expect(await agreed(office, caseId, change, at(20))).toContain('out-of-order');
    const seen = {
      type: 'record-identity-check',
      document: 'passport',
      where: 'in-person',
      checkedOn: '2026-03-22',
    } as const;
    expect(await give(office, caseId, seen, at(20))).toContain('case-ended');
  });
});

describe('To a mailbox that was reported as unsafe', () => {
  const says = {
    'the person': async (office: Office, caseId: string) =>
      void (await wish(office, caseId, { type: 'change-contact', email: safe, old: 'unsafe' }, at(1))),
    'staff without a proof': async (office: Office, caseId: string) =>
      void (await give(office, caseId, { type: 'change-contact', email: safe, oldIsLost: true, why: 'unsafe' }, at(1))),
    'one of the staff with a proof': async (office: Office, caseId: string) => {
      await proveAtDesk(office, caseId, at(1));
      await give(office, caseId, { type: 'change-contact', email: safe, oldIsLost: true, why: 'unsafe' }, at(1));
    },
  };

  it.each(Object.entries(says))(
    'no code is sent once %s says so, and a code that was sent gives no answer',
    async (_, say) => {
      const [office, caseId] = await answered();
      await sendCode(office.casework, caseId, 'download', at(1));
      const challenge = (await office.state(caseId)).common.challenges.at(-1)?.id ?? '';
      await say(office, caseId);
      expect(await sendCode(office.casework, caseId, 'download', at(1, 1))).toMatchObject({ ok: false });
      expect(await codesTo(office, caseId)).toEqual([contact]);
      const code = office.casework.keys.oneTimeCode(caseId, challenge);
      const fetched = await fetchAnswer(office.casework, {} as never, caseId, { round: 1, code }, at(1));
      expect(fetched).toMatchObject({ ok: false, code: 'code-expired' });
      expect((await office.state(caseId)).common.grants).toEqual([]);
    },
  );

  it('no code is sent; nothing else of the case changes, and staff are told', async () => {
    const [office, caseId] = await answered();
    await wish(office, caseId, { type: 'change-contact', email: safe, old: 'unsafe' }, at(1));
    expect(await office.state(caseId)).toMatchObject({ common: { contactChanges: [] } });
    expect(await alerts(office, caseId)).toEqual(['contact-unsafe/2026-03-03']);
  });

  it('codes are sent again after two members of staff have confirmed the mailbox', async () => {
    const [office, caseId] = await answered();
    await wish(office, caseId, { type: 'change-contact', email: safe, old: 'unsafe' }, at(1));
    expect(await agreed(office, caseId, { type: 'confirm-contact', how: 'Per telefon.' }, at(1))).toBe('ok');
    expect(await sendCode(office.casework, caseId, 'download', at(1))).toMatchObject({ ok: true });
  });

  it('no code is sent in an open case either, even before the identity is proven', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await wish(office, caseId, { type: 'change-contact', email: safe, old: 'unsafe' }, at(1));
    expect(await sendCode(office.casework, caseId, 'identity', at(1))).toMatchObject({ ok: false });
  });
});
