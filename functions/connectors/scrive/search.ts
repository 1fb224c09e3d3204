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
// Newest first: a document that changes during the search moves towards the documents that are already read, so it is
// never skipped.
const sorting = JSON.stringify([{ sort_by: 'mtime', order: 'descending' }]);

const cursorSchema = z.strictObject({
  query: z.int(),
  offset: z.int(),
  /** The progress of this query's list. */
  listing: listingSchema.default(nothingListed),
  /** Ids of documents already returned: several search texts find the same document. */
  seen: z.array(z.string()),
});
type Cursor = z.infer<typeof cursorSchema>;

/** The settings that the search needs. */
export interface ScriveSearchSettings {
  readonly historyLanguage: string;
}

/** Pages of documents for `scrive`. A page without candidates is left out, unless it is the last. */
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

/** One query of the document list: the documents whose text contains one spelling of an identifier. */
interface Query {
  readonly filter: string;
  readonly identifier: Identifier;
}

interface Step {
  readonly candidates: readonly Candidate[];
  readonly next: Cursor | null;
}

/** The documents of one page that were not returned before. */
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
  // Another query may find this document by other text.
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
  /** The list entries whose id is unreadable, by the placeholder that replaces the id. */
  readonly unread: ReadonlyMap<string, UnreadRecord>;
  /** The ids of documents whose list entry shows that the person is no party. */
  readonly others: ReadonlySet<string>;
}

/**
 * Whether a document in the list may name the person. A personnummer is also searched for by its last four characters,
 * which other people's numbers share. A document is not read if its list entry shows all parties and none of them has
 * the number.
 */
function mayHold(document: VendorFields, { kind, value }: Identifier): boolean {
  if (kind !== 'personnummer' || !Array.isArray(document['parties']) || unreadableIn(document) !== undefined)
    return true;
  return JSON.stringify(document)
    .toUpperCase()
    .replaceAll(/[^\dA-Z]/g, '')
    .includes(value.slice(-10));
}

/** One page of a list. An unreadable id is replaced by a placeholder. */
async function listed(
  context: SearchContext<ScriveSearchSettings>,
  queries: readonly Query[],
  query: number,
  offset: number,
): Promise<Listed> {
  const asked = queries[query];
  // Without a filter Scrive would list everything.
  if (asked === undefined) return { ids: [], told: 0, last: true, unread: new Map(), others: new Set() };
  const { filter, identifier } = asked;
  const { documents, total_matching: told } = await context.request('documents', {
    query: { offset, max: documentsPerPage, filter, sorting },
    answer: documentListSchema,
  });
  // Scrive caps the total, and a page may be shorter than requested. Only an empty page is the end.
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
 * The person's part in a document, the document and its log. If no party is the person, all parties are returned
 * without the document: the searched text may be anywhere in it.
 */
async function candidatesOf(context: SearchContext<ScriveSearchSettings>, id: string): Promise<readonly Candidate[]> {
  const document = await context.find('document', { path: { document: id }, answer: documentAnswer });
  // The list contained the document, so it must exist.
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
