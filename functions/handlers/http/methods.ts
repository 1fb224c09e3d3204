import type middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/**
 * The route of a request. A HEAD request uses the route of GET; `bodilessForHead` then removes the body of the
 * response.
 */
export function routeOf({ routeKey }: Pick<APIGatewayProxyEventV2, 'routeKey'>): string {
  return routeKey.replace(/^HEAD /, 'GET ');
}

/**
 * Middleware that removes the body from the response to HEAD. Status and headers stay those of GET (RFC 9110, 9.3.2).
 */
export function bodilessForHead(): middy.MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  const leaveOut: middy.MiddlewareFn<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> = (request) => {
    if (request.event.requestContext.http.method === 'HEAD' && request.response !== undefined)
      request.response = { ...request.response, body: '', isBase64Encoded: false };
  };
  return { after: leaveOut, onError: leaveOut };
}

/**
 * The methods of a path, read from routes such as `GET /cases/{reference}`; empty if no route has the path. A response
 * with status 405 lists them in its `Allow` header (RFC 9110, 15.5.6).
 */
export function methodsAt(routes: Iterable<string>, path: string): readonly string[] {
  const methods = new Set<string>();
  for (const route of routes) {
    const [method = '', template = ''] = route.split(' ');
    if (!fits(template, path)) continue;
    methods.add(method);
    if (method === 'GET') methods.add('HEAD');
  }
  return [...methods].toSorted();
}

function fits(template: string, path: string): boolean {
  const [parts, given] = [template.split('/'), path.split('/')];
  return (
    parts.length === given.length &&
    parts.every((part, index) => (/^\{\w+\}$/.test(part) ? given[index] !== '' : part === given[index]))
  );
}
