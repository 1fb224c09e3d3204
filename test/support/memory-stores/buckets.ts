// The buckets of S3 in memory, in the form of an AWS client, so that a test can give them to the real stores.
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { namedError } from './table.ts';

const keysInPage = 1000;

/** A client of all buckets, in memory. */
export function memoryBuckets(): S3Client {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, Map<number, Buffer>>();
  const client = new S3Client({
    region: 'eu-north-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    endpoint: 'http://127.0.0.1:1',
    forcePathStyle: true,
  });
  const place = ({ Bucket = '', Key = '' }: { Bucket?: string | undefined; Key?: string | undefined }): string =>
    `${Bucket}/${Key}`;

  async function carryOut(command: unknown): Promise<object> {
    if (command instanceof PutObjectCommand) {
      const { Body, IfNoneMatch } = command.input;
      const content = await bytesOf(Body);
      if (IfNoneMatch === '*' && objects.has(place(command.input)))
        throw namedError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
      objects.set(place(command.input), content);
      return {};
    }
    if (command instanceof GetObjectCommand) {
      const content = objects.get(place(command.input));
      if (content === undefined)
        throw new NoSuchKey({ message: 'The specified key does not exist.', $metadata: { httpStatusCode: 404 } });
      return {
        Body: Object.assign(Readable.from([content]), {
          transformToString: async () => content.toString('utf8'),
          transformToByteArray: async () => Uint8Array.from(content),
        }),
        ContentLength: content.length,
      };
    }
    if (command instanceof ListObjectsV2Command) {
      const { Bucket, Prefix = '', ContinuationToken: after = '' } = command.input;
      const from = `${Bucket ?? ''}/`;
      const keys = [...objects.keys()]
        .filter((key) => key.startsWith(`${from}${Prefix}`))
        .map((key) => key.slice(from.length))
        .filter((key) => key > after)
        .sort();
      const [shown, last] = [keys.slice(0, keysInPage), keys[keysInPage - 1]];
      return {
        Contents: shown.map((Key) => ({ Key })),
        KeyCount: shown.length,
        ...(keys.length > keysInPage && last !== undefined ? { NextContinuationToken: last } : {}),
      };
    }
    if (command instanceof DeleteObjectCommand) {
      objects.delete(place(command.input));
      return {};
    }
    if (command instanceof DeleteObjectsCommand) {
      const { Bucket, Delete } = command.input;
      for (const { Key } of Delete?.Objects ?? []) objects.delete(place({ Bucket, Key }));
      return {};
    }
    if (command instanceof CreateMultipartUploadCommand) {
      const UploadId = `upload-${uploads.size}`;
      uploads.set(UploadId, new Map());
      return { UploadId };
    }
    if (command instanceof UploadPartCommand) {
      const { UploadId = '', PartNumber = 0, Body } = command.input;
      uploads.get(UploadId)?.set(PartNumber, await bytesOf(Body));
      return { ETag: `"${PartNumber}"` };
    }
    if (command instanceof CompleteMultipartUploadCommand) {
      const parts = [...(uploads.get(command.input.UploadId ?? '') ?? [])].sort(([a], [b]) => a - b);
      objects.set(place(command.input), Buffer.concat(parts.map(([, part]) => part)));
      return {};
    }
    if (command instanceof AbortMultipartUploadCommand) return {};
    throw new Error('the buckets in memory do not know this command');
  }

  return Object.assign(client, {
    async send(command: unknown): Promise<object> {
      // Other code gets a turn before the command, as it does during a real request.
      await turn();
      return { $metadata: {}, ...(await carryOut(command)) };
    },
  });
}

async function bytesOf(body: unknown): Promise<Buffer> {
  if (typeof body === 'string') return Buffer.from(body);
  if (body instanceof Uint8Array) return Buffer.from(body);
  if (body instanceof Readable) return await buffer(body);
  throw new Error('the content of an object is neither text nor bytes');
}
