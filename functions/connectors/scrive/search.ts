import * as z from 'zod';
import type { Candidate, Page, SearchContext } from '../sdk/connector.ts';
import { ConnectorFailure } from '../sdk/failure.ts';
import { spellings } from '../sdk/spellings.ts';
import { documentRecord, historyRecords, partyRecord } from './records.ts';
import { documentListSchema, documentSchema, historySchema } from './wire.ts';

const documentsPerPage = 10;
// Newest first: what changes during the search moves to documents seen already, never past them.
const sorting = JSON.stringify([{ sort_by: 'mtime', order: 'descending' }]);

const cursorSchema = z.strictObject({
  query: z.int(),
  offset: z.int(),
  /** Documents given already: several texts find the same one. */
  seen: z.array(z.string()),
});
type Cursor = z.infer<typeof cursorSchema>;

/** The settings that the search needs. */
export interface ScriveSearchSettings {
  readonly historyLanguage: string;
}

/** Pages of documents for `scrive`; pages without candidates are left out, but for the last. */
export async function* scrivePages(
  context: SearchContext<ScriveSearchSettings>,
): AsyncGenerator<Page, void, undefined> {
  const queries = context.identifiers.flatMap((identifier) =>
    spellings(identifier).flatMap((text) => [filterOf(text, 'is_not_in_trash'), filterOf(text, 'is_in_trash')]),
  );
  let at: Cursor | null =
    context.cursor === null ? { query: 0, offset: 0, seen: [] } : cursorSchema.parse(context.cursor);
  let last: Listed | undefined;
  while (at !== null) {
    const list: Listed = await listed(context, queries, at);
    if (list.ids.length > 0 && last?.query === list.query && last.ids.join() === list.ids.join())
      throw new ConnectorFailure('cursor-loop', 'the list gave the same documents at the next offset');
    last = list;
    const step = await read(context, at, list, queries.length);
    if (step.candidates.length > 0 || step.next === null) yield step;
    at = step.next;
  }
}

/** What one listing gave: document ids, newest first. */
interface Listed {
  readonly query: number;
  readonly ids: readonly string[];
}

interface Step {
  readonly candidates: readonly Candidate[];
  readonly next: Cursor | null;
}

async function read(
  context: SearchContext<ScriveSearchSettings>,
  { query, offset, seen }: Cursor,
  { ids }: Listed,
  queries: number,
): Promise<Step> {
  const fresh = ids.filter((id) => !seen.includes(id));
  const candidates: Candidate[] = [];
  for (const id of fresh) candidates.push(...(await candidatesOf(context, id)));
  const kept = [...seen, ...fresh];
  // The count that comes with the list is capped, and a page may be shorter than asked for: only an empty one ends.
  if (ids.length > 0) return { candidates, next: { query, offset: offset + ids.length, seen: kept } };
  return { candidates, next: query + 1 < queries ? { query: query + 1, offset: 0, seen: kept } : null };
}

function filterOf(text: string, trash: 'is_in_trash' | 'is_not_in_trash'): string {
  return JSON.stringify([{ filter_by: 'text', text }, { filter_by: trash }]);
}

async function listed(
  context: SearchContext<ScriveSearchSettings>,
  queries: readonly string[],
  { query, offset }: Cursor,
): Promise<Listed> {
  const filter = queries[query];
  // Without a filter Scrive would list everything.
  if (filter === undefined) return { query, ids: [] };
  const { documents } = await context.request('documents', {
    query: { offset, max: documentsPerPage, filter, sorting },
    answer: documentListSchema,
  });
  return { query, ids: documents.map(({ id }) => id) };
}

/**
 * The person's part in a document, the document and its log; where no party is the person, all parties without the
 * document, since the text that was searched for may stand anywhere in it.
 */
async function candidatesOf(context: SearchContext<ScriveSearchSettings>, id: string): Promise<readonly Candidate[]> {
  const document = await context.find('document', { path: { document: id }, answer: documentSchema });
  if (document === undefined) return [];
  const own = document.parties.filter((party) => context.isPerson(partyRecord(document, party)));
  if (own.length === 0) return document.parties.map((party) => ({ ...partyRecord(document, party), attachments: [] }));
  const { events } = await context.request('history', {
    path: { document: id },
    query: { lang: context.settings.historyLanguage },
    answer: historySchema,
  });
  return [
    ...own.map((party) => partyRecord(document, party)),
    documentRecord(document, own),
    ...own.flatMap((party) => historyRecords(document, party, events)),
  ];
}
