import { array, assert, constant, constantFrom, oneof, property, tuple, type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '#domain/mail/rights/pattern.ts';
import { danish } from '#domain/mail/rights/phrases/da.ts';
import { german } from '#domain/mail/rights/phrases/de.ts';
import { english } from '#domain/mail/rights/phrases/en.ts';
import { finnish } from '#domain/mail/rights/phrases/fi.ts';
import { norwegian } from '#domain/mail/rights/phrases/nb.ts';
import { swedish } from '#domain/mail/rights/phrases/sv.ts';
import { containsNeeded, neededWords } from '#domain/mail/rights/needed-words.ts';

/** All texts in a value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The patterns of all phrasebooks that use only the syntax that `matching` knows. */
const patterns = [swedish, english, norwegian, danish, finnish, german]
  .flatMap(textsIn)
  .filter((pattern) => !/[[\]{}\\$^%_+.]|\(\?[^:]/u.test(pattern));

/** Texts that match a pattern. */
function matching(pattern: string): Arbitrary<string> {
  let at = 0;
  const choices = (): Arbitrary<string> => {
    const all = [sequence()];
    while (pattern[at] === '|') {
      at += 1;
      all.push(sequence());
    }
    return oneof(...all);
  };
  const sequence = (): Arbitrary<string> => {
    const parts: Arbitrary<string>[] = [];
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
      let part = one();
      while (pattern[at] === '?') {
        at += 1;
        part = oneof(part, constant(''));
      }
      parts.push(part);
    }
    return tuple(...parts).map((texts) => texts.join(''));
  };
  const one = (): Arbitrary<string> => {
    const gap = /^~(\d*) /.exec(pattern.slice(at));
    if (gap !== null) {
      at += gap[0].length;
      const most = gap[1] === '' ? 8 : Number(gap[1]);
      return array(constantFrom('x ', 'inte ', 'my '), { maxLength: most }).map((words) => words.join(''));
    }
    if (pattern[at] === '(') {
      at += pattern.startsWith('(?:', at) ? 3 : 1;
      const inner = choices();
      at += 1;
      return inner;
    }
    const character = pattern[at] ?? '';
    at += 1;
    return character === '*' ? constantFrom('', 'en', 's') : constant(character);
  };
  return choices();
}

describe('The words that a pattern needs', () => {
  it('are known for most patterns', () => {
    expect(patterns.length).toBeGreaterThan(500);
    const known = patterns.filter((pattern) => neededWords(pattern).length > 0);
    expect(known.length / patterns.length).toBeGreaterThan(0.8);
  });

  it('are in every text that the pattern matches', () => {
    const texts = constantFrom(...patterns).chain((pattern) => tuple(constant(pattern), matching(pattern)));
    assert(
      property(texts, ([pattern, text]) => {
        expect(containsNeeded(` ${text} `, neededWords(pattern)), pattern).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['radera* ~3 (mina|alla) (?:mina )?uppgifter', [[' radera'], [' mina ', ' alla ']]],
    ['(ta bort|(stryk|radera) allt) (det )?', [[' ta ', ' allt ']]],
    ['ja|nej', []],
    ['(a|b(?:c)?) d', [[' d ']]],
  ])('of %s are %j', (pattern, needed) => {
    expect(neededWords(pattern)).toEqual(needed);
  });

  it('decide whether a pattern is tried', () => {
    const pattern = compile('(radera|stryk) ~3 uppgifter', 'gu');
    expect(pattern.test(' radera alla mina uppgifter ')).toBe(true);
    expect(pattern.lastIndex).toBeGreaterThan(0);
    expect(pattern.test(' behåll alla mina uppgifter ')).toBe(false);
    expect(pattern.lastIndex).toBe(0);
    expect(' stryk uppgifter '.replace(compile('stryk', 'gu'), '-')).toBe('-uppgifter ');
  });
});
