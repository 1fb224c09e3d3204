/**
 * Makes a PDF file with a page of text for each of `texts`. `more` are further entries of the catalog and of the
 * trailer, and further objects, which are numbered from `3 + 2 × texts`.
 */
export function samplePdf(
  texts: readonly string[],
  more: { readonly catalog?: string; readonly trailer?: string; readonly objects?: readonly string[] } = {},
): Uint8Array {
  const page = (index: number): number => 4 + index * 2;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${more.catalog ?? ''} >>`,
    `<< /Type /Pages /Kids [${texts.map((_, index) => `${page(index)} 0 R`).join(' ')}] /Count ${texts.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...texts.flatMap((text, index) => {
      const content = `BT /F1 24 Tf 56 700 Td (${text}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${page(index) + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
    ...(more.objects ?? []),
  ];
  return pdfOf(objects, more.trailer);
}

/** Makes a PDF file with these objects, which are numbered from 1. The first one is the catalog. */
export function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${at} 00000 n \n`).join('')}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(body + table + end, 'latin1'));
}
