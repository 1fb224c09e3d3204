import * as z from 'zod';
import { ConnectorFailure } from './failure.ts';

/**
 * How much of a list was read. A connector stores it in its cursor, so that a search that continues after a stop goes
 * on counting.
 */
export const listingSchema = z.strictObject({
  /** The largest total that the system has reported for the list; `null` if it has reported none. */
  told: z.int().nonnegative().nullable(),
  /** The ids that the list has returned so far, each once. */
  given: z.array(z.string()),
  /** If the list ended too early and is read a second time: the ids of the first reading. */
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
   * Which of the lists of this call it is, for example the number of the customer whose invoices are listed. It may be
   * personal data, so no error contains it.
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
  /** Ids on this page that no earlier page of the list had, in the first or the second reading. */
  readonly fresh: readonly string[];
  /**
   * What the connector requests next for this list: the next page, the first page again, or nothing, because the list
   * is complete.
   */
  readonly ask: 'next-page' | 'first-page' | 'nothing';
}

// Some systems remove the records that the caller may not see only after they have divided the list into pages. So an
// empty page may be followed by others.
const mostEmptyPages = 5;

/**
 * Makes a function that a connector calls after each page of a list. It counts the records and says what to request
 * next.
 *
 * A list is complete if all its pages were read, and have as many different ids as the largest total that a page
 * reported. A list that ends too early is read once more, because records may be added or deleted between two pages. If
 * it ends too early again, the function throws `incomplete-answer`.
 *
 * Throws `cursor-loop` if a page has only ids of earlier pages, or after too many empty pages in a row.
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

/**
 * Makes the failure for a list with fewer records than its total, and for a record that a list names and the system
 * does not return.
 */
export function incompleteAnswer(call: string): ConnectorFailure {
  return new ConnectorFailure('incomplete-answer', `${call}: the system returned fewer records than it reported`);
}
