import * as z from 'zod';
import { caseOf } from '#store/keys.ts';

/**
 * An event of the stream of the case table: the keys of items that were added, in the order in which they were added.
 */
export const addedItemsSchema = z.looseObject({
  Records: z.array(
    z.looseObject({
      dynamodb: z.looseObject({
        Keys: z.looseObject({
          pk: z.looseObject({ S: z.string().transform(caseOf) }),
          sk: z.looseObject({ S: z.string() }),
        }),
        SequenceNumber: z.string(),
      }),
    }),
  ),
});
