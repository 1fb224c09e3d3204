import type { PdfObjects, PdfValue } from './pdf-value.ts';

/** The objects of a file, and the entry `Root` of its trailer. */
export interface ReadPdf {
  readonly objects: PdfObjects;
  readonly root: PdfValue | undefined;
}

/**
 * Reads a PDF file as pdfium writes it: one object after the other, without object streams, and each stream with its
 * length in its dictionary. Throws on any other file.
 */
export function readObjects(bytes: Uint8Array): ReadPdf {
  const reader = new Reader(bytes);
  const objects = new Map<number, PdfValue>();
  for (;;) {
    const word = reader.word();
    if (word === 'xref') break;
    const number = Number(word);
    reader.word();
    if (!Number.isInteger(number) || reader.word() !== 'obj') throw new Error('no object begins here');
    objects.set(number, reader.object());
    if (reader.word() !== 'endobj') throw new Error('an object does not end');
  }
  while (reader.word() !== 'trailer');
  const trailer = reader.value();
  return { objects, root: trailer.kind === 'dictionary' ? trailer.entries.get('Root') : undefined };
}

const space = /[\0\t\n\f\r ]/;
const delimiter = /[\0\t\n\f\r ()<>[\]{}/%]/;
/** No file of a vendor nests its values deeper. */
const deepest = 100;

class Reader {
  private readonly text: string;
  private readonly bytes: Uint8Array;
  private at = 0;
  private depth = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  }

  /** The next characters up to a space or a delimiter. Throws at the end of the file. */
  word(): string {
    this.skip();
    const from = this.at;
    while (this.at < this.text.length && !delimiter.test(this.text.charAt(this.at))) this.at += 1;
    if (this.at === from) throw new Error('a word was expected');
    return this.text.slice(from, this.at);
  }

  /** The value of an object, which can be a stream. */
  object(): PdfValue {
    const value = this.value();
    this.skip();
    if (value.kind !== 'dictionary' || !this.text.startsWith('stream', this.at)) return value;
    this.at += 'stream'.length;
    if (this.text.charAt(this.at) === '\r') this.at += 1;
    if (this.text.charAt(this.at) === '\n') this.at += 1;
    const length = value.entries.get('Length');
    const size = length?.kind === 'plain' ? Number(length.text) : Number.NaN;
    if (!Number.isInteger(size) || this.at + size > this.bytes.length) throw new Error('a stream has no length');
    const data = this.bytes.slice(this.at, this.at + size);
    this.at += size;
    if (this.word() !== 'endstream') throw new Error('a stream does not end');
    return { kind: 'stream', entries: value.entries, data };
  }

  value(): PdfValue {
    this.skip();
    this.depth += 1;
    if (this.depth > deepest) throw new Error('values are nested too deep');
    const value = this.undelimited();
    this.depth -= 1;
    return value;
  }

  private undelimited(): PdfValue {
    const from = this.at;
    switch (this.text.charAt(from)) {
      case '/':
        return { kind: 'name', name: this.name() };
      case '(':
        return this.textString(from);
      case '[':
        this.at += 1;
        return { kind: 'list', items: this.until(']') };
      case '<':
        return this.text.charAt(from + 1) === '<' ? this.dictionary() : this.hexString(from);
      default:
        return this.wordOrReference();
    }
  }

  private name(): string {
    this.at += 1;
    const from = this.at;
    while (this.at < this.text.length && !delimiter.test(this.text.charAt(this.at))) this.at += 1;
    return nameOf(this.text.slice(from, this.at));
  }

  private textString(from: number): PdfValue {
    let open = 0;
    do {
      const one = this.text.charAt(this.at);
      if (one === '') throw new Error('a string does not end');
      if (one === '\\') this.at += 1;
      if (one === '(') open += 1;
      if (one === ')') open -= 1;
      this.at += 1;
    } while (open > 0);
    return { kind: 'plain', text: this.text.slice(from, this.at) };
  }

  private hexString(from: number): PdfValue {
    const end = this.text.indexOf('>', from);
    if (end === -1) throw new Error('a string does not end');
    this.at = end + 1;
    return { kind: 'plain', text: this.text.slice(from, this.at) };
  }

  private dictionary(): PdfValue {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    const items = this.until('>>');
    for (const [index, key] of items.entries()) {
      if (index % 2 === 1) continue;
      const value = items[index + 1];
      if (key.kind !== 'name' || value === undefined) throw new Error('a dictionary has no names');
      entries.set(key.name, value);
    }
    return { kind: 'dictionary', entries };
  }

  private until(end: string): readonly PdfValue[] {
    const items: PdfValue[] = [];
    for (;;) {
      this.skip();
      if (this.text.startsWith(end, this.at)) break;
      items.push(this.value());
    }
    this.at += end.length;
    return items;
  }

  private wordOrReference(): PdfValue {
    const text = this.word();
    if (/^\d+$/.test(text)) {
      const reference = /^[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?=[\0\t\n\f\r ()<>[\]{}/%])/.exec(
        this.text.slice(this.at, this.at + 40),
      );
      if (reference !== null) {
        this.at += reference[0].length;
        return { kind: 'reference', number: Number(text) };
      }
    }
    return { kind: 'plain', text };
  }

  private skip(): void {
    for (;;) {
      while (this.at < this.text.length && space.test(this.text.charAt(this.at))) this.at += 1;
      if (this.text.charAt(this.at) !== '%') return;
      while (this.at < this.text.length && !/[\r\n]/.test(this.text.charAt(this.at))) this.at += 1;
    }
  }
}

/** A name without its escapes: `A#42` is the same name as `AB`. */
export function nameOf(written: string): string {
  return written.replaceAll(/#([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
