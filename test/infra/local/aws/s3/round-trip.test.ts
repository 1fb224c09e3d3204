// Contract and property test, by the AWS SDK alone; set AWS_ENDPOINT_URL_S3 to run it elsewhere (see s3-target.ts).
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import * as fc from 'fast-check';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTarget, type S3Target } from './s3-target.ts';

let target: S3Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

// Dot segments are left out: HTTP clients resolve them before S3 sees the key.
const key = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
      fc.constantFrom('a&b', 'a+b', 'a b', '%2F', "'()*!", '<x>', '"', '?q=1', '#'),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join('/'))
  .filter(
    (key) => key.isWellFormed() && Buffer.byteLength(key) <= 1024 && !key.split('/').some((part) => /^\.*$/.test(part)),
  );

it('any bytes under any key are read back, and the key is listed', async () => {
  await fc.assert(
    fc.asyncProperty(key, fc.uint8Array({ maxLength: 20_000 }), fc.boolean(), async (Key, bytes, streamed) => {
      const { client, bucket: Bucket } = target;
      const Body = streamed ? Readable.from([Buffer.from(bytes)]) : bytes;
      await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentLength: bytes.length }));
      const read = await client.send(new GetObjectCommand({ Bucket, Key }));
      expect(Buffer.from((await read.Body?.transformToByteArray()) ?? []).equals(bytes)).toBe(true);
      const fetched = await fetch(await getSignedUrl(client, new GetObjectCommand({ Bucket, Key })));
      expect(Buffer.from(await fetched.arrayBuffer()).equals(bytes)).toBe(true);
      const listed = await client.send(new ListObjectsV2Command({ Bucket, Prefix: Key, EncodingType: 'url' }));
      expect(listed.Contents?.map((one) => decodeURIComponent((one.Key ?? '').replaceAll('+', ' ')))).toContain(Key);
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
    }),
    { numRuns: 60, interruptAfterTimeLimit: 10_000 },
  );
});
