import * as z from 'zod';
import { identifierKindSchema } from '../identifiers/identifier.ts';
import { languageSchema } from '../language.ts';
import { rightSchema } from '../rights.ts';

/** Who did something. Ids are opaque: a staff subject id, a function or state name; never a name or an address. */
export const actorSchema = z.strictObject({ kind: z.enum(['subject', 'staff', 'workflow', 'clock']), id: z.string() });
export type Actor = Readonly<z.infer<typeof actorSchema>>;

/** An identifier as the log knows it: hashed with the key of the case, which is erased with the subject profile. */
export const identifierRefSchema = z.strictObject({
  kind: identifierKindSchema,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type IdentifierRef = Readonly<z.infer<typeof identifierRefSchema>>;

/** Why a request waits for a member of staff before anything else happens. */
export const holdReasonSchema = z.enum([
  'sender-not-authenticated',
  'sender-ambiguous',
  'infected-attachment',
  'request-unclear',
  'right-handled-by-staff',
  'forwarded-by-colleague',
]);
export type HoldReason = z.infer<typeof holdReasonSchema>;

export const channelSchema = z.enum(['api', 'portal', 'email', 'staff']);
export type Channel = z.infer<typeof channelSchema>;

/** How a system was left after a search (Art. 15 answers name every one). */
export const systemResultSchema = z.enum(['found', 'nothing-held', 'withheld', 'failed']);
export type SystemResult = z.infer<typeof systemResultSchema>;

export const letterCodeSchema = z.enum(['M1', 'M4', 'M6', 'M8', 'M23', 'M24', 'STATUS']);
export type LetterCode = z.infer<typeof letterCodeSchema>;

const count = z.number().int().nonnegative();
const ordinal = z.number().int().positive();
const instant = z.iso.datetime();
const date = z.iso.date();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

function event<const Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) {
  return z.strictObject({ type: z.literal(type), v: z.literal(1), at: instant, by: actorSchema, ...shape });
}

/** Everything that can happen in a case. Fields are added with a new `v` and an upcaster, never changed. */
export const eventSchema = z.discriminatedUnion('type', [
  event('case-opened', {
    controller: z.string(),
    rights: z.array(rightSchema).min(1),
    language: languageSchema,
    channel: channelSchema,
    /** When the request reached the controller by any channel: the clock starts here (Art. 12(3)). */
    receivedAt: instant,
    receivedLocalDate: date,
    due: date,
    extendedDue: date,
    timeZone: z.string(),
    /** SHA-256 of the organisation's description that the case is handled under. */
    organisation: hash,
    /** Keyed hash of the request as it was sent: the same idempotency key with another request is refused. */
    request: hash,
    /** Where we write to. */
    contact: identifierRefSchema,
    claimed: z.array(identifierRefSchema),
    secondPerson: z.boolean(),
    approveSearch: z.boolean(),
    hold: holdReasonSchema.nullable(),
  }),
  event('hold-lifted', {}),
  event('execution-started', { n: ordinal }),
  event('code-issued', { challenge: z.string(), purpose: z.enum(['identity', 'download']), expiresAt: instant }),
  event('code-tried', { challenge: z.string() }),
  event('identity-proven', {
    challenge: z.string(),
    identifier: identifierRefSchema,
    method: z.literal('email-code'),
    level: z.literal('contact-point'),
  }),
  event('search-planned', {
    systems: z.array(z.strictObject({ id: z.string(), mode: z.enum(['automatic', 'manual']) })).min(1),
  }),
  event('search-approved', { systems: z.array(z.string()).min(1) }),
  event('search-started', { system: z.string(), round: ordinal, wave: ordinal }),
  event('system-answered', {
    system: z.string(),
    round: ordinal,
    /** 0 where a member of staff answered for a manual system. */
    wave: count,
    result: systemResultSchema,
    records: count,
    files: count,
    /** Candidates that nothing verified ties to the person. */
    possible: count,
    reason: z.string().optional(),
    ground: z.string().optional(),
    /** Where staff wrote down what they found: the page of findings that counts, of wave 0. */
    page: ordinal.optional(),
  }),
  event('system-retried', { system: z.string() }),
  event('identifier-learned', { identifier: identifierRefSchema, system: z.string() }),
  event('identifier-decided', { identifier: identifierRefSchema, accepted: z.boolean() }),
  event('cut-off-reached', { round: ordinal }),
  event('screened', { round: ordinal, possible: count }),
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
  event('delivered', { round: ordinal, availableUntil: instant }),
  event('download-granted', { grant: z.string(), round: ordinal, expiresAt: instant }),
  event('letter-intended', { letter: z.string(), code: letterCodeSchema, attempt: ordinal }),
  event('letter-sent', { letter: z.string(), code: letterCodeSchema, attempt: ordinal }),
  event('deadline-warned', { due: date, daysLeft: z.number().int() }),
  event('status-owed', { due: date }),
  event('extended', { category: z.enum(['complexity', 'number']), due: date, text: z.string() }),
  event('refused', { scope: z.enum(['whole', 'part']), ground: z.string(), text: z.string(), late: z.boolean() }),
  event('note-added', { text: z.string() }),
  event('case-closed', {}),
  event('material-purged', {}),
]);
export type CaseEvent = Readonly<z.infer<typeof eventSchema>>;
export type EventType = CaseEvent['type'];
export type EventOf<Type extends EventType> = Extract<CaseEvent, { readonly type: Type }>;
