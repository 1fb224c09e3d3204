import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pdfThread } from '#answer/documents/pdf.ts';
import { png } from '#answer/documents/png.ts';
import { showPage } from '#answer/documents/show-page.ts';
import { pdfOf, samplePdf } from '../../support/sample-pdf.ts';

const pdf = 'application/pdf';
const two = samplePdf(['First page of Zorn', 'Second page']);

/** A PDF file with one page, which has an annotation. */
function noted(kind: string, more: string): Uint8Array {
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>',
    '<< /Type /Page /Parent 2 0 R /Annots [4 0 R] >>',
    `<< /Type /Annot /Subtype /${kind} /Rect [10 10 30 30] ${more} >>`,
  ]);
}

/** How many pixels of a picture that `png` wrote are not white. */
function dark(picture: Uint8Array): number {
  const bytes = Buffer.from(picture);
  const length = bytes.readUInt32BE(33);
  return inflateSync(bytes.subarray(41, 41 + length)).filter((one) => one > 0 && one < 128).length;
}

describe('A PDF file', () => {
  it('is drawn page by page', async () => {
    const empty = await showPage(samplePdf(['']), pdf, 1, 'image');
    const written = await showPage(two, pdf, 2, 'image');
    if (written.kind !== 'image' || empty.kind !== 'image') throw new Error('no image');
    expect(written).toMatchObject({ pages: 2, mediaType: 'image/png' });
    expect(dark(empty.content)).toBe(0);
    expect(dark(written.content)).toBeGreaterThan(100);
  });

  it('is drawn with the values in the fields of its forms, and with its stamps', async () => {
    const annotated = async (annotation: string) => {
      const file = pdfOf([
        '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>',
        '<< /Type /Page /Parent 2 0 R /Annots [4 0 R] >>',
        `<< /Type /Annot ${annotation} /Rect [50 600 250 640] /AP << /N 5 0 R >> >>`,
        '<< /Type /XObject /Subtype /Form /BBox [0 0 200 40] /Length 22 >>\nstream\n0.3 g 0 0 200 40 re f \nendstream',
      ]);
      const shown = await showPage(file, pdf, 1, 'image');
      return shown.kind === 'image' ? dark(shown.content) : 0;
    };
    expect(await annotated('/Subtype /Widget /FT /Tx /T (name) /V (Zorn)')).toBe(await annotated('/Subtype /Stamp'));
    expect(await annotated('/Subtype /Stamp')).toBeGreaterThan(10_000);
  });

  it('gives the text of one page', async () => {
    expect(await showPage(two, pdf, 1, 'text')).toEqual({ kind: 'text', pages: 2, text: 'First page of Zorn' });
    expect(await showPage(two, pdf, 3, 'text')).toEqual({ kind: 'no-page', pages: 2 });
  });

  it('is recognised by its content, whatever its media type is', async () => {
    expect(await showPage(two, 'text/plain', 1, 'image')).toMatchObject({ kind: 'image', pages: 2 });
  });

  it('may have a script, which does not run', async () => {
    const script = samplePdf(['Text'], {
      catalog: '/OpenAction << /S /JavaScript /JS (while (true) {}) >>',
    });
    expect(await showPage(script, pdf, 1, 'text')).toMatchObject({ text: 'Text' });
  });

  const size = (box: string) =>
    Buffer.from(Buffer.from(two).toString('latin1').replaceAll('0 0 595 842', box), 'latin1');
  it.each([
    ['a large page', '0 0 14400 14400'],
    ['a long page', '0 0 10 900000'],
    ['a page without a size', '0 0 0 0'],
  ])('with %s gets an image with no more pixels than allowed', async (_, box) => {
    const shown = await showPage(size(box), pdf, 1, 'image');
    if (shown.kind !== 'image') throw new Error('no image');
    const bytes = Buffer.from(shown.content);
    expect(Math.max(bytes.readUInt32BE(16), bytes.readUInt32BE(20))).toBeLessThanOrEqual(1600);
  });

  it.each([
    ['that is damaged', Buffer.from('%PDF-1.7 text'), 'broken'],
    ['without a page', samplePdf([]), 'broken'],
    [
      'that needs a password',
      samplePdf(['Text'], {
        trailer: `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
      }),
      'encrypted',
    ],
    ['with 10,000 pages', samplePdf(Array.from({ length: 10_000 }, () => 'x')), 'too-many-pages'],
    [
      'with an embedded file, which no page shows',
      samplePdf(['Text'], {
        catalog: '/Names << /EmbeddedFiles << /Names [(a.txt) 6 0 R] >> >>',
        objects: [
          '<< /Type /Filespec /F (a.txt) /EF << /F 7 0 R >> >>',
          '<< /Type /EmbeddedFile /Length 4 >>\nstream\nZorn\nendstream',
        ],
      }),
      'embedded-files',
    ],
    [
      'with a file attached to the page, which its image does not show',
      noted('FileAttachment', '/FS << /Type /Filespec /F (a.txt) >>'),
      'embedded-files',
    ],
    ['with a comment, which its image does not show', noted('Text', '/Contents (Zorn called)'), 'comments'],
    ['with a comment on a marked word', noted('Highlight', '/Contents (Zorn called)'), 'comments'],
  ])('%s must be downloaded by staff', async (_, content, reason) => {
    expect(await showPage(content, pdf, 1, 'image')).toEqual({ kind: 'cannot', reason });
    // The failure does not affect the next file.
    expect(await showPage(two, pdf, 2, 'text')).toMatchObject({ text: 'Second page' });
  });

  it('that takes too long stops the thread, and the next file gets a new thread', async () => {
    const thread = pdfThread();
    expect(await thread.ask(two, { as: 'text', page: 1 }, 0)).toEqual({ kind: 'cannot', reason: 'too-slow' });
    expect(await thread.ask(two, { as: 'text', page: 1 }, 60_000)).toMatchObject({ text: 'First page of Zorn' });
    await thread.close();
  });
});

describe('A picture', () => {
  const one = png({ width: 1, height: 1, bgrx: Uint8Array.of(1, 2, 3, 0) });
  it('is shown as it is', async () => {
    expect(await showPage(one, 'application/octet-stream', 1, 'image')).toMatchObject({
      kind: 'image',
      pages: 1,
      mediaType: 'image/png',
      content: one,
    });
  });

  it('with too many pixels must be downloaded by staff', async () => {
    const bomb = Buffer.from(one);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    expect(await showPage(bomb, 'image/png', 1, 'image')).toEqual({ kind: 'cannot', reason: 'too-large' });
  });

  it.each(['II*\0........', '\0\0\0\x18ftypheic....'])(
    'of a type that browsers do not show must be downloaded by staff',
    async (text) => {
      expect(await showPage(Buffer.from(text, 'latin1'), 'image/tiff', 1, 'image')).toEqual({
        kind: 'cannot',
        reason: 'unknown-type',
      });
    },
  );
});

describe('A text', () => {
  it.each(['text/plain', 'text/csv', 'application/json', 'text/html; charset=utf-8'])(
    'of the type %s is shown as it is',
    async (type) => {
      const text = '<p hidden>Åsa; "x"</p>';
      expect(await showPage(Buffer.from(text), type, 1, 'image')).toEqual({ kind: 'text', pages: 1, text });
    },
  );

  it('is shown in pages that together contain all of it', async () => {
    const text = 'Å'.repeat(45_000);
    const pages = await Promise.all(
      [1, 2, 3].map(async (page) => await showPage(Buffer.from(text), 'text/plain', page, 'image')),
    );
    expect(pages.map((page) => (page.kind === 'text' ? page.text : '')).join('')).toBe(text);
  });

  it('in an older character set is readable', async () => {
    expect(await showPage(Buffer.from('Åsa', 'latin1'), 'text/plain', 1, 'image')).toMatchObject({ text: 'Åsa' });
  });

  it('with zero bytes must be downloaded by staff', async () => {
    expect(await showPage(Buffer.from('a\0b'), 'text/plain', 1, 'image')).toMatchObject({ kind: 'cannot' });
  });
});
