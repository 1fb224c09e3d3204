import { Refusal } from './refusal.ts';

type Headers = ReadonlyMap<string, string>;

interface Version {
  /** The ETag without quotes. */
  readonly etag: string;
  /** When the object was stored, in milliseconds since the epoch. */
  readonly modified: number;
}

/**
 * Under which condition a PUT request may store its object. `absent`: only if the key does not exist yet
 * (`If-None-Match: *`).
 */
export type WriteCondition = 'none' | 'absent';

/** Reads the condition of a write. Any condition other than `If-None-Match: *` gets 501 NotImplemented. */
export function readWriteCondition(headers: Headers): WriteCondition | Refusal {
  const noneMatch = headers.get('if-none-match');
  if (headers.has('if-match') || (noneMatch !== undefined && noneMatch !== '*')) return new Refusal('NotImplemented');
  return noneMatch === undefined ? 'none' : 'absent';
}

/**
 * Evaluates the conditional headers of a read (RFC 9110, section 13.2.2). Returns a refusal (304 or 412) if the object
 * must not be sent.
 */
export function checkRead(headers: Headers, object: Version): Refusal | undefined {
  const match = headers.get('if-match');
  const noneMatch = headers.get('if-none-match');
  const unmodifiedSince = readDate(headers.get('if-unmodified-since'));
  const modifiedSince = readDate(headers.get('if-modified-since'));
  const seconds = Math.floor(object.modified / 1000) * 1000;
  if (match !== undefined) {
    if (!matches(match, object.etag)) return new Refusal('PreconditionFailed');
  } else if (unmodifiedSince !== undefined && seconds > unmodifiedSince) return new Refusal('PreconditionFailed');

  const unchanged =
    noneMatch === undefined ? modifiedSince !== undefined && seconds <= modifiedSince : matches(noneMatch, object.etag);
  if (!unchanged) return undefined;
  return new Refusal('NotModified', undefined, {
    etag: `"${object.etag}"`,
    'last-modified': new Date(object.modified).toUTCString(),
  });
}

/** `start` inclusive, `end` exclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the `Range` header. The result is `undefined` if the whole object is sent: there is no `Range` header, or the
 * header is not a single byte range (S3 then ignores it), or `If-Range` names another version of the object.
 */
export function readRange(
  headers: Headers,
  object: Version & { readonly size: number },
): ByteRange | undefined | Refusal {
  const header = headers.get('range');
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  const ifRange = headers.get('if-range');
  if (match === null || (ifRange !== undefined && !sameVersion(ifRange, object))) return undefined;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(object.size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? object.size : Math.min(Number(last) + 1, object.size);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  if (start >= end) return new Refusal('InvalidRange', undefined, { 'content-range': `bytes */${object.size}` });
  return { start, end };
}

function sameVersion(ifRange: string, object: Version): boolean {
  return ifRange.startsWith('"')
    ? matches(ifRange, object.etag)
    : readDate(ifRange) === Math.floor(object.modified / 1000) * 1000;
}

function matches(list: string, etag: string): boolean {
  return list.split(',').some((one) => {
    const bare = one
      .trim()
      .replace(/^W\//, '')
      .replace(/^"(.*)"$/, '$1');
    return bare === '*' || bare === etag;
  });
}

function readDate(text: string | undefined): number | undefined {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}
