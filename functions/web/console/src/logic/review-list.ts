import type { ReviewItem } from '#api/review.ts';

/** Which items of the sheet the review page lists. */
export const reviewFilters = ['open', 'all', 'possible', 'disputed', 'documents', 'done', 'by-rule'] as const;
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
 * The id of the item to show after `current`: the next (`step` 1) or the previous one (`step` -1). With `onlyOpen` the
 * items without a decision count, and after the last comes the first; without it all items count, and the ends are
 * ends. `undefined`: there is none.
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

/** `items` with the new state of those in `fresh`; items of `fresh` that are not among them come last. */
export function withItems<T extends Listed>(items: readonly T[], fresh: readonly T[]): readonly T[] {
  const known = new Set(items.map(({ id }) => id));
  return [
    ...items.map((one) => fresh.find(({ id }) => id === one.id) ?? one),
    ...fresh.filter(({ id }) => !known.has(id)),
  ];
}

/** Whether a record needs an answer to whose it is before it can be released. */
export function isUncertain({ tie: { how } }: Pick<ReviewItem, 'tie'>): boolean {
  return how === 'possible' || how === 'disputed';
}

/** The command of the last decision on an item, without those for all that are alike; `null`: there is none. */
export function lastCommandOn({ decisions }: Pick<ReviewItem, 'decisions'>): string | null {
  return decisions.findLast(({ alike }) => !alike)?.commandId ?? null;
}

/** The last decision on an item that can be undone from it: the newest that is not for all that are alike. */
export function lastDecision({
  decisions,
}: Pick<ReviewItem, 'decisions'>): ReviewItem['decisions'][number] | undefined {
  return decisions.findLast(({ alike }) => !alike) ?? decisions.at(-1);
}

/** How many items one call loads. Few, because the API records every item that it sends as seen. */
const itemsPerPage = '10';

/** The query for what is asked, from a cursor on. The text to find is not in it, because a URL holds no personal data. */
export function queryOf(
  { filter, system, resource }: ReviewAsked,
  cursor: string | null,
): Readonly<Record<string, string>> {
  return {
    limit: itemsPerPage,
    ...(filter === 'open' ? { open: 'true' } : filter === 'all' ? {} : { show: filter }),
    ...(system === undefined ? {} : { system }),
    ...(resource === undefined ? {} : { resource }),
    ...(cursor === null ? {} : { cursor }),
  };
}
