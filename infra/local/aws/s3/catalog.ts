import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import * as z from 'zod';
import { openDatabase, transact } from '../database.ts';
import { attributesSchema, type Attributes } from './attributes.ts';
import type { Segment } from './blobs.ts';
import type { Checksum } from './checksum.ts';
import type { WriteCondition } from './conditions.ts';
import { Refusal } from './refusal.ts';

/** What an object is, without its bytes. Times are milliseconds since the epoch, sizes bytes. */
export interface ObjectFacts {
  /** Without quotes. */
  readonly etag: string;
  readonly size: number;
  readonly modified: number;
  readonly checksum: Checksum;
  readonly attributes: Attributes;
}

export interface StoredObject extends ObjectFacts {
  readonly key: string;
  /** The multipart upload that made it. */
  readonly upload: string | undefined;
  readonly segments: readonly Segment[];
}

/** One line of a listing. */
export interface ListedObject {
  readonly key: string;
  readonly etag: string;
  readonly size: number;
  readonly modified: number;
  readonly checksumType: Checksum['type'];
}

export interface Upload {
  readonly id: string;
  readonly key: string;
  readonly initiated: number;
  readonly attributes: Attributes;
}

export interface Part extends Segment {
  readonly number: number;
  /** Hex MD5, without quotes. */
  readonly etag: string;
  /** Base64. */
  readonly checksum: string;
  readonly modified: number;
}

/** The index of everything stored. Each method is one transaction; a write that throws has changed nothing. */
export interface Catalog {
  hasBucket(bucket: string): boolean;
  /** False if it was there already. */
  createBucket(bucket: string, now: number): boolean;
  findObject(bucket: string, key: string): StoredObject | undefined;
  /** Puts the object there, in place of what it finds, and ends the upload that it was made from. */
  putObject(
    bucket: string,
    key: string,
    object: ObjectFacts & { readonly segments: readonly Segment[]; readonly upload?: string },
    condition: WriteCondition,
  ): Refusal | undefined;
  /** Nothing happens where there is no such object. */
  deleteObject(bucket: string, key: string): void;
  /** Objects with `from` <= key (in UTF-8 order) that start with `prefix`, at most `limit`. */
  listObjects(bucket: string, prefix: Buffer, from: Buffer, limit: number): readonly ListedObject[];
  createUpload(bucket: string, upload: Upload): void;
  findUpload(bucket: string, key: string, id: string): Upload | undefined;
  /** False if the upload has ended meanwhile. */
  putPart(bucket: string, key: string, upload: string, part: Part): boolean;
  listParts(upload: string): readonly Part[];
  /** False if there was no such upload. */
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

/** Columns of version 0.2.0 that nothing reads any more, by table. */
const formerColumns = [
  ['object', 'algorithm'],
  ['object', 'tags'],
  ['upload', 'algorithm'],
  ['upload', 'algorithm_chosen'],
  ['upload', 'checksum_type'],
  ['upload', 'tags'],
  ['part', 'algorithm'],
] as const;

const keyColumn = z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes).toString('utf8'));
const json = z.string().transform((text): unknown => JSON.parse(text));
const segmentRow = z.object({ blob: z.string(), size: z.number() });
const blobRow = z.object({ blob: z.string() });
const listedRow = z.object({
  key: keyColumn,
  etag: z.string(),
  size: z.number(),
  modified: z.number(),
  checksumType: z.enum(['COMPOSITE', 'FULL_OBJECT']),
});
const objectRow = listedRow.extend({
  id: z.number(),
  checksum: z.string(),
  attributes: json.pipe(attributesSchema),
  upload: z
    .string()
    .nullable()
    .transform((id) => id ?? undefined),
});
const uploadRow = z.object({
  id: z.string(),
  key: keyColumn,
  initiated: z.number(),
  attributes: json.pipe(attributesSchema),
});
const partRow = z.object({
  number: z.number(),
  blob: z.string(),
  size: z.number(),
  etag: z.string(),
  checksum: z.string(),
  modified: z.number(),
});

const listedColumns = 'key, etag, size, modified, checksum_type AS checksumType';

/**
 * Opens the index, which only one process can have open at a time. `released` is told, after each commit, of blobs
 * that lost a reference.
 */
export function openCatalog(file: string, released: (blobs: readonly string[]) => void): Catalog {
  const database = openDatabase(file, tables, formerColumns);

  function statement(sql: string): (...values: SQLInputValue[]) => Record<string, SQLOutputValue>[] {
    const prepared = database.prepare(sql);
    return (...values) => prepared.all(...values);
  }

  const selectBucket = statement('SELECT 1 FROM bucket WHERE name = ?');
  const insertBucket = statement('INSERT INTO bucket VALUES (?, ?)');
  const selectObject = statement(
    `SELECT id, ${listedColumns}, checksum, attributes, upload FROM object WHERE bucket = ? AND key = ?`,
  );
  const selectSegments = statement('SELECT blob, size FROM segment WHERE object = ? ORDER BY place');
  const insertObject = statement(
    `INSERT INTO object (bucket, key, etag, size, modified, checksum, checksum_type, attributes, upload)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
  );
  const insertSegment = statement('INSERT INTO segment VALUES (?, ?, ?, ?)');
  const deleteObjectRow = statement('DELETE FROM object WHERE id = ?');
  const selectListed = statement(
    `SELECT ${listedColumns} FROM object WHERE bucket = ? AND key >= ? AND key < ? ORDER BY key LIMIT ?`,
  );
  const insertUpload = statement('INSERT INTO upload (id, bucket, key, initiated, attributes) VALUES (?, ?, ?, ?, ?)');
  const selectUpload = statement(
    'SELECT id, key, initiated, attributes FROM upload WHERE id = ? AND bucket = ? AND key = ?',
  );
  const deleteUpload = statement('DELETE FROM upload WHERE id = ?');
  const selectParts = statement(
    'SELECT number, blob, size, etag, checksum, modified FROM part WHERE upload = ? ORDER BY number',
  );
  const selectPartBlob = statement('SELECT blob FROM part WHERE upload = ? AND number = ?');
  const upsertPart = statement(
    'INSERT OR REPLACE INTO part (upload, number, blob, size, etag, checksum, modified) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const selectReference = statement(
    'SELECT 1 FROM segment WHERE blob = ?1 UNION ALL SELECT 1 FROM part WHERE blob = ?1 LIMIT 1',
  );

  /** Runs the change as one transaction; `lost` collects the blobs that it takes a reference from. */
  function change<T>(write: (lost: string[]) => T): T {
    const lost: string[] = [];
    const result = transact(database, () => write(lost));
    if (lost.length > 0) released(lost);
    return result;
  }

  function readObject(bucket: string, key: string): (StoredObject & { readonly id: number }) | undefined {
    const [row] = selectObject(bucket, Buffer.from(key));
    if (row === undefined) return undefined;
    const { checksum, checksumType, ...facts } = objectRow.parse(row);
    return {
      ...facts,
      checksum: { value: checksum, type: checksumType },
      segments: z.array(segmentRow).parse(selectSegments(facts.id)),
    };
  }

  function removeObject(object: StoredObject & { readonly id: number }, lost: string[]): void {
    lost.push(...object.segments.map(({ blob }) => blob));
    deleteObjectRow(object.id);
  }

  function removeUpload(id: string, lost: string[]): void {
    lost.push(
      ...z
        .array(blobRow)
        .parse(selectParts(id))
        .map(({ blob }) => blob),
    );
    deleteUpload(id);
  }

  function findUpload(bucket: string, key: string, id: string): Upload | undefined {
    const [row] = selectUpload(id, bucket, Buffer.from(key));
    return row === undefined ? undefined : uploadRow.parse(row);
  }

  return {
    findUpload,
    findObject: readObject,
    hasBucket: (bucket) => selectBucket(bucket).length > 0,
    createBucket: (bucket, now) =>
      change(() => {
        if (selectBucket(bucket).length > 0) return false;
        insertBucket(bucket, now);
        return true;
      }),
    putObject: (bucket, key, object, condition) =>
      change((lost) => {
        if (object.upload !== undefined && findUpload(bucket, key, object.upload) === undefined)
          return new Refusal('NoSuchUpload');
        const existing = readObject(bucket, key);
        if (existing !== undefined && condition === 'absent') return new Refusal('PreconditionFailed');
        if (existing !== undefined) removeObject(existing, lost);
        const [row] = insertObject(
          bucket,
          Buffer.from(key),
          object.etag,
          object.size,
          object.modified,
          object.checksum.value,
          object.checksum.type,
          JSON.stringify(object.attributes),
          object.upload ?? null,
        );
        const { id } = z.object({ id: z.number() }).parse(row);
        for (const [place, { blob, size }] of object.segments.entries()) insertSegment(id, place, blob, size);
        if (object.upload !== undefined) removeUpload(object.upload, lost);
        return undefined;
      }),
    deleteObject: (bucket, key) =>
      change((lost) => {
        const existing = readObject(bucket, key);
        if (existing !== undefined) removeObject(existing, lost);
      }),
    listObjects: (bucket, prefix, from, limit) =>
      z.array(listedRow).parse(selectListed(bucket, later(prefix, from), afterAll(prefix), limit)),
    createUpload: (bucket, upload) =>
      change(() => {
        const attributes = JSON.stringify(upload.attributes);
        insertUpload(upload.id, bucket, Buffer.from(upload.key), upload.initiated, attributes);
      }),
    putPart: (bucket, key, upload, part) =>
      change((lost) => {
        if (findUpload(bucket, key, upload) === undefined) return false;
        lost.push(
          ...z
            .array(blobRow)
            .parse(selectPartBlob(upload, part.number))
            .map(({ blob }) => blob),
        );
        upsertPart(upload, part.number, part.blob, part.size, part.etag, part.checksum, part.modified);
        return true;
      }),
    listParts: (upload) => z.array(partRow).parse(selectParts(upload)),
    abortUpload: (bucket, key, id) =>
      change((lost) => {
        if (findUpload(bucket, key, id) === undefined) return false;
        removeUpload(id, lost);
        return true;
      }),
    referencesBlob: (blob) => selectReference(blob).length > 0,
    close: () => database.close(),
  };
}

function later(a: Buffer, b: Buffer): Buffer {
  return Buffer.compare(a, b) >= 0 ? a : b;
}

/** The first place behind every key that starts with `prefix`; no UTF-8 text has a byte 0xff. */
export function afterAll(prefix: Buffer): Buffer {
  const last = prefix.at(-1);
  return last === undefined ? Buffer.of(0xff) : Buffer.concat([prefix.subarray(0, -1), Buffer.of(last + 1)]);
}
