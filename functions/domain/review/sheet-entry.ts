import * as z from 'zod';
import { reviewRuleSchema } from './by-rule.ts';
import { itemIdSchema, itemVersionSchema } from './entry.ts';

/** The lists of a stored page that hold records. */
export const listSchema = z.enum(['findings', 'disputed', 'possible', 'unplaced']);
export type List = z.infer<typeof listSchema>;

/** Where a record is in a stored page or in an excerpt: the list, and the index in it. */
export const placeInPageSchema = z.strictObject({ list: listSchema, index: z.number().int().nonnegative() });
export type PlaceInPage = Readonly<z.infer<typeof placeInPageSchema>>;

/** One row of the sheet: an item, without any value of its record. */
export const sheetEntrySchema = z.strictObject({
  id: itemIdSchema,
  version: itemVersionSchema,
  resource: z.string(),
  standing: z.enum(['belongs', 'possible', 'disputed']),
  /** `null`: a member of staff must decide on the item. */
  rule: reviewRuleSchema.nullable(),
  /** How many documents of the record are stored. */
  documents: z.number().int().nonnegative(),
  /** Whether the record is the person's and has parts. Absent: no. */
  parts: z.literal(true).exactOptional(),
  /**
   * The pieces of its texts that stand word for word in an item before it (`in`), such as quotes of earlier mails. `from`
   * and `to` count in the text that is shown. Absent: there are none.
   */
  folds: z
    .array(
      z.strictObject({
        /** The number of the text among those of the record (`shownTexts`), from 0. */
        field: z.number().int().nonnegative(),
        from: z.number().int().nonnegative(),
        to: z.number().int().positive(),
        in: z.strictObject({ item: itemIdSchema, version: itemVersionSchema }),
      }),
    )
    .min(1)
    .exactOptional(),
  at: placeInPageSchema,
});
export type SheetEntry = Readonly<z.infer<typeof sheetEntrySchema>>;
