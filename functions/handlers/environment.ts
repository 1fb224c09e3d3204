import * as z from 'zod';

/** The environment variables that every function for case work has. */
export const caseworkEnvironment = {
  TABLE: z.string().min(1),
  CONFIGURATION_BUCKET: z.string().min(1),
  /** Hash of the organisation's description that is in force. */
  ORGANISATION: z.string().regex(/^[0-9a-f]{64}$/),
  /** Name of the secret from which the keys of case work are derived. */
  CASE_SECRET: z.string().min(1),
  WORKFLOW_ARN: z.string().min(1),
  /** The base URL of the portal, without a trailing slash. */
  PORTAL_URL: z.url(),
};

/**
 * Reads the function's environment once, at its start. Throws an error that names the missing and the invalid
 * variables.
 */
export function readEnvironment<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.infer<z.ZodObject<Shape>> {
  const result = z.object(shape).safeParse(process.env);
  if (result.success) return result.data;
  const names = result.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new Error(`missing or invalid environment variables of this function: ${names}`);
}
