import * as z from 'zod';
import { reviewEntrySchema } from '../../review/entry.ts';
import { identifierRefSchema } from '../vocabulary.ts';
import { event, ofTopic } from '../log/event.ts';

/**
 * A learned identifier that no longer counts because of a decision on a record. `rejected`: it tied a rejected record
 * to the person, so it is not the person's. `disputed`: only records that may be somebody else's have it now. `gone`:
 * no record has it now from which it could be learned.
 */
const withdrawnSchema = z.strictObject({
  identifier: identifierRefSchema,
  now: z.enum(['rejected', 'disputed', 'gone']),
});
export type WithdrawnIdentifier = Readonly<z.infer<typeof withdrawnSchema>>;

const withdrawn = z.array(withdrawnSchema).min(1).exactOptional();

/** What staff decided on the records of an answer before its release (Art. 15(4)). */
export const reviewEventSchema = z.discriminatedUnion('type', [
  // `decision`: the id that the console gave to the command. The command that takes the decisions back names this id.
  event('review-decided', 1, { decision: z.string(), entries: z.array(reviewEntrySchema).min(1), withdrawn }),
  // The identifiers that the decision had withdrawn count again. `withdrawn`: other identifiers, which came from a
  // record that the decision had adopted.
  event('review-undone', 1, { decision: z.string(), withdrawn }),
]);
export type ReviewEvent = Readonly<z.infer<typeof reviewEventSchema>>;
export const isReviewEvent = ofTopic(reviewEventSchema);
