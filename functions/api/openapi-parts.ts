import * as z from 'zod';
import type { ZodOpenApiRequestBodyObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { problemSchema } from './problem.ts';

/** The response for every status except a success: a problem document. */
export const problems: ZodOpenApiResponsesObject = {
  default: { description: 'A problem', content: { 'application/problem+json': { schema: problemSchema } } },
};

export function body(schema: z.ZodType): ZodOpenApiRequestBodyObject {
  return { content: { 'application/json': { schema } } };
}

export function answers(status: number, description: string, schema: z.ZodType): ZodOpenApiResponsesObject {
  return { [status]: { description, content: { 'application/json': { schema } } }, ...problems };
}

export const idempotencyKey = z.object({ 'Idempotency-Key': z.string().optional() });
