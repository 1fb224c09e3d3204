import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disputesIn } from '#domain/mail/dispute.ts';
import { recogniseRights } from '#domain/mail/recognise-rights.ts';
import { isMereThanks } from '#domain/mail/thanks.ts';
import { withdrawalIn } from '#domain/mail/withdrawal.ts';
import { rawMail, classified, passed } from './mail.ts';

const clear = [
  ['Hej! Jag tar tillbaka min begäran.', 'all'],
  ['Jag vill dra tillbaka min begäran, tack.', 'all'],
  ['Jag drar min begäran tillbaka.', 'all'],
  ['Härmed återkallar jag min begäran om registerutdrag.', 'access'],
  ['Jag återkallar min begäran om tillgång till mina personuppgifter.', 'access'],
  ['I withdraw my request.', 'all'],
  ['I would like to withdraw my subject access request.', 'all'],
  ['I hereby withdraw my request for access to my data.', 'access'],
  ['Please cancel my request.', 'all'],
  ['Jeg trekker tilbake forespørselen min.', 'all'],
  ['Jeg ønsker å trekke kravet tilbake.', 'all'],
  ['Jeg trækker min anmodning tilbage.', 'all'],
  ['Perun pyyntöni.', 'all'],
  ['Ich ziehe meinen Antrag zurück.', 'all'],
  ['Ich möchte meine Anfrage zurückziehen.', 'all'],
  ['Jag tar tillbaka min begäran om radering.', 'part'],
] as const;

const unclear = [
  'Jag tar inte tillbaka min begäran.',
  'Kan jag återkalla min begäran?',
  'Om jag tar tillbaka min begäran, vad händer då?',
  'Ni skrev att jag kan återkalla min begäran.',
  'Jag återkallar mitt samtycke.',
  'Jag vill ta tillbaka mina pengar.',
  'I withdraw my consent.',
  'I do not withdraw my request.',
  'If I withdraw my request, what happens?',
  'Who says that I withdraw my request?',
  'Jeg trekker ikke forespørselen min.',
  'Ich ziehe meinen Antrag nicht zurück.',
  'Ich widerrufe meine Einwilligung.',
  'Tack, jag väntar på min begäran.',
  '',
];

describe('a withdrawal', () => {
  it.each(clear)('is understood: %s', (text, of) => {
    expect(withdrawalIn(text)).toMatchObject({ of, stopUsing: false });
  });

  it.each(unclear)('is rather none than a wrong one: %s', (text) => {
    expect(withdrawalIn(text)).toBeUndefined();
  });

  it.each([
    'Jag tar tillbaka min begäran om radering men vill ha utdraget.',
    'Jag tar tillbaka min begäran. Jag vill dock fortfarande ha fakturorna.',
    'I withdraw my request. However, send me the invoices.',
    'Ich ziehe meinen Antrag zurück, aber nur den ersten.',
  ])('is of a part where something is still wanted: %s', (text) => {
    expect(withdrawalIn(text)?.of).toBe('part');
  });

  it.each([
    'Jag tar tillbaka min begäran. Sluta använda det ni fått in.',
    'Jag återkallar min begäran. Radera det jag skickat in.',
    'I withdraw my request. Stop using what you have received.',
    'I withdraw my request. Please delete what I have sent.',
    'Jeg trekker min forespørsel. Slutt å bruke opplysningene.',
    'Jeg trækker min anmodning tilbage. I skal holde op med at bruge oplysningerne.',
    'Ich ziehe meinen Antrag zurück. Bitte verwenden Sie die Daten nicht mehr.',
  ])('tells that what came in is not to be used any more: %s', (text) => {
    expect(withdrawalIn(text)).toMatchObject({ of: 'all', stopUsing: true });
  });

  it('asks for nothing of what it takes back', () => {
    for (const [text] of clear) expect(recogniseRights(text, false).rights).toEqual([]);
  });

  it('is never made by a question, whatever else the sentence says', () => {
    const sentence = fc.constantFrom(...clear.map(([text]) => text.replace(/^\S+! /, '').replace(/\.$/, '')));
    fc.assert(
      fc.property(sentence, fc.constantFrom('?', ' ?', '??'), (text, mark) => {
        expect(withdrawalIn(text + mark)).toBeUndefined();
      }),
    );
  });

  it('is never taken from what is quoted', async () => {
    for (const [text] of clear) {
      const raw = rawMail(`Tack för ert brev.\n\n> ${text}\n\nDen 2 mars 2026 skrev ni:\n> ${text}`);
      expect((await classified(raw)).withdrawal).toBeUndefined();
    }
  });

  it('of somebody else, whom a colleague or a representative writes for, is looked at by a person', async () => {
    const forwarded = rawMail(
      'Se nedan\n\nFrån: Anna <anna@example.com>\nSkickat: den 24 februari 2026 16:41\nTill: Support\n\nJag tar tillbaka min begäran.',
      { From: 'per@nordvik.example' },
    );
    const openCases = [{ reference: 'a', rights: ['access'], likeness: () => 'possible' as const }];
    expect(await classified(forwarded, passed, { openCases })).toMatchObject({ disposition: 'hold' });
  });
});

describe('a complaint or a claim', () => {
  it.each([
    ['Jag klagar på hur ni behandlar mina uppgifter.', ['complaint']],
    ['Jag vill framföra klagomål mot er hantering.', ['complaint']],
    ['Jag har anmält er till IMY.', ['complaint']],
    ['This is a formal complaint.', ['complaint']],
    ['I want to make a complaint about this.', ['complaint']],
    ['Jeg klager på behandlingen.', ['complaint']],
    ['Hiermit lege ich Beschwerde ein.', ['complaint']],
    ['Jag kräver skadestånd enligt artikel 82.', ['claim']],
    ['Jag begär ersättning för kränkningen av mina personuppgifter.', ['claim']],
    ['I claim damages under Article 82.', ['claim']],
    ['Ich verlange Schadensersatz.', ['claim']],
    ['Vaadin vahingonkorvausta.', ['claim']],
    ['I want to make a complaint. I demand damages.', ['complaint', 'claim']],
  ])('is told: %s', (text, found) => {
    expect(disputesIn(text)).toEqual(found);
  });

  it.each([
    'Om ni inte svarar anmäler jag er till IMY.',
    'Jag vill inte klaga.',
    'I do not want to complain.',
    'Unless you answer I will claim damages.',
    'Hur klagar jag på er?',
    'Jag vill ha ersättning för den trasiga lampan.',
    'Jag vill ha ett registerutdrag.',
  ])('is not made of a threat, a denial, a question or a matter of trade: %s', (text) => {
    expect(disputesIn(text)).toEqual([]);
  });
});

describe('mere thanks', () => {
  it.each(['Tack!', 'Tack så mycket för svaret!\nMvh Olle Test', 'Thanks, great.', 'Ok, tack', 'Vielen Dank!\nEva'])(
    'are thanks: %s',
    (text) => expect(isMereThanks(text, 'Eva Olle Test')).toBe(true),
  );

  it.each([
    'TACK. RADERA ALLT',
    'TACK. RING MIG',
    'THANKS. SEND EVERYTHING',
    'Thanks. Wrong Person.',
    'TACK. INTE JAG!',
    'Thanks. Not Me',
    'OK. FEL PERSON',
    'Tack! Stoppa Bytet',
    'Ja tack',
    'Yes please, thanks',
    'Tack, mitt kundnummer är K-1',
    'Tack, men jag vill gå vidare',
    'Tack. När kommer svaret?',
    'Nej',
    '',
  ])('are no thanks alone: %s', (text) => expect(isMereThanks(text, 'Olle Test')).toBe(false));

  const mixed = (type: string, content: string): Buffer =>
    rawMail(`--b\nContent-Type: text/plain; charset=utf-8\n\nTack!\n--b\nContent-Type: ${type}\n\n${content}\n--b--`, {
      'Content-Type': 'multipart/mixed; boundary=b',
    });
  it.each<[string, Buffer]>([
    ['a subject that asks', rawMail('Tack!\nOlle Test', { Subject: 'Vad har ni sparat?' })],
    ['an enclosed mail', mixed('message/rfc822', 'From: a@example.org\n\nRadera allt om mig.')],
    ['an enclosed mail of another type', mixed('message/global', 'From: a@example.org\n\nRadera allt om mig.')],
    ['a picture', mixed('image/png\nContent-Disposition: inline', 'x')],
    ['a file that is called a signature', mixed('application/pgp-signature; name=brev.pdf', 'x')],
    [
      'a form that says more',
      rawMail('--b\nContent-Type: text/plain\n\nTack!\n--b\nContent-Type: text/html\n\n<p>Tack! Ring mig.</p>\n--b--', {
        'Content-Type': 'multipart/alternative; boundary=b',
      }),
    ],
    ['words after a signature mark', rawMail('Tack!\n\n-- \nRing mig')],
    ['words after a head', rawMail('Tack!\n\nFrån: Olle\nTill: Nordvik\nÄmne: x\n\nRing mig')],
    ['words after a marker', rawMail('Tack!\n\n-----Original Message-----\nRing mig')],
    ['words after an attribution', rawMail('Tack!\n\nJag skrev den 1 mars 2026:\nRing mig')],
    ['a quotation', rawMail('<p>Tack!</p><blockquote>Ring mig</blockquote>', { 'Content-Type': 'text/html' })],
    ['words beyond the bound', rawMail(`Tack!${'\n'.repeat(200_000).slice(0, 120_000)}Ring mig`)],
    ['a part of a mail and no text', rawMail('x', { Subject: '', 'Content-Type': 'message/partial; id=a; number=1' })],
  ])('are not dropped with %s', async (_, raw) => {
    const { disposition, onlyThanks } = await classified(raw);
    expect([disposition, onlyThanks]).toEqual(['hold', undefined]);
  });

  it('that quote the letter of ours that they answer are thanks', async () => {
    const raw = rawMail('Tack!\nOlle\n\nDen 2 mars 2026 skrev Nordvik <dataskydd@nordvik.example>:\n> Ring oss.', {
      Subject: 'Re: Din kod (ärende 0123-4567-89ab-cdef)',
    });
    expect(await classified(raw)).toMatchObject({ disposition: 'attach-to-case', onlyThanks: true });
  });
});
