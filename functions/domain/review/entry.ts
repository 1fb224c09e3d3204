import * as z from 'zod';
import { refusalGroundSchema } from '../case/vocabulary.ts';
import { pageRangeSchema } from './pages.ts';

/** Id of an item on the sheet: `itemId` in `item.ts`. */
export const itemIdSchema = z.string().regex(/^[0-9a-f]{32}$/);
/** Version of an item: it changes when the record, its documents or its tie to the person change. */
export const itemVersionSchema = z.string().regex(/^[0-9a-f]{16}$/);
/** Id of a document on the sheet: `documentId` in `item.ts`. */
export const documentIdSchema = z.string().regex(/^[0-9a-f]{48}$/);

const onItem = { item: itemIdSchema, version: itemVersionSchema, system: z.string() };
const offset = z.number().int().nonnegative();

/** Why something is left out, and whether the person is told (Art. 12(4), 15(4)). */
const limit = {
  ground: refusalGroundSchema,
  /** Id of a text on the subject profile: the reason in words. `null`: the ground says enough. */
  text: z.string().nullable(),
  /** Whether `withheld.html` and the letter name what is left out. */
  told: z.boolean(),
};

/**
 * The capital letter by which the person can tell masked people apart: `[person A]`. `null`: `[another person]`. The
 * same letter means the same person in all files of one package.
 */
const letter = z
  .string()
  .regex(/^[A-Z]$/)
  .nullable();

/**
 * The documents of the item that the deciding member of staff had not opened; absent if there are none. The answer must
 * not have them before somebody has opened them (`settled.ts`).
 */
const given = {
  ...onItem,
  unopened: z.array(documentIdSchema).min(1).optional(),
  /**
   * For each document, the pages that the deciding member of staff had not been shown because they are left out. If
   * they are no longer left out, somebody must open the document.
   */
  unseen: z
    .array(z.strictObject({ document: documentIdSchema, pages: z.array(pageRangeSchema).min(1) }))
    .min(1)
    .optional(),
  /** The decision also counts for items that are found later and are shown alike (`copies.ts`). */
  copies: z.literal(true).exactOptional(),
};

/** The part of an item that is withheld. `pages` counts from 1 and includes both ends. */
const partSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('record') }),
  z.strictObject({ of: z.literal('field'), field: z.string() }),
  z.strictObject({ of: z.literal('document'), document: documentIdSchema }),
  z.strictObject({ of: z.literal('pages'), document: documentIdSchema, ...pageRangeSchema.shape }),
]);

const kindSchema = z.strictObject({ all: z.literal('resource'), system: z.string(), resource: z.string() });

/** What an alike decision (`alike.ts`) applies to, also in records that are found later. */
const alikeSchema = z.discriminatedUnion('all', [
  /** `text`: id of a text on the subject profile, which is the value. */
  z.strictObject({ all: z.literal('value'), text: z.string() }),
  z.strictObject({ all: z.literal('field'), system: z.string(), resource: z.string(), field: z.string() }),
  kindSchema,
  z.strictObject({ all: z.literal('system'), system: z.string() }),
]);
export type Alike = Readonly<z.infer<typeof alikeSchema>>;

/**
 * One decision of the review, as it is stored: it refers to items, fields, offsets and texts, and holds no value.
 * Offsets count UTF-16 code units of the text that `present` shows in the language of the person.
 */
export const reviewEntrySchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('release'), ...given }),
  z.strictObject({
    do: z.literal('mask'),
    ...given,
    field: z.string(),
    /** `null`: the whole field. */
    span: z.strictObject({ from: offset, to: offset }).nullable(),
    letter,
    ...limit,
  }),
  z.strictObject({ do: z.literal('withhold'), ...given, part: partSchema, ...limit }),
  /** A possible or disputed record is the person's. */
  z.strictObject({ do: z.literal('adopt'), ...onItem }),
  /**
   * A record is not the person's. `was`: how the sheet counted the record, if it was possible or disputed. `parts`:
   * whether other records of the sheet belong to this record. They leave the answer with it.
   */
  z.strictObject({
    do: z.literal('reject'),
    ...onItem,
    was: z.enum(['possible', 'disputed']).exactOptional(),
    parts: z.literal(true).exactOptional(),
  }),
  z.strictObject({ do: z.literal('mask-alike'), alike: alikeSchema, letter, ...limit }),
  z.strictObject({ do: z.literal('withhold-alike'), alike: alikeSchema, ...limit }),
  /** No rule releases the records of a kind: staff found a fault in a sample of them, and decide on each. */
  z.strictObject({ do: z.literal('not-by-rule'), alike: kindSchema }),
]);
export type ReviewEntry = Readonly<z.infer<typeof reviewEntrySchema>>;
export type EntryOf<Do extends ReviewEntry['do']> = Extract<ReviewEntry, { readonly do: Do }>;

/** What one member of staff decided with one command. `undo` takes back the whole group. */
export interface ReviewGroup {
  /** The id that the console gave to the command (UUID). */
  readonly command: string;
  /** Opaque id of the member of staff. */
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  readonly entries: readonly ReviewEntry[];
  readonly undone: boolean;
}

/** The decisions that count: those that nobody has taken back, oldest first. */
export function entriesInForce(groups: readonly ReviewGroup[]): readonly ReviewEntry[] {
  return groups.filter(({ undone }) => !undone).flatMap(({ entries }) => entries);
}

/**
 * The newest decision that counts and names this version of an item. Alike decisions name no item, so they do not count
 * here. `undefined`: nobody has decided on it.
 */
export function lastDecisionOn(
  groups: readonly ReviewGroup[],
  { item, version }: { readonly item: string; readonly version: string },
): ReviewGroup | undefined {
  return groups.findLast(
    ({ undone, entries }) =>
      !undone && entries.some((entry) => 'item' in entry && entry.item === item && entry.version === version),
  );
}
