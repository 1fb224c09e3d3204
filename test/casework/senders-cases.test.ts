import { describe, expect, it } from 'vitest';
import type { Verdicts } from '#domain/mail/verdicts.ts';
import { passed, rawMail } from '../domain/mail/mail.ts';
import { access, Office } from './office.ts';

const lettersTo = (office: Office, address: string): number => office.sent.filter(({ to }) => to === address).length;

describe('A request after one that is silently held in the same name', () => {
  it.each<[string, Partial<Verdicts>]>([
    ['forged', { dmarc: 'FAIL' }],
    ['unchecked', { dmarc: null }],
    ['infected, from an unproven sender', { dmarc: 'GRAY', virus: 'FAIL' }],
  ])('opens a case of its own and is acknowledged: the held one was %s', async (_, more) => {
    const office = new Office();
    const forged = await office.receive(rawMail(access), { id: 'm1', verdicts: { ...passed, ...more } });
    expect(forged.outcome).toBe('held');
    expect(lettersTo(office, 'olle@example.org')).toBe(0);
    const genuine = await office.receive(rawMail(access), { id: 'm2' });
    expect(genuine).toMatchObject({ outcome: 'opened', why: 'asks-for-a-right' });
    expect(genuine.caseId).not.toBe(forged.caseId);
    expect(office.letters(genuine.caseId)).toEqual(['M1 olle@example.org']);
    expect(await office.notes(forged.caseId ?? '')).toEqual([]);
    // It ends without a word, and takes nothing of the genuine one with it.
    await office.command(forged.caseId ?? '', { type: 'end', ending: 'not-a-request', text: null });
    expect(await office.state(genuine.caseId)).toMatchObject({ status: 'identifying' });
  });

  it('joins the held one once staff have taken it up', async () => {
    const office = new Office();
    const { caseId = '' } = await office.receive(rawMail(access), { verdicts: { ...passed, dmarc: 'FAIL' } });
    await office.command(caseId, { type: 'lift-hold' });
    expect(await office.receive(rawMail(access), { id: 'm2' })).toMatchObject({ outcome: 'attached', caseId });
  });

  it('joins one that is held and not silent, whose sender was told of it', async () => {
    const office = new Office();
    const erasure = rawMail('Radera mina uppgifter, tack.');
    const { caseId } = await office.receive(erasure);
    expect(await office.receive(erasure, { id: 'm2' })).toMatchObject({ outcome: 'attached', caseId });
  });

  it('that takes back the only case that was ever spoken of ends that one', async () => {
    const office = new Office();
    const { caseId } = await office.receive(rawMail(access), { id: 'm1' });
    await office.receive(rawMail(access), { id: 'm2', verdicts: { ...passed, dmarc: 'FAIL' } });
    const back = await office.receive(rawMail('Jag tar tillbaka min begäran.'), { id: 'm3' });
    expect(back).toMatchObject({ outcome: 'attached', caseId, why: 'takes-back' });
    expect(await office.state(caseId)).toMatchObject({ status: 'closed', ending: 'withdrawn' });
  });
});
