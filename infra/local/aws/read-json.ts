import type * as z from 'zod';

/** A request body by its schema, or what is wrong with it in words that quote nothing of it. */
export function readJson<Schema extends z.ZodType>(text: string, schema: Schema): z.infer<Schema> | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'The request is not JSON.';
  }
  const request = schema.safeParse(value);
  if (request.success) return request.data;
  const [issue] = request.error.issues;
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`;
}
