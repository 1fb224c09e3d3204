import * as z from 'zod';
import { jurisdictions } from '../clock/holidays.ts';
import { weightSchema } from '../identifiers/weight.ts';
import { languageSchema } from '../language.ts';
import { rightSchema } from '../rights.ts';
import { letterSchema } from './letters/letter.ts';
import {
  actorSchema,
  alertSchema,
  askReasonSchema,
  channelSchema,
  circumstanceSchema,
  contactRefSchema,
  endingSchema,
  holdReasonSchema,
  identifierRefSchema,
  levelSchema,
  matterSchema,
  methodSchema,
  purposeSchema,
  refusalGroundSchema,
  systemResultSchema,
  waitingContactSchema,
} from './vocabulary.ts';

const count = z.number().int().nonnegative();
const ordinal = z.number().int().positive();
const instant = z.iso.datetime();
const date = z.iso.date();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Id of a free text on the subject profile: what was said in words is never part of the log. */
const text = z.string();

function event<const Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) {
  return z.strictObject({ type: z.literal(type), v: z.literal(1), at: instant, by: actorSchema, ...shape });
}

/** An event whose form has changed: earlier versions are raised by an upcaster (`upcast.ts`). */
function secondEvent<const Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) {
  return z.strictObject({ type: z.literal(type), v: z.literal(2), at: instant, by: actorSchema, ...shape });
}

/** As `secondEvent`, of one whose form has changed twice. */
function thirdEvent<const Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) {
  return z.strictObject({ type: z.literal(type), v: z.literal(3), at: instant, by: actorSchema, ...shape });
}

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

const resourceCounts = z.array(z.strictObject({ resource: z.string(), records: count, files: count }));

/** What the organisation's policy says about handling, as it was when the case was opened. */
export const rulesSchema = z.strictObject({
  secondPerson: z.enum(['always', 'where-it-matters', 'never']),
  soleHandler: z.boolean(),
  /** Working days within which a question may suspend the period (practice 12). */
  askWithinWorkingDays: z.number().int().nonnegative(),
  /** Days until a changed contact point is written to. */
  contactChangeDays: z.number().int().nonnegative(),
  evesCountAsHolidays: z.boolean(),
});
export type CaseRules = Readonly<z.infer<typeof rulesSchema>>;

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

/** Everything that can happen in a case. A field is added with a new `v` and an upcaster, never changed. */
export const eventSchema = z.discriminatedUnion('type', [
  secondEvent('case-opened', {
    controller: z.string(),
    matter: matterSchema,
    rights: z.array(rightSchema).min(1),
    /** What we write in, and what the person would rather read (ISO 639), where that is another. */
    language: languageSchema,
    wantedLanguage: z.string().regex(/^[a-z]{2,3}$/),
    channel: channelSchema,
    /** When the request reached the controller by any channel: the clock starts here (Art. 12(3)). */
    receivedAt: instant,
    receivedLocalDate: date,
    due: date,
    extendedDue: date,
    timeZone: z.string(),
    jurisdiction: z.enum(jurisdictions),
    /** SHA-256 of the organisation's description that the case is handled under. */
    organisation: hash,
    /** Keyed hash of the request as it was sent: the same idempotency key with another request is refused. */
    request: hash,
    /** Where we write to. */
    contact: contactRefSchema,
    claimed: z.array(identifierRefSchema),
    rules: rulesSchema,
    approveSearch: z.boolean(),
    hold: holdReasonSchema.nullable(),
    /** The case that this one was split from or came together with. */
    origin: z.strictObject({ case: z.string(), as: z.enum(['split', 'bundle']) }).nullable(),
  }),
  event('hold-lifted', {}),
  event('execution-started', { n: ordinal }),
  event('receipt-corrected', { receivedAt: instant, receivedLocalDate: date, due: date, extendedDue: date, text }),
  event('assigned', { to: z.string() }),
  event('staff-locked-out', { staff: z.string() }),
  event('staff-let-in', { staff: z.string(), text }),
  secondEvent('circumstance-marked', {
    circumstance: circumstanceSchema,
    present: z.boolean(),
    /** Whether nothing takes effect by passage of time before the decision on it; in logs of the first version it did. */
    stopsTime: z.boolean(),
  }),
  /** What is to be done about a circumstance that protects somebody, or that it does not apply (the text says which and why). */
  event('circumstance-decided', { circumstance: circumstanceSchema, applies: z.boolean(), text }),

  // Who asks (Art. 12(6)).
  secondEvent('code-issued', {
    challenge: z.string(),
    purpose: purposeSchema,
    via: z.enum(['email', 'post', 'sms']),
    /** Where it was sent; `null` in logs of the first version. */
    to: contactRefSchema.nullable(),
    /** Whether that is an address that was read in the population register. */
    registered: z.boolean(),
    expiresAt: instant,
  }),
  event('code-tried', { challenge: z.string() }),
  secondEvent('identity-proven', {
    /** The code that proved it; `null` for the other methods. */
    challenge: z.string().nullable(),
    identifier: contactRefSchema,
    method: methodSchema,
    level: levelSchema,
    /** What was shown and where, of a document that was looked at and never copied; else `null`. */
    text: text.nullable(),
  }),
  event('asked', {
    asking: z.string(),
    about: z.enum(['identity', 'clarification']),
    why: askReasonSchema,
    text,
    /** Since when there is reason to ask: the receipt, or a later doubt. */
    doubtSince: date,
    /** Whether the period rests until the answer (EDPB 01/2022, 159: a policy model). */
    suspends: z.boolean(),
  }),
  event('asking-answered', { asking: z.string(), everything: z.boolean() }),
  event('mandate-recorded', {
    kind: z.enum(['power-of-attorney', 'guardian', 'trustee', 'future-mandate', 'rights-service']),
    accepted: z.boolean(),
    answerTo: z.enum(['person', 'representative']),
  }),
  event('contact-changed', {
    from: contactRefSchema,
    to: contactRefSchema,
    /** Not where the person says that the old contact is lost, shared or unsafe (practice 2). */
    tellOld: z.boolean(),
    effectiveAt: instant,
  }),
  /** The change that was just made takes effect only once a code that is mailed there has been entered as well. */
  event('contact-code-awaited', {}),
  event('contact-code-entered', {
    challenge: z.string(),
    /** Whether it was entered by whoever had just signed in as the person of the case. */
    signedIn: z.boolean(),
  }),
  /** A member of staff has made sure that the contact point is the person's. */
  event('contact-confirmed', { contact: contactRefSchema, text }),
  secondEvent('moved-to-post', {
    from: contactRefSchema,
    to: contactRefSchema,
    reason: z.enum(['wish', 'bounced', 'proof']),
    /** Whether a member of staff has read the address in the population register. */
    registered: z.boolean(),
    /** Whether the place that letters went to before hears of it. */
    tellOld: z.boolean(),
    effectiveAt: instant,
  }),

  // The search.
  secondEvent('search-planned', {
    systems: z
      .array(
        z.strictObject({
          id: z.string(),
          mode: z.enum(['automatic', 'manual']),
          /** Level of proof that what it holds needs. */
          level: levelSchema,
          /** Special categories (Art. 9): a second person looks at what is found. */
          special: z.boolean(),
        }),
      )
      .min(1),
  }),
  event('search-approved', { systems: z.array(z.string()).min(1) }),
  event('search-started', { system: z.string(), round: ordinal, wave: ordinal }),
  secondEvent('system-answered', {
    system: z.string(),
    round: ordinal,
    /** 0 where a member of staff answered for a manual system. */
    wave: count,
    result: systemResultSchema,
    records: count,
    files: count,
    /** Candidates that nothing verified ties to the person. */
    possible: count,
    /** Candidates that something ties to the person, and something else contradicts. */
    disputed: count,
    /** How much there is of each kind of record; `null` in logs of earlier versions, where nobody counted. */
    resources: resourceCounts.nullable(),
    reason: z.string().optional(),
    ground: z.string().optional(),
    /** Where staff wrote down what they found: the page of findings that counts, of wave 0. */
    page: ordinal.optional(),
  }),
  // Beside every answer by hand. Whether it says that something is there of which the law forbids to speak stands on the
  // profile alone: whoever may read the log, which is exported whole, learns nothing from it, nor from its absence.
  event('result-sealed', { system: z.string(), text }),
  event('system-retried', { system: z.string() }),
  event('system-given-up', { system: z.string(), text }),
  event('freeze-confirmed', { system: z.string() }),
  // Once more of the same identifier where a later record says more for it.
  secondEvent('identifier-learned', {
    identifier: identifierRefSchema,
    system: z.string(),
    /** The strongest weight with which a record of the person holds it. */
    weight: weightSchema,
    /** Whether only records hold it that something in them says are somebody else's. */
    disputed: z.boolean(),
  }),
  event('identifier-decided', { identifier: identifierRefSchema, accepted: z.boolean() }),
  event('cut-off-reached', { round: ordinal }),

  // The answer.
  secondEvent('screened', {
    round: ordinal,
    /** What searches come to by what is known now, where that may be something else than they had answered. */
    settled: z.array(
      z.strictObject({
        system: z.string(),
        wave: ordinal,
        records: count,
        files: count,
        possible: count,
        disputed: count,
        /** What belongs to the person, or may, and could not be read. */
        unread: count,
        resources: resourceCounts,
      }),
    ),
  }),
  event('release-approved', { round: ordinal }),
  event('assembly-started', { round: ordinal }),
  event('assembled', {
    round: ordinal,
    bytes: count,
    sha256: hash,
    manifestSha256: hash,
    entries: count,
    systems: z.array(z.strictObject({ id: z.string(), records: count, files: count })),
  }),
  /** `days`: how many local days it can be fetched, counted from when its letter went. */
  secondEvent('delivered', { round: ordinal, days: count }),
  event('download-granted', { grant: z.string(), round: ordinal, expiresAt: instant }),
  event('delivery-revoked', { round: ordinal }),
  // A package that nobody is to have any more is gone from its bucket.
  event('answer-erased', { round: ordinal, attempt: ordinal }),
  secondEvent('letter-intended', { letter: letterSchema, attempt: ordinal }),
  secondEvent('letter-sent', { letter: letterSchema, attempt: ordinal }),
  /** The service for mail or SMS did not take it; it is tried again as long as it is owed. */
  secondEvent('letter-failed', { letter: letterSchema, attempt: ordinal }),

  // The clock.
  event('deadline-warned', { due: date, daysLeft: z.number().int() }),
  event('status-owed', { due: date }),
  event('alerted', { alert: alertSchema, key: z.string() }),
  event('extended', { category: z.enum(['complexity', 'number']), due: date, text }),

  // Decisions.
  event('decision-proposed', { proposal: z.string(), decision: decisionSchema }),
  event('decision-approved', { proposal: z.string() }),
  event('decision-dropped', { proposal: z.string() }),
  thirdEvent('refused', {
    scope: z.enum(['whole', 'part']),
    ground: refusalGroundSchema,
    text,
    late: z.boolean(),
    /** What a refused part is; empty where it is in words only: of a right that no package answers, or of earlier versions. */
    items: z.array(refusedItemSchema),
    /** The refusal that this one takes the place of, by its number in the case. */
    restates: ordinal.nullable(),
  }),
  event('refusal-taken-back', { refusal: ordinal }),
  event('fee-announced', { fee: z.string(), answerBy: date }),
  event('fee-answered', { fee: z.string(), answer: z.enum(['accepted', 'declined', 'narrowed', 'no-answer']) }),
  event('redirected', { text: text.nullable() }),
  event('split-off', { matter: matterSchema, rights: z.array(rightSchema), case: z.string() }),
  event('absorbed', { case: z.string() }),
  /** Somebody wants no marketing, or takes back a consent: noted, and still to be entered where it is to hold. */
  event('stop-recorded', { right: rightSchema, text }),
  event('right-carried-out', { right: rightSchema, text }),
  event('note-added', { text }),
  secondEvent('case-closed', {
    ending: endingSchema,
    /** The case that goes on, where this one was joined to another. */
    into: z.string().nullable(),
    /** Last day on which the person can take a withdrawal back. */
    undoUntil: date.nullable(),
    text: text.nullable(),
  }),
  event('reopened', { text: text.nullable() }),

  // The case's own life.
  event('legal-hold-set', { text }),
  event('legal-hold-lifted', {}),
  event('retention-objected', { text }),
  event('retention-objection-decided', { upheld: z.boolean(), text }),
  event('breach-recorded', {
    breach: z.string(),
    awareAt: instant,
    notifyBy: instant,
    round: ordinal.nullable(),
    text,
  }),
  event('breach-updated', {
    breach: z.string(),
    step: z.enum(['authority-notified', 'no-notification-needed', 'person-notified', 'closed']),
    text,
  }),
  event('material-purged', {}),
]);
export type CaseEvent = Readonly<z.infer<typeof eventSchema>>;
export type EventType = CaseEvent['type'];
export type EventOf<Type extends EventType> = Extract<CaseEvent, { readonly type: Type }>;
