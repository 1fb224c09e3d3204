import type { FileHandle } from 'node:fs/promises';
import { readAt } from './bytes.ts';
import {
  centralRecord,
  centralRecordBytes,
  endRecordBytes,
  endRecords,
  zip64EndBytes,
  zip64ExtraBytes,
  type DosTime,
  type Entry,
} from './format.ts';

/**
 * The error for a file that our writer did not write. `path` names the entry that is wrong; `.` stands for the whole
 * package.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly path: string;

  constructor(reason: string, path = '.') {
    super(reason);
    this.path = path;
  }
}

export interface Directory {
  readonly entries: readonly Entry[];
  /** The position of the central directory in the file, which is also the end of the last entry. */
  readonly offset: number;
  readonly at: DosTime;
}

// A forged zip can declare any number of entries. This limit protects the memory of `export verify`.
const mostEntries = 1_000_000;
const wholePackage = '.';

/**
 * Reads the central directory and the end records of a file of `size` bytes. Compares every byte with what our writer
 * would write. Throws a `Refusal` for any difference.
 */
export async function readDirectory(file: FileHandle, size: number): Promise<Directory> {
  const { offset, entries: number, end } = await readEnd(file, size);
  const reader = directoryReader(file, offset, end);
  const entries: Entry[] = [];
  let at: DosTime | undefined;
  for (let index = 0; index < number; index += 1) {
    const fixed = await reader.take(centralRecordBytes);
    const nameBytes = fixed.readUInt16LE(28);
    const extraBytes = fixed.readUInt16LE(30);
    if (extraBytes !== 0 && extraBytes !== zip64ExtraBytes) throw new Refusal('an entry carries extra fields');
    const variable = await reader.take(nameBytes + extraBytes);
    const entry = readEntry(fixed, variable.toString('utf8', 0, nameBytes), variable.subarray(nameBytes));
    at ??= { time: fixed.readUInt16LE(12), date: fixed.readUInt16LE(14) };
    if (!Buffer.concat([fixed, variable]).equals(centralRecord(entry, at)))
      throw new Refusal('the central directory differs from the one that we write', printable(entry.path));
    entries.push(entry);
  }
  if (reader.left() > 0) throw new Refusal('the central directory is longer than declared');
  if (at === undefined) throw new Refusal('the package holds no files');
  return { entries, offset, at };
}

async function readEnd(file: FileHandle, size: number) {
  const tail = await readAt(file, Math.max(0, size - endRecordBytes - zip64EndBytes), endRecordBytes + zip64EndBytes);
  const end = tail.subarray(Math.max(0, tail.length - endRecordBytes));
  if (end.length < endRecordBytes || end.readUInt32LE(0) !== 0x0605_4b50)
    throw new Refusal('the file is no zip, is cut off or has bytes after the end of the zip');
  const narrow = { entries: end.readUInt16LE(10), bytes: end.readUInt32LE(12), offset: end.readUInt32LE(16) };
  const wide = narrow.entries === 0xffff || narrow.bytes === 0xffff_ffff || narrow.offset === 0xffff_ffff;
  if (wide && tail.length < endRecordBytes + zip64EndBytes) throw new Refusal('the end of the zip is cut off');
  const directory = wide
    ? {
        entries: wholeNumber(tail.readBigUInt64LE(32)),
        bytes: wholeNumber(tail.readBigUInt64LE(40)),
        offset: wholeNumber(tail.readBigUInt64LE(48)),
      }
    : narrow;
  if (directory.entries > mostEntries) throw new Refusal('the zip declares too many files');
  const expected = endRecords(directory);
  if (
    directory.offset + directory.bytes + expected.length !== size ||
    !tail.subarray(tail.length - expected.length).equals(expected)
  )
    throw new Refusal('the end of the zip differs from the one that we write');
  return { ...directory, end: directory.offset + directory.bytes };
}

/** Reads the bytes from `start` to `end` in order. `take` throws a `Refusal` if fewer than `length` bytes are left. */
function directoryReader(file: FileHandle, start: number, end: number) {
  let position = start;
  let buffered: Buffer = Buffer.alloc(0);
  return {
    left: () => end - position,
    async take(length: number): Promise<Buffer> {
      if (position + length > end) throw new Refusal('the central directory is cut off');
      if (buffered.length < length) buffered = await readAt(file, position, Math.min(end - position, 131_072 + length));
      const taken = buffered.subarray(0, length);
      if (taken.length < length) throw new Refusal('the central directory is cut off');
      buffered = buffered.subarray(length);
      position += length;
      return taken;
    },
  };
}

function readEntry(fixed: Buffer, path: string, extra: Buffer): Entry {
  const wide = extra.length > 0;
  return {
    path,
    method: fixed.readUInt16LE(10) === 0 ? 'stored' : 'deflated',
    crc: fixed.readUInt32LE(16),
    bytes: wide ? wholeNumber(extra.readBigUInt64LE(4)) : fixed.readUInt32LE(24),
    packedBytes: wide ? wholeNumber(extra.readBigUInt64LE(12)) : fixed.readUInt32LE(20),
    offset: wide ? wholeNumber(extra.readBigUInt64LE(20)) : fixed.readUInt32LE(42),
  };
}

function wholeNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new Refusal('the zip declares an impossible size');
  return Number(value);
}

/**
 * The path if it has only safe characters, otherwise `.`. In a forged zip the names may contain control characters,
 * which must not reach the terminal.
 */
export function printable(path: string): string {
  return /^[\w./-]{1,180}$/.test(path) ? path : wholePackage;
}
