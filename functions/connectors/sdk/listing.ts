import * as z from 'zod';
import { ConnectorFailure } from './failure.ts';

/**
 * How far a list was read. The progress is stored in the cursor, so that a search which continues counts from there.
 */
export const listingSchema = z.strictObject({
  /** The largest total that the system has reported for the list; `null` if it has reported none. */
  told: z.int().nonnegative().nullable(),
  /** The different ids that the list has returned. */
  given: z.array(z.string()),
  /** The ids of the first reading, if that reading ended too early and the list is read again. */
  before: z.array(z.string()),
  /** How many empty pages came in a row. */
  empty: z.int().nonnegative(),
});
export type Listing = Readonly<z.infer<typeof listingSchema>>;

/** The state of a list before its first page. */
export const nothingListed: z.infer<typeof listingSchema> = { told: null, given: [], before: [], empty: 0 };

/** Identifies one list of a search. */
export interface List {
  readonly call: string;
  /**
   * Distinguishes the lists of one call, for example by customer. The value may be personal data, so no error contains
   * it.
   */
  readonly of: string | number;
}

/** One page of a list. */
export interface ListPage {
  readonly ids: readonly string[];
  /** The total that the page reports; `null` if it reports none. */
  readonly told: number | null;
  /** Whether the system says that this page is the last. */
  readonly last: boolean;
}

export interface Counted {
  readonly listing: z.infer<typeof listingSchema>;
  /** Ids on this page that the list has not returned before. */
  readonly fresh: readonly string[];
  /**
   * What the connector requests next for this list: the next page, the first page again, or nothing, because the list
   * is complete.
   */
  readonly ask: 'next-page' | 'first-page' | 'nothing';
}

// Some systems first divide a list into pages, and then remove the records that the caller may not see. So an empty
// page is not always the last.
const mostEmptyPages = 5;

/**
 * Makes a function that counts the records of each list of a search.
 *
 * A list is complete after its last page, if it has returned as many different ids as its largest reported total. A
 * list that ends too early is read once more, because records may be added or deleted between two pages. If it ends too
 * early again, the function throws `incomplete-answer`.
 *
 * If a page is repeated, or if too many pages are empty, it throws `cursor-loop`.
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

/** The failure for a list with fewer records than its total, and for a listed id without a record. */
export function incompleteAnswer(call: string): ConnectorFailure {
  return new ConnectorFailure('incomplete-answer', `${call}: the system returned fewer records than it reported`);
}
