import * as z from 'zod';
import { canonical, sha256 } from '../canonical/canonical.ts';
import { itemIdSchema, itemVersionSchema, type EntryOf, type ReviewEntry } from './entry.ts';
import { lookOf, shownAs } from './look.ts';
import type { SheetSystem, StoredRecord } from './sheet.ts';
import type { SheetEntry } from './sheet-entry.ts';
import { tieOf } from './tie.ts';

// Some systems hold the same record several times, such as a mail that two colleagues filed. Staff are shown such
// records once, with all their places. The answer still contains each of them.

/** One of several records that are shown alike. */
export const copySchema = z.strictObject({
  item: itemIdSchema,
  version: itemVersionSchema,
  /**
   * The place of the item among the items that need a human: the number of the page, from 1, and the index of the row.
   */
  page: z.number().int().positive(),
  row: z.number().int().nonnegative(),
});
export type Copy = Readonly<z.infer<typeof copySchema>>;

/** Records of one kind that are shown alike, in the order of the sheet. */
export const copyGroupSchema = z.strictObject({
  /** The index of the system in `SheetIndex.systems`, and of the kind in it. */
  system: z.number().int().nonnegative(),
  kind: z.number().int().nonnegative(),
  items: z.array(copySchema).min(2),
});
export type CopyGroup = Readonly<z.infer<typeof copyGroupSchema>>;

/**
 * A hash of everything that staff are shown of an item, apart from its places: its id, and the record that contains it.
 * `null`: the item is always seen by itself. This is so for a record that could not be read, because nobody knows what
 * it contains. It is also so for a record with documents, because a decision that leaves out pages is about one
 * document only.
 */
export function contentOf(
  system: SheetSystem,
  record: StoredRecord,
  { id, standing, parts }: SheetEntry,
): string | null {
  if (record.unreadable !== null || record.documents.length > 0) return null;
  const resource = system.resource(record.resource);
  const { how, by, against } = tieOf(
    { ...record, isPart: record.partOf !== null, isAdopted: system.adopted.has(id) },
    standing,
    system.byFields,
  );
  return sha256(
    canonical({
      resource: record.resource,
      look: lookOf(resource),
      shown: shownAs(record.data, resource, system.reader),
      missing: record.missing,
      standing,
      how,
      by,
      against,
      parts: parts === true,
    }),
  );
}

/**
 * At most this many items are shown as one. One entry of the chain of views records a look at 50 shown items, and has
 * room for 1,000 items.
 */
const mostTogether = 20;

/** Finds the items of a system that are shown alike, while its sheet is made. */
export class Contents {
  private readonly groups = new Map<string, { readonly kind: number; readonly items: Copy[] }>();
  private readonly full: { readonly kind: number; readonly items: Copy[] }[] = [];
  private readonly copies = new Map<string, { page: number; row: number }>();

  /**
   * Adds an item; `kind` is the index of its kind of record. Items are added in the order of the sheet. Returns whether
   * it is the first of its group.
   */
  add(content: string, kind: number, of: Omit<Copy, 'page' | 'row'>): boolean {
    const copy = { ...of, page: 1, row: 0 };
    this.copies.set(of.item, copy);
    const group = this.groups.get(content);
    if (group !== undefined && group.items.length < mostTogether) {
      group.items.push(copy);
      return false;
    }
    if (group !== undefined) this.full.push(group);
    this.groups.set(content, { kind, items: [copy] });
    return group === undefined;
  }

  /** Says where an added item stands. */
  place(item: string, { page, row }: Pick<Copy, 'page' | 'row'>): void {
    const copy = this.copies.get(item);
    if (copy !== undefined) Object.assign(copy, { page, row });
  }

  /** The groups of at least two items. `system`: the index of the system. */
  repeated(system: number): readonly CopyGroup[] {
    return [...this.full, ...this.groups.values()]
      .filter(({ items }) => items.length > 1)
      .map(({ kind, items }) => ({ system, kind, items }));
  }
}

/** Which items are shown once for several, with the decisions in force. */
export interface Copies {
  /**
   * All decisions in force. An item that was found later takes over the decisions on the items that are shown like it;
   * in these decisions `item` is the later item.
   */
  readonly entries: readonly ReviewEntry[];
  /** The item whose decisions an item has taken over. */
  takenFrom(item: string): Copy | undefined;
  /**
   * The items that are shown alike and decided alike, with this one, in the order of the sheet: the first of them is
   * shown for all. Empty: nothing is shown like this item.
   */
  with(item: string): readonly Copy[];
  /** Each set of at least two items that are shown and decided alike. */
  readonly sets: readonly CopyGroup[];
}

/**
 * Applies the decisions in force to the groups of items that are shown alike.
 *
 * A decision with `copies` also counts for items that are found later. But a later item is open if any decision on one of
 * the others was made without `copies`, or if the others are decided differently: then nobody knows what is meant for
 * it.
 */
export function copiesBy(groups: readonly CopyGroup[], entries: readonly ReviewEntry[]): Copies {
  const onItems = Map.groupBy(
    entries.filter((entry): entry is OnItem => 'item' in entry),
    ({ item }) => item,
  );
  const taken = new Map<string, Copy>();
  const together = new Map<string, readonly Copy[]>();
  const added: ReviewEntry[] = [];
  const sets: CopyGroup[] = [];
  for (const { system, kind, items } of groups) {
    const all = items.map((copy) => {
      const own = (onItems.get(copy.item) ?? []).filter(({ version }) => version === copy.version);
      return { copy, own, saying: canonical(own.map((entry) => onCopy(entry, nobody))) };
    });
    const decided = all.filter(({ own }) => own.length > 0);
    const [first] = decided;
    const isForLater =
      first !== undefined && decided.every(({ own, saying }) => saying === first.saying && own.every(countsForCopies));
    for (const { copy, own } of all) {
      if (!isForLater || own.length > 0) continue;
      taken.set(copy.item, first.copy);
      added.push(...first.own.map((entry) => onCopy(entry, copy)));
    }
    const alike = Map.groupBy(all, ({ saying, own }) => (isForLater && own.length === 0 ? first.saying : saying));
    for (const set of alike.values()) {
      const copies = set.map(({ copy }) => copy);
      if (copies.length < 2) continue;
      sets.push({ system, kind, items: copies });
      for (const { item } of copies) together.set(item, copies);
    }
  }
  return {
    entries: added.length === 0 ? entries : [...entries, ...added],
    takenFrom: (item) => taken.get(item),
    with: (item) => together.get(item) ?? [],
    sets,
  };
}

/** A decision on one item. */
export type OnItem = EntryOf<'release' | 'mask' | 'withhold' | 'adopt' | 'reject'>;

function countsForCopies(entry: OnItem): boolean {
  switch (entry.do) {
    case 'release':
    case 'mask':
    case 'withhold':
      return entry.copies === true;
    case 'adopt':
    case 'reject':
      return false;
  }
}

/** The same decision on another item that is shown alike. */
export function onCopy<Entry extends OnItem>(entry: Entry, { item, version }: Pick<Copy, 'item' | 'version'>): Entry {
  return { ...entry, item, version };
}

/** To compare the decisions on two items, each decision is made to name this item. */
const nobody = { item: '0'.repeat(32), version: '0'.repeat(16) };
