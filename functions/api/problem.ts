import * as z from 'zod';

/** An RFC 9457 problem document. `type` is stable and for programs, the rest is for people. No value of the request is in it. */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    /** The rule that a command was refused by, and the dates, numbers and codes that its words name. */
    rule: z.string().optional(),
    values: z.record(z.string(), z.string()).optional(),
    /** What is wrong, field by field; `rule` where it is more than the form of the value. */
    errors: z.array(z.strictObject({ field: z.string(), message: z.string(), rule: z.string().optional() })).optional(),
    triesLeft: z.number().int().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = Readonly<z.infer<typeof problemSchema>>;

/** A problem by its short name; the type is a URN of our own, as there is no page to link to. */
export function named(name: string, status: number, title: string, more: Partial<Problem> = {}): Problem {
  return { type: `urn:utdrag:problem:${name}`, status, title, ...more };
}
