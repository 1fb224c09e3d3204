import * as z from 'zod';
import { reviewEntrySchema } from '../../review/entry.ts';
import { event, ofTopic } from '../log/event.ts';

/** What staff decided on the records of an answer before its release (Art. 15(4)). */
export const reviewEventSchema = z.discriminatedUnion('type', [
  // `decision`: the id that the console gave to the command. It is the name by which the decisions are taken back.
  event('review-decided', 1, { decision: z.string(), entries: z.array(reviewEntrySchema).min(1) }),
  event('review-undone', 1, { decision: z.string() }),
]);
export type ReviewEvent = Readonly<z.infer<typeof reviewEventSchema>>;
export const isReviewEvent = ofTopic(reviewEventSchema);
