import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codedId, letterOfId } from '#domain/case/letters/coded-letter.ts';
import { keyOf } from '#domain/case/letters/letter-key.ts';
import { codeOf, type Letter, letterFrom, letterNames, letterOfKey } from '#domain/case/letters/letters.ts';

const someLetter: fc.Arbitrary<Letter> = fc
  .record({
    name: fc.constantFrom(...letterNames),
    n: fc.integer({ min: 1, max: 99 }),
    id: fc.string({ minLength: 1 }),
  })
  .map(({ name, n, id }) => letterFrom(name, String(n)) ?? letterFrom(name, id) ?? letterFrom(name, ''))
  .filter((letter) => letter !== undefined);

describe('A letter', () => {
  it.each([
    ['M1', { kind: 'acknowledgement' }],
    ['M6/2', { kind: 'refusal', n: 2 }],
    ['M8', { kind: 'answer-ready', n: 1 }],
    ['M8/2', { kind: 'answer-ready', n: 2 }],
    ['M24/2', { kind: 'supplement-ready', n: 2 }],
    ['M15/objection', { kind: 'marketing-stop', n: 1 }],
    ['M15/objection/done', { kind: 'marketing-stop', n: 2 }],
    ['M16/consent-withdrawal/done', { kind: 'consent-withdrawal', n: 2 }],
    ['M23/identity-1', { kind: 'one-time-code', of: 'identity-1' }],
    ['STATUS/2026-12-21', { kind: 'delay', of: '2026-12-21' }],
    ['CONTACT/post-2', { kind: 'contact-changed', of: 'post-2' }],
    ['STAFF/breach-hours/breach-1/48', { kind: 'staff-alert', of: 'breach-hours/breach-1/48' }],
  ] as const)('%s is found by its old code, from before it had a name', (id, letter) => {
    expect(letterOfId(id)).toEqual(letter);
    expect(codedId(letter)).toBe(id);
  });

  it('is found by its code and by its name', () => {
    fc.assert(
      fc.property(someLetter, (letter) => {
        expect(letterOfId(codedId(letter))).toEqual(letter);
        expect(letterOfId(keyOf(letter))).toEqual(letter);
        expect(letterOfKey(keyOf(letter))).toEqual(letter);
      }),
    );
  });

  it('has an id of its own, by code and by name', () => {
    fc.assert(
      fc.property(someLetter, someLetter, (one, other) => {
        const same = keyOf(one) === keyOf(other);
        expect(codedId(one) === codedId(other)).toBe(same);
      }),
    );
  });

  it.each([
    'M31',
    'M1/2',
    'M6',
    'M6/0',
    'M6/x',
    'M6/2/3',
    'M8/1',
    'M15/erasure',
    'refusal',
    'refusal/02',
    '',
    'nonsense/1',
  ])('does not exist for the id %j', (id) => {
    expect(letterOfId(id)).toBeUndefined();
  });

  it('does not have the code of another letter', () => {
    expect(new Set(letterNames.map(codeOf)).size).toBe(letterNames.length);
  });
});
