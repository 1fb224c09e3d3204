import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { account } from '../region.ts';
import type { RouteMatch } from './routes.ts';
import type { Target } from './target.ts';

export interface EventParts {
  readonly request: IncomingMessage;
  readonly target: Target;
  readonly match: RouteMatch;
  readonly body: Buffer;
  /** The claims of the token, each value as a text; `undefined` on a route without an authorizer. */
  readonly claims: Readonly<Record<string, string>> | undefined;
  /** A UUID that identifies the request in logs. */
  readonly requestId: string;
  /** Milliseconds since the epoch. */
  readonly timeEpoch: number;
  /** The host name and the port of the gateway. */
  readonly domainName: string;
}

/** Headers that the event omits, because they concern the connection and not the request. */
const HOP_BY_HOP = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Builds the event for a function in payload format 2.0. */
export function toEvent(parts: EventParts): APIGatewayProxyEventV2 {
  const { request, target, match } = parts;
  const routeKey = `${match.route.method} ${match.route.path}`;
  const sourceIp = request.socket.remoteAddress ?? '127.0.0.1';
  const headers = readHeaders(parts, sourceIp);
  const cookies = (request.headersDistinct['cookie'] ?? []).flatMap(splitCookies);
  const query = readQuery(target.rawQueryString);
  const { pathParameters } = match;
  return {
    version: '2.0',
    routeKey,
    rawPath: target.rawPath,
    rawQueryString: target.rawQueryString,
    ...(cookies.length === 0 ? {} : { cookies }),
    headers,
    ...(Object.keys(query).length === 0 ? {} : { queryStringParameters: query }),
    requestContext: {
      accountId: account,
      apiId: 'local',
      ...(parts.claims === undefined ? {} : { authorizer: { jwt: { claims: parts.claims, scopes: null } } }),
      domainName: parts.domainName,
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: target.rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: parts.requestId,
      routeKey,
      stage: '$default',
      time: logTime(parts.timeEpoch),
      timeEpoch: parts.timeEpoch,
    },
    ...(Object.keys(pathParameters).length === 0 ? {} : { pathParameters }),
    ...readBodyParts(parts.body, headers['content-type'], headers['content-encoding']),
  };
}

function readHeaders(
  { request, domainName, requestId, timeEpoch }: EventParts,
  sourceIp: string,
): Record<string, string> {
  const named = Object.entries(request.headersDistinct).flatMap(([name, values]) =>
    // Payload format 2.0 has a separate field for cookies.
    HOP_BY_HOP.has(name) || name === 'cookie' || values === undefined ? [] : [[name, values.join(',')] as const],
  );
  const before = request.headersDistinct['x-forwarded-for'] ?? [];
  const trace = `${Math.floor(timeEpoch / 1000).toString(16)}-${requestId.replaceAll('-', '').slice(0, 24)}`;
  return Object.fromEntries([
    ...named,
    ['x-amzn-trace-id', `Root=1-${trace}`],
    ['x-forwarded-for', [...before, sourceIp].join(', ')],
    ['x-forwarded-port', domainName.split(':').at(-1) ?? ''],
    ['x-forwarded-proto', 'http'],
  ]);
}

function splitCookies(header: string): string[] {
  return header
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** The decoded query parameters. If a name occurs several times, its values are joined with commas. */
function readQuery(text: string): Record<string, string> {
  const query = new URLSearchParams(text);
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]));
}

/** The content types whose body an HTTP API passes on as text. It passes on every other body in base64. */
const TEXT = /^(?:text\/.*|application\/(?:json|xml|javascript))$/i;

function readBodyParts(
  body: Buffer,
  contentType: string | undefined,
  contentEncoding: string | undefined,
): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const mediaType = contentType?.split(';')[0]?.trim() ?? '';
  const isText = TEXT.test(mediaType) && contentEncoding === undefined;
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

/** For example `12/Mar/2020:19:03:58 +0000`. */
function logTime(timeEpoch: number): string {
  const [, day, month, year, time] = new Date(timeEpoch).toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}
