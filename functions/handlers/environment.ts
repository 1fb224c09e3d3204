import * as z from 'zod';
import { identifierKindSchema } from '#domain/identifiers/identifier.ts';

/** The environment variables of every function that uses `Casework`. */
export const caseworkEnvironment = {
  TABLE: z.string().min(1),
  CONFIGURATION_BUCKET: z.string().min(1),
  /** Hash of the description of the organisation that is in force. */
  ORGANISATION: z.string().regex(/^[0-9a-f]{64}$/),
  /** Name of the secret in Secrets Manager from which the keys of `CaseKeys` are derived. */
  CASE_SECRET: z.string().min(1),
  /** The base URL of the portal, without a trailing slash. */
  PORTAL_URL: z.url(),
};

/** The environment variables of every function that uses `Settling`. */
export const settlingEnvironment = { ...caseworkEnvironment, WORKFLOW_ARN: z.string().min(1) };

const kinds = z.array(identifierKindSchema);
/**
 * `CONNECTOR_KINDS`: for each connector of the organisation, the kinds of identifier that it `accepts` and `reads`
 * (`connectors/sdk/kinds-of.ts`), as JSON.
 */
export const connectorKindsVariable = z
  .string()
  .transform((text) => z.record(z.string(), z.strictObject({ accepts: kinds, reads: kinds })).parse(JSON.parse(text)));

/**
 * Reads the environment variables when the function starts. Throws an error with the names of the missing and invalid
 * variables.
 */
export function readEnvironment<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.infer<z.ZodObject<Shape>> {
  const result = z.object(shape).safeParse(process.env);
  if (result.success) return result.data;
  const names = result.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new Error(`missing or invalid environment variables of this function: ${names}`);
}
