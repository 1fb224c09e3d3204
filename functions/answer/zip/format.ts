// The headers of a package. `writer.ts` writes the output of these functions, and `export verify` compares a package
// with the same output. Source: PKWARE APPNOTE 6.3.10, sections 4.3.7 (local header), 4.3.9 (descriptor), 4.3.12-16
// (directory, end, ZIP64).

/** Date and time as MS-DOS encodes them, in steps of two seconds and without a time zone. Our packages use UTC. */
export interface DosTime {
  readonly date: number;
  readonly time: number;
}

/** What the headers say about one entry. */
export interface Entry {
  readonly path: string;
  /** A `deflated` entry has its sizes in a descriptor after the data. A `stored` entry has them in the local header. */
  readonly method: 'stored' | 'deflated';
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** The position of the entry's local header in the file. */
  readonly offset: number;
}

export const localHeaderBytes = 30;
export const centralRecordBytes = 46;
export const endRecordBytes = 22;
/** The length in bytes of the ZIP64 end record together with the ZIP64 locator. Both are before the end record. */
export const zip64EndBytes = 76;
export const zip64ExtraBytes = 28;

const madeByUnix63 = (3 << 8) | 63;
const plainFile = 0o100644;
const utf8Names = 1 << 11;
const sizesFollow = 1 << 3;
const limit32 = 0xffff_ffff;
const limit16 = 0xffff;

/**
 * Converts an instant (ISO 8601) to UTC in MS-DOS form. A year before 1980 or after 2107 gives the nearest possible
 * time.
 */
export function dosTime(instant: string): DosTime {
  const at = new Date(instant);
  const year = at.getUTCFullYear();
  if (year < 1980) return { date: (1 << 5) | 1, time: 0 };
  if (year > 2107) return { date: (127 << 9) | (12 << 5) | 31, time: (23 << 11) | (59 << 5) | 29 };
  return {
    date: ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | Math.floor(at.getUTCSeconds() / 2),
  };
}

/** Whether a size or the position of the entry needs 64 bits. */
export function isZip64(entry: Entry): boolean {
  return entry.bytes >= limit32 || entry.packedBytes >= limit32 || entry.offset >= limit32;
}

export function localHeader(entry: Entry, at: DosTime): Buffer {
  const name = Buffer.from(entry.path);
  const header = Buffer.alloc(localHeaderBytes);
  const known = entry.method === 'stored';
  header.writeUInt32LE(0x0403_4b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags(entry), 6);
  header.writeUInt16LE(methodNumber(entry), 8);
  header.writeUInt16LE(at.time, 10);
  header.writeUInt16LE(at.date, 12);
  header.writeUInt32LE(known ? entry.crc : 0, 14);
  header.writeUInt32LE(known ? entry.packedBytes : 0, 18);
  header.writeUInt32LE(known ? entry.bytes : 0, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

/** The descriptor that follows the data of a deflated entry. Empty for a stored entry. */
export function descriptor(entry: Entry): Buffer {
  if (entry.method === 'stored') return Buffer.alloc(0);
  const wide = isZip64(entry);
  const record = Buffer.alloc(wide ? 24 : 16);
  record.writeUInt32LE(0x0807_4b50, 0);
  record.writeUInt32LE(entry.crc, 4);
  if (wide) {
    record.writeBigUInt64LE(BigInt(entry.packedBytes), 8);
    record.writeBigUInt64LE(BigInt(entry.bytes), 16);
  } else {
    record.writeUInt32LE(entry.packedBytes, 8);
    record.writeUInt32LE(entry.bytes, 12);
  }
  return record;
}

export function centralRecord(entry: Entry, at: DosTime): Buffer {
  const name = Buffer.from(entry.path);
  const wide = isZip64(entry);
  const extra = Buffer.alloc(wide ? zip64ExtraBytes : 0);
  if (wide) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(zip64ExtraBytes - 4, 2);
    extra.writeBigUInt64LE(BigInt(entry.bytes), 4);
    extra.writeBigUInt64LE(BigInt(entry.packedBytes), 12);
    extra.writeBigUInt64LE(BigInt(entry.offset), 20);
  }
  const record = Buffer.alloc(centralRecordBytes);
  record.writeUInt32LE(0x0201_4b50, 0);
  record.writeUInt16LE(madeByUnix63, 4);
  record.writeUInt16LE(wide ? 45 : 20, 6);
  record.writeUInt16LE(flags(entry), 8);
  record.writeUInt16LE(methodNumber(entry), 10);
  record.writeUInt16LE(at.time, 12);
  record.writeUInt16LE(at.date, 14);
  record.writeUInt32LE(entry.crc, 16);
  record.writeUInt32LE(wide ? limit32 : entry.packedBytes, 20);
  record.writeUInt32LE(wide ? limit32 : entry.bytes, 24);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt32LE((plainFile << 16) >>> 0, 38);
  record.writeUInt32LE(wide ? limit32 : entry.offset, 42);
  return Buffer.concat([record, name, extra]);
}

/** The records that follow the central directory: the ZIP64 records if they are needed, and the end record. */
export function endRecords(directory: { readonly entries: number; readonly offset: number; readonly bytes: number }) {
  const wide = directory.entries >= limit16 || directory.offset >= limit32 || directory.bytes >= limit32;
  const end = Buffer.alloc(endRecordBytes);
  const entries = Math.min(directory.entries, limit16);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(Math.min(directory.bytes, limit32), 12);
  end.writeUInt32LE(Math.min(directory.offset, limit32), 16);
  if (!wide) return end;
  const wideEnd = Buffer.alloc(zip64EndBytes);
  wideEnd.writeUInt32LE(0x0606_4b50, 0);
  wideEnd.writeBigUInt64LE(44n, 4);
  wideEnd.writeUInt16LE(madeByUnix63, 12);
  wideEnd.writeUInt16LE(45, 14);
  wideEnd.writeBigUInt64LE(BigInt(directory.entries), 24);
  wideEnd.writeBigUInt64LE(BigInt(directory.entries), 32);
  wideEnd.writeBigUInt64LE(BigInt(directory.bytes), 40);
  wideEnd.writeBigUInt64LE(BigInt(directory.offset), 48);
  wideEnd.writeUInt32LE(0x0706_4b50, 56);
  wideEnd.writeBigUInt64LE(BigInt(directory.offset + directory.bytes), 64);
  wideEnd.writeUInt32LE(1, 72);
  return Buffer.concat([wideEnd, end]);
}

function flags(entry: Entry): number {
  return entry.method === 'stored' ? utf8Names : utf8Names | sizesFollow;
}

function methodNumber(entry: Entry): number {
  return entry.method === 'stored' ? 0 : 8;
}
