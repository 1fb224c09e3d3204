// A value with closed pieces: what is selected in it is selected in the value itself.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { closedValue, withOpenQuotes } from '#web/console/src/logic/review-folds.ts';

const folded = (value: string, folds: readonly { readonly from: number; readonly to: number }[], from = 0) =>
  closedValue({ value, from, folds: folds.map((fold) => ({ ...fold, in: '0'.repeat(32) })) }, (lines) => `[${lines}]`);

it('A mark stands in place of each closed piece, with the number of its lines', () => {
  expect(
    folded('Ja.\n> a\n> b\nHej\n> c\n', [
      { from: 4, to: 12 },
      { from: 16, to: 20 },
    ]).text,
  ).toBe('Ja.\n[2]\nHej\n[1]\n');
  expect(folded('Ja.', []).text).toBe('Ja.');
});

it('A value that is shown from a later place has its pieces at their places', () => {
  expect(folded('b\n> x\nc', [{ from: 12, to: 16 }], 10).text).toBe('b\n[1]\nc');
});

it('A selection after a closed piece is the same text in the value; one that touches a mark has the whole piece', () => {
  const value = 'Ja.\n> aa\n> bb\nGustav';
  const { text, inValue } = folded(value, [{ from: 4, to: 14 }]);
  const at = text.indexOf('Gustav');
  const part = inValue({ from: at, to: at + 6 });
  expect(value.slice(part.from, part.to)).toBe('Gustav');
  expect(inValue({ from: 5, to: 6 })).toEqual({ from: 4, to: 13 });
  expect(inValue({ from: 0, to: 5 })).toEqual({ from: 0, to: 13 });
});

it('Whatever is selected outside the marks is the same text in the value', () => {
  const value = fc.array(fc.constantFrom('a\n', 'bb\n', '> c\n', 'd'), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(value, fc.array(fc.nat(), { maxLength: 6 }), fc.nat(), fc.nat(), (pieces, cuts, first, second) => {
      const all = pieces.join('');
      const edges = [...new Set(cuts.map((cut) => cut % (all.length + 1)))].toSorted((x, y) => x - y);
      const folds = edges.flatMap((from, index) => {
        const to = edges[index + 1];
        return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
      });
      const { text, inValue } = closedValue(
        { value: all, from: 0, folds: folds.map((fold) => ({ ...fold, in: '' })) },
        (lines) => '§'.repeat(lines),
      );
      const [from = 0, to = 0] = [first % (text.length + 1), second % (text.length + 1)].toSorted((x, y) => x - y);
      const shown = text.slice(from, to);
      if (from === to || shown.includes('§')) return;
      const part = inValue({ from, to });
      expect(all.slice(part.from, part.to)).toBe(shown);
    }),
  );
});

it('A quote of a record of which something was masked, withheld or rejected is open', () => {
  const field = { folds: [{ from: 0, to: 1, in: 'a' }] };
  const quoting = { fields: [field] };
  const after = (doing?: 'release' | 'mask' | 'withhold' | 'reject') =>
    withOpenQuotes(quoting, new Map([['a', { decisions: doing === undefined ? [] : [{ do: doing }] }]]));
  for (const doing of [undefined, 'release'] as const) expect(after(doing)).toBe(quoting);
  for (const doing of ['mask', 'withhold', 'reject'] as const) expect(after(doing).fields).toEqual([{ folds: [] }]);
});
