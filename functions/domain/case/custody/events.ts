import * as z from 'zod';
import { event, instant, ofTopic, ordinal, text } from '../log/event.ts';

/** Retention of the case and its breaches (Art. 5(1)(e), 33). */
export const custodyEventSchema = z.discriminatedUnion('type', [
  event('legal-hold-set', 1, { text }),
  event('legal-hold-lifted', 1, {}),
  event('retention-objected', 1, { text }),
  event('retention-objection-decided', 1, { upheld: z.boolean(), text }),
  event('breach-recorded', 1, {
    breach: z.string(),
    awareAt: instant,
    notifyBy: instant,
    round: ordinal.nullable(),
    text,
  }),
  event('breach-updated', 1, {
    breach: z.string(),
    step: z.enum(['authority-notified', 'no-notification-needed', 'person-notified', 'closed']),
    text,
  }),
  event('material-purged', 1, {}),
]);
export type CustodyEvent = Readonly<z.infer<typeof custodyEventSchema>>;
export const isCustodyEvent = ofTopic(custodyEventSchema);
