import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyMail } from '#domain/mail/classify.ts';
import { readHtml } from '#domain/mail/html/html-text.ts';
import { bounds, parseHeaderOnly, parseMail } from '#domain/mail/parts/parse.ts';
import { classified, context, passed, rawMail } from './mail.ts';
import { processorSeconds } from '#test/support/processor-time.ts';

const access = 'Hej, jag vill veta vilka uppgifter ni har om mig.';

/** Reads and classifies a mail. It throws only if the code under test does. */
async function survives(raw: Uint8Array): Promise<string> {
  const parsed = await parseMail(raw, 'open');
  const mail = parsed.ok ? parsed.mail : await parseHeaderOnly(raw);
  return classifyMail(mail, passed, context).disposition;
}

const fragment = fc.oneof(
  fc.constantFrom(
    'From: a@example.org\r\n',
    'from: "b@example.com" <c@example.org>\r\n',
    'Content-Type: multipart/mixed; boundary=x\r\n',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="x"\r\n',
    'Content-Type: text/html; charset=utf-7\r\n',
    'Content-Type: message/rfc822\r\n',
    'Content-Transfer-Encoding: base64\r\n',
    'Content-Transfer-Encoding: quoted-printable\r\n',
    'Subject: =?utf-8?B?////?= =?x?Q?=ZZ?=\r\n',
    'References: <dsr-2026-0117.1@nordvik.example>\r\n',
    'List-Id: <\r\n',
    '\r\n',
    '--x\r\n',
    '--x--\r\n',
    '> ',
    'Från: A <a@example.com>\r\nSkickat: den 31 februari 2026 25:99\r\n',
    'jag vill få veta vad ni har om mig',
    'kundnummer ',
    '0701740610 ',
    '<div hidden><blockquote>',
    '&#x110000;&#0;&aring',
    '\u0000\ud800\u202e',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

describe('whatever is sent', () => {
  it('random bytes never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        await survives(bytes);
      }),
      { numRuns: 500 },
    );
  });

  it('random MIME never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fragment, { maxLength: 40 }), async (parts) => {
        await survives(Buffer.from(parts.join('')));
      }),
      { numRuns: 1_000 },
    );
  });

  it('no HTML throws or leaves a tag', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fragment, fc.constantFrom('<', '>', '<p>', '</p>', '<!--', '-->', '<script>')), {
          maxLength: 60,
        }),
        (parts) => {
          expect(readHtml(parts.join('')).shown).not.toMatch(/<(p|script|div)>/);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a line of 100 KB', 'x'.repeat(100_000)],
    ['blanks', ' '.repeat(100_000)],
    ['addresses', 'a@'.repeat(50_000)],
    ['digits', '0701740610 '.repeat(10_000)],
    ['labels', 'kundnummer order '.repeat(6_000)],
    ['heads', 'Från: a@example.com\n'.repeat(5_000)],
    ['quotation marks', '> '.repeat(50_000)],
    ['empty lines', '\n'.repeat(50_000)],
    ['attributions', 'On 2 wrote: \n'.repeat(8_000)],
  ])('%s after a request: quick, and the request is still recognised', async (_, text) => {
    const start = processorSeconds();
    expect(await survives(rawMail(`${access}\n\n${text}`))).toBe('open-case');
    expect(processorSeconds() - start).toBeLessThan(5);
  });

  it('forty levels are read, and a thousand are refused by name', async () => {
    const nested = (levels: number): Buffer => {
      const open = Array.from(
        { length: levels },
        (_, level) => `Content-Type: multipart/mixed; boundary=b${level}x\r\n\r\n--b${level}x\r\n`,
      );
      return Buffer.from(
        `From: a@example.org\r\n${open.join('')}Content-Type: text/plain; charset=utf-8\r\n\r\n${access}\r\n`,
      );
    };
    expect(await classified(nested(40))).toMatchObject({ rights: ['access'], disposition: 'open-case' });
    expect(await parseMail(nested(1_000), 'open')).toEqual({ ok: false, code: 'too-deep' });
  });

  it.each([
    ['too-large', () => Buffer.alloc(bounds.bytes + 1, 0x61)],
    ['too-many-lines', () => rawMail('\n'.repeat(bounds.lines + 1))],
    ['too-many-parts', () => rawMail('\n--x'.repeat(bounds.parts + 1))],
    ['too-many-headers', () => Buffer.from(`${'X: y\r\n'.repeat(bounds.headers + 1)}\r\n`)],
    ['too-many-headers', () => Buffer.from(`X: ${'y'.repeat(bounds.headerBytes + 1)}\r\n\r\n`)],
  ] as const)('%s is refused by name', async (code, raw) => {
    expect(await parseMail(raw(), 'open')).toEqual({ ok: false, code });
  });

  it('a large attachment is counted and not kept in memory', async () => {
    const base64 = `${'A'.repeat(76)}\r\n`.repeat(200_000);
    const raw = Buffer.from(
      `From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${access}\r\n--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n${base64}\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=b.pdf\r\n\r\nx\r\n--b--\r\n`,
    );
    const start = processorSeconds();
    expect(await classified(raw)).toMatchObject({ attachments: 2, disposition: 'open-case' });
    expect(processorSeconds() - start).toBeLessThan(5);
  });
});
