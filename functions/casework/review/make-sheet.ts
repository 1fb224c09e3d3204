import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import type { FindingsPage } from '#domain/findings/finding.ts';
import { Excerpt, isWorthCopying } from '#domain/review/excerpt.ts';
import { Places } from '#domain/review/places.ts';
import { Repeats } from '#domain/review/repeats.ts';
import { recordsIn, sheetRows } from '#domain/review/sheet.ts';
import type { SheetEntry } from '#domain/review/sheet-entry.ts';
import {
  digitsFor,
  rowsPerPage,
  type KindCounts,
  type SheetIndex,
  type SheetList,
  type SheetPage,
  type SheetRow,
  type SystemPages,
} from '#domain/review/sheet-index.ts';
import type { ReviewSheets, SheetId } from '#store/review-sheets.ts';
import { standingsOfCase, storedPagesThatCount } from '../search/case-standings.ts';
import type { SheetMeans, SheetSource } from './sheet.ts';

/**
 * Makes a review sheet and stores it: its pages first and its head last. If the process is killed, the next process
 * makes the same objects again. The rows are written page by page. Only the verdicts on the records, 37 bytes for
 * each item, and a part of the words that staff are shown (`Threads`) are kept in memory.
 */
export async function makeSheet(
  { findings, sheets }: Pick<SheetMeans, 'findings' | 'sheets'>,
  { caseId, madeFrom, searched, systems, knowledge }: SheetSource,
): Promise<SheetIndex> {
  const described = systems.map((system) => ({ system, rows: sheetRows(system) }));
  const rowsOf = new Map(described.map(({ system, rows }) => [system.id, rows]));
  const standingIn = await standingsOfCase(findings, { caseId, systems: searched }, knowledge, (system, page) =>
    rowsOf.get(system)?.look(page),
  );
  const all = pageWriter(sheets, { caseId, madeFrom }, 'all');
  const toSee = pageWriter(sheets, { caseId, madeFrom }, 'to-see');
  const excerpts = excerptWriter(sheets, { caseId, madeFrom });
  const places = new Places();
  const repeats = new Repeats();
  const made: SheetIndex['systems'] = [];
  for (const [number, { system, rows }] of described.entries()) {
    const [standings, kinds] = [standingIn(system.id), new Map<string, Kind>()];
    all.begin(system.id);
    toSee.begin(system.id);
    for await (const { key, page } of storedPagesThatCount(findings, caseId, system)) {
      const recordOf = recordsIn(page);
      const entries: SheetEntry[] = [];
      for (const row of rows.rows(page, standings)) {
        const { id, version, rule } = row;
        const kind = counted(kinds, row);
        const entry = rule === null ? repeats.add({ system: number, kind }, system, recordOf(row.at), row) : row;
        entries.push(entry);
        places.add({ id, version, rule, system: number, kind, ...(await all.add(key, entry)) });
      }
      const open = entries.filter(({ rule }) => rule === null);
      const copied = isWorthCopying(page, open.length)
        ? await excerpts.add(page, open)
        : open.map((entry) => ({ key, entry }));
      for (const one of copied) repeats.place(number, one.entry.id, await toSee.add(one.key, one.entry));
    }
    await excerpts.end();
    made.push({
      id: system.id,
      kinds: [...kinds.values()].map(({ counts }) => counts),
      all: await all.end(),
      toSee: await toSee.end(),
    });
  }
  for (const { digits, places: group } of places.groups()) await sheets.putPlaces({ caseId, madeFrom }, digits, group);
  const groups = [...repeats.groups()];
  if (groups.length > 0) await sheets.putCopies({ caseId, madeFrom }, { v: 1, groups });
  const index: SheetIndex = {
    v: 1,
    madeFrom,
    systems: made,
    items: places.size,
    placeDigits: digitsFor(places.size),
    pages: await all.done(),
    ...(groups.length === 0 ? {} : { copies: sha256(canonical(groups)) }),
  };
  await toSee.done();
  await excerpts.done();
  await sheets.putIndex(caseId, index);
  return index;
}

interface Kind {
  /** The index of the kind in its system. */
  readonly number: number;
  counts: KindCounts;
}

/** Counts the item, and returns the index of its kind. */
function counted(kinds: Map<string, Kind>, { resource, rule, standing, documents }: SheetEntry): number {
  const none = { resource, items: 0, toSee: 0, possible: 0, disputed: 0, documents: 0 };
  const kind = kinds.get(resource) ?? { number: kinds.size, counts: none };
  const { counts } = kind;
  kind.counts = {
    resource,
    items: counts.items + 1,
    toSee: counts.toSee + (rule === null ? 1 : 0),
    possible: counts.possible + (standing === 'possible' ? 1 : 0),
    disputed: counts.disputed + (standing === 'disputed' ? 1 : 0),
    documents: counts.documents + documents,
  };
  kinds.set(resource, kind);
  return kind.number;
}

interface PageWriter {
  /** Begins the pages of the next system. */
  begin(system: string): void;
  /** Adds a row, whose record is in the page of findings with this key. Returns the place of the row in the list. */
  add(key: string, entry: SheetEntry): Promise<{ readonly page: number; readonly row: number }>;
  /** Ends the pages of the system. */
  end(): Promise<SystemPages>;
  /** Waits until all pages are stored. Returns the hash of the hashes of all pages. */
  done(): Promise<string>;
}

function pageWriter(sheets: ReviewSheets, sheet: SheetId, list: SheetList): PageWriter {
  const storing = atOnce();
  let hash = sha256('');
  let number = 1;
  let first = 1;
  let system = '';
  let stored: string[] = [];
  let rows: SheetRow[] = [];

  const flush = async (): Promise<void> => {
    if (rows.length === 0) return;
    const page: SheetPage = { v: 1, system, stored, rows };
    hash = sha256(hash + sha256(canonical(page)));
    const at = number;
    number += 1;
    stored = [];
    rows = [];
    await storing.start(sheets.putPage(sheet, list, at, page));
  };
  return {
    begin(next) {
      system = next;
      first = number;
    },
    async add(key, entry) {
      if (stored.at(-1) !== key) stored.push(key);
      const place = { page: number, row: rows.length };
      rows.push({ ...entry, from: stored.length - 1 });
      if (rows.length === rowsPerPage) await flush();
      return place;
    },
    async end() {
      await flush();
      return { first, pages: number - first };
    },
    async done() {
      await storing.all();
      return hash;
    },
  };
}

interface ExcerptWriter {
  /** Copies the records of these rows to excerpts. Returns the rows with the places of the copies. */
  add(
    page: FindingsPage,
    entries: readonly SheetEntry[],
  ): Promise<readonly { readonly key: string; readonly entry: SheetEntry }[]>;
  /** Ends the excerpts of a system. */
  end(): Promise<void>;
  /** Waits until all excerpts are stored. */
  done(): Promise<void>;
}

function excerptWriter(sheets: ReviewSheets, sheet: SheetId): ExcerptWriter {
  const storing = atOnce();
  const excerpt = new Excerpt();
  let number = 1;

  const end = async (): Promise<void> => {
    const made = excerpt.take(number);
    if (made === undefined) return;
    const at = number;
    number += 1;
    await storing.start(sheets.putExcerpt(sheet, at, made));
  };
  return {
    async add(page, entries) {
      const key = sheets.excerptKey(sheet, number);
      const copies = excerpt.add(
        page,
        entries.map(({ at }) => at),
      );
      if (excerpt.isFull) await end();
      return entries.map((entry, index) => ({ key, entry: { ...entry, at: copies[index] ?? entry.at } }));
    },
    end,
    done: storing.all,
  };
}

/** How many objects of one kind are being stored at the same time. */
const mostAtOnce = 8;

/** Makes a queue that stores objects while the caller makes the next ones. */
function atOnce(): {
  /** Adds an object that is being stored. If too many are being stored, waits until one of them is stored. */
  start(one: Promise<void>): Promise<void>;
  all(): Promise<void>;
} {
  const storing = new Set<Promise<void>>();
  return {
    async start(one) {
      const put = one.then(() => void storing.delete(put));
      // This line prevents an unhandled rejection. The error is thrown when `storing` is awaited.
      put.catch(() => {});
      storing.add(put);
      if (storing.size >= mostAtOnce) await Promise.race(storing);
    },
    async all() {
      await Promise.all(storing);
    },
  };
}
