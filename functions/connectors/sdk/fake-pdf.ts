/**
 * Makes a small valid PDF for stand-ins: one A4 page with a title and lines of text. The same lines give the same
 * bytes. Characters outside Latin-1 become `?`.
 */
export function fakePdf(title: string, lines: readonly string[]): Uint8Array {
  const text = [`/F1 16 Tf 56 780 Td (${escaped(title)}) Tj`, '/F1 11 Tf 0 -14 Td'];
  for (const line of lines) text.push(`0 -18 Td (${escaped(line)}) Tj`);
  const content = `BT ${text.join('\n')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const entries = offsets.map((offset) => `${offset} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(body + table + trailer, 'latin1'));
}

// Replaces characters outside Latin-1. Then each character is one byte, and the lengths and offsets in the PDF are
// right.
function escaped(text: string): string {
  return text.replace(/[^\u0020-\u007e\u00a0-\u00ff]/g, '?').replace(/[\\()]/g, String.raw`\$&`);
}
