import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { problemSchema, type Problem } from '#api/problem.ts';

/** Headers of every response: no page of a case may be stored in a cache or shown in a frame. */
export const safeHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** Responds with a problem document; `headers` are the headers that its status requires. */
export function problem(
  content: Problem,
  headers: Readonly<Record<string, string>> = {},
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: content.status,
    headers: { ...safeHeaders, ...headers, 'content-type': 'application/problem+json' },
    body: JSON.stringify(problemSchema.parse(content)),
  };
}
