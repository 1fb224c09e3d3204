import * as z from 'zod';
import { event, instant, ofTopic, text } from '../log/event.ts';
import { contactRefSchema, levelSchema, methodSchema, purposeSchema } from '../vocabulary.ts';

/** Who asks (Art. 12(6)). */
export const identityEventSchema = z.discriminatedUnion('type', [
  event('code-issued', 2, {
    challenge: z.string(),
    purpose: purposeSchema,
    via: z.enum(['email', 'post', 'sms']),
    /** Where it was sent; `null` in logs of the first version. */
    to: contactRefSchema.nullable(),
    /** Whether that is an address that was read in the population register. */
    registered: z.boolean(),
    expiresAt: instant,
  }),
  event('code-tried', 1, { challenge: z.string() }),
  event('identity-proven', 2, {
    /** The code that proved it; `null` for the other methods. */
    challenge: z.string().nullable(),
    identifier: contactRefSchema,
    method: methodSchema,
    level: levelSchema,
    /** What was shown and where, of a document that was looked at and never copied; else `null`. */
    text: text.nullable(),
  }),
  event('mandate-recorded', 1, {
    kind: z.enum(['power-of-attorney', 'guardian', 'trustee', 'future-mandate', 'rights-service']),
    accepted: z.boolean(),
    answerTo: z.enum(['person', 'representative']),
  }),
]);
export type IdentityEvent = Readonly<z.infer<typeof identityEventSchema>>;
export const isIdentityEvent = ofTopic(identityEventSchema);
