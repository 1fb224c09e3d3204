import { xmlReply, type Operation } from './call.ts';
import { region } from '../region.ts';
import { afterAll, type Catalog, type ListedObject } from './catalog.ts';
import { checksumAlgorithm } from './checksum.ts';
import { Refusal } from './refusal.ts';
import { xmlDocument, type XmlField } from './xml.ts';

const longestPage = 1000;

interface Page {
  readonly objects: readonly ListedObject[];
  readonly commonPrefixes: readonly string[];
  /** Where the next page starts; `undefined` at the end. */
  readonly next: Buffer | undefined;
}

export const listObjectsV2: Operation = async (call, store) => {
  const prefix = call.query.get('prefix') ?? '';
  call.record('s3:ListBucket', call.bucket, prefix);
  const maxKeys = readMaxKeys(call.query.get('max-keys'));
  const encoding = readEncoding(call.query.get('encoding-type'));
  if (maxKeys instanceof Refusal) return maxKeys;
  if (encoding instanceof Refusal) return encoding;
  const token = call.query.get('continuation-token');
  const startAfter = call.query.get('start-after');
  const from = token === undefined ? justAfter(startAfter ?? '') : readToken(token);
  if (from === undefined) return new Refusal('InvalidArgument', 'The continuation token provided is incorrect');
  if (!store.catalog.hasBucket(call.bucket)) return new Refusal('NoSuchBucket');
  const delimiter = call.query.get('delimiter') ?? '';
  const page = listPage(store.catalog, call.bucket, { prefix, delimiter, from, limit: maxKeys });

  return xmlReply(
    xmlDocument('ListBucketResult', [
      ['Name', call.bucket],
      ['Prefix', encoding(prefix)],
      ['StartAfter', startAfter === undefined ? undefined : encoding(startAfter)],
      ['ContinuationToken', token],
      ['NextContinuationToken', page.next?.toString('base64url')],
      ['KeyCount', page.objects.length + page.commonPrefixes.length],
      ['MaxKeys', maxKeys],
      ['Delimiter', delimiter === '' ? undefined : encoding(delimiter)],
      ['EncodingType', call.query.get('encoding-type')],
      ['IsTruncated', page.next !== undefined],
      ...page.objects.map((object): XmlField => ['Contents', describe(object, encoding)]),
      ...page.commonPrefixes.map((text): XmlField => ['CommonPrefixes', [['Prefix', encoding(text)]]]),
    ]),
    { 'x-amz-bucket-region': region },
  );
};

function describe(object: ListedObject, encoding: (text: string) => string): readonly XmlField[] {
  return [
    ['Key', encoding(object.key)],
    ['LastModified', new Date(object.modified).toISOString()],
    ['ETag', `"${object.etag}"`],
    ['ChecksumAlgorithm', checksumAlgorithm],
    ['ChecksumType', object.checksumType],
    ['Size', object.size],
    ['StorageClass', 'STANDARD'],
  ];
}

interface Question {
  readonly prefix: string;
  readonly delimiter: string;
  readonly from: Buffer;
  readonly limit: number;
}

/** One page in UTF-8 order; keys with the delimiter behind the prefix count once, as a common prefix. */
function listPage(catalog: Catalog, bucket: string, { prefix, delimiter, from, limit }: Question): Page {
  const objects: ListedObject[] = [];
  const commonPrefixes: string[] = [];
  let position = from;
  let more = limit > 0;
  while (more) {
    const room = limit - objects.length - commonPrefixes.length;
    const batch = catalog.listObjects(bucket, Buffer.from(prefix), position, room + 1);
    more = false;
    for (const object of batch) {
      if (objects.length + commonPrefixes.length === limit) return { objects, commonPrefixes, next: position };
      const end = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
      if (end === -1) {
        objects.push(object);
        position = justAfter(object.key);
        continue;
      }
      const common = object.key.slice(0, end + delimiter.length);
      commonPrefixes.push(common);
      position = afterAll(Buffer.from(common));
      more = true;
      break;
    }
  }
  return { objects, commonPrefixes, next: undefined };
}

/** The first place behind this key alone. Behind the empty text, that is everything: no key is empty. */
function justAfter(key: string): Buffer {
  return key === '' ? Buffer.alloc(0) : Buffer.concat([Buffer.from(key), Buffer.of(0)]);
}

function readToken(token: string): Buffer | undefined {
  const bytes = Buffer.from(token, 'base64url');
  return bytes.length > 0 && bytes.toString('base64url') === token ? bytes : undefined;
}

/** At most 1,000, which is also the default. */
export function readMaxKeys(text: string | undefined): number | Refusal {
  if (text === undefined) return longestPage;
  return /^\d{1,9}$/.test(text) ? Math.min(Number(text), longestPage) : new Refusal('InvalidArgument');
}

/** How keys are written in a listing: as they are, or percent-encoded with `encoding-type=url`. */
function readEncoding(type: string | undefined): ((text: string) => string) | Refusal {
  if (type === undefined) return (text) => text;
  if (type !== 'url') return new Refusal('InvalidArgument', 'Invalid Encoding Method specified in Request');
  return (text) =>
    encodeURIComponent(text)
      .replace(/%2F/g, '/')
      .replace(/%20/g, '+')
      .replace(/[!'()]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
