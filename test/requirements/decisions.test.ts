// What staff decide, and what the person reads about it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rolesFor } from '#commands/who-may.ts';
import { staffCommandSchema } from '#api/staff-command.ts';
import { reconcile } from '#casework/commit/reconcile.ts';
import { conflictsOf } from '#domain/organisation/conflicts.ts';
import { later } from '../casework/rig.ts';
import { rawMail } from '../domain/mail/mail.ts';
import { organisation } from '../domain/organisation/described.ts';
import { openOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => await office.close());

const remedies = ['https://www.imy.se', 'väcka talan vid domstol'];

describe('A refusal', () => {
  it('of a part names the law that requires keeping the data, how long, and where to complain; the other parts continue [001-24] [003-23]', async () => {
    const caseId = await office.open(['erasure']);
    const law = 'bokföringslagen (1999:1078) 7 kap. 2 §';
    const refused = await office.give(caseId, {
      type: 'refuse',
      scope: 'part',
      ground: law,
      reason: 'Bokföringen',
      items: [
        { what: 'Fakturor', ground: 'other-law', law, reason: 'De hör till bokföringen.', until: '2032-12-31' },
        { what: 'Ett krav', ground: 'other-law', law: 'artikel 17.3 e', reason: 'Vi har en tvist om en betalning.' },
      ],
      granted: ['Kontot', 'Nyhetsbrevet'],
    });
    expect(refused).toBeUndefined();
    const letter = await office.letter(caseId, 'M6/1');
    const said = [law, 'Fakturor', 'till och med den 31 december 2032', 'artikel 17.3 e', 'Kontot', 'Nyhetsbrevet'];
    for (const words of ['Vi avslår delvis', ...said, ...remedies]) expect(letter).toContain(words);
    expect(await office.view(caseId)).toMatchObject({ status: 'held', due: '2026-12-21' });
  });

  it('is logged with its ground, the member of staff and the time, and the person gets the words of its reason', async () => {
    const caseId = await office.open(['erasure']);
    await office.give(caseId, { type: 'refuse', scope: 'part', ground: 'not-our-data', reason: 'Ett utkast' });
    const event = (await office.rig.events(caseId)).find(({ type }) => type === 'refused');
    expect(event).toMatchObject({ ground: 'not-our-data', by: { kind: 'staff', id: 'ada' }, at: expect.any(String) });
    expect((await office.rig.casework.log.read(caseId)).join()).not.toContain('utkast');
    const profile = await office.rig.casework.profiles.get(caseId);
    expect(Object.values(profile?.texts ?? {}).join()).toContain('Ett utkast');
  });
});

describe('Accounting law', () => {
  it('is no ground for refusing access: not as a ground of its own, not for an item, and not for a system that is searched by hand', async () => {
    const caseId = await office.open(['access']);
    const law = 'bokföringslagen (1999:1078) 7 kap. 2 §';
    const refusal = { type: 'refuse', reason: 'Fakturor sparas i sju år.' } as const;
    for (const scope of ['whole', 'part'] as const) {
      expect(await office.give(caseId, { ...refusal, scope, ground: law })).toBe('wrong-ground');
      expect(await office.give(caseId, { ...refusal, scope, ground: 'other-law', law })).toBe('wrong-ground');
    }
    const items = [{ what: 'Fakturor', ground: 'other-law', law, reason: 'De sparas.' }];
    const part = { ...refusal, scope: 'part', ground: 'others-rights' } as const;
    expect(await office.give(caseId, { ...part, items })).toBe('wrong-ground');
    const byHand = { type: 'record-manual-result', system: 'butiksarkiv', outcome: 'withheld', ground: law } as const;
    expect(await office.give(caseId, byHand)).toBe('wrong-ground');
    expect((await office.rig.events(caseId)).filter(({ type }) => type === 'refused')).toEqual([]);
  });

  it('limits erasure', async () => {
    const caseId = await office.open(['erasure']);
    const law = 'bokföringslagen (1999:1078) 7 kap. 2 §';
    expect(
      await office.give(caseId, { type: 'refuse', scope: 'part', ground: law, reason: 'Fakturor sparas i sju år.' }),
    ).toBeUndefined();
  });
});

describe('A fee', () => {
  it('never depends on the calendar: a second request within a year is free like the first [001-21]', async () => {
    const promise = organisation('webbhotell', (one) => (one.promises = { feeOncePerYear: true }));
    expect(conflictsOf(promise).map(({ row }) => row)).toContain('fee-once-a-year');
    for (const caseId of [await office.open(), await office.open()]) {
      expect(await office.letter(caseId, 'M1')).toContain('Det kostar ingenting.');
      const asked = {
        type: 'charge-fee',
        amount: 5_000,
        currency: 'SEK',
        costs: 'Porto',
        answerBy: '2026-12-04',
      } as const;
      const facts = 'Fick ett svar i våras';
      expect(await office.give(caseId, { ...asked, basis: 'further-copy', facts })).toBe('wrong-ground');
      expect((await office.view(caseId)).fees).toEqual([]);
    }
  });
});

describe('Work on behalf of others', () => {
  it('is answered with the same words whatever data are held, names nobody, and our own part of the request continues [002-37] [004-16]', async () => {
    const [one, other] = [await office.open(), await office.open()];
    for (const caseId of [one, other]) expect(await office.give(caseId, { type: 'redirect' })).toBeUndefined();
    const letters = await Promise.all([one, other].map(async (caseId) => await office.letter(caseId, 'M20/1')));
    const [first, second] = letters.map((text, index) => text.replaceAll(index === 0 ? one : other, '#'));
    expect(first).toBe(second);
    for (const words of ['Vi kan varken bekräfta eller utesluta det.', 'vårdgivare', 'Vi går vidare med'])
      expect(first).toContain(words);
    expect(first).not.toContain('Vi har skickat');
    expect(await office.view(one)).toMatchObject({ status: 'identifying', due: '2026-12-21' });
    expect(await office.give(one, { type: 'redirect', named: 'Exempelkliniken' })).toBeUndefined();
    expect(await office.letter(one, 'M20/2')).toContain('Du nämnde Exempelkliniken.');
    expect(await office.letter(one, 'M20/2')).not.toContain('Vi har skickat');
    expect(
      await office.give(one, { type: 'redirect', named: 'Exempelkliniken', sentOn: '2026-11-23' }),
    ).toBeUndefined();
    expect(await office.letter(one, 'M20/3')).toContain(
      'Vi har skickat din begäran till Exempelkliniken den 23 november 2026',
    );
  });
});

describe('A person who cannot be found', () => {
  it('for example because their survey answers were anonymous, is told why and what would help, and this is not the letter about an unproven identity [002-36]', async () => {
    const caseId = await office.open();
    expect(await office.give(caseId, { type: 'end', ending: 'cannot-find' })).toBe('evidence-missing');
    const ended = await office.give(caseId, {
      type: 'end',
      ending: 'cannot-find',
      reason: 'Svaren i enkäten är anonyma',
      wouldHelp: ['Den kod som stod på enkäten'],
    });
    expect(ended).toBeUndefined();
    const letter = await office.letter(caseId, 'M5/1');
    for (const words of ['Svaren i enkäten är anonyma', 'Den kod som stod på enkäten', 'artikel 11', ...remedies])
      expect(letter).toContain(words);
    const unproven = await office.open();
    expect(await office.give(unproven, { type: 'end', ending: 'not-proven' })).toBeUndefined();
    expect(await office.letters(unproven)).toContain('M25/1');
    expect(await office.letter(unproven, 'M25/1')).toContain('Vi har inte kunnat säkerställa att det är du.');
  });
});

describe('A claim for damages', () => {
  it('is a case of its own with a contact; its letter names the authority and the court [000-41]', async () => {
    const { caseId } = await office.register({
      matter: 'claim',
      rights: [],
      channel: 'post',
      receivedAt: '2026-11-20T07:00:00.000Z',
      contact: { email: 'krav@example.org' },
    });
    expect(await office.view(caseId)).toMatchObject({ matter: 'claim', hold: 'right-handled-by-staff' });
    const letter = await office.letter(caseId, 'M21');
    for (const words of ['krav på skadestånd', 'artikel 82', 'dataskyddsombud@nordvik.example', ...remedies])
      expect(letter).toContain(words);
  });

  it('in a request for access does not change the request, and the responsible staff are told [000-40] [000-41]', async () => {
    const text = 'Jag vill veta vilka uppgifter ni har om mig. Jag kräver också skadestånd för det som hänt.';
    const caseId = await office.mail(rawMail(text, { From: 'Krav Test <krav-och-svar@example.org>' }));
    expect(await office.view(caseId)).toMatchObject({ status: 'identifying', rights: ['access'], due: '2026-12-21' });
    await reconcile(office.rig.casework, office.rig.hash, later(60));
    const [claim] = (await office.view(caseId)).splits;
    expect(claim?.matter).toBe('claim');
    expect(await office.letters(claim?.case ?? '')).toContain('M21');
    expect((await office.letters(caseId)).filter((letter) => letter.startsWith('STAFF'))).toHaveLength(1);
    // Data that are needed for a lawsuit are kept, even if somebody gives up the case.
    await office.give(caseId, { type: 'end', ending: 'withdrawn' });
    expect(await office.give(caseId, { type: 'set-legal-hold', reason: 'Stämning' })).toBeUndefined();
    expect(await office.view(caseId)).toMatchObject({ status: 'closed', legalHold: true });
  });
});

describe('A command of staff', () => {
  it('requires a role, and a decision against the person requires the higher role [004-20] [002-06]', () => {
    const types = staffCommandSchema.options.map(({ shape }) => shape.type.value);
    const roleOf = (type: (typeof types)[number]) => rolesFor(type, type === 'end' ? 'not-proven' : '')[0];
    expect(types.filter((type) => !['case-worker', 'approver', 'dpo'].includes(roleOf(type)))).toEqual([]);
    for (const type of ['refuse', 'charge-fee', 'override-proof', 'release', 'extend', 'end'] as const)
      expect(roleOf(type)).toBe('approver');
    for (const type of ['set-legal-hold', 'lift-legal-hold', 'lock-out'] as const) expect(roleOf(type)).toBe('dpo');
  });
});
