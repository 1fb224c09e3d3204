import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf, hasAll, inOrder, otherPages, pagesIn, pagesText, type PageRange } from '#domain/review/pages.ts';

const ranges = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(5)).map(([from, more]): PageRange => ({ from, to: from + more })),
  { maxLength: 8 },
);
const numbers = (of: readonly PageRange[]): ReadonlySet<number> =>
  new Set(of.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)));

describe('Pages of a document', () => {
  it('are the same pages in order, in ranges that do not touch', () => {
    fc.assert(
      fc.property(ranges, (some) => {
        const joined = inOrder(some);
        expect(numbers(joined)).toEqual(new Set([...numbers(some)].sort((a, b) => a - b)));
        expect(joined.every(({ from }, index) => from > (joined[index - 1]?.to ?? -1) + 1)).toBe(true);
        expect(countOf(some)).toBe(numbers(some).size);
      }),
    );
  });

  it('and the other pages are all pages, each once', () => {
    fc.assert(
      fc.property(ranges, fc.integer({ min: 1, max: 40 }), (some, total) => {
        const others = [...numbers(otherPages(some, total))];
        const all = Array.from({ length: total }, (_, index) => index + 1);
        expect(others).toEqual(all.filter((page) => !numbers(some).has(page)));
      }),
    );
  });

  it('have all of some others if these are among them', () => {
    fc.assert(
      fc.property(ranges, ranges, (all, some) => {
        expect(hasAll(all, some)).toBe([...numbers(some)].every((page) => numbers(all).has(page)));
      }),
    );
  });

  it('are read back as they are written', () => {
    fc.assert(
      fc.property(ranges, (some) => {
        expect(pagesIn(pagesText(some))).toEqual(inOrder(some));
      }),
    );
  });

  it.each([
    ['3-4, 7', '3–4, 7'],
    ['7;3 - 4', '3–4, 7'],
    [' 2 ', '2'],
    ['', ''],
  ])('are read from "%s"', (written, text) => {
    expect(pagesText(pagesIn(written) ?? [])).toBe(text);
  });

  it.each(['0', '4-3', 'a', '1,b', '-3', '1-2-3'])('are not read from "%s"', (written) => {
    expect(pagesIn(written)).toBeUndefined();
  });
});
