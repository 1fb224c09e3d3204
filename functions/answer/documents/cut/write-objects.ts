import { createHash } from 'node:crypto';
import type { PdfEntries, PdfValue } from './pdf-value.ts';

/**
 * Writes a PDF file with these objects, which are numbered from 1. The first one is the catalog. The same objects give
 * the same bytes: the file has no date, and its id is a hash of its content.
 */
export function writeObjects(objects: readonly PdfValue[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let size = parts[0]?.length ?? 0;
  const hash = createHash('sha256');
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    const written = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), ...partsOf(object), Buffer.from('\nendobj\n')]);
    places.push(size);
    size += written.length;
    hash.update(written);
    parts.push(written);
  }
  const id = hash.digest('hex').slice(0, 32);
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<</Size ${count}/Root 1 0 R/ID[<${id}><${id}>]>>\nstartxref\n${size}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

function partsOf(object: PdfValue): readonly Buffer[] {
  if (object.kind !== 'stream') return [Buffer.from(textOf(object), 'latin1')];
  const entries = new Map<string, PdfValue>(object.entries);
  entries.set('Length', { kind: 'plain', text: String(object.data.length) });
  return [
    Buffer.from(`${entriesText(entries)}\nstream\n`, 'latin1'),
    Buffer.from(object.data),
    Buffer.from('\nendstream'),
  ];
}

function textOf(value: PdfValue): string {
  switch (value.kind) {
    case 'plain':
      return value.text;
    case 'name':
      return nameText(value.name);
    case 'list':
      return `[${value.items.map(textOf).join(' ')}]`;
    case 'dictionary':
      return entriesText(value.entries);
    case 'reference':
      return `${value.number} 0 R`;
    case 'stream':
      throw new Error('a stream is an object of its own');
  }
}

function entriesText(entries: PdfEntries): string {
  return `<<${[...entries].map(([name, value]) => `${nameText(name)} ${textOf(value)}`).join('')}>>`;
}

function nameText(name: string): string {
  const written = name.replaceAll(
    /[^!"$&'*-.0-;=?-Z\\^-z|~]/g,
    (one) => `#${one.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `/${written}`;
}
