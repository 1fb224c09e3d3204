import { describe, expect, it } from 'vitest';
import { awaitCondition } from '#casework/workflow/await-condition.ts';
import { sendCode } from '#casework/subject/subject-actions.ts';
import { agreed, at, contact, give, openIn, watch, wish } from '../desk.ts';
import { Office, replyTo } from '../office.ts';

const question = { type: 'ask', about: 'identity', why: 'contact-not-known', suspend: false } as const;
const begin = async (office: Office, caseId: string, when: string): Promise<void> =>
  await awaitCondition(office.casework, { caseId, wait: 'VerifyIdentity', round: 1, token: 't' }, when);
const codes = (office: Office, caseId: string): number =>
  office.letters(caseId).filter((letter) => letter.startsWith('M23/')).length;

/** The state of the case after two runs of the watch, an hour apart. */
async function after(office: Office, caseId: string, when: string): Promise<string> {
  await watch(office, when);
  await watch(office, new Date(Date.parse(when) + 60 * 60_000).toISOString());
  return (await office.state(caseId)).stage.kind;
}

describe('A case whose person does not reply', () => {
  it('is closed some days after the last letter or code, and after its due date', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await sendCode(office.casework, caseId, 'identity', at(10));
    expect(await after(office, caseId, at(39))).toBe('identifying');
    expect(await after(office, caseId, at(40))).toBe('closed');
  });

  it('has the same number of days after it was reopened, and gets a new code', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await begin(office, caseId, at(0, 1));
    await begin(office, caseId, at(0, 2));
    expect(codes(office, caseId)).toBe(1);
    expect(await after(office, caseId, at(40))).toBe('closed');
    expect(await wish(office, caseId, { type: 'go-on', text: 'Här är jag igen' }, at(45))).toEqual({ ok: true });
    await begin(office, caseId, at(45, 1));
    expect(codes(office, caseId)).toBe(2);
    expect(await after(office, caseId, at(74))).toBe('identifying');
    expect(await after(office, caseId, at(76))).toBe('closed');
  });

  it('is not closed at once after a reopening if no code could be sent since', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await begin(office, caseId, at(0, 1));
    expect(await after(office, caseId, at(40))).toBe('closed');
    await wish(office, caseId, { type: 'go-on', text: 'Här är jag igen' }, at(45));
    expect(await after(office, caseId, at(74))).toBe('identifying');
    expect(await after(office, caseId, at(75))).toBe('closed');
  });

  it('is not closed if nothing was sent to the person', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const address = ['Åsa Berg', 'Exempelgatan 7', '111 11 Stockholm'];
    await agreed(office, caseId, { type: 'move-to-post', address, reason: 'wish', registered: false });
    expect(await give(office, caseId, { ...question, question: 'Vem är du?' }, at(10))).toBe('ok');
    expect(await after(office, caseId, at(60))).toBe('identifying');
    expect(await give(office, caseId, { type: 'record-posted', letter: 'M2/asking-1' }, at(61))).toBe('ok');
    expect(await after(office, caseId, at(90))).toBe('identifying');
    expect(await after(office, caseId, at(91))).toBe('closed');
  });

  it('is not closed if the last question was answered, although a code was sent before', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await begin(office, caseId, at(0, 1));
    await give(office, caseId, { ...question, question: 'Vem är du?' }, at(1));
    await office.receive(replyTo(caseId, 'Mitt kundnummer är K-104882.', { From: contact }), { id: 'r', at: at(3) });
    expect((await office.state(caseId)).common.askings).toMatchObject([{ answeredAt: at(3) }]);
    expect(await after(office, caseId, at(60))).toBe('identifying');
  });
});
