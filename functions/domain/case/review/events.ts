import * as z from 'zod';
import { reviewEntrySchema } from '../../review/entry.ts';
import { event, ofTopic } from '../log/event.ts';
import { withdrawnSchema } from '../search/withdrawn.ts';

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
