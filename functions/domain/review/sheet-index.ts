import * as z from 'zod';
import { reviewRuleSchema } from './by-rule.ts';
import { copyGroupSchema } from './copies.ts';
import { itemIdSchema, itemVersionSchema } from './entry.ts';
import { sheetEntrySchema } from './sheet-entry.ts';

// The form in which a sheet is stored. No part of it holds a value of a record; excerpts of the findings do
// (`excerpt.ts`).

const count = z.number().int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** How many items of one kind the sheet has. */
const kindCountsSchema = z.strictObject({
  resource: z.string(),
  items: count,
  /** How many items need a decision of staff. */
  toSee: count,
  possible: count,
  disputed: count,
  documents: count,
});
export type KindCounts = Readonly<z.infer<typeof kindCountsSchema>>;

/** The numbers of the pages of one system in a list, from `first` on. */
const systemPagesSchema = z.strictObject({ first: z.number().int().positive(), pages: count });
export type SystemPages = Readonly<z.infer<typeof systemPagesSchema>>;

const sheetSystemSchema = z.strictObject({
  id: z.string(),
  kinds: z.array(kindCountsSchema),
  all: systemPagesSchema,
  toSee: systemPagesSchema,
});

/**
 * The head of a sheet. Its size depends on the number of systems and kinds, and not on the number of items. Two sheets
 * with the same head have the same rows.
 */
export const sheetIndexSchema = z.strictObject({
  v: z.literal(1),
  /** The hash of what the sheet is made from. It identifies the sheet among the sheets of the case. */
  madeFrom: hash,
  systems: z.array(sheetSystemSchema),
  items: count,
  /**
   * How many hexadecimal digits of an item id are in the name of the object that says where the item is
   * (`sheetPlacesSchema`).
   */
  placeDigits: z.number().int().min(0).max(4),
  /** SHA-256 of the hashes of all pages, in order. */
  pages: hash,
  /** SHA-256 of the groups of items that are shown alike (`sheetCopiesSchema`). Absent: there are none. */
  copies: hash.exactOptional(),
});
export type SheetIndex = Readonly<z.infer<typeof sheetIndexSchema>>;

/** The most rows of a page. */
export const rowsPerPage = 200;

/** One page of rows: all of one system. */
export const sheetPageSchema = z.strictObject({
  v: z.literal(1),
  system: z.string(),
  /** The keys of the pages of findings, or of excerpts of them, in which the records are stored. */
  stored: z.array(z.string()),
  /** `from`: the index in `stored`. */
  rows: z.array(z.strictObject({ ...sheetEntrySchema.shape, from: count })).max(rowsPerPage),
});
export type SheetPage = Readonly<z.infer<typeof sheetPageSchema>>;
export type SheetRow = SheetPage['rows'][number];

/** The two lists of pages: all items, and the items that need a decision of staff. */
export type SheetList = 'all' | 'to-see';

/**
 * Where an item is on the sheet, and what a decision on it needs. Each item is one short list, because there can be a
 * million items.
 */
export const sheetPlacesSchema = z.strictObject({
  v: z.literal(1),
  items: z.record(
    itemIdSchema,
    z.tuple([
      itemVersionSchema,
      /** The index of the system in `SheetIndex.systems`, and of the kind in it. */
      count,
      count,
      reviewRuleSchema.nullable(),
      /** The number of the page in the list of all items, from 1, and the index of the row. */
      z.number().int().positive(),
      count,
    ]),
  ),
});
export type SheetPlaces = Readonly<z.infer<typeof sheetPlacesSchema>>;

/** The items that are shown alike, in one object. */
export const sheetCopiesSchema = z.strictObject({ v: z.literal(1), groups: z.array(copyGroupSchema) });
export type SheetCopies = Readonly<z.infer<typeof sheetCopiesSchema>>;

/** The first digits of an item id. They name the object that has the place of the item. */
export function placesOf({ placeDigits }: Pick<SheetIndex, 'placeDigits'>, item: string): string {
  return placeDigits === 0 ? 'all' : item.slice(0, placeDigits);
}

const mostPlaces = 4096;

/**
 * How many hexadecimal digits of an item id the name of an object needs, so that no object has the places of many more
 * than 4,096 items.
 */
export function digitsFor(items: number): number {
  let digits = 0;
  for (let room = mostPlaces; room < items && digits < 4; room *= 16) digits += 1;
  return digits;
}
