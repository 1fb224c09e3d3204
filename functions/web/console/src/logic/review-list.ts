import type { ReviewItem, ReviewPage } from '#api/review.ts';

/** Which items of the sheet the review page lists. */
export const reviewFilters = ['open', 'all', 'possible', 'disputed', 'documents', 'done', 'by-rule', 'sample'] as const;
export type ReviewFilter = (typeof reviewFilters)[number];

/** What the review page lists: a filter, and perhaps one system, one kind of record, and a text. */
export interface ReviewAsked {
  readonly filter: ReviewFilter;
  readonly system?: string | undefined;
  readonly resource?: string | undefined;
  readonly text?: string | undefined;
}

type Listed = Pick<ReviewItem, 'id' | 'open'>;

/**
 * The id of the item to show after `current`: the next (`step` 1) or the previous one (`step` -1); `undefined` if there
 * is none. With `onlyOpen`, only open items are considered, and the search continues at the other end of the list.
 * Without `onlyOpen`, all items are considered, and the search stops at the end of the list.
 */
export function itemAfter(
  items: readonly Listed[],
  current: string | undefined,
  step: 1 | -1,
  onlyOpen: boolean,
): string | undefined {
  const at = items.findIndex(({ id }) => id === current);
  const start = at === -1 && step === -1 ? items.length : at;
  const reach = onlyOpen ? items.length : step === 1 ? items.length - 1 - start : start;
  for (let far = 1; far <= reach; far += 1) {
    const index = start + far * step;
    const one = items[((index % items.length) + items.length) % items.length];
    if (one !== undefined && one.id !== current && (!onlyOpen || one.open)) return one.id;
  }
  return undefined;
}

/** Replaces the items that are also in `fresh`, and appends the other items of `fresh`. */
export function withItems<T extends Listed>(items: readonly T[], fresh: readonly T[]): readonly T[] {
  const known = new Set(items.map(({ id }) => id));
  return [
    ...items.map((one) => fresh.find(({ id }) => id === one.id) ?? one),
    ...fresh.filter(({ id }) => !known.has(id)),
  ];
}

/** The records that a decision on one record names: this record, and all records that show the same. */
export function onItem({ id, version, copies }: Pick<ReviewItem, 'id' | 'version' | 'copies'>): {
  readonly item: string;
  readonly version: string;
  readonly copies?: true;
} {
  return { item: id, version, ...(copies.length === 0 ? {} : { copies: true }) };
}

/** How many records are left to look at: records that show the same count once. */
export function leftToSee(kinds: ReviewPage['kinds']): number {
  return kinds.reduce((sum, { open, openCopies }) => sum + open - openCopies, 0);
}

/** Whether staff must decide whose record it is before it can be released. */
export function isUncertain({ tie: { how } }: Pick<ReviewItem, 'tie'>): boolean {
  return how === 'possible' || how === 'disputed';
}

/** The command of the last decision on this item; `null` if there is none. Alike decisions do not count. */
export function lastCommandOn({ decisions }: Pick<ReviewItem, 'decisions'>): string | null {
  return decisions.findLast(({ alike }) => !alike)?.commandId ?? null;
}

/**
 * The decision that the button "undo" of an item undoes: the last decision on this item or, if there is none, the last
 * alike decision.
 */
export function lastDecision({
  decisions,
}: Pick<ReviewItem, 'decisions'>): ReviewItem['decisions'][number] | undefined {
  return decisions.findLast(({ alike }) => !alike) ?? decisions.at(-1);
}

/** How many items one call loads. The number is small, because the API records every item that it sends as seen. */
const itemsPerPage = 10;
/** The most items that the API sends in one page. */
const mostPerPage = 50;

/**
 * The query parameters for the counts of the sheet, and for a look whether it has changed. They do not ask for a sample,
 * because the API records each look at one.
 */
export function factsQueryOf(asked: ReviewAsked): Readonly<Record<string, string>> {
  return { ...queryOf(asked.filter === 'sample' ? { ...asked, filter: 'by-rule' } : asked, null), limit: '1' };
}

/**
 * The query parameters for a page of the list, from `cursor` on. `atLeast`: how many items the page should have. They do not contain the text to search for, because a
 * URL must not contain personal data.
 */
export function queryOf(
  { filter, system, resource }: ReviewAsked,
  cursor: string | null,
  atLeast = 1,
): Readonly<Record<string, string>> {
  return {
    limit: String(Math.min(mostPerPage, Math.max(itemsPerPage, atLeast))),
    ...(filter === 'open' ? { open: 'true' } : filter === 'all' ? {} : { show: filter }),
    ...(system === undefined ? {} : { system }),
    ...(resource === undefined ? {} : { resource }),
    ...(cursor === null ? {} : { cursor }),
  };
}
