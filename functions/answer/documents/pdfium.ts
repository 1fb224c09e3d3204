import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import * as z from 'zod';
import { png } from './png.ts';
import type { WhyNot } from './why-not.ts';

/** What to read from a PDF file: page `page` (from 1), as an image of at most `mostBytes` or as text. */
export type PdfAsk =
  | { readonly as: 'image'; readonly page: number; readonly mostBytes: number }
  | { readonly as: 'text'; readonly page: number };

export type PdfAnswer =
  | { readonly kind: 'image'; readonly pages: number; readonly png: Uint8Array }
  | { readonly kind: 'text'; readonly pages: number; readonly text: string }
  /** The file does not have the requested page. */
  | { readonly kind: 'no-page'; readonly pages: number }
  | { readonly kind: 'cannot'; readonly reason: WhyNot };

const mostPages = 2000;
/** The longest side of an image, in pixels: an A4 page can be read at this size. */
const longestSide = 1600;
/** The most pixels for each point (1/72 inch) of a page. */
const mostScale = 2;
/** The code of pdfium for a file that needs a password. */
const passwordError = 4;
/** Annotations are drawn too, because the person who gets the file sees them. */
const withAnnotations = 1;
const white = 0xff_ff_ff_ff;
/** The most UTF-16 code units of the text of a page. */
const longestText = 200_000;

/** Reads PDF files. The library is loaded at the first file. */
export function pdfReader(): (bytes: Uint8Array, ask: PdfAsk) => Promise<PdfAnswer> {
  let loading: Promise<WrappedPdfiumModule> | undefined;
  return async (bytes, ask) => {
    loading ??= started();
    return answerOf(await loading, bytes, ask);
  };
}

async function started(): Promise<WrappedPdfiumModule> {
  const library = await init({});
  library.PDFiumExt_Init();
  return library;
}

function answerOf(library: WrappedPdfiumModule, bytes: Uint8Array, ask: PdfAsk): PdfAnswer {
  const file = reserve(library, bytes.length);
  heap(library).set(bytes, file);
  const document = library.FPDF_LoadMemDocument(file, bytes.length, '');
  try {
    if (document === 0)
      return { kind: 'cannot', reason: library.FPDF_GetLastError() === passwordError ? 'encrypted' : 'broken' };
    const pages = library.FPDF_GetPageCount(document);
    if (pages < 1) return { kind: 'cannot', reason: 'broken' };
    if (pages > mostPages) return { kind: 'cannot', reason: 'too-many-pages' };
    if (library.FPDFDoc_GetAttachmentCount(document) > 0) return { kind: 'cannot', reason: 'embedded-files' };
    if (ask.page > pages) return { kind: 'no-page', pages };
    return pageOf(library, document, pages, ask);
  } finally {
    if (document !== 0) library.FPDF_CloseDocument(document);
    library.pdfium.wasmExports.free(file);
  }
}

function pageOf(library: WrappedPdfiumModule, document: number, pages: number, ask: PdfAsk): PdfAnswer {
  const page = library.FPDF_LoadPage(document, ask.page - 1);
  if (page === 0) return { kind: 'cannot', reason: 'broken' };
  try {
    switch (ask.as) {
      case 'text':
        return { kind: 'text', pages, text: textOf(library, page) };
      case 'image': {
        const image = imageOf(library, page, ask.mostBytes);
        return image === undefined ? { kind: 'cannot', reason: 'broken' } : { kind: 'image', pages, png: image };
      }
    }
  } finally {
    library.FPDF_ClosePage(page);
  }
}

/** Draws a page on white. If the image is too large, it is drawn again with fewer pixels. */
function imageOf(library: WrappedPdfiumModule, page: number, mostBytes: number): Uint8Array | undefined {
  const [wide, high] = [library.FPDF_GetPageWidthF(page), library.FPDF_GetPageHeightF(page)];
  if (!(wide > 0 && high > 0)) return undefined;
  for (let scale = Math.min(mostScale, longestSide / Math.max(wide, high)); ; scale *= 0.7) {
    const width = Math.max(1, Math.round(wide * scale));
    const height = Math.max(1, Math.round(high * scale));
    const image = drawn(library, page, width, height);
    if (image === undefined || image.length <= mostBytes) return image;
  }
}

function drawn(library: WrappedPdfiumModule, page: number, width: number, height: number): Uint8Array | undefined {
  const bitmap = library.FPDFBitmap_Create(width, height, 0);
  if (bitmap === 0) return undefined;
  try {
    library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
    library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, withAnnotations);
    const from = library.FPDFBitmap_GetBuffer(bitmap);
    return png({ width, height, bgrx: heap(library).subarray(from, from + width * height * 4) });
  } finally {
    library.FPDFBitmap_Destroy(bitmap);
  }
}

function textOf(library: WrappedPdfiumModule, page: number): string {
  const text = library.FPDFText_LoadPage(page);
  if (text === 0) return '';
  try {
    const length = Math.min(library.FPDFText_CountChars(text), longestText);
    if (length <= 0) return '';
    // A character outside the basic plane is two code units, and a zero follows the last one.
    const into = reserve(library, (length * 2 + 1) * 2);
    try {
      // The count includes the zero.
      const units = Math.max(0, library.FPDFText_GetText(text, 0, length, into) - 1);
      return Buffer.from(heap(library).subarray(into, into + units * 2))
        .toString('utf16le')
        .replaceAll('\r\n', '\n');
    } finally {
      library.pdfium.wasmExports.free(into);
    }
  } finally {
    library.FPDFText_ClosePage(text);
  }
}

function reserve(library: WrappedPdfiumModule, bytes: number): number {
  const at = library.pdfium.wasmExports.malloc(bytes);
  if (at === 0) throw new Error('the library has no memory left');
  return at;
}

/** The memory of the library. The object is replaced when the memory grows, so nobody may keep it. */
function heap({ pdfium }: WrappedPdfiumModule): Uint8Array {
  return z.instanceof(Uint8Array).parse(Reflect.get(pdfium, 'HEAPU8'));
}
