import { validateHeaderName, validateHeaderValue } from 'node:http';
import * as z from 'zod';

/** The response that the gateway sends to the client. */
export interface Reply {
  readonly status: number;
  /** The header names are in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

const structured = z.object({
  statusCode: z.int().min(200).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/**
 * The gateway drops these headers from the result of a function. They concern the connection, or the gateway sets them
 * itself.
 */
const DROPPED = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** A response of the gateway itself, without a function, in the form of an HTTP API: `{"message": …}`. */
export function gatewayReply(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Reply {
  const body = Buffer.from(JSON.stringify({ message }));
  return { status, headers: { 'content-type': 'application/json', ...headers }, body };
}

/**
 * Turns the result of a function (payload format 2.0) into a response. An object with a `statusCode` describes the
 * whole response. Any other result is the body of a response with status 200: a text unchanged, everything else as
 * JSON. Returns `undefined` for an invalid result.
 */
export function readAnswer(answer: unknown): Reply | undefined {
  if (typeof answer !== 'object' || answer === null || !('statusCode' in answer)) {
    const body = Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer ?? null));
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const parsed = structured.safeParse(answer);
  if (!parsed.success) return undefined;
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const text = body ?? '';
  if (isBase64Encoded === true && !BASE64.test(text)) return undefined;
  const named = Object.entries(headers ?? {})
    .map(([name, value]): [string, string] => [name.toLowerCase(), String(value)])
    .filter(([name]) => !DROPPED.has(name));
  const all: [string, string | string[]][] = [['content-type', 'text/plain;charset=UTF-8'], ...named];
  if (cookies !== null && cookies !== undefined && cookies.length > 0) {
    all.push([
      'set-cookie',
      [...named.filter(([name]) => name === 'set-cookie').map(([, value]) => value), ...cookies],
    ]);
  }
  if (!all.every(isValidHeader)) return undefined;
  return {
    status: statusCode,
    headers: Object.fromEntries(all),
    body: Buffer.from(text, isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}

/** Returns `false` for a header value with a line break, for example: the text after it would become another header. */
function isValidHeader([name, value]: readonly [string, string | readonly string[]]): boolean {
  try {
    validateHeaderName(name);
    for (const each of typeof value === 'string' ? [value] : value) validateHeaderValue(name, each);
    return true;
  } catch {
    return false;
  }
}
