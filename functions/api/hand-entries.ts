import * as z from 'zod';
import { copiedSchema, handEntrySchema } from '#domain/findings/manual.ts';

/**
 * The body of `POST /v1/cases/{id}/systems/{system}/entries`: what a member of staff copied from a system that is searched
 * by hand. `entry` is an id that the client makes up. The same request can be sent again.
 */
export const newHandEntrySchema = z
  .strictObject({
    entry: z.uuid(),
    heading: z.string().trim().min(1).max(4_000),
    text: z.string().trim().min(1).max(20_000).exactOptional(),
    files: copiedSchema.shape.files,
  })
  .meta({ id: 'NewHandEntry' });

export type NewHandEntry = Readonly<z.infer<typeof newHandEntrySchema>>;

/** The response: the entry that was stored, or taken back. */
export const keptHandEntrySchema = z.strictObject({ entry: z.uuid() }).meta({ id: 'KeptHandEntry' });

/** The response of `GET /v1/cases/{id}/systems/{system}/entries`. */
export const handEntriesSchema = z
  .strictObject({
    /** The entries in the order in which they were added. */
    entries: z.array(handEntrySchema),
    /** Whether the recorded result of the search consists of exactly these entries. */
    finished: z.boolean(),
  })
  .meta({ id: 'HandEntries' });
export type HandEntriesView = Readonly<z.infer<typeof handEntriesSchema>>;
