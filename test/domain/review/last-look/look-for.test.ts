import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookFor, type Sought } from '#domain/review/last-look/look-for.ts';
import { finderOf } from '#domain/review/occurrences.ts';
import { spellings } from '#domain/review/last-look/spellings.ts';
import { runs, seed } from '#test/support/random.ts';

const gustav: Sought = { text: 'Gustav Gran', kind: 'name' };
const phone: Sought = { text: '+46701740605', kind: 'phone' };
const number: Sought = { text: '189001019802', kind: 'personnummer' };
const email: Sought = { text: 'gustav.gran@example.org', kind: 'email' };
const asa: Sought = { text: 'Åsa Sjöö' };
const all = [gustav, phone, number, email, asa];

/** Which of the values are found in bytes that arrive in pieces of a given size. */
function found(
  sought: readonly Sought[],
  bytes: Uint8Array,
  piece = bytes.length + 1,
  own: readonly Sought[] = [],
): number[] {
  const hits = new Set<number>();
  const scan = lookFor(sought, { own }).start((value) => hits.add(value));
  for (let at = 0; at < bytes.length; at += piece) scan.add(bytes.subarray(at, at + piece));
  scan.end();
  return [...hits].sort();
}

function inText(sought: Sought, text: string, own: readonly Sought[] = []): boolean {
  return lookFor([sought], { own }).valuesIn(text).has(0);
}

function bigEndian(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

const words = 'Hon skrev att grannen ringde i går kväll, och frågade om staketet. ';

describe('the last look finds a value', () => {
  it.each([
    [gustav, 'gustav gran'],
    [gustav, 'GUSTAV GRAN'],
    [gustav, 'Gran, Gustav'],
    [gustav, 'Gustav\u00a0Gran'],
    [gustav, 'Gustav  -  Gran'],
    [gustav, 'Gustav\r\n  Gran'],
    [gustav, 'Gustav Grans bil'],
    [gustav, 'Gustav\u200bGran'],
    [gustav, 'Gus\u00adtav Gran'],
    [gustav, 'ＧＵＳＴＡＶ Ｇｒａｎ'],
    [gustav, '𝐆𝐮𝐬𝐭𝐚𝐯 Gran'],
    [gustav, 'Avtal_GustavGran_2024.pdf'],
    [gustav, '2024GustavGran1.pdf'],
    [gustav, '"Gustav";"Gran"'],
    [asa, 'ÅSA SJÖÖ'],
    [asa, 'A\u030asa Sjo\u0308o\u0308'],
    [asa, 'Asa Sjoo'],
    [asa, 'aasa.sjoeoe@example.com'],
    [phone, '070-174 06 05'],
    [phone, '070 174 06 05'],
    [phone, '0701740605'],
    [phone, '070.174.06.05'],
    [phone, '070/1740605'],
    [phone, '(070) 174 06 05'],
    [phone, '+46 70 174 06 05'],
    [phone, '+46 (0)70-174 06 05'],
    [phone, '0046701740605'],
    [phone, 'tel:+46701740605'],
    [phone, '070‑174 06 05'],
    [phone, '070\u202f174\u202f06\u202f05'],
    [phone, '０７０１７４０６０５'],
    [phone, '701740605'],
    [phone, 'Tel0701740605'],
    [number, '18900101-9802'],
    [number, '900101-9802'],
    [number, '900101+9802'],
    [number, '9001019802'],
    [number, '1890-01-01-9802'],
    [number, 'SE900101980201'],
    [email, 'GUSTAV.GRAN@EXAMPLE.ORG'],
    [email, '<mailto:gustav.gran@example.org>'],
  ])('%j spelled %j', (sought, text) => {
    expect(inText(sought, text)).toBe(true);
    expect(inText(sought, `${words}${text} ${words}`)).toBe(true);
  });

  it.each([
    ['JSON', '{"name":"\\u00c5sa Sj\\u00f6\\u00F6"}'],
    ['JSON, all letters', '"\\u00c5\\u0073\\u0061\\u0020\\u0053\\u006a\\u00f6\\u00f6"'],
    ['JSON after a line break', '"hej\\n\\u00c5sa Sjöö"'],
    ['JSON after a line break, plainly', '"hej\\nÅsa Sjöö"'],
    ['JSON in JSON', '"{\\"name\\":\\"\\\\u00c5sa Sj\\\\u00f6\\\\u00f6\\"}"'],
    ['HTML, named', '&Aring;sa&nbsp;Sj&ouml;&ouml;'],
    ['HTML, numbers', '&#197;sa&#32;Sj&#xf6;&#xF6;'],
    ['HTML, without semicolons', '&#197sa Sj&ouml&ouml'],
    ['HTML as text of HTML', '&amp;Aring;sa Sj&amp;ouml;&amp;#246;'],
    ['HTML with tags', '<b>Å</b>sa<br/><i>Sj</i>öö'],
    ['HTML with tags as text of HTML', '&lt;b&gt;Å&lt;/b&gt;sa&lt;br&gt;&lt;i class=&quot;a&quot;&gt;Sj&lt;/i&gt;öö'],
    ['HTML in JSON', '"\\u003cb\\u003eÅ\\u003c/b\\u003esa Sjöö"'],
    ['a URL', 'https://example.org/?q=%C3%85sa%20Sj%C3%B6%c3%b6'],
    ['a URL of ISO 8859-1', '?q=%C5sa+Sj%F6%f6'],
    ['a URL, encoded twice', '?q=%25C3%2585sa%2520Sj%25C3%25B6%25C3%25B6'],
    ['a mail', 'Grannen =C3=85sa=20Sj=C3=\r\n=B6=C3=B6'],
    ['a mail of ISO 8859-1', 'Grannen =C5s=\r\na Sj=F6=F6'],
    ['a header of a mail', `Subject: =?utf-8?B?${Buffer.from('Åsa Sjöö').toString('base64')}?=`],
    ['a header of a mail, quoted', 'Subject: =?iso-8859-1?Q?=C5sa_Sj=F6=F6?='],
    ['a formula of a spreadsheet', '\'="Åsa Sjöö"'],
    ['CSV', '1;"Hon sa ""Åsa"" Sjöö";2'],
    ['RTF', "{\\rtf1 \\'c5sa Sj\\'f6\\'f6}"],
    ['a text of PDF', '/Author (\\305sa Sj\\366\\366)'],
    ['a path', 'C:\\new\\Åsa Sjöö.docx'],
    ['a line of a number', 'Åsa\\tSjöö'],
  ])('in %s', (_, text) => {
    expect(inText(asa, text)).toBe(true);
    // With a letter less it is another value.
    expect(inText({ text: 'Åsa Sjöök' }, text)).toBe(false);
  });

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['ISO 8859-1', (text: string) => Buffer.from(text, 'latin1')],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big-endian', (text: string) => bigEndian(`\ufeff${text}`)],
    ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16, big-endian without a mark', bigEndian],
    [
      'UTF-16 inside other bytes',
      (text: string) => Buffer.concat([Buffer.alloc(901, 'x y '), Buffer.from(text, 'utf16le')]),
    ],
    ['base64', (text: string) => Buffer.from(Buffer.from(text).toString('base64'))],
    ['base64 for URLs', (text: string) => Buffer.from(`/d/${Buffer.from(text).toString('base64url')}?x`)],
    ['base64 of ISO 8859-1', (text: string) => Buffer.from(Buffer.from(text, 'latin1').toString('base64'))],
    ['base64 of UTF-16', (text: string) => Buffer.from(Buffer.from(text, 'utf16le').toString('base64'))],
    [
      'lines of base64',
      (text: string) =>
        Buffer.from(
          `Content:\r\n\r\n${Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\r\n')}\r\n\r\n--end`,
        ),
    ],
    [
      'lines of base64 in JSON',
      (text: string) =>
        Buffer.from(JSON.stringify({ c: Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\r\n') })),
    ],
    [
      'base64 in base64',
      (text: string) => Buffer.from(Buffer.from(Buffer.from(text).toString('base64')).toString('base64')),
    ],
  ])('in %s, wherever the pieces of the file end', (_, encoded) => {
    const bytes = encoded(`${words.repeat(3)}Åsa Sjöö och 070-174 06 05. ${words.repeat(20)}${email.text} ${words}`);
    for (const piece of [1, 2, 3, 7, 64, 1000, bytes.length]) expect(found(all, bytes, piece)).toEqual([0, 1, 3, 4]);
    const without = encoded(words.repeat(40));
    for (const piece of [1, 64, bytes.length]) expect(found(all, without, piece)).toEqual([]);
  });

  it('with letters outside of ISO 8859-1, in UTF-8 and UTF-16', () => {
    const names = [{ text: 'Marko Šimić' }, { text: 'Иван Петров' }, { text: '王小明一' }, { text: 'محمد علي' }];
    for (const bytes of [
      Buffer.from(names.map(({ text }) => text).join(', ')),
      Buffer.from(`${words}${names.map(({ text }) => text).join(', ')}`, 'utf16le'),
    ])
      expect(found(names, bytes)).toEqual([0, 1, 2, 3]);
    expect(found([{ text: 'Marko Šimić' }], Buffer.from(`${words} MARKO SIMIC`))).toEqual([0]);
  });

  it.each(['\r\n', '\n', '\\r\\n', '\r\n\r\n', ' '])(
    'after lines of base64 and %j, wherever the pieces end',
    (lineBreak) => {
      const data = Buffer.from(words.repeat(30)).toString('base64').replaceAll(/.{76}/g, `$&${lineBreak}`);
      const bytes = Buffer.from(`"${data.slice(0, -7)}${lineBreak}Anna${lineBreak}skrev"`);
      for (const piece of [1, 2, 3, 5, 11, 640, 641, 700, bytes.length])
        expect(found([{ text: 'Anna' }], bytes, piece)).toEqual([0]);
    },
  );

  it('at the very end and at the very start of a file', () => {
    for (const sought of all) expect(inText(sought, sought.text)).toBe(true);
  });

  it('of a long text by its start', () => {
    const text = `Först skrev hon brevet. ${words.repeat(20)}`;
    expect(inText({ text }, `x ${text}`)).toBe(true);
    expect(inText({ text }, `x ${text.slice(20)}`)).toBe(false);
  });
});

describe('the last look finds no value', () => {
  it.each([
    ['Anna', 'Johanna och Annandag'],
    ['Anna', '[annan person]'],
    ['Gustav', 'Gustavsson'],
    ['1234', 'a12345'],
    ['1234', '5f1234aa'],
    ['12345678', '123456789'],
    ['gustav.gran@example.org', 'gustavgran@example.org'],
    ['gustav.gran@example.org', 'gustav.gran@example.com'],
    ['+46701740605', '070-174 06 06'],
    ['189001019802', '1890010198021'],
    ['Storgatan 3', 'Storgatan 35'],
  ])('%j in %j', (text, content) => {
    expect(inText({ text }, content)).toBe(false);
  });

  it('of fewer than four letters and digits, which are only searched where they were masked', () => {
    expect(inText({ text: 'Bo' }, 'Bo')).toBe(false);
    expect(
      lookFor([{ text: 'Bo' }], { least: 1 })
        .valuesIn('Hej Bo!')
        .has(0),
    ).toBe(true);
    expect(
      lookFor([{ text: 'Bo' }], { least: 1 })
        .valuesIn('Hej Bosse!')
        .has(0),
    ).toBe(false);
  });

  it('by chance in bytes that are no text', () => {
    const names = [{ text: 'Anna' }, { text: '1234' }, { text: 'Gustav' }];
    const noise = Buffer.from('\u0003\u0011xx anna 1234 ', 'latin1');
    expect(found(names, noise)).toEqual([]);
    expect(found(names, Buffer.concat([noise, Buffer.from(' Gustav ')]))).toEqual([2]);
    expect(found(names, Buffer.concat([noise, Buffer.from(words), Buffer.from(' anna ')]))).toEqual([0]);
  });
});

describe('a value that is only a part of a longer word', () => {
  it.each([
    ['Anders Berg', 'Anders Bergman'],
    ['Anders Berg', 'Berg, Andersson'],
    ['Lena Andersson', 'Helena Andersson'],
    ['anna@example.org', 'johanna@example.org'],
    ['anna.berg@example.com', 'anna.berg@example.company'],
    ['Storgatan 112 lgh 1102', 'Norra Storgatan 112 lgh 11023'],
  ])('is not found: %j in %j', (text, longer) => {
    expect(inText({ text }, longer)).toBe(false);
    expect(inText({ text }, `${words}${longer} ${words}`)).toBe(false);
    expect(finderOf([text])(longer)).toEqual([]);
  });
});

describe('a value inside one of the person’s own values', () => {
  const own = [{ text: 'Anna Berg', kind: 'name' }, { text: 'anna.berg@example.org' }] as const;
  const anna = { text: 'Anna' };
  it.each(['Anna Berg', 'Berg, Anna', 'ANNA  BERG', 'anna.berg@example.org', 'Hej Anna Bergs hund', '&#65;nna Berg'])(
    'is not found: %j',
    (text) => {
      expect(inText(anna, text, own)).toBe(false);
      expect(inText(anna, text)).toBe(true);
    },
  );

  it.each(['Anna', 'Anna Bergman', 'Anna; Bo', 'Anna Berg och Anna', 'anna@example.org', 'Anna B'])(
    'is found outside of it: %j',
    (text) => {
      expect(inText(anna, text, own)).toBe(true);
    },
  );

  it('is not found if it is the whole own value', () => {
    expect(inText({ text: 'anna berg' }, 'Anna Berg', own)).toBe(false);
    expect(inText({ text: '070-174 06 05' }, '+46701740605', [phone])).toBe(false);
  });
});

describe('in any surroundings', () => {
  const spelled = fc.constantFrom(gustav, phone, number, email, asa).chain((sought) =>
    fc.record({
      sought: fc.constant(sought),
      text: fc.constantFrom(...spellings(sought.text, sought.kind)),
      isUpper: fc.boolean(),
      form: fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'),
      space: fc.constantFrom(' ', '\u00a0', '  ', '\t', '-', '\r\n', '\u200b '),
    }),
  );
  const escaped: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    (text) => [...text].map((one) => `&#${one.codePointAt(0)};`).join(''),
    (text) => text.replaceAll(/[^a-z]/gi, (one) => (one === '\u200b' ? '' : encodeURIComponent(one))),
    (text) => JSON.stringify(text),
    (text) => [...Buffer.from(text)].map((one) => `=${one.toString(16).padStart(2, '0').toUpperCase()}`).join(''),
    (text) => ` ${Buffer.from(`${words}${text} ${words}`).toString('base64')} `,
  ];
  const around = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom('', words, '\\', '&', '%', '=', '<', '\\u', '&amp', '%C3', '<p>', 'QUJD'.repeat(30), '{"a":"\\n'),
  );

  it('a value in any spelling and escape is found, wherever the pieces end', () => {
    fc.assert(
      fc.property(
        spelled,
        fc.constantFrom(...escaped),
        around,
        around,
        fc.integer({ min: 1, max: 400 }),
        ({ sought, text, isUpper, form, space }, escape, before, after, piece) => {
          const written = (isUpper ? text.toUpperCase() : text).normalize(form);
          const spaced = sought.kind === 'email' ? written : written.replaceAll(' ', space);
          const bytes = Buffer.from(`${before} . ${escape(spaced)} . ${after}`);
          expect(found([sought], bytes, piece)).toEqual([0]);
        },
      ),
      { seed, numRuns: runs(1200) },
    );
  });

  it('the same values are found however the file is split', () => {
    fc.assert(
      fc.property(fc.array(around, { maxLength: 12 }), fc.integer({ min: 1, max: 300 }), (parts, piece) => {
        const bytes = Buffer.from(parts.join(' Anna '));
        expect(found([{ text: 'Anna' }, gustav], bytes, piece)).toEqual(found([{ text: 'Anna' }, gustav], bytes));
      }),
      { seed, numRuns: runs(600) },
    );
  });
});
