import { checkKey } from './address.ts';
import { readAttributes, readOverrides } from './attributes.ts';
import type { StoredObject } from './catalog.ts';
import { emptyReply, xmlReply, type Call, type Operation, type Reply, type Store } from './call.ts';
import { checksumHeaders, type Checksum } from './checksum.ts';
import { checkRead, readRange, readWriteCondition } from './conditions.ts';
import { receiveDocument, storeBody } from './receive.ts';
import { Refusal } from './refusal.ts';
import { parseXml, xmlDocument, type XmlField } from './xml.ts';

const mostDeletions = 1000;

/** The name of an object in `access.record`: bucket and key. */
export function resourceOf(bucket: string, key: string): string {
  return `${bucket}/${key}`;
}

export const putObject: Operation = async (call, store) => {
  call.record('s3:PutObject', resourceOf(call.bucket, call.key));
  if (!store.catalog.hasBucket(call.bucket)) return new Refusal('NoSuchBucket');
  const attributes = readAttributes(call.headers);
  const condition = readWriteCondition(call.headers);
  if (condition instanceof Refusal) return condition;

  return storeBody(call, store, ({ blob, size, md5, checksum: value }) => {
    const etag = md5.toString('hex');
    const checksum: Checksum = { value, type: 'FULL_OBJECT' };
    const modified = wholeSeconds(store.now());
    const object = { etag, size, modified, checksum, attributes, segments: [{ blob, size }] };
    const refusal = store.catalog.putObject(call.bucket, call.key, object, condition);
    return refusal ?? emptyReply(200, { etag: `"${etag}"`, ...checksumHeaders(checksum) });
  });
};

/** Last-Modified has whole seconds, as on S3. */
export function wholeSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000) * 1000;
}

export const getObject: Operation = async (call, store) => {
  const found = lookUp(call, store);
  if (found instanceof Refusal) return found;
  const { object, reply, start, end } = found;
  const hold = store.blobs.hold(object.segments);
  return {
    ...reply,
    body: { kind: 'bytes', read: () => hold.read(start, end), release: () => hold.release() },
  };
};

export const headObject: Operation = async (call, store) => {
  const found = lookUp(call, store);
  return found instanceof Refusal ? found : found.reply;
};

interface Found {
  readonly object: StoredObject;
  readonly start: number;
  readonly end: number;
  readonly reply: Reply;
}

function lookUp(call: Call, store: Store): Found | Refusal {
  call.record('s3:GetObject', resourceOf(call.bucket, call.key));
  const object = findObject(call.bucket, call.key, store);
  if (object instanceof Refusal) return object;
  const overrides = readOverrides(call.query);
  if (overrides instanceof Refusal) return overrides;
  const unmet = checkRead(call.headers, object);
  if (unmet !== undefined) return unmet;
  const range = readRange(call.headers, object);
  if (range instanceof Refusal) return range;
  const { start, end } = range ?? { start: 0, end: object.size };
  const mode = call.headers.get('x-amz-checksum-mode');
  const headers = {
    ...Object.fromEntries(object.attributes.headers),
    ...overrides,
    ...(mode?.toUpperCase() === 'ENABLED' && range === undefined ? checksumHeaders(object.checksum) : {}),
    ...(range === undefined ? {} : { 'content-range': `bytes ${start}-${end - 1}/${object.size}` }),
    'accept-ranges': 'bytes',
    'content-length': String(end - start),
    etag: `"${object.etag}"`,
    'last-modified': new Date(object.modified).toUTCString(),
  };
  return { object, start, end, reply: emptyReply(range === undefined ? 200 : 206, headers) };
}

/** The object with this key, or the refusal if it does not exist. */
function findObject(bucket: string, key: string, store: Store): StoredObject | Refusal {
  const object = store.catalog.findObject(bucket, key);
  return object ?? new Refusal(store.catalog.hasBucket(bucket) ? 'NoSuchKey' : 'NoSuchBucket');
}

export const deleteObject: Operation = async (call, store) => {
  call.record('s3:DeleteObject', resourceOf(call.bucket, call.key));
  if (!store.catalog.hasBucket(call.bucket)) return new Refusal('NoSuchBucket');
  const condition = readWriteCondition(call.headers);
  if (condition !== 'none') return new Refusal('NotImplemented');
  store.catalog.deleteObject(call.bucket, call.key);
  return emptyReply(204);
};

export const deleteObjects: Operation = async (call, store) => {
  const document = await receiveDocument(call);
  if (document instanceof Refusal) return document;
  const order = readDeletions(document.text);
  if (order instanceof Refusal) return order;
  // S3 checks the permission for each key in the request, so each key is recorded.
  for (const key of order.keys) call.record('s3:DeleteObject', resourceOf(call.bucket, key));
  const { md5, checksum } = document.claims;
  if (md5 === undefined && checksum === undefined)
    return new Refusal('InvalidRequest', 'Missing required header for this request: Content-MD5');
  if (!store.catalog.hasBucket(call.bucket)) return new Refusal('NoSuchBucket');
  const results = order.keys.map((key): XmlField => {
    const refusal = checkKey(key);
    if (refusal === undefined) {
      store.catalog.deleteObject(call.bucket, key);
      return ['Deleted', order.quiet ? undefined : [['Key', key]]];
    }
    return [
      'Error',
      [
        ['Key', key],
        ['Code', refusal.code],
        ['Message', refusal.message],
      ],
    ];
  });
  return xmlReply(xmlDocument('DeleteResult', results));
};

function readDeletions(text: string): { readonly keys: readonly string[]; readonly quiet: boolean } | Refusal {
  const root = parseXml(text);
  if (root?.name !== 'Delete') return new Refusal('MalformedXML');
  const keys: string[] = [];
  let quiet = false;
  for (const child of root.children) {
    if (child.name === 'Quiet') quiet = child.text.trim() === 'true';
    else if (child.name === 'Object') {
      const [key, more] = child.children;
      if (more !== undefined) return new Refusal('NotImplemented');
      if (key?.name !== 'Key' || key.text === '') return new Refusal('MalformedXML');
      keys.push(key.text);
    } else return new Refusal('MalformedXML');
  }
  return keys.length > 0 && keys.length <= mostDeletions ? { keys, quiet } : new Refusal('MalformedXML');
}
