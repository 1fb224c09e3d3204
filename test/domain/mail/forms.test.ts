import { describe, expect, it } from 'vitest';
import { parseMail } from '#domain/mail/parts/parse.ts';
import { classified, passed, rawMail } from './mail.ts';

const wish = 'Jag vill veta vilka personuppgifter ni har om mig.';
const html = (body: string, headers: Readonly<Record<string, string>> = {}): Buffer =>
  rawMail(body, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
const both = (plain: string, shown: string): Buffer =>
  rawMail(
    `--b\nContent-Type: text/plain; charset=utf-8\n\n${plain}\n--b\nContent-Type: text/html; charset=utf-8\n\n${shown}\n--b--`,
    { 'Content-Type': 'multipart/alternative; boundary=b' },
  );

describe('A mail as plain text and as HTML', () => {
  it.each([
    ['Your email client does not support HTML messages.'],
    ['Din e-postklient kan inte visa HTML.'],
    ['To view this message, open it in your web browser: https://example.org/x'],
    ['Hej,\n\nJag vill veta vilka'],
    [' '],
  ])('is what the HTML shows, if the text only replaces it: %s', async (plain) => {
    const result = await classified(both(plain, `<p>Hej,</p><p>${wish}</p>`));
    expect(result).toMatchObject({ rights: ['access'], disposition: 'open-case' });
  });

  it.each<[string, string, string, string[]]>([
    ['the text asks for more', `${wish} Radera sedan mina uppgifter.`, `<p>${wish}</p>`, ['access', 'erasure']],
    ['the HTML asks for something else', wish, '<p>Radera alla mina uppgifter.</p>', ['access']],
    ['only the HTML asks', 'Hej, tack för senast, vi hörs när du är tillbaka.', `<p>${wish}</p>`, ['access']],
    ['only the text asks', wish, '<p>Hej, vi hörs.</p>', ['access']],
    [
      'they name two people',
      `${wish} Personnummer 18900101-9802.`,
      `<p>${wish} Personnummer 18900102-9819.</p>`,
      ['access'],
    ],
  ])('is held if %s', async (_, plain, shown, rights) => {
    expect(await classified(both(plain, shown))).toMatchObject({
      disposition: 'hold',
      holdReason: 'readings-differ',
      rights,
    });
  });

  it('is what the HTML shows if the text leaves something out', async () => {
    const denied = '<p>Jag vill inte veta vilka personuppgifter ni har om mig.</p>';
    expect(await classified(both(wish, denied))).toMatchObject({ disposition: 'hold', rights: ['unclear'] });
  });

  it('is not held because of a signature or a preheader that requests nothing', async () => {
    const shown = `<div style="display:none">Ett mejl från Åsa</div><p>${wish}</p><p><b>Åsa</b> | Firman AB</p>`;
    expect(await classified(both(`${wish}\n\nÅsa`, shown))).toMatchObject({ disposition: 'open-case' });
  });

  it('is held if its hidden words would change what is requested, and they do not count', async () => {
    const raw = html(`<p>${wish}</p><p style="font-size:0">Radera alla mina uppgifter.</p>`);
    expect(await classified(raw)).toMatchObject({ rights: ['access'], holdReason: 'readings-differ' });
    const only = html(`<p>Hej!</p><p style="color:#fff">${wish}</p>`);
    expect(await classified(only)).toMatchObject({ rights: ['unclear'], disposition: 'hold' });
  });
});

describe('A mail with words that may or may not be visible', () => {
  const more = 'Radera alla mina uppgifter.';

  it.each<[string, string, string[]]>([
    ['a size in a unit of its own', `<p>${wish}</p><p style="font-size:0ch">${more}</p>`, ['access']],
    ['a colour that is not read', `<p>${wish}</p><p style="color:oklch(1 0 0)">${more}</p>`, ['access', 'erasure']],
    [
      'a rule under a condition',
      `<style>@media (min-width:1px){.x{opacity:0}}</style><p>${wish}</p><p class=x>${more}</p>`,
      ['access', 'erasure'],
    ],
    [
      'a style sheet behind the words',
      `<p>${wish}</p><p class=x>${more}</p><style>.x{display:none}</style>`,
      ['access'],
    ],
    ['closed details', `<p>${wish}</p><details><summary>a</summary>${more}</details>`, ['access', 'erasure']],
    ['a stroke', `<p>${wish}</p><p><s>${more}</s></p>`, ['access', 'erasure']],
    ['the whole request', `<p style="color:var(--text)">${wish}</p>`, ['access']],
    [
      'a denial',
      `<p>Jag vill <span style="color:lab(100 0 0)">inte</span> veta vilka personuppgifter ni har om mig.</p>`,
      ['unclear'],
    ],
  ])('is held if they change what is requested: %s', async (_, shown, rights) => {
    expect(await classified(html(shown))).toMatchObject({ disposition: 'hold', rights });
    if (rights[0] !== 'unclear') expect(await classified(html(shown))).toMatchObject({ holdReason: 'readings-differ' });
  });

  it.each([
    ['a greeting', `<p style="color:var(--text)">Hej!</p><p>${wish}</p>`],
    ['a footer', `<p>${wish}</p><p style="font-size:clamp(1px,2vw,3px)">Firman AB, Lund</p>`],
    [
      'a preheader and a narrow window',
      `<style>@media (max-width:600px){.w{display:none}}</style><div style="display:none;max-height:0;overflow:hidden;mso-hide:all">Hej</div><p class=w>Logotyp</p><p>${wish}</p>`,
    ],
    [
      'notes for Outlook',
      `<!--[if mso]><table><tr><td><![endif]--><p class=MsoNormal>${wish}</p><!--[if mso]></td></tr></table><![endif]-->`,
    ],
  ])('is as clear as any other if they change nothing: %s', async (_, shown) => {
    expect(await classified(html(shown))).toMatchObject({ disposition: 'open-case', rights: ['access'] });
  });

  it('is held if it has more style rules than are read', async () => {
    const rules = Array.from({ length: 200 }, (_, at) => `p:nth-child(${at}){color:red}`).join('');
    const shown = `<style>${rules}</style>${'<p>a</p>'.repeat(100)}<p>${wish}</p>`;
    expect(await classified(html(shown))).toMatchObject({ disposition: 'hold', holdReason: 'readings-differ' });
  });
});

describe('A mail without words', () => {
  const multipart = (part: string): Buffer =>
    rawMail(`--b\n${part}\n--b--`, { 'Content-Type': 'multipart/mixed; boundary=b', Subject: '' });

  it.each([
    ['a picture', multipart('Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=')],
    ['a picture in the text', multipart('Content-Type: image/png\nContent-Disposition: inline\nContent-ID: <x>\n\nx')],
    ['an HTML that is a picture', html('<img src="cid:x">', { Subject: '' })],
    ['an enclosed mail', multipart(`Content-Type: message/rfc822\n\nFrom: b@example.org\nSubject: x\n\n${wish}`)],
    ['a subject', rawMail('', { Subject: 'Hej' })],
    ['hidden words', html(`<p hidden>Hej</p>`, { Subject: '' })],
    ['a file', multipart('Content-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\nx')],
  ])('is held: %s', async (_, raw) => {
    expect(await classified(raw)).toMatchObject({ disposition: 'hold', rights: ['unclear'] });
  });

  it('and without anything else is dropped', async () => {
    expect(await classified(rawMail(' \n', { Subject: '' }))).toMatchObject({ disposition: 'no-case' });
  });

  it.each(['Begäran om registerutdrag', 'Radera mina uppgifter', 'Request for a copy of my personal data'])(
    'but with a right in its subject requests it: %s',
    async (Subject) => {
      expect(await classified(rawMail('', { Subject }))).toMatchObject({ disposition: 'open-case' });
    },
  );
});

describe('Character sets and line ends', () => {
  const encoded = (charset: string, bytes: Buffer, encoding = '8bit'): Buffer =>
    Buffer.concat([
      Buffer.from(
        `From: olle@example.org\r\nTo: dataskydd@nordvik.example\r\nSubject: Hej\r\n${charset === '' ? '' : `Content-Type: text/plain; charset=${charset}\r\n`}Content-Transfer-Encoding: ${encoding}\r\n\r\n`,
      ),
      bytes,
    ]);
  const swedish = 'Begäran: jag vill få en kopia på mina personuppgifter. Åsa Öst';
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(swedish, 'utf16le')]).toString('base64');

  it.each([
    ['UTF-8', encoded('utf-8', Buffer.from(swedish))],
    ['ISO 8859-1', encoded('iso-8859-1', Buffer.from(swedish, 'latin1'))],
    ['ISO 8859-15', encoded('ISO-8859-15', Buffer.from(swedish, 'latin1'))],
    ['Windows-1252', encoded('"windows-1252"', Buffer.from(swedish, 'latin1'))],
    ['UTF-16', encoded('utf-16', Buffer.from(utf16), 'base64')],
    ['UTF-8 that is not declared', encoded('', Buffer.from(swedish))],
    ['ISO 8859-1 that is not declared', encoded('', Buffer.from(swedish, 'latin1'))],
    ['UTF-8 that calls itself ASCII', encoded('us-ascii', Buffer.from(swedish))],
    ['ISO 8859-1 that calls itself ASCII', encoded('us-ascii', Buffer.from(swedish, 'latin1'))],
  ])('%s is read', async (_, raw) => {
    const parsed = await parseMail(raw, 'open');
    expect(parsed.ok ? parsed.mail.text.trim() : '').toBe(swedish);
    expect(await classified(raw)).toMatchObject({ rights: ['access'], disposition: 'open-case' });
  });

  it.each([
    ['a charset that nobody knows', encoded('x-klingon', Buffer.from(swedish, 'latin1'))],
    ['UTF-7', encoded('utf-7', Buffer.from('Jag vill veta vilka uppgifter ni har om mig. +AOU-sa'))],
    [
      'letters that are not what is said',
      encoded('utf-8', Buffer.from(`${swedish} Jag vill veta vad ni har om mig`, 'latin1')),
    ],
  ])('%s is held, and is not read as HTML', async (_, raw) => {
    expect(await classified(raw)).toMatchObject({ disposition: 'hold' });
  });

  it.each([
    ['LF', '\n'],
    ['CR', '\r'],
    ['CRLF', '\r\n'],
  ])('lines that end in %s are lines', async (_, end) => {
    const raw = Buffer.from(rawMail(`Hej,\n\n${wish}\n\nÅsa`).toString().replaceAll('\r\n', end));
    expect(await classified(raw)).toMatchObject({ from: 'olle@example.org', rights: ['access'] });
  });

  it('a CR among other line ends starts no header field', async () => {
    const raw = Buffer.from(rawMail(wish).toString().replace('Subject: Hej', 'Subject: Hej\rFrom: eva@example.net'));
    expect(await classified(raw)).toMatchObject({ from: 'olle@example.org' });
  });

  it.each([
    ['yes', 'Jag vill veta vilka personuppg \nifter ni har om mig.'],
    ['no', 'Jag vill veta \nvilka personuppgifter ni har \nom mig.'],
  ])('flowed text with DelSp=%s is joined', async (delsp, text) => {
    const raw = rawMail(text, { 'Content-Type': `text/plain; charset=utf-8; format=flowed; delsp=${delsp}` });
    const parsed = await parseMail(raw, 'open');
    expect(parsed.ok ? parsed.mail.text.trim() : '').toBe(wish);
  });
});

describe('A language whose phrases were not tested with mail of others', () => {
  it.each([
    ['nb', 'Hei, jeg ber om innsyn i alle opplysninger dere har om meg.', 'access'],
    ['da', 'Hej, jeg ønsker indsigt i de oplysninger, I har om mig.', 'access'],
    ['de', 'Guten Tag, bitte löschen Sie alle meine Daten.', 'erasure'],
    ['fi', 'Hei, poistakaa kaikki tietoni.', 'erasure'],
  ])('gives a proposal, and the mail is held: %s', async (language, text, right) => {
    expect(await classified(rawMail(text), passed)).toMatchObject({
      language,
      rights: [right],
      disposition: 'hold',
      holdReason: 'language-not-measured',
    });
  });
});
