// Where a masked value occurs in a text, in the same spellings in which the last look finds it in the package.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookFor } from '#domain/review/last-look/look-for.ts';
import { finderOf } from '#domain/review/occurrences.ts';

const found = (text: string, ...values: string[]): readonly string[] =>
  finderOf(values)(text).map(({ from, to }) => text.slice(from, to));

describe('A value is found', () => {
  it.each([
    ['Bo Nyström', 'Ring Bo Nyström.', 'Bo Nyström'],
    ['Bo Nyström', 'ring BO  NYSTRO\u0308M', 'BO  NYSTRO\u0308M'],
    ['Bo Nyström', 'Nyström, Bo', 'Nyström, Bo'],
    ['Bo Nyström', 'Bo Nyströms staket', 'Bo Nyströms'],
    ['Bo Nyström', 'mejla bo_nystroem@x', 'bo_nystroem'],
    ['bo@example.org', 'till BO@EXAMPLE.ORG nu', 'BO@EXAMPLE.ORG'],
    ['070-174 06 05', 'tel +46 70 174 06 05', '46 70 174 06 05'],
    ['+46701740605', 'tel 070-1740605', '070-1740605'],
    ['189001019802', 'pnr 900101-9802', '900101-9802'],
    ['Bo', 'Bo, Bosse', 'Bo'],
  ])('%s in %j', (value, text, part) => {
    expect(found(text, value)).toContain(part);
  });
  it.each([
    ['Bo', 'Bosse i Bohus'],
    ['123456', '91234567'],
    ['Bo Nyström', 'Bo på Nyström'],
    ['…', 'a … b'],
  ])('%s not in %j', (value, text) => {
    expect(found(text, value)).toEqual([]);
  });
  it('to its end, however long it is, and several values at once', () => {
    const long = `${'ordet '.repeat(60)}slut`;
    expect(found(`x ${long} y`, long)).toEqual([long]);
    expect(found('Bo och Eva', 'Eva', 'Bo')).toEqual(['Bo', 'Eva']);
  });
  it('wherever the last look finds it', () => {
    const word = fc.stringMatching(/^[a-zåäöéß0-9]{1,9}$/);
    const gap = fc.constantFrom('', ' ', '-', ', ', '\n', '.', '/', '\u00ad');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(gap, word), { maxLength: 4 }),
        fc.array(fc.tuple(gap, word), { maxLength: 4 }),
        gap,
        (words, before, after, between) => {
          const value = words.join(' ');
          const text = `${before.flat().join('')} ${words.join(between)}${after.flat().join('')}`;
          const isThere = lookFor([{ text: value }]).valuesIn(text).size > 0;
          if (isThere) expect(found(text, value)).not.toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
