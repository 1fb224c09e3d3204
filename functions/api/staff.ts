import * as z from 'zod';

const commandBase = {
  commandId: z.uuid(),
  /** The case's `seq` that the command was given on: refused when the case has moved on. */
  expectedSeq: z.number().int().positive(),
};
const words = (most: number): z.ZodType<string> =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((value) => value.isWellFormed(), 'half a character');
const text = words(4_000);
const systemId = z.string().min(1).max(40);

/** What a member of staff can ask of a case. */
export const staffCommandSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ ...commandBase, type: z.literal('lift-hold') }),
    z.strictObject({ ...commandBase, type: z.literal('approve-search'), systems: z.array(systemId).optional() }),
    z.strictObject({
      ...commandBase,
      type: z.literal('decide-identifier'),
      identifier: z.string().regex(/^[0-9a-f]{64}$/),
      accept: z.boolean(),
    }),
    z.strictObject({
      ...commandBase,
      type: z.literal('record-manual-result'),
      system: systemId,
      outcome: z.enum(['found', 'nothing-held', 'withheld', 'failed']),
      /** What was found, copied out; needed with `found`. */
      entries: z
        .array(z.strictObject({ heading: text, text: words(20_000) }))
        .max(500)
        .optional(),
      /** Legal ground; needed with `withheld`. */
      ground: words(200).optional(),
    }),
    z.strictObject({ ...commandBase, type: z.literal('retry-system'), system: systemId }),
    z.strictObject({ ...commandBase, type: z.literal('release'), round: z.number().int().positive() }),
    z.strictObject({
      ...commandBase,
      type: z.literal('extend'),
      category: z.enum(['complexity', 'number']),
      reason: text,
    }),
    z.strictObject({
      ...commandBase,
      type: z.literal('refuse'),
      scope: z.enum(['whole', 'part']),
      ground: words(200),
      reason: text,
    }),
    z.strictObject({ ...commandBase, type: z.literal('note'), text }),
  ])
  .meta({ id: 'StaffCommand' });
export type StaffCommand = Readonly<z.infer<typeof staffCommandSchema>>;

export const acceptedSchema = z.strictObject({ seq: z.number().int() }).meta({ id: 'Accepted' });

const outcome = z.enum(['found', 'nothing-held', 'withheld', 'failed', 'pending']);
const instant = z.string();

/** A line of the work queue. */
export const queueSchema = z
  .strictObject({
    cases: z.array(
      z.strictObject({
        reference: z.string(),
        status: z.string(),
        controller: z.string(),
        rights: z.array(z.string()),
        language: z.string(),
        receivedAt: instant,
        due: z.string(),
        daysLeft: z.number().int(),
        extended: z.boolean(),
        waitingFor: z.string(),
        failed: z.array(z.string()),
        pending: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'Queue' });

/** A case as staff see it. Identifiers are masked; what the person wrote is shown as it stands. */
export const caseViewSchema = z
  .strictObject({
    reference: z.string(),
    seq: z.number().int(),
    status: z.string(),
    waitingFor: z.string(),
    hold: z.string().nullable(),
    controller: z.string(),
    rights: z.array(z.string()),
    language: z.string(),
    channel: z.string(),
    receivedAt: instant,
    due: z.string(),
    extendedDue: z.string(),
    unsuspendedDue: z.string(),
    daysLeft: z.number().int(),
    round: z.number().int(),
    secondPerson: z.boolean(),
    contact: z.string(),
    claimed: z.array(z.strictObject({ kind: z.string(), masked: z.string() })),
    message: z.string().nullable(),
    notes: z.array(z.strictObject({ at: instant, by: z.string(), text: z.string() })),
    systems: z.array(
      z.strictObject({
        id: z.string(),
        title: z.strictObject({ sv: z.string(), en: z.string() }),
        mode: z.enum(['automatic', 'manual']),
        instructions: z.strictObject({ sv: z.string(), en: z.string() }).nullable(),
        outcome,
        reason: z.string().nullable(),
        records: z.number().int(),
        files: z.number().int(),
        possible: z.number().int(),
        startedAt: instant.nullable(),
        endedAt: instant.nullable(),
        deliveredIn: z.number().int().nullable(),
      }),
    ),
    learned: z.array(
      z.strictObject({
        identifier: z.string(),
        kind: z.string(),
        masked: z.string(),
        system: z.string(),
        decision: z.enum(['open', 'accepted', 'rejected']),
      }),
    ),
    approvals: z.array(z.string()),
    answers: z.array(
      z.strictObject({
        round: z.number().int(),
        deliveredAt: instant,
        availableUntil: instant,
        bytes: z.number().int(),
        entries: z.number().int(),
        sha256: z.string(),
      }),
    ),
    timeline: z.array(z.strictObject({ at: instant, type: z.string(), by: z.string() })),
    letters: z.array(z.strictObject({ code: z.string(), sentAt: instant.nullable() })),
    grants: z.array(z.strictObject({ issuedAt: instant, usedAt: instant.optional() })),
  })
  .meta({ id: 'Case' });
export type CaseView = Readonly<z.infer<typeof caseViewSchema>>;
