import * as z from 'zod';
import { waitNames } from '#domain/case/waits.ts';

// What the workflow hands to its functions: ids, references and a version; never personal data, never a cursor.
const base = { v: z.literal(1), caseId: z.string().min(1).max(40), at: z.iso.datetime() };
const round = z.number().int().positive();
const search = { system: z.string().min(1).max(40), wave: round };

/** Input of `case-step`. */
export const caseStepSchema = z.discriminatedUnion('step', [
  z.strictObject({ ...base, step: z.literal('open') }),
  z.strictObject({ ...base, step: z.literal('plan-search') }),
  z.strictObject({ ...base, step: z.literal('next') }),
  z.strictObject({ ...base, step: z.literal('fail-search'), ...search }),
  z.strictObject({ ...base, step: z.literal('screen'), round }),
  z.strictObject({ ...base, step: z.literal('deliver'), round }),
  z.strictObject({ ...base, step: z.literal('close') }),
]);
export type CaseStep = Readonly<z.infer<typeof caseStepSchema>>;

/** Output of the step `next`. */
export const nextSchema = z.strictObject({
  next: z.enum(['search', 'wait', 'screen', 'review', 'assemble', 'deliver', 'close', 'ended']),
  round: z.number().int().nonnegative(),
  searches: z.array(z.strictObject({ ...search, functionName: z.string() })),
});
export type Next = Readonly<z.infer<typeof nextSchema>>;

/** Input of `await-condition`; the token is stored in the table and never logged. */
export const awaitConditionSchema = z.strictObject({
  ...base,
  wait: z.enum(waitNames),
  round: z.number().int().nonnegative(),
  token: z.string().min(1),
});

/** Input of `search-system`. */
export const searchSystemSchema = z.strictObject({ ...base, ...search });
/** Output of `search-system`: called again until done. */
export const searchedSchema = z.strictObject({ done: z.boolean() });

/** Input of `assemble-export`. */
export const assembleExportSchema = z.strictObject({ ...base, round });
