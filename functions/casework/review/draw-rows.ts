import { sampleOf, type Draw } from '#domain/review/sample.ts';
import { rowsPerPage, type SheetPage, type SheetRow } from '#domain/review/sheet-index.ts';

/** A row, and the page of the sheet on which it stands. */
export interface RowOnPage {
  readonly page: SheetPage;
  readonly row: SheetRow;
}

/** A list of at most this many pages is read as a whole before rows are drawn. */
const mostPagesRead = 20;
/** In a longer list, at most this many places are tried. */
const mostTries = 200;

/**
 * Draws at most `limit` rows at random from the pages with these numbers. Only rows for which `isAsked` is true are
 * drawn, and each of these has the same chance. If a very long list has few such rows, the function may not find all of
 * them.
 */
export async function drawRows(
  numbers: readonly number[],
  pageAt: (number: number) => Promise<SheetPage>,
  isAsked: (row: RowOnPage) => boolean,
  limit: number,
  draw: Draw,
): Promise<readonly RowOnPage[]> {
  if (numbers.length <= mostPagesRead) {
    const pages = await Promise.all(numbers.map(pageAt));
    return sampleOf(pages.flatMap((page) => page.rows.map((row) => ({ page, row }))).filter(isAsked), limit, draw);
  }
  const drawn = new Map<string, RowOnPage>();
  const pages = new Map<number, SheetPage>();
  for (let tries = 0; tries < mostTries && drawn.size < limit; tries += 1) {
    const number = numbers[draw(numbers.length)] ?? 1;
    const page = pages.get(number) ?? (await pageAt(number));
    pages.set(number, page);
    // A row of a page that has fewer rows than others must not have a better chance.
    const row = page.rows[draw(rowsPerPage)];
    if (row !== undefined && isAsked({ page, row })) drawn.set(row.id, { page, row });
  }
  return [...drawn.values()];
}
