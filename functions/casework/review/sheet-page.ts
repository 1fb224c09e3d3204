import type { ReviewPage } from '#api/review.ts';
import { refusedItems } from '#domain/case/decisions/part-refusals.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import { languageFor } from '#domain/language.ts';
import type { FindingsPage, StoredAttachment } from '#domain/findings/finding.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import { tieOf, type ItemStanding } from '#domain/review/tie.ts';
import { recordAt, type StoredRecord } from '#domain/review/sheet.ts';
import {
  placesOf,
  type SheetIndex,
  type SheetList,
  type SheetPage,
  type SheetRow,
} from '#domain/review/sheet-index.ts';
import type { Findings } from '#store/findings.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { copiesOn } from './copies-on.ts';
import { decidedItems, openCounts, versionsDecided } from './decided-items.ts';
import { kindsNotByRule } from '#domain/review/by-rule.ts';
import { sha256 } from '#domain/canonical/canonical.ts';
import { drawFrom } from '#domain/review/sample.ts';
import type { Copies, Copy } from '#domain/review/copies.ts';
import { alikeRules } from '#domain/review/alike.ts';
import { entriesInForce } from '#domain/review/entry.ts';
import { foldableWith } from '#domain/review/foldable.ts';
import { keptText } from '../profile/keep-words.ts';
import { documentContent, documentId, itemOfDocument } from '#domain/review/item.ts';
import { shownTexts } from '#domain/review/shown-texts.ts';
import { drawRows } from './draw-rows.ts';
import { countOfKind, reopenedItems } from './reopened-items.ts';
import { belongsTo, shownItem, type Extent, type Showing, type ShownItem } from './shown-item.ts';
import {
  isRefusedKind,
  kindsLeftOut,
  sheetHash,
  sheetOf,
  sheetSource,
  type SheetMeans,
  type SheetSource,
} from './sheet.ts';

/** Which items of the sheet a page should have. */
export interface SheetQuery {
  readonly system?: string;
  /** Only items on which staff must decide and have not decided. */
  readonly open?: boolean;
  readonly standing?: ItemStanding;
  /** Only this kind of record. */
  readonly resource?: string;
  /** Only items with documents. */
  readonly withDocuments?: boolean;
  /** Only items on whose present version somebody has decided. */
  readonly done?: boolean;
  /** Only items that a rule releases and on whose present version nobody has decided. */
  readonly byRule?: boolean;
  /** Only `limit` items, drawn at random. The same seed draws the same items of the same sheet. */
  readonly seed?: string;
  /**
   * Only items whose shown texts or titles of documents contain this text. Upper and lower case are not distinguished.
   */
  readonly text?: string;
  /**
   * `next` of the previous page. With a cursor that this function did not make, the page begins at the start of the
   * list.
   */
  readonly cursor?: string;
  /** The maximum number of items; 20 if it is missing. */
  readonly limit?: number;
}

/**
 * A page of the sheet. A page without items can have a `next`: then no item matched so far, and the next page may have
 * some.
 */
export interface ShownPage extends Omit<ReviewPage, 'items' | 'language' | 'round'> {
  readonly items: ShownItem[];
}

/** The most UTF-16 code units of a value on a page. `itemOn` shows more. */
const mostOfValue = 20_000;
/** The most bytes of the items of a page, as JSON. A response of a Lambda function may have 6 MB. */
const mostBytes = 3_500_000;
/** The maximum number of rows that one call checks. With `text` or `withDocuments`, the record of each row is read. */
const mostRows = { withoutText: 10_000, withText: 1_000 };
/** How many rows are checked together. The pages of findings with their records are read at the same time. */
const together = 50;

/** A page of the sheet of the round, in the order of the package. */
export async function sheetPage(
  means: SheetMeans,
  state: OpenedCase,
  profile: SubjectProfile,
  query: SheetQuery,
): Promise<ShownPage> {
  const view = await viewOf(means, state, profile);
  const { index } = view;
  const { items, next } =
    query.seed === undefined ? await itemsOf(view, query) : await drawnItems(view, query, query.seed);
  const decided = await decidedItems(means.sheets, state, index, view.copies);
  const isKindLeftOut = kindsLeftOut(state);
  const kinds = index.systems.flatMap((system, number) =>
    system.kinds.map(({ resource, items: all, toSee, possible, disputed, documents }, kind) => {
      const counts = openCounts(
        { items: all, toSee },
        decided.of(number, kind),
        countOfKind(view.reopened, number, kind),
        view.isNotByRule(system.id, resource),
      );
      const isLeftOut = isKindLeftOut(system.id, resource);
      const showing = view.showing(system.id);
      return {
        system: system.id,
        systemTitle: showing.system.title,
        resource,
        title: showing.resource(resource).title,
        items: all,
        open: isLeftOut ? 0 : counts.open,
        byRule: isLeftOut ? 0 : counts.byRule,
        possible,
        disputed,
        documents,
        openCopies: isLeftOut ? 0 : openCopiesOf(view, number, kind),
      };
    }),
  );
  return {
    sheet: sheetHash(state, view),
    open: kinds.reduce((sum, one) => sum + one.open, 0),
    kinds,
    items: await withCopies(view, items),
    next,
  };
}

/** The number of open items of a kind that are not listed, because another open item that shows the same is listed. */
function openCopiesOf({ copies, isDecided }: View, system: number, kind: number): number {
  return copies.sets
    .filter((set) => set.system === system && set.kind === kind)
    .filter(({ items: [first] }) => first !== undefined && !isDecided({ ...first, id: first.item }))
    .reduce((sum, { items }) => sum + items.length - 1, 0);
}

/** Adds to each item the places of the other items that show the same and are decided alike. */
async function withCopies(view: View, items: readonly ShownItem[]): Promise<ShownItem[]> {
  const others = (id: string): readonly Copy[] => view.copies.with(id).filter(({ item }) => item !== id);
  const wanted = items.flatMap(({ id }) => others(id).map(({ item, page, row }) => ({ id: item, page, row })));
  if (wanted.length === 0) return [...items];
  const found = new Map((await readPlaces(view, 'to-see', wanted)).map((one) => [one.row.id, one]));
  return items.map((one) => ({
    ...one,
    copies: others(one.id).flatMap(({ item, version }) => {
      const copy = found.get(item);
      if (copy === undefined) return [];
      const { page, record } = copy;
      return [{ item, version, record: record.id, belongsTo: belongsTo(record, view.showing(page.system)) }];
    }),
  }));
}

/**
 * One item of the sheet, with more of its values than on a page; `undefined` if the sheet does not have the item. With
 * `from`, a long value is shown from a later offset.
 */
export async function itemOn(
  means: SheetMeans,
  state: OpenedCase,
  profile: SubjectProfile,
  id: string,
  from?: Extent['from'],
): Promise<ShownItem | undefined> {
  const view = await viewOf(means, state, profile);
  const [found] = await readRows(view, [id]);
  if (found === undefined) return undefined;
  const shown = within(mostBytes, (limit) => view.show(found, { limit, ...(from === undefined ? {} : { from }) }));
  const [item] = await withCopies(view, [shown]);
  return item;
}

/**
 * Several items of the sheet, by their ids. Ids that the sheet does not have are left out. Each stored object is read
 * once, whatever the number of items in it.
 */
export async function itemsOn(
  means: SheetMeans,
  state: OpenedCase,
  profile: SubjectProfile,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ShownItem>> {
  const view = await viewOf(means, state, profile);
  const found = await readRows(view, ids);
  return new Map(found.map((one) => [one.row.id, within(mostOfValue, (limit) => view.show(one, { limit }))] as const));
}

/** A document, the item that it belongs to, and a keyed hash of its bytes. */
interface DocumentOnSheet {
  readonly item: Pick<SheetRow, 'id' | 'version'>;
  readonly stored: StoredAttachment;
  readonly content: string;
}

/** The stored document with this id, and the item that it belongs to; `undefined` if the sheet does not have it. */
export async function documentOn(
  means: SheetMeans,
  state: OpenedCase,
  profile: SubjectProfile,
  document: string,
): Promise<DocumentOnSheet | undefined> {
  const view = await viewOf(means, state, profile);
  const [found] = await readRows(view, [itemOfDocument(document)]);
  if (found === undefined) return undefined;
  const { page, row, record } = found;
  const stored = record.documents.find(({ id }) => documentId(profile.caseKey, page.system, record, id) === document);
  return stored === undefined
    ? undefined
    : { item: row, stored, content: documentContent(profile.caseKey, stored.sha256) };
}

async function readRows(view: View, ids: readonly string[]): Promise<readonly Found[]> {
  const { source, index, means } = view;
  const wanted: PlaceInList[] = [];
  for (const [digits, group] of Map.groupBy(ids, (id) => placesOf(index, id))) {
    const { items } = await means.sheets.places(source, digits);
    for (const id of group) {
      const place = Object.hasOwn(items, id) ? items[id] : undefined;
      if (place === undefined) continue;
      const [, , , , page, row] = place;
      wanted.push({ id, page, row });
    }
  }
  return await readPlaces(view, 'all', wanted);
}

/** Where an item stands in a list. */
interface PlaceInList extends Cursor {
  readonly id: string;
}

async function readPlaces(
  { source, means }: View,
  list: SheetList,
  wanted: readonly PlaceInList[],
): Promise<readonly Found[]> {
  const rows: Pick<Met, 'page' | 'row'>[] = [];
  const pages = new Map<number, SheetPage>();
  for (const { id, page: number, row: at } of wanted) {
    const page = pages.get(number) ?? (await means.sheets.page(source, list, number));
    pages.set(number, page);
    const row = page.rows[at];
    if (row?.id !== id) throw new Error('the sheet names a place of an item that its page does not have');
    rows.push({ page, row });
  }
  return await recordReader(means.findings)(rows);
}

/** The sheet of a case, and how its items are shown. */
export interface View {
  readonly source: SheetSource;
  readonly hash: string;
  readonly index: SheetIndex;
  readonly means: SheetMeans;
  showing(system: string): Showing;
  isOpen(system: string, row: SheetRow): boolean;
  /** Whether somebody has decided on the present version of the item. */
  isDecided(row: Pick<SheetRow, 'id' | 'version'>): boolean;
  readonly copies: Copies;
  /** The items that a rule would release, and on which staff must decide again. */
  readonly reopened: Awaited<ReturnType<typeof reopenedItems>>;
  /** Whether staff decided that no rule releases this kind of record. */
  isNotByRule(system: string, resource: string): boolean;
  show(found: Found, extent: Extent): ShownItem;
}

export async function viewOf(means: SheetMeans, state: OpenedCase, profile: SubjectProfile): Promise<View> {
  const { facts } = state.common;
  const [source, sheet, organisation] = [
    await sheetSource(means, state, profile),
    await sheetOf(means, state, profile),
    await means.organisationAt(facts.organisation),
  ];
  const copies = await copiesOn(means.sheets, state, sheet.index);
  const decided = versionsDecided(copies.entries);
  const reopened = await reopenedItems(means.sheets, state, sheet.index, copies);
  const reader = {
    language: languageFor(facts.language),
    timeZone: controllerOf(organisation, facts.controller).timeZone,
  };
  const alike = alikeRules(entriesInForce(state.common.review), (text) => keptText(profile, text));
  const hasRefusedKinds = refusedItems(state.common).length > 0;
  const mayFoldWith = hasRefusedKinds ? () => false : foldableWith(copies.entries);
  const sourceOf = (id: string): SheetSource['systems'][number] => {
    const system = source.systems.find((one) => one.id === id);
    if (system === undefined) throw new Error('the sheet has a system that is not in its source');
    return system;
  };
  const showing = (id: string): Showing => {
    const described = organisation.systems.find((one) => one.id === id);
    if (described === undefined) throw new Error(`the system ${id} is not part of the organisation`);
    const system = { id, title: described.title };
    return { state, profile, system, resource: sourceOf(id).resource, reader, alike, copies, mayFoldWith };
  };
  const isKindLeftOut = kindsLeftOut(state);
  const isDecided: View['isDecided'] = ({ id, version }) => decided.get(id)?.has(version) === true;
  const isNotByRule = kindsNotByRule(copies.entries);
  const isOpen: View['isOpen'] = (system, row) =>
    (row.rule === null || isNotByRule(system, row.resource) || reopened.has(row.id)) &&
    !isDecided(row) &&
    !isKindLeftOut(system, row.resource);
  return {
    ...sheet,
    source,
    means,
    showing,
    isOpen,
    isDecided,
    reopened,
    isNotByRule,
    copies,
    show({ page: { system }, row, record }, extent) {
      const { byFields, adopted, searchedAgain } = sourceOf(system);
      const isAdopted = adopted.has(row.id);
      const tie = tieOf({ ...record, isPart: record.partOf !== null, isAdopted }, row.standing, byFields);
      const is = {
        isOpen: isOpen(system, row),
        isRefused: isRefusedKind(state, system, row.resource),
        isNotByRule: isNotByRule(system, row.resource) || reopened.has(row.id),
        isNotGivenAgain: isAdopted && row.standing !== 'belongs' && searchedAgain.length > 0,
      };
      return shownItem(record, row, tie, is, showing(system), extent);
    },
  };
}

/** A place in a list of the sheet: the number of a page, from 1, and the index of a row. */
interface Cursor {
  readonly page: number;
  readonly row: number;
}

/** A row of the sheet, its place, and the place of the next row (`null` after the last row). */
export interface Met {
  readonly page: SheetPage;
  readonly row: SheetRow;
  readonly at: Cursor;
  readonly next: Cursor | null;
}
export type Found = Pick<Met, 'page' | 'row'> & { readonly record: StoredRecord };

/** Draws items at random. */
async function drawnItems(
  view: View,
  query: SheetQuery,
  seed: string,
): Promise<{ readonly items: ShownItem[]; readonly next: null }> {
  const { limit = 20, system } = query;
  const { index, means, source } = view;
  const ranges = index.systems.filter(({ id }) => system === undefined || id === system).map(({ all }) => all);
  const rows = await drawRows(
    ranges.flatMap(({ first, pages }) => Array.from({ length: pages }, (_, number) => first + number)),
    async (number) => await means.sheets.page(source, 'all', number),
    (row) => isAsked(view, query, row),
    limit,
    drawFrom(sha256(`${view.hash} ${seed}`)),
  );
  const items: ShownItem[] = [];
  let bytes = 0;
  for (const found of await recordReader(means.findings)(rows)) {
    const item = within(mostOfValue, (length) => view.show(found, { limit: length }));
    bytes += bytesOf(item);
    if (items.length > 0 && bytes > mostBytes) break;
    items.push(item);
  }
  return { items, next: null };
}

async function itemsOf(view: View, query: SheetQuery): Promise<{ items: ShownItem[]; next: string | null }> {
  const { limit = 20, text } = query;
  // Whether an item has documents or a text is known only after its record is read.
  const needsRecord = text !== undefined || query.withDocuments === true;
  const most = needsRecord ? mostRows.withText : mostRows.withoutText;
  const list = listFor(view, query);
  const rows = rowsFrom(view, list, query);
  const read = recordReader(view.means.findings);
  const items: ShownItem[] = [];
  let bytes = 0;
  let looked = 0;
  let next: Cursor | null = null;
  do {
    const batch: Met[] = [];
    const enough = needsRecord ? together : limit - items.length;
    do {
      const one = await rows.next();
      next = one.done === true ? null : one.value.next;
      if (one.done === true) break;
      looked += 1;
      if (isAsked(view, query, one.value)) batch.push(one.value);
    } while (next !== null && batch.length < enough && looked < most);
    for (const found of await read(batch)) {
      if (text !== undefined && !hasText(view, found, text)) continue;
      if (query.withDocuments === true && found.record.documents.length === 0) continue;
      const item = within(mostOfValue, (length) => view.show(found, { limit: length }));
      const size = bytesOf(item);
      if (items.length === limit || (items.length > 0 && bytes + size > mostBytes))
        return { items, next: cursorText(list, found.at) };
      bytes += size;
      items.push(item);
    }
  } while (next !== null && items.length < limit && looked < most);
  return { items, next: next === null ? null : cursorText(list, next) };
}

/**
 * Chooses the list to read. The list `to-see` is shorter. It has every possible or disputed item, because staff must
 * decide on each.
 */
function listFor({ index, isNotByRule, reopened }: View, { open, standing, system: of }: SheetQuery): SheetList {
  const isAnyNotByRule = index.systems
    .filter(({ id }) => of === undefined || id === of)
    .some(({ id, kinds }) => kinds.some(({ resource }) => isNotByRule(id, resource)));
  return (open === true && !isAnyNotByRule && reopened.size === 0) || standing === 'possible' || standing === 'disputed'
    ? 'to-see'
    : 'all';
}

/** The rows of a list from the cursor on, page by page. */
export async function* rowsFrom(
  { source, index, means }: View,
  list: SheetList,
  { system, cursor }: SheetQuery,
): AsyncGenerator<Met, void, undefined> {
  const ranges = index.systems
    .filter(({ id }) => system === undefined || id === system)
    .map(({ all, toSee }) => (list === 'all' ? all : toSee))
    .filter(({ pages }) => pages > 0);
  const first = ranges[0]?.first ?? 1;
  const last = ranges.reduce((most, range) => Math.max(most, range.first + range.pages - 1), 0);
  const from = cursorIn(list, cursor) ?? { page: first, row: 0 };
  let start = from.page < first ? 0 : from.row;
  for (let number = Math.max(from.page, first); number <= last; number += 1) {
    const page = await means.sheets.page(source, list, number);
    for (const [at, row] of page.rows.entries()) {
      if (at < start) continue;
      const isLast = at === page.rows.length - 1;
      const after = isLast ? { page: number + 1, row: 0 } : { page: number, row: at + 1 };
      yield { page, row, at: { page: number, row: at }, next: after.page > last ? null : after };
    }
    start = 0;
  }
}

function isAsked(
  view: View,
  { open, standing, resource, done, byRule, seed }: SheetQuery,
  { page, row }: Pick<Met, 'page' | 'row'>,
): boolean {
  // Of the items that show the same, the first is listed.
  const [first] = view.copies.with(row.id);
  if (first !== undefined && first.item !== row.id) return false;
  if (standing !== undefined && row.standing !== standing) return false;
  if (resource !== undefined && row.resource !== resource) return false;
  if (done === true && !view.isDecided(row)) return false;
  const isByRule = row.rule !== null && !view.isNotByRule(page.system, row.resource) && !view.reopened.has(row.id);
  // A sample stays the same while somebody decides on its items.
  if (byRule === true && (!isByRule || (seed === undefined && view.isDecided(row)))) return false;
  return open !== true || view.isOpen(page.system, row);
}

/**
 * Makes a function that reads the records of rows. A page of findings that the previous rows needed too is not read
 * again.
 */
export function recordReader(
  findings: Findings,
): <Row extends Pick<Met, 'page' | 'row'>>(rows: readonly Row[]) => Promise<readonly (Row & Found)[]> {
  let known = new Map<string, FindingsPage>();
  return async (rows) => {
    const keys = new Set(rows.map(keyOf));
    const pages = await Promise.all(
      [...keys].map(async (key) => [key, known.get(key) ?? (await findings.pageAt(key))] as const),
    );
    known = new Map(pages);
    return rows.map((one) => {
      const stored = known.get(keyOf(one));
      if (stored === undefined) throw new Error('a page of findings was not read');
      return { ...one, record: recordAt(stored, one.row.at) };
    });
  };
}

function keyOf({ page, row }: Pick<Met, 'page' | 'row'>): string {
  const key = page.stored[row.from];
  if (key === undefined)
    throw new Error('a row of the sheet names a page of findings that its sheet page does not list');
  return key;
}

function hasText({ showing }: View, { page, record }: Found, text: string): boolean {
  const { resource, reader } = showing(page.system);
  const wanted = text.toLocaleLowerCase(reader.language);
  const isIn = (one: string): boolean => one.toLocaleLowerCase(reader.language).includes(wanted);
  return (
    record.documents.some(({ title }) => isIn(title)) ||
    shownTexts(record, resource(record.resource), reader).some((one) => isIn(one.text))
  );
}

/**
 * Shows an item with at most `limit` code units of each value, or with fewer if the item would be too large for a
 * response.
 */
function within(limit: number, show: (limit: number) => ShownItem): ShownItem {
  const item = show(limit);
  return limit <= 1 || bytesOf(item) <= mostBytes ? item : within(Math.floor(limit / 2), show);
}

function bytesOf(item: ShownItem): number {
  return Buffer.byteLength(JSON.stringify(item));
}

export function cursorText(list: SheetList, { page, row }: Cursor): string {
  return `${list}.${page}.${row}`;
}

function cursorIn(list: SheetList, text: string | undefined): Cursor | undefined {
  const [, of, page, row] = /^(all|to-see)\.(\d{1,9})\.(\d{1,9})$/.exec(text ?? '') ?? [];
  return of === list ? { page: Number(page), row: Number(row) } : undefined;
}
