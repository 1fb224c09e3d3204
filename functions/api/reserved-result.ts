import * as z from 'zod';
import { silentLawSchema } from '#domain/case/vocabulary.ts';
import { handFileIdSchema } from '#domain/findings/manual.ts';

/**
 * The response of `GET /v1/cases/{id}/systems/{system}/result`: what the handlers of a system answered that is reserved
 * for them (`handlers`). The answer contains the entries as they are here, unless the review masks a value everywhere.
 */
export const reservedResultSchema = z
  .strictObject({
    result: z.enum(['found', 'nothing-held', 'withheld', 'failed']),
    /** The ground, if the data are withheld. */
    ground: z.string().nullable(),
    /** The law that forbids to tell the person of some data; `null` if nothing is left out for this reason. */
    law: z.enum(silentLawSchema.options).nullable(),
    entries: z.array(
      z.strictObject({
        heading: z.string(),
        text: z.string().nullable(),
        files: z.array(
          z.strictObject({ file: handFileIdSchema, title: z.string(), mediaType: z.string(), bytes: z.number().int() }),
        ),
      }),
    ),
  })
  .meta({ id: 'ReservedResult' });
export type ReservedResult = Readonly<z.infer<typeof reservedResultSchema>>;
