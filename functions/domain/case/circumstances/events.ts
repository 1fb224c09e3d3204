import * as z from 'zod';
import { event, ofTopic, text } from '../log/event.ts';
import { circumstanceSchema } from '../vocabulary.ts';

/** What protects somebody, and what is decided about it. */
export const circumstanceEventSchema = z.discriminatedUnion('type', [
  event('circumstance-marked', 2, {
    circumstance: circumstanceSchema,
    present: z.boolean(),
    /** Whether nothing takes effect by passage of time before the decision on it; in logs of the first version it did. */
    stopsTime: z.boolean(),
  }),
  /** What is to be done about a circumstance that protects somebody, or that it does not apply (the text says which and why). */
  event('circumstance-decided', 1, { circumstance: circumstanceSchema, applies: z.boolean(), text }),
]);
export type CircumstanceEvent = Readonly<z.infer<typeof circumstanceEventSchema>>;
export const isCircumstanceEvent = ofTopic(circumstanceEventSchema);
