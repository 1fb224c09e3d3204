// Rules that hold for every text.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screenFor } from '#domain/screening/screen.ts';
import { nobody } from './marked.ts';

const planted = [
  ['email', 'gunvor.kvist@example.org'],
  ['phone', '070-174 06 34'],
  ['personnummer', '801231-2388'],
  ['iban', 'SE45 5000 0000 0583 9825 7466'],
  ['card', '4111 1111 1111 1111'],
  ['secret', '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'],
] as const;
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...'Aaå @.-+0123456789\n,:/Sgatn$='), maxLength: 200 }),
);

describe('For every text', () => {
  it('places lie in the text, in order, and do not overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const { from, to } of screenFor(nobody)(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
  it.each(planted)('%s is found on its own line, whatever is around it', (kind, value) => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const text = `${before}\n\n${value}\n\n${after}`;
        const from = before.length + 2;
        const covers = screenFor(nobody)(text).some((place) => place.from <= from && place.to >= from + value.length);
        expect(covers, kind).toBe(true);
      }),
    );
  });
  it.each(planted.slice(0, 3))('%s of the person is not proposed', (_, value) => {
    const own = { names: [], identifiers: [{ value }] };
    fc.assert(
      fc.property(fc.constantFrom('', ' ', '(', '\n', 'Mail: ', 'tel. '), (before) => {
        expect(screenFor({ ...nobody, own })(`${before}${value} `)).toEqual([]);
      }),
    );
  });
});
