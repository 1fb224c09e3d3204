import { createHash } from 'node:crypto';
import { readAttributes } from './attributes.ts';
import type { Part, StoredObject, Upload } from './catalog.ts';
import { emptyReply, xmlReply, type Call, type Operation, type Reply, type Store } from './call.ts';
import {
  algorithmSchema,
  canCoverWhole,
  checksumHeader,
  checksumTypeSchema,
  compositeChecksum,
  defaultAlgorithm,
  newHasher,
  type Checksum,
} from './checksum.ts';
import { readWriteCondition } from './conditions.ts';
import { readEncoding, readMaxKeys } from './listing.ts';
import { resourceOf, wholeSeconds } from './objects.ts';
import { readPartsDocument, type StatedPart } from './parts-document.ts';
import { receiveDocument, storeBody } from './receive.ts';
import { Refusal } from './refusal.ts';
import { readTagHeader } from './tags.ts';
import { xmlDocument, type XmlField } from './xml.ts';

const smallestPart = 5 * 2 ** 20;
const highestPart = 10_000;

export const createMultipartUpload: Operation = async (call, store) => {
  const resource = resourceOf(call.bucket, call.key);
  call.record('s3:PutObject', resource);
  if (call.headers.has('x-amz-tagging')) call.record('s3:PutObjectTagging', resource);
  if (!store.catalog.hasBucket(call.bucket)) return new Refusal('NoSuchBucket');
  const attributes = readAttributes(call.headers);
  if (attributes instanceof Refusal) return attributes;
  const tags = readTagHeader(call.headers.get('x-amz-tagging'));
  if (tags instanceof Refusal) return tags;
  const chosen = call.headers.get('x-amz-checksum-algorithm');
  const algorithm = chosen === undefined ? defaultAlgorithm : algorithmSchema.safeParse(chosen).data;
  if (algorithm === undefined) return new Refusal('NotImplemented');
  const type = checksumTypeSchema
    .default(algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE')
    .safeParse(call.headers.get('x-amz-checksum-type')).data;
  if (type === undefined) return new Refusal('InvalidRequest', 'Value for x-amz-checksum-type header is invalid.');
  if (type === 'FULL_OBJECT' ? !canCoverWhole(algorithm) : algorithm === 'CRC64NVME')
    return new Refusal(
      'InvalidRequest',
      `The ${type} checksum type cannot be used with the ${algorithm} checksum algorithm.`,
    );

  const id = store.newId();
  store.catalog.createUpload(call.bucket, {
    id,
    key: call.key,
    initiated: wholeSeconds(store.now()),
    attributes,
    tags,
    algorithm,
    checksumType: type,
    algorithmChosen: chosen !== undefined,
  });
  return xmlReply(
    xmlDocument('InitiateMultipartUploadResult', [
      ['Bucket', call.bucket],
      ['Key', call.key],
      ['UploadId', id],
    ]),
    chosen === undefined ? {} : { 'x-amz-checksum-algorithm': algorithm, 'x-amz-checksum-type': type },
  );
};

export const uploadPart: Operation = async (call, store) => {
  call.record('s3:PutObject', resourceOf(call.bucket, call.key));
  const upload = findUpload(call, store);
  if (upload instanceof Refusal) return upload;
  const number = readPartNumber(call.query.get('partNumber'));
  if (number === undefined)
    return new Refusal('InvalidArgument', 'Part number must be an integer between 1 and 10000, inclusive');

  return storeBody(call, store, ({ blob, size, md5, checksum, claims }) => {
    const stated = claims.checksum?.algorithm;
    const needed = upload.algorithmChosen && (stated !== undefined || upload.checksumType === 'COMPOSITE');
    if (needed && stated !== upload.algorithm)
      return new Refusal(
        'InvalidRequest',
        `Checksum Type mismatch occurred, expected checksum Type: ${upload.algorithm.toLowerCase()}, actual checksum Type: ${stated?.toLowerCase() ?? 'null'}`,
      );
    const etag = md5.toString('hex');
    const part: Part = {
      blob,
      size,
      number,
      etag,
      checksum: checksum.value,
      algorithm: checksum.algorithm,
      modified: wholeSeconds(store.now()),
    };
    if (!store.catalog.putPart(call.bucket, call.key, upload.id, part)) return new Refusal('NoSuchUpload');
    return emptyReply(200, { etag: `"${etag}"`, [checksumHeader(checksum.algorithm)]: checksum.value });
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
  // Here the checksum headers are about the object, not about this document.
  const headers = new Map([...call.headers].filter(([name]) => !name.startsWith('x-amz-checksum-')));
  const document = await receiveDocument({ ...call, headers });
  if (document instanceof Refusal) return document;
  const upload = findUpload(call, store);
  if (upload instanceof Refusal) return replayCompletion(call, store) ?? upload;
  const condition = readWriteCondition(call.headers);
  if (condition instanceof Refusal) return condition;
  const stated = readPartsDocument(document.text);
  if (stated instanceof Refusal) return stated;
  const parts = selectParts(upload, stated, store.catalog.listParts(upload.id));
  if (parts instanceof Refusal) return parts;
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const expectedSize = call.headers.get('x-amz-mp-object-size');
  if (expectedSize !== undefined && expectedSize !== String(size))
    return new Refusal('InvalidRequest', 'The provided x-amz-mp-object-size header does not match what was computed.');

  const hold = store.blobs.hold(parts);
  try {
    const checksum =
      upload.checksumType === 'COMPOSITE'
        ? compositeChecksum(
            upload.algorithm,
            parts.map((part) => part.checksum),
          )
        : await wholeChecksum(upload, hold.read(0, size));
    const whole: Checksum = { algorithm: upload.algorithm, value: checksum, type: upload.checksumType };
    const refusal = checkStatedChecksum(call, whole);
    if (refusal !== undefined) return refusal;
    const md5 = createHash('md5');
    for (const part of parts) md5.update(part.etag, 'hex');
    const object = {
      etag: `${md5.digest('hex')}-${parts.length}`,
      size,
      modified: wholeSeconds(store.now()),
      checksum: whole,
      attributes: upload.attributes,
      tags: upload.tags,
      upload: upload.id,
      segments: parts.map((part) => ({ blob: part.blob, size: part.size })),
    };
    return store.catalog.putObject(call.bucket, call.key, object, condition) ?? completionReply(call, object);
  } finally {
    hold.release();
  }
};

/** S3 answers a repeated completion as it did the first: a client may not have heard the first answer. */
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
      [`Checksum${checksum.algorithm}`, checksum.value],
      ['ChecksumType', checksum.type],
    ]),
  );
}

/** The uploaded parts that the completion names, in its order. */
function selectParts(
  upload: Upload,
  stated: readonly StatedPart[],
  uploaded: readonly Part[],
): readonly Part[] | Refusal {
  const byNumber = new Map(uploaded.map((part) => [part.number, part]));
  const parts: Part[] = [];
  for (const { number, etag, checksum } of stated) {
    const part = byNumber.get(number);
    if (part === undefined || part.etag !== etag) return new Refusal('InvalidPart');
    if (number <= (parts.at(-1)?.number ?? 0)) return new Refusal('InvalidPartOrder');
    if (checksum !== undefined && (checksum.algorithm !== part.algorithm || checksum.value !== part.checksum))
      return new Refusal('InvalidPart');
    if (checksum === undefined && upload.checksumType === 'COMPOSITE')
      return new Refusal(
        'InvalidRequest',
        `The upload was created using a ${upload.algorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${number} in the request.`,
      );
    parts.push(part);
  }
  if (parts.slice(0, -1).some((part) => part.size < smallestPart)) return new Refusal('EntityTooSmall');
  return parts;
}

async function wholeChecksum({ algorithm }: Upload, bytes: AsyncIterable<Buffer>): Promise<string> {
  const hasher = newHasher(algorithm);
  for await (const piece of bytes) hasher.update(piece);
  return hasher.digest().toString('base64');
}

function checkStatedChecksum(call: Call, { algorithm, value, type }: Checksum): Refusal | undefined {
  const statedType = call.headers.get('x-amz-checksum-type');
  if (statedType !== undefined && statedType !== type)
    return new Refusal('InvalidRequest', 'The checksum type does not match that of the upload.');
  for (const [name, stated] of call.headers) {
    if (!name.startsWith('x-amz-checksum-') || name === 'x-amz-checksum-type') continue;
    const whole = stated === value || (type === 'COMPOSITE' && stated === value.replace(/-\d+$/, ''));
    if (name !== checksumHeader(algorithm) || !whole)
      return new Refusal('BadDigest', `The ${algorithm} you specified did not match the calculated checksum.`);
  }
  return undefined;
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
      ['ChecksumAlgorithm', upload.algorithmChosen ? upload.algorithm : undefined],
      ['ChecksumType', upload.algorithmChosen ? upload.checksumType : undefined],
      ...page.map((part): XmlField => [
        'Part',
        [
          ['PartNumber', part.number],
          ['LastModified', new Date(part.modified).toISOString()],
          ['ETag', `"${part.etag}"`],
          ['Size', part.size],
          [`Checksum${part.algorithm}`, part.checksum],
        ],
      ]),
    ]),
  );
};

export const listMultipartUploads: Operation = async (call, store) => {
  call.record('s3:ListBucketMultipartUploads', call.bucket);
  if (!store.catalog.hasBucket(call.bucket)) return new Refusal('NoSuchBucket');
  const maxUploads = readMaxKeys(call.query.get('max-uploads'));
  const encoding = readEncoding(call.query.get('encoding-type'));
  if (maxUploads instanceof Refusal) return maxUploads;
  if (encoding instanceof Refusal) return encoding;
  const prefix = call.query.get('prefix') ?? '';
  const keyMarker = call.query.get('key-marker') ?? '';
  const idMarker = call.query.get('upload-id-marker') ?? '';
  const all = store.catalog.listUploads(call.bucket, Buffer.from(prefix));
  const mark = all.findIndex((upload) => upload.key === keyMarker && upload.id === idMarker);
  const rest =
    idMarker === ''
      ? all.filter((upload) => Buffer.compare(Buffer.from(upload.key), Buffer.from(keyMarker)) > 0)
      : all.slice(mark + 1);
  const page = rest.slice(0, maxUploads);
  const last = page.length < rest.length ? page.at(-1) : undefined;
  return xmlReply(
    xmlDocument('ListMultipartUploadsResult', [
      ['Bucket', call.bucket],
      ['KeyMarker', encoding(keyMarker)],
      ['UploadIdMarker', idMarker],
      ['NextKeyMarker', last === undefined ? undefined : encoding(last.key)],
      ['NextUploadIdMarker', last?.id],
      ['Prefix', encoding(prefix)],
      ['EncodingType', call.query.get('encoding-type')],
      ['MaxUploads', maxUploads],
      ['IsTruncated', last !== undefined],
      ...page.map((upload): XmlField => [
        'Upload',
        [
          ['Key', encoding(upload.key)],
          ['UploadId', upload.id],
          ['StorageClass', 'STANDARD'],
          ['Initiated', new Date(upload.initiated).toISOString()],
          ['ChecksumAlgorithm', upload.algorithmChosen ? upload.algorithm : undefined],
          ['ChecksumType', upload.algorithmChosen ? upload.checksumType : undefined],
        ],
      ]),
    ]),
  );
};
