import * as z from 'zod';

/**
 * A problem document (RFC 9457). Programs can rely on `type`; the other fields are for people. A problem document never
 * contains a value from the request.
 */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    /**
     * The rule that refused the command. `values` has the dates, numbers and codes to put into the text of the rule.
     */
    rule: z.string().optional(),
    values: z.record(z.string(), z.string()).optional(),
    /**
     * The problems of single fields. `rule` is a `FieldProblem`. It is set if the value fits the JSON schema, and a
     * later check refused it.
     */
    errors: z.array(z.strictObject({ field: z.string(), message: z.string(), rule: z.string().optional() })).optional(),
    triesLeft: z.number().int().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = Readonly<z.infer<typeof problemSchema>>;

/**
 * Makes a problem document. `name` becomes part of `type`. The `type` is a URN, because no web page describes the
 * problem.
 */
export function named(name: string, status: number, title: string, more: Partial<Problem> = {}): Problem {
  return { type: `urn:utdrag:problem:${name}`, status, title, ...more };
}
