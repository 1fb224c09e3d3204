import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

// The numbers that pdfium gives to kinds of annotations (`public/fpdf_annot.h`).
const [link, freeText, fileAttachment, widget] = [2, 3, 17, 20];

/**
 * What a page contains that its image does not show: comments, or a file that is attached to the page. `undefined`: there
 * is no such content.
 */
export function hiddenIn(library: WrappedPdfiumModule, page: number): 'comments' | 'embedded-files' | undefined {
  let hidden: 'comments' | 'embedded-files' | undefined;
  for (let index = 0; index < library.FPDFPage_GetAnnotCount(page); index += 1) {
    const annotation = library.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    const kind = library.FPDFAnnot_GetSubtype(annotation);
    // The text ends with a zero of two bytes.
    const hasText = library.FPDFAnnot_GetStringValue(annotation, 'Contents', 0, 0) > 2;
    library.FPDFPage_CloseAnnot(annotation);
    if (kind === fileAttachment) hidden = 'embedded-files';
    else if (hasText && kind !== link && kind !== freeText && kind !== widget) hidden ??= 'comments';
  }
  return hidden;
}

/** Removes the links of a page. In a file without some of its pages they lead nowhere, and some have a border. */
export function removeLinks(library: WrappedPdfiumModule, page: number): void {
  for (let index = library.FPDFPage_GetAnnotCount(page) - 1; index >= 0; index -= 1) {
    const annotation = library.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    const kind = library.FPDFAnnot_GetSubtype(annotation);
    library.FPDFPage_CloseAnnot(annotation);
    if (kind === link) library.FPDFPage_RemoveAnnot(page, index);
  }
}
