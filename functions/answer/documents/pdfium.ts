import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { PageRange } from '#domain/review/pages.ts';
import { cutPages } from './cut/cut-pages.ts';
import { hiddenIn } from './hidden-content.ts';
import { free, heap, reserve } from './memory.ts';
import { drawn, scaleFor, textOf, withPage } from './pdf-page.ts';
import { png } from './png.ts';
import type { WhyNot, WhyNotCut } from './why-not.ts';

/** Page `page` (from 1), as an image of at most `mostBytes` or as text. */
type PdfPageAsk =
  | { readonly as: 'image'; readonly page: number; readonly mostBytes: number }
  | { readonly as: 'text'; readonly page: number };

/** What to read from a PDF file: one of its pages, or a new file without the pages `without`. */
export type PdfAsk = PdfPageAsk | { readonly as: 'cut'; readonly without: readonly PageRange[] };

export type PdfAnswer =
  | { readonly kind: 'image'; readonly pages: number; readonly png: Uint8Array }
  | { readonly kind: 'text'; readonly pages: number; readonly text: string }
  /** A new file with the other pages, and the text that stands on them. `pages`: of the file that was read. */
  | { readonly kind: 'cut'; readonly pages: number; readonly pdf: Uint8Array; readonly text: string }
  /** The file does not have the requested page, or not all of the pages that are to be left out. */
  | { readonly kind: 'no-page'; readonly pages: number }
  /** All pages of the file were to be left out. */
  | { readonly kind: 'no-page-left'; readonly pages: number }
  | { readonly kind: 'cannot'; readonly reason: WhyNot }
  | { readonly kind: 'cannot-cut'; readonly reason: WhyNotCut };

const mostPages = 2000;
/** The longest side of an image, in pixels: an A4 page can be read at this size. */
const longestSide = 1600;
/** The most pixels for each point (1/72 inch) of a page. */
const mostScale = 2;
/** The code of pdfium for a file that needs a password. */
const passwordError = 4;
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
    if (ask.as === 'cut') return cutPages(library, { document, pages }, ask.without);
    if (ask.page > pages) return { kind: 'no-page', pages };
    return pageOf(library, document, pages, ask);
  } finally {
    if (document !== 0) library.FPDF_CloseDocument(document);
    free(library, file);
  }
}

function pageOf(library: WrappedPdfiumModule, document: number, pages: number, ask: PdfPageAsk): PdfAnswer {
  const answer = withPage(library, document, ask.page, (page): PdfAnswer => {
    switch (ask.as) {
      case 'text':
        return { kind: 'text', pages, text: textOf(library, page) };
      case 'image': {
        const hidden = hiddenIn(library, page);
        if (hidden !== undefined) return { kind: 'cannot', reason: hidden };
        const image = imageOf(library, document, page, ask.mostBytes);
        return image === undefined ? { kind: 'cannot', reason: 'broken' } : { kind: 'image', pages, png: image };
      }
    }
  });
  return answer ?? { kind: 'cannot', reason: 'broken' };
}

/** Draws a page on white. If the image is too large, it is drawn again with fewer pixels. */
function imageOf(
  library: WrappedPdfiumModule,
  document: number,
  page: number,
  mostBytes: number,
): Uint8Array | undefined {
  const largest = scaleFor(library, page, longestSide);
  if (largest === undefined) return undefined;
  for (let scale = Math.min(mostScale, largest); ; scale *= 0.7) {
    const pixels = drawn(library, document, page, scale);
    const image = pixels === undefined ? undefined : png(pixels);
    if (image === undefined || image.length <= mostBytes) return image;
  }
}
