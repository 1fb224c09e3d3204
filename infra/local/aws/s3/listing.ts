import { xmlReply, type Operation } from './call.ts';
import { region } from '../region.ts';
import { checksumAlgorithm } from './checksum.ts';
import { Refusal } from './refusal.ts';
import { xmlDocument, type XmlField } from './xml.ts';

const longestPage = 1000;

export const listObjectsV2: Operation = async (call, store) => {
  const prefix = call.query.get('prefix') ?? '';
  call.record('s3:ListBucket', call.bucket, prefix);
  const maxKeys = readMaxKeys(call.query.get('max-keys'));
  const encoding = readEncoding(call.query.get('encoding-type'));
  if (maxKeys instanceof Refusal) return maxKeys;
  if (encoding instanceof Refusal) return encoding;
  const token = call.query.get('continuation-token');
  const from = token === undefined ? Buffer.alloc(0) : readToken(token);
  if (from === undefined) return new Refusal('InvalidArgument', 'The continuation token provided is incorrect');
  if (!store.catalog.hasBucket(call.bucket)) return new Refusal('NoSuchBucket');
  const found = store.catalog.listObjects(call.bucket, Buffer.from(prefix), from, maxKeys + 1);
  const page = found.slice(0, maxKeys);
  const next = maxKeys === 0 ? undefined : found[maxKeys];

  return xmlReply(
    xmlDocument('ListBucketResult', [
      ['Name', call.bucket],
      ['Prefix', encoding(prefix)],
      ['ContinuationToken', token],
      ['NextContinuationToken', next === undefined ? undefined : Buffer.from(next.key).toString('base64url')],
      ['KeyCount', page.length],
      ['MaxKeys', maxKeys],
      ['EncodingType', call.query.get('encoding-type')],
      ['IsTruncated', next !== undefined],
      ...page.map((object): XmlField => [
        'Contents',
        [
          ['Key', encoding(object.key)],
          ['LastModified', new Date(object.modified).toISOString()],
          ['ETag', `"${object.etag}"`],
          ['ChecksumAlgorithm', checksumAlgorithm],
          ['ChecksumType', object.checksumType],
          ['Size', object.size],
          ['StorageClass', 'STANDARD'],
        ],
      ]),
    ]),
    { 'x-amz-bucket-region': region },
  );
};

/** Where a page of the listing starts: the continuation token contains the first key of the page. */
function readToken(token: string): Buffer | undefined {
  const bytes = Buffer.from(token, 'base64url');
  return bytes.length > 0 && bytes.toString('base64url') === token ? bytes : undefined;
}

/** How many keys a page has: at most 1,000, which is also the default. */
export function readMaxKeys(text: string | undefined): number | Refusal {
  if (text === undefined) return longestPage;
  return /^\d{1,9}$/.test(text) ? Math.min(Number(text), longestPage) : new Refusal('InvalidArgument');
}

/** How a listing writes the keys: unchanged, or percent-encoded if the request has `encoding-type=url`. */
function readEncoding(type: string | undefined): ((text: string) => string) | Refusal {
  if (type === undefined) return (text) => text;
  if (type !== 'url') return new Refusal('InvalidArgument', 'Invalid Encoding Method specified in Request');
  return (text) =>
    encodeURIComponent(text)
      .replace(/%2F/g, '/')
      .replace(/%20/g, '+')
      .replace(/[!'()]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
