import * as z from 'zod';
import {
  askReasonSchema,
  circumstanceSchema,
  endingSchema,
  matterSchema,
  refusalGroundSchema,
  silentLawSchema,
  waitingContactSchema,
} from '#domain/case/vocabulary.ts';
import { rightSchema } from '#domain/rights.ts';

const words = (most: number): z.ZodType<string> =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((value) => value.isWellFormed(), 'half a character');
const text = words(4_000);
/** A line in a letter. */
const line = words(300);
const lines = z.array(line).min(1).max(20);
const systemId = z.string().min(1).max(40);
const reference = z.string().min(1).max(40);
const date = z.iso.date();
const instant = z.iso.datetime({ offset: true });

function command<const Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) {
  return z.strictObject({
    commandId: z.uuid(),
    /** The case's `seq` that the command was given on: refused when the case has moved on. */
    expectedSeq: z.number().int().positive(),
    type: z.literal(type),
    ...shape,
  });
}

/** A ground as a code, or the law in words: what is no code is a law that the letter names as it stands. */
const ground = z.union([refusalGroundSchema, line]);

/**
 * One thing that is refused (Art. 12(4)). Where a package answers: one kind of record of one system, as the case lists
 * them in `held`; else what it is, in words that never hold the data themselves.
 */
const refusedItem = z.strictObject({
  system: systemId.optional(),
  resource: z.string().min(1).max(80).optional(),
  what: line.optional(),
  ground,
  law: line.optional(),
  reason: text,
  until: date.optional(),
});

/** What a member of staff can ask of a case. */
export const staffCommandSchema = z
  .discriminatedUnion('type', [
    // The request.
    command('lift-hold', {}),
    command('assign', { to: words(200) }),
    command('lock-out', { member: words(200) }),
    command('let-in', { member: words(200), reason: text }),
    command('mark-circumstance', { circumstance: circumstanceSchema, present: z.boolean() }),
    /** What is to be done about a circumstance that protects somebody, or that it does not apply. */
    command('decide-circumstance', {
      circumstance: circumstanceSchema,
      applies: z.boolean(),
      reason: text,
      /** Needed where it applies and a change of where is written to waits (`contactWaits`): whether that is to apply. */
      contact: waitingContactSchema.optional(),
    }),
    command('record-mandate', {
      kind: z.enum(['power-of-attorney', 'guardian', 'trustee', 'future-mandate', 'rights-service']),
      accepted: z.boolean(),
      answerTo: z.enum(['person', 'representative']),
    }),
    command('join', { into: reference }),
    command('split', { matter: matterSchema, rights: z.array(rightSchema).max(6) }),
    command('redirect', {
      /** The organisation that the person named, if any: nobody else is ever named. */
      named: line.optional(),
      /** The day on which staff sent the request there; absent: it was not sent. */
      sentOn: date.optional(),
    }),
    command('correct-receipt', { receivedAt: instant, reason: text }),

    // Who asks.
    command('ask', {
      about: z.enum(['identity', 'clarification']),
      why: askReasonSchema,
      /** What exactly is asked for, and why here. */
      question: text,
      /** Since when there is reason to ask; the day of receipt when absent. */
      doubtSince: date.optional(),
      suspend: z.boolean(),
      /** What may be ticked, of a large amount. */
      choices: lines.optional(),
      /** About identity: which of the case's `identityMethods` the letter names; all of them when absent. */
      methods: z.array(z.string().min(1).max(40)).min(1).max(20).optional(),
    }),
    command('answer-asking', {
      asking: z.string().min(1).max(40),
      /** The person still wants everything: a question never narrows a request against their will. */
      everything: z.boolean(),
      text: text.optional(),
    }),
    command('record-identity-check', {
      document: z.enum(['passport', 'identity-card', 'driving-licence', 'residence-card']),
      where: z.enum(['in-person', 'video']),
      checkedOn: date,
    }),
    /** A code by letter that the person read out on the telephone, or sent back. */
    command('enter-code', { code: z.string().regex(/^\d{6}$/, 'a code has six digits') }),
    command('override-proof', { reason: text }),
    command('change-contact', {
      email: words(254),
      /** The old contact is lost, shared or unsafe: it is not told, and a strong proof is needed first. */
      oldIsLost: z.boolean(),
      /** With `oldIsLost`: what the person says of the old contact. */
      why: z.enum(['lost', 'shared', 'unsafe']).optional(),
    }),
    command('confirm-contact', {
      /** How the person was asked for the address: where, by whom, with what. */
      how: text,
    }),
    command('move-to-post', {
      address: z.array(line).min(2).max(6),
      reason: z.enum(['wish', 'bounced', 'proof']),
      /** The address was read in the population register. */
      registered: z.boolean(),
    }),
    command('record-posted', { letter: words(80) }),

    // The search.
    command('approve-search', { systems: z.array(systemId).optional() }),
    command('decide-identifier', {
      identifier: z.string().regex(/^[0-9a-f]{64}$/, 'the identifier as the case names it'),
      accept: z.boolean(),
    }),
    command('record-manual-result', {
      system: systemId,
      outcome: z.enum(['found', 'nothing-held', 'withheld', 'failed', 'undisclosable']),
      /** What was found, copied out; needed with `found`. */
      entries: z
        .array(z.strictObject({ heading: text, text: words(20_000) }))
        .max(500)
        .optional(),
      /** Legal ground; needed with `withheld`. */
      ground: words(200).optional(),
      /**
       * The law that forbids to speak of something that is there; needed with `undisclosable`, possible with `found`.
       * The answer shows nothing of it.
       */
      law: silentLawSchema.optional(),
    }),
    command('retry-system', { system: systemId }),
    command('give-up-system', { system: systemId, reason: text }),
    command('confirm-freeze', { system: systemId }),

    // Decisions.
    command('release', { round: z.number().int().positive() }),
    command('extend', { category: z.enum(['complexity', 'number']), reason: text }),
    command('refuse', {
      scope: z.enum(['whole', 'part']),
      ground,
      /** The law, with `other-law`. */
      law: line.optional(),
      reason: text,
      /** What is refused, one by one; needed with `part` where a package answers the request. */
      items: z.array(refusedItem).min(1).max(200).optional(),
      /** With `part`: the refusal of the case, counted from 1, that this one takes the place of. */
      restates: z.number().int().positive().optional(),
      /** What is granted; everything else when absent. */
      granted: lines.optional(),
      /** With `abuse`: what C-526/24 asks to be shown. */
      evidence: z.strictObject({ voluntariness: text, aim: text, elapsed: text, pattern: text }).optional(),
    }),
    command('take-back-refusal', {
      /** Which refusal of a part, counted from 1. */
      refusal: z.number().int().positive(),
    }),
    command('charge-fee', {
      basis: z.enum(['further-copy', 'excessive']),
      /** In the smallest unit of the currency. */
      amount: z.number().int().positive().max(1_000_000),
      currency: z.string().regex(/^[A-Z]{3}$/, 'three capital letters, as SEK'),
      /** The facts that show it; how long ago an earlier request was is none. */
      facts: text,
      costs: text,
      answerBy: date,
    }),
    command('answer-fee', {
      fee: z.string().min(1).max(40),
      answer: z.enum(['accepted', 'declined', 'narrowed']),
    }),
    command('approve-proposal', { proposal: z.string().min(1).max(40) }),
    command('drop-proposal', { proposal: z.string().min(1).max(40) }),
    command('end', {
      ending: endingSchema.exclude(['answered', 'joined']),
      /** Why; goes into the letter with `cannot-find`. */
      reason: text.optional(),
      /** With `cannot-find`: which data would help. */
      wouldHelp: lines.optional(),
      /** With `forwarded`: the company that answers for itself. */
      company: line.optional(),
      companyEmail: z.email().optional(),
      /** With `deceased`: what the contract gives the estate, in whole sentences. */
      estateRoute: text.optional(),
    }),
    command('reopen', { reason: text.optional() }),
    command('stop-processing', {
      right: z.enum(['objection', 'consent-withdrawal']),
      from: date,
      /** What is to stop. */
      what: lines,
      /** Where staff have stopped it, as the letter names the place; absent: it is still to be done, and the case stays open. */
      doneIn: lines.optional(),
      channels: z
        .array(z.enum(['email', 'sms', 'phone', 'post', 'other-electronic']))
        .min(1)
        .optional(),
      inPrintUntil: date.optional(),
      /** What goes on because it rests on something else than the consent. */
      continuing: z
        .array(z.strictObject({ what: line, basis: line }))
        .max(20)
        .optional(),
    }),
    command('note', { text }),

    // The case's own life.
    command('set-legal-hold', { reason: text }),
    command('lift-legal-hold', {}),
    command('object-to-retention', { text }),
    command('decide-retention-objection', { upheld: z.boolean(), reason: text }),
    command('record-breach', {
      awareAt: instant,
      /** The answer that reached the wrong person: it is taken back. */
      round: z.number().int().positive().optional(),
      description: text,
    }),
    command('update-breach', {
      breach: z.string().min(1).max(40),
      step: z.enum(['authority-notified', 'no-notification-needed', 'person-notified', 'closed']),
      text,
      /** With `person-notified` (Art. 34): what the letter says. */
      consequences: lines.optional(),
      measures: lines.optional(),
      advice: lines.optional(),
    }),
  ])
  .meta({ id: 'StaffCommand' });
export type StaffCommand = Readonly<z.infer<typeof staffCommandSchema>>;

export const acceptedSchema = z.strictObject({ seq: z.number().int() }).meta({ id: 'Accepted' });
