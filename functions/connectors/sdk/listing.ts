import * as z from 'zod';
import { ConnectorFailure } from './failure.ts';

/** What a list has given so far. It is part of the cursor, so that a search that goes on goes on counting. */
export const listingSchema = z.strictObject({
  /** The largest total that the system has told of the list; `null` where it tells none. */
  told: z.int().nonnegative().nullable(),
  /** Ids that the list has given, each once. */
  given: z.array(z.string()),
  /** Ids that it gave when it was read before, and then ended short. */
  before: z.array(z.string()),
  /** Pages in a row that gave nothing. */
  empty: z.int().nonnegative(),
});
export type Listing = Readonly<z.infer<typeof listingSchema>>;

/** The listing of a list of which nothing was read yet. */
export const nothingListed: z.infer<typeof listingSchema> = { told: null, given: [], before: [], empty: 0 };

/** Which list of a search it is. */
export interface List {
  readonly call: string;
  /** Tells apart the lists that one call gives. It may be personal data: no error holds it. */
  readonly of: string | number;
}

/** One page of a list. */
export interface ListPage {
  readonly ids: readonly string[];
  /** How many there are in all, as this page tells; `null` where the system tells no total. */
  readonly told: number | null;
  /** Whether the system says that no page follows. */
  readonly last: boolean;
}

export interface Counted {
  readonly listing: z.infer<typeof listingSchema>;
  /** Ids of the page that the list had not given before. */
  readonly fresh: readonly string[];
  /** What to ask of this list now: the next page, its first page once more, or nothing, since it is whole. */
  readonly ask: 'next-page' | 'first-page' | 'nothing';
}

// Some systems leave out what the caller may not see after they cut the page: a few empty pages are no end.
const mostEmptyPages = 5;

/**
 * Counts what the lists of one search give. A list is whole when it gave as many different ids as the largest total
 * that it told while it was read: so a total that changes meanwhile never passes unseen. A list that ends short is read
 * once more, since records are deleted and added while pages are turned; if it ends short again, that is an
 * `incomplete-answer`. A page that was given before, and empty pages without end, are a `cursor-loop`.
 */
export function listCounter(): (list: List, before: Listing, page: ListPage) => Counted {
  const readOnceMore = new Set<string>();
  return ({ call, of }, before, page) => {
    const list = `${call} ${of}`;
    const ids = [...new Set(page.ids)];
    const news = ids.filter((id) => !before.given.includes(id));
    if (ids.length > 0 && news.length === 0)
      throw new ConnectorFailure('cursor-loop', `${call}: the same page came twice`);
    const empty = ids.length === 0 ? before.empty + 1 : 0;
    if (!page.last && empty > mostEmptyPages)
      throw new ConnectorFailure('cursor-loop', `${call}: empty pages without end`);
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

/** The system told of more than it gave: fewer than its total, or not the record whose id it had given. */
export function incompleteAnswer(call: string): ConnectorFailure {
  return new ConnectorFailure('incomplete-answer', `${call}: the system told of more than it gave`);
}
