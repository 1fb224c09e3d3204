import * as z from 'zod';
import { rightSchema } from '../../rights.ts';
import { date, event, ofTopic, ordinal, text } from '../log/event.ts';
import { circumstanceSchema, contactRefSchema, refusalGroundSchema, waitingContactSchema } from '../vocabulary.ts';

/** One kind of record of one system that is refused (Art. 12(4)). */
export const refusedItemSchema = z.strictObject({
  system: z.string(),
  resource: z.string(),
  ground: refusalGroundSchema,
  /**
   * Id of a text: the title of the kind, the reason for the refusal and, if the ground is a law, the name of the law.
   */
  text,
  /** Last day of the refusal; `null` if the refusal has no last day. */
  until: date.nullable(),
});
export type RefusedItem = Readonly<z.infer<typeof refusedItemSchema>>;

/** Decisions that can need two people; `two-persons.ts` says when (practice 15). */
export const decisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('refuse-whole'),
    ground: refusalGroundSchema,
    text,
    /** Ids of texts: the facts by which the controller must show an abuse (C-526/24). */
    evidence: z.strictObject({ voluntariness: text, aim: text, elapsed: text, pattern: text }).nullable(),
  }),
  z.strictObject({
    kind: z.literal('charge-fee'),
    basis: z.enum(['further-copy', 'excessive']),
    /** The amount in the smallest unit of the currency. */
    amount: ordinal,
    currency: z.string().regex(/^[A-Z]{3}$/),
    facts: text,
    costs: text,
    answerBy: date,
  }),
  z.strictObject({ kind: z.literal('override-proof'), text, identifier: contactRefSchema }),
  // A decision of staff on the contact point, without a proof by the person.
  z.strictObject({
    kind: z.literal('change-contact'),
    to: contactRefSchema,
    oldIsLost: z.boolean(),
    /** Why no letter tells the old contact point of the change; `null`: a letter tells the old contact point. */
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
    /**
     * What happens to a waiting change of the contact point; `null` if none waits, or the circumstance does not apply.
     */
    contact: waitingContactSchema.nullable(),
  }),
]);
export type TwoPersonDecision = Readonly<z.infer<typeof decisionSchema>>;

/** Decisions of staff, each with its ground (Art. 12(4), (5)). */
export const decisionEventSchema = z.discriminatedUnion('type', [
  event('decision-proposed', 1, { proposal: z.string(), decision: decisionSchema }),
  event('decision-approved', 1, { proposal: z.string() }),
  event('decision-dropped', 1, { proposal: z.string() }),
  event('refused', 3, {
    scope: z.enum(['whole', 'part']),
    ground: refusalGroundSchema,
    text,
    late: z.boolean(),
    /**
     * The refused kinds of record. Empty if no package answers the request (such as a request for erasure), or if the
     * refusal was stored by an earlier version.
     */
    items: z.array(refusedItemSchema),
    /** The number, within the case, of the refusal that this one replaces. */
    restates: ordinal.nullable(),
  }),
  event('refusal-taken-back', 1, { refusal: ordinal }),
  event('fee-announced', 1, { fee: z.string(), answerBy: date }),
  event('fee-answered', 1, { fee: z.string(), answer: z.enum(['accepted', 'declined', 'narrowed', 'no-answer']) }),
  /** Somebody objects to marketing, or withdraws consent. Staff still have to enter the stop in the systems. */
  event('stop-recorded', 1, { right: rightSchema, text }),
  event('right-carried-out', 1, { right: rightSchema, text }),
]);
export type DecisionEvent = Readonly<z.infer<typeof decisionEventSchema>>;
export const isDecisionEvent = ofTopic(decisionEventSchema);
