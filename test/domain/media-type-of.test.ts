import * as fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { mediaTypeOf } from '#domain/media-type-of.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const zip = [0x50, 0x4b, 3, 4];

test.each([
  ['a PDF', bytes('%PDF-1.7\n', [0xff, 0]), 'application/pdf'],
  ['a PNG', bytes([0x89], 'PNG\r\n', [0x1a], '\n'), 'image/png'],
  ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
  ['a GIF', bytes('GIF89a'), 'image/gif'],
  ['a WebP', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 '), 'image/webp'],
  ['a TIFF', bytes('II*', [0, 8]), 'image/tiff'],
  ['a document of Word', bytes(zip, '[Content_Types].xml', [0], 'word/document.xml'), word],
  ['a sheet of Excel', bytes(zip, '[Content_Types].xml', [0], 'xl/workbook.xml'), excel],
  ['a zip with a folder called word', bytes(zip, 'word/a.txt'), 'application/zip'],
  ['a text', bytes('Åsa Öberg\r\n\tord'), 'text/plain'],
  ['a page', bytes('<!doctype html><script>1</script>'), 'text/plain'],
  ['a sound in RIFF', bytes('RIFF', [1, 2, 3, 4], 'WAVE'), 'application/octet-stream'],
  ['a text in another encoding', bytes([0x41, 0xe5]), 'application/octet-stream'],
  ['a program', bytes([0x7f], 'ELF', [0]), 'application/octet-stream'],
  ['a beginning of a PDF', bytes('%PD'), 'text/plain'],
])('%s', (_, content, mediaType) => expect(mediaTypeOf(content)).toBe(mediaType));

it('is text exactly if the bytes are UTF-8 without control characters, if nothing else is known', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const content = Buffer.from(text);
      const told = mediaTypeOf(content);
      if (/^(?:%PDF-|GIF8|II\*\0|PK)/.test(text)) return;
      // eslint-disable-next-line no-control-regex -- these are the characters that no text has
      const controls = /[\u0000-\u0008\u000b\u000e-\u001f]/;
      expect(told).toBe(controls.test(text) ? 'application/octet-stream' : 'text/plain');
    }),
  );
});
