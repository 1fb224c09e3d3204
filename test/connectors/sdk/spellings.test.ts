import { describe, expect, it } from 'vitest';
import { normaliseRaw } from '#connectors/sdk/normalise-raw.ts';
import { spellings, substringSpellings, textSpellings } from '#connectors/sdk/spellings.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';

const identifiers: readonly Identifier[] = [
  { kind: 'email', value: 'asa@xn--mljet-gra.example' },
  { kind: 'phone', value: '+46701740610' },
  { kind: 'phone', value: '+442079460018' },
  { kind: 'personnummer', value: '198012312388' },
  { kind: 'personnummer', value: '189001019802' },
  { kind: 'organisationNumber', value: '5560125790' },
  { kind: 'customerNumber', value: '10' },
  { kind: 'orderNumber', value: 'A-1' },
];

describe('spellings of an identifier', () => {
  it('begin with or contain the normalised value, each once', () => {
    for (const identifier of identifiers) {
      const all = spellings(identifier);
      expect(new Set(all).size).toBe(all.length);
      expect(all).toContain(identifier.value);
    }
  });

  it('normalise to the same identifier', () => {
    const today = '2026-11-21';
    const [, swedish, , person] = identifiers;
    for (const identifier of [swedish!, person!])
      for (const value of spellings(identifier).filter((spelling) => !spelling.includes('+', 1)))
        expect(normaliseRaw({ kind: identifier.kind, value }, { today })).toEqual(identifier);
    // The short form of somebody born in 1890 has a plus sign.
    expect(normaliseRaw({ kind: 'personnummer', value: '900101+9802' }, { today })?.value).toBe('189001019802');
    expect(spellings(identifiers[4]!)).toContain('900101+9802');
  });

  it('contain an internationalised domain in its letters too', () => {
    expect(spellings(identifiers[0]!)).toContain('asa@mäljet.example');
  });

  it('are covered by those for a search of substrings, none of which contains another', () => {
    for (const identifier of identifiers) {
      const parts = substringSpellings(identifier);
      for (const spelling of spellings(identifier)) expect(parts.some((part) => spelling.includes(part))).toBe(true);
      for (const part of parts) expect(parts.filter((other) => part.includes(other))).toEqual([part]);
    }
    expect(substringSpellings(identifiers[1]!)).toEqual(['1740610', '174 06 10', '174-06-10', '1%7%4%0%6%1%0']);
    // Five digits after an area code are enough, fewer are not.
    expect(substringSpellings({ kind: 'phone', value: '+4691012345' })[0]).toBe('12345');
    expect(substringSpellings(identifiers[3]!)).toEqual(['2388']);
    expect(substringSpellings(identifiers[5]!)).toEqual(['5790']);
  });

  it('contain, for a search with unknown words, every whole spelling and the common part of unusual ones', () => {
    const unusual: readonly (readonly [Identifier, readonly string[]])[] = [
      [
        identifiers[1]!,
        [
          '(070) 174 06 10',
          '(070)174 06 10',
          '+46 (0)70-174 06 10',
          '070.174.06.10',
          '0046701740610',
          '070\u2212174 06 10',
        ],
      ],
      [identifiers[1]!, ['070\u00a0174\u00a006\u00a010', '070\u202f174\u202f06\u202f10', '\u202d070-174 06 10\u202c']],
      [identifiers[4]!, ['900101 9802', '18900101 - 9802', '18900101\u00a09802', '900101/9802']],
    ];
    for (const [identifier, written] of unusual) {
      const texts = textSpellings(identifier);
      expect(texts).toEqual(expect.arrayContaining([...spellings(identifier)]));
      expect(new Set(texts).size).toBe(texts.length);
      for (const one of written) expect([one, texts.some((text) => one.includes(text))]).toEqual([one, true]);
    }
  });
});
