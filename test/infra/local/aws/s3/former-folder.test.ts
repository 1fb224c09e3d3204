// Tests the local S3 itself: a folder whose index was made by version 0.2.0 can still be used.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  CompleteMultipartUploadCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { expect, it, onTestFinished } from 'vitest';
import { startS3 } from '#infra/local/aws/s3/s3.ts';
import { testKey } from './test-key.ts';

const tables = `
  CREATE TABLE bucket (name TEXT PRIMARY KEY, created INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE object (
    id INTEGER PRIMARY KEY, bucket TEXT NOT NULL REFERENCES bucket, key BLOB NOT NULL, etag TEXT NOT NULL,
    size INTEGER NOT NULL, modified INTEGER NOT NULL, algorithm TEXT NOT NULL, checksum TEXT NOT NULL,
    checksum_type TEXT NOT NULL, attributes TEXT NOT NULL, tags TEXT NOT NULL, upload TEXT, UNIQUE (bucket, key)
  ) STRICT;
  CREATE TABLE segment (
    object INTEGER NOT NULL REFERENCES object ON DELETE CASCADE, place INTEGER NOT NULL, blob TEXT NOT NULL,
    size INTEGER NOT NULL, PRIMARY KEY (object, place)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX segment_blob ON segment (blob);
  CREATE TABLE upload (
    id TEXT PRIMARY KEY, bucket TEXT NOT NULL REFERENCES bucket, key BLOB NOT NULL, initiated INTEGER NOT NULL,
    attributes TEXT NOT NULL, tags TEXT NOT NULL, algorithm TEXT NOT NULL, checksum_type TEXT NOT NULL,
    algorithm_chosen INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX upload_key ON upload (bucket, key);
  CREATE TABLE part (
    upload TEXT NOT NULL REFERENCES upload ON DELETE CASCADE, number INTEGER NOT NULL, blob TEXT NOT NULL,
    size INTEGER NOT NULL, etag TEXT NOT NULL, checksum TEXT NOT NULL, algorithm TEXT NOT NULL,
    modified INTEGER NOT NULL, PRIMARY KEY (upload, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX part_blob ON part (blob);`;

it('objects and uploads of version 0.2.0 are there, and more can be put beside them', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 's3-former-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(path.join(folder, 'blobs'));
  await writeFile(path.join(folder, 'blobs', 'blob-1'), '123456789');
  const md5 = createHash('md5').update('123456789').digest('hex');
  const attributes = JSON.stringify({ headers: [['content-type', 'text/plain']], metadata: [] });
  const database = new DatabaseSync(path.join(folder, 'index.sqlite'));
  database.exec(tables);
  database.exec(`INSERT INTO bucket VALUES ('former', 1)`);
  database
    .prepare(
      `INSERT INTO object VALUES (1, 'former', ?, ?, 9, 1000, 'CRC32', 'y/Q5Jg==', 'FULL_OBJECT', ?, '[]', NULL)`,
    )
    .run(Buffer.from('a key'), md5, attributes);
  database.exec(`INSERT INTO segment VALUES (1, 0, 'blob-1', 9)`);
  database
    .prepare(`INSERT INTO upload VALUES ('upload-1', 'former', ?, 1000, ?, '[]', 'CRC32', 'COMPOSITE', 1)`)
    .run(Buffer.from('in parts'), attributes);
  database.close();

  const keys = new Map([[testKey.accessKeyId, { name: 'tester', secretAccessKey: testKey.secretAccessKey }]]);
  const Bucket = 'former';
  // Twice: the first start may leave something out of the index that the second start must not miss.
  for (const Key of ['first', 'second']) {
    const endpoint = await startS3({ access: { keys, record: () => undefined }, folder });
    const client = new S3Client({ endpoint: endpoint.url, region: 'eu-north-1', credentials: testKey });
    const read = await client.send(new GetObjectCommand({ Bucket, Key: 'a key' }));
    expect(read).toMatchObject({ ContentType: 'text/plain', ChecksumCRC32: 'y/Q5Jg==', ETag: `"${md5}"` });
    expect(await read.Body?.transformToString()).toBe('123456789');
    await client.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
    if (Key === 'second') {
      const upload = { Bucket, Key: 'in parts', UploadId: 'upload-1' };
      const { ETag, ChecksumCRC32 } = await client.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body: 'y' }));
      const MultipartUpload = { Parts: [{ PartNumber: 1, ETag, ChecksumCRC32 }] };
      await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload }));
      const { Contents } = await client.send(new ListObjectsV2Command({ Bucket }));
      expect(Contents?.map((one) => one.Key)).toEqual(['a key', 'first', 'in parts', 'second']);
    }
    client.destroy();
    await endpoint.close();
  }
});
