import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { problemSchema, type Problem } from '#api/problem.ts';

/** Headers of everything we answer: nothing of a case is kept by a cache or a frame. */
export const safeHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** Answers a problem document; `headers` are those that its status asks for. */
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
