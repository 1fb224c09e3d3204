import * as z from 'zod';

/**
 * An RFC 9457 problem document. `type` is stable and for programs; the rest is for people. A problem document never
 * contains a value of the request.
 */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    /** The rule that refused a command, with the dates, numbers and codes that the rule's words contain. */
    rule: z.string().optional(),
    values: z.record(z.string(), z.string()).optional(),
    /**
     * The problems, field by field. `rule` is there if the value has the right form and was refused for another reason.
     */
    errors: z.array(z.strictObject({ field: z.string(), message: z.string(), rule: z.string().optional() })).optional(),
    triesLeft: z.number().int().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = Readonly<z.infer<typeof problemSchema>>;

/** Makes a problem from its short name. The type is a URN of our own, because there is no page to link to. */
export function named(name: string, status: number, title: string, more: Partial<Problem> = {}): Problem {
  return { type: `urn:utdrag:problem:${name}`, status, title, ...more };
}
