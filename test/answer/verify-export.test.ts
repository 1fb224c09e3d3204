import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifestText, type Manifest } from '#answer/manifest.ts';
import { verifyExport } from '#answer/verify-export.ts';
import { centralRecord, descriptor, dosTime, endRecords, localHeader, type Entry } from '#answer/zip/format.ts';
import { zipWriter, type Packed } from '#answer/zip/writer.ts';
import { attachment, finding, page, sampleInput, signing, system } from './sample.ts';
import { assembled } from './unpack.ts';
import { isLong, runs, seed } from '#test/support/random.ts';

const createdAt = '2026-11-04T10:20:31.000Z';
let folder = '';
let real: Buffer = Buffer.alloc(0);
let number = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'utdrag-verify-'));
  // A small package, so that many of its bits can be tried. One document is stored, and one is deflated.
  const text = Buffer.from('the same words again and again, '.repeat(20));
  const documents = [attachment('a', 'a', text, 'text/plain'), attachment('b', 'b', text)];
  const input = sampleInput({
    systems: [
      system('sign', [page('sign', 1, [finding('agreements', '1', { title: 'x' }, { attachments: documents })])], {
        resources: signing,
      }),
    ],
    document: async () => Readable.from([text]),
  });
  real = (await assembled(input)).zip;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function verdictOn(zip: Uint8Array) {
  number += 1;
  const file = path.join(folder, `${number}.zip`);
  await writeFile(file, zip);
  const verdict = await verifyExport(file);
  await rm(file);
  return verdict;
}

interface File {
  path: string;
  content: string | Buffer;
}

const plain: readonly File[] = [
  { path: 'index.html', content: '<!doctype html><title>x</title>' },
  { path: 'systems/a/b.json', content: '[]\n' },
];

/** A zip from our writer with a manifest that may be false. */
async function packed(
  files: readonly File[],
  lie: (manifest: Manifest) => object = (manifest) => manifest,
): Promise<Buffer> {
  const zip = zipWriter(createdAt);
  const parts: Uint8Array[] = [];
  const listed: Packed[] = [];
  for (const { path, content } of files) {
    const entry = zip.add(path, oneOf(Buffer.from(content)), 6);
    let step = await entry.next();
    for (; step.done !== true; step = await entry.next()) parts.push(step.value);
    listed.push(step.value);
  }
  const { bytes, sha256 } = zip.soFar();
  const manifest: Manifest = {
    schemaVersion: 1,
    reference: 'R-1',
    controller: { id: 'a', name: 'A' },
    language: 'sv',
    round: 1,
    createdAt,
    period: null,
    systems: [],
    files: listed.map((file) => ({ ...file, mediaType: 'text/plain' })),
    withheld: [],
    packed: { bytes, sha256 },
  };
  parts.push(...zip.addStored('manifest.json', Buffer.from(JSON.stringify(lie(manifest)))), ...zip.finish());
  return Buffer.concat(parts);
}

async function* oneOf(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

describe('the verdict on a package', () => {
  it('accepts a real one', async () => {
    expect(await verdictOn(real)).toEqual({ ok: true, entries: 10, signature: 'none' });
    expect(await verdictOn(await packed(plain))).toEqual({ ok: true, entries: 3, signature: 'none' });
  });

  it('refuses it with any one bit changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(real.length * 8 - 1), async (bit) => {
        const changed = Buffer.from(real);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect(await verdictOn(changed)).toMatchObject({ ok: false });
      }),
      { numRuns: runs(1_500) },
    );
  });

  it('refuses a bit changed in any byte of the manifest, the central directory and the end', async () => {
    const accepted: number[] = [];
    // A short run changes every fourth byte, from a start that the seed chooses.
    const step = isLong ? 1 : 4;
    for (let at = real.indexOf('manifest.json') - 30 + (seed % step); at < real.length; at += step) {
      const changed = Buffer.from(real);
      changed[at]! ^= 1 << (at % 8);
      if ((await verdictOn(changed)).ok) accepted.push(at);
    }
    expect(accepted).toEqual([]);
  });

  it('refuses it cut off anywhere, and with anything before or after it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(real.length - 1), async (length) => {
        expect(await verdictOn(real.subarray(0, length))).toMatchObject({ ok: false });
      }),
      { numRuns: 150 },
    );
    for (const extra of [Buffer.from([0]), Buffer.from('PK'), real]) {
      expect(await verdictOn(Buffer.concat([real, extra]))).toMatchObject({ ok: false });
      expect(await verdictOn(Buffer.concat([extra, real]))).toMatchObject({ ok: false });
    }
  });

  it('refuses the same files in another packing, and names the reason', async () => {
    const again = repack(real, (content) => deflateRawSync(content, { level: 9, strategy: 2 }));
    expect(await verdictOn(again)).toEqual({
      ok: false,
      path: '.',
      reason: 'the files have the content in the manifest, but the bytes of the package differ from what we wrote',
    });
  });

  it('refuses data behind the end of a deflate stream, and deflate streams without an end', async () => {
    const behind = repack(real, (content) => Buffer.concat([deflateRawSync(content), Buffer.from('behind')]));
    expect(await verdictOn(behind)).toMatchObject({ ok: false, path: 'index.html' });
    const open = repack(real, (content) => deflateRawSync(content).subarray(0, -1));
    expect(await verdictOn(open)).toMatchObject({ ok: false, path: 'index.html' });
    const nothing = repack(real, () => Buffer.alloc(0));
    expect(await verdictOn(nothing)).toMatchObject({ ok: false, path: 'index.html' });
  });

  it.each([
    [
      'a file that the manifest does not list',
      plain,
      (manifest: Manifest) => ({ ...manifest, files: manifest.files.slice(0, 1) }),
      'systems/a/b.json',
    ],
    [
      'a file that is only in the manifest',
      plain.slice(0, 1),
      (manifest: Manifest) => ({ ...manifest, files: [...manifest.files, { ...manifest.files[0], path: 'b.html' }] }),
      'b.html',
    ],
    [
      'files in another order',
      plain,
      (manifest: Manifest) => ({ ...manifest, files: manifest.files.toReversed() }),
      'index.html',
    ],
    [
      'another name',
      plain,
      (manifest: Manifest) => ({
        ...manifest,
        files: manifest.files.with(0, { ...manifest.files[0]!, path: 'Index.html' }),
      }),
      'index.html',
    ],
    [
      'another hash',
      plain,
      (manifest: Manifest) => ({
        ...manifest,
        files: manifest.files.with(1, { ...manifest.files[1]!, sha256: '0'.repeat(64) }),
      }),
      'systems/a/b.json',
    ],
    [
      'another size',
      plain,
      (manifest: Manifest) => ({ ...manifest, files: manifest.files.with(1, { ...manifest.files[1]!, bytes: 4 }) }),
      'systems/a/b.json',
    ],
    [
      'no media type',
      plain,
      (manifest: Manifest) => ({
        ...manifest,
        files: manifest.files.with(1, { ...manifest.files[1]!, mediaType: '' }),
      }),
      'manifest.json',
    ],
    [
      'a system with other numbers',
      plain,
      (manifest: Manifest) => ({
        ...manifest,
        systems: [{ id: 'a', title: 'A', outcome: 'found', records: 1, files: 7 }],
      }),
      'manifest.json',
    ],
    [
      'a file of a system that is not listed',
      plain,
      (manifest: Manifest) => ({ ...manifest, files: manifest.files.with(1, { ...manifest.files[1]!, system: 'a' }) }),
      'manifest.json',
    ],
    ['another time', plain, (manifest: Manifest) => ({ ...manifest, createdAt: '2026-11-04T10:20:33.000Z' }), '.'],
    ['another version', plain, (manifest: Manifest) => ({ ...manifest, schemaVersion: 2 }), 'manifest.json'],
    ['an unknown field', plain, (manifest: Manifest) => ({ ...manifest, extra: true }), 'manifest.json'],
    [
      'another hash of the zip',
      plain,
      (manifest: Manifest) => ({ ...manifest, packed: { ...manifest.packed, sha256: '0'.repeat(64) } }),
      '.',
    ],
    [
      'another length of the zip',
      plain,
      (manifest: Manifest) => ({ ...manifest, packed: { ...manifest.packed, bytes: 1 } }),
      '.',
    ],
    ['no object', plain, () => [], 'manifest.json'],
    [
      'a path that climbs',
      [{ path: '../index.html', content: 'x' }],
      (manifest: Manifest) => manifest,
      'manifest.json',
    ],
    ['an absolute path', [{ path: '/etc/passwd', content: 'x' }], (manifest: Manifest) => manifest, 'manifest.json'],
    ['a backslash', [{ path: 'a\\b', content: 'x' }], (manifest: Manifest) => manifest, 'manifest.json'],
    ['an invisible character', [{ path: 'a\u202eb', content: 'x' }], (manifest: Manifest) => manifest, 'manifest.json'],
    ['a name twice', [plain[0]!, plain[0]!], (manifest: Manifest) => manifest, 'manifest.json'],
    [
      'a name twice in other letters',
      [plain[0]!, { path: 'INDEX.html', content: 'x' }],
      (manifest: Manifest) => manifest,
      'manifest.json',
    ],
    [
      'a second manifest',
      [{ path: 'manifest.json', content: '{}' }],
      (manifest: Manifest) => manifest,
      'manifest.json',
    ],
  ] as [string, readonly File[], (manifest: Manifest) => object, string][])(
    'refuses a manifest with %s',
    async (_, files, lie, path) => {
      expect(await verdictOn(await packed(files, lie))).toMatchObject({ ok: false, path });
    },
  );

  it('refuses entries that were exchanged, added or left out', async () => {
    const entries = entriesOf(real);
    const swapped = entries.with(1, entries[2]!).with(2, entries[1]!);
    for (const changed of [
      swapped,
      entries.toSpliced(1, 1),
      entries.toSpliced(1, 0, { ...entries[1]!, path: 'added.txt' }),
      entries.slice(0, -1),
      entries.toReversed(),
      [],
    ])
      expect(await verdictOn(write(changed))).toMatchObject({ ok: false });
    expect(await verdictOn(write(entries))).toMatchObject({ ok: true });
  });

  it('refuses entries that overlap', async () => {
    const [first, ...rest] = entriesOf(real);
    const overlapping = write([first!, ...rest]);
    const central = overlapping.readUInt32LE(overlapping.length - 6);
    const second = overlapping.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), central + 4);
    overlapping.writeUInt32LE(0, second + 42);
    expect(await verdictOn(overlapping)).toMatchObject({ ok: false, path: 'information/article-15.html' });
  });

  it('does not unpack more bytes than the size that a file states', async () => {
    const bomb = Buffer.alloc(64 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    const zip = repack(real, () => deflateRawSync(bomb, { level: 9 }));
    expect(await verdictOn(zip)).toMatchObject({
      ok: false,
      path: 'index.html',
      reason: 'the content is longer than declared',
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024);
  });

  it('refuses a central directory that states a huge size', async () => {
    for (const entries of [60_000, 0xffff_ffff]) {
      const end = endRecords({ entries, offset: 0, bytes: real.length });
      expect(await verdictOn(Buffer.concat([real, end]))).toMatchObject({ ok: false });
    }
  });

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['text', Buffer.from('not a zip')],
    ['a zip without files', endRecords({ entries: 0, offset: 0, bytes: 0 })],
    ['zeros', Buffer.alloc(100_000)],
  ])('refuses %s', async (_, content) => {
    expect(await verdictOn(content)).toMatchObject({ ok: false, path: '.' });
  });

  it('says that a file cannot be read, without throwing', async () => {
    expect(await verifyExport(path.join(folder, 'missing.zip'))).toEqual({
      ok: false,
      path: '.',
      reason: 'the file cannot be read (ENOENT)',
    });
    expect(await verifyExport(folder)).toMatchObject({ ok: false, path: '.' });
  });
});

describe('the form of a zip', () => {
  it('uses 64-bit fields only for numbers that are too large for the 32-bit fields', () => {
    const at = dosTime(createdAt);
    const entry: Entry = { path: 'a', method: 'deflated', crc: 1, bytes: 5, packedBytes: 7, offset: 9 };
    expect(centralRecord(entry, at)).toHaveLength(47);
    expect(descriptor(entry)).toHaveLength(16);
    expect(centralRecord({ ...entry, offset: 0xffff_ffff }, at)).toHaveLength(75);
    expect(centralRecord({ ...entry, offset: 0xffff_fffe }, at)).toHaveLength(47);
    expect(descriptor({ ...entry, bytes: 2 ** 33 }).readBigUInt64LE(16)).toBe(2n ** 33n);
    expect(localHeader(entry, at).readUInt16LE(4)).toBe(20);
    expect(endRecords({ entries: 65_534, offset: 1, bytes: 1 })).toHaveLength(22);
    expect(endRecords({ entries: 65_535, offset: 1, bytes: 1 })).toHaveLength(98);
  });

  it('limits times to the range that MS-DOS can express', () => {
    expect(dosTime('1970-01-01T00:00:00Z')).toEqual({ date: 33, time: 0 });
    expect(dosTime('2200-01-01T00:00:00Z')).toEqual({
      date: (127 << 9) | (12 << 5) | 31,
      time: (23 << 11) | (59 << 5) | 29,
    });
  });

  it('is checked when a manifest is written, so that undeclared fields are left out', () => {
    expect(() => manifestText({ schemaVersion: 1 } as Manifest)).toThrow();
  });
});

interface Raw {
  path: string;
  method: Entry['method'];
  crc: number;
  bytes: number;
  data: Buffer;
}

/** The entries of a zip from our writer, still compressed. */
function entriesOf(zip: Buffer): Raw[] {
  const entries: Raw[] = [];
  let at = zip.readUInt32LE(zip.length - 6);
  for (let left = zip.readUInt16LE(zip.length - 12); left > 0; left -= 1) {
    const length = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + length;
    entries.push({
      path: zip.toString('utf8', at + 46, at + 46 + length),
      method: zip.readUInt16LE(at + 10) === 0 ? 'stored' : 'deflated',
      crc: zip.readUInt32LE(at + 16),
      bytes: zip.readUInt32LE(at + 24),
      data: zip.subarray(start, start + zip.readUInt32LE(at + 20)),
    });
    at += 46 + length;
  }
  return entries;
}

/** Writes compressed entries with headers that fit them. */
function write(raw: readonly Raw[]): Buffer {
  const at = dosTime(createdAt);
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { data, ...facts } of raw) {
    const entry: Entry = { ...facts, packedBytes: data.length, offset };
    const piece = Buffer.concat([localHeader(entry, at), data, descriptor(entry)]);
    parts.push(piece);
    central.push(centralRecord(entry, at));
    offset += piece.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...parts, directory, endRecords({ entries: raw.length, offset, bytes: directory.length })]);
}

/** The same files with the first one compressed by `pack`, and a manifest with the hash of the new bytes. */
function repack(zip: Buffer, pack: (content: Buffer) => Buffer): Buffer {
  const [first, ...rest] = entriesOf(zip);
  const data = pack(inflateRawSync(first!.data));
  const manifest = rest.at(-1)!;
  // The length is corrected, so that only the compression differs.
  const text = manifest.data
    .toString()
    .replace(/"packed": \{\s+"bytes": (\d+)/, (whole, bytes: string) =>
      whole.replace(bytes, String(Number(bytes) + data.length - first!.data.length)),
    );
  const changed = {
    ...manifest,
    data: Buffer.from(text),
    bytes: Buffer.byteLength(text),
    crc: crcOf(Buffer.from(text)),
  };
  return write([{ ...first!, data }, ...rest.slice(0, -1), changed]);
}

function crcOf(content: Buffer): number {
  let crc = 0xffff_ffff;
  for (const byte of content) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}
