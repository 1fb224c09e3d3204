import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disputesIn } from '#domain/mail/rights/dispute.ts';
import { recogniseRights } from '#domain/mail/rights/recognise-rights.ts';
import { isMereThanks } from '#domain/mail/rights/thanks.ts';
import { withdrawalIn } from '#domain/mail/rights/withdrawal.ts';
import { rawMail, classified, passed } from '../mail.ts';

/** The names of the senders. */
const writer = 'Olle Test Eva Berg';

const clear = [
  ['Hej! Jag tar tillbaka min begäran.', 'all'],
  ['Jag vill dra tillbaka min begäran, tack.', 'all'],
  ['Jag drar min begäran tillbaka.', 'all'],
  [
    'Hej Nordvik,\n\nhärmed återkallar jag\nmin begäran om registerutdrag.\n\nMed vänlig hälsning\nOlle Test\n070-174 06 05',
    'access',
  ],
  ['Jag återkallar min begäran om tillgång till mina personuppgifter.', 'access'],
  ['Jag återkallar min ansökan om registerutdrag.', 'access'],
  ['Hej, jag har ångrat mig och vill dra tillbaka min begäran.\nOlle', 'all'],
  ['Jag återkallar min begäran. Den behövs inte längre. Tack för hjälpen!', 'all'],
  ['Ärende 0123-4567-89ab-cdef: jag tar tillbaka min begäran.', 'all'],
  ['I withdraw my request.', 'all'],
  ['Dear Nordvik,\n\nI would like to withdraw my subject access request.\n\nKind regards\nEva Berg', 'access'],
  ['I hereby withdraw my request for access to my data.', 'access'],
  ['Please cancel my request.', 'all'],
  ["Hi, I'd like to take back my request, I've changed my mind. Thanks", 'all'],
] as const;

const foreign = [
  'Jeg trekker tilbake forespørselen min.',
  'Jeg ønsker å trekke kravet tilbake.',
  'Jeg trækker min anmodning tilbage.',
  'Perun pyyntöni.',
  'Ich ziehe meinen Antrag zurück.',
  'Ich möchte meine Anfrage zurückziehen.',
];

/** Something is withdrawn, but it is not certain that it is the request or that the person withdraws it. */
const ofAnother = [
  'Jag tar tillbaka min begäran om radering.',
  'Jag tar tillbaka min begäran om gamla fakturor.',
  'Hej! Jag drar tillbaka min ansökan, jag har fått ett annat jobb.',
  'Jag tar tillbaka min ansökan.',
  'Jag tar tillbaka min ansökan till kursen.',
  'Jag återkallar min begäran om lån.',
  'Jag återkallar min begäran om ledighet och vill ha betalt.',
  'I would like to withdraw my job application.',
  'I withdraw my application.',
  'Please cancel my credit card application.',
  'I want to cancel my newsletter subscription request.',
  'I withdraw my refund request.',
  'Please cancel my request for a new card.',
  'My ex will tell you that I withdraw my request',
  'My ex will write to you.\n\nI withdraw my request.',
  'My sister says: I withdraw my request',
  'My sister wants me to write this. I withdraw my request.',
  'Han hotade mig: "Jag återkallar min begäran".',
  'Han tvingar mig.\n\nJag återkallar min begäran.',
  '"Jag återkallar min begäran."',
  '\u201dJag återkallar min begäran\u201d',
  '\u2018I withdraw my request\u2019',
  'Jag återkallar min begäran.\n\nMvh\nOlle\n\nPS. Skojar bara.',
  'Jag återkallar min begäran!! Eller nej.',
  'Jag återkallar min begäran den 1 april.',
  'Jag återkallar min begäran när ni har svarat.',
  'Jag återkallar min begäran såvida ni svarar.',
  'Innan fredag: svara. Annars gäller detta. Jag återkallar min begäran.',
  'Det är falskt att jag tar tillbaka min begäran.',
  'Låtsas att jag skriver: jag tar tillbaka min begäran.',
  'Vi tar tillbaka min begäran till hösten.',
  'Så här står det i ert brev: jag tar tillbaka min begäran.',
];

/** The withdrawal is hypothetical, denied, a question or a report. */
const unsaid = [
  'Jag tar inte tillbaka min begäran.',
  'Kan jag återkalla min begäran?',
  'Om jag tar tillbaka min begäran, vad händer då?',
  'Om ni inte svarar på fredag återkallar jag min begäran.',
  'Ni skrev att jag kan återkalla min begäran.',
  'I do not withdraw my request.',
  'I never withdrew my request.',
  'If I withdraw my request, what happens?',
  'If you do not answer by Friday I withdraw my request.',
  'Can I withdraw my request later?',
  'Who says that I withdraw my request?',
  'Har min begäran återkallats?',
  'Jeg trekker ikke forespørselen min.',
  'Ich ziehe meinen Antrag nicht zurück.',
];

/** The text says nothing about the request. */
const nothing = [
  'Jag återkallar mitt samtycke.',
  'Jag vill ta tillbaka mina pengar.',
  'I withdraw my consent.',
  'Ich widerrufe meine Einwilligung.',
  'Tack, jag väntar på min begäran.',
  '',
];

describe('a withdrawal', () => {
  it.each(clear)('is recognised if the whole text says it: %s', (text, of) => {
    expect(withdrawalIn(text, writer)).toEqual({ of, stopUsing: false });
  });

  it.each(foreign)('in a language without such phrases is read by a person: %s', (text) => {
    expect(withdrawalIn(text, 'Olle Test')).toEqual({ of: 'part', stopUsing: false });
  });

  it.each(ofAnother)('is read by a person if the text says more, or something else: %s', (text) => {
    expect(withdrawalIn(text, 'Olle Test')).toMatchObject({ of: 'part' });
  });

  it.each(unsaid)('is not recognised, and is read by a person, if the text only mentions one: %s', (text) => {
    expect(withdrawalIn(text, 'Olle Test')).toMatchObject({ of: 'unclear' });
  });

  it.each(nothing)('is not recognised in another statement: %s', (text) => {
    expect(withdrawalIn(text, 'Olle Test')).toBeUndefined();
  });

  it.each([
    'Jag tar tillbaka min begäran om radering men vill ha utdraget.',
    'Jag tar tillbaka min begäran. Jag vill dock fortfarande ha fakturorna.',
    'I withdraw my request. However, send me the invoices.',
    'Ich ziehe meinen Antrag zurück, aber nur den ersten.',
  ])('concerns a part if something is still requested: %s', (text) => {
    expect(withdrawalIn(text, 'Olle Test')?.of).toBe('part');
  });

  it.each([
    ['Jag tar tillbaka min begäran. Sluta använda det ni fått in.', 'all'],
    ['Jag återkallar min begäran. Radera det jag skickat in.', 'all'],
    ['I withdraw my request. Stop using what you have received.', 'all'],
    ['I withdraw my request. Please delete what I have sent.', 'all'],
    ['I withdraw my request. My husband says: stop using what you have received.', 'part'],
    ['Jeg trekker min forespørsel. Slutt å bruke opplysningene.', 'part'],
    ['Jeg trækker min anmodning tilbage. I skal holde op med at bruge oplysningerne.', 'part'],
    ['Ich ziehe meinen Antrag zurück. Bitte verwenden Sie die Daten nicht mehr.', 'part'],
  ])('says that what was sent must not be used any more: %s', (text, of) => {
    expect(withdrawalIn(text, 'Olle Test')).toEqual({ of, stopUsing: true });
  });

  it.each([
    'I withdraw my request. Do not use my data before you have sent me a copy.',
    'I withdraw my request. Stop using my data until I have received the copy.',
    'I withdraw my request. Delete everything you have received, after you have sent it to me.',
    'Jag tar tillbaka min begäran. Använd inte mina uppgifter förrän jag har fått mitt registerutdrag.',
    'Jag tar tillbaka min begäran. Radera det jag skickat in när ni har svarat.',
    'Jag återkallar min begäran. Sluta använda mina uppgifter i reklam och skicka utdraget.',
  ])('concerns a part if the demand not to use the data has a condition or requests more: %s', (text) => {
    expect(withdrawalIn(text, 'Olle Test')).toEqual({ of: 'part', stopUsing: true });
  });

  it.each([
    'I withdraw my request. Please do not use my personal data any more.',
    'I withdraw my request. Do not use what I have sent you.',
    'Jag tar tillbaka min begäran. Använd inte mina uppgifter längre, tack.',
    'Jag tar tillbaka min begäran. Vänligen radera alla uppgifter jag skickat in.',
  ])('is complete if the demand says nothing more: %s', (text) => {
    expect(withdrawalIn(text, 'Olle Test')).toEqual({ of: 'all', stopUsing: true });
  });

  it('is not recognised in a text with an added word, unless the word is known to change nothing', () => {
    const word = fc.constantFrom(
      'hon',
      'inte',
      'kanske',
      'if',
      'says',
      'imorgon',
      'ansökan',
      'nästan',
      'xyz',
      '?',
      '"',
    );
    fc.assert(
      fc.property(fc.constantFrom(...clear), word, fc.nat(), ([text], added, where) => {
        const words = text.split(' ');
        const at = where % (words.length + 1);
        const more = [...words.slice(0, at), added, ...words.slice(at)].join(' ');
        expect(['part', 'unclear', undefined]).toContain(withdrawalIn(more, 'Olle Test')?.of);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['Re: Vi har tagit emot din begäran (ärende 0123-4567-89ab-cdef)', 'all'],
    ['Återkallelse av begäran', 'all'],
    ['Anställning', 'part'],
    ['Inte jag', 'part'],
    ['Om ni inte svarar (ärende 0123-4567-89ab-cdef)', 'part'],
  ])('is not recognised under a subject that says something else: %s', (subject, of) => {
    expect(withdrawalIn('Jag återkallar min begäran.', 'Olle Test', subject)?.of).toBe(of);
  });

  it('counts as clear only if each form of the mail says it clearly', async () => {
    const both = (plain: string, html: string): Buffer =>
      rawMail(
        `--b\nContent-Type: text/plain; charset=utf-8\n\n${plain}\n--b\nContent-Type: text/html; charset=utf-8\n\n${html}\n--b--`,
        {
          'Content-Type': 'multipart/alternative; boundary=b',
        },
      );
    const plain = 'Jag återkallar min begäran.';
    expect((await classified(both(plain, `<p>${plain}</p>`))).withdrawal?.of).toBe('all');
    expect((await classified(both(plain, `<p>Hon säger:</p><p>${plain}</p>`))).withdrawal?.of).not.toBe('all');
    expect((await classified(both(plain, `<p hidden>Hon säger:</p><p>${plain}</p>`))).withdrawal?.of).not.toBe('all');
  });

  it('does not request what it withdraws', () => {
    for (const [text] of clear) expect(recogniseRights(text, false).rights).toEqual([]);
    for (const text of [...foreign, ofAnother[0] ?? '']) expect(recogniseRights(text, false).rights).toEqual([]);
  });

  it('of something else does not hide a right that the same sentence requests', () => {
    const text = 'I withdraw my loan application and want a copy of my personal data.';
    expect(recogniseRights(text, false).rights).toEqual(['access']);
  });

  it('is never read from a quotation', async () => {
    for (const [text] of clear) {
      const quoted = text.replaceAll(/^/gm, '> ');
      const raw = rawMail(`Tack för ert brev.\n\n${quoted}\n\nDen 2 mars 2026 skrev ni:\n${quoted}`);
      expect((await classified(raw)).withdrawal).toBeUndefined();
    }
  });

  it('of somebody else, for whom a colleague or a representative writes, is read by a person', async () => {
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
  ])('is recognised: %s', (text, found) => {
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
  ])('is not recognised in a threat, a denial, a question or a purchase matter: %s', (text) => {
    expect(disputesIn(text)).toEqual([]);
  });
});

describe('mere thanks', () => {
  it.each([
    'Tack!',
    'Tack så mycket för svaret!\nMvh Olle Test',
    'Thanks, great.',
    'Ok, tack',
    'Tack för hjälpen!',
    'Thank you for the information',
    'Vielen Dank für die Antwort',
    'Vielen Dank!\nEva',
  ])('are recognised: %s', (text) => expect(isMereThanks(text, 'Eva Olle Test')).toBe(true));

  it.each([
    'Svar tack!',
    'Hej, svar tack!',
    'Information tack.',
    'Informationen, tack!',
    'Snälla svar! Tack',
    'Snälla, tack',
    'Tack för svar',
    'Help! Thanks',
    'Information, thank you',
    'Hi, answer, thanks',
    'Die Information danke',
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
  ])('are not the only content: %s', (text) => expect(isMereThanks(text, 'Olle Test')).toBe(false));

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

  it('that quote the letter of ours to which they reply are recognised', async () => {
    const raw = rawMail('Tack!\nOlle\n\nDen 2 mars 2026 skrev Nordvik <dataskydd@nordvik.example>:\n> Ring oss.', {
      Subject: 'Re: Din kod (ärende 0123-4567-89ab-cdef)',
    });
    expect(await classified(raw)).toMatchObject({ disposition: 'attach-to-case', onlyThanks: true });
  });
});
