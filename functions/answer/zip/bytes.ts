import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

const pieceBytes = 262_144;

/** Reads a file once from its start, and hashes the bytes that it reads. */
export class Bytes {
  position = 0;
  private readonly file: FileHandle;
  private hash = createHash('sha256');

  constructor(file: FileHandle) {
    this.file = file;
  }

  /** Reads the next `length` bytes into memory, or fewer at the end of the file. Use `pieces` for large contents. */
  async take(length: number): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    for await (const part of this.pieces(length)) parts.push(part);
    return Buffer.concat(parts);
  }

  /** Reads the next `length` bytes piece by piece, or fewer at the end of the file. */
  async *pieces(length: number): AsyncGenerator<Uint8Array, void, undefined> {
    for (let left = length; left > 0;) {
      const piece = await readAt(this.file, this.position, Math.min(left, pieceBytes));
      if (piece.length === 0) return;
      this.position += piece.length;
      left -= piece.length;
      this.hash.update(piece);
      yield piece;
    }
  }

  /** The SHA-256 (hex) of all bytes that were read so far. */
  sha256(): string {
    return this.hash.copy().digest('hex');
  }
}

/** Reads `length` bytes from `position`, or fewer at the end of the file. */
export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(buffer, read, length - read, position + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return buffer.subarray(0, read);
}
