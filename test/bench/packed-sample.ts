// A package with many records and large documents, as a file. Run in a process of its own, so that its memory can be
// measured.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { assembleAnswer } from '#answer/package.ts';
import type { StoredAttachment } from '#domain/findings/finding.ts';
import { attachment, finding, page, sampleInput, system } from '../answer/sample.ts';
import { processorSeconds } from '../support/processor-time.ts';

const mebibyte = 1024 * 1024;
const bytesOfDocument = 4 * mebibyte;
const recordsPerMebibyte = 100;
const recordsOfPage = 100;

export interface Packed {
  readonly seconds: number;
  /** The largest memory of the process (resident set), in bytes. */
  readonly memory: number;
  readonly entries: number;
}

/** Bytes that no algorithm makes smaller, as in a PDF or a picture; the same for the same number. */
function* compressed(number: number): Generator<Buffer> {
  for (let block = 0; block < bytesOfDocument / mebibyte; block += 1) {
    const chunk = Buffer.alloc(mebibyte);
    let hash = createHash('sha256').update(`${number}/${block}`).digest();
    for (let at = 0; at < mebibyte; at += hash.length) {
      hash = createHash('sha256').update(hash).digest();
      hash.copy(chunk, at);
    }
    yield chunk;
  }
}

/** A text as long as the other documents. */
function* text(number: number): Generator<Buffer> {
  let line = 0;
  for (let block = 0; block < bytesOfDocument / mebibyte; block += 1) {
    let chunk = '';
    while (chunk.length < mebibyte)
      chunk += `2026-11-${String((line % 28) + 1).padStart(2, '0')};order ${number}-${(line += 1)};${(line * 7919) % 10_007} SEK\n`;
    yield Buffer.from(chunk.slice(0, mebibyte));
  }
}

/** Writes a package with so many mebibytes of documents, of which one half is text. */
export async function packSample(mebibytes: number, file: string): Promise<Packed> {
  const documents = new Map<string, string>();
  const attachments: StoredAttachment[] = [];
  for (let number = 0; number < (mebibytes * mebibyte) / bytesOfDocument; number += 1) {
    const isText = number % 2 === 1;
    const [id, stored, hash] = [`document-${number}`, `${file}-${number}`, createHash('sha256')];
    const content = Readable.from(isText ? text(number) : compressed(number));
    content.on('data', (chunk: Buffer) => hash.update(chunk));
    await pipeline(content, createWriteStream(stored));
    const facts = attachment(id, `Handling ${id}`, Buffer.alloc(0), isText ? 'text/plain' : 'application/pdf');
    attachments.push({ ...facts, bytes: bytesOfDocument, sha256: hash.digest('hex') });
    documents.set(facts.key, stored);
  }
  const records = Array.from({ length: mebibytes * recordsPerMebibyte }, (_, number) =>
    finding(
      'contacts',
      String(number),
      { email: 'asa.berg@example.org', note: `Ringde om order ${number}.`, score: number },
      { attachments: attachments[number] === undefined ? [] : [attachments[number]] },
    ),
  );
  const pages = Array.from({ length: records.length / recordsOfPage }, (_, number) =>
    page('crm', number + 1, records.slice(number * recordsOfPage, (number + 1) * recordsOfPage)),
  );
  const input = sampleInput({
    systems: [system('crm', pages)],
    document: async (key) => {
      const stored = documents.get(key);
      if (stored === undefined) throw new Error('there is no such document');
      return createReadStream(stored);
    },
  });
  const from = processorSeconds();
  const { stream, done } = assembleAnswer(input);
  await pipeline(stream, createWriteStream(file));
  const { entries } = await done;
  const seconds = processorSeconds() - from;
  for (const stored of documents.values()) await rm(stored);
  return { seconds, memory: process.resourceUsage().maxRSS * 1024, entries };
}
