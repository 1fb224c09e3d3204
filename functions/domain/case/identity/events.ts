import * as z from 'zod';
import { event, instant, ofTopic, text } from '../log/event.ts';
import { methodSchema } from '../../identity-methods/methods.ts';
import { contactRefSchema, levelSchema, purposeSchema } from '../vocabulary.ts';

/** Proof of identity (Art. 12(6)). */
export const identityEventSchema = z.discriminatedUnion('type', [
  event('code-issued', 2, {
    challenge: z.string(),
    purpose: purposeSchema,
    via: z.enum(['email', 'post', 'sms']),
    /** Where the code was sent; `null` in logs of the first version. */
    to: contactRefSchema.nullable(),
    /** Whether `to` is a postal address from the population register. */
    registered: z.boolean(),
    expiresAt: instant,
  }),
  event('code-tried', 1, { challenge: z.string() }),
  event('identity-proven', 2, {
    /** The code that was the proof; `null` for other methods. */
    challenge: z.string().nullable(),
    identifier: contactRefSchema,
    method: methodSchema,
    level: levelSchema,
    /** Which document was shown, and where. The document is never copied. `null` for other methods. */
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
