import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { KeyRing } from '../../endpoint.ts';

/** The parts of a received request that a signature covers. */
export interface SignedRequest {
  readonly method: string;
  /** The request target as received, still percent-encoded: `/bucket/a%20b?x=1`. */
  readonly target: string;
  /** The headers by their names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /**
   * The SHA-256 of the body in lower-case hex. If the request has the header `x-amz-content-sha256`, the header is used
   * and not this hash.
   */
  readonly bodyHash: string;
}

export type Authentication =
  | {
      readonly ok: true;
      readonly principal: string;
      readonly accessKeyId: string;
      /**
       * What was signed for the payload: its SHA-256 in hex, `UNSIGNED-PAYLOAD` or `STREAMING-...`. If it is a SHA-256,
       * the caller of `authenticate` must compare the body with it.
       */
      readonly signedPayload: string;
      readonly presigned: boolean;
      /**
       * The region and service that the signature names. The caller of `authenticate` must refuse a signature for
       * another region or service.
       */
      readonly region: string;
      readonly service: string;
    }
  | { readonly ok: false; readonly code: RefusalCode };

export type RefusalCode =
  | 'MissingAuthenticationToken'
  | 'IncompleteSignature'
  | 'InvalidAccessKeyId'
  | 'SignatureDoesNotMatch'
  | 'RequestExpired';

interface Claim {
  readonly accessKeyId: string;
  readonly scope: readonly [date: string, region: string, service: string];
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly timestamp: string;
  readonly payload: string;
  readonly presigned: boolean;
  readonly validSeconds: number;
}

const clockSkewSeconds = 15 * 60;
const longestPresignSeconds = 604_800;

/**
 * Checks an AWS Signature Version 4, in the `Authorization` header or in a presigned URL. `machineTime` is in
 * milliseconds.
 *
 * Functions sign by the local clock, which may move forward between the signature and the arrival of the request. The
 * SDK also corrects its clock by the `Date` header of responses. So the time in a request may be anywhere between the
 * machine's clock and the local clock. A presigned URL expires by the clock of the function that signed it.
 *
 * Source: AWS General Reference, "Create a signed AWS API request".
 */
export function authenticate(request: SignedRequest, keys: KeyRing, machineTime: number): Authentication {
  const mark = request.target.indexOf('?');
  const path = mark === -1 ? request.target : request.target.slice(0, mark);
  const query = mark === -1 ? [] : parseQuery(request.target.slice(mark + 1));
  const claim = readClaim(request, query);
  if (typeof claim === 'string') return { ok: false, code: claim };

  const principal = keys.get(claim.accessKeyId);
  if (principal === undefined) return { ok: false, code: 'InvalidAccessKeyId' };

  const canonicalQuery = query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]): [string, string] => [encode(name), encode(value)])
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const canonicalHeaders = claim.signedHeaders.map((name) => `${name}:${headerValue(request, name)}\n`).join('');
  const [date, region, service] = claim.scope;
  // For S3 the signature contains the path as sent; for every other service the path is percent-encoded once more.
  const canonicalPath = service === 's3' ? path : path.split('/').map(encode).join('/');
  const canonicalRequest = [
    request.method,
    canonicalPath,
    canonicalQuery,
    canonicalHeaders,
    claim.signedHeaders.join(';'),
    claim.payload,
  ].join('\n');
  const stringToSign = [
    'AWS4-HMAC-SHA256',
    claim.timestamp,
    `${date}/${region}/${service}/aws4_request`,
    hash('sha256', canonicalRequest, 'hex'),
  ].join('\n');
  const expected = hmac(signingKey(principal.secretAccessKey, [date, region, service]), stringToSign);
  const given = Buffer.from(claim.signature, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    return { ok: false, code: 'SignatureDoesNotMatch' };
  if (hasUnsignedHeader(request, claim)) return { ok: false, code: 'SignatureDoesNotMatch' };

  const signedAt = parseTimestamp(claim.timestamp);
  if (signedAt === undefined || !claim.timestamp.startsWith(date)) return { ok: false, code: 'IncompleteSignature' };
  const now = principal.now?.() ?? machineTime;
  const earliest = claim.presigned ? now : Math.min(machineTime, now);
  const isEarly = signedAt > Math.max(machineTime, now) + clockSkewSeconds * 1000;
  const isLate = signedAt < earliest - claim.validSeconds * 1000;
  if (isEarly || isLate) return { ok: false, code: 'RequestExpired' };
  return {
    ok: true,
    principal: principal.name,
    accessKeyId: claim.accessKeyId,
    signedPayload: claim.payload,
    presigned: claim.presigned,
    region,
    service,
  };
}

/**
 * Each `x-amz-` header must be signed. Otherwise somebody who has a presigned URL could add a header to the request.
 */
function hasUnsignedHeader(request: SignedRequest, claim: Claim): boolean {
  return Object.keys(request.headers).some((name) => name.startsWith('x-amz-') && !claim.signedHeaders.includes(name));
}

function readClaim(request: SignedRequest, query: readonly (readonly [string, string])[]): Claim | RefusalCode {
  const parameter = (name: string): string | undefined => query.find(([key]) => key === name)?.[1];
  const authorization = request.headers['authorization'];
  if (typeof authorization === 'string') {
    const match =
      /^AWS4-HMAC-SHA256 +Credential=([^/,]+)\/(\d{8})\/([^/,]+)\/([^/,]+)\/aws4_request, *SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})$/.exec(
        authorization,
      );
    if (match === null) return 'IncompleteSignature';
    const [, accessKeyId = '', date = '', region = '', service = '', signedHeaders = '', signature = ''] = match;
    const names = signedHeaders.split(';');
    if (!names.includes('host')) return 'IncompleteSignature';
    const stated = headerValue(request, 'x-amz-content-sha256');
    return {
      accessKeyId,
      scope: [date, region, service],
      signedHeaders: names,
      signature,
      timestamp: headerValue(request, 'x-amz-date'),
      payload: stated === '' ? request.bodyHash : stated,
      presigned: false,
      validSeconds: clockSkewSeconds,
    };
  }
  const credential = parameter('X-Amz-Credential')?.split('/');
  if (credential === undefined) return 'MissingAuthenticationToken';
  const [accessKeyId = '', date = '', region = '', service = '', terminator] = credential;
  const expires = Number(parameter('X-Amz-Expires'));
  const names = (parameter('X-Amz-SignedHeaders') ?? '').split(';');
  if (
    parameter('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256' ||
    terminator !== 'aws4_request' ||
    !names.includes('host') ||
    !Number.isInteger(expires) ||
    expires < 1 ||
    expires > longestPresignSeconds
  )
    return 'IncompleteSignature';
  return {
    accessKeyId,
    scope: [date, region, service],
    signedHeaders: names,
    signature: parameter('X-Amz-Signature') ?? '',
    timestamp: parameter('X-Amz-Date') ?? '',
    payload: parameter('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
    presigned: true,
    validSeconds: expires,
  };
}

function headerValue(request: SignedRequest, name: string): string {
  const value = Object.hasOwn(request.headers, name) ? request.headers[name] : undefined;
  if (value === undefined) return '';
  return (typeof value === 'string' ? value : value.join(',')).trim().replace(/ +/g, ' ');
}

function parseQuery(text: string): readonly (readonly [string, string])[] {
  return text
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const mark = part.indexOf('=');
      return mark === -1 ? [decode(part), ''] : [decode(part.slice(0, mark)), decode(part.slice(mark + 1))];
    });
}

/** Reads a time such as `20260305T100000Z`. Returns milliseconds since the epoch. */
function parseTimestamp(text: string): number | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Percent-encoding by RFC 3986: every character except the unreserved ones is encoded. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * A cache of signing keys, by secret key, day, region and service. With it, the key of a caller for a service is
 * derived once a day.
 */
const signingKeys = new Map<string, Buffer>();
const mostSigningKeys = 500;

/** Derives the signing key for a day, a region and a service from the secret key of a caller. */
function signingKey(secretAccessKey: string, scope: Claim['scope']): Buffer {
  const name = [secretAccessKey, ...scope].join('/');
  const known = signingKeys.get(name);
  if (known !== undefined) return known;
  const [date, region, service] = scope;
  const key = hmac(hmac(hmac(hmac(`AWS4${secretAccessKey}`, date), region), service), 'aws4_request');
  if (signingKeys.size >= mostSigningKeys) signingKeys.clear();
  signingKeys.set(name, key);
  return key;
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
