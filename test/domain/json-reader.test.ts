import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactNumber, isJson, jsonObjectSchema } from '#domain/json.ts';
import { readJson, Unreadable, unreadableIn, type ReadJson } from '#domain/json-reader.ts';

const read = (text: string, deepest = 100): ReadJson => readJson(text, deepest);

describe('A JSON text', () => {
  it.each(['12345678901234567890', '-9007199254740993', '1.10', '0.0', '1e400', '1E5', '-0', '0.1000000000000000055'])(
    'keeps the digits of the number %s',
    (source) => {
      expect(read(`{"n":${source}}`)).toEqual({ n: new ExactNumber(source) });
      expect(JSON.stringify(read(`[${source}]`))).toBe(`[${source}]`);
    },
  );

  it.each(['0', '-1', '42', '1.5', '9007199254740991', '1e+21'])('gives a plain number for %s', (source) => {
    expect(read(source)).toBe(Number(source));
  });

  it('is read as `JSON.parse` reads it, and written again unchanged', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const value = read(text);
        expect(JSON.parse(JSON.stringify(value))).toEqual(JSON.parse(text));
        expect(unreadableIn(value)).toBeUndefined();
      }),
    );
  });

  it('is invalid exactly where `JSON.parse` finds it invalid', () => {
    const parts = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u00',
      '1',
      '01',
      '-',
      'tru',
      'true',
      ' ',
      '\t',
      '"\n"',
      '\u00a0',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (some) => {
        const text = some.join('');
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        if (valid) expect(JSON.stringify(read(text))).toBeDefined();
        else expect(() => read(text)).toThrow(SyntaxError);
      }),
      { numRuns: 3_000 },
    );
  });

  it('keeps fields with the names of properties that every object has', () => {
    const text = '{"__proto__":{"a":1},"constructor":"c","toString":"t","hasOwnProperty":1}';
    expect(JSON.stringify(read(text))).toBe(text);
    expect(JSON.stringify(jsonObjectSchema.parse(read(text)))).toBe(text);
    expect(Object.getPrototypeOf(read(text))).toBe(Object.prototype);
  });

  it('keeps unpaired surrogates that are written as escapes', () => {
    const text = String.raw`{"half":"\ud83d","other":"x\udc00y","\ud800":"key"}`;
    expect(JSON.stringify(read(text))).toBe(text);
  });

  it('reports a key that occurs twice, whatever the values, and reads what is around it', () => {
    expect(read('{"a":1,"b":"x","a":1,"c":[{"d":1,"d":{"e":2}}]}')).toEqual({
      a: new Unreadable('duplicate-key'),
      b: 'x',
      c: [{ d: new Unreadable('duplicate-key') }],
    });
    expect(read(String.raw`{"a":1,"\u0061":2,"a":3}`)).toEqual({ a: new Unreadable('duplicate-key') });
    expect(read('{"__proto__":1,"__proto__":2}')).toEqual(
      Object.fromEntries([['__proto__', new Unreadable('duplicate-key')]]),
    );
  });

  it('reports a value that is nested too deeply, at any depth, and reads what is around it', () => {
    for (const depth of [101, 20_000, 2_000_000]) {
      const deep = `${'[{"a":'.repeat(depth)}"]}"${'}]'.repeat(depth)}`;
      const value = read(`{"before":1,"deep":${deep},"after":[2]}`);
      expect(value).toMatchObject({ before: 1, after: [2] });
      expect(unreadableIn(value)).toBe('too-deep');
    }
    const just = `${'['.repeat(100)}${']'.repeat(100)}`;
    expect(JSON.stringify(read(just))).toBe(just);
    expect(() => read(`{"deep":${'['.repeat(20_000)}`)).toThrow(SyntaxError);
  });

  it('repeats nothing of the text in its error', () => {
    expect(() => read('{"secret": nope}')).toThrow(/^not a JSON text$/);
  });
});

describe('A value that could not be read', () => {
  it('is not JSON, so that nothing can store or send it', () => {
    expect(isJson(read('{"a":{"b":[1,{"c":1,"c":2}]}}'))).toBe(false);
    expect(isJson(read('{"a":[1.10,-0,null,true]}'))).toBe(true);
  });
});
