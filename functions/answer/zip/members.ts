import { inflateRawSync } from 'node:zlib';

/** The most bytes that are unpacked from one zip, because a small zip can contain very many bytes. */
const mostInflated = 64 * 1024 * 1024;

/** Whether a file begins as a zip does. DOCX, XLSX and ODT are zips. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * Yields the contents of the files in a zip, one after the other. Anybody may have written the zip. So the function
 * stops where the zip cannot be read, or where it would unpack too many bytes. Encrypted files are left out.
 */
export function* membersOf(zip: Buffer): Generator<Uint8Array, void> {
  let left = mostInflated;
  let at = directoryOf(zip);
  while (at !== undefined && at + 46 <= zip.length && zip.readUInt32LE(at) === 0x0201_4b50) {
    const content = memberAt(zip, at, left);
    if (content === undefined) return;
    left -= content.length;
    yield content;
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

/**
 * The position of the central directory. The record at the end of the zip contains it; a comment may follow that
 * record.
 */
function directoryOf(zip: Buffer): number | undefined {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  return end === -1 || end + 22 > zip.length ? undefined : zip.readUInt32LE(end + 16);
}

/** The content of the file whose record in the central directory is at `at`; `undefined` if it cannot be read. */
function memberAt(zip: Buffer, at: number, most: number): Uint8Array | undefined {
  const nothing = new Uint8Array();
  const [flags, method, bytes] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
  const header = zip.readUInt32LE(at + 42);
  const isEncrypted = (flags & 1) === 1;
  if (isEncrypted || header + 30 > zip.length) return nothing;
  const from = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const stored = zip.subarray(from, from + bytes);
  if (method === 0) return stored.length > most ? undefined : stored;
  if (method !== 8) return nothing;
  try {
    // A length of 0 would mean no limit.
    return most <= 0 ? undefined : inflateRawSync(stored, { maxOutputLength: most });
  } catch {
    return undefined;
  }
}
