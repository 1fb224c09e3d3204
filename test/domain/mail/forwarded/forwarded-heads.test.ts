import { describe, expect, it } from 'vitest';
import { classified, rawMail } from '../mail.ts';

const wish = 'Hej,\n\nJag vill veta vilka personuppgifter ni har om mig.\n\nÅsa Berg';
const colleague = { From: 'Karin Kollega <karin@nordvik.example>', Subject: 'VB: Registerutdrag' };
const asa = 'Åsa Berg <asa@example.org>';

describe('The header block under which a colleague forwards a mail', () => {
  it.each([
    ['Outlook, Swedish', `Från: ${asa}\nSkickat: den 5 november 2026 08:51\nTill: Kundtjänst\nÄmne: Utdrag\n\n`],
    ['another order', `Ämne: Utdrag\nTill: Kundtjänst\nSkickat: den 5 november 2026 08:51\nFrån: ${asa}\n\n`],
    [
      'Thunderbird',
      `-------- Forwarded Message --------\nSubject: \tUtdrag\nDate: \tThu, 5 Nov 2026 08:51:30 +0100\nFrom: \t${asa}\nTo: \tkundtjanst@nordvik.example\n\n`,
    ],
    [
      'Apple',
      `Begin forwarded message:\n\nFrom: ${asa}\nSubject: Utdrag\nDate: 5 November 2026 at 08:51:30 CET\nTo: kundtjanst@nordvik.example\n\n`,
    ],
    [
      'Apple, quoted',
      `> Börja vidarebefordrat meddelande:\n>\n> Från: ${asa}\n> Ämne: Utdrag\n> Datum: 5 november 2026 08:51\n> Till: kundtjanst@nordvik.example\n>\n`,
    ],
    [
      'Gmail',
      `---------- Forwarded message ---------\nFrom: **Åsa Berg** <asa@example.org>\nDate: tors 5 nov. 2026 kl 08:51\nSubject: Utdrag\nTo: <kundtjanst@nordvik.example>\n\n`,
    ],
    ['fields in bold', `*Från:* ${asa}\n*Skickat:* den 5 november 2026 08:51\n*Till:* Kundtjänst\n*Ämne:* Utdrag\n\n`],
    [
      'empty lines between the fields',
      `Från: ${asa}\n\nSkickat: den 5 november 2026 08:51\n\nTill: Kundtjänst\n\nÄmne: Utdrag\n\n`,
    ],
    [
      'the address in the next line',
      'Från: Åsa Berg\n<asa@example.org>\nSkickat: den 5 november 2026 08:51\nTill: Kundtjänst\n\n',
    ],
    ['each value in the next line', `Från:\n${asa}\nSkickat:\nden 5 november 2026 08:51\nTill:\nKundtjänst\n\n`],
    [
      'Outlook with mailto',
      'Från: Åsa Berg [mailto:asa@example.org]\nSkickat: den 5 november 2026 08:51\nTill: Kundtjänst\n\n',
    ],
    [
      'Yahoo, in one line',
      `----- Vidarebefordrat meddelande ----- Från: ${asa}Till: "k" <k@nordvik.example>Skickat: torsdag 5 november 2026 08:51:30 CETÄmne: Utdrag\n `,
    ],
    [
      'one line in another order',
      `----- Forwarded message ----- Subject: Utdrag Sent: 5 November 2026 08:51 To: Support From: ${asa}\n\n`,
    ],
    [
      'one line, French',
      `----- Message transféré ----- De : ${asa}À : "k" <k@nordvik.example>Envoyé : jeudi 5 novembre 2026Objet : Utdrag\n\n`,
    ],
    [
      'further fields',
      `Från: ${asa}\nSvara till: x@example.net\nPrioritet: Hög\nSkickat: den 5 november 2026 08:51\nTill: a@nordvik.example;\n b@nordvik.example\nÄmne: Utdrag\n\n`,
    ],
    ['German', `Von: ${asa}\nGesendet: Donnerstag, 5. November 2026 08:51\nAn: Support\nBetreff: Utdrag\n\n`],
    ['French', `De : ${asa}\nEnvoyé : jeudi 5 novembre 2026 08:51\nÀ : Support\nObjet : Utdrag\n\n`],
    ['Spanish', `De: ${asa}\nEnviado el: jueves, 5 de noviembre de 2026 8:51\nPara: Support\nAsunto: Utdrag\n\n`],
    ['Italian', `Da: ${asa}\nInviato: giovedì 5 novembre 2026 08:51\nA: Support\nOggetto: Utdrag\n\n`],
    ['Dutch', `Van: ${asa}\nVerzonden: donderdag 5 november 2026 08:51\nAan: Support\nOnderwerp: Utdrag\n\n`],
    ['Polish', `Od: ${asa}\nWysłano: czwartek, 5 listopada 2026 08:51\nDo: Support\nTemat: Utdrag\n\n`],
    [
      'Finnish',
      `Lähettäjä: ${asa}\nLähetetty: torstai 5. marraskuuta 2026 8.51\nVastaanottaja: Support\nAihe: Utdrag\n\n`,
    ],
    ['Danish', `Fra: ${asa}\nSendt: 5. november 2026 08:51\nTil: Support\nEmne: Utdrag\n\n`],
    ['Portuguese', `De: ${asa}\nEnviada em: 5 de novembro de 2026 08:51\nPara: Support\nAssunto: Utdrag\n\n`],
  ])('is read: %s', async (_, head) => {
    const result = await classified(rawMail(`Kan ni ta den här?\n\n${head}${wish}`, colleague), undefined, {
      receivedAt: '2026-11-29T08:00:00.000Z',
    });
    expect(result).toMatchObject({
      requester: 'asa@example.org',
      requesterAuthenticated: false,
      rights: ['access'],
      why: 'forwarded-by-colleague',
    });
  });

  it('in one line is followed by the text, whose first line may be indented', async () => {
    const head = `----- Forwarded Message ----- From: ${asa}To: "k" <k@nordvik.example>Sent: 5 November 2026Subject: My data`;
    const asks = 'Please send me a copy of all personal data you hold about me under Article 15 GDPR.';
    expect(await classified(rawMail(`${head}\n ${asks}`, colleague))).toMatchObject({
      requester: 'asa@example.org',
      rights: ['access'],
    });
  });

  it('is read in HTML without plain text beside it', async () => {
    const html = `<div>Se nedan</div><div id="divRplyFwdMsg"><p><b>Från:</b> Åsa Berg &lt;asa@example.org&gt;</p><p><b>Skickat:</b> den 5 november 2026</p><p><b>Ämne:</b> Utdrag</p></div><p>${wish}</p>`;
    const raw = rawMail(html, { ...colleague, 'Content-Type': 'text/html; charset=utf-8' });
    expect(await classified(raw)).toMatchObject({ requester: 'asa@example.org', rights: ['access'] });
  });

  it.each([
    ['no head at all', wish],
    [
      'one of another program',
      `----- Forwarded by Karin/Nordvik on 2026-11-05 -----\n\nÅsa Berg\n2026-11-05 08:51\n\n${wish}`,
    ],
    ['a name without an address', `Från: Åsa Berg\nSkickat: den 5 november 2026\nTill: Kundtjänst\n\n${wish}`],
    ['a colleague’s', `Från: Per <per@nordvik.example>\nSkickat: den 5 november 2026\nTill: Kundtjänst\n\n${wish}`],
  ])('that cannot be read makes nobody the person: %s', async (_, text) => {
    const result = await classified(rawMail(text, colleague));
    expect(result).toMatchObject({ disposition: 'hold', holdReason: 'requester-unknown' });
    expect(result).not.toHaveProperty('requester');
  });
});

describe('A text that looks like a header block and is a letter', () => {
  it('is not lost: it is held if nothing else was written', async () => {
    const letter = `Datum: 3 mars 2026\nTill: Nordvik AB\nFrån: Åsa Berg, Lund\nÄmne: Begäran\n\n${wish}`;
    expect(await classified(rawMail(letter))).toMatchObject({ disposition: 'hold' });
  });

  it('is no header block without a sender in it', async () => {
    const text = 'Jag vill veta vilka uppgifter ni har om mig.\n\nDatum: 3 mars 2026\nTill: er';
    expect(await classified(rawMail(text))).toMatchObject({ rights: ['access'], disposition: 'open-case' });
  });
});
