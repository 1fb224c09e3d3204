// Contract test, by the AWS SDK alone; set AWS_ENDPOINT_URL_S3 to run it elsewhere (see s3-target.ts).
import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  type CompleteMultipartUploadCommandInput,
  type CompletedPart,
  type CreateMultipartUploadCommandInput,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { elsewhere, openTarget, refusalOf, type S3Target } from './s3-target.ts';

const partSize = 5 * 2 ** 20;
const big = randomBytes(2 * partSize + 1234);

let target: S3Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const digest = (algorithm: string, bytes: Uint8Array) => createHash(algorithm).update(bytes).digest();
const partsOf = (bytes: Buffer) => [0, 1, 2].map((n) => bytes.subarray(n * partSize, (n + 1) * partSize));

async function read(Key: string): Promise<Buffer> {
  const { Body } = await target.client.send(new GetObjectCommand({ Bucket: target.bucket, Key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}

async function start(Key: string, more: Partial<CreateMultipartUploadCommandInput> = {}) {
  const { UploadId } = await target.client.send(
    new CreateMultipartUploadCommand({ Bucket: target.bucket, Key, ...more }),
  );
  if (UploadId === undefined) throw new Error('no upload id');
  return { Bucket: target.bucket, Key, UploadId };
}

type Started = Awaited<ReturnType<typeof start>>;

async function send(upload: Started, PartNumber: number, Body: Buffer, more: object = {}): Promise<CompletedPart> {
  const { $metadata: _, ...reply } = await target.client.send(
    new UploadPartCommand({ ...upload, PartNumber, Body, ...more }),
  );
  return { ...reply, PartNumber };
}

const complete = (upload: Started, Parts: CompletedPart[], more: Partial<CompleteMultipartUploadCommandInput> = {}) =>
  target.client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts }, ...more }));

describe('an upload in parts', () => {
  it('of a stream by lib-storage gives the bytes, the ETag and the checksum of the parts', async () => {
    const upload = new Upload({
      client: target.client,
      params: {
        Bucket: target.bucket,
        Key: 'export/answer.zip',
        Body: Readable.from(chunksOf(big, 70_001)),
        ContentType: 'application/zip',
      },
      partSize,
      queueSize: 2,
    });
    const written = await upload.done();
    const md5s = Buffer.concat(partsOf(big).map((part) => digest('md5', part)));
    expect(written.ETag).toBe(`"${digest('md5', md5s).toString('hex')}-3"`);
    expect((await read('export/answer.zip')).equals(big)).toBe(true);
    const head = await target.client.send(
      new HeadObjectCommand({ Bucket: target.bucket, Key: 'export/answer.zip', ChecksumMode: 'ENABLED' }),
    );
    expect(head).toMatchObject({
      ContentLength: big.length,
      ContentType: 'application/zip',
      ChecksumType: 'COMPOSITE',
    });
    expect(head.ChecksumCRC32).toMatch(/^[A-Za-z0-9+/]{6}==-3$/);
    const { Body } = await target.client.send(
      new GetObjectCommand({
        Bucket: target.bucket,
        Key: 'export/answer.zip',
        Range: `bytes=${partSize - 10}-${2 * partSize + 9}`,
      }),
    );
    const across = Buffer.from((await Body?.transformToByteArray()) ?? []);
    expect(across.equals(big.subarray(partSize - 10, 2 * partSize + 10))).toBe(true);
  });

  it('without any algorithm takes parts in any order and replaces one sent twice', async () => {
    const upload = await start('plain');
    const parts = partsOf(big);
    await send(upload, 1, Buffer.alloc(partSize));
    const third = await send(upload, 3, parts[2]!);
    const second = await send(upload, 2, parts[1]!);
    const first = await send(upload, 1, parts[0]!);
    const strip = ({ PartNumber, ETag }: CompletedPart) => ({ PartNumber, ETag });
    const done = await complete(upload, [first, second, third].map(strip));
    expect(done.ETag).toMatch(/-3"$/);
    expect((await read('plain')).equals(big)).toBe(true);
  });

  it('is answered again when it is completed again', async () => {
    const upload = await start('again');
    const part = await send(upload, 1, Buffer.from('abc'));
    const first = await complete(upload, [part]);
    const second = await complete(upload, [part]);
    expect(second.ETag).toBe(first.ETag);
  });

  it('is read to its end if the read began before it was deleted', async () => {
    const upload = await start('deleted');
    const sent = [];
    for (const [n, part] of partsOf(big).entries()) sent.push(await send(upload, n + 1, part));
    await complete(upload, sent);
    const { Body } = await target.client.send(new GetObjectCommand({ Bucket: target.bucket, Key: 'deleted' }));
    await target.client.send(new DeleteObjectCommand({ Bucket: target.bucket, Key: 'deleted' }));
    expect((await refusalOf(read('deleted'))).code).toBe('NoSuchKey');
    expect(Buffer.from((await Body?.transformToByteArray()) ?? []).equals(big)).toBe(true);
  });
});

describe('a completion', () => {
  it('is refused when a part but the last is under 5 MiB', async () => {
    const upload = await start('small');
    const sent = [await send(upload, 1, Buffer.alloc(partSize - 1)), await send(upload, 2, Buffer.from('x'))];
    expect((await refusalOf(complete(upload, sent))).code).toBe('EntityTooSmall');
  });

  it('is refused with parts out of order, unknown, of another ETag or none at all', async () => {
    const upload = await start('parts');
    const one = await send(upload, 1, Buffer.alloc(partSize));
    const two = await send(upload, 2, Buffer.from('x'));
    expect((await refusalOf(complete(upload, [two, one]))).code).toBe('InvalidPartOrder');
    expect((await refusalOf(complete(upload, [one, { ...two, PartNumber: 3 }]))).code).toBe('InvalidPart');
    expect((await refusalOf(complete(upload, [{ ...one, ETag: two.ETag }, two]))).code).toBe('InvalidPart');
    expect((await refusalOf(complete(upload, []))).code).toBe('MalformedXML');
    expect((await refusalOf(read('parts'))).code).toBe('NoSuchKey');
  });

  it('is refused with a wrong checksum of a part', async () => {
    const upload = await start('checksums', { ChecksumAlgorithm: 'CRC32' });
    const { PartNumber, ETag } = await send(upload, 1, Buffer.from('x'));
    const wrong = complete(upload, [{ PartNumber, ETag, ChecksumCRC32: 'AAAAAA==' }]);
    expect((await refusalOf(wrong)).code).toBe('InvalidPart');
  });

  it('with If-None-Match: * keeps the existing object, and the upload can still be aborted', async () => {
    await target.client.send(new PutObjectCommand({ Bucket: target.bucket, Key: 'taken', Body: 'first' }));
    const upload = await start('taken');
    const part = await send(upload, 1, Buffer.from('second'));
    expect(await refusalOf(complete(upload, [part], { IfNoneMatch: '*' }))).toEqual({
      code: 'PreconditionFailed',
      status: 412,
    });
    expect((await read('taken')).toString()).toBe('first');
    await target.client.send(new AbortMultipartUploadCommand(upload));
  });
});

describe('an upload under way', () => {
  it('has its parts listed, in pages, until it is aborted', async () => {
    const upload = await start('under way/å & ä');
    for (const n of [1, 2, 5]) await send(upload, n, Buffer.from(`part ${n}`));
    const page = await target.client.send(new ListPartsCommand({ ...upload, MaxParts: 2 }));
    expect(page.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [1, 6],
      [2, 6],
    ]);
    expect(page).toMatchObject({ IsTruncated: true, NextPartNumberMarker: '2' });
    const rest = await target.client.send(
      new ListPartsCommand({ ...upload, PartNumberMarker: page.NextPartNumberMarker }),
    );
    expect(rest.Parts?.map(({ PartNumber }) => PartNumber)).toEqual([5]);
    await target.client.send(new AbortMultipartUploadCommand(upload));
    expect((await refusalOf(send(upload, 1, Buffer.from('late')))).code).toBe('NoSuchUpload');
    expect((await refusalOf(target.client.send(new ListPartsCommand(upload)))).code).toBe('NoSuchUpload');
  });

  it('refuses a part with a wrong checksum', async () => {
    const upload = await start('wrong', { ChecksumAlgorithm: 'CRC32' });
    const ChecksumCRC32 = 'AAAAAA==';
    expect((await refusalOf(send(upload, 1, Buffer.from('x'), { ChecksumCRC32 }))).code).toBe('BadDigest');
    expect((await target.client.send(new ListPartsCommand(upload))).Parts).toBeUndefined();
    expect((await refusalOf(send(upload, 10_001, Buffer.from('x')))).status).toBe(400);
    await target.client.send(new AbortMultipartUploadCommand(upload));
  });
});

it.skipIf(elsewhere)('the local S3 records the parts of an upload as the IAM actions of S3', async () => {
  target.calls.length = 0;
  const upload = await start('iam');
  await send(upload, 1, Buffer.from('x'));
  await target.client.send(new ListPartsCommand(upload));
  await target.client.send(new AbortMultipartUploadCommand(upload));
  expect(target.calls.map(({ action, resource }) => [action, resource])).toEqual([
    ['s3:PutObject', `${target.bucket}/iam`],
    ['s3:PutObject', `${target.bucket}/iam`],
    ['s3:ListMultipartUploadParts', `${target.bucket}/iam`],
    ['s3:AbortMultipartUpload', `${target.bucket}/iam`],
  ]);
});

function* chunksOf(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
