import * as z from 'zod';

/**
 * An RFC 9457 problem document. `type` is stable and for programs, the rest is for people. It never contains a value of
 * the request.
 */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    /** The rule that refused a command, and the dates, numbers and codes in its words. */
    rule: z.string().optional(),
    values: z.record(z.string(), z.string()).optional(),
    /** The problems, field by field; `rule` for a problem beyond the form of the value. */
    errors: z.array(z.strictObject({ field: z.string(), message: z.string(), rule: z.string().optional() })).optional(),
    triesLeft: z.number().int().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = Readonly<z.infer<typeof problemSchema>>;

/** A problem by its short name; the type is a URN of our own, as there is no page to link to. */
export function named(name: string, status: number, title: string, more: Partial<Problem> = {}): Problem {
  return { type: `urn:utdrag:problem:${name}`, status, title, ...more };
}
