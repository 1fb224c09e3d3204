// The last look at a package, with 1,000 values. Its processor time is compared, for the same bytes, with SHA-256 and
// with the zip writer of the package (two hashes, the CRC-32 and deflate).
import { createHash } from 'node:crypto';
import { lookFor, type Matcher, type Sought } from '#domain/review/last-look/look-for.ts';
import { zipWriter, type Level } from '#answer/zip/writer.ts';
import { processorSeconds } from '../support/processor-time.ts';
import { randomFrom } from '../support/random.ts';

const bytesOfEach = 24 * 2 ** 20;
const pieceBytes = 65_536;
const random = randomFrom(7);

function one<T>(list: readonly T[]): T {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new Error('the list is empty');
  return item;
}

const syllables = 'an ber gu stav lin sson ström ka rin öst mar ja el vik tor holm ås nil'.split(' ');
const common =
  `och att det som på är av för med till den har de inte om ett han men var jag sig från vi så kan när år under
  också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då sedan`.split(
    /\s+/,
  );

function name(): string {
  const part = one(syllables) + one(syllables) + one(syllables);
  return part.charAt(0).toUpperCase() + part.slice(1);
}

function digits(length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 10)).join('');
}

function sentence(): string {
  return `${Array.from({ length: 12 }, () => (random() < 0.1 ? name() : one(common))).join(' ')}. `;
}

function values(): readonly Sought[] {
  const kinds: readonly (() => Sought)[] = [
    () => ({ text: `${name()} ${name()}`, kind: 'name' }),
    () => ({ text: `+4670${digits(7)}`, kind: 'phone' }),
    () => ({ text: `${name().toLowerCase()}.${name().toLowerCase()}@example.org`, kind: 'email' }),
    () => ({ text: `19${digits(2)}01${10 + Math.floor(random() * 20)}${digits(4)}`, kind: 'personnummer' }),
  ];
  return Array.from({ length: 1000 }, (_, index) => one([kinds[index % 4] ?? (() => ({ text: name() }))])());
}

function filled(part: () => string): Buffer {
  const parts: string[] = [];
  for (let length = 0; length < bytesOfEach; length += parts.at(-1)?.length ?? 0) parts.push(part());
  return Buffer.from(parts.join(''));
}

function record(): string {
  const fields = { name: `${name()} ${name()}`, phone: `+4670${digits(7)}`, note: `${sentence()}\n"${sentence()}"` };
  return `${JSON.stringify({ id: digits(8), fields, hash: createHash('sha256').update(digits(9)).digest('hex') })},\n`;
}

function row(): string {
  return `<tr>\n  <th scope="row"><bdi>Anteckning</bdi></th>\n  <td><bdi>${sentence()}</bdi></td>\n</tr> `;
}

/** Random bytes, as in pictures and compressed documents. */
function noise(): Buffer {
  const bytes = Buffer.alloc(bytesOfEach);
  for (let at = 0; at < bytes.length; at += 4) bytes.writeInt32LE(Math.floor((random() - 0.5) * 2 ** 32), at);
  return bytes;
}

const files: readonly { readonly name: string; readonly level: Level; readonly content: () => Buffer }[] = [
  { name: 'text', level: 6, content: () => filled(sentence) },
  { name: 'json', level: 6, content: () => filled(record) },
  { name: 'html', level: 6, content: () => filled(row) },
  { name: 'compressed', level: 0, content: noise },
  { name: 'base64', level: 6, content: () => Buffer.from(noise().toString('base64').replaceAll(/.{76}/g, '$&\r\n')) },
];

function* pieces(content: Buffer): Generator<Buffer, void> {
  for (let at = 0; at < content.length; at += pieceBytes) yield content.subarray(at, at + pieceBytes);
}

function look(matcher: Matcher, content: Buffer): void {
  const scan = matcher.start(() => {});
  for (const piece of pieces(content)) scan.add(piece);
  scan.end();
}

async function zip(content: Buffer, level: Level): Promise<void> {
  async function* contents(): AsyncGenerator<Uint8Array, void> {
    yield* pieces(content);
  }
  for await (const _ of zipWriter('2026-11-30T12:00:00.000Z').add('file.bin', contents(), level));
}

async function seconds(work: () => void | Promise<void>): Promise<number> {
  const from = processorSeconds();
  await work();
  return processorSeconds() - from;
}

/** The first file is read twice, because the first reading compiles the code. */
export async function run(): Promise<object> {
  const sought = values();
  const measured: Record<string, object> = {};
  for (const [index, { name: kind, level, content }] of files.entries()) {
    const bytes = content();
    const matcher = lookFor(sought);
    if (index === 0) look(lookFor(sought), bytes);
    const looked = await seconds(() => look(matcher, bytes));
    const hashed = await seconds(() => {
      const hash = createHash('sha256');
      for (const piece of pieces(bytes)) hash.update(piece);
      hash.digest();
    });
    const zipped = await seconds(async () => await zip(bytes, level));
    measured[kind] = {
      megabytesPerProcessorSecond: Math.round(bytes.length / 1_000_000 / looked),
      ofSha256: looked / hashed,
      ofZipWriter: looked / zipped,
    };
  }
  return { values: sought.length, measured };
}
