import { describe, expect, it } from 'vitest';
import { contactDisputes } from '#casework/staff/contact-disputes.ts';
import { refusalsView } from '#casework/staff/refusals-view.ts';
import { resourcesOf } from '#casework/search/resources-of.ts';
import { loadConnectors } from '#connectors/registry.ts';
import { agreed, at, contact, enterContactCode, openIn, wish } from '../desk.ts';
import { Office, replyTo } from '../office.ts';

const connectors = await loadConnectors();

const other = 'attacker@example.net';
const objection = 'Det var inte jag som bytte adress!';

async function changing(office: Office): Promise<string> {
  const caseId = await openIn(office);
  expect(await wish(office, caseId, { type: 'change-contact', email: other, old: 'in-use' })).toEqual({ ok: true });
  expect(await enterContactCode(office, caseId)).toEqual({ ok: true });
  return caseId;
}
const seen = async (office: Office, caseId: string, when: string): Promise<unknown> =>
  contactDisputes(await office.state(caseId), when).map(({ of, standing }) => [of, standing]);

describe('What staff see of an objection to a change of contact', () => {
  it('is nothing if nobody has objected', async () => {
    const office = new Office();
    expect(await seen(office, await changing(office), at(30))).toEqual([]);
  });

  it('is that the change is cancelled, if the mail cancelled it', async () => {
    const office = new Office();
    const caseId = await changing(office);
    await office.receive(replyTo(caseId, objection, { From: contact }), { id: 'r1', at: at(1) });
    expect(await seen(office, caseId, at(30))).toEqual([['new-address', 'called-back']]);
  });

  it('is that the change still waits, and later that it is in force, if the mail could not cancel it', async () => {
    const office = new Office();
    const caseId = await changing(office);
    await office.command(caseId, { type: 'alert', alert: 'contact-disputed', key: 'contact-disputed/1' }, at(1));
    expect(await seen(office, caseId, at(1))).toEqual([['new-address', 'waits']]);
    expect(await seen(office, caseId, at(30))).toEqual([['new-address', 'in-force']]);
  });

  it('is nothing once another change has replaced it', async () => {
    const office = new Office();
    const caseId = await changing(office);
    await office.receive(replyTo(caseId, objection, { From: contact }), { id: 'r1', at: at(9) });
    expect(await seen(office, caseId, at(9))).toEqual([['new-address', 'in-force']]);
    const change = { type: 'change-contact', email: 'third@example.com', oldIsLost: false } as const;
    expect(await agreed(office, caseId, change, at(10))).toBe('ok');
    expect(await seen(office, caseId, at(40))).toEqual([]);
  });

  it('is the same for a move to post', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const address = ['N N', 'Exempelgatan 7', '111 11 Stockholm'];
    expect(await agreed(office, caseId, { type: 'move-to-post', address, reason: 'wish', registered: false })).toBe(
      'ok',
    );
    await office.receive(replyTo(caseId, objection, { From: contact }), { id: 'r1', at: at(1) });
    expect(await seen(office, caseId, at(1))).toEqual([['post', 'waits']]);
    expect(await seen(office, caseId, at(30))).toEqual([['post', 'in-force']]);
  });
});

describe('A kind of record that is refused', () => {
  it('has a title in both languages for staff, whatever the language of the person', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const state = await office.state(caseId);
    const refusal = {
      type: 'refused',
      v: 1,
      at: at(0),
      by: { kind: 'staff', id: 'erik' },
      scope: 'part',
      ground: 'others-rights',
      text: 'none',
      late: false,
      restates: null,
      standing: 'in-force',
      items: [
        { system: 'fortnox', resource: 'invoice', ground: 'others-rights', text: 'none', until: null },
        { system: 'gone', resource: 'things', ground: 'others-rights', text: 'none', until: null },
      ],
    } as unknown as (typeof state)['common']['refusals'][number];
    const [seenByStaff] = refusalsView(
      { ...state, common: { ...state.common, refusals: [refusal] } },
      await office.profile(caseId),
      office.casework.organisation,
      resourcesOf(connectors),
    );
    expect(seenByStaff?.items.map(({ title }) => title)).toEqual([
      { sv: 'Fakturering och bokföring (Fortnox): Faktura', en: 'Invoicing and accounts (Fortnox): Invoice' },
      { sv: 'gone: things', en: 'gone: things' },
    ]);
  });
});
