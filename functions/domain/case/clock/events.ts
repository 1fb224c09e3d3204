import * as z from 'zod';
import { date, event, instant, ofTopic, text } from '../log/event.ts';
import { alertSchema, askReasonSchema } from '../vocabulary.ts';

/** The changes of the dates of a case, and the warnings about the dates (Art. 12(3)). */
export const clockEventSchema = z.discriminatedUnion('type', [
  event('receipt-corrected', 1, { receivedAt: instant, receivedLocalDate: date, due: date, extendedDue: date, text }),
  event('asked', 1, {
    asking: z.string(),
    about: z.enum(['identity', 'clarification']),
    why: askReasonSchema,
    text,
    /** The day since which staff had a reason to ask: the day of receipt, or the day of a later doubt. */
    doubtSince: date,
    /** Whether the period is suspended until the reply (EDPB 01/2022, 159). */
    suspends: z.boolean(),
  }),
  event('asking-answered', 1, { asking: z.string(), everything: z.boolean() }),
  event('deadline-warned', 1, { due: date, daysLeft: z.number().int() }),
  event('status-owed', 1, { due: date }),
  event('alerted', 1, { alert: alertSchema, key: z.string() }),
  event('extended', 1, { category: z.enum(['complexity', 'number']), due: date, text }),
]);
export type ClockEvent = Readonly<z.infer<typeof clockEventSchema>>;
export const isClockEvent = ofTopic(clockEventSchema);
