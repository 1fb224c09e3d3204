import * as z from 'zod';
import { event, ofTopic, text } from '../log/event.ts';
import { circumstanceSchema } from '../vocabulary.ts';

/** Circumstances that protect somebody, and the decisions on them. */
export const circumstanceEventSchema = z.discriminatedUnion('type', [
  event('circumstance-marked', 2, {
    circumstance: circumstanceSchema,
    present: z.boolean(),
    /** Whether periods of the case stop until the decision. In logs of the first version they did not stop. */
    stopsTime: z.boolean(),
  }),
  /**
   * The decision on a circumstance: the measures that are needed, or that it does not apply. The text says which, with
   * the reasons.
   */
  event('circumstance-decided', 1, { circumstance: circumstanceSchema, applies: z.boolean(), text }),
]);
export type CircumstanceEvent = Readonly<z.infer<typeof circumstanceEventSchema>>;
export const isCircumstanceEvent = ofTopic(circumstanceEventSchema);
