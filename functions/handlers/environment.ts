import * as z from 'zod';

/** Environment variables of every function that works on cases. */
export const caseworkEnvironment = {
  TABLE: z.string().min(1),
  CONFIGURATION_BUCKET: z.string().min(1),
  /** Hash of the organisation's description that is in force. */
  ORGANISATION: z.string().regex(/^[0-9a-f]{64}$/),
  /** Name of the secret that the case keys are derived from. */
  CASE_SECRET: z.string().min(1),
  WORKFLOW_ARN: z.string().min(1),
  /** The base URL of the portal, without a trailing slash. */
  PORTAL_URL: z.url(),
};

/** Reads the function's environment once, at its start; throws an error that names missing variables. */
export function readEnvironment<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.infer<z.ZodObject<Shape>> {
  const result = z.object(shape).safeParse(process.env);
  if (result.success) return result.data;
  const names = result.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new Error(`the environment of this function lacks or misspells: ${names}`);
}
