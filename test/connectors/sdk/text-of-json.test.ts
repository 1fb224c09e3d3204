import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { textOfJson } from '#connectors/sdk/text-of-json.ts';
import { readJson, Unreadable } from '#domain/json-reader.ts';

it('Bytes of UTF-8 are their text, without a byte order mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (text, marked) => {
      const bytes = Buffer.from(`${marked ? '\ufeff' : ''}${text}`);
      expect(textOfJson(bytes)).toBe(text.startsWith('\ufeff') && !marked ? text.slice(1) : text);
    }),
  );
});

it.each([
  ['Latin-1', [0xe5]],
  ['a surrogate as bytes', [0xed, 0xa0, 0x80]],
  ['a sign longer than it need be', [0xc0, 0xaf]],
  ['a sign that is cut off', [0xe2, 0x82]],
])('A value that is not UTF-8 (%s) is marked, and those around it are read', (_, bad) => {
  const bytes = Buffer.concat([
    Buffer.from('{"name":"Åsa 🙂","note":"x'),
    Uint8Array.from(bad),
    Buffer.from('🙂y","list":["ö"],"'),
    Uint8Array.from(bad),
    Buffer.from('":1}'),
  ]);
  expect(readJson(textOfJson(bytes), 100)).toMatchObject({
    name: 'Åsa 🙂',
    note: new Unreadable('not-text'),
    list: ['ö'],
  });
});
