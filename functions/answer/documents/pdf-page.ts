import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { free, heap, reserve } from './memory.ts';
import type { Pixels } from './png.ts';

/** Draws annotations too, because the person who gets the file sees them. */
const withAnnotations = 1;
const white = 0xff_ff_ff_ff;
/** The most UTF-16 code units of the text of a page. */
const longestText = 200_000;

/** Opens a page, from 1, for one use. `undefined`: the page cannot be opened. */
export function withPage<Result>(
  library: WrappedPdfiumModule,
  document: number,
  page: number,
  use: (page: number) => Result,
): Result | undefined {
  const opened = library.FPDF_LoadPage(document, page - 1);
  if (opened === 0) return undefined;
  try {
    return use(opened);
  } finally {
    library.FPDF_ClosePage(opened);
  }
}

/**
 * Draws a page of a document on white, with what stands in the fields of its forms. `scale`: pixels for each point (1/72
 * inch). `undefined`: it cannot be drawn.
 */
export function drawn(library: WrappedPdfiumModule, document: number, page: number, scale: number): Pixels | undefined {
  const width = Math.max(1, Math.round(library.FPDF_GetPageWidthF(page) * scale));
  const height = Math.max(1, Math.round(library.FPDF_GetPageHeightF(page) * scale));
  const bitmap = library.FPDFBitmap_Create(width, height, 0);
  if (bitmap === 0) return undefined;
  try {
    library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
    library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, withAnnotations);
    drawFields(library, document, page, { bitmap, width, height });
    const from = library.FPDFBitmap_GetBuffer(bitmap);
    return { width, height, bgrx: heap(library).slice(from, from + width * height * 4) };
  } finally {
    library.FPDFBitmap_Destroy(bitmap);
  }
}

/** `FPDF_RenderPageBitmap` leaves out the fields of forms, which every reader of PDF files shows. */
function drawFields(
  library: WrappedPdfiumModule,
  document: number,
  page: number,
  { bitmap, width, height }: { readonly bitmap: number; readonly width: number; readonly height: number },
): void {
  const info = library.PDFiumExt_OpenFormFillInfo();
  const form = library.PDFiumExt_InitFormFillEnvironment(document, info);
  try {
    if (form === 0) return;
    library.FORM_OnAfterLoadPage(page, form);
    library.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, withAnnotations);
    library.FORM_OnBeforeClosePage(page, form);
  } finally {
    if (form !== 0) library.PDFiumExt_ExitFormFillEnvironment(form);
    library.PDFiumExt_CloseFormFillInfo(info);
  }
}

/** The scale at which the longest side of a page has at most so many pixels. `undefined`: the page has no size. */
export function scaleFor(library: WrappedPdfiumModule, page: number, longestSide: number): number | undefined {
  const [wide, high] = [library.FPDF_GetPageWidthF(page), library.FPDF_GetPageHeightF(page)];
  return wide > 0 && high > 0 ? longestSide / Math.max(wide, high) : undefined;
}

/** The text of a page. */
export function textOf(library: WrappedPdfiumModule, page: number): string {
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
      free(library, into);
    }
  } finally {
    library.FPDFText_ClosePage(text);
  }
}
