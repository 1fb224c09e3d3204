import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field, Written } from '#domain/findings/annotation.ts';
import { ExactNumber, type Json } from '#domain/json.ts';
import { present } from '#domain/presentation/present.ts';
import { piecesOf, textOf, type Reader } from '#domain/presentation/shown.ts';
import { visible } from '#domain/presentation/visible.ts';

const sv: Reader = { language: 'sv', timeZone: 'Europe/Stockholm' };
const en: Reader = { language: 'en', timeZone: 'America/New_York' };
function field(written?: Written): Field {
  return {
    title: { sv: 'Fält', en: 'Field' },
    category: 'other',
    origin: 'unknown',
    thirdParty: 'none',
    portable: true,
    ...(written === undefined ? {} : { written }),
  };
}
const shown = (value: Json, reader = sv, written?: Written): string => textOf(present(value, field(written), reader));
const html: Written = { as: 'html' };

describe('A value as it is shown', () => {
  it.each([
    [true, 'Ja', 'Yes'],
    [false, 'Nej', 'No'],
    [null, '–', '–'],
    [-5, '-5', '-5'],
    ['', '', ''],
    ['1980-01-31', '31 januari 1980', '31 January 1980'],
    ['2024-02-29T23:30:05.123Z', '1 mars 2024 kl. 00:30', '29 February 2024 at 18:30'],
    ['2024-02-30', '2024-02-30', '2024-02-30'],
    ['2024-02-29T23:30', '2024-02-29T23:30', '2024-02-29T23:30'],
    ['070-174 06 05', '070-174 06 05', '070-174 06 05'],
  ])('%j is %j in Swedish and %j in English', (value, swedish, english) => {
    expect([shown(value), shown(value, en)]).toEqual([swedish, english]);
  });

  it('keeps every digit of a number', () => {
    for (const text of ['12345678901234567890', '1.10', '1e400', '-0']) {
      expect(shown(new ExactNumber(text))).toBe(text);
      expect(shown([[[[[new ExactNumber(text)]]]]])).toBe(`• • • • [${text}]`);
    }
  });

  it('is the meaning of a code, in each language, or the code if no meaning is known', () => {
    const written: Written = { as: 'codes', meanings: { V: { sv: 'Stamkund', en: 'Regular' } } };
    expect([shown('V', sv, written), shown('V', en, written)]).toEqual(['Stamkund', 'Regular']);
    expect([shown('X', sv, written), shown('constructor', sv, written)]).toEqual(['X', 'constructor']);
    expect(shown(['V', 'X'], sv, written)).toBe('• Stamkund\n• X');
  });

  it('is yes or no for the texts of a yes-or-no field', () => {
    const written: Written = { as: 'yes-no' };
    expect(['true', 'FALSE', 'kanske'].map((text) => shown(text, sv, written))).toEqual(['Ja', 'Nej', 'kanske']);
    expect(shown('true')).toBe('true');
  });

  it('is the words of an HTML text, followed by the source if it says more', () => {
    expect(shown('<p>Ring <b>Bo</b><br>i maj</p>', sv, html)).toBe('Ring Bo\ni maj');
    expect(shown('<p title="sjuk">Ring</p>', sv, html)).toBe(
      'Ring\nTexten som den står i systemet:\n<p title="sjuk">Ring</p>',
    );
    expect(shown('Ring Åsa <asa@example.org>', sv, html)).toBe('Ring Åsa <asa@example.org>');
    expect(shown('<b>Ring</b>')).toBe('<b>Ring</b>');
  });

  it('has lines if it is a list or an object, and leaves out names without a value', () => {
    expect(shown({ gata: 'Björkgatan 3', tom: null, tomma: [], rader: ['c/o Å', 'port 2'], läge: { våning: 2 } })).toBe(
      'gata: Björkgatan 3\nrader:\n  • c/o Å\n  • port 2\nläge:\n  våning: 2',
    );
    expect(shown([{ namn: 'Å', ort: 'Umeå' }, ['x', 'y']])).toBe('• namn: Å\n  ort: Umeå\n• • x\n  • y');
    expect(shown({ note: '<p title="sjuk">Ring</p>' }, sv, html)).toBe('note: <p title="sjuk">Ring</p>');
  });

  it('is JSON where it is nested too deeply', () => {
    expect(shown([[[[{ a: ['x'] }]]]])).toBe('• • • • {"a":["x"]}');
  });

  it.each([
    ['a line break of Windows', 'a\r\nb\rc', 'a\nb\nc'],
    ['a character that reverses the direction', 'a\u202eb', 'a[U+202E]b'],
    ['a control character', 'a\u001bb\u0000', 'a␛b␀'],
    ['half of a surrogate pair', 'a\ud83d', 'a[U+D83D]'],
  ])('has %s in a form that everybody sees the same', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
    expect(shown({ [text]: text })).toBe(`${expected}: ${expected}`);
    expect(shown(`<p>${text}</p>`, sv, html)).toContain(expected.split('\n')[0]);
    expect(shown(`<p title="${text}">Ring</p>`, sv, html)).toContain(`\n<p title="${expected}">Ring</p>`);
  });

  it('is a text that UTF-8 can encode and that no page changes, whatever the value', () => {
    const anyText = fc.string({
      unit: fc.oneof(fc.string({ unit: 'binary', maxLength: 3 }), fc.constantFrom('\ud800', '\r', '<p>', '\u202e')),
    });
    const { value } = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        anyText,
        fc.integer(),
        fc.constant(null),
        fc.boolean(),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(anyText, tie('value'), { maxKeys: 3 }),
      ),
    }));
    const written = fc.constantFrom<(Written | undefined)[]>(undefined, html, { as: 'yes-no' });
    fc.assert(
      fc.property(value, written, (any, as) => {
        const text = shown(any, sv, as);
        expect(text.isWellFormed()).toBe(true);
        expect(visible(text)).toBe(text);
        expect(
          piecesOf(present(any, field(as), sv))
            .map(({ text: piece }) => piece)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
