// Rows are drawn from a list of any length, and each has the same chance.
import { expect, it } from 'vitest';
import { drawRows } from '#casework/review/draw-rows.ts';
import { drawFrom } from '#domain/review/sample.ts';
import { rowsPerPage, type SheetPage } from '#domain/review/sheet-index.ts';

/** A list with this number of rows. The id of a row ends with its number. */
function listOf(rows: number) {
  const page = (number: number): SheetPage => ({
    v: 1,
    system: 'crm',
    stored: ['key'],
    rows: Array.from({ length: Math.min(rowsPerPage, rows - (number - 1) * rowsPerPage) }, (_, index) => ({
      id: String((number - 1) * rowsPerPage + index).padStart(32, '0'),
      version: '0'.repeat(16),
      resource: 'card',
      standing: 'belongs',
      rule: 'own-data-of-low-risk-system',
      documents: 0,
      at: { list: 'findings', index },
      from: 0,
    })),
  });
  const read: number[] = [];
  const made = new Map<number, SheetPage>();
  return {
    read,
    draw: async (limit: number, seed: string, isAsked: (number: number) => boolean = () => true) => {
      const numbers = Array.from({ length: Math.ceil(rows / rowsPerPage) }, (_, index) => index + 1);
      const pageAt = async (number: number) => {
        read.push(number);
        const known = made.get(number) ?? page(number);
        made.set(number, known);
        return known;
      };
      const drawn = await drawRows(numbers, pageAt, ({ row }) => isAsked(Number(row.id)), limit, drawFrom(seed));
      return drawn.map(({ row }) => Number(row.id));
    },
  };
}

it.each([300, 1_000_000])(
  'Of %i rows different ones are drawn, by another seed others, and few pages are read',
  async (rows) => {
    const { draw, read } = listOf(rows);
    const first = await draw(10, 'a');
    expect(new Set(first).size).toBe(10);
    expect(await draw(10, 'a')).toEqual(first);
    expect(await draw(10, 'b')).not.toEqual(first);
    expect(read.length).toBeLessThanOrEqual(60);
  },
);

it('Only rows that are asked for are drawn, and fewer if there are not more', async () => {
  expect((await listOf(300).draw(10, 'a', (number) => number < 4)).toSorted()).toEqual([0, 1, 2, 3]);
  const drawn = await listOf(100_000).draw(10, 'a', (number) => number % 2 === 0);
  expect([drawn.length, drawn.filter((number) => number % 2 === 1)]).toEqual([10, []]);
  expect(await listOf(100_000).draw(10, 'a', () => false)).toEqual([]);
});

it('A row of a page with few rows is drawn as often as a row of any other', async () => {
  // The 21st page has ten rows: 10 of 4,010 rows, and not one of 21 draws.
  const { draw } = listOf(20 * rowsPerPage + 10);
  const seeds = Array.from({ length: 400 }, (_, index) => String(index));
  const drawn = (await Promise.all(seeds.map(async (seed) => await draw(10, seed)))).flat();
  expect(drawn).toHaveLength(4_000);
  const last = drawn.filter((number) => number >= 20 * rowsPerPage).length;
  expect([last > 0, last < 40]).toEqual([true, true]);
});
