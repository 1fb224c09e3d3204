import { validateHeaderName, validateHeaderValue } from 'node:http';
import * as z from 'zod';

/** The response to the client. */
export interface Reply {
  readonly status: number;
  /** Names in lower case. */
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

/** Headers of the connection, or set by the gateway. */
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

/** An answer of the gateway itself, in the shape of an HTTP API's. */
export function gatewayReply(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Reply {
  const body = Buffer.from(JSON.stringify({ message }));
  return { status, headers: { 'content-type': 'application/json', ...headers }, body };
}

/**
 * Reads a function's answer as payload format 2.0: with a `statusCode` it is taken as it stands; without one it is the
 * JSON body of a 200. `undefined` when it is neither.
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

/** A line break in a value would let a function's data add headers. */
function isValidHeader([name, value]: readonly [string, string | readonly string[]]): boolean {
  try {
    validateHeaderName(name);
    for (const each of typeof value === 'string' ? [value] : value) validateHeaderValue(name, each);
    return true;
  } catch {
    return false;
  }
}
