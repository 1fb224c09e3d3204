import { createHash } from 'node:crypto';
import { readCopySource } from './address.ts';
import { readAttributes } from './attributes.ts';
import type { BlobHold } from './blobs.ts';
import { xmlReply, type Operation } from './call.ts';
import type { StoredObject } from './catalog.ts';
import { newHasher, type Algorithm, type Checksum } from './checksum.ts';
import { algorithmSchema } from './checksum.ts';
import { checkRead, readWriteCondition } from './conditions.ts';
import { findObject, resourceOf, wholeSeconds } from './objects.ts';
import { Refusal } from './refusal.ts';
import { readTagHeader } from './tags.ts';
import { xmlDocument } from './xml.ts';

const largestCopy = 5 * 2 ** 30;

/** The copy refers to the source's blobs: it takes no room, whatever its size. */
export const copyObject: Operation = async (call, store) => {
  const target = resourceOf(call.bucket, call.key);
  const source = readCopySource(call.headers.get('x-amz-copy-source') ?? '');
  if (source instanceof Refusal) return source;
  const origin = resourceOf(source.bucket, source.key);
  call.record('s3:GetObject', origin);
  call.record('s3:PutObject', target);
  const replacesMetadata = readDirective(call.headers.get('x-amz-metadata-directive'));
  const replacesTags = readDirective(call.headers.get('x-amz-tagging-directive'));
  if (replacesMetadata === undefined || replacesTags === undefined) return new Refusal('InvalidArgument');
  const object = findObject(source.bucket, source.key, store);
  if (!(object instanceof Refusal) && !replacesTags && object.tags.length > 0)
    call.record('s3:GetObjectTagging', origin);
  if (replacesTags ? call.headers.has('x-amz-tagging') : !(object instanceof Refusal) && object.tags.length > 0)
    call.record('s3:PutObjectTagging', target);
  if (!store.catalog.hasBucket(call.bucket)) return new Refusal('NoSuchBucket');
  if (object instanceof Refusal) return object;
  if (origin === target && !replacesMetadata)
    return new Refusal(
      'InvalidRequest',
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata.",
    );
  if (object.size > largestCopy)
    return new Refusal('InvalidRequest', 'The specified copy source is larger than the maximum allowable size.');
  const unmet = checkRead(call.headers, object, 'x-amz-copy-source-');
  if (unmet !== undefined) return unmet;
  const attributes = replacesMetadata ? readAttributes(call.headers) : object.attributes;
  if (attributes instanceof Refusal) return attributes;
  const tags = replacesTags ? readTagHeader(call.headers.get('x-amz-tagging')) : object.tags;
  if (tags instanceof Refusal) return tags;
  const condition = readWriteCondition(call.headers);
  if (condition instanceof Refusal) return condition;
  const wanted = call.headers.get('x-amz-checksum-algorithm');
  const algorithm = wanted === undefined ? object.checksum.algorithm : algorithmSchema.safeParse(wanted).data;
  if (algorithm === undefined) return new Refusal('NotImplemented');

  const hold = store.blobs.hold(object.segments);
  try {
    const { etag, checksum } = await describe(object, algorithm, hold);
    const modified = wholeSeconds(store.now());
    const refusal = store.catalog.putObject(
      call.bucket,
      call.key,
      { etag, size: object.size, modified, checksum, attributes, tags, segments: object.segments },
      condition,
    );
    if (refusal !== undefined) return refusal;
    return xmlReply(
      xmlDocument('CopyObjectResult', [
        ['LastModified', new Date(modified).toISOString()],
        ['ETag', `"${etag}"`],
        ['ChecksumType', checksum.type],
        [`Checksum${checksum.algorithm}`, checksum.value],
      ]),
    );
  } finally {
    hold.release();
  }
};

/** `true` for REPLACE, `false` for COPY. */
function readDirective(header: string | undefined): boolean | undefined {
  switch (header) {
    case undefined:
    case 'COPY':
      return false;
    case 'REPLACE':
      return true;
    default:
      return undefined;
  }
}

/** A copy is one piece, whatever its source was: its ETag is the MD5 and its checksum that of the whole. */
async function describe(
  object: StoredObject,
  algorithm: Algorithm,
  hold: BlobHold,
): Promise<{ readonly etag: string; readonly checksum: Checksum }> {
  const onePiece = object.upload === undefined;
  if (onePiece && object.checksum.algorithm === algorithm) return { etag: object.etag, checksum: object.checksum };
  const md5 = createHash('md5');
  const hasher = newHasher(algorithm);
  for await (const piece of hold.read(0, object.size)) {
    md5.update(piece);
    hasher.update(piece);
  }
  return {
    etag: md5.digest('hex'),
    checksum: { algorithm, value: hasher.digest().toString('base64'), type: 'FULL_OBJECT' },
  };
}
