import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { placeOf, reviewAddress } from '#web/console/src/logic/place.ts';
import { reviewActionOf, reviewLetters } from '#web/console/src/logic/review-keys.ts';
import { factsQueryOf, itemAfter, queryOf } from '#web/console/src/logic/review-list.ts';
import { selectionIn } from '#web/console/src/logic/review-selection.ts';

const listed = (...open: readonly boolean[]) => open.map((one, index) => ({ id: `i${index}`, open: one }));

describe('which record comes next', () => {
  test('after a decision it is the next record without a decision; after the last, it starts with the first', () => {
    const items = listed(true, false, true, false);
    expect(itemAfter(items, 'i0', 1, true)).toBe('i2');
    expect(itemAfter(items, 'i2', 1, true)).toBe('i0');
    expect(itemAfter(items, 'i2', -1, true)).toBe('i0');
    expect(itemAfter(items, 'i0', -1, true)).toBe('i2');
    expect(itemAfter(items, undefined, 1, true)).toBe('i0');
    expect(itemAfter(listed(false, false), 'i0', 1, true)).toBeUndefined();
    expect(itemAfter([], undefined, 1, true)).toBeUndefined();
  });

  test('in a list of all records every record comes, and the list does not start again at its ends', () => {
    const items = listed(true, false, true);
    expect(itemAfter(items, 'i0', 1, false)).toBe('i1');
    expect(itemAfter(items, 'i2', 1, false)).toBeUndefined();
    expect(itemAfter(items, 'i0', -1, false)).toBeUndefined();
  });

  test('going on reaches every record without a decision', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 20 }), (open) => {
        const items = listed(...open);
        const met = new Set<string>();
        let at = itemAfter(items, undefined, 1, true);
        while (at !== undefined && !met.has(at)) {
          met.add(at);
          at = itemAfter(items, at, 1, true);
        }
        expect([...met].toSorted()).toEqual(items.flatMap((one) => (one.open ? [one.id] : [])).toSorted());
      }),
    );
  });
});

describe('the keys of the review', () => {
  const press = (key: string, focus: 'page' | 'value' | 'text' = 'page', withModifier = false) => ({
    key,
    focus,
    withModifier,
  });

  test('a letter key acts on the page and in a shown value, never in a text field or with a modifier', () => {
    for (const [key, action] of Object.entries(reviewLetters)) {
      expect(reviewActionOf(press(key), true)).toBe(action);
      expect(reviewActionOf(press(key, 'value'), true)).toBe(action);
      expect(reviewActionOf(press(key, 'text'), true)).toBeUndefined();
      expect(reviewActionOf(press(key, 'page', true), true)).toBeUndefined();
      expect(reviewActionOf(press(key), false)).toBeUndefined();
    }
  });

  test('the arrow keys work even if letter keys are off, and move the selection in a shown value', () => {
    expect(reviewActionOf(press('ArrowRight'), false)).toBe('next');
    expect(reviewActionOf(press('ArrowLeft'), false)).toBe('previous');
    expect(reviewActionOf(press('ArrowRight', 'value'), true)).toBeUndefined();
  });
});

test('a selection counts a line break of two characters as two', () => {
  expect(selectionIn('ab\r\ncd', 3, 4)).toEqual({ from: 4, to: 5 });
  expect(selectionIn('ab\ncd', 3, 4)).toEqual({ from: 3, to: 4 });
  expect(selectionIn('abc', 1, 1)).toBeUndefined();
});

test('the address of a review names only the case', () => {
  expect(reviewAddress('R-1/2')).toBe('#/cases/R-1%2F2/review');
  expect(placeOf('#/cases/R-1%2F2/review')).toEqual({ page: 'review', reference: 'R-1/2' });
  expect(placeOf('#/cases/R-1/review/x')).toEqual({ page: 'nowhere' });
});

test('a list requests its own records, a few at a time', () => {
  expect(queryOf({ filter: 'open' }, null)).toEqual({ limit: '10', open: 'true' });
  expect(factsQueryOf({ filter: 'open' })).toEqual({ limit: '1', open: 'true' });
  expect(factsQueryOf({ filter: 'sample', system: 's' })).toEqual({ limit: '1', show: 'by-rule', system: 's' });
  expect(queryOf({ filter: 'disputed', system: 's', resource: 'r', text: 'x' }, 'c')).toEqual({
    limit: '10',
    show: 'disputed',
    system: 's',
    resource: 'r',
    cursor: 'c',
  });
});
