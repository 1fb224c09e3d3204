// Contract test, by the AWS SDK alone; set AWS_ENDPOINT_URL_S3 to run it elsewhere (see s3-target.ts).
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  type GetObjectCommandInput,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { elsewhere, openTarget, refusalOf, type S3Target } from './s3-target.ts';

let target: S3Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex');

function put(input: Omit<PutObjectCommandInput, 'Bucket'>, client = target.client) {
  return client.send(new PutObjectCommand({ Bucket: target.bucket, ...input }));
}

async function get(key: string, more: Partial<GetObjectCommandInput> = {}) {
  const reply = await target.client.send(new GetObjectCommand({ Bucket: target.bucket, Key: key, ...more }));
  return { ...reply, bytes: Buffer.from((await reply.Body?.transformToByteArray()) ?? []) };
}

const isMissing = async (key: string) => (await refusalOf(get(key))).code === 'NoSuchKey';

describe('a bucket', () => {
  it('that is not there answers 404, with and without a body', async () => {
    const Bucket = `${target.bucket}-x`;
    expect(await refusalOf(target.client.send(new HeadObjectCommand({ Bucket, Key: 'a' })))).toEqual({
      code: 'NotFound',
      status: 404,
    });
    expect(await refusalOf(target.client.send(new GetObjectCommand({ Bucket, Key: 'a' })))).toEqual({
      code: 'NoSuchBucket',
      status: 404,
    });
    expect(await refusalOf(target.client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'a' })))).toEqual({
      code: 'NoSuchBucket',
      status: 404,
    });
  });
});

describe('what is put', () => {
  it('comes back with its bytes, type and headers', async () => {
    const bytes = randomBytes(100_000);
    const written = await put({
      Key: 'all/of it',
      Body: bytes,
      ContentType: 'application/pdf',
      ContentDisposition: 'attachment; filename="a b.pdf"',
      ContentEncoding: 'gzip',
      ContentLanguage: 'sv',
      CacheControl: 'no-store',
    });
    expect(written.ETag).toBe(`"${md5(bytes)}"`);
    expect(written.ChecksumType).toBe('FULL_OBJECT');
    const read = await get('all/of it');
    expect(read.bytes.equals(bytes)).toBe(true);
    expect(read).toMatchObject({
      ETag: written.ETag,
      ContentType: 'application/pdf',
      ContentDisposition: 'attachment; filename="a b.pdf"',
      ContentEncoding: 'gzip',
      ContentLanguage: 'sv',
      CacheControl: 'no-store',
      ContentLength: 100_000,
      AcceptRanges: 'bytes',
    });
    const head = await target.client.send(new HeadObjectCommand({ Bucket: target.bucket, Key: 'all/of it' }));
    expect(head).toMatchObject({
      ContentLength: 100_000,
      ETag: written.ETag,
    });
    expect(head.LastModified?.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  it('may be a stream, with its checksum in the trailer', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 's3-put-'));
    const bytes = randomBytes(3_000_000);
    await writeFile(path.join(folder, 'file'), bytes);
    const written = await put({
      Key: 'stream',
      Body: createReadStream(path.join(folder, 'file')),
      ContentLength: bytes.length,
      ContentEncoding: 'br',
    });
    await rm(folder, { recursive: true });
    expect(written.ETag).toBe(`"${md5(bytes)}"`);
    const read = await get('stream');
    expect(read.bytes.equals(bytes)).toBe(true);
    expect(read.ContentEncoding).toBe('br');
  });

  it('may be empty', async () => {
    await put({ Key: 'empty', Body: '' });
    const read = await get('empty');
    expect(read.bytes.length).toBe(0);
    expect(read.ETag).toBe('"d41d8cd98f00b204e9800998ecf8427e"');
    await put({ Key: 'empty stream', Body: Readable.from([]), ContentLength: 0 });
    expect((await get('empty stream')).bytes.length).toBe(0);
  });

  it('keeps the checksum that the SDK sends and gives it back', async () => {
    const bytes = randomBytes(20_001);
    for (const Body of [bytes, Readable.from([bytes])]) {
      const written = await put({ Key: 'checksum', Body, ContentLength: bytes.length });
      const head = await target.client.send(
        new HeadObjectCommand({ Bucket: target.bucket, Key: 'checksum', ChecksumMode: 'ENABLED' }),
      );
      expect(head.ChecksumCRC32).toBe(written.ChecksumCRC32);
      expect(head.ChecksumCRC32).toBe(crc32Of(bytes));
      // The SDK holds the bytes against the checksum here.
      expect((await get('checksum')).bytes.equals(bytes)).toBe(true);
    }
  });

  it('is accepted without any checksum, signed or not, and gets one', async () => {
    const client = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const bytes = randomBytes(70_000);
    await put({ Key: 'plain', Body: bytes }, client);
    await put({ Key: 'plain stream', Body: Readable.from([bytes]), ContentLength: bytes.length }, client);
    client.destroy();
    for (const key of ['plain', 'plain stream']) {
      const read = await get(key);
      expect(read.bytes.equals(bytes)).toBe(true);
      // S3 adds a CRC64NVME of its own, the local one the checksum that it has.
      expect(elsewhere ? read.ChecksumCRC64NVME : read.ChecksumCRC32).toBeTruthy();
    }
  });

  it('replaces what was there as a whole', async () => {
    await put({ Key: 'twice', Body: 'first', ContentLanguage: 'sv' });
    await put({ Key: 'twice', Body: 'second' });
    const read = await get('twice');
    expect(read.bytes.toString()).toBe('second');
    expect(read.ContentLanguage).toBeUndefined();
  });
});

describe('a put that is not what it says', () => {
  const wrong: Record<string, Omit<PutObjectCommandInput, 'Bucket' | 'Key'>> = {
    CRC32: { Body: 'abc', ChecksumCRC32: 'AAAAAA==' },
    'Content-MD5': { Body: 'abc', ContentMD5: Buffer.alloc(16).toString('base64') },
    'CRC32 of a stream': { Body: Readable.from([Buffer.from('abc')]), ContentLength: 3, ChecksumCRC32: 'AAAAAA==' },
  };
  it.each(Object.keys(wrong))('with a wrong %s is refused as BadDigest and leaves nothing', async (name) => {
    const Key = `wrong ${name}`;
    expect(await refusalOf(put({ Key, ...wrong[name] }))).toEqual({ code: 'BadDigest', status: 400 });
    expect(await isMissing(Key)).toBe(true);
  });

  it('with a wrong signed payload hash is refused and leaves nothing', async () => {
    const client = new S3Client({ applyChecksum: false, requestChecksumCalculation: 'WHEN_REQUIRED' } as object);
    client.middlewareStack.add(
      (next) => (args) => {
        (args.request as { headers: Record<string, string> }).headers['x-amz-content-sha256'] = '0'.repeat(64);
        return next(args);
      },
      { step: 'build', priority: 'low' },
    );
    expect(await refusalOf(put({ Key: 'hash', Body: 'abc' }, client))).toEqual({
      code: 'XAmzContentSHA256Mismatch',
      status: 400,
    });
    client.destroy();
    expect(await isMissing('hash')).toBe(true);
  });

  it('with a wrong checksum in the trailer is refused and leaves what was there', async () => {
    await put({ Key: 'trailer', Body: 'before' });
    const client = new S3Client({});
    client.middlewareStack.add(
      (next) => (args) => {
        const request = args.request as { headers: Record<string, string>; body: unknown };
        const payload = Buffer.from('not what the trailer says');
        request.body = Readable.from([
          Buffer.from(`${payload.length.toString(16)}\r\n${payload.toString()}\r\n`),
          Buffer.from(`0\r\nx-amz-checksum-crc32:${Buffer.alloc(4).toString('base64')}\r\n\r\n`),
        ]);
        request.headers['x-amz-decoded-content-length'] = String(payload.length);
        return next(args);
      },
      { step: 'build', priority: 'low' },
    );
    const refusal = await refusalOf(
      put({ Key: 'trailer', Body: Readable.from([Buffer.alloc(10)]), ContentLength: 10 }, client),
    );
    client.destroy();
    expect(refusal).toEqual({ code: 'BadDigest', status: 400 });
    expect((await get('trailer')).bytes.toString()).toBe('before');
  });

  it('in chunks under 8 KiB is refused, as S3 does', async () => {
    const Body = Readable.from([Buffer.alloc(100), Buffer.alloc(100), Buffer.alloc(100)]);
    expect(await refusalOf(put({ Key: 'small chunks', Body, ContentLength: 300 }))).toEqual({
      code: 'InvalidChunkSizeError',
      status: 403,
    });
    expect(await isMissing('small chunks')).toBe(true);
  });

  it('without a length is refused', async () => {
    const client = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const refusal = await refusalOf(put({ Key: 'no length', Body: Readable.from([Buffer.alloc(10)]) }, client));
    client.destroy();
    expect(refusal).toEqual({ code: 'MissingContentLength', status: 411 });
    expect(await isMissing('no length')).toBe(true);
  });
});

describe('a conditional put', () => {
  it('with If-None-Match: * writes only what is not there', async () => {
    await put({ Key: 'once', Body: 'first', IfNoneMatch: '*' });
    expect(await refusalOf(put({ Key: 'once', Body: 'second', IfNoneMatch: '*' }))).toEqual({
      code: 'PreconditionFailed',
      status: 412,
    });
    expect((await get('once')).bytes.toString()).toBe('first');
  });

  it('with If-None-Match: * has one winner among many at once', async () => {
    const bodies = Array.from({ length: 20 }, (_, index) => `writer ${index}`);
    const results = await Promise.allSettled(bodies.map((Body) => put({ Key: 'race', Body, IfNoneMatch: '*' })));
    const winners = bodies.filter((_, index) => results[index]?.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    expect((await get('race')).bytes.toString()).toBe(winners[0]);
  });
});

describe('a read', () => {
  it.each([
    ['bytes=0-0', 0, 1],
    ['bytes=10-19', 10, 20],
    ['bytes=990-', 990, 1000],
    ['bytes=-5', 995, 1000],
    ['bytes=900-5000', 900, 1000],
  ])('of %s gives that part', async (Range, start, end) => {
    const bytes = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
    await put({ Key: 'ranges', Body: bytes });
    const read = await get('ranges', { Range });
    expect(read.$metadata.httpStatusCode).toBe(206);
    expect(read.ContentRange).toBe(`bytes ${start}-${end - 1}/1000`);
    expect(read.bytes.equals(bytes.subarray(start, end))).toBe(true);
  });

  it.each(['bytes=1000-', 'bytes=-0', 'bytes=2000-3000'])(
    'of %s is refused when there are 1000 bytes',
    async (Range) => {
      await put({ Key: 'ranges', Body: Buffer.alloc(1000) });
      expect(await refusalOf(get('ranges', { Range }))).toEqual({ code: 'InvalidRange', status: 416 });
    },
  );

  it('obeys If-Match and If-None-Match', async () => {
    const { ETag } = await put({ Key: 'etag', Body: 'abc' });
    expect((await get('etag', { IfMatch: ETag })).bytes.toString()).toBe('abc');
    expect((await get('etag', { IfNoneMatch: '"other"' })).bytes.toString()).toBe('abc');
    expect((await refusalOf(get('etag', { IfNoneMatch: ETag }))).status).toBe(304);
    expect(await refusalOf(get('etag', { IfMatch: '"other"' }))).toEqual({ code: 'PreconditionFailed', status: 412 });
  });

  it('of what is not there answers NoSuchKey, and NotFound to a head', async () => {
    expect(await refusalOf(get('nothing'))).toEqual({ code: 'NoSuchKey', status: 404 });
    const head = target.client.send(new HeadObjectCommand({ Bucket: target.bucket, Key: 'nothing' }));
    expect(await refusalOf(head)).toEqual({ code: 'NotFound', status: 404 });
  });

  it('that began before the object was replaced and deleted ends with the old bytes', async () => {
    const bytes = randomBytes(8_000_000);
    await put({ Key: 'slow', Body: bytes });
    const { Body } = await target.client.send(new GetObjectCommand({ Bucket: target.bucket, Key: 'slow' }));
    await put({ Key: 'slow', Body: 'new' });
    await target.client.send(new DeleteObjectCommand({ Bucket: target.bucket, Key: 'slow' }));
    expect(Buffer.from((await Body?.transformToByteArray()) ?? []).equals(bytes)).toBe(true);
    expect(await isMissing('slow')).toBe(true);
  });
});

describe('a delete', () => {
  it('removes the object, and succeeds if there is none', async () => {
    await put({ Key: 'gone', Body: 'x' });
    for (let n = 0; n < 2; n++)
      await target.client.send(new DeleteObjectCommand({ Bucket: target.bucket, Key: 'gone' }));
    expect(await isMissing('gone')).toBe(true);
  });

  it('of many removes each, whatever is in its key', async () => {
    const keys = ['a & b', '<c>', 'd"e\'f', 'å/ä/ö', 'line\nbreak', 'not there'];
    for (const Key of keys.slice(0, -1)) await put({ Key, Body: 'x' });
    await put({ Key: 'stays', Body: 'x' });
    const Delete = { Objects: keys.map((Key) => ({ Key })) };
    const { Deleted, Errors } = await target.client.send(new DeleteObjectsCommand({ Bucket: target.bucket, Delete }));
    expect(Errors).toBeUndefined();
    expect(Deleted?.map(({ Key }) => Key).sort()).toEqual([...keys].sort());
    for (const key of keys) expect(await isMissing(key)).toBe(true);
    expect((await get('stays')).bytes.toString()).toBe('x');
  });
});

describe.skipIf(elsewhere)('the local S3', () => {
  it('records each call as the IAM action and the resource that S3 would check', async () => {
    target.calls.length = 0;
    const { bucket } = target;
    await put({ Key: 'iam', Body: 'x' });
    await get('iam');
    await refusalOf(get('iam not there'));
    await target.client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: [{ Key: 'iam' }] } }));
    expect(target.calls.map(({ principal, action, resource }) => [principal, action, resource])).toEqual(
      [
        ['s3:PutObject', `${bucket}/iam`],
        ['s3:GetObject', `${bucket}/iam`],
        ['s3:GetObject', `${bucket}/iam not there`],
        ['s3:DeleteObject', `${bucket}/iam`],
      ].map((call) => ['tester', ...call]),
    );
  });

  it.each([
    ['an ACL', { ACL: 'public-read' }],
    ['a storage class', { StorageClass: 'GLACIER' }],
    ['encryption', { ServerSideEncryption: 'AES256' }],
    ['a lock', { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: new Date('2100-01-01') }],
    ['metadata of the writer', { Metadata: { a: 'b' } }],
    ['tags', { Tagging: 'a=b' }],
    ['a CRC32C', { ChecksumAlgorithm: 'CRC32C' }],
    ['a CRC64NVME', { ChecksumAlgorithm: 'CRC64NVME' }],
    ['a SHA-256', { ChecksumAlgorithm: 'SHA256' }],
    ['a put over one version only', { IfMatch: '"etag"' }],
  ] as [string, Partial<PutObjectCommandInput>][])('answers that it does not support %s', async (_, input) => {
    expect(await refusalOf(put({ Key: 'more', Body: 'x', ...input }))).toEqual({ code: 'NotImplemented', status: 501 });
    expect(await isMissing('more')).toBe(true);
  });
});

/** In base64, as S3 states it. */
function crc32Of(bytes: Uint8Array): string {
  const digest = Buffer.alloc(4);
  digest.writeUInt32BE(crc32(bytes));
  return digest.toString('base64');
}
