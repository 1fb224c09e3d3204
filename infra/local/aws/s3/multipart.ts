import { createHash } from 'node:crypto';
import { readAttributes } from './attributes.ts';
import type { Part, StoredObject, Upload } from './catalog.ts';
import { emptyReply, xmlReply, type Call, type Operation, type Reply, type Store } from './call.ts';
import { checksumAlgorithm, checksumHeader, compositeChecksum, type Checksum } from './checksum.ts';
import { readWriteCondition } from './conditions.ts';
import { readMaxKeys } from './listing.ts';
import { resourceOf, wholeSeconds } from './objects.ts';
import { readPartsDocument, type StatedPart } from './parts-document.ts';
import { receiveDocument, storeBody } from './receive.ts';
import { Refusal } from './refusal.ts';
import { xmlDocument, type XmlField } from './xml.ts';

const smallestPart = 5 * 2 ** 20;
const highestPart = 10_000;

export const createMultipartUpload: Operation = async (call, store) => {
  call.record('s3:PutObject', resourceOf(call.bucket, call.key));
  if (!store.catalog.hasBucket(call.bucket)) return new Refusal('NoSuchBucket');
  const chosen = call.headers.get('x-amz-checksum-algorithm');
  if (chosen !== undefined && chosen !== checksumAlgorithm) return new Refusal('NotImplemented');
  const id = store.newId();
  store.catalog.createUpload(call.bucket, {
    id,
    key: call.key,
    initiated: wholeSeconds(store.now()),
    attributes: readAttributes(call.headers),
  });
  return xmlReply(
    xmlDocument('InitiateMultipartUploadResult', [
      ['Bucket', call.bucket],
      ['Key', call.key],
      ['UploadId', id],
    ]),
    { 'x-amz-checksum-algorithm': checksumAlgorithm, 'x-amz-checksum-type': 'COMPOSITE' },
  );
};

export const uploadPart: Operation = async (call, store) => {
  call.record('s3:PutObject', resourceOf(call.bucket, call.key));
  const upload = findUpload(call, store);
  if (upload instanceof Refusal) return upload;
  const number = readPartNumber(call.query.get('partNumber'));
  if (number === undefined)
    return new Refusal('InvalidArgument', 'Part number must be an integer between 1 and 10000, inclusive');

  return storeBody(call, store, ({ blob, size, md5, checksum }) => {
    const etag = md5.toString('hex');
    const part: Part = { blob, size, number, etag, checksum, modified: wholeSeconds(store.now()) };
    if (!store.catalog.putPart(call.bucket, call.key, upload.id, part)) return new Refusal('NoSuchUpload');
    return emptyReply(200, { etag: `"${etag}"`, [checksumHeader]: checksum });
  });
};

function readPartNumber(text: string | undefined): number | undefined {
  const number = /^\d{1,5}$/.test(text ?? '') ? Number(text) : 0;
  return number >= 1 && number <= highestPart ? number : undefined;
}

function findUpload(call: Call, store: Store): Upload | Refusal {
  const upload = store.catalog.findUpload(call.bucket, call.key, call.query.get('uploadId') ?? '');
  return upload ?? new Refusal(store.catalog.hasBucket(call.bucket) ? 'NoSuchUpload' : 'NoSuchBucket');
}

export const completeMultipartUpload: Operation = async (call, store) => {
  call.record('s3:PutObject', resourceOf(call.bucket, call.key));
  // In `CompleteMultipartUpload` a checksum header is about the whole object, and not about this XML document. This
  // endpoint does not support the header: `findOperation` refuses it.
  const document = await receiveDocument(call);
  if (document instanceof Refusal) return document;
  const upload = findUpload(call, store);
  if (upload instanceof Refusal) return replayCompletion(call, store) ?? upload;
  const condition = readWriteCondition(call.headers);
  if (condition instanceof Refusal) return condition;
  const stated = readPartsDocument(document.text);
  if (stated instanceof Refusal) return stated;
  const parts = selectParts(stated, store.catalog.listParts(upload.id));
  if (parts instanceof Refusal) return parts;

  const checksum: Checksum = { value: compositeChecksum(parts.map((part) => part.checksum)), type: 'COMPOSITE' };
  const md5 = createHash('md5');
  for (const part of parts) md5.update(part.etag, 'hex');
  const object = {
    etag: `${md5.digest('hex')}-${parts.length}`,
    size: parts.reduce((sum, part) => sum + part.size, 0),
    modified: wholeSeconds(store.now()),
    checksum,
    attributes: upload.attributes,
    upload: upload.id,
    segments: parts.map(({ blob, size }) => ({ blob, size })),
  };
  return store.catalog.putObject(call.bucket, call.key, object, condition) ?? completionReply(call, object);
};

/** A client that did not receive the response repeats the call. S3 then gives the same response again. */
function replayCompletion(call: Call, store: Store): Reply | undefined {
  const object = store.catalog.findObject(call.bucket, call.key);
  return object?.upload !== undefined && object.upload === call.query.get('uploadId')
    ? completionReply(call, object)
    : undefined;
}

function completionReply(call: Call, { etag, checksum }: Pick<StoredObject, 'etag' | 'checksum'>): Reply {
  const path = `/${call.bucket}/${call.key.split('/').map(encodeURIComponent).join('/')}`;
  return xmlReply(
    xmlDocument('CompleteMultipartUploadResult', [
      ['Location', `http://${call.headers.get('host') ?? ''}${path}`],
      ['Bucket', call.bucket],
      ['Key', call.key],
      ['ETag', `"${etag}"`],
      [`Checksum${checksumAlgorithm}`, checksum.value],
      ['ChecksumType', checksum.type],
    ]),
  );
}

/** The uploaded parts in the order in which the request lists them. */
function selectParts(stated: readonly StatedPart[], uploaded: readonly Part[]): readonly Part[] | Refusal {
  const byNumber = new Map(uploaded.map((part) => [part.number, part]));
  const parts: Part[] = [];
  for (const { number, etag, checksum } of stated) {
    const part = byNumber.get(number);
    if (part === undefined || part.etag !== etag) return new Refusal('InvalidPart');
    if (number <= (parts.at(-1)?.number ?? 0)) return new Refusal('InvalidPartOrder');
    if (checksum !== undefined && checksum !== part.checksum) return new Refusal('InvalidPart');
    parts.push(part);
  }
  if (parts.slice(0, -1).some((part) => part.size < smallestPart)) return new Refusal('EntityTooSmall');
  return parts;
}

export const abortMultipartUpload: Operation = async (call, store) => {
  call.record('s3:AbortMultipartUpload', resourceOf(call.bucket, call.key));
  const upload = findUpload(call, store);
  if (upload instanceof Refusal) return upload;
  return store.catalog.abortUpload(call.bucket, call.key, upload.id) ? emptyReply(204) : new Refusal('NoSuchUpload');
};

export const listParts: Operation = async (call, store) => {
  call.record('s3:ListMultipartUploadParts', resourceOf(call.bucket, call.key));
  const upload = findUpload(call, store);
  if (upload instanceof Refusal) return upload;
  const maxParts = readMaxKeys(call.query.get('max-parts'));
  const marker = readMaxKeys(call.query.get('part-number-marker') ?? '0');
  if (maxParts instanceof Refusal) return maxParts;
  if (marker instanceof Refusal) return marker;
  const after = Number(call.query.get('part-number-marker') ?? 0);
  const rest = store.catalog.listParts(upload.id).filter((part) => part.number > after);
  const page = rest.slice(0, maxParts);
  const truncated = page.length < rest.length && page.length > 0;
  return xmlReply(
    xmlDocument('ListPartsResult', [
      ['Bucket', call.bucket],
      ['Key', call.key],
      ['UploadId', upload.id],
      ['PartNumberMarker', after],
      ['NextPartNumberMarker', page.at(-1)?.number],
      ['MaxParts', maxParts],
      ['IsTruncated', truncated],
      ['StorageClass', 'STANDARD'],
      ['ChecksumAlgorithm', checksumAlgorithm],
      ['ChecksumType', 'COMPOSITE'],
      ...page.map((part): XmlField => [
        'Part',
        [
          ['PartNumber', part.number],
          ['LastModified', new Date(part.modified).toISOString()],
          ['ETag', `"${part.etag}"`],
          ['Size', part.size],
          [`Checksum${checksumAlgorithm}`, part.checksum],
        ],
      ]),
    ]),
  );
};
