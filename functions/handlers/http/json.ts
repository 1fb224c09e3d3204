import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import { duplicateKeyIn } from './duplicate-key.ts';
import { expectedInWords } from './expected.ts';
import { named, type Problem } from '#api/problem.ts';
import { safeHeaders } from './problem.ts';

/** Maximum length of a body in bytes. A normal request has a few kilobytes. */
export const longestBody = 64 * 1024;

/**
 * The content types that are read as JSON: `application/json` and types based on it (RFC 6839), in UTF-8 (RFC 8259,
 * 8.1).
 */
const jsonType = /^\s*application\/(?:[\w.-]+\+)?json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

/** Responds with JSON. The schema parses the body first, so only fields of the schema are sent. */
export function ok<T>(schema: z.ZodType<T>, body: T, statusCode = 200): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode,
    headers: { ...safeHeaders, 'content-type': 'application/json' },
    body: JSON.stringify(schema.parse(body)),
  };
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** The body as text; `undefined` if it has more than `longest` bytes. */
export function bodyText(event: APIGatewayProxyEventV2, longest = longestBody): string | undefined {
  const text =
    event.body === undefined
      ? ''
      : event.isBase64Encoded
        ? Buffer.from(event.body, 'base64').toString('utf8')
        : event.body;
  return Buffer.byteLength(text) > longest ? undefined : text;
}

/** Whether the body is valid UTF-8. */
function isUtf8({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): boolean {
  if (!isBase64Encoded) return !body.includes('\ufffd');
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(body, 'base64'));
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads a JSON body and checks it with a schema. For an empty body the schema gets `undefined`. A problem names a field
 * and never contains its value.
 */
export function readJson<T>(event: APIGatewayProxyEventV2, schema: z.ZodType<T>, longest = longestBody): Read<T> {
  const text = bodyText(event, longest);
  if (text === undefined)
    return {
      ok: false,
      problem: named('too-large', 413, 'The request is too large', { detail: `at most ${longest} bytes` }),
    };
  if (!isUtf8(event))
    return { ok: false, problem: named('not-json', 400, 'The body is not JSON', { detail: 'not in UTF-8' }) };
  let json: unknown;
  if (text.trim() !== '') {
    if (!jsonType.test(event.headers['content-type'] ?? ''))
      return {
        ok: false,
        problem: named('wrong-type', 415, 'The content type of the body is not accepted', {
          detail: 'application/json',
        }),
      };
    try {
      json = JSON.parse(text);
    } catch {
      return { ok: false, problem: named('not-json', 400, 'The body is not JSON') };
    }
    const twice = duplicateKeyIn(text);
    if (twice !== undefined) {
      const errors = [{ field: fieldName(twice), message: 'the key occurs more than once' }];
      return { ok: false, problem: named('invalid', 400, 'The request is not valid', { errors }) };
    }
  }
  return checked(json, schema);
}

/** Reads the parameters of a URL and checks them with a schema. */
export function readQuery<T>(
  { queryStringParameters = {} }: Pick<APIGatewayProxyEventV2, 'queryStringParameters'>,
  schema: z.ZodType<T>,
): Read<T> {
  return checked(queryStringParameters, schema);
}

function checked<T>(value: unknown, schema: z.ZodType<T>): Read<T> {
  const result = schema.safeParse(value, { error: expectedInWords });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, problem: named('invalid', 400, 'The request is not valid', { errors: issuesOf(result.error) }) };
}

/**
 * The errors of a schema, each with its field and a message. A message contains names and limits, never a value that
 * was sent.
 */
export function issuesOf(error: z.ZodError): { readonly field: string; readonly message: string }[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ field: fieldName([...issue.path, key]), message: 'a field that is not known here' }))
      : [{ field: fieldName(issue.path), message: issue.message }],
  );
}

function fieldName(path: readonly PropertyKey[]): string {
  const name = path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${partName(part)}`))
    .join('');
  return name === '' ? '(body)' : name;
}

/**
 * The name of a key in an error, or `*` if the key does not look like a field name. A client can send anything as a
 * key, even an e-mail address.
 */
function partName(part: string | symbol): string {
  return typeof part === 'string' && /^[A-Za-z][A-Za-z_-]{0,39}\d{0,2}$/.test(part) ? part : '*';
}
