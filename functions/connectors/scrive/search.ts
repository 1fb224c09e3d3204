import * as z from 'zod';
import { standInFor } from '#domain/findings/stand-in.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { Unreadable, unreadableIn } from '#domain/json-reader.ts';
import type { Candidate, Page, SearchContext } from '../sdk/connector.ts';
import { incompleteAnswer, listCounter, listingSchema, nothingListed, type ListPage } from '../sdk/listing.ts';
import { textSpellings } from '../sdk/spellings.ts';
import { UnreadRecord } from '../sdk/unread-record.ts';
import { nameIn, type VendorFields } from '../sdk/vendor-values.ts';
import {
  documentRecord,
  historyRecords,
  partyRecord,
  unreadDocument,
  unreadEntries,
  unreadHistory,
  unreadParty,
} from './records.ts';
import { documentAnswer, documentListSchema, historyAnswer } from './wire.ts';

const documentsPerPage = 10;
// Sorts by the time of the last change, newest first. A document that changes during the search moves to the front and
// pushes the others back, so none of the others is skipped.
const sorting = JSON.stringify([{ sort_by: 'mtime', order: 'descending' }]);

const cursorSchema = z.strictObject({
  query: z.int(),
  offset: z.int(),
  /** How much of the result list of this query was read. */
  listing: listingSchema.default(nothingListed),
  /** The ids of the documents that were returned before, because several queries can find the same document. */
  seen: z.array(z.string()),
});
type Cursor = z.infer<typeof cursorSchema>;

export interface ScriveSearchSettings {
  readonly historyLanguage: string;
}

/** Yields the pages of documents. An empty page is skipped, unless it is the last. */
export async function* scrivePages(
  context: SearchContext<ScriveSearchSettings>,
): AsyncGenerator<Page, void, undefined> {
  const queries = context.identifiers.flatMap((identifier) =>
    textSpellings(identifier).flatMap((text) =>
      (['is_not_in_trash', 'is_in_trash'] as const).map((trash) => ({ filter: filterOf(text, trash), identifier })),
    ),
  );
  const count = listCounter();
  let at: Cursor | null =
    context.cursor === null
      ? { query: 0, offset: 0, listing: nothingListed, seen: [] }
      : cursorSchema.parse(context.cursor);
  while (at !== null) {
    const step: Step = await read(context, count, queries, at);
    if (step.candidates.length > 0 || step.next === null) yield step;
    at = step.next;
  }
}

/** One query of the document list: all documents whose text contains one spelling of an identifier. */
interface Query {
  readonly filter: string;
  readonly identifier: Identifier;
}

interface Step {
  readonly candidates: readonly Candidate[];
  readonly next: Cursor | null;
}

/** Reads one page of the list, and those of its documents that no earlier page had. */
async function read(
  context: SearchContext<ScriveSearchSettings>,
  count: ReturnType<typeof listCounter>,
  queries: readonly Query[],
  { query, offset, listing: before, seen }: Cursor,
): Promise<Step> {
  const page = await listed(context, queries, query, offset);
  const { listing, ask } = count({ call: 'documents', of: query }, before, page);
  const fresh = page.ids.filter((id) => !seen.includes(id));
  const candidates: Candidate[] = [];
  // Documents in `others` are about other people, as far as this query shows, so they are not read. They are not added
  // to `seen` either: another query may find the same document by another identifier, and must then read it.
  const mine = fresh.filter((id) => !page.others.has(id));
  for (const id of mine) {
    const unread = page.unread.get(id);
    if (unread === undefined) candidates.push(...(await candidatesOf(context, id)));
    else candidates.push(unreadDocument(id, unread));
  }
  const kept = [...seen, ...mine];
  switch (ask) {
    case 'next-page':
      return { candidates, next: { query, offset: offset + page.ids.length, listing, seen: kept } };
    case 'first-page':
      return { candidates, next: { query, offset: 0, listing, seen: kept } };
    case 'nothing':
      return {
        candidates,
        next: query + 1 < queries.length ? { query: query + 1, offset: 0, listing: nothingListed, seen: kept } : null,
      };
  }
}

function filterOf(text: string, trash: 'is_in_trash' | 'is_not_in_trash'): string {
  return JSON.stringify([{ filter_by: 'text', text }, { filter_by: trash }]);
}

interface Listed extends ListPage {
  /** List entries whose id cannot be read. The key is the placeholder in `ids`, such as `unread:1:3`. */
  readonly unread: ReadonlyMap<string, UnreadRecord>;
  /**
   * The ids of documents that are about other people: the list shows all their parties, and no party has the searched
   * number.
   */
  readonly others: ReadonlySet<string>;
}

/**
 * Whether a document of the list may be about the person. A personnummer is also searched by its last four characters,
 * and other people's numbers can end with the same characters. If the list shows all parties of a document and none has
 * the whole number, the document is not read.
 */
function mayHold(document: VendorFields, { kind, value }: Identifier): boolean {
  if (kind !== 'personnummer' || !Array.isArray(document['parties']) || unreadableIn(document) !== undefined)
    return true;
  return JSON.stringify(document)
    .toUpperCase()
    .replaceAll(/[^\dA-Z]/g, '')
    .includes(value.slice(-10));
}

/** Reads one page of a list. An id that cannot be read is replaced by a placeholder. */
async function listed(
  context: SearchContext<ScriveSearchSettings>,
  queries: readonly Query[],
  query: number,
  offset: number,
): Promise<Listed> {
  const asked = queries[query];
  // Without a query there is no filter, and the call would return all documents of the company.
  if (asked === undefined) return { ids: [], told: 0, last: true, unread: new Map(), others: new Set() };
  const { filter, identifier } = asked;
  const { documents, total_matching: told } = await context.request('documents', {
    query: { offset, max: documentsPerPage, filter, sorting },
    answer: documentListSchema,
  });
  // Scrive reports at most 1000 more than the offset as the total, and a page may be shorter than requested. So only an
  // empty page shows that the list has ended.
  const unread = new Map<string, UnreadRecord>();
  const ids = documents.map((document, index) => {
    if (!(document instanceof UnreadRecord)) return document.id;
    const standIn = standInFor(query + 1, offset + index + 1);
    unread.set(standIn, document);
    return standIn;
  });
  const others = documents.filter(({ data }) => !mayHold(data, identifier)).map(({ data }) => nameIn(data['id']) ?? '');
  return { ids, told, last: documents.length === 0, unread, others: new Set(others) };
}

/**
 * The candidates from one document: the person as a party, the document and its log. If no party is the person, the
 * searched text is somewhere else in the document. Then only the parties are returned, and they become possible
 * records.
 */
async function candidatesOf(context: SearchContext<ScriveSearchSettings>, id: string): Promise<readonly Candidate[]> {
  const document = await context.find('document', { path: { document: id }, answer: documentAnswer });
  // The list has returned this id, so the document must exist.
  if (document === undefined) throw incompleteAnswer('document');
  if (document instanceof UnreadRecord) return [unreadDocument(id, document)];
  if (document.id !== id) return [unreadDocument(id, new UnreadRecord(new Unreadable('another-shape')))];
  const parties = document.parties.flatMap((party) => (party instanceof UnreadRecord ? [] : [party]));
  const unread = document.parties.flatMap((party, index) =>
    party instanceof UnreadRecord ? [unreadParty(document, party, index)] : [],
  );
  const own = parties.filter((party) => context.isPerson(partyRecord(document, party)));
  const [first] = own;
  if (first === undefined)
    return [...parties.map((party) => ({ ...partyRecord(document, party), attachments: [] })), ...unread];
  const history = await context.request('history', {
    path: { document: id },
    query: { lang: context.settings.historyLanguage },
    answer: historyAnswer,
  });
  return [
    ...own.map((party) => partyRecord(document, party)),
    ...unread,
    documentRecord(document, own),
    ...(history instanceof UnreadRecord
      ? own.map((party) => unreadHistory(document, party, history))
      : [
          ...own.flatMap((party) => historyRecords(document, party, history.events)),
          ...unreadEntries(document, first, history.events),
        ]),
  ];
}
