import { decoded } from './decoded.ts';
import type { PdfObjects, PdfValue } from './pdf-value.ts';

/** A shorter word stands in a file by chance, for example as the name of a font. */
const leastLetters = 4;

/** The words of a text, without the short ones. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word).filter((word) => word.length >= leastLetters),
  );
}

/**
 * Whether a text or a string of a file holds one of the words. Fonts are not searched: their programs and tables hold
 * names, and the shapes of letters.
 */
export function holdsAny(objects: PdfObjects, words: ReadonlySet<string>): boolean {
  if (words.size === 0) return false;
  const isIn = (bytes: Uint8Array): boolean => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // A text of PDF has one byte for each character, or two after a byte order mark; forms can have UTF-8.
    const read = [buffer.toString('latin1'), buffer.toString('utf8'), swapped(buffer, 0), swapped(buffer, 1)];
    return read.some((text) => [...wordsOf(text)].some((word) => words.has(word)));
  };
  const look = (value: PdfValue): boolean => {
    switch (value.kind) {
      case 'plain':
        return /^[(<]/.test(value.text) && isIn(stringBytes(value.text));
      case 'name':
        return isIn(Buffer.from(value.name, 'latin1'));
      case 'reference':
        return false;
      case 'list':
        return value.items.some(look);
      case 'dictionary':
        return !isOfFont(value) && [...value.entries.values()].some(look);
      case 'stream': {
        if ([...value.entries.values()].some(look)) return true;
        const content = isText(value) ? decoded(objects, value) : undefined;
        return content !== undefined && isIn(content);
      }
    }
  };
  return [...objects.values()].some(look);
}

function swapped(buffer: Buffer, from: number): string {
  const even = Buffer.from(buffer.subarray(from, buffer.length - ((buffer.length - from) % 2)));
  return even.swap16().toString('utf16le');
}

function isOfFont(value: Extract<PdfValue, { readonly kind: 'dictionary' }>): boolean {
  const type = value.entries.get('Type');
  return type?.kind === 'name' && ['Font', 'FontDescriptor', 'Encoding'].includes(type.name);
}

/** Pictures, colour profiles and programs of fonts are no texts. */
function isText({ entries }: Extract<PdfValue, { readonly kind: 'stream' }>): boolean {
  const type = entries.get('Subtype');
  const isPicture = type?.kind === 'name' && type.name === 'Image';
  return !isPicture && !['N', 'Length1', 'Length2', 'CMapName'].some((name) => entries.has(name)) && !isProgram(type);
}

function isProgram(type: PdfValue | undefined): boolean {
  return type?.kind === 'name' && ['Type1C', 'CIDFontType0C', 'OpenType'].includes(type.name);
}

/** The bytes of a string, as it is written in a file. */
function stringBytes(written: string): Uint8Array {
  if (written.startsWith('<')) return Buffer.from(written.replaceAll(/[^\da-f]/gi, ''), 'hex');
  const plain = written.slice(1, -1).replaceAll(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_, one: string) => {
    if (/^[0-7]/.test(one)) return String.fromCharCode(Number.parseInt(one, 8) % 256);
    return /^[\r\n]/.test(one) ? '' : (escapes[one] ?? one);
  });
  return Buffer.from(plain, 'latin1');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
