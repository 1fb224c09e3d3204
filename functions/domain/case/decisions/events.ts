import * as z from 'zod';
import { rightSchema } from '../../rights.ts';
import { date, event, ofTopic, ordinal, text } from '../log/event.ts';
import { circumstanceSchema, contactRefSchema, refusalGroundSchema, waitingContactSchema } from '../vocabulary.ts';

/** One kind of record of one system that is refused (Art. 12(4)). */
export const refusedItemSchema = z.strictObject({
  system: z.string(),
  resource: z.string(),
  ground: refusalGroundSchema,
  /** What it is called, why it is refused and, of a law, which. */
  text,
  /** Last day on which it is refused; `null`: no day was named. */
  until: date.nullable(),
});
export type RefusedItem = Readonly<z.infer<typeof refusedItemSchema>>;

/** What only two people may decide (practice 15). */
export const decisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('refuse-whole'),
    ground: refusalGroundSchema,
    text,
    /** What C-526/24 asks the controller to show, in words. */
    evidence: z.strictObject({ voluntariness: text, aim: text, elapsed: text, pattern: text }).nullable(),
  }),
  z.strictObject({
    kind: z.literal('charge-fee'),
    basis: z.enum(['further-copy', 'excessive']),
    /** In the smallest unit of the currency. */
    amount: ordinal,
    currency: z.string().regex(/^[A-Z]{3}$/),
    facts: text,
    costs: text,
    answerBy: date,
  }),
  z.strictObject({ kind: z.literal('override-proof'), text, identifier: contactRefSchema }),
  // Where the answer goes, where a member of staff says so and the person has shown nothing of it.
  z.strictObject({
    kind: z.literal('change-contact'),
    to: contactRefSchema,
    oldIsLost: z.boolean(),
    /** Why the old contact point is not told; `null` where it is. */
    why: z.enum(['lost', 'shared', 'unsafe']).nullable(),
  }),
  z.strictObject({ kind: z.literal('confirm-contact'), contact: contactRefSchema, text }),
  z.strictObject({
    kind: z.literal('move-to-post'),
    to: contactRefSchema,
    reason: z.enum(['wish', 'bounced', 'proof']),
    registered: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('decide-circumstance'),
    circumstance: circumstanceSchema,
    applies: z.boolean(),
    text,
    /** What becomes of a change of where is written to that waits; `null` where none does, or the circumstance does not apply. */
    contact: waitingContactSchema.nullable(),
  }),
]);
export type TwoPersonDecision = Readonly<z.infer<typeof decisionSchema>>;

/** What staff decide, each with its ground (Art. 12(4), (5)). */
export const decisionEventSchema = z.discriminatedUnion('type', [
  event('decision-proposed', 1, { proposal: z.string(), decision: decisionSchema }),
  event('decision-approved', 1, { proposal: z.string() }),
  event('decision-dropped', 1, { proposal: z.string() }),
  event('refused', 3, {
    scope: z.enum(['whole', 'part']),
    ground: refusalGroundSchema,
    text,
    late: z.boolean(),
    /** What a refused part is; empty where it is in words only: of a right that no package answers, or of earlier versions. */
    items: z.array(refusedItemSchema),
    /** The refusal that this one takes the place of, by its number in the case. */
    restates: ordinal.nullable(),
  }),
  event('refusal-taken-back', 1, { refusal: ordinal }),
  event('fee-announced', 1, { fee: z.string(), answerBy: date }),
  event('fee-answered', 1, { fee: z.string(), answer: z.enum(['accepted', 'declined', 'narrowed', 'no-answer']) }),
  /** Somebody wants no marketing, or takes back a consent. Staff still have to enter this in the systems. */
  event('stop-recorded', 1, { right: rightSchema, text }),
  event('right-carried-out', 1, { right: rightSchema, text }),
]);
export type DecisionEvent = Readonly<z.infer<typeof decisionEventSchema>>;
export const isDecisionEvent = ofTopic(decisionEventSchema);
