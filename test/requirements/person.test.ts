// Who makes the request, what the person is asked for, and how the answer is sent.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { conflictsOf } from '#domain/organisation/conflicts.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { levelFor } from '#domain/organisation/scope.ts';
import { canUsePersonnummer, emptyForm } from '#handlers/portal/request-form.ts';
import { requestPage } from '#web/portal/request-page.ts';
import { connectorKinds } from '#infra/constructs/described-organisation.ts';
import { organisation } from '../domain/organisation/described.ts';
import { textOf } from '../letters/read.ts';
import { openOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => await office.close());

const { personnummer } = testPerson;

describe('A personnummer', () => {
  it('is masked for staff, and is in no log and no letter [000-64] [003-05] [004-06]', async () => {
    const caseId = await office.open(['erasure'], [{ kind: 'personnummer', value: '18900101-9802' }]);
    const view = await office.view(caseId);
    expect(view.claimed).toMatchObject([{ kind: 'personnummer', masked: '18900101-••••' }]);
    expect(view.contact).toMatch(/^p•••@example\.org$/);
    await office.give(caseId, { type: 'refuse', scope: 'part', ground: 'not-our-data', reason: `Om ${personnummer}` });
    const written = [
      JSON.stringify(view),
      ...(await office.rig.casework.log.read(caseId)),
      ...(await office.rig.sentFor(caseId)).map(({ text }) => text),
    ].join();
    expect(written).toContain('M6');
    // The whole number in each of its forms. Four digits alone would also occur in hashes, by chance.
    expect(written).not.toMatch(/900101\D{0,3}9802/);
  });

  it('is requested only if it could be of use [004-17]', async () => {
    const page = async (of: Organisation): Promise<string> => {
      const [controller] = of.controllers;
      const frame = { language: 'sv', organisation: of.name, path: '/' } as const;
      return await requestPage(frame, {
        form: emptyForm(of, 'key'),
        wrong: [],
        sentBefore: false,
        controllers:
          controller === undefined ? [] : [{ id: controller.id, name: controller.name, email: controller.email }],
        asksPersonnummer: canUsePersonnummer(of, connectorKinds(of)),
      });
    };
    expect(await page(organisation('webbhotell'))).not.toContain('name="personnummer"');
    expect(await page(office.rig.organisation)).toContain('name="personnummer"');
  });
});

describe('More is demanded from the person', () => {
  it('only with a reason, which the letter states, and never a copy of a document [001-27]', async () => {
    const caseId = await office.open();
    const ask = { type: 'ask', about: 'identity', question: 'Ange ett ordernummer.', suspend: false } as const;
    expect(await office.give(caseId, { ...ask, why: 'large-amount' })).toBe('wrong-ground');
    expect(await office.give(caseId, { ...ask, why: 'several-people-match' })).toBeUndefined();
    const letter = await office.letter(caseId, 'M2/asking-1');
    for (const words of [
      'inte lämna ut uppgifter till fel person',
      'Skälet är att',
      'Ange ett ordernummer.',
      'Skicka ingen kopia',
    ])
      expect(letter).toContain(words);
  });
});

describe('Special categories', () => {
  it('are marked and need a stronger proof of identity than other data [000-62]', () => {
    const group = organisation('koncern', (one) => delete one.activities[0].specialException);
    const levels = group.systems
      .filter(({ id }) => id.startsWith('tarna') || id === 'kundregister')
      .map((system) => [system.id, system.special, levelFor(group, 'havsorn', system)]);
    expect(levels).toEqual([
      ['kundregister', false, 'contact-point'],
      ['tarna-portal', true, 'strong'],
    ]);
    expect(conflictsOf(group).map(({ row, path }) => `${row} ${path}`)).toContain('special-categories activities[0]');
  });
});

describe('An answer to an electronic request', () => {
  it('is electronic, whatever the policy says about the registered address; the person may choose post [000-14] [001-29] [004-34]', async () => {
    const wish = organisation('webbhotell', (one) => (one.promises = { deliveryAlwaysToPopulationRegister: true }));
    expect(conflictsOf(wish).map(({ row }) => row)).toContain('population-register-delivery');
    const caseId = await office.open();
    expect(await office.view(caseId)).toMatchObject({ channel: 'api', lettersToPost: [] });
    expect(await office.letters(caseId)).toEqual(['M1']);
    expect(await textOf('answer-ready', 'sv')).toContain('Hämta svaret');
    const address = ['Åsa Berg', 'Exempelgatan 7', '111 11 Stockholm'];
    const byPost = { type: 'move-to-post', address, reason: 'wish', registered: true } as const;
    expect(await office.give(caseId, byPost)).toBeUndefined();
    expect((await office.view(caseId)).lettersToPost.map(({ code }) => code)).toEqual(['M30']);
    expect(await office.letters(caseId)).toEqual(['M1', 'CONTACT/post']);
  });

  it('is not sent by post to a person with protected identity [000-14]', async () => {
    const caseId = await office.open();
    await office.give(caseId, { type: 'mark-circumstance', circumstance: 'protected-identity', present: true });
    const decided = { circumstance: 'protected-identity', applies: true, reason: 'Ingen post' } as const;
    await office.give(caseId, { type: 'decide-circumstance', ...decided });
    const address = ['N N', 'Gata 1'];
    const byPost = { type: 'move-to-post', address, reason: 'wish', registered: true } as const;
    expect(await office.give(caseId, byPost)).toBe('protected-identity');
    expect((await office.view(caseId)).lettersToPost).toEqual([]);
  });
});
