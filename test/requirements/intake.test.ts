// A request is a request in whatever way it comes, from the day on which it arrived.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registrationSchema } from '#api/register.ts';
import { checkRequest } from '#casework/intake/open-request.ts';
import { conflictsOf } from '#domain/organisation/conflicts.ts';
import { postalAddressOf } from '#domain/organisation/controller.ts';
import { rights } from '#domain/rights.ts';
import { later, start } from '../casework/rig.ts';
import { classified, rawMail } from '../domain/mail/mail.ts';
import { organisation } from '../domain/organisation/described.ts';
import { openOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => await office.close());

const day = 24 * 60 * 60;

describe('A letter', () => {
  const address = ['Åsa Berg', 'Exempelgatan 7', '111 11 Stockholm'];

  it('is sent to the postal address in the description, with the word for the envelope [000-13] [001-28] [004-30]', () => {
    const [havsorn, tarna] = organisation('koncern').controllers;
    expect(postalAddressOf(havsorn!)).toEqual(['Havsörn Group AB', 'Box 100', '111 11 Stockholm']);
    expect(havsorn?.marking).toBe('Dataskydd');
    expect(postalAddressOf(tarna!)).toEqual(['Klippgatan 6', '111 11 Stockholm']);
  });

  it('is registered by staff with the day on which it came, and the month starts on that day [000-13] [001-28] [002-14] [004-30]', async () => {
    const { caseId, due } = await office.register(
      { channel: 'post', receivedAt: '2026-11-10T09:00:00.000Z', contact: { address } },
      start,
    );
    expect(due).toBe('2026-12-10');
    expect(await office.view(caseId)).toMatchObject({
      status: 'identifying',
      channel: 'post',
      receivedAt: '2026-11-10T09:00:00.000Z',
      registeredAt: start,
      lettersToPost: [
        {
          letter: 'M1',
          code: 'M1',
          name: 'acknowledgement',
          title: { sv: 'Bekräftelse', en: 'Confirmation of receipt' },
        },
      ],
    });
    expect(await office.letters(caseId)).toEqual([]);
  });
});

describe('A request by telephone, in a message or in a support ticket', () => {
  it.each(['phone', 'in-person', 'other', 'email'] as const)(
    'by %s is registered by the member of staff who received it, and is acknowledged [003-03] [003-17] [003-29]',
    async (channel) => {
      const { caseId, due } = await office.register({
        channel,
        receivedAt: later(-day),
        contact: { email: `${channel}@example.org` },
        foundInOtherChannel: 'Supportärende 17',
      });
      expect(due).toBe('2026-12-21');
      expect(await office.letter(caseId, 'M1')).toContain('senast den 21 december 2026');
      expect((await office.view(caseId)).notes.map(({ text }) => text)).toEqual(['Supportärende 17']);
    },
  );
});

describe('What a policy demands of a request', () => {
  const wishes = { signedFormRequired: true, requiredFields: ['phone', 'organisation number', 'customer number'] };

  it('is not required: an address to write to is enough, from anybody [000-10] [001-26] [001-02]', async () => {
    const wishful = { ...office.rig.organisation, promises: wishes };
    expect(conflictsOf(wishful).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['promises.signedFormRequired', 'promises.requiredFields']),
    );
    const request = office.rig.request({ identifiers: [{ kind: 'email', value: 'okand@example.org' }] });
    expect(checkRequest(wishful, request, start)).toMatchObject({ ok: true, checked: { claimed: [] } });
    const contact = { email: 'okand@example.org' };
    const { caseId } = await office.register({ channel: 'post', receivedAt: start, contact });
    expect(await office.view(caseId)).toMatchObject({ status: 'identifying', claimed: [] });
    // Staff have no field in which to say that a request is not signed.
    const unsigned = { controller: 'nordvik', rights: ['access'], language: 'sv', channel: 'post', receivedAt: start };
    expect(registrationSchema.safeParse({ ...unsigned, contact, signed: false }).success).toBe(false);
  });
});

describe('Every right', () => {
  it.each(rights)('%s can be used at any time, and the month is the same [000-21] [001-22]', async (right) => {
    const caseId = await office.open([right]);
    const view = await office.view(caseId);
    expect(view).toMatchObject({ rights: [right], due: '2026-12-21' });
    expect(view.hold).toBe(right === 'access' ? null : 'right-handled-by-staff');
    expect(await office.letter(caseId, 'M1')).toContain('senast den 21 december 2026');
    expect(await office.letter(caseId, 'M1')).toContain('Det kostar ingenting.');
  });

  it('is recognised from what the person asks for, not from the heading of the request [003-19]', async () => {
    const heading = { Subject: 'Begränsning' };
    const portable = 'Jag vill få ut mina uppgifter i ett maskinläsbart format för att flytta dem.';
    expect((await classified(rawMail(portable, heading))).rights).toEqual(['portability']);
    const quoting = `Enligt er policy under rubriken Begränsning. ${portable}`;
    expect((await classified(rawMail(quoting, heading))).rights).toEqual(['portability']);
  });
});

describe('A withdrawal of consent', () => {
  it('by mail is acknowledged at once with its last day, needs no proof, and the confirmation says what stays lawful [004-40] [004-42]', async () => {
    const caseId = await office.mail(rawMail('Jag återkallar mitt samtycke till nyhetsbrevet.'));
    expect(await office.view(caseId)).toMatchObject({ rights: ['consent-withdrawal'], due: '2026-12-21' });
    expect(await office.letter(caseId, 'M1')).toContain('senast den 21 december 2026');
    const stopped = await office.give(caseId, {
      type: 'stop-processing',
      right: 'consent-withdrawal',
      from: '2026-11-20',
      what: ['Nyhetsbrev'],
      doneIn: ['Utskickssystemet'],
    });
    expect(stopped).toBeUndefined();
    expect(await office.view(caseId)).toMatchObject({ proofs: [], status: 'closed', ending: 'carried-out' });
    const letter = await office.letter(caseId, 'M16/consent-withdrawal');
    for (const words of [
      'Från och med den 20 november 2026',
      'Nyhetsbrev',
      'ändrar inte om det vi gjorde dessförinnan var tillåtet',
    ])
      expect(letter).toContain(words);
  });
});

describe('An objection to marketing', () => {
  it('may have any form and needs no proof, whatever the policy says [001-14]', async () => {
    const wish = organisation('webbhotell', (one) => (one.promises = { marketingObjectionInWriting: true }));
    expect(conflictsOf(wish).map(({ row }) => row)).toContain('marketing-objection-in-writing');
    const mail = await classified(rawMail('Sluta skicka reklam till mig.'));
    expect(mail).toMatchObject({ rights: ['objection'], subtype: 'direct-marketing' });
    const spoken = await office.register({
      channel: 'phone',
      rights: ['objection'],
      receivedAt: start,
      contact: { email: 'ringde@example.org' },
    });
    const stopped = await office.give(spoken.caseId, {
      type: 'stop-processing',
      right: 'objection',
      from: '2026-11-20',
      what: ['Reklam med e-post'],
      doneIn: ['Utskickssystemet'],
      channels: ['email'],
    });
    expect(stopped).toBeUndefined();
    expect(await office.view(spoken.caseId)).toMatchObject({ proofs: [], status: 'closed', ending: 'carried-out' });
    expect(await office.letter(spoken.caseId, 'M15/objection')).toContain('Från och med den 20 november 2026');
  });
});
