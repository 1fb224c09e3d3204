import * as z from 'zod';
import { refusalGroundSchema } from '../case/vocabulary.ts';

/**
 * What an answer leaves out of one kind of record, on one ground. The package (`withheld.html`, `manifest.json`), the
 * letter and the log use the same lines, so they cannot differ.
 */
export const reviewLineSchema = z.strictObject({
  system: z.string(),
  resource: z.string(),
  /**
   * `masked`: a word or a field is replaced by a mark at its place. `withheld`: a record, a field, a document or pages
   * of one are left out.
   */
  kind: z.enum(['masked', 'withheld']),
  ground: refusalGroundSchema,
  /** Id of a text on the subject profile: the reason in words. `null`: the ground says enough. */
  text: z.string().nullable(),
  /** Whether the person is told. */
  told: z.boolean(),
  /** How many places are masked, or how many records, fields, documents and ranges of pages are withheld. */
  count: z.number().int().positive(),
});
export type ReviewLine = Readonly<z.infer<typeof reviewLineSchema>>;
