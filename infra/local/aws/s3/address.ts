import { Refusal } from './refusal.ts';

/** The parts of a request target: bucket, key and parameters. */
export interface Address {
  /** The bucket. Empty if the request is about the service, for example `GET /`. */
  readonly bucket: string;
  /** The key of an object. Empty if the request is about the bucket itself, for example a listing. */
  readonly key: string;
  /** The query parameters. If a name occurs several times, its first value counts. */
  readonly query: ReadonlyMap<string, string>;
}

const longestKey = 1024;

/** Reads a path-style target, `/bucket/key?query`. `target` is still percent-encoded, as in the request. */
export function readAddress(target: string): Address | Refusal {
  const [path, search] = split(target, '?');
  const query = readQuery(search);
  if (!path.startsWith('/') || query === undefined) return new Refusal('InvalidURI');
  const [rawBucket, rawKey] = split(path.slice(1), '/');
  const bucket = decode(rawBucket);
  const key = decode(rawKey);
  if (bucket === undefined || key === undefined) return new Refusal('InvalidURI');
  if (bucket !== '' && !isBucketName(bucket)) return new Refusal('InvalidBucketName');
  const refusal = checkKey(key);
  return refusal ?? { bucket, key, query };
}

/** Whether S3 accepts the name of a bucket (Amazon S3 User Guide, "General purpose bucket naming rules"). */
export function isBucketName(name: string): boolean {
  return (
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) &&
    !name.includes('..') &&
    !/^\d+\.\d+\.\d+\.\d+$/.test(name) &&
    !/^(xn--|sthree-|amzn-s3-demo-)/.test(name) &&
    !/(-s3alias|--ol-s3|--x-s3|\.mrap|--table-s3)$/.test(name)
  );
}

/** Returns a refusal for a key that is too long, or whose `..` segments would lead out of the bucket. */
export function checkKey(key: string): Refusal | undefined {
  if (Buffer.byteLength(key) > longestKey) return new Refusal('KeyTooLongError');
  let depth = 0;
  for (const segment of key.split('/')) {
    depth += segment === '..' ? -1 : segment === '.' || segment === '' ? 0 : 1;
    if (depth < 0) return new Refusal('InvalidURI');
  }
  return undefined;
}

function readQuery(search: string): ReadonlyMap<string, string> | undefined {
  const query = new Map<string, string>();
  for (const part of search.split('&')) {
    if (part === '') continue;
    const [name, value] = split(part, '=').map(decode);
    if (name === undefined || value === undefined) return undefined;
    if (!query.has(name)) query.set(name, value);
  }
  return query;
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** The decoded text; `undefined` if the text is not percent-encoded UTF-8. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
