import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseRaw } from '#connectors/sdk/normalise-raw.ts';
import { identifiersIn, own } from '#connectors/sdk/identifying.ts';
import { whoseBy } from '#domain/findings/whose.ts';
import type { Identifier, IdentifierKind } from '#domain/identifiers/identifier.ts';
import type { NormaliseContext } from '#domain/identifiers/normalise.ts';
import { inFormat, type NumberFormat } from '#domain/identifiers/number-formats.ts';

const today = '2026-11-21';
const folding: NumberFormat = { pattern: 'K-######', separators: '- ', foldCase: true };

/** Whether a record that contains `value` belongs to whoever has this identifier. */
function matches(identifier: Identifier, value: string, reading: NormaliseContext): boolean {
  const fields = { contact: { number: own(identifier.kind) } };
  const record = { resource: 'contact', data: { number: value } };
  const held = identifiersIn(fields, record, (raw) => normaliseRaw(raw, reading));
  return whoseBy({ verified: [identifier], rejected: [] }).whose(held).says === 'the-person';
}

describe('A number of the organisation in a record', () => {
  const number = (kind: IdentifierKind): Identifier => ({ kind, value: 'K-004217' });
  const spelled = ['K-0042 17', 'k004217', ' K-004217 '];

  it('is the person’s in every spelling that its format allows, and for no other kind', () => {
    const reading = { today, numbers: { customerNumber: folding } };
    for (const value of spelled) expect(matches(number('customerNumber'), value, reading)).toBe(true);
    for (const kind of ['orderNumber', 'contractNumber'] as const)
      expect(spelled.map((value) => matches(number(kind), value, reading))).toEqual([false, false, true]);
  });

  it('is the person’s only as it is written if there is no format', () => {
    for (const numbers of [undefined, {}, { customerNumber: { pattern: 'K-######' } }])
      expect(spelled.map((value) => matches(number('customerNumber'), value, { today, numbers }))).toEqual([
        false,
        false,
        true,
      ]);
  });

  it('of another series equals only exactly the same text', () => {
    const reading = { today, numbers: { customerNumber: folding } };
    expect(matches({ kind: 'customerNumber', value: '10' }, ' 10 ', reading)).toBe(true);
    for (const value of ['1 0', '1-0', '010', '100'])
      expect(matches({ kind: 'customerNumber', value: '10' }, value, reading)).toBe(false);
  });

  it('is not equal to another number, whatever the record contains', () => {
    const stated = fc.nat({ max: 999_999 }).map((one) => `K-${String(one).padStart(6, '0')}`);
    const held = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'K0k- 4217/_\u2013\u00a0L'), maxLength: 12 }),
      // These differ by one digit, sign or letter.
      fc
        .tuple(stated, fc.nat({ max: 8 }), fc.constantFrom(...'0123456789- K/L'))
        .map(([text, at, character]) => text.slice(0, at) + character + text.slice(at + 1)),
    );
    fc.assert(
      fc.property(stated, held, (own, value) => {
        const digits = /^k[- \u00a0\u2010-\u2014]*((?:\d[- \u00a0\u2010-\u2014]*){5}\d)$/i.exec(value.trim())?.[1];
        const same = digits !== undefined && `K-${digits.replace(/\D/g, '')}` === own;
        const reading = { today, numbers: { customerNumber: folding } };
        expect(matches({ kind: 'customerNumber', value: own }, value, reading)).toBe(same);
        expect(inFormat(own, folding)).toBe(own);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('An interim personal number in a record', () => {
  const interim: Identifier = { kind: 'personnummer', value: '20000101T220' };

  it('is the person’s if the organisation accepts such numbers, and nobody’s otherwise', () => {
    for (const value of ['20000101-T220', '000101-T220', '20000101t220']) {
      expect(matches(interim, value, { today, allowInterim: true })).toBe(true);
      expect(matches(interim, value, { today })).toBe(false);
      expect(matches(interim, value, { today, allowInterim: false })).toBe(false);
    }
  });

  it('never equals another: with another letter or digit it is another person’s', () => {
    for (const value of ['20000101-P220', '20000101-R220', '20000101-1220', '19000101-T220'])
      expect(matches(interim, value, { today, allowInterim: true })).toBe(false);
  });
});
