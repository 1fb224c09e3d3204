// Contract test, by the AWS SDK and fetch; set AWS_ENDPOINT_URL_S3 to run it elsewhere (see s3-target.ts).
import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { elsewhere, openTarget, type S3Target } from './s3-target.ts';

const Key = 'answers/å & co + 100 %.zip';
const bytes = randomBytes(50_000);

let target: S3Target;
beforeAll(async () => {
  target = await openTarget();
  await target.client.send(
    new PutObjectCommand({ Bucket: target.bucket, Key, Body: bytes, ContentType: 'application/zip' }),
  );
});
afterAll(() => target.close());

const bodyOf = async (reply: Response) => Buffer.from(await reply.arrayBuffer());
const codeOf = async (reply: Response) => /<Code>(\w+)<\/Code>/.exec(await reply.text())?.[1];

function signedGet(more: object = {}, options: object = {}, client = target.client) {
  return getSignedUrl(client, new GetObjectCommand({ Bucket: target.bucket, Key, ...more }), {
    expiresIn: 60,
    ...options,
  });
}

describe('a presigned GET', () => {
  it('gives the object to anybody with the URL, whole or in part', async () => {
    const url = await signedGet();
    const reply = await fetch(url);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe('application/zip');
    expect((await bodyOf(reply)).equals(bytes)).toBe(true);
    const part = await fetch(url, { headers: { range: 'bytes=100-199' } });
    expect(part.status).toBe(206);
    expect((await bodyOf(part)).equals(bytes.subarray(100, 200))).toBe(true);
  });

  it('can name the file and its type for the browser', async () => {
    const disposition = `attachment; filename="answer.zip"; filename*=UTF-8''${encodeURIComponent('svar å.zip')}`;
    const reply = await fetch(
      await signedGet({ ResponseContentDisposition: disposition, ResponseContentType: 'application/octet-stream' }),
    );
    expect(reply.headers.get('content-disposition')).toBe(disposition);
    expect(reply.headers.get('content-type')).toBe('application/octet-stream');
    await reply.arrayBuffer();
  });

  it('is refused with any part of it changed', async () => {
    const url = await signedGet({ ResponseContentType: 'application/zip' });
    const changes = [
      url.replace('answers/', 'answers/x'),
      url.replace(target.bucket, `${target.bucket}x`),
      url.replace('X-Amz-Expires=60', 'X-Amz-Expires=61'),
      url.replace('response-content-type=application%2Fzip', 'response-content-type=text%2Fhtml'),
      `${url}&response-content-disposition=inline`,
      url.replace(/X-Amz-Signature=./, (start) => `${start.slice(0, -1)}${start.endsWith('0') ? '1' : '0'}`),
      url.replace(/(X-Amz-Date=\d{8}T\d{5})\d/, (_, start) => `${start}x`),
    ];
    for (const changed of changes) {
      expect(changed).not.toBe(url);
      const reply = await fetch(changed);
      expect(reply.status).toBeGreaterThanOrEqual(400);
      expect(reply.status).toBeLessThan(405);
      expect(['SignatureDoesNotMatch', 'AuthorizationQueryParametersError']).toContain(await codeOf(reply));
    }
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(403);
  });

  it('is refused once it has expired', async () => {
    const reply = await fetch(await signedGet({}, { expiresIn: 10, signingDate: new Date(Date.now() - 11_000) }));
    expect(reply.status).toBe(403);
    expect(await codeOf(reply)).toBe('AccessDenied');
  });

  it('is refused when signed with a wrong secret or an unknown key', async () => {
    const region = process.env['AWS_REGION'] ?? 'eu-north-1';
    const accessKeyId = process.env['AWS_ACCESS_KEY_ID'] ?? '';
    const wrong = new S3Client({ region, credentials: { accessKeyId, secretAccessKey: 'wrong' } });
    const unknown = new S3Client({
      region,
      credentials: { accessKeyId: 'AKIANOBODYNOBODYNOBO', secretAccessKey: 'x' },
    });
    const replies = [await fetch(await signedGet({}, {}, wrong)), await fetch(await signedGet({}, {}, unknown))];
    expect(replies.map(({ status }) => status)).toEqual([403, 403]);
    expect(await Promise.all(replies.map(codeOf))).toEqual(['SignatureDoesNotMatch', 'InvalidAccessKeyId']);
  });

  it('is required: without one, nobody gets anything', async () => {
    const url = new URL(await signedGet());
    for (const path of [url.pathname, `/${target.bucket}`, `/${target.bucket}?list-type=2`, '/']) {
      const reply = await fetch(new URL(path, url));
      expect(reply.status).toBe(403);
      expect(reply.headers.get('content-type')).toBe('application/xml');
      expect(await codeOf(reply)).toBe('AccessDenied');
    }
    expect((await fetch(url.origin + url.pathname, { method: 'PUT', body: 'x' })).status).toBe(403);
    expect((await fetch(url.origin + url.pathname, { method: 'HEAD' })).status).toBe(403);
  });
});

describe('a presigned PUT', () => {
  const signedPut = (key: string, more: object = {}, options: object = {}) =>
    getSignedUrl(target.client, new PutObjectCommand({ Bucket: target.bucket, Key: key, ...more }), {
      expiresIn: 60,
      ...options,
    });
  const stored = async (key: string) => {
    const reply = await target.client.send(new GetObjectCommand({ Bucket: target.bucket, Key: key }));
    return { ...reply, text: (await reply.Body?.transformToString()) ?? '' };
  };

  it('stores what is sent', async () => {
    const url = await signedPut('incoming/1');
    const reply = await fetch(url, { method: 'PUT', body: 'the file', headers: { 'content-type': 'text/plain' } });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/);
    expect(await stored('incoming/1')).toMatchObject({ text: 'the file', ContentType: 'text/plain' });
  });

  it('compares the body with a checksum that was signed as a header', async () => {
    const digest = Buffer.alloc(4);
    digest.writeUInt32BE(crc32('the file'));
    const ChecksumCRC32 = digest.toString('base64');
    const headers = { 'x-amz-checksum-crc32': ChecksumCRC32, 'x-amz-sdk-checksum-algorithm': 'CRC32' };
    const more = { ChecksumCRC32, ChecksumAlgorithm: 'CRC32' };
    const url = await signedPut('incoming/2', more, { unhoistableHeaders: new Set(Object.keys(headers)) });
    const wrong = await fetch(url, { method: 'PUT', body: 'something else', headers });
    expect(wrong.status).toBe(400);
    expect(await codeOf(wrong)).toBe('BadDigest');
    await expect(stored('incoming/2')).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect((await fetch(url, { method: 'PUT', body: 'the file', headers })).status).toBe(200);
    expect((await stored('incoming/2')).text).toBe('the file');
  });

  it('cannot be made into a copy of another object', async () => {
    const url = await signedPut('incoming/3');
    const headers = { 'x-amz-copy-source': `${target.bucket}/${encodeURIComponent(Key)}` };
    const reply = await fetch(url, { method: 'PUT', headers });
    expect(reply.status).toBe(403);
    await reply.arrayBuffer();
    const hoisted = await fetch(`${url}&x-amz-copy-source=${encodeURIComponent(`${target.bucket}/${Key}`)}`, {
      method: 'PUT',
    });
    expect(hoisted.status).toBe(403);
    await hoisted.arrayBuffer();
    await expect(stored('incoming/3')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it.skipIf(elsewhere)('is recorded for its signer', async () => {
    target.calls.length = 0;
    await fetch(await signedPut('incoming/4'), { method: 'PUT', body: 'x' });
    await fetch(await signedGet());
    expect(target.calls).toEqual([
      { principal: 'tester', action: 's3:PutObject', resource: `${target.bucket}/incoming/4` },
      { principal: 'tester', action: 's3:GetObject', resource: `${target.bucket}/${Key}` },
    ]);
  });
});
