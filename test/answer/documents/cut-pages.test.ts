import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { assert, asyncProperty, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdfThread } from '#answer/documents/pdf.ts';
import { otherPages, type PageRange } from '#domain/review/pages.ts';
import { pdfOf, samplePdf } from '../../support/sample-pdf.ts';

const pdf = pdfThread();
const page2: readonly PageRange[] = [{ from: 2, to: 2 }];

async function cut(bytes: Uint8Array, without: readonly PageRange[] = page2) {
  return await pdf.ask(bytes, { as: 'cut', without }, 20_000);
}

async function made(bytes: Uint8Array, without: readonly PageRange[] = page2) {
  const answer = await cut(bytes, without);
  if (answer.kind !== 'cut') throw new Error(`not cut: ${JSON.stringify(answer)}`);
  return answer;
}

async function textOf(bytes: Uint8Array, page: number): Promise<string> {
  const answer = await pdf.ask(bytes, { as: 'text', page }, 20_000);
  return answer.kind === 'text' ? answer.text : answer.kind;
}

/** Everything that can be read in a file: its bytes, and the content of each compressed stream, in three encodings. */
function readable(bytes: Uint8Array): string {
  const all = Buffer.from(bytes);
  const streams = [...all.toString('latin1').matchAll(/stream\r?\n/g)].flatMap(({ index, 0: { length } }) => {
    try {
      return [inflateSync(all.subarray(index + length), { finishFlush: 2 })];
    } catch {
      return [];
    }
  });
  const texts = [all, ...streams].map((one) => one.toString('latin1'));
  const hex = texts.flatMap((text) => text.match(/<[\da-f\s]{4,}>/gi) ?? []);
  const strings = hex.map((one) => Buffer.from(one.slice(1), 'hex').toString('latin1'));
  return [...texts, ...strings].map((one) => one.replaceAll('\0', '')).join('\n');
}

/** A string with two bytes for each character, as most programs write titles. */
function wide(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

function stream(entries: string, content: string): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function shows(text: string): string {
  return `BT /F1 24 Tf 56 700 Td (${text}) Tj ET`;
}

/**
 * Three pages, one list of fonts and pictures for all of them, and on every way by which a file can hold a text a word
 * that belongs to page 2: each begins with `Gone`.
 */
const everywhere: readonly string[] = [
  `<< /Type /Catalog /Pages 2 0 R /Outlines 10 0 R /Metadata 12 0 R /AcroForm << /Fields [13 0 R] >> /Names << /JavaScript << /Names [${wide('GoneScriptName')} 14 0 R] >> /Dests << /Names [(GoneDest) [5 0 R /Fit]] >> >> /OpenAction << /S /JavaScript /JS (GoneOpenAction) >> /PageLabels << /Nums [0 << /P (GoneLabel) >>] >> /PieceInfo << /App << /Private (GonePiece) >> >> /StructTreeRoot << /Type /StructTreeRoot /K << /S /P /Alt (GoneAlt) /Pg 5 0 R >> >> >>`,
  '<< /Type /Pages /Kids [4 0 R 5 0 R 6 0 R] /Count 3 /Resources 3 0 R /MediaBox [0 0 595 842] >>',
  '<< /Font << /F1 18 0 R >> /XObject << /Shared 19 0 R /Only2 20 0 R /Picture2 21 0 R >> >>',
  '<< /Type /Page /Parent 2 0 R /Contents 7 0 R /Annots [15 0 R 22 0 R] /PieceInfo << /App << /Private (GonePrivate) >> >> /AA << /O << /S /JavaScript /JS (GonePageAction) >> >> /StructParents 0 >>',
  '<< /Type /Page /Parent 2 0 R /Contents 8 0 R /Annots [16 0 R 17 0 R] /Metadata 23 0 R >>',
  '<< /Type /Page /Parent 2 0 R /Contents [9 0 R] >>',
  stream('', `${shows('StayFirst')} q /Shared Do Q`),
  stream('', `${shows('GoneText')} q /Shared Do Q q /Only2 Do Q q 9 0 0 9 0 0 cm /Picture2 Do Q`),
  stream('', shows('StayLast')),
  '<< /Type /Outlines /First 11 0 R /Last 11 0 R /Count 1 >>',
  `<< /Title ${wide('GoneBookmark')} /Parent 10 0 R /Dest [5 0 R /Fit] >>`,
  stream('/Type /Metadata /Subtype /XML', '<x:xmpmeta><dc:title>GoneXmp</dc:title></x:xmpmeta>'),
  '<< /FT /Tx /T (field) /V (GoneFieldValue) /DV (GoneDefault) /Kids [15 0 R 16 0 R] >>',
  '<< /S /JavaScript /JS (GoneScript) >>',
  '<< /Type /Annot /Subtype /Widget /Parent 13 0 R /Rect [50 600 250 640] /P 4 0 R /AP << /N 24 0 R >> /A << /S /JavaScript /JS (GoneFieldAction) >> >>',
  '<< /Type /Annot /Subtype /Widget /Parent 13 0 R /Rect [50 600 250 640] /P 5 0 R /MK << /CA (GoneCaption) >> >>',
  `<< /Type /Annot /Subtype /Text /Contents ${wide('GoneComment')} /Rect [10 10 30 30] /P 5 0 R /Popup << /Type /Annot /Subtype /Popup /Contents (GonePopup) /Rect [1 1 9 9] >> >>`,
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  stream(
    '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources 3 0 R /Metadata 12 0 R',
    'BT /F1 20 Tf 56 500 Td (StayShared) Tj ET',
  ),
  stream('/Type /XObject /Subtype /Form /BBox [0 0 595 842]', 'BT /F1 20 Tf 56 400 Td (GoneForm) Tj ET'),
  stream('/Type /XObject /Subtype /Image /Width 8 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray', 'GonePict'),
  '<< /Type /Annot /Subtype /Link /Rect [1 1 9 9] /Dest [5 0 R /Fit] /A << /S /URI /URI (https://example.org/GoneLink) >> >>',
  stream('/Type /Metadata /Subtype /XML', '<dc:title>GonePageXmp</dc:title>'),
  stream(
    '/Type /XObject /Subtype /Form /BBox [0 0 200 40] /Resources << /Font << /F1 18 0 R >> >>',
    'BT /F1 12 Tf 2 10 Td (StayField) Tj ET',
  ),
  `<< /Title ${wide('GoneTitle')} /Author (GoneAuthor) >>`,
];
const hidden = pdfOf(everywhere, '/Info 25 0 R');

/** The same file as modern programs write it: all objects that are no streams are in one compressed stream. */
function withObjectStream(objects: readonly string[]): Uint8Array {
  const isPacked = (object: string): boolean => !object.includes('stream\n');
  const packed = objects.flatMap((object, index) => (isPacked(object) ? [{ number: index + 1, object }] : []));
  let inside = '';
  const places = packed.map(({ number, object }) => {
    const place = `${number} ${inside.length}`;
    inside += `${object}\n`;
    return place;
  });
  const header = `${places.join(' ')}\n`;
  const last = objects.length + 1;
  const data = deflateSync(Buffer.from(header + inside, 'latin1')).toString('latin1');
  const parts = objects
    .map((object, index) => ({ number: index + 1, object }))
    .filter(({ object }) => !isPacked(object));
  const container = stream(`/Type /ObjStm /N ${packed.length} /First ${header.length} /Filter /FlateDecode`, data);
  let body = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const { number, object } of [...parts, { number: last, object: container }]) {
    offsets.set(number, body.length);
    body += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const rows = Buffer.alloc((last + 2) * 7);
  for (let number = 1; number <= last + 1; number += 1) {
    const offset = number === last + 1 ? body.length : offsets.get(number);
    const at = packed.findIndex((one) => one.number === number);
    rows[number * 7] = offset === undefined ? 2 : 1;
    rows.writeUInt32BE(offset ?? last, number * 7 + 1);
    rows.writeUInt16BE(offset === undefined ? at : 0, number * 7 + 5);
  }
  const table = stream(`/Type /XRef /Size ${last + 2} /W [1 4 2] /Root 1 0 R /Info 25 0 R`, rows.toString('latin1'));
  return Buffer.from(`${body}${last + 1} 0 obj\n${table}\nendobj\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
}

/** The file after somebody has changed the text of page 2 and saved it: the earlier text is still in it. */
function savedAgain(file: Uint8Array): Uint8Array {
  const before = Buffer.from(file).toString('latin1');
  const start = /startxref\n(\d+)\n%%EOF\n$/.exec(before)?.[1] ?? '';
  const changed = `8 0 obj\n${stream('', shows('GoneNew'))}\nendobj\n`;
  const table = `xref\n8 1\n${String(before.length).padStart(10, '0')} 00000 n \n`;
  const size = everywhere.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info 25 0 R /Prev ${start} >>\n`;
  const end = `startxref\n${before.length + changed.length}\n%%EOF\n`;
  return Buffer.from(before + changed + table + trailer + end, 'latin1');
}

describe('A document without some of its pages', () => {
  it.each([
    ['a plain file', hidden],
    ['a file with compressed objects', withObjectStream(everywhere)],
    ['a file that was saved again, with its earlier version', savedAgain(hidden)],
  ])('contains nothing of a page that is left out: %s', async (_, file) => {
    const before = readable(file);
    const words = new Set(before.match(/Gone\w+/g));
    expect(words.size).toBeGreaterThan(20);
    const { pages, pdf: after, text } = await made(file);
    expect(pages).toBe(3);
    expect(readable(after)).not.toContain('Gone');
    expect(await textOf(after, 1)).toContain('StayFirst');
    expect(await textOf(after, 1)).toContain('StayShared');
    expect(await textOf(after, 1)).toContain('StayField');
    expect(await textOf(after, 2)).toBe('StayLast');
    expect(await textOf(after, 3)).toBe('no-page');
    expect(text).toContain('StayLast');
    expect(text).not.toContain('Gone');
  });

  it('has the same bytes each time', async () => {
    const other = pdfThread();
    const first = await made(hidden);
    await made(samplePdf(['a', 'b']));
    const again = await other.ask(hidden, { as: 'cut', without: page2 }, 20_000);
    await other.close();
    expect(again).toEqual(first);
    expect(await made(hidden)).toEqual(first);
  });

  it('has exactly the other pages, in their order', async () => {
    const texts = Array.from({ length: 9 }, (_, index) => `Word${index + 1}x`);
    const file = samplePdf(texts);
    await assert(
      asyncProperty(subarray([1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 1, maxLength: 8 }), async (left) => {
        const without = left.map((page) => ({ from: page, to: page }));
        const stay = texts.filter((_, index) => !left.includes(index + 1));
        const { pdf: after, text } = await made(file, without);
        expect(text.split('\n')).toEqual(stay);
        for (const [index, one] of stay.entries()) expect(await textOf(after, index + 1)).toBe(one);
        expect(otherPages(without, 9).reduce((sum, { from, to }) => sum + to - from + 1, 0)).toBe(stay.length);
      }),
      { numRuns: 15 },
    );
  });

  it('looks the same on the other pages, also with a stamp', async () => {
    // The edges of letters in fields of forms are smoothed in another way, so this file has a stamp and no field.
    const stamped = pdfOf(
      everywhere.map((object, index) =>
        index === 3
          ? object.replace('15 0 R', '')
          : index === 21
            ? '<< /Type /Annot /Subtype /Stamp /Rect [300 300 500 340] /AP << /N 24 0 R >> >>'
            : object,
      ),
    );
    const { pdf: after } = await made(stamped);
    const image = async (file: Uint8Array, page: number) => {
      const answer = await pdf.ask(file, { as: 'image', page, mostBytes: 4_000_000 }, 20_000);
      return answer.kind === 'image' ? Buffer.from(answer.png).toString('base64') : answer.kind;
    };
    expect(await image(after, 1)).toBe(await image(stamped, 1));
    expect(await image(after, 2)).toBe(await image(stamped, 3));
  });

  it.each([
    ['all pages', samplePdf(['a', 'b']), [{ from: 1, to: 2 }], { kind: 'no-page-left', pages: 2 }],
    ['a page that it does not have', samplePdf(['a', 'b']), [{ from: 2, to: 3 }], { kind: 'no-page', pages: 2 }],
  ])('is not made without %s', async (_, file, without, answer) => {
    expect(await cut(file, without)).toEqual(answer);
  });

  const noted = (kind: string, more: string) =>
    pdfOf(
      everywhere.map((object, index) =>
        index === 21 ? `<< /Type /Annot /Subtype /${kind} /Rect [10 10 30 30] ${more} >>` : object,
      ),
    );
  it.each([
    ['is damaged', Buffer.from('%PDF-1.7 text'), 'broken'],
    [
      'needs a password',
      samplePdf(['Text', 'More'], {
        trailer: `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
      }),
      'encrypted',
    ],
    ['has a comment on a page that stays', noted('Text', '/Contents (A comment)'), 'comments'],
    [
      'has a file attached to a page that stays',
      noted('FileAttachment', '/FS << /Type /Filespec /F (a.txt) >>'),
      'embedded-files',
    ],
    [
      'has embedded files',
      samplePdf(['Text', 'More'], {
        catalog: '/Names << /EmbeddedFiles << /Names [(a.txt) 8 0 R] >> >>',
        objects: ['<< /Type /Filespec /F (a.txt) /EF << /F 9 0 R >> >>', stream('/Type /EmbeddedFile', 'Zorn')],
      }),
      'embedded-files',
    ],
    [
      'has a layer that is switched off on a page that stays',
      pdfOf(
        everywhere
          .map((object, index) => {
            if (index === 0)
              return `${object.slice(0, -2)} /OCProperties << /OCGs [26 0 R] /D << /OFF [26 0 R] >> >> >>`;
            if (index === 18) return object.replace('/Subtype /Form', '/Subtype /Form /OC 26 0 R');
            return object;
          })
          .concat('<< /Type /OCG /Name (Layer) >>'),
      ),
      'looks-different',
    ],
  ])('is not made if the file %s', async (_, file, reason) => {
    expect(await cut(file)).toEqual({ kind: expect.stringMatching(/^cannot/), reason });
  });

  it('ends the thread if it takes too long', async () => {
    const many = samplePdf(Array.from({ length: 1500 }, (_, index) => `Page ${index}`));
    expect(await pdf.ask(many, { as: 'cut', without: page2 }, 200)).toEqual({ kind: 'cannot', reason: 'too-slow' });
    expect((await made(samplePdf(['a', 'b']))).pages).toBe(2);
  });

  const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;
  it.skipIf(!hasQpdf)('is a file without faults for qpdf', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'utdrag-cut-'));
    try {
      const file = path.join(folder, 'cut.pdf');
      writeFileSync(file, (await made(hidden)).pdf);
      expect(execFileSync('qpdf', ['--check', file]).toString()).toContain('No syntax or stream encoding errors');
      expect(execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-']).toString('latin1')).not.toContain(
        'Gone',
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
