import * as z from 'zod';
import { waitNames } from '#domain/case/waits.ts';

// The schemas of the payloads between the workflow and its functions. A payload contains ids, references and a version.
// A payload contains no personal data and no cursor of a search.
const base = { v: z.literal(2), caseId: z.string().min(1).max(40) };
const round = z.number().int().positive();
const search = { system: z.string().min(1).max(40), wave: round };
// `run` is 0 for the first search of a system in a wave. Each time staff ask for another search of the system it grows
// by 1.
const orderedSearch = { ...search, run: z.number().int().nonnegative() };

// Payloads of version 1, from executions that began before version 2, also contain the time at which a state was
// entered (`at`). The schema removes this field, because the functions use their own clock.
const first = z.looseObject({ v: z.literal(1), at: z.iso.datetime() }).transform((given) => {
  const kept = Object.entries(given).filter(([name]) => name !== 'at');
  return { ...Object.fromEntries(kept), v: 2 };
});

function payload<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((given) => first.safeParse(given).data ?? given, schema);
}

/** The input of `case-step`. */
export const caseStepSchema = payload(
  z.discriminatedUnion('step', [
    z.strictObject({ ...base, step: z.literal('open') }),
    z.strictObject({ ...base, step: z.literal('plan-search') }),
    z.strictObject({ ...base, step: z.literal('next') }),
    z.strictObject({
      ...base,
      step: z.literal('record-search'),
      ...orderedSearch,
      /**
       * How the search ended. `withdrawn`: its order was withdrawn before it began. `failed`: its function failed at
       * the last try.
       */
      end: z.enum(['searched', 'withdrawn', 'failed']),
    }),
    // Executions that began under version 0.2.0 or earlier send this step instead of `record-search` if a search fails.
    z.strictObject({ ...base, step: z.literal('fail-search'), ...search }),
    z.strictObject({ ...base, step: z.literal('screen'), round }),
    z.strictObject({ ...base, step: z.literal('deliver'), round }),
    z.strictObject({ ...base, step: z.literal('close') }),
  ]),
);
export type CaseStep = Readonly<z.infer<typeof caseStepSchema>>;

/** The output of `case-step` for the step `next`: what the workflow does next. */
export const nextSchema = z.strictObject({
  next: z.enum(['search', 'wait', 'screen', 'review', 'assemble', 'deliver', 'close', 'ended']),
  round: z.number().int().nonnegative(),
  searches: z.array(z.strictObject({ ...orderedSearch, functionName: z.string() })),
});
export type Next = Readonly<z.infer<typeof nextSchema>>;

/** The input of `await-condition`. The task token is a secret: it is stored in the table and never logged. */
export const awaitConditionSchema = payload(
  z.strictObject({
    ...base,
    wait: z.enum(waitNames),
    round: z.number().int().nonnegative(),
    token: z.string().min(1),
  }),
);

/** The input of `search-system`. System, wave and run name the order in S3 that says what to search for. */
export const searchSystemSchema = z.strictObject({ ...base, v: z.literal(3), ...orderedSearch });
/**
 * The input of `search-system` in executions of 0.2.0 and earlier. These executions have no orders. `reconcile` stops
 * them and starts new ones.
 */
export const earlierSearchSchema = payload(z.strictObject({ ...base, ...search }));
/** The output of `search-system`. The workflow passes it to `case-step` (step `record-search`). */
export const searchedSchema = z.strictObject({ end: z.enum(['searched', 'withdrawn']) });

/**
 * The input of `assemble-export`, which makes the package or the review sheet of a round. Executions of 0.2.0 and
 * earlier do not send `make`.
 */
export const assembleExportSchema = payload(
  z.strictObject({ ...base, round, make: z.enum(['package', 'review-sheet']).default('package') }),
);
