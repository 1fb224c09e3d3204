// The contract tests of this folder use nothing but the AWS SDK. With AWS_ENDPOINT_URL_S3 set in the environment they
// run against that endpoint, with the region and the credentials of the environment: real S3 (set it to
// https://s3.eu-north-1.amazonaws.com and AWS_REGION to eu-north-1) or any emulator. Without it they start the local S3
// and reach it the same way. Each file makes a bucket of its own and empties it afterwards.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import type { RecordedCall } from '#infra/local/endpoint.ts';
import { startS3 } from '#infra/local/aws/s3/s3.ts';
import { testKey } from './test-key.ts';

export interface S3Target {
  /** Made only from the environment. */
  readonly client: S3Client;
  readonly bucket: string;
  /** What the local S3 recorded; always empty for another endpoint. */
  readonly calls: RecordedCall[];
  close(): Promise<void>;
}

/** Whether the tests run against another endpoint than the local one. */
export const elsewhere = process.env['AWS_ENDPOINT_URL_S3'] !== undefined;

export async function openTarget(): Promise<S3Target> {
  const calls: RecordedCall[] = [];
  const bucket = `utdrag-contract-${randomUUID()}`;
  const stop = elsewhere ? async () => undefined : await startLocal(calls, bucket);
  const client = new S3Client({});
  if (elsewhere) await client.send(new CreateBucketCommand({ Bucket: bucket }));
  return {
    client,
    bucket,
    calls,
    async close() {
      await empty(client, bucket);
      client.destroy();
      await stop();
    },
  };
}

async function startLocal(calls: RecordedCall[], bucket: string): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 's3-'));
  const keys = new Map([[testKey.accessKeyId, { name: 'tester', secretAccessKey: testKey.secretAccessKey }]]);
  const endpoint = await startS3({ access: { keys, record: (call) => calls.push(call) }, folder });
  endpoint.ensureBucket(bucket);
  process.env['AWS_ENDPOINT_URL_S3'] = endpoint.url;
  process.env['AWS_REGION'] = 'eu-north-1';
  process.env['AWS_ACCESS_KEY_ID'] = testKey.accessKeyId;
  process.env['AWS_SECRET_ACCESS_KEY'] = testKey.secretAccessKey;
  return async () => {
    delete process.env['AWS_ENDPOINT_URL_S3'];
    await endpoint.close();
    await rm(folder, { recursive: true });
  };
}

async function empty(client: S3Client, bucket: string): Promise<void> {
  for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, EncodingType: 'url' })) {
    for (const { Key = '' } of page.Contents ?? [])
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: decodeURIComponent(Key.replaceAll('+', ' ')) }));
  }
  if (!elsewhere) return;
  await client.send(new DeleteBucketCommand({ Bucket: bucket })).catch((error: unknown) => {
    // An emulator that cannot delete a bucket keeps an empty one.
    if ((error as Error).name !== 'NotImplemented') throw error;
  });
}

/** The result of a refused call: the code and the status of the error that the SDK threw. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; status: number | undefined }> {
  try {
    await call;
  } catch (error) {
    const { name, $metadata } = error as { name: string; $metadata?: { httpStatusCode?: number } };
    return { code: name, status: $metadata?.httpStatusCode };
  }
  throw new Error('the call was not refused');
}
