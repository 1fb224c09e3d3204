import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../../sync-folder.ts';

/** A blob is a file with the bytes of an object, or of one part of a multipart upload. `blob` is its id. */
export interface Segment {
  readonly blob: string;
  /** Bytes. */
  readonly size: number;
}

export interface BlobWriter {
  write(piece: Uint8Array): Promise<void>;
  /** Flushes the file to the disk, moves it to `blobs/`, and returns the id of the blob. */
  seal(): Promise<string>;
  /** Removes the file if `seal` was not called; has no effect after `seal`. */
  abandon(): Promise<void>;
}

/**
 * Keeps the bytes of an object readable until `release` is called. If the object is deleted in the meantime, its blobs
 * are removed after `release`.
 */
export interface BlobHold {
  /** The bytes from `start` (inclusive) to `end` (exclusive). */
  read(start: number, end: number): AsyncIterable<Buffer>;
  release(): void;
}

export interface Blobs {
  create(): Promise<BlobWriter>;
  hold(segments: readonly Segment[]): BlobHold;
  /**
   * Removes each of these blobs unless a row of the index (`catalog.ts`) refers to it. A blob that is being read is
   * removed after the read.
   */
  discard(blobs: readonly string[]): void;
  /** Waits until all discarded blobs are removed. */
  settle(): Promise<void>;
}

interface Environment {
  readonly folder: string;
  readonly newId: () => string;
  /** Whether a row of the index (`catalog.ts`) refers to the blob. */
  readonly referenced: (blob: string) => boolean;
}

/**
 * Stores blobs as files with random names. A file is written in `incoming/`, flushed to the disk, and then moved to
 * `blobs/`. At the start, files of an earlier run are removed if no row in the index refers to them.
 */
export async function openBlobs({ folder, newId, referenced }: Environment): Promise<Blobs> {
  const incoming = path.join(folder, 'incoming');
  const sealed = path.join(folder, 'blobs');
  await mkdir(incoming, { recursive: true });
  await mkdir(sealed, { recursive: true });
  for (const name of await readdir(incoming)) await unlink(path.join(incoming, name));
  for (const name of await readdir(sealed)) if (!referenced(name)) await unlink(path.join(sealed, name));

  const readers = new Map<string, number>();
  const removals = new Set<Promise<void>>();

  function remove(blob: string): void {
    // A file that cannot be removed now is removed at the next start.
    const removal: Promise<void> = unlink(path.join(sealed, blob))
      .catch(() => undefined)
      .finally(() => removals.delete(removal));
    removals.add(removal);
  }

  function discard(blobs: readonly string[]): void {
    for (const blob of blobs) if (!readers.has(blob) && !referenced(blob)) remove(blob);
  }

  return {
    discard,
    async create() {
      const id = newId();
      let place = path.join(incoming, id);
      const file = await open(place, 'wx');
      let finished = false;
      return {
        async write(piece) {
          let offset = 0;
          while (offset < piece.length) offset += (await file.write(piece, offset)).bytesWritten;
        },
        async seal() {
          await file.sync();
          await file.close();
          const target = path.join(sealed, id);
          await rename(place, target);
          place = target;
          await syncFolder(sealed);
          finished = true;
          return id;
        },
        async abandon() {
          if (finished) return;
          finished = true;
          await file.close().catch(() => undefined);
          await unlink(place).catch(() => undefined);
        },
      };
    },
    hold(segments) {
      for (const { blob } of segments) readers.set(blob, (readers.get(blob) ?? 0) + 1);
      let released = false;
      return {
        async *read(start, end) {
          let position = 0;
          for (const { blob, size } of segments) {
            const from = Math.max(start - position, 0);
            const to = Math.min(end - position, size);
            if (from < to) yield* readFile(path.join(sealed, blob), from, to);
            position += size;
          }
        },
        release() {
          if (released) return;
          released = true;
          for (const { blob } of segments) {
            const others = (readers.get(blob) ?? 1) - 1;
            if (others > 0) readers.set(blob, others);
            else readers.delete(blob);
          }
          discard(segments.map(({ blob }) => blob));
        },
      };
    },
    async settle() {
      await Promise.all(removals);
    },
  };
}

async function* readFile(file: string, from: number, to: number): AsyncIterable<Buffer> {
  let left = to - from;
  for await (const chunk of createReadStream(file, { start: from, end: to - 1, highWaterMark: 256 * 1024 })) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('the stream of a blob must give bytes');
    left -= chunk.length;
    yield chunk;
  }
  if (left > 0) throw new Error('a blob is shorter than the index says');
}
