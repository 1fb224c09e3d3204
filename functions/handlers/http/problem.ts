import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { problemSchema, type Problem } from '#api/problem.ts';

/**
 * The headers of every response. Caches must not store the response, a page must not send its URL to other sites, and a
 * browser must not guess its type.
 */
export const safeHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** Responds with a problem document. `headers` are further headers, which some statuses require. */
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
