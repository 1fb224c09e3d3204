import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inFormat, numberFormatsSchema, ownNumberKinds } from '#domain/identifiers/number-formats.ts';
import { normalise } from '#domain/identifiers/normalise.ts';
import { processorSeconds } from '#test/support/processor-time.ts';
import { runs } from '#test/support/random.ts';

const format = (pattern: string): boolean => numberFormatsSchema.safeParse({ customerNumber: { pattern } }).success;

describe('The format of numbers that an organisation gives out', () => {
  it.each([
    [
      'K-######',
      ['K-104882', 'K-000000'],
      ['K-10488', 'K-1048820', 'k-104882', 'K104882', 'xK-104882', 'K-10488A', ''],
    ],
    ['#+', ['1', '10', '104882'], ['', '1a', 'a1', '1 0', '-1', '\u0661', '\uff11']],
    ['AA####', ['NV4881', 'nv4881'], ['N44881', 'NV488', 'Å\u00c54881']],
    ['C#+', ['C1', 'C31990'], ['C', '31990', 'C31990C']],
    ['A+-#+', ['NV-48811', 'x-1'], ['NV48811', '-1', 'NV-', 'N1-1']],
    ['\\A\\#\\+#', ['A#+7'], ['B#+7', 'A77']],
    ['#+/A#+', ['12/B3'], ['12/3', '12B3']],
  ] as const)('%s accepts its own numbers and no others', (pattern, own, others) => {
    expect(format(pattern)).toBe(true);
    for (const value of own) expect(inFormat(value, { pattern })).toBe(value);
    for (const value of others) expect(`${value} ${inFormat(value, { pattern })}`).toBe(`${value} undefined`);
  });

  it('ignores letter case only if the format says so, in the pattern and for capitals', () => {
    expect(inFormat('k-a1', { pattern: 'K-A#' })).toBeUndefined();
    expect(inFormat('k-a1', { pattern: 'K-A#', foldCase: true })).toBe('K-A1');
    expect(inFormat('KB-a1', { pattern: 'kb-A#', foldCase: true })).toBe('kb-A1');
    // The Kelvin sign is a k in lower case, and no K.
    expect(inFormat('\u212a-a1', { pattern: 'K-A#', foldCase: true })).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['a blank', 'K ####'],
    ['a letter of another alphabet', 'Ö-###'],
    ['a repetition of nothing', '+#'],
    ['a repetition of a character', 'K+'],
    ['a repetition twice', '#++'],
    ['an end of a repetition that is not clear', '#+#'],
    ['the same among letters', 'A+B##'],
    ['the same before a digit', '#+7'],
    ['a backslash before nothing', '##\\'],
    ['a very long one', '#'.repeat(65)],
  ])('is refused with %s', (_, pattern) => {
    expect(format(pattern)).toBe(false);
  });

  it('is refused with an example that does not match it, with an unknown key or an unknown kind', () => {
    const check = (value: unknown): boolean => numberFormatsSchema.safeParse(value).success;
    expect(check({ orderNumber: { pattern: 'NV-#####', example: 'NV-48811' } })).toBe(true);
    expect(check({ orderNumber: { pattern: 'NV-#####', example: 'nv-48811', foldCase: true } })).toBe(true);
    expect(check({ orderNumber: { pattern: 'NV-#####', example: 'NV-4881' } })).toBe(false);
    expect(check({ orderNumber: { regex: '(a+)+' } })).toBe(false);
    expect(check({ phone: { pattern: '#+' } })).toBe(false);
    expect(check({})).toBe(true);
  });

  it('decides in one pass, whatever the pattern and the value, and its result is already normal', () => {
    const patterns = fc.string({ unit: fc.constantFrom(...'#A+-K7\\'), minLength: 1, maxLength: 12 });
    const values = fc.string({ unit: fc.constantFrom(...'0123Aak-K7+#'), maxLength: 14 });
    fc.assert(
      fc.property(patterns, values, fc.boolean(), (pattern, value, foldCase) => {
        if (!format(pattern)) return;
        const spelled = inFormat(value, { pattern, foldCase });
        // As a regular expression would, which is fast enough for patterns as short as these.
        const source = pattern.replace(/\\.|[#A+]|./gs, (piece) => {
          if (piece === '#') return '[0-9]';
          if (piece === 'A') return '[A-Za-z]';
          if (piece === '+') return '+';
          const sign = piece.at(-1) ?? '';
          // A backslash before a digit would be a control character.
          return /[\\#+-]/.test(sign) ? `\\${sign}` : sign;
        });
        const matches = new RegExp(`^${source}$`, foldCase ? 'i' : '').test(value);
        if ((spelled !== undefined) !== matches) throw new Error(`${pattern} and ${value}`);
        if (spelled !== undefined && inFormat(spelled, { pattern, foldCase }) !== spelled) throw new Error('twice');
      }),
      { numRuns: runs(10_000) },
    );
    const long = processorSeconds();
    expect(inFormat('1'.repeat(254), { pattern: '#+-#+-#+-#+-#+-#+x' })).toBeUndefined();
    expect(processorSeconds() - long).toBeLessThan(1);
  });

  it.each([
    [
      'K-######',
      '- ',
      ['K-004217', 'K004217', 'K-0042 17', 'K 00-42-17', 'K\u2013004217', 'K-0042\u00a017', 'K  004217'],
      ['-K004217', 'K004217-', 'K-00421', 'K-0042170', 'K_004217', 'K.004217', 'L-004217', '004217', ''],
    ],
    ['######', '- ', ['004217', '0042 17'], ['-004217', '4217', '0042/17']],
    ['A+/#+', '/', ['NV/12', 'NV12', 'N/V/1/2'], ['NV/', '/12', 'NV-12', '12/NV']],
  ] as const)('%s folds %j wherever it is, to the spelling of the pattern', (pattern, separators, own, others) => {
    const whole = { pattern, separators };
    expect(numberFormatsSchema.safeParse({ customerNumber: whole }).success).toBe(true);
    for (const value of own) expect(inFormat(value, whole)).toBe(own[0]);
    for (const value of others) expect(`${value} ${inFormat(value, whole)}`).toBe(`${value} undefined`);
    // Only if the format says so.
    for (const value of own.slice(1)) expect(inFormat(value, { pattern })).toBeUndefined();
  });

  it.each([
    ['two numbers that would be one', '#+-#+', '-'],
    ['two numbers that would be one, among letters', 'A+ A', ' '],
    ['a separator that separates nothing', '-###', '-'],
    ['a separator at the end', '###-', '-'],
    ['nothing but separators', '-', '-'],
    ['a letter as a separator', 'K-##', 'K'],
    ['a digit as a separator', 'K-##', '0'],
    ['no separator', 'K-##', ''],
  ])('is refused with %s', (_, pattern, separators) => {
    expect(numberFormatsSchema.safeParse({ customerNumber: { pattern, separators } }).success).toBe(false);
  });

  it('never mistakes one number for another, whatever the pattern, the separators and the spelling', () => {
    const pieces = fc.array(fc.constantFrom('#', 'A', '#+', 'A+', 'K', '7', '-', '/', '.'), {
      minLength: 1,
      maxLength: 7,
    });
    /** A number that matches the pattern exactly, made from numbers that choose its characters and their count. */
    const numberOf = (parts: readonly string[], seeds: readonly number[]): string =>
      parts
        .map((part, index) => {
          const seed = seeds[index] ?? 0;
          if (part.startsWith('#')) return String(seed).slice(0, part.endsWith('+') ? 3 : 1);
          if (!part.startsWith('A')) return part;
          return ['aB', 'k', 'KK', 'b'][seed % 4]!.slice(0, part.endsWith('+') ? 2 : 1);
        })
        .join('');
    const spell = (number: string, separators: string, choices: readonly number[]): string =>
      [...number]
        .flatMap((character, at) => {
          const choice = choices[at] ?? 0;
          const inside = at > 0;
          if (separators.includes(character)) return choice % 2 === 0 ? [character] : [];
          return inside && choice % 3 === 0 ? [separators[choice % separators.length] ?? '', character] : [character];
        })
        .join('');
    const seeds = fc.array(fc.nat({ max: 9999 }), { minLength: 7, maxLength: 7 });
    const choices = fc.array(fc.nat({ max: 99 }), { minLength: 21, maxLength: 21 });
    const separators = fc.constantFrom('-', ' ', '- ', '-/', './ -', '_');
    let compared = 0;
    fc.assert(
      fc.property(
        pieces,
        separators,
        fc.boolean(),
        seeds,
        seeds,
        choices,
        choices,
        (parts, signs, foldCase, a, b, c, d) => {
          const format = { pattern: parts.join(''), separators: signs, foldCase };
          if (!numberFormatsSchema.safeParse({ orderNumber: format }).success) return;
          const [one, other] = [numberOf(parts, a), numberOf(parts, b)];
          const [read, otherRead] = [inFormat(spell(one, signs, c), format), inFormat(spell(other, signs, d), format)];
          const same = foldCase ? one.toUpperCase() === other.toUpperCase() : one === other;
          if (read === undefined || otherRead === undefined) throw new Error(`${format.pattern} does not take ${one}`);
          if ((read === otherRead) !== same) throw new Error(`${format.pattern}: ${one} and ${other}`);
          if (inFormat(read, format) !== read || inFormat(read, { ...format, separators: undefined }) !== read)
            throw new Error(`${format.pattern}: the spelling of ${one} is not that of the pattern`);
          compared += 1;
        },
      ),
      { numRuns: runs(10_000) },
    );
    expect(compared).toBeGreaterThan(runs(1_000));
  });

  it('is used for the kind that it is given for, and for no other', () => {
    const numbers = { contractNumber: { pattern: 'AV-####', foldCase: true } };
    const judged = (value: string): readonly unknown[] =>
      ownNumberKinds.map((kind) => normalise(kind, value, { today: '2026-11-21', numbers }));
    expect(judged(' av-1000 ')).toEqual([
      { valid: true, identifier: { kind: 'customerNumber', value: 'av-1000' } },
      { valid: true, identifier: { kind: 'orderNumber', value: 'av-1000' } },
      { valid: true, identifier: { kind: 'contractNumber', value: 'AV-1000' } },
    ]);
    expect(judged('1000')[2]).toEqual({ valid: false, reason: 'not-in-the-format' });
  });
});
