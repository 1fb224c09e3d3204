import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { styleSource } from '#web/portal/style.ts';
import { safeHeaders } from '../http/problem.ts';

export type Answer = APIGatewayProxyStructuredResultV2;

// Not `no-referrer`: a browser would then send `Origin: null` with the forms of our own pages, and `isFromElsewhere`
// would refuse them.
const headers = {
  ...safeHeaders,
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'x-robots-tag': 'noindex',
} as const;

/**
 * Responds with a page. `formTargets` are the origins, besides our own, to which a form of the page may redirect.
 * `more` are headers that the status requires.
 */
export function page(
  statusCode: number,
  content: string,
  formTargets: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Answer {
  const policy = [
    "default-src 'none'",
    `style-src ${styleSource}`,
    'img-src data:',
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return {
    statusCode,
    headers: { ...headers, ...more, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    body: content,
  };
}

/**
 * Redirects with status 303 after a form was carried out. If the person then reloads the page, the form is not sent
 * again.
 */
export function seeOther(location: string, cookie?: string): Answer {
  return {
    statusCode: 303,
    headers: { ...headers, location },
    ...(cookie === undefined ? {} : { cookies: [cookie] }),
    body: '',
  };
}
