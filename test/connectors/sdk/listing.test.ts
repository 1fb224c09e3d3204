import { assert, integer, nat, property, string, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listCounter, listingSchema, nothingListed, type Listing, type ListPage } from '#connectors/sdk/listing.ts';
import { countSchema } from '#connectors/sdk/vendor-values.ts';

const page = (ids: readonly string[], told: number | null, last: boolean): ListPage => ({ ids, told, last });

/** Reads a list to its end, page by page, as a connector would. Each reading is an array of pages. */
function read(readings: readonly (readonly ListPage[])[]): readonly string[] {
  const count = listCounter();
  const fresh: string[] = [];
  let listing: Listing = nothingListed;
  for (const pages of readings)
    for (const one of pages) {
      const counted = count({ call: 'people', of: 'asa@example.org' }, listing, one);
      fresh.push(...counted.fresh);
      // The state is stored and read in between.
      listing = listingSchema.parse(JSON.parse(JSON.stringify(counted.listing)));
      if (counted.ask === 'nothing') return fresh;
      if (counted.ask === 'first-page') break;
    }
  throw new Error('the list has no end');
}

const incomplete = expect.objectContaining({ code: 'incomplete-answer' });
const loop = expect.objectContaining({ code: 'cursor-loop' });

describe('a list', () => {
  it('is complete if it returned as many as it reported', () => {
    expect(read([[page(['a', 'b'], 3, false), page(['c'], 3, true)]])).toEqual(['a', 'b', 'c']);
  });

  it('is complete if it returned more than it reported, or reported nothing', () => {
    expect(read([[page(['a', 'b'], 1, true)]])).toEqual(['a', 'b']);
    expect(read([[page(['a'], null, true)]])).toEqual(['a']);
    expect(read([[page([], 0, true)]])).toEqual([]);
  });

  it('is incomplete if it returned fewer than it reported, twice', () => {
    const short = [page(['a'], 3, false), page(['b'], 3, true)];
    expect(() => read([short, short])).toThrow(incomplete);
    expect(() => read([[page([], 3, true)], [page([], 3, true)]])).toThrow(incomplete);
  });

  it('counts an id once however often it is returned', () => {
    const short = [page(['a', 'a'], 3, false), page(['a', 'b'], 3, true)];
    expect(() => read([short, short])).toThrow(incomplete);
  });

  it('is read once more if a record was deleted during the reading, and returns nothing twice', () => {
    // "a" is deleted after the first page. "c" moves to the first page, so it is on no page that is read.
    const first = [page(['a', 'b'], 4, false), page(['d'], 3, true)];
    const again = [page(['b', 'c'], 3, false), page(['d'], 3, true)];
    expect(read([first, again])).toEqual(['a', 'b', 'd', 'c']);
  });

  it('must reach the largest total that it reported', () => {
    const shrinking = [page(['a'], 3, false), page(['b'], 2, true)];
    expect(() => read([shrinking, shrinking])).toThrow(incomplete);
    const growing = [page(['a'], 2, false), page(['b'], 3, true)];
    expect(() => read([growing, growing])).toThrow(incomplete);
  });

  it('does not end at an empty page with a next page, and fails if such pages do not stop', () => {
    expect(read([[page(['a'], 2, false), page([], 2, false), page(['b'], 2, true)]])).toEqual(['a', 'b']);
    expect(() => read([Array.from({ length: 50 }, () => page([], null, false))])).toThrow(loop);
  });

  it('is named in an error only by its call', () => {
    for (const pages of [[page([], 1, true)], Array.from({ length: 9 }, () => page([], null, false))])
      try {
        read([pages, pages]);
        expect.unreachable();
      } catch (error) {
        expect(String(error)).toContain('people: ');
        expect(String(error)).not.toContain('asa@example.org');
      }
  });

  it('fails as a loop if a page is returned twice', () => {
    expect(() =>
      read([[page(['a', 'b'], null, false), page(['c'], null, false), page(['b', 'a'], null, true)]]),
    ).toThrow(loop);
  });

  it('never counts as complete if pages are missing, however they are divided', () => {
    assert(
      property(
        uniqueArray(string(), { minLength: 1, maxLength: 20 }),
        integer({ min: 1, max: 5 }),
        nat(),
        (ids, size, which) => {
          const pages = Array.from({ length: Math.ceil(ids.length / size) }, (_, index) =>
            ids.slice(index * size, (index + 1) * size),
          );
          const as = (kept: readonly (readonly string[])[]): readonly ListPage[] =>
            kept.map((one, index) => page(one, ids.length, index === kept.length - 1));
          expect(read([as(pages)])).toEqual(ids);
          const lost = pages.map((one, index) => (index === which % pages.length ? [] : one));
          expect(() => read([as(lost), as(lost)])).toThrow(incomplete);
        },
      ),
    );
  });
});
describe('a total', () => {
  it('is a whole number, or one in digits', () => {
    for (const [told, read] of [
      [0, 0],
      [3, 3],
      ['3', 3],
      ['03', 3],
    ] as const)
      expect(countSchema.parse(told)).toBe(read);
  });

  it.each([
    [undefined],
    [null],
    [''],
    [' '],
    ['three'],
    [-1],
    [1.5],
    ['-1'],
    ['1.5'],
    [Number.NaN],
    [true],
    [[]],
    [{}],
  ])('is not %j', (told) => {
    expect(countSchema.safeParse(told).success).toBe(false);
  });
});
