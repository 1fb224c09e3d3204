import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { countOf, otherPages, type PageRange } from '#domain/review/pages.ts';
import { hiddenIn, removeLinks } from '../hidden-content.ts';
import { free, heap, reserve } from '../memory.ts';
import { drawn, scaleFor, textOf, withPage } from '../pdf-page.ts';
import type { PdfAnswer } from '../pdfium.ts';
import type { Pixels } from '../png.ts';
import { keptObjects, pagesOf } from './kept-objects.ts';
import { holdsAny, wordsOf } from './left-over.ts';
import { readObjects } from './read-objects.ts';
import { writeObjects } from './write-objects.ts';

/** A file that the library has opened. */
interface Opened {
  readonly document: number;
  readonly pages: number;
}

/** The longest side of the images that are compared, in pixels. */
const comparedSide = 500;
/** Squares of so many pixels are compared: the edges of letters are smoothed in another way in the fields of forms. */
const square = 4;
/** Two images are alike if no square is darker or lighter by more than this (of 255). */
const mostDifference = 24;

/**
 * Makes a new PDF file without some pages of another.
 *
 * The library copies the pages that stay into a file of their own, and draws their annotations into them. Of that file
 * only what these pages need to be drawn is written. So titles of chapters, attachments, forms, scripts, metadata and
 * earlier versions are not in it, and no fonts and pictures of other pages.
 *
 * The new file is then read again: each page must look as before and have its words, and no word that stood only on a
 * page that is left out may be found. Otherwise there is no new file.
 */
export function cutPages(
  library: WrappedPdfiumModule,
  { document, pages }: Opened,
  without: readonly PageRange[],
): PdfAnswer {
  if (without.some(({ to }) => to > pages)) return { kind: 'no-page', pages };
  const kept = numbersIn(otherPages(without, pages));
  if (kept.length === 0) return { kind: 'no-page-left', pages };
  const gone = numbersIn(without).map((page) => using(library, document, page, (one) => textOf(library, one)));
  for (const page of kept) {
    const hidden = using(library, document, page, (one) => {
      removeLinks(library, one);
      // Only the image of annotations is in the new page, so this content would be lost without a notice.
      return hiddenIn(library, one);
    });
    if (hidden !== undefined) return { kind: 'cannot', reason: hidden };
  }
  const { objects, root } = readObjects(copyOf(library, document, kept));
  const pdf = writeObjects(keptObjects(objects, pagesOf(objects, root)));
  return withFile(library, pdf, (made) => {
    if (made === 0 || library.FPDF_GetPageCount(made) !== kept.length) return { kind: 'cannot', reason: 'broken' };
    const isSame = kept.every((page, index) =>
      isAlike(lookOf(library, document, page), lookOf(library, made, index + 1)),
    );
    if (!isSame) return { kind: 'cannot-cut', reason: 'looks-different' };
    const text = kept.map((_, index) => using(library, made, index + 1, (one) => textOf(library, one))).join('\n');
    const stays = wordsOf(text);
    const only = new Set([...wordsOf(gone.join('\n'))].filter((word) => !stays.has(word)));
    return holdsAny(readObjects(pdf).objects, only)
      ? { kind: 'cannot-cut', reason: 'left-over' }
      : { kind: 'cut', pages, pdf, text };
  });
}

/** Opens a page that the file has. */
function using<Result>(
  library: WrappedPdfiumModule,
  document: number,
  page: number,
  use: (page: number) => Result,
): Result {
  const used = withPage(library, document, page, (one) => ({ result: use(one) }));
  if (used === undefined) throw new Error('a page cannot be opened');
  return used.result;
}

interface Look {
  readonly words: ReadonlySet<string>;
  readonly pixels: Pixels | undefined;
}

function lookOf(library: WrappedPdfiumModule, document: number, page: number): Look {
  return using(library, document, page, (one) => {
    const scale = scaleFor(library, one, comparedSide);
    return {
      words: wordsOf(textOf(library, one)),
      pixels: scale === undefined ? undefined : drawn(library, document, one, scale),
    };
  });
}

function isAlike(before: Look, after: Look): boolean {
  if (after.pixels === undefined || before.pixels === undefined) return false;
  const [one, other] = [before.pixels, after.pixels];
  if (one.width !== other.width || one.height !== other.height) return false;
  const [greys, others] = [greysOf(one), greysOf(other)];
  if (greys.some((grey, at) => Math.abs(grey - (others[at] ?? 0)) > mostDifference)) return false;
  return [...before.words].every((word) => after.words.has(word));
}

/** How light each square of an image is, row by row. */
function greysOf({ width, height, bgrx }: Pixels): Float64Array {
  const across = Math.ceil(width / square);
  const greys = new Float64Array(across * Math.ceil(height / square));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const light = ((bgrx[at] ?? 0) + (bgrx[at + 1] ?? 0) + (bgrx[at + 2] ?? 0)) / 3;
      const to = Math.floor(y / square) * across + Math.floor(x / square);
      greys[to] = (greys[to] ?? 0) + light / square ** 2;
    }
  return greys;
}

/** A file with these pages, as the library writes it. */
function copyOf(library: WrappedPdfiumModule, document: number, pages: readonly number[]): Uint8Array {
  const made = library.FPDF_CreateNewDocument();
  const indices = reserve(library, pages.length * 4);
  const writer = library.PDFiumExt_OpenFileWriter();
  try {
    heap(library).set(new Uint8Array(Int32Array.from(pages, (page) => page - 1).buffer), indices);
    if (!library.FPDF_ImportPagesByIndex(made, document, indices, pages.length, 0))
      throw new Error('the pages cannot be copied');
    // In the new file a page has its own list of fonts. Without one it would lose them here.
    for (const index of pages.keys())
      if (using(library, made, index + 1, (page) => library.FPDFPage_Flatten(page, 0)) === 0)
        throw new Error('the annotations of a page cannot be drawn into it');
    library.PDFiumExt_SaveAsCopy(made, writer);
    const size = library.PDFiumExt_GetFileWriterSize(writer);
    const into = reserve(library, size);
    try {
      library.PDFiumExt_GetFileWriterData(writer, into, size);
      return heap(library).slice(into, into + size);
    } finally {
      free(library, into);
    }
  } finally {
    library.PDFiumExt_CloseFileWriter(writer);
    free(library, indices);
    library.FPDF_CloseDocument(made);
  }
}

function withFile<Result>(library: WrappedPdfiumModule, bytes: Uint8Array, use: (document: number) => Result): Result {
  const file = reserve(library, bytes.length);
  heap(library).set(bytes, file);
  const document = library.FPDF_LoadMemDocument(file, bytes.length, '');
  try {
    return use(document);
  } finally {
    if (document !== 0) library.FPDF_CloseDocument(document);
    free(library, file);
  }
}

function numbersIn(ranges: readonly PageRange[]): readonly number[] {
  return ranges.flatMap(({ from, to }) => Array.from({ length: countOf([{ from, to }]) }, (_, index) => from + index));
}
