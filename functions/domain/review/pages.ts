import * as z from 'zod';

/** Pages of a document, counted from 1, with both ends. */
export const pageRangeSchema = z.strictObject({ from: z.number().int().positive(), to: z.number().int().positive() });
export type PageRange = Readonly<z.infer<typeof pageRangeSchema>>;

/** The same pages in order, in as few ranges as possible. A range whose end lies before its beginning has no page. */
export function inOrder(ranges: readonly PageRange[]): readonly PageRange[] {
  const joined: PageRange[] = [];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    if (from > to) continue;
    const last = joined.at(-1);
    if (last === undefined || from > last.to + 1) joined.push({ from, to });
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, to) };
  }
  return joined;
}

/** Whether `all` contains all pages of `some`. */
export function hasAll(all: readonly PageRange[], some: readonly PageRange[]): boolean {
  const within = inOrder(all);
  return inOrder(some).every(({ from, to }) => within.some((one) => one.from <= from && to <= one.to));
}

/** The pages of a document of `total` pages that are not in `ranges`. */
export function otherPages(ranges: readonly PageRange[], total: number): readonly PageRange[] {
  const others: PageRange[] = [];
  let next = 1;
  for (const { from, to } of inOrder(ranges)) {
    if (from > total) break;
    if (from > next) others.push({ from: next, to: from - 1 });
    next = to + 1;
  }
  return next > total ? others : [...others, { from: next, to: total }];
}

/** How many pages there are in the ranges. A page counts once. */
export function countOf(ranges: readonly PageRange[]): number {
  return inOrder(ranges).reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

/** The pages as a person writes them, such as `3–4, 7`. */
export function pagesText(ranges: readonly PageRange[]): string {
  return inOrder(ranges)
    .map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`))
    .join(', ');
}

/** Reads page numbers that somebody typed, such as `3-4, 7`. `undefined`: the text is not a list of page numbers. */
export function pagesIn(text: string): readonly PageRange[] | undefined {
  const ranges: PageRange[] = [];
  const parts = text.replaceAll(/\s*[-–]\s*/g, '-').split(/[,;\s]+/);
  for (const part of parts.filter((one) => one !== '')) {
    const [, from, to = from] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part) ?? [];
    if (from === undefined || Number(from) < 1 || Number(to) < Number(from)) return undefined;
    ranges.push({ from: Number(from), to: Number(to) });
  }
  return inOrder(ranges);
}
