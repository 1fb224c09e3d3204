import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OpenCase } from '#domain/mail/classify.ts';
import { verdictSchema, type Verdict } from '#domain/mail/verdicts.ts';
import { classified, passed, rawMail, rawMailWithFile } from './mail.ts';

const access = 'Hej, jag vill veta vilka uppgifter ni har om mig. Mitt kundnummer är K-20.';

describe('the sender of a mail', () => {
  it.each([
    ['two addresses in one field', { From: 'a@example.org, b@example.org' }],
    ['a group of nobody', { From: 'undisclosed:;' }],
    ['no address', { From: 'Olle' }],
    ['something that is no address', { From: '<olle@>' }],
  ])('%s names nobody', async (_, headers) => {
    expect(await classified(rawMail(access, headers))).toMatchObject({
      from: null,
      disposition: 'hold',
      holdReason: 'sender-ambiguous',
    });
  });

  it('two From fields name nobody, nor does a field that is spelled to hide itself', async () => {
    for (const second of ['From', 'FROM', 'from ', '\u00a0From', 'Fro\u00adm']) {
      const raw = Buffer.from(rawMail(access).toString().replace('\r\nTo:', `\r\n${second}: c@example.org\r\nTo:`));
      expect(await classified(raw)).toMatchObject({ from: null, holdReason: 'sender-ambiguous' });
    }
  });

  it('an empty From field beside the first is one too many', async () => {
    const raw = Buffer.from(rawMail(access).toString().replace('\r\nTo:', '\r\nFrom:\r\nTo:'));
    expect(await classified(raw)).toMatchObject({ from: null, holdReason: 'sender-ambiguous' });
  });

  it.each([
    ['another address as its name', '"berit@example.com" <olle@example.org>'],
    ['another address within its name', '"Berit (berit@example.com)" <olle@example.org>'],
    ['another address in full-width letters', '"berit＠example.com" <olle@example.org>'],
    ['another address in an encoded name', '=?utf-8?Q?berit=40example.com?= <olle@example.org>'],
    ['a name written from right to left', '"Olle \u202egro.elpmaxe" <olle@example.org>'],
    ['a Cyrillic letter in its domain', 'olle@ex\u0430mple.org'],
    ['the same as an A-label', 'olle@xn--exmple-4nf.org'],
    ['a domain wholly of letters that look Latin', 'olle@\u0430\u0440\u0440\u0435.org'],
    ['a Greek letter in its local part', 'ollε@example.org'],
  ])('%s is ambiguous', async (_, from) => {
    expect(await classified(rawMail(access, { From: from }))).toMatchObject({
      disposition: 'hold',
      holdReason: 'sender-ambiguous',
    });
  });

  it.each([
    ['its own address as its name', '"OLLE@example.org" <olle@example.org>', 'olle@example.org'],
    ['a Swedish domain', 'Olle <olle@räksmörgås.example>', 'olle@xn--rksmrgs-5wao1o.example'],
    ['a Russian name and domain', 'Оля <olja@пример.example>', 'olja@xn--e1afmkfd.example'],
    ['capitals', 'Olle <Olle@EXAMPLE.org>', 'olle@example.org'],
  ])('%s is not', async (_, from, address) => {
    expect(await classified(rawMail(access, { From: from }))).toMatchObject({
      from: address,
      disposition: 'open-case',
    });
  });

  it('Reply-To and Return-Path are not the requester', async () => {
    const headers = { 'Reply-To': 'x@mail.example.org', 'Return-Path': '<z@example.com>' };
    expect(await classified(rawMail(access, headers))).toMatchObject({
      from: 'olle@example.org',
      disposition: 'open-case',
    });
  });
});

describe('the verdicts of the receipt', () => {
  it.each<[Verdict, string, boolean]>([
    ['PASS', 'open-case', true],
    ['GRAY', 'open-case', false],
    ['FAIL', 'hold', false],
    ['PROCESSING_FAILED', 'hold', false],
    [null, 'hold', false],
  ])('DMARC %s: %s', async (dmarc, disposition, authenticated) => {
    expect(await classified(rawMail(access), { ...passed, dmarc })).toMatchObject({ disposition, authenticated });
  });

  it('nothing in the mail counts as a verdict', async () => {
    const headers = {
      'Authentication-Results': 'inbound-smtp.nordvik.example; dmarc=pass header.from=example.org',
      'X-SES-Virus-Verdict': 'PASS',
      'X-SES-RECEIPT': 'AAAA',
    };
    const result = await classified(rawMail(access, headers), { ...passed, dmarc: 'FAIL' });
    expect(result).toMatchObject({ authenticated: false, disposition: 'hold', holdReason: 'sender-not-authenticated' });
  });

  it('a virus is the first of several reasons, and a mail that was not scanned is held', async () => {
    const virus = await classified(rawMail(access), { ...passed, virus: 'FAIL', dmarc: 'FAIL' });
    expect(virus).toMatchObject({ holdReason: 'infected-attachment', rights: ['access'] });
    const unscanned = await classified(rawMail(access), { ...passed, virus: null });
    expect(unscanned).toMatchObject({ disposition: 'hold', why: 'not-scanned' });
  });

  it('an attachment is called infected if a virus was found, and not checked if it was not scanned', async () => {
    const verdicts = verdictSchema.unwrap().unwrap().options;
    for (const virus of [...verdicts, null]) {
      const { disposition, holdReason = null } = await classified(rawMailWithFile(access), { ...passed, virus });
      const reason = virus === 'PASS' ? null : virus === 'FAIL' ? 'attachment-not-opened' : 'not-scanned';
      expect({ virus, disposition, holdReason }).toEqual({
        virus,
        disposition: reason === null ? 'open-case' : 'hold',
        holdReason: reason,
      });
    }
  });

  it('a mail without attachments needs no virus check', async () => {
    const result = await classified(rawMail(access), { ...passed, dmarc: 'GRAY', virus: 'DISABLED', spam: 'DISABLED' });
    expect(result).toMatchObject({ disposition: 'open-case', authenticated: false });
  });

  it('SPF, DKIM and spam alone decide nothing', async () => {
    const verdicts = { ...passed, spf: 'FAIL', dkim: null, spam: 'GRAY' } as const;
    expect(await classified(rawMail(access), verdicts)).toMatchObject({ disposition: 'open-case' });
  });
});

const report = (kind: string, part: string, text = 'Your message could not be delivered.'): Buffer =>
  Buffer.from(
    [
      'From: postmaster@mx.example.com',
      'Subject: Undelivered Mail Returned to Sender',
      `Content-Type: multipart/report; report-type=${kind}; boundary=b`,
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '--b',
      `Content-Type: ${part}`,
      '',
      'Final-Recipient: rfc822; olle@example.org',
      'Action: failed',
      '--b--',
      '',
    ].join('\r\n'),
  );

describe('mail that no person can have written to us', () => {
  const absence = 'Jag är ledig till måndag och läser inte min e-post.';
  it.each<[string, Buffer, string]>([
    ['a delivery report', report('delivery-status', 'message/delivery-status'), 'bounce'],
    [
      'a mailer that names itself and marks its mail',
      rawMail('Your message could not be delivered.', {
        Subject: 'failure notice',
        From: 'MAILER-DAEMON@mx.example.com (Mail Delivery System)',
        'Return-Path': '<>',
      }),
      'bounce',
    ],
    [
      'an absence as the answer to a letter of ours',
      rawMail(absence, {
        Subject: 'Autosvar: Din kod (ärende 0123-4567-89ab-cdef)',
        'Auto-Submitted': 'auto-replied (vacation)',
      }),
      'automatic-reply',
    ],
    [
      'a digest by the list itself',
      rawMail('Dagens ämnen: 1. Hur svarar ni?', {
        From: 'natverk-request@listor.example',
        Subject: 'Natverk sammandrag, Vol 41, Utgava 9',
        'List-Id': '<natverk.listor.example>',
      }),
      'mailing-list',
    ],
  ])('%s opens no case', async (_, raw, why) => {
    const result = await classified(raw);
    expect(result).toMatchObject({ disposition: 'no-case', why, rights: ['none'], identifiers: [] });
    expect(result.caseOf).toBeUndefined();
  });

  it('a letter of ours opens no case, and a mail that only looks like one is held', async () => {
    const raw = rawMail('Vi har tagit emot din begäran.', {
      From: 'dataskydd@nordvik.example',
      'Auto-Submitted': 'auto-generated',
    });
    expect(await classified(raw, passed, { isOurLetter: true })).toMatchObject({
      disposition: 'no-case',
      why: 'own-letter',
    });
    expect(await classified(raw)).toMatchObject({ disposition: 'hold', holdReason: 'requester-unknown' });
  });
});

describe('mail that a person may have written, although a machine marked it', () => {
  const away = 'Jag är på semester. PS. Jag har flyttat. Det var inte jag som bytte e-postadress!';
  const number = '0123-4567-89ab-cdef';
  it.each<[string, Buffer]>([
    [
      'an automatic answer to nothing of ours',
      rawMail(away, { Subject: 'Automatiskt svar: Hej', 'Auto-Submitted': 'auto-replied' }),
    ],
    ['one without a return path', rawMail('Jag är ledig.', { 'Auto-Submitted': 'auto-replied', 'Return-Path': '<>' })],
    [
      'one that only an older mark tells of',
      rawMail('Jag har flyttat till Storgatan 1. Skicka svaret dit.', {
        Subject: `Autosvar (ärende ${number})`,
        'X-Autoreply': 'yes',
      }),
    ],
    ['a subject that begins with Auto:', rawMail('Wann kommt es?', { Subject: `Auto: Frage zum Fall ${number}` })],
    ['a subject about an absence', rawMail('Ich bin da.', { Subject: `Abwesenheit am Montag (Fall ${number})` })],
    ['a subject about office hours', rawMail('May I call?', { Subject: `Out of office hours? (case ${number})` })],
    [
      'an administrator on a list',
      rawMail('Hej, kan någon ringa mig?', { From: 'it-admin@firma.example', 'List-Id': '<personal.firma.example>' }),
    ],
    [
      'the owner of a shop',
      rawMail('Hej, kan någon ringa mig?', { From: 'butik-owner@butik.example', Precedence: 'list' }),
    ],
    [
      'the address of a list, without a digest',
      rawMail('Hej, kan någon ringa mig?', { From: 'x-request@listor.example', 'List-Id': '<x.listor.example>' }),
    ],
    [
      'a receipt that it was read, with words',
      report(
        'disposition-notification',
        'message/disposition-notification',
        'Det är inte jag som bett om detta. Ring mig.',
      ),
    ],
    [
      'a report whose text asks for a right',
      report('delivery-status', 'message/delivery-status', 'Jag vill ha ett registerutdrag. Jag bifogar studsen.'),
    ],
    ['a report in a person’s words', report('delivery-status', 'message/delivery-status', 'Vad är det här? Ring mig.')],
    [
      'a report about nobody',
      Buffer.from(
        report('delivery-status', 'message/delivery-status')
          .toString()
          .replace(/^Final.*$/m, 'X-Note: none'),
      ),
    ],
    [
      'a mailer whose text asks for a right',
      rawMail(access, { From: 'MAILER-DAEMON@mx.example', 'Return-Path': '<>' }),
    ],
  ])('is held: %s', async (_, raw) => {
    expect(await classified(raw)).toMatchObject({ disposition: 'hold' });
  });
});

describe('marks that are also on mail that people write', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['Auto-Submitted: auto-replied', { 'Auto-Submitted': 'auto-replied' }],
    ['Auto-Submitted: auto-generated', { 'Auto-Submitted': 'auto-generated' }],
    ['Auto-Submitted: auto-notified', { 'Auto-Submitted': 'auto-notified; owner-email=x' }],
    ['an empty return path', { 'Return-Path': '<>' }],
    ['X-Autoreply', { 'X-Autoreply': 'yes' }],
    ['an absence in its subject', { Subject: 'Automatic reply: (ärende 0123-4567-89ab-cdef)' }],
    ['two of them', { 'Auto-Submitted': 'auto-replied', 'Return-Path': '<>' }],
    ['a mailer as the sender', { From: 'MAILER-DAEMON@example.org' }],
    ['the type of a report, without a report', { 'Content-Type': 'multipart/report; boundary=x' }],
  ])('%s: a request is held, and its rights are listed', async (name, headers) => {
    const isReport = name.startsWith('the type');
    const raw = isReport
      ? rawMail(`--x\nContent-Type: text/plain; charset=utf-8\n\n${access}\n--x--`, headers)
      : rawMail(access, headers);
    expect(await classified(raw)).toMatchObject({
      disposition: isReport ? 'open-case' : 'hold',
      rights: ['access'],
    });
  });

  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['one mark', 'Jag är ledig till måndag.', { 'Auto-Submitted': 'auto-replied' }],
    [
      'a language that nobody here reads',
      'Dzień dobry, proszę o moje dane.',
      { 'X-Autoreply': 'yes', 'Return-Path': '<>' },
    ],
    ['a bulk mail', 'Big sale this week!', { 'List-Unsubscribe': '<https://shop.example/u>' }],
    ['Precedence: junk', 'Hej, hur går det?', { Precedence: 'junk' }],
  ])('words that nobody understands are held: %s', async (_, text, headers) => {
    expect(await classified(rawMail(text, headers))).toMatchObject({ disposition: 'hold', rights: ['unclear'] });
  });

  it('nor does a spam verdict drop what somebody wrote', async () => {
    const spam = { ...passed, spam: 'FAIL' } as const;
    expect(await classified(rawMail('Hej, hur går det?'), spam)).toMatchObject({ disposition: 'hold' });
  });

  it.each([
    ['Auto-Submitted: no', { 'Auto-Submitted': 'no' }],
    ['a bulk service that asks for somebody', { Precedence: 'bulk', 'List-Unsubscribe': '<https://robot.example/u>' }],
    [
      'a rule of a mailbox at Microsoft that passed it on',
      { 'Auto-Submitted': 'auto-generated', 'X-MS-Exchange-Generated-Message-Source': 'Mailbox Rules Agent' },
    ],
  ])('%s is no reason to hold a request', async (_, headers) => {
    expect(await classified(rawMail(access, headers))).toMatchObject({ disposition: 'open-case' });
  });
});

describe('a mail whose sender was replaced on the way', () => {
  it.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    ['a list', { 'List-Id': 'Ombud <ombud.listor.example>' }, undefined],
    ['Precedence: list', { Precedence: 'list' }, undefined],
    [
      'a list that puts itself in the place of the sender',
      { From: "'Anna Ek' via Lista <lista@listor.example>", 'X-Original-From': 'Anna Ek <anna@example.org>' },
      'anna@example.org',
    ],
    [
      'a group of our own that does',
      {
        From: '"Anna Ek via Dataskydd" <dataskydd@nordvik.example>',
        'List-Id': '<dataskydd.nordvik.example>',
        'Reply-To': 'Anna Ek <anna@example.org>',
      },
      'anna@example.org',
    ],
    ['such a list that hides who wrote', { From: 'Anna Ek via Lista <lista@listor.example>' }, 'Anna Ek'],
    ['a mailbox of our own', { From: 'Kundtjänst <kundtjanst@nordvik.example>' }, undefined],
    ['a colleague', { From: 'Per Kollega <per@nordvik.example>', Subject: 'VB: Registerutdrag' }, undefined],
  ])('has no proven requester: %s', async (_, headers, requester) => {
    const result = await classified(rawMail(access, headers));
    expect(result).toMatchObject({ disposition: 'hold', holdReason: 'requester-unknown', rights: ['access'] });
    expect(result.requester).toBe(requester);
  });

  it('a group of our own that keeps the sender unchanged makes no difference', async () => {
    const headers = { 'List-Id': 'Dataskydd <dataskydd.nordvik.example>' };
    expect(await classified(rawMail(access, headers))).toMatchObject({ disposition: 'open-case' });
  });
});

describe('a bounce', () => {
  it('a bounce of a mail of ours alerts its case, another does not', async () => {
    const bounce = (from: string): Buffer =>
      Buffer.from(
        [
          'From: mailer-daemon@mx.example.com',
          'Subject: Undelivered Mail Returned to Sender',
          'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
          '',
          '--b',
          'Content-Type: text/plain',
          '',
          'If you do so, please include this problem report. You can delete your own text from the attached returned message.',
          '--b',
          'Content-Type: message/rfc822',
          '',
          `From: ${from}`,
          'Subject: Vi har tagit emot din begäran (ärende 0123-4567-89ab-cdef)',
          '',
          'Jag vill att ni raderar mina uppgifter.',
          '--b--',
          '',
        ].join('\r\n'),
      );
    expect(await classified(bounce('dataskydd@nordvik.example'))).toMatchObject({ why: 'bounce', alertCase: true });
    expect(await classified(bounce('someone@example.com'))).not.toHaveProperty('alertCase');
  });
});

describe('whose words count', () => {
  it.each([
    [
      'a quotation with marks',
      'Tack!\n\nDen 2026-03-01 kl. 10:00, skrev Olle:\n> Jag vill att ni raderar mina uppgifter.',
    ],
    ['an original message', 'Tack!\n\n-----Ursprungligt meddelande-----\nJag vill att ni raderar mina uppgifter.'],
    [
      'a head',
      'Tack!\n\nFrån: Olle <olle@example.org>\nSkickat: den 1 mars 2026 10:00\nTill: Nordvik\nÄmne: x\n\nJag vill att ni raderar mina uppgifter.',
    ],
    [
      'an attribution broken over two lines',
      'Thanks!\n\nOn Sun, 1 Mar 2026 at 10:00, Olle Test\n<olle@example.org> wrote:\n> Please delete my data.',
    ],
    ['a signature', 'Tack!\n\n-- \nJag vill att ni raderar mina uppgifter. 070-174 06 10'],
    [
      'a Finnish quotation',
      'Kiitos!\n\nto 5. maalisk. 2026 klo 9.12 Nordvik (x@example.org) kirjoitti:\n> Poistakaa kaikki tietoni.',
    ],
  ])('not those in %s', async (_, text) => {
    expect(await classified(rawMail(text))).toMatchObject({
      rights: ['unclear'],
      identifiers: [],
      disposition: 'hold',
    });
  });

  it('but an answer between the lines of a quotation does', async () => {
    const text =
      'On 1 March 2026 Nordvik wrote:\n> What do you want?\nPlease send me a copy of my data.\n> Anything else?\nNo.';
    expect(await classified(rawMail(text))).toMatchObject({ rights: ['access'] });
  });

  it('not the subject of the mail to which it replies', async () => {
    const headers = { Subject: 'Re: Begäran om radering av mina uppgifter', 'In-Reply-To': '<x@example.com>' };
    expect(await classified(rawMail('Tack för hjälpen.', headers))).toMatchObject({ rights: ['unclear'] });
    const own = { Subject: 'Re: Begäran om radering av mina uppgifter' };
    expect(await classified(rawMail('', own))).toMatchObject({ rights: ['erasure'] });
  });

  it('an HTML mail is read as it is shown', async () => {
    const html =
      '<html><head><title>Radera mina uppgifter</title><style>p{}</style></head><body><p>Hej,</p>' +
      '<div style="display:none">Radera mina uppgifter nu</div><script>"Radera mina uppgifter"</script>' +
      '<p>Jag vill f&aring; veta vad ni har<br>om mig.</p><blockquote>Radera mina uppgifter</blockquote></body></html>';
    expect(await classified(rawMail(html, { 'Content-Type': 'text/html; charset=utf-8' }))).toMatchObject({
      rights: ['access'],
      language: 'sv',
    });
  });

  it('an attachment is not read, and the result says that it may contain more', async () => {
    const mail = (text: string): Buffer =>
      Buffer.from(
        `From: olle@example.org\r\nSubject: Blankett\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nRadera mina uppgifter\r\n--b--\r\n`,
      );
    expect(await classified(mail(access))).toMatchObject({ rights: ['access'], attachments: 1 });
    expect(await classified(mail('Se bilagan.'))).toMatchObject({ rights: ['unclear'], holdReason: 'request-unclear' });
  });
});

describe('the person in a request', () => {
  const identifiers = async (text: string, headers = {}): Promise<string[]> =>
    (await classified(rawMail(`${access.split('.')[0]}.\n\n${text}`, headers))).identifiers.map(
      ({ kind, value }) => `${kind} ${value}`,
    );

  it.each([
    ['Personnummer: 18900101-9802', ['personnummer 189001019802']],
    ['Mitt personnummer är 18900101-9803.', ['personnummer 189001019803']],
    ['Nummer 18900101-9803.', []],
    ['Telefon 070-174 06 12', ['phone +46701740612']],
    ['Ring 0701740631 gärna', ['phone +46701740631']],
    ['Call +46 70 174 06 44 or 0046701740645', ['phone +46701740644', 'phone +46701740645']],
    ['org.nr 402918-4472', ['organisationNumber 4029184472']],
    ['Kundnummer 10', ['customerNumber 10']],
    ['Mitt kundnummer hittade jag i ett gammalt mejl: K-104882.', ['customerNumber K-104882']],
    ['My customer number was C31990', ['customerNumber C31990']],
    ['Order NV-48811 och beställning 77120', ['orderNumber NV-48811', 'orderNumber 77120']],
    ['In order to 2024 nothing', []],
    ['Skriv till Olle.Test@Example.com, inte dataskydd@nordvik.example', ['email olle.test@example.com']],
    ['https://example.com/0701740631?mail=a@example.com [cid:image001.png@01DCAA41.05279C5E]', []],
    ['Den 2026-03-04 kl. 09:12', []],
  ])('%s', async (text, expected) => {
    expect(await identifiers(text)).toEqual(expected);
  });

  it('a number without a country code belongs to the sender’s country', async () => {
    const text = 'Hei, jeg ber om innsyn i alle opplysninger dere har om meg. Telefon: 22 34 56 78';
    expect((await classified(rawMail(text))).identifiers).toEqual([{ kind: 'phone', value: '+4722345678' }]);
  });

  it('an agent’s own numbers are not the client’s', async () => {
    const text =
      'Jag är ombud för Karin Exempel, kundnummer K-77. Min klient vill veta vilka uppgifter ni har om henne.\n\nLena Lag\nAdvokat\nTel 070-174 06 71\nlena@lag.example';
    expect(await classified(rawMail(text, { From: '"Lena Lag | Lagfirman" <lena@lag.example>' }))).toMatchObject({
      requester: 'Karin Exempel',
      rights: ['access'],
      identifiers: [{ kind: 'customerNumber', value: 'K-77' }],
      why: 'for-another-person',
    });
  });

  it.each([
    ['Jag begär registerutdrag för min mamma Anna Berg, anna@example.org. Jag har fullmakt.', 'Anna Berg'],
    ['Jag ber om registerutdrag för min son, 8 år.', undefined],
    ['Jag vill ha ett registerutdrag om vår dotter.', undefined],
    ['Jag är vårdnadshavare för Leo Berg och begär registerutdrag för honom.', 'Leo Berg'],
    ['Jag önskar ett registerutdrag åt min dotter Maja Berg, född 2015.', 'Maja Berg'],
    ['Registerutdrag för Anna Berg tack. Hon är min fru.', 'Anna Berg'],
    ['Min fru begär registerutdrag. Anna Berg, anna@example.org', undefined],
    ['Vi på Advokatbyrån begär registerutdrag avseende Anna Berg, 070-174 06 12.', 'Anna Berg'],
    ['Jag begär registerutdrag för min arbetsgivares räkning.', undefined],
    ['Jag begär registerutdrag enligt artikel 15 för vår son Leo och radering av hans konto.', undefined],
    ['Jag begär radering av min bortgångna mammas uppgifter enligt artikel 17 GDPR.', undefined],
    ['This is a subject access request under Article 15 GDPR for my late father.', undefined],
    ['I hold power of attorney for Anna Berg and make a subject access request for her.', undefined],
    ['I request a copy of the personal data about my mother Anna Berg under Article 15 GDPR.', 'Anna Berg'],
    ['Subject access request for my daughter Maja, aged 9.', undefined],
    ["Please erase my late father's account and all his data under Article 17 GDPR.", undefined],
    ['Subject access request under Article 15 GDPR for Anna Berg.', 'Anna Berg'],
  ])('a request for somebody else is not the sender’s own: %s', async (text, requester) => {
    const result = await classified(rawMail(text));
    expect(result.why).toBe('for-another-person');
    if (requester !== undefined) expect(result.requester).toBe(requester);
  });

  it('a request whose subject names somebody else is not the sender’s own', async () => {
    const mail = rawMail('Skicka dem hit. Jag begär registerutdrag.', { Subject: 'Registerutdrag för min mamma' });
    expect((await classified(mail)).why).toBe('for-another-person');
  });

  it.each([
    'Jag vill ha mitt registerutdrag enligt artikel 15. Min fru har redan fått sitt.',
    'Jag begär registerutdrag för Olle Test, tack.',
    'Jag begär registerutdrag för egen räkning.',
    'Subject Access Request for Personal Data: please send me a copy of all personal data you hold about me.',
    'Jag begär registerutdrag och alla personuppgifter som ni har om mig hos Nordvik Fritid AB.',
    'Please send me all data you hold about me, Olle Test, under Article 15 GDPR. My wife has an account too.',
  ])('a request that only mentions somebody is the sender’s own: %s', async (text) => {
    expect(await classified(rawMail(text))).toMatchObject({ why: 'asks-for-a-right', rights: ['access'] });
  });
});

describe('a mail that a colleague forwards', () => {
  const colleague = { From: 'Per Kollega <per@nordvik.example>', Subject: 'VB: Fråga' };
  const head =
    'Från: Anna Kund <anna@example.com>\nSkickat: den 24 februari 2026 16:41\nTill: Support\nÄmne: Mina uppgifter\n\n';

  it('is the request of the first sender who is not a colleague, from when it reached us', async () => {
    const text = `Kan ni ta hand om den här? Hon vill nog bli raderad.\n\nPer\n070-174 06 90\n\n-----Ursprungligt meddelande-----\n${head}Jag vill veta vad ni har om mig. Kundnummer K-88\n\nAnna`;
    expect(await classified(rawMail(text, colleague))).toMatchObject({
      from: 'per@nordvik.example',
      requester: 'anna@example.com',
      requesterAuthenticated: false,
      rights: ['access'],
      identifiers: [{ kind: 'customerNumber', value: 'K-88' }],
      clockStart: '2026-02-24T16:41:00+01:00',
    });
  });

  it('counts as such only if a colleague sent it', async () => {
    const text = `Se nedan\n\n${head}Jag vill veta vad ni har om mig.`;
    const result = await classified(rawMail(text, { From: 'x@example.net', Subject: 'VB: Fråga' }));
    expect(result).not.toHaveProperty('requester');
    expect(result).toMatchObject({ rights: ['unclear'], disposition: 'hold', holdReason: 'request-unclear' });
  });

  it('moves no period into the future or far back, or on an unproven word', async () => {
    const at = (date: string): Buffer =>
      rawMail(`${head.replace('24 februari 2026', date)}Jag vill veta vad ni har om mig.`, colleague);
    expect(await classified(at('24 februari 2027'))).not.toHaveProperty('clockStart');
    expect(await classified(at('24 februari 2020'))).not.toHaveProperty('clockStart');
    expect(await classified(at('24 februari 2026'), { ...passed, dmarc: 'FAIL' })).not.toHaveProperty('clockStart');
  });

  it.each([
    ['From: Anna <anna@example.com>\nSent: Tuesday, February 24, 2026 4:41 PM\nTo: Support\nSubject: x\n\n'],
    [
      '---------- Forwarded message ---------\nFrom: Anna <anna@example.com>\nDate: Tue, 24 Feb 2026 16:41:00 +0100\nSubject: x\n\n',
    ],
    ['Von: Anna <anna@example.com>\nGesendet: Dienstag, 24. Februar 2026 16:41\nAn: Support\nBetreff: x\n\n'],
    ['Lähettäjä: Anna <anna@example.com>\nLähetetty: tiistai 24. helmikuuta 2026 16.41\nVastaanottaja: Support\n\n'],
    ['> Fra: Anna <anna@example.com>\n> Dato: 24.02.2026 16:41\n> Til: Support\n> Emne: x\n\n'],
  ])('is read under the heads of other programs: %s', async (written) => {
    const result = await classified(rawMail(`fyi\n\n${written}I want to know what data you have about me.`, colleague));
    expect(result).toMatchObject({ requester: 'anna@example.com', rights: ['access'] });
    expect(Date.parse(result.clockStart ?? '')).toBe(Date.parse('2026-02-24T15:41:00Z'));
  });

  it('is read when it is enclosed as a mail', async () => {
    const raw = Buffer.from(
      'From: per@nordvik.example\r\nSubject: fyi\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nse bifogat\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: anna@example.com\r\nDate: Tue, 24 Feb 2026 16:41:00 +0100\r\nSubject: x\r\n\r\nPlease delete my account.\r\n--b--\r\n',
    );
    expect(await classified(raw)).toMatchObject({ requester: 'anna@example.com', rights: ['erasure'], attachments: 0 });
    // Enclosed in an infected mail it is not opened.
    expect(await classified(raw, { ...passed, virus: 'FAIL' })).not.toHaveProperty('requester');
  });
});

describe('the case to which a mail belongs', () => {
  it.each([
    ['Re: Vi har tagit emot din begäran (ärende 0123-4567-89ab-cdef)', '0123-4567-89ab-cdef'],
    ['SV: Your code (case 0123-4567-89AB-CDEF)', '0123-4567-89ab-cdef'],
    ['Re: [DSR-2026-0117] Vi har tagit emot', 'DSR-2026-0117'],
  ])('is named in "%s"', async (Subject, caseOf) => {
    expect(await classified(rawMail('Tack!', { Subject }))).toMatchObject({ disposition: 'attach-to-case', caseOf });
  });

  it('may be named by a Message-ID of ours, and by no other', async () => {
    const reply = (domain: string): Buffer =>
      rawMail(access, { Subject: 'Re: Hej', 'In-Reply-To': `<dsr-2026-0117.kvittens.1@${domain}>` });
    expect(await classified(reply('post.nordvik.example'))).toMatchObject({ caseOf: 'DSR-2026-0117' });
    expect(await classified(reply('nordvik.example.evil.example'))).not.toHaveProperty('caseOf');
  });

  it('is never read from header fields of ours that are in the mail', async () => {
    const headers = { 'X-Utdrag-Case': '0123-4567-89ab-cdef' };
    expect(await classified(rawMail(access, headers))).not.toHaveProperty('caseOf');
  });

  it('is the open one of the same person and right', async () => {
    const openCases: OpenCase[] = [
      { reference: '0123-4567-89ab-cdef', rights: ['access', 'erasure'], likeness: () => 'possible' },
    ];
    expect(await classified(rawMail(access), passed, { openCases })).toMatchObject({ caseOf: '0123-4567-89ab-cdef' });
    const other = rawMail('Rätta min adress, tack.');
    expect(await classified(other, passed, { openCases })).toMatchObject({ disposition: 'open-case' });
  });

  it.each([
    [['another', 'possible', 'same'], 'c'],
    [['another', 'possible'], 'b'],
    [['another', 'another'], undefined],
  ] as const)(
    'is the one that is surely theirs, otherwise one that may be, never another person’s: %j',
    async (all, of) => {
      const openCases = all.map((likeness, index): OpenCase => ({
        reference: 'abc'.charAt(index),
        rights: ['access'],
        likeness: () => likeness,
      }));
      expect((await classified(rawMail(access), passed, { openCases })).caseOf).toBe(of);
    },
  );

  it('is not withdrawn if the only open one is another person’s', async () => {
    const raw = rawMail('Jag tar tillbaka min begäran.');
    const one = (likeness: 'possible' | 'another'): OpenCase[] => [
      { reference: 'a', rights: ['access'], likeness: () => likeness },
    ];
    expect(await classified(raw, passed, { openCases: one('possible') })).toMatchObject({ why: 'takes-back' });
    expect(await classified(raw, passed, { openCases: one('another') })).toMatchObject({ disposition: 'hold' });
  });

  it('does not outweigh a reason to hold', async () => {
    const raw = rawMail('Tack', { Subject: 'Re: (ärende 0123-4567-89ab-cdef) mina uppgifter' });
    expect(await classified(raw, { ...passed, dmarc: 'FAIL' })).toMatchObject({ disposition: 'hold' });
  });
});

describe('what the header fields of a mail cannot do', () => {
  it('an encoded line break in the subject makes no field', async () => {
    const raw = rawMail(access, {
      Subject: '=?utf-8?Q?x=0D=0AFrom:_evil@example.com=0D=0AAuto-Submitted:_auto-replied?=',
    });
    expect(await classified(raw)).toMatchObject({ from: 'olle@example.org', disposition: 'open-case' });
  });

  it('a text that looks like a header stays text', async () => {
    const raw = rawMail(`X: y\nAuto-Submitted: auto-replied\n\n${access}`);
    expect(await classified(raw)).toMatchObject({ disposition: 'open-case' });
  });
});

describe('mails that we made for the tests', () => {
  const folder = path.join(import.meta.dirname, 'samples');
  it.each([
    ['registerutdrag.eml', { rights: ['access'], language: 'sv', disposition: 'open-case', attachments: 0 }],
    ['delete-html.eml', { rights: ['erasure'], language: 'en', disposition: 'open-case', attachments: 1 }],
    ['ausser-haus.eml', { rights: ['none'], language: 'de', disposition: 'no-case', why: 'automatic-reply' }],
    [
      'innsyn-latin1.eml',
      { rights: ['access'], language: 'nb', disposition: 'hold', holdReason: 'language-not-measured', attachments: 0 },
    ],
  ])('%s', async (file, expected) => {
    expect(await classified(readFileSync(path.join(folder, file)))).toMatchObject(expected);
  });
});

const shared = path.resolve(import.meta.dirname, '../../../../shared/data/mail');

describe.skipIf(!existsSync(shared))('the sixteen mails beside the repository', () => {
  it('have the expected result, in the order in which they came', async () => {
    const expectations = JSON.parse(readFileSync(path.join(shared, 'expectations.json'), 'utf8')) as Expectation[];
    expect(expectations.length).toBe(16);
    const opened: { from: string | null; file: string; rights: readonly string[] }[] = [];
    for (const expectation of expectations) {
      const { file, why: _, ...expected } = expectation;
      const from = expected.from;
      const openCases = opened
        .filter((one) => one.from === from)
        .map((one): OpenCase => ({ reference: one.file, rights: one.rights, likeness: () => 'possible' }));
      const raw = readFileSync(path.join(shared, file));
      const { why: __, holdReason: ___, ...actual } = await classified(raw, expected.verdicts, { openCases });
      expect({ file, ...sorted(actual) }).toEqual({ file, ...sorted(expected) });
      if (actual.disposition === 'open-case') opened.push({ from: actual.from, file, rights: actual.rights });
    }
  });
});
if (!existsSync(shared)) console.warn('skipped: the sixteen sample mails are not beside the repository');

interface Expectation {
  readonly file: string;
  readonly why: string;
  readonly from: string | null;
  readonly verdicts: typeof passed;
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
}

/** Identifiers as a set; the rest unchanged. */
function sorted(classification: Pick<Expectation, 'identifiers'>): object {
  return { ...classification, identifiers: classification.identifiers.map((one) => `${one.kind} ${one.value}`).sort() };
}
