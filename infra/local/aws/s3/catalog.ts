import * as z from 'zod';
import { openDatabase } from '../database.ts';
import { attributesSchema, type Attributes } from './attributes.ts';
import type { Segment } from './blobs.ts';
import { checksumTypeSchema, type Checksum } from './checksum.ts';
import type { WriteCondition } from './conditions.ts';
import { Refusal } from './refusal.ts';

/** What the index knows about an object. Times are in milliseconds since the epoch, sizes in bytes. */
export interface ObjectFacts {
  /** The ETag without quotes. */
  readonly etag: string;
  readonly size: number;
  readonly modified: number;
  readonly checksum: Checksum;
  readonly attributes: Attributes;
}

export interface StoredObject extends ObjectFacts {
  readonly key: string;
  /** The id of the multipart upload that created the object. */
  readonly upload: string | undefined;
  readonly segments: readonly Segment[];
}

const keyColumn = z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes).toString('utf8'));
const attributesColumn = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(attributesSchema);
const segmentRow = z.object({ blob: z.string(), size: z.number() });
const blobRow = z.object({ blob: z.string() });

/** One object in a listing. */
export type ListedObject = Readonly<z.infer<typeof listedRow>>;
const listedRow = z.object({
  key: keyColumn,
  etag: z.string(),
  size: z.number(),
  modified: z.number(),
  checksumType: checksumTypeSchema,
});
const objectRow = listedRow.extend({
  id: z.number(),
  checksum: z.string(),
  attributes: attributesColumn,
  upload: z
    .string()
    .nullable()
    .transform((id) => id ?? undefined),
});

export type Upload = Readonly<z.infer<typeof uploadRow>>;
const uploadRow = z.object({ id: z.string(), key: keyColumn, initiated: z.number(), attributes: attributesColumn });

export type Part = Readonly<z.infer<typeof partRow>>;
const partRow = segmentRow.extend({
  number: z.number(),
  /** The MD5 of the part in hex, without quotes. */
  etag: z.string(),
  /** Base64. */
  checksum: z.string(),
  modified: z.number(),
});

/**
 * The index of all stored objects, uploads and parts. Each method is one transaction; a method that throws changes
 * nothing.
 */
export interface Catalog {
  hasBucket(bucket: string): boolean;
  /** Creates the bucket; has no effect if it exists. `now`: milliseconds since the epoch. */
  createBucket(bucket: string, now: number): void;
  findObject(bucket: string, key: string): StoredObject | undefined;
  /**
   * Stores the object and replaces an existing object with the same key. If a multipart upload created the object, the
   * upload ends.
   */
  putObject(
    bucket: string,
    key: string,
    object: ObjectFacts & { readonly segments: readonly Segment[]; readonly upload?: string },
    condition: WriteCondition,
  ): Refusal | undefined;
  /** Deletes the object; has no effect if there is none with that key. */
  deleteObject(bucket: string, key: string): void;
  /**
   * Returns the objects whose keys start with `prefix`, in UTF-8 order: the first `limit` of them, beginning at the key
   * `from`.
   */
  listObjects(bucket: string, prefix: Buffer, from: Buffer, limit: number): readonly ListedObject[];
  createUpload(bucket: string, upload: Upload): void;
  findUpload(bucket: string, key: string, id: string): Upload | undefined;
  /** Stores a part of an upload; `false` if the upload has already ended. */
  putPart(bucket: string, key: string, upload: string, part: Part): boolean;
  listParts(upload: string): readonly Part[];
  /** Removes an upload and its parts; `false` if there was no such upload. */
  abortUpload(bucket: string, key: string, id: string): boolean;
  referencesBlob(blob: string): boolean;
  close(): void;
}

const tables = `
  CREATE TABLE IF NOT EXISTS bucket (name TEXT PRIMARY KEY, created INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS object (
    id INTEGER PRIMARY KEY, bucket TEXT NOT NULL REFERENCES bucket, key BLOB NOT NULL, etag TEXT NOT NULL,
    size INTEGER NOT NULL, modified INTEGER NOT NULL, checksum TEXT NOT NULL, checksum_type TEXT NOT NULL,
    attributes TEXT NOT NULL, upload TEXT, UNIQUE (bucket, key)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS segment (
    object INTEGER NOT NULL REFERENCES object ON DELETE CASCADE, place INTEGER NOT NULL, blob TEXT NOT NULL,
    size INTEGER NOT NULL, PRIMARY KEY (object, place)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS segment_blob ON segment (blob);
  CREATE TABLE IF NOT EXISTS upload (
    id TEXT PRIMARY KEY, bucket TEXT NOT NULL REFERENCES bucket, key BLOB NOT NULL, initiated INTEGER NOT NULL,
    attributes TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS part (
    upload TEXT NOT NULL REFERENCES upload ON DELETE CASCADE, number INTEGER NOT NULL, blob TEXT NOT NULL,
    size INTEGER NOT NULL, etag TEXT NOT NULL, checksum TEXT NOT NULL, modified INTEGER NOT NULL,
    PRIMARY KEY (upload, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS part_blob ON part (blob);`;

/**
 * Columns that version 0.2.0 created and the code no longer reads, as pairs of table and column. `openDatabase` drops
 * these columns.
 */
const formerColumns = [
  ['object', 'algorithm'],
  ['object', 'tags'],
  ['upload', 'algorithm'],
  ['upload', 'algorithm_chosen'],
  ['upload', 'checksum_type'],
  ['upload', 'tags'],
  ['part', 'algorithm'],
] as const;

const listedColumns = 'key, etag, size, modified, checksum_type AS checksumType';

/**
 * Opens the index; throws if another process has it open. After each commit the catalog calls `released` with the ids
 * of the blobs that were replaced or deleted.
 */
export function openCatalog(file: string, released: (blobs: readonly string[]) => void): Catalog {
  const database = openDatabase(file, tables, formerColumns);

  const isThere = (sql: string, value: string): boolean =>
    database.rows(z.object({}), `SELECT 1 FROM ${sql} LIMIT 1`, value).length > 0;
  const hasBucket = (bucket: string): boolean => isThere('bucket WHERE name = ?', bucket);

  /** Runs `write` as one transaction. `write` adds the ids of the replaced and deleted blobs to `lost`. */
  function change<T>(write: (lost: string[]) => T): T {
    const lost: string[] = [];
    const result = database.transact(() => write(lost));
    if (lost.length > 0) released(lost);
    return result;
  }

  function findObject(bucket: string, key: string): (StoredObject & { readonly id: number }) | undefined {
    const columns = `id, ${listedColumns}, checksum, attributes, upload`;
    const sql = `SELECT ${columns} FROM object WHERE bucket = ? AND key = ?`;
    const [row] = database.rows(objectRow, sql, bucket, Buffer.from(key));
    if (row === undefined) return undefined;
    const { checksum: value, checksumType: type, ...facts } = row;
    const segments = database.rows(
      segmentRow,
      'SELECT blob, size FROM segment WHERE object = ? ORDER BY place',
      row.id,
    );
    return { ...facts, checksum: { value, type }, segments };
  }

  function removeObject(object: StoredObject & { readonly id: number }, lost: string[]): void {
    lost.push(...object.segments.map(({ blob }) => blob));
    database.run('DELETE FROM object WHERE id = ?', object.id);
  }

  function removeUpload(id: string, lost: string[]): void {
    lost.push(...database.rows(blobRow, 'SELECT blob FROM part WHERE upload = ?', id).map(({ blob }) => blob));
    database.run('DELETE FROM upload WHERE id = ?', id);
  }

  function findUpload(bucket: string, key: string, id: string): Upload | undefined {
    const sql = 'SELECT id, key, initiated, attributes FROM upload WHERE id = ? AND bucket = ? AND key = ?';
    return database.rows(uploadRow, sql, id, bucket, Buffer.from(key))[0];
  }

  return {
    findUpload,
    findObject,
    hasBucket,
    createBucket(bucket, created) {
      if (!hasBucket(bucket)) database.insert('bucket', { name: bucket, created });
    },
    putObject: (bucket, key, { checksum, attributes, segments, upload, etag, size, modified }, condition) =>
      change((lost) => {
        if (upload !== undefined && findUpload(bucket, key, upload) === undefined) return new Refusal('NoSuchUpload');
        const existing = findObject(bucket, key);
        if (existing !== undefined && condition === 'absent') return new Refusal('PreconditionFailed');
        if (existing !== undefined) removeObject(existing, lost);
        const object = database.insert('object', {
          bucket,
          key: Buffer.from(key),
          etag,
          size,
          modified,
          checksum: checksum.value,
          checksum_type: checksum.type,
          attributes: JSON.stringify(attributes),
          upload: upload ?? null,
        });
        for (const [place, segment] of segments.entries()) database.insert('segment', { object, place, ...segment });
        if (upload !== undefined) removeUpload(upload, lost);
        return undefined;
      }),
    deleteObject: (bucket, key) =>
      change((lost) => {
        const existing = findObject(bucket, key);
        if (existing !== undefined) removeObject(existing, lost);
      }),
    listObjects(bucket, prefix, from, limit) {
      const where = 'bucket = ? AND key >= ? AND key < ? ORDER BY key LIMIT ?';
      const sql = `SELECT ${listedColumns} FROM object WHERE ${where}`;
      return database.rows(listedRow, sql, bucket, later(prefix, from), afterAll(prefix), limit);
    },
    createUpload(bucket, { id, key, initiated, attributes }) {
      const row = { id, bucket, key: Buffer.from(key), initiated, attributes: JSON.stringify(attributes) };
      database.insert('upload', row);
    },
    putPart: (bucket, key, upload, part) =>
      change((lost) => {
        if (findUpload(bucket, key, upload) === undefined) return false;
        const before = 'SELECT blob FROM part WHERE upload = ? AND number = ?';
        lost.push(...database.rows(blobRow, before, upload, part.number).map(({ blob }) => blob));
        database.insert('part', { upload, ...part }, 'replace');
        return true;
      }),
    listParts: (upload) =>
      database.rows(
        partRow,
        'SELECT number, blob, size, etag, checksum, modified FROM part WHERE upload = ? ORDER BY number',
        upload,
      ),
    abortUpload: (bucket, key, id) =>
      change((lost) => {
        if (findUpload(bucket, key, id) === undefined) return false;
        removeUpload(id, lost);
        return true;
      }),
    referencesBlob: (blob) => isThere('segment WHERE blob = ?', blob) || isThere('part WHERE blob = ?', blob),
    close: () => database.close(),
  };
}

function later(a: Buffer, b: Buffer): Buffer {
  return Buffer.compare(a, b) >= 0 ? a : b;
}

/**
 * The first byte string that is after every key with this prefix: the prefix with its last byte increased by one. UTF-8
 * never contains the byte 0xff, so the last byte can always be increased. For an empty prefix the result is 0xff, which
 * is after every key.
 */
function afterAll(prefix: Buffer): Buffer {
  const last = prefix.at(-1);
  return last === undefined ? Buffer.of(0xff) : Buffer.concat([prefix.subarray(0, -1), Buffer.of(last + 1)]);
}
