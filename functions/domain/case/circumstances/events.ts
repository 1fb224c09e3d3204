import * as z from 'zod';
import { event, ofTopic, text } from '../log/event.ts';
import { circumstanceSchema } from '../vocabulary.ts';

/** The marks of circumstances, and the decisions on circumstances. */
export const circumstanceEventSchema = z.discriminatedUnion('type', [
  event('circumstance-marked', 2, {
    circumstance: circumstanceSchema,
    present: z.boolean(),
    /**
     * Whether time limits stop until staff decide on the circumstance: the days before a new contact point takes
     * effect, and the days on which an answer can be fetched. In version 1 of this event, they did not stop.
     */
    stopsTime: z.boolean(),
  }),
  /**
   * The decision whether a circumstance applies. The text says which measures are needed, or why the circumstance does
   * not apply.
   */
  event('circumstance-decided', 1, { circumstance: circumstanceSchema, applies: z.boolean(), text }),
]);
export type CircumstanceEvent = Readonly<z.infer<typeof circumstanceEventSchema>>;
export const isCircumstanceEvent = ofTopic(circumstanceEventSchema);
