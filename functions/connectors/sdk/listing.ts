import * as z from 'zod';
import { ConnectorFailure } from './failure.ts';

/** The progress of reading a list. It is part of the cursor, so that a continued search keeps counting. */
export const listingSchema = z.strictObject({
  /** The largest total that the system has reported for the list; `null` if the system reports none. */
  told: z.int().nonnegative().nullable(),
  /** Ids that the list has returned, each once. */
  given: z.array(z.string()),
  /** Ids from a first reading of the list, which ended too early. */
  before: z.array(z.string()),
  /** The number of empty pages in a row. */
  empty: z.int().nonnegative(),
});
export type Listing = Readonly<z.infer<typeof listingSchema>>;

/** The progress of a list of which no page has been read. */
export const nothingListed: z.infer<typeof listingSchema> = { told: null, given: [], before: [], empty: 0 };

/** Identifies a list within a search. */
export interface List {
  readonly call: string;
  /** Distinguishes the lists of one call. It may be personal data, so no error contains it. */
  readonly of: string | number;
}

/** One page of a list. */
export interface ListPage {
  readonly ids: readonly string[];
  /** The total that this page reports; `null` if the system reports none. */
  readonly told: number | null;
  /** Whether the system says that this is the last page. */
  readonly last: boolean;
}

export interface Counted {
  readonly listing: z.infer<typeof listingSchema>;
  /** Ids on the page that the list had not returned before. */
  readonly fresh: readonly string[];
  /**
   * What to request next for this list: its next page, its first page again, or nothing because the list is complete.
   */
  readonly ask: 'next-page' | 'first-page' | 'nothing';
}

// Some systems divide a list into pages first, and then remove records that the caller may not see. A few empty pages
// are therefore not the end.
const mostEmptyPages = 5;

/**
 * Counts the records in the lists of one search. A list is complete if it returned as many different ids as the largest
 * total that was reported. A list that ends too early is read once more, because records are deleted and added between
 * pages. If it ends too early again, the failure is `incomplete-answer`. A repeated page, or too many empty pages, give
 * the failure `cursor-loop`.
 */
export function listCounter(): (list: List, before: Listing, page: ListPage) => Counted {
  const readOnceMore = new Set<string>();
  return ({ call, of }, before, page) => {
    const list = `${call} ${of}`;
    const ids = [...new Set(page.ids)];
    const news = ids.filter((id) => !before.given.includes(id));
    if (ids.length > 0 && news.length === 0)
      throw new ConnectorFailure('cursor-loop', `${call}: the same page was returned twice`);
    const empty = ids.length === 0 ? before.empty + 1 : 0;
    if (!page.last && empty > mostEmptyPages)
      throw new ConnectorFailure('cursor-loop', `${call}: too many empty pages in a row`);
    const told = page.told === null ? before.told : Math.max(page.told, before.told ?? 0);
    const given = [...before.given, ...news];
    const fresh = news.filter((id) => !before.before.includes(id));
    const listing = { told, given, before: [...before.before], empty };
    if (!page.last) return { listing, fresh, ask: 'next-page' };
    if (given.length >= (told ?? 0)) return { listing, fresh, ask: 'nothing' };
    if (readOnceMore.has(list)) throw incompleteAnswer(call);
    readOnceMore.add(list);
    const earlier = [...new Set([...before.before, ...given])];
    return { listing: { ...nothingListed, before: earlier }, fresh, ask: 'first-page' };
  };
}

/** The failure if the system returned fewer records than its total, or not the record of a listed id. */
export function incompleteAnswer(call: string): ConnectorFailure {
  return new ConnectorFailure('incomplete-answer', `${call}: the system returned fewer records than it reported`);
}
