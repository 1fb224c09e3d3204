import * as z from 'zod';
import { event, ofTopic, text } from '../log/event.ts';

/** Changes of who works on a case, and notes. */
export const handlingEventSchema = z.discriminatedUnion('type', [
  event('assigned', 1, { to: z.string() }),
  event('staff-locked-out', 1, { staff: z.string() }),
  event('staff-let-in', 1, { staff: z.string(), text }),
  event('note-added', 1, { text }),
]);
export type HandlingEvent = Readonly<z.infer<typeof handlingEventSchema>>;
export const isHandlingEvent = ofTopic(handlingEventSchema);
