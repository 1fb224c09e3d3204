import type * as z from 'zod';

/**
 * The error for a request body that does not match the schema of its operation. `message` has the form of AWS and
 * contains no values from the body.
 */
export class Malformed {
  readonly message: string;
  readonly isJson: boolean;

  constructor(message: string, isJson: boolean) {
    this.message = message;
    this.isJson = isJson;
  }
}

/** Reads a request body as JSON and checks it with a schema. */
export function readJson<T>(text: string, schema: z.ZodType<T>): T | Malformed {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return new Malformed('The request is not JSON.', false);
  }
  const request = schema.safeParse(value);
  if (request.success) return request.data;
  const problems = request.error.issues.map(
    ({ path, message }) => `Value at '${path.join('.')}' failed to satisfy constraint: ${message}`,
  );
  const count = `${problems.length} validation error${problems.length === 1 ? '' : 's'} detected`;
  return new Malformed(`${count}: ${problems.join('; ')}`, true);
}
