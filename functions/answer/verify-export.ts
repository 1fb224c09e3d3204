import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { manifestPath, manifestSchema, pathSchema, type Manifest, type ManifestFile } from './manifest.ts';
import { Bytes, readAt } from './zip/bytes.ts';
import { printable, readDirectory, Refusal, type Directory } from './zip/directory.ts';
import { descriptor, dosTime, localHeader, type Entry } from './zip/format.ts';

/**
 * The result of checking a package. `path` names the entry of the package that is wrong; `.` stands for the whole
 * package.
 */
export type ExportVerdict =
  | { readonly ok: true; readonly entries: number; readonly signature: 'none' }
  | { readonly ok: false; readonly reason: string; readonly path: string };

const mostManifestBytes = 256 * 1024 * 1024;

/**
 * Checks that every byte of the package at `path` is as our writer wrote it. Different zip bytes can unpack to the same
 * files, so a check of the unpacked files is not enough.
 *
 * The function compares the headers with those that our writer makes, and the files with the manifest. The bytes before
 * the manifest are also compared with their hash in the manifest. The files are read once, in pieces. Unpacking stops
 * at the size that the manifest states.
 *
 * The function does not throw. A file that cannot be read gives a result with `ok: false`.
 */
export async function verifyExport(path: string): Promise<ExportVerdict> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const { size } = await file.stat();
    const entries = await verify(file, size);
    return { ok: true, entries, signature: 'none' };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message, path: error.path };
    return { ok: false, reason: `the file cannot be read (${errorCode(error)})`, path: '.' };
  } finally {
    await file?.close();
  }
}

async function verify(file: FileHandle, size: number): Promise<number> {
  const directory = await readDirectory(file, size);
  const { manifest, entry: manifestEntry } = await readManifest(file, directory);
  const bytes = new Bytes(file);
  for (const [index, entry] of directory.entries.entries()) {
    if (entry === manifestEntry) continue;
    const listed = manifest.files[index];
    if (listed === undefined || listed.path !== entry.path)
      throw new Refusal('the files or their order differ from the manifest', printable(entry.path));
    await verifyFile(bytes, entry, listed, directory);
  }
  if (manifest.files.length !== directory.entries.length - 1)
    throw new Refusal('a file of the manifest is missing', manifest.files[directory.entries.length - 1]?.path);
  if (bytes.position !== manifestEntry.offset) throw new Refusal('there are bytes between the entries', manifestPath);
  if (manifest.packed.bytes !== bytes.position || manifest.packed.sha256 !== bytes.sha256())
    throw new Refusal(
      'the files have the content in the manifest, but the bytes of the package differ from what we wrote',
    );
  return directory.entries.length;
}

/** Reads the manifest, which must be the last entry and not compressed. */
async function readManifest(file: FileHandle, directory: Directory): Promise<{ manifest: Manifest; entry: Entry }> {
  const entry = directory.entries.at(-1);
  if (entry?.path !== manifestPath || entry.method !== 'stored')
    throw new Refusal('the manifest is not the last file', manifestPath);
  if (entry.bytes !== entry.packedBytes || entry.bytes > mostManifestBytes)
    throw new Refusal('the manifest has an impossible size', manifestPath);
  const header = localHeader(entry, directory.at);
  if (entry.offset + header.length + entry.bytes !== directory.offset)
    throw new Refusal('there are bytes around the manifest', manifestPath);
  const stored = await readAt(file, entry.offset, header.length + entry.bytes);
  const content = stored.subarray(header.length);
  if (!stored.subarray(0, header.length).equals(header))
    throw new Refusal('the header differs from the one that we write', manifestPath);
  if (crc32(content) !== entry.crc) throw new Refusal('the content has been changed', manifestPath);
  const manifest = manifestSchema.safeParse(parseJson(content));
  if (!manifest.success) {
    const place = manifest.error.issues[0]?.path.join('.') ?? '';
    throw new Refusal(`the manifest is invalid: ${place === '' ? 'no JSON object' : place}`, manifestPath);
  }
  const expected = dosTime(manifest.data.createdAt);
  if (expected.date !== directory.at.date || expected.time !== directory.at.time)
    throw new Refusal('the time of the entries differs from the time in the manifest');
  return { manifest: manifest.data, entry };
}

function parseJson(content: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content));
  } catch {
    return undefined;
  }
}

async function verifyFile(bytes: Bytes, entry: Entry, listed: ManifestFile, { at, offset }: Directory): Promise<void> {
  const { path } = entry;
  if (!pathSchema.safeParse(path).success) throw new Refusal('the path is not a plain relative path', printable(path));
  if (entry.method !== 'deflated') throw new Refusal('the file is not packed as we pack it', path);
  if (entry.offset !== bytes.position) throw new Refusal('there are bytes before the entry', path);
  const header = localHeader(entry, at);
  const trailer = descriptor(entry);
  if (entry.offset + header.length + entry.packedBytes + trailer.length > offset)
    throw new Refusal('the entry does not fit into the file', path);
  if (entry.bytes !== listed.bytes) throw new Refusal('the size differs from the size in the manifest', path);
  if (!(await bytes.take(header.length)).equals(header))
    throw new Refusal('the header differs from the one that we write', path);
  const content = await inflate(bytes, entry);
  if (content.crc !== entry.crc || content.sha256 !== listed.sha256)
    throw new Refusal('the content has been changed', path);
  if (!(await bytes.take(trailer.length)).equals(trailer))
    throw new Refusal('the descriptor differs from the one that we write', path);
}

/**
 * Unpacks an entry and hashes the content without keeping it. Throws a `Refusal` as soon as the content is longer than
 * declared.
 */
async function inflate(bytes: Bytes, entry: Entry): Promise<{ readonly crc: number; readonly sha256: string }> {
  const inflater = createInflateRaw();
  const fed = pipeline(bytes.pieces(entry.packedBytes), inflater);
  fed.catch(() => {});
  const hash = createHash('sha256');
  let crc = 0;
  let length = 0;
  try {
    const pieces: AsyncIterable<Uint8Array> = inflater;
    for await (const piece of pieces) {
      length += piece.length;
      if (length > entry.bytes) throw new Refusal('the content is longer than declared', entry.path);
      crc = crc32(piece, crc);
      hash.update(piece);
    }
    // If bytes follow the end of the compressed stream, `bytesWritten` is smaller than `packedBytes`. Hidden data could
    // be in these bytes.
    if (length !== entry.bytes || inflater.bytesWritten !== entry.packedBytes)
      throw new Refusal('the content is shorter than declared', entry.path);
    await fed;
  } catch (error) {
    inflater.destroy();
    throw error instanceof Refusal ? error : new Refusal('the content cannot be unpacked', entry.path);
  }
  return { crc, sha256: hash.digest('hex') };
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
