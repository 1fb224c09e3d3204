import { inflateRawSync } from 'node:zlib';
import { assembleAnswer, type Assembled } from '#answer/package.ts';
import type { AnswerInput } from '#answer/answer.ts';

/** The files of a zip by path, in the order of its central directory. This reader shares no code with our writer. */
export function unpack(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + packed);
    files.set(zip.toString('utf8', at + 46, at + 46 + name), method === 0 ? data : inflateRawSync(data));
    at += 46 + name + extra + comment;
  }
  return files;
}

export async function assembled(
  input: AnswerInput,
): Promise<{ zip: Buffer; facts: Assembled; files: Map<string, Buffer> }> {
  const { stream, done } = assembleAnswer(input);
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  const zip = Buffer.concat(parts);
  return { zip, facts: await done, files: unpack(zip) };
}

/** The text of a file of the package. */
export function textOf(files: ReadonlyMap<string, Buffer>, path: string): string {
  const file = files.get(path);
  if (file === undefined) throw new Error(`there is no ${path}`);
  return file.toString();
}

/** The value of a JSON file of the package, or the value at a path in it. */
export function jsonOf(
  files: ReadonlyMap<string, Buffer>,
  path: string,
  ...place: readonly (string | number)[]
): unknown {
  let value: unknown = JSON.parse(textOf(files, path));
  for (const key of place) value = (value as Readonly<Record<string | number, unknown>>)[key];
  return value;
}
