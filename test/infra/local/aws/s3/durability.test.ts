// Tests of the local S3 itself: what is in its folder after the process has ended in different ways.
import { fork, execFileSync, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { startS3, type S3Endpoint } from '#infra/local/aws/s3/s3.ts';
import { refusalOf } from './s3-target.ts';
import { testKey } from './test-key.ts';

const Bucket = 'durable';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 's3-durable-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function clientOf(endpoint: string): S3Client {
  const client = new S3Client({ endpoint, region: 'eu-north-1', credentials: testKey, maxAttempts: 1 });
  onTestFinished(() => client.destroy());
  return client;
}

async function open(at = folder): Promise<{ endpoint: S3Endpoint; client: S3Client }> {
  const keys = new Map([[testKey.accessKeyId, { name: 'tester', secretAccessKey: testKey.secretAccessKey }]]);
  const endpoint = await startS3({ access: { keys, record: () => undefined }, folder: at });
  endpoint.ensureBucket(Bucket);
  return { endpoint, client: clientOf(endpoint.url) };
}

async function openProcess(): Promise<{ child: ChildProcess; client: S3Client }> {
  const child = fork(path.join(import.meta.dirname, 'endpoint-process.ts'), [folder, Bucket]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const [message] = (await once(child, 'message')) as [{ url: string }];
  return { child, client: clientOf(message.url) };
}

async function read(client: S3Client, Key: string): Promise<Buffer | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
    return Buffer.from((await Body?.transformToByteArray()) ?? []);
  } catch (error) {
    if ((error as Error).name === 'NoSuchKey') return undefined;
    throw error;
  }
}

const files = async (name: string, at = folder) => (await readdir(path.join(at, name))).sort();

describe('a process killed in the middle of writes', () => {
  /** What may be under a key: what was acknowledged last, or what was being written when the process died. */
  type Expectation = { acknowledged: string | undefined; underWay: (string | undefined)[] };
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const sizes = [0, 10, 5_000, 300_000, 2_000_000];

  async function write(client: S3Client, Key: string, round: number, bytes: Buffer): Promise<void> {
    if (round % 3 === 0) {
      await client.send(new PutObjectCommand({ Bucket, Key, Body: bytes }));
    } else if (round % 3 === 1) {
      const Body = Readable.from([bytes]);
      await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentLength: bytes.length }));
    } else {
      const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
      const upload = { Bucket, Key, UploadId };
      const { ETag } = await client.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body: bytes }));
      const Parts = [{ PartNumber: 1, ETag }];
      await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
    }
  }

  /** Writes and deletes one after the other until the endpoint is killed. */
  async function work(client: S3Client, writer: number, expected: Map<string, Expectation>, acknowledge: () => void) {
    for (let round = 0; round < 500; round++) {
      const key = `writer ${writer}/${round % 7}`;
      const expectation = expected.get(key) ?? { acknowledged: undefined, underWay: [] };
      const bytes = randomBytes(sizes[(round + writer) % sizes.length] ?? 0);
      const deletes = round % 10 === 9;
      const becomes = deletes ? undefined : hash(bytes);
      expected.set(key, { ...expectation, underWay: [...expectation.underWay, becomes] });
      try {
        if (deletes) await client.send(new DeleteObjectCommand({ Bucket, Key: key }));
        else await write(client, key, round, bytes);
      } catch {
        return;
      }
      expected.set(key, { acknowledged: becomes, underWay: [] });
      acknowledge();
    }
  }

  it('has every acknowledged object, intact, and nothing half-written when it is started again', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const expected = new Map<string, Expectation>();
    for (const writes of [0, 1, 4, 9, 15, 30]) {
      const { child, client } = await openProcess();
      let left = writes;
      const enough = Promise.withResolvers<void>();
      const count = () => void (left-- <= 1 && enough.resolve());
      const workers = [0, 1, 2, 3].map((writer) => work(client, writer, expected, count));
      if (writes > 0) await enough.promise;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
      child.kill('SIGKILL');
      await once(child, 'exit');
      await Promise.all(workers);

      const { endpoint, client: after } = await open();
      expect(await files('incoming')).toEqual([]);
      for (const [key, { acknowledged, underWay }] of expected) {
        const bytes = await read(after, key);
        const found = bytes === undefined ? undefined : hash(bytes);
        expect([acknowledged, ...underWay]).toContain(found);
        expected.set(key, { acknowledged: found, underWay: [] });
      }
      await endpoint.close();
    }
    expect(expected.size).toBe(4 * 7);
  });
});

describe('a start', () => {
  it('removes what no object refers to, and keeps the rest', async () => {
    const first = await open();
    await first.client.send(new PutObjectCommand({ Bucket, Key: 'kept', Body: 'kept' }));
    await first.endpoint.close();
    const [kept] = await files('blobs');
    await writeFile(path.join(folder, 'blobs', 'orphan'), 'x');
    await writeFile(path.join(folder, 'incoming', 'half'), 'x');
    const second = await open();
    expect(await files('blobs')).toEqual([kept]);
    expect(await files('incoming')).toEqual([]);
    expect((await read(second.client, 'kept'))?.toString()).toBe('kept');
    await second.endpoint.close();
  });

  it('on a folder that another endpoint has open is refused', async () => {
    const { endpoint, client } = await open();
    await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }));
    await expect(open()).rejects.toThrow(/locked/);
    expect((await read(client, 'a'))?.toString()).toBe('x');
    await endpoint.close();
  });

  it('creates the buckets that it is given, any number of times', async () => {
    const { endpoint, client } = await open();
    for (const name of [Bucket, 'another', 'another']) endpoint.ensureBucket(name);
    await client.send(new PutObjectCommand({ Bucket: 'another', Key: 'a', Body: 'another' }));
    await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'durable' }));
    expect((await read(client, 'a'))?.toString()).toBe('durable');
    for (const name of ['No', 'ab', '../up', 'a..b', '10.0.0.1', 'a_b', '-ab'])
      expect(() => endpoint.ensureBucket(name)).toThrow(TypeError);
    await endpoint.close();
  });
});

describe('disk space', () => {
  it('is freed when objects are replaced or deleted and when uploads are completed', async () => {
    const { endpoint, client } = await open();
    for (let n = 0; n < 3; n++) await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: `version ${n}` }));
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'b' }));
    const upload = { Bucket, Key: 'b', UploadId };
    for (let n = 0; n < 2; n++) await client.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body: 'dropped' }));
    const { ETag } = await client.send(new UploadPartCommand({ ...upload, PartNumber: 2, Body: 'used' }));
    const MultipartUpload = { Parts: [{ PartNumber: 2, ETag }] };
    await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload }));
    await vi.waitFor(async () => expect(await files('blobs')).toHaveLength(2), { timeout: 30_000 });
    for (const Key of ['a', 'b']) await client.send(new DeleteObjectCommand({ Bucket, Key }));
    await vi.waitFor(async () => expect(await files('blobs')).toEqual([]), { timeout: 30_000 });
    await endpoint.close();
  });

  it('is not used by a put whose caller disconnects', async () => {
    const { endpoint, client } = await open();
    const url = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key: 'gone' }));
    const put = request(url, { method: 'PUT', headers: { 'content-length': '1000000' } });
    put.on('error', () => undefined);
    put.write(Buffer.alloc(400_000));
    await vi.waitFor(async () => expect(await files('incoming')).toHaveLength(1), { timeout: 30_000 });
    put.destroy();
    await vi.waitFor(async () => expect(await files('incoming')).toEqual([]), { timeout: 30_000 });
    expect(await read(client, 'gone')).toBeUndefined();
    await endpoint.close();
  });
});

it('a reader that disconnects leaves no file open', async () => {
  const { endpoint, client } = await open();
  await client.send(new PutObjectCommand({ Bucket, Key: 'big', Body: Buffer.alloc(8_000_000) }));
  const url = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: 'big' }));
  for (let n = 0; n < 20; n++) {
    const abort = new AbortController();
    const reply = await fetch(url, { signal: abort.signal });
    expect(reply.status).toBe(200);
    abort.abort();
  }
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'big' }));
  // The file of a blob is removed only after its last reader has finished.
  await vi.waitFor(async () => expect(await files('blobs')).toEqual([]), { timeout: 30_000 });
  await endpoint.close();
  if (process.platform === 'linux') {
    const held = await Promise.all(
      (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')),
    );
    expect(held.filter((file) => file.startsWith(folder))).toEqual([]);
  }
});

describe('a disk that fails', () => {
  const mountable = process.platform === 'linux' && canMount();

  it('makes a put an InternalError that changes nothing, and the next one can succeed', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { endpoint, client } = await open();
    await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'before' }));
    await rm(path.join(folder, 'incoming'), { recursive: true });
    const put = () => client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'after' }));
    expect(await refusalOf(put())).toEqual({ code: 'InternalError', status: 500 });
    expect((await read(client, 'a'))?.toString()).toBe('before');
    expect(told).toHaveBeenCalledOnce();
    await mkdir(path.join(folder, 'incoming'));
    await put();
    expect((await read(client, 'a'))?.toString()).toBe('after');
    await rm(path.join(folder, 'blobs'), { recursive: true });
    expect(await refusalOf(read(client, 'a'))).toEqual({ code: 'InternalError', status: 500 });
    await endpoint.close();
  });

  // A file system of 6 MB, if the machine permits a mount; otherwise the test is skipped.
  it.skipIf(!mountable)('because it is full makes a put ServiceUnavailable, with nothing half-stored', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const at = path.join(folder, 'tiny');
    await mkdir(at);
    mountTiny(at);
    try {
      await fillUp(at);
    } finally {
      unmount(at);
    }
  });

  async function fillUp(at: string): Promise<void> {
    const { endpoint, client } = await open(at);
    const first = randomBytes(1_000_000);
    await client.send(new PutObjectCommand({ Bucket, Key: 'first', Body: first }));
    const tooMuch = Array.from({ length: 100 }, () => randomBytes(100_000));
    for (const Body of [Buffer.concat(tooMuch), Readable.from(tooMuch)]) {
      const put = client.send(new PutObjectCommand({ Bucket, Key: 'first', Body, ContentLength: 10_000_000 }));
      expect(await refusalOf(put)).toEqual({ code: 'ServiceUnavailable', status: 503 });
      expect(await files('incoming', at)).toEqual([]);
      expect((await read(client, 'first'))?.equals(first)).toBe(true);
    }
    // Then it is filled completely: first with bytes, then with keys alone, so that the index has no space either.
    const stored = ['first'];
    const refusals: string[] = [];
    for (const size of [100_000, 5_000, 0]) {
      for (let n = 0; n < 2000; n++) {
        const Key = `${size}/${n}/${'x'.repeat(900)}`;
        const put = client.send(new PutObjectCommand({ Bucket, Key, Body: Buffer.alloc(size, n) }));
        const refusal = await put.then(
          () => undefined,
          (error: unknown) => (error as Error).name,
        );
        if (refusal === undefined) stored.push(Key);
        else {
          refusals.push(refusal);
          break;
        }
      }
    }
    expect(refusals).toEqual(['ServiceUnavailable', 'ServiceUnavailable', 'ServiceUnavailable']);
    await endpoint.close();
    const again = await open(at);
    const listed: (string | undefined)[] = [];
    for await (const page of paginateListObjectsV2({ client: again.client }, { Bucket }))
      listed.push(...(page.Contents ?? []).map(({ Key }) => Key));
    expect(listed).toHaveLength(stored.length);
    expect(new Set(listed)).toEqual(new Set(stored));
    expect(await files('blobs', at)).toHaveLength(stored.length);
    await again.endpoint.close();
  }
});

function canMount(): boolean {
  const at = mkdtempSync(path.join(tmpdir(), 's3-mount-'));
  try {
    mountTiny(at);
    unmount(at);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(at);
  }
}

function mountTiny(at: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', at], { stdio: 'ignore' });
}

function unmount(at: string): void {
  execFileSync('umount', ['-l', at]);
}

it('memory does not grow with the size of what is put and read', async () => {
  const { child, client } = await openProcess();
  const piece = randomBytes(2 ** 20);
  const peak = async () => {
    child.send('peak');
    const [message] = (await once(child, 'message')) as [{ peak: number }];
    return message.peak;
  };
  const through = async (mebibytes: number) => {
    const Body = Readable.from(Array.from({ length: mebibytes }, () => piece));
    await client.send(new PutObjectCommand({ Bucket, Key: 'big', Body, ContentLength: mebibytes * 2 ** 20 }));
    const { Body: back } = await client.send(new GetObjectCommand({ Bucket, Key: 'big' }));
    let size = 0;
    for await (const chunk of back as Readable) size += (chunk as Buffer).length;
    expect(size).toBe(mebibytes * 2 ** 20);
    return peak();
  };
  const small = await through(32);
  const large = await through(128);
  expect(large - small).toBeLessThan(64 * 2 ** 20);
});
