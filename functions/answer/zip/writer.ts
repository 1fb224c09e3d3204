import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { blocks } from './blocks.ts';
import { centralRecord, descriptor, dosTime, endRecords, localHeader, type Entry } from './format.ts';

/** The size and the SHA-256 (hex) of one file before compression. */
export interface Packed {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Deflate level: 0 for content that is already compressed, 6 for other content. */
export type Level = 0 | 6;

/** Writes a zip piece by piece. The caller must read each generator to its end before the next call. */
export interface ZipWriter {
  add(path: string, content: AsyncIterable<string | Uint8Array>, level: Level): AsyncGenerator<Uint8Array, Packed>;
  /**
   * Adds a file without compression. The manifest is added in this way, so that the checker can read it without
   * unpacking anything.
   */
  addStored(path: string, content: Uint8Array): Generator<Uint8Array, void>;
  /** Yields the central directory and the end records of the zip. */
  finish(): Generator<Uint8Array, void>;
  /** The number of bytes and entries written so far, and the SHA-256 (hex) of the bytes. */
  soFar(): { readonly bytes: number; readonly sha256: string; readonly entries: number };
}

/**
 * Starts a zip. Every entry of the zip gets the time `createdAt` (ISO 8601). The same files in the same order give the
 * same bytes.
 */
export function zipWriter(createdAt: string): ZipWriter {
  const at = dosTime(createdAt);
  const entries: Entry[] = [];
  const hash = createHash('sha256');
  let position = 0;

  function* give(piece: Uint8Array): Generator<Uint8Array, void> {
    if (piece.length === 0) return;
    hash.update(piece);
    position += piece.length;
    yield piece;
  }

  return {
    async *add(path, content, level) {
      const start: Entry = { path, method: 'deflated', crc: 0, packedBytes: 0, bytes: 0, offset: position };
      yield* give(localHeader(start, at));
      const dataStart = position;
      const measured = measure(content);
      for await (const piece of deflated(measured.content, level)) yield* give(piece);
      const { crc, bytes, sha256 } = measured.result();
      const entry: Entry = { ...start, crc, bytes, packedBytes: position - dataStart };
      yield* give(descriptor(entry));
      entries.push(entry);
      return { path, bytes, sha256 };
    },
    *addStored(path, content) {
      const entry: Entry = {
        path,
        method: 'stored',
        crc: crc32(content),
        packedBytes: content.length,
        bytes: content.length,
        offset: position,
      };
      yield* give(localHeader(entry, at));
      yield* give(content);
      entries.push(entry);
    },
    *finish() {
      const offset = position;
      for (const entry of entries) yield* give(centralRecord(entry, at));
      yield* give(endRecords({ entries: entries.length, offset, bytes: position - offset }));
    },
    soFar: () => ({ bytes: position, sha256: hash.copy().digest('hex'), entries: entries.length }),
  };
}

function measure(content: AsyncIterable<string | Uint8Array>) {
  const hash = createHash('sha256');
  let crc = 0;
  let bytes = 0;
  async function* watched(): AsyncGenerator<Uint8Array, void> {
    for await (const block of blocks(content)) {
      hash.update(block);
      crc = crc32(block, crc);
      bytes += block.length;
      yield block;
    }
  }
  return { content: watched(), result: () => ({ crc, bytes, sha256: hash.digest('hex') }) };
}

async function* deflated(content: AsyncIterable<Uint8Array>, level: Level): AsyncGenerator<Uint8Array, void> {
  const deflate = createDeflateRaw({ level });
  const fed = pipeline(content, deflate);
  // If `content` fails, `deflate` fails too, and the loop below throws the error. `fed` is awaited only after the loop,
  // so this line prevents an unhandled rejection.
  fed.catch(() => {});
  const pieces: AsyncIterable<Uint8Array> = deflate;
  for await (const piece of pieces) yield piece;
  await fed;
}
