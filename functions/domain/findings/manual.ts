import * as z from 'zod';
import type { Resources } from './annotation.ts';

/** The kind of record that staff enter by hand. */
export const writtenEntry = 'written-entry';

/** The id of a file that staff found by hand: the SHA-256 of its content. */
export const handFileIdSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What a member of staff copied from a system: a text, files, or both. */
export const copiedSchema = z.strictObject({
  heading: z.string().min(1),
  text: z.string().min(1).exactOptional(),
  files: z.array(z.strictObject({ file: handFileIdSchema, title: z.string().min(1) })).exactOptional(),
});
export type Copied = Readonly<z.infer<typeof copiedSchema>>;

/**
 * An entry of a search by hand that is stored before the search is finished. `entry` is its id, `by` the member of staff
 * (an opaque id) who added it at `at` (ISO 8601).
 */
export const handEntrySchema = z.strictObject({
  ...copiedSchema.shape,
  entry: z.uuid(),
  by: z.string().min(1),
  at: z.string(),
});
export type HandEntry = Readonly<z.infer<typeof handEntrySchema>>;

/** The fields that a member of staff fills in after searching a system by hand. */
export const manualResources: Resources = {
  [writtenEntry]: {
    title: { sv: 'Uppgift som vi har skrivit av', en: 'Entry that we have copied out' },
    fields: {
      heading: {
        title: { sv: 'Vad det är', en: 'What it is' },
        category: 'other',
        origin: 'unknown',
        thirdParty: 'none',
        portable: false,
      },
      text: {
        title: { sv: 'Vad som står', en: 'What it says' },
        category: 'other',
        origin: 'unknown',
        thirdParty: 'possible',
        portable: false,
      },
    },
  },
};
