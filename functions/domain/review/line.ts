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
   * `masked`: a word or a field is replaced by a mark at its place. `withheld`: a record, a field or a document is left
   * out. `pages`: pages of documents are left out.
   */
  kind: z.enum(['masked', 'withheld', 'pages']),
  ground: refusalGroundSchema,
  /** Id of a text on the subject profile: the reason in words. `null`: the ground says enough. */
  text: z.string().nullable(),
  /** Whether the person is told. */
  told: z.boolean(),
  /** How many places are masked, or how many records, fields and documents, or how many pages are left out. */
  count: z.number().int().positive(),
});
export type ReviewLine = Readonly<z.infer<typeof reviewLineSchema>>;
