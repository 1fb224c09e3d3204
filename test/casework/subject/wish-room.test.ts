import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { carryOutWish, type Wished } from '#casework/subject/subject-wishes.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { at, contact, give, openIn, wish } from '../desk.ts';
import { Office } from '../office.ts';

const codeOf = (wished: Wished): string => (wished.ok ? 'ok' : wished.code);
const size = async (office: Office, caseId: string): Promise<number> => {
  const { texts, contacts }: SubjectProfile = await office.profile(caseId);
  return Object.keys(texts).length + Object.keys(contacts).length;
};
const note = { type: 'note', text: 'Personen ringde och vill ha svaret på engelska.' } as const;

describe('Wishes that a case refuses', () => {
  it('leave nothing on the profile, however many and large they are, and staff can still write', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const codes = new Set<string>();
    for (let n = 0; n < 150; n += 1) {
      const text = `${n} ${'😀'.repeat(1_900)}`;
      codes.add(codeOf(await wish(office, caseId, { type: 'go-on', text })));
      const email = `nobody-${n}@example.org`;
      codes.add(codeOf(await wish(office, caseId, { type: 'change-contact', email, old: 'lost' })));
      const unknown = { type: 'answer-question', asking: 'asking-9', everything: false, text } as const;
      codes.add(codeOf(await wish(office, caseId, unknown)));
    }
    expect([...codes].sort()).toEqual(['invalid', 'out-of-order', 'stronger-proof-needed']);
    expect(await size(office, caseId)).toBe(0);
    expect(await give(office, caseId, note)).toBe('ok');
    expect(await office.notes(caseId)).toEqual([note.text]);
  });

  it('leave no text of an answer to a question once the case has ended', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const ask = { type: 'ask', about: 'clarification', why: 'large-amount', text: 'words' } as const;
    await office.command(caseId, { ...ask, doubtSince: at(0).slice(0, 10), suspend: false });
    const [asking] = (await office.state(caseId)).common.askings;
    const answer = { type: 'answer-question', asking: asking?.id ?? '', everything: false } as const;
    expect(codeOf(await wish(office, caseId, { type: 'withdraw', confirm: true }))).toBe('ok');
    const kept = await size(office, caseId);
    expect(codeOf(await wish(office, caseId, { ...answer, text: 'Fakturorna.' }))).toBe('case-ended');
    expect(await size(office, caseId)).toBe(kept);
  });
});

describe('A profile that is nearly full', () => {
  const keep = async (office: Office, caseId: string, texts: number, length: number): Promise<void> => {
    for (let n = 0; n < texts; n += 1)
      await office.casework.profiles.addText(caseId, `id-${n}`, `${n} ${'x'.repeat(length)}`);
  };
  const reasons = { type: 'object-to-record', text: 'Skäl' } as const;

  it('still accepts a wish if staff wrote most of the texts', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    for (let n = 0; n < 80; n += 1)
      await office.casework.profiles.addText(caseId, `staff-${n}`, `${n} ${'x'.repeat(5_000)}`, 'staff');
    expect(codeOf(await wish(office, caseId, reasons))).toBe('ok');
  });

  it.each([
    ['of texts', 59, 10, 'ok'],
    ['of texts', 60, 10, 'too-many-wishes'],
    ['in bytes', 12, 16_000, 'ok'],
    ['in bytes', 13, 16_000, 'too-many-wishes'],
  ])(
    '%s accepts the text of a wish while there is room, and a note of staff always: %i of %i',
    async (_, texts, length, code) => {
      const office = new Office();
      const caseId = await openIn(office);
      await keep(office, caseId, texts, length);
      expect(codeOf(await wish(office, caseId, reasons))).toBe(code);
      expect(Object.keys((await office.profile(caseId)).texts)).toHaveLength(texts + (code === 'ok' ? 1 : 0));
      expect(await give(office, caseId, note)).toBe('ok');
    },
  );

  it('accepts a wish whose text it already has', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const wishId = randomUUID();
    const send = async (): Promise<Wished> =>
      await carryOutWish(office.casework, caseId, { wishId, ...reasons }, at(0));
    expect(await send()).toEqual({ ok: true });
    await keep(office, caseId, 60, 10);
    expect(await send()).toEqual({ ok: true });
  });

  it('accepts at most ten contact points, and those that it already has', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const move = async (n: number): Promise<string> =>
      codeOf(await wish(office, caseId, { type: 'change-contact', email: `n${n}@example.org`, old: 'in-use' }));
    for (let n = 0; n < 10; n += 1) expect(await move(n)).toBe('ok');
    expect(await move(10)).toBe('too-many-wishes');
    expect(await move(3)).toBe('ok');
    // Somebody who did not request the change can always cancel it.
    const back = { type: 'change-contact', email: contact, old: 'in-use' } as const;
    expect(codeOf(await wish(office, caseId, back))).toBe('ok');
    expect(Object.keys((await office.profile(caseId)).contacts)).toHaveLength(11);
  });

  it('of a complaint accepts no further one', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const complain = async (n: number): Promise<Wished> =>
      await wish(office, caseId, { type: 'complain', damages: false, text: `Klagomål ${n}` });
    const first = await complain(0);
    const part = first.ok ? (first.reference ?? '') : '';
    let last = 'ok';
    for (let n = 1; n <= 80 && last === 'ok'; n += 1) last = codeOf(await complain(n));
    expect(last).toBe('too-many-wishes');
    expect(await size(office, part)).toBeLessThanOrEqual(60);
    expect(await give(office, part, note)).toBe('ok');
  });
});
