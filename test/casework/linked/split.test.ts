import { describe, expect, it } from 'vitest';
import { accessTo } from '#casework/staff/case-access.ts';
import { settle } from '#casework/commit/settle.ts';
import { summarise } from '#casework/commit/summarise.ts';
import { agreed, at, contact, enterContactCode, give, letterOf, openIn, proveAtDesk, wish } from '../desk.ts';
import { rawMail } from '../../domain/mail/mail.ts';
import { access, now, Office, replyTo } from '../office.ts';

const safe = 'safe@example.net';
const opened = async (office: Office, caseId: string): Promise<string> =>
  (await office.state(caseId)).common.splits.at(-1)?.case ?? '';
const leaveUnsafe = async (office: Office, caseId: string, when = now): Promise<string> =>
  await agreed(office, caseId, { type: 'change-contact', email: safe, oldIsLost: true, why: 'lost' }, when);
/** The address to which the part writes on a day. */
async function writesTo(office: Office, part: string, when: string): Promise<readonly string[]> {
  office.sent.length = 0;
  await office.command(part, { type: 'owe-status' }, when, { kind: 'clock', id: 'test' });
  return office.letters(part).map((letter) => letter.split(' ')[1] ?? '');
}

const anna = 'staff-55d8';

describe('A case that is split off', () => {
  it('after the contact point was changed as unsafe never writes to the old one (practice 2)', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await proveAtDesk(office, caseId);
    expect(await leaveUnsafe(office, caseId)).toBe('ok');
    expect(await give(office, caseId, { type: 'split', matter: 'complaint', rights: [] }, at(1))).toBe('ok');
    const part = await opened(office, caseId);
    await settle(office.casework, part, at(1));
    expect(office.letters(part)).toEqual([`M21 ${safe}`]);
    expect(await office.profile(part)).toMatchObject({ contact: { value: safe }, contacts: {} });
  });

  it('has its right, which staff no longer see in the original case', async () => {
    const office = new Office();
    const caseId = await openIn(office, { rights: ['access', 'erasure'] });
    const part = await opened(office, caseId);
    expect(summarise(await office.state(caseId), 'p').rights).toEqual(['access']);
    expect(summarise(await office.state(part), 'p').rights).toEqual(['erasure']);
  });

  it('leaves one right in the original case, also without access: each has its own receipt and refusal', async () => {
    const office = new Office();
    const caseId = await openIn(
      office,
      { rights: ['rectification', 'erasure', 'objection'] },
      { hold: 'right-handled-by-staff' },
    );
    const { splits } = (await office.state(caseId)).common;
    expect(splits.map(({ rights }) => rights)).toEqual([['erasure'], ['objection']]);
    // Before the proof there is one receipt, which names all rights.
    const receipt = letterOf(office, caseId, 'M1');
    for (const right of ['rättelse', 'radering', 'invändning']) expect(receipt).toContain(right);
    await proveAtDesk(office, caseId);
    for (const { case: part, rights } of splits) {
      await settle(office.casework, part, at(1));
      expect(summarise(await office.state(part), 'p')).toMatchObject({ rights, status: 'held' });
      expect(office.letters(part)).toEqual([`M1 ${contact}`]);
    }
    expect(summarise(await office.state(caseId), 'p').rights).toEqual(['rectification']);
    // A second settling splits off nothing more.
    await settle(office.casework, caseId, at(1));
    expect((await office.state(caseId)).common.splits).toEqual(splits);
  });

  it('before the change writes to the new address too, and tells the old one nothing', async () => {
    const office = new Office();
    const caseId = await openIn(office, { rights: ['access', 'erasure'] });
    const part = await opened(office, caseId);
    await proveAtDesk(office, caseId);
    expect(await leaveUnsafe(office, caseId, at(1))).toBe('ok');
    // The part's receipt was sent while the old address was in use. The new address gets the link.
    expect(office.letters(part)).toEqual([`M1 ${contact}`, `LINK/1 ${safe}`]);
    expect(await writesTo(office, part, at(33))).toEqual([safe]);
    const { seq } = (await office.state(part)).common;
    await settle(office.casework, caseId, at(34));
    expect((await office.state(part)).common.seq).toBe(seq);
  });

  it('has the change with its waiting period, and cancels it when the original case does', async () => {
    const office = new Office();
    const caseId = await openIn(office, { rights: ['access', 'erasure'] });
    const part = await opened(office, caseId);
    const change = async (email: string, when: string): Promise<unknown> =>
      await wish(office, caseId, { type: 'change-contact', email, old: 'in-use' }, when);
    await change('attacker@example.net', at(1));
    expect((await office.state(part)).common.contactChanges).toEqual([]);
    await enterContactCode(office, caseId, at(1));
    expect((await office.state(part)).common.contactChanges).toMatchObject([{ tellOld: true, effectiveAt: at(8) }]);
    await change(contact, at(2));
    expect(await writesTo(office, part, at(33))).toEqual([contact]);
  });

  it('uses post if the original case does', async () => {
    const office = new Office();
    const caseId = await openIn(office, { rights: ['access', 'erasure'] });
    const address = ['Åsa Berg', 'Exempelgatan 7', '111 11 Stockholm'];
    await agreed(office, caseId, { type: 'move-to-post', address, reason: 'wish', registered: false });
    const { post } = (await office.state(await opened(office, caseId))).common;
    expect(post).toMatchObject({ to: { kind: 'postalAddress' }, reason: 'wish' });
  });

  it('is no longer marked when the original case is not, unless the staff of the part marked it', async () => {
    const office = new Office();
    const caseId = await openIn(office, { rights: ['access', 'erasure'] });
    const part = await opened(office, caseId);
    const mark = async (where: string, present: boolean): Promise<boolean> => {
      const circumstance = 'threatened';
      if (present) await give(office, where, { type: 'mark-circumstance', circumstance, present });
      else
        await agreed(office, where, {
          type: 'decide-circumstance',
          circumstance,
          applies: false,
          reason: 'Ett misstag',
        });
      return (await office.state(part)).common.circumstances.has('threatened');
    };
    expect(await mark(caseId, true)).toBe(true);
    expect(await mark(caseId, false)).toBe(false);
    expect(await mark(caseId, true)).toBe(true);
    // What the staff of the part decided afterwards stays.
    expect(await mark(part, false)).toBe(false);
    expect(await mark(part, true)).toBe(true);
    expect(await mark(caseId, false)).toBe(true);
  });

  it('as a complaint has no right, and its letters are about the complaint', async () => {
    const office = new Office();
    const caseId = await openIn(office, { rights: ['access', 'objection'] });
    expect(await give(office, caseId, { type: 'split', matter: 'complaint', rights: [] })).toBe('ok');
    const part = await opened(office, caseId);
    const { facts } = (await office.state(part)).common;
    expect(facts).toMatchObject({ matter: 'complaint', rights: [] });
    expect(await office.casework.summaries.get(part)).toMatchObject({ matter: 'complaint', rights: [] });
    // The request itself is carried out in its own case.
    expect(
      await give(office, part, {
        type: 'stop-processing',
        right: 'objection',
        from: '2026-03-02',
        what: ['reklam'],
        channels: ['email'],
      }),
    ).not.toBe('ok');
    await office.command(part, { type: 'owe-status' }, at(33), { kind: 'clock', id: 'test' });
    const text = office.sent.at(-1)?.text ?? '';
    expect(text).toContain('svar på ditt klagomål senast den');
    expect(text).toContain('Ditt klagomål kom in den');
    expect(text).not.toMatch(/begäran|registerutdrag|invändning/);
  });

  it('unlocks each member whom the original case unlocks, and nobody whom only the part locked out', async () => {
    const office = new Office();
    const caseId = await openIn(office, { rights: ['access', 'erasure'] });
    const part = await opened(office, caseId);
    const [rune, maja] = ['staff-55d8', 'staff-2c91'];
    const lockOut = { type: 'lock-out', member: rune } as const;
    const letIn = { type: 'let-in', member: rune, reason: 'Fel person' } as const;
    const outOfPart = async (): Promise<readonly string[]> =>
      [...(await office.state(part)).common.lockedOut].toSorted();
    await give(office, part, { type: 'lock-out', member: maja });
    for (const time of [1, 2]) {
      expect(await give(office, caseId, lockOut), String(time)).toBe('ok');
      expect(await outOfPart()).toEqual([maja, rune]);
      expect(await give(office, caseId, letIn)).toBe('ok');
      expect(await outOfPart()).toEqual([maja]);
    }
    // Undoing it in the original case does not change what the part decided itself.
    await give(office, caseId, { ...lockOut, member: maja });
    await give(office, caseId, { ...letIn, member: maja });
    expect(await outOfPart()).toEqual([maja]);
  });

  it('locks out whom the original case locks out, and knows the circumstances', async () => {
    const office = new Office();
    const caseId = await openIn(office, { rights: ['access', 'erasure'] });
    const part = await opened(office, caseId);
    await give(office, caseId, { type: 'lock-out', member: anna });
    await give(office, caseId, { type: 'mark-circumstance', circumstance: 'threatened', present: true });
    expect((await office.state(part)).common.undecided.has('threatened')).toBe(true);
    const decision = {
      type: 'decide-circumstance',
      circumstance: 'threatened',
      applies: true,
      reason: 'Ring aldrig',
    } as const;
    expect(await agreed(office, caseId, decision)).toBe('ok');
    // What was decided in the original case applies in the part.
    expect((await office.state(part)).common.undecided.size).toBe(0);
    const state = await office.state(part);
    expect([state.common.lockedOut.has(anna), state.common.circumstances.has('threatened')]).toEqual([true, true]);
    const may = async (id: string, email?: string): Promise<boolean> =>
      (await accessTo(office.casework, (await office.state(part)).common, { id, roles: new Set(), email })).ok;
    expect([await may(anna), await may('bo'), await may('bo', 'bo@nordvik.example')]).toEqual([false, true, true]);
    // The part was opened after the change of the contact point, so it does not know the first address.
    await proveAtDesk(office, caseId);
    await leaveUnsafe(office, caseId, at(1));
    await give(office, caseId, { type: 'split', matter: 'complaint', rights: [] }, at(2));
    const later = await office.state(await opened(office, caseId));
    expect((await accessTo(office.casework, later.common, { id: 'bo', roles: new Set(), email: contact })).ok).toBe(
      false,
    );
  });
});

describe('A matter that a person brings up again', () => {
  const closing = { type: 'end', ending: 'withdrawn', reason: 'Told by telephone' } as const;
  const complain = { type: 'complain', damages: false } as const;
  const complaints = async (office: Office): Promise<readonly string[]> => {
    const states = await Promise.all([...office.commits.keys()].map(async (id) => await office.state(id)));
    return states
      .filter(({ common: { facts } }) => facts.matter === 'complaint')
      .map(({ common: { caseId } }) => caseId);
  };

  it('is added to the case of the first time while that case is open', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const first = await wish(office, caseId, { ...complain, text: 'Jag klagar på svaret.' });
    const second = await wish(office, caseId, { ...complain, text: 'Och på tonen i brevet.' }, at(1));
    expect(second).toEqual(first);
    expect(await complaints(office)).toHaveLength(1);
    expect(await office.notes(await opened(office, caseId))).toEqual(['Och på tonen i brevet.']);
  });

  it.each(['Jag klagar på svaret.', 'Och på tonen i brevet.'])(
    'is a separate case once the first has ended, and staff are alerted: %s',
    async (text) => {
      const office = new Office();
      const caseId = await openIn(office);
      await wish(office, caseId, { ...complain, text: 'Jag klagar på svaret.' });
      const first = await opened(office, caseId);
      expect(await give(office, first, closing, at(1))).toBe('ok');
      const told = (await office.state(caseId)).common.alerts.length;
      const again = await wish(office, caseId, { ...complain, text }, at(2));
      const [, second = ''] = await complaints(office);
      expect(again).toEqual({ ok: true, reference: second });
      expect(second).not.toBe(first);
      const state = await office.state(caseId);
      expect(state.common.splits.map((split) => split.case)).toEqual([first, second]);
      expect(state.common.alerts.slice(told).map(({ alert }) => alert)).toEqual(['legal']);
      expect(await office.state(second)).toMatchObject({
        common: { facts: { receivedAt: at(2) } },
        stage: { kind: 'held' },
      });
    },
  );

  it('by mail is a separate case once the first has ended; the same mail again opens nothing', async () => {
    const office = new Office();
    const { caseId = '' } = await office.receive(rawMail(access));
    const complaint = replyTo(caseId, 'Jag klagar på hur ni arbetar.');
    for (const [n, when] of [at(1), at(3), at(5)].entries()) {
      const mail = { id: `reply-${n}`, at: when };
      await office.receive(complaint, mail);
      const known = await complaints(office);
      expect(known).toHaveLength(n + 1);
      expect(await give(office, known.at(-1) ?? '', closing, when)).toBe('ok');
      await office.receive(complaint, mail);
      expect(await complaints(office)).toEqual(known);
    }
  });

  it('for a right that was split off is a separate request, with its own acknowledgement', async () => {
    const office = new Office();
    const { caseId = '' } = await office.receive(rawMail(access));
    const text = 'Jag tar tillbaka min begäran. Sluta använda det ni fått in.';
    await office.receive(replyTo(caseId, text), { id: 'reply-1', at: at(1) });
    const first = await opened(office, caseId);
    expect(await give(office, first, closing, at(2))).toBe('ok');
    expect(await wish(office, caseId, { type: 'take-back-withdrawal' }, at(2))).toMatchObject({ ok: true });
    await office.receive(replyTo(caseId, text), { id: 'reply-2', at: at(3) });
    const [, , second = ''] = [...office.commits.keys()];
    expect(office.commits.size).toBe(3);
    expect(await office.state(second)).toMatchObject({
      common: { facts: { rights: ['erasure'], receivedAt: at(3), origin: { case: caseId, as: 'bundle' } } },
      stage: { kind: 'held' },
    });
    expect(office.letters(second)).toHaveLength(1);
  });
});
