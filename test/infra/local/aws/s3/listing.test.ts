// Contract test, by the AWS SDK alone; set AWS_ENDPOINT_URL_S3 to run it elsewhere (see s3-target.ts).
import {
  ListObjectsV2Command,
  PutObjectCommand,
  type ListObjectsV2CommandInput,
  type ListObjectsV2CommandOutput,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { elsewhere, openTarget, refusalOf, type S3Target } from './s3-target.ts';

const keys = [
  'cases/1/a.json',
  'cases/1/b.json',
  'cases/1/pages/1',
  'cases/1/pages/2',
  'cases/10/a.json',
  'cases/2/a.json',
  'index',
  'names/a & b <c> "d"',
  "names/it's + 100 %",
  'names/åäö',
  'names/日本',
  'names/🦊',
  'zz',
];
const inOrder = [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

let target: S3Target;
beforeAll(async () => {
  target = await openTarget();
  for (const Key of keys) await target.client.send(new PutObjectCommand({ Bucket: target.bucket, Key, Body: Key }));
});
afterAll(() => target.close());

const list = (input: Partial<ListObjectsV2CommandInput> = {}) =>
  target.client.send(new ListObjectsV2Command({ Bucket: target.bucket, ...input }));
const keysOf = (page: ListObjectsV2CommandOutput) => (page.Contents ?? []).map(({ Key }) => Key);

describe('a listing', () => {
  it('has every key in UTF-8 order with its size, ETag and time', async () => {
    const page = await list();
    expect(keysOf(page)).toEqual(inOrder);
    expect(page).toMatchObject({ KeyCount: keys.length, IsTruncated: false, MaxKeys: 1000 });
    expect(page.Contents?.find(({ Key }) => Key === 'zz')).toMatchObject({
      Size: 2,
      ETag: '"25ed1bcb423b0b7200f485fc5ff71c8e"',
      StorageClass: 'STANDARD',
    });
  });

  it('keeps to a prefix, to the byte', async () => {
    expect(keysOf(await list({ Prefix: 'cases/1/' }))).toEqual(inOrder.filter((key) => key.startsWith('cases/1/')));
    expect(keysOf(await list({ Prefix: 'cases/1' }))).toEqual(inOrder.filter((key) => key.startsWith('cases/1')));
    expect(keysOf(await list({ Prefix: 'names/å' }))).toEqual(['names/åäö']);
    expect(keysOf(await list({ Prefix: 'nothing' }))).toEqual([]);
  });

  it.each([1, 2, 3, 5])('in pages of %i has each key once, in order', async (MaxKeys) => {
    const found: (string | undefined)[] = [];
    let token: string | undefined;
    do {
      const page = await list({ MaxKeys, ContinuationToken: token });
      expect(page.KeyCount).toBeLessThanOrEqual(MaxKeys);
      expect(page.IsTruncated).toBe(page.NextContinuationToken !== undefined);
      found.push(...keysOf(page));
      token = page.NextContinuationToken;
    } while (token !== undefined);
    expect(found).toEqual(inOrder);
  });

  it('can be empty on purpose, and be percent-encoded', async () => {
    expect(keysOf(await list({ MaxKeys: 0 }))).toEqual([]);
    const encoded = keysOf(await list({ EncodingType: 'url', Prefix: 'names/' }));
    expect(encoded).not.toEqual(inOrder.filter((key) => key.startsWith('names/')));
    expect(encoded.map((key) => decodeURIComponent((key ?? '').replaceAll('+', ' ')))).toEqual(
      inOrder.filter((key) => key.startsWith('names/')),
    );
  });

  it('refuses a continuation token that it did not give', async () => {
    expect((await refusalOf(list({ ContinuationToken: 'a b' }))).code).toBe('InvalidArgument');
  });
});

it.skipIf(elsewhere).each([{ Delimiter: '/' }, { StartAfter: 'a' }])(
  'answers that it does not support %j',
  async (input) => {
    expect(await refusalOf(list(input))).toEqual({ code: 'NotImplemented', status: 501 });
  },
);

it.skipIf(elsewhere)('a listing is recorded as s3:ListBucket on the bucket', async () => {
  target.calls.length = 0;
  await list({ Prefix: 'cases/' });
  expect(target.calls).toEqual([
    { principal: 'tester', action: 's3:ListBucket', prefix: 'cases/', resource: target.bucket },
  ]);
});
