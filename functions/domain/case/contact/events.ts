import * as z from 'zod';
import { event, instant, ofTopic, text } from '../log/event.ts';
import { contactRefSchema } from '../vocabulary.ts';

/** The changes and confirmations of the contact point (Art. 32). */
export const contactEventSchema = z.discriminatedUnion('type', [
  event('contact-changed', 1, {
    from: contactRefSchema,
    to: contactRefSchema,
    /**
     * Whether a letter tells the old contact point of the change. No letter is sent to an old contact point that is
     * lost, shared or unsafe (practice 2).
     */
    tellOld: z.boolean(),
    effectiveAt: instant,
  }),
  /** The change takes effect only after somebody has entered the code that was mailed to the new contact point. */
  event('contact-code-awaited', 1, {}),
  event('contact-code-entered', 1, {
    challenge: z.string(),
    /** Whether the code was entered by somebody who had just signed in as the person of the case. */
    signedIn: z.boolean(),
  }),
  /** A member of staff has confirmed that the contact point is the person's. */
  event('contact-confirmed', 1, { contact: contactRefSchema, text }),
  /** Somebody has said that others may read mail to this contact point. */
  event('contact-called-unsafe', 1, { contact: contactRefSchema }),
  event('moved-to-post', 2, {
    from: contactRefSchema,
    to: contactRefSchema,
    reason: z.enum(['wish', 'bounced', 'proof']),
    /** Whether a member of staff has read the address in the population register. */
    registered: z.boolean(),
    /** Whether a letter tells the earlier contact point of the change. */
    tellOld: z.boolean(),
    effectiveAt: instant,
  }),
]);
export type ContactEvent = Readonly<z.infer<typeof contactEventSchema>>;
export const isContactEvent = ofTopic(contactEventSchema);
