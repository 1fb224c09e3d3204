// A package with many records and large documents, as a file. It is made in a separate process, so that its memory can
// be measured.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { assembleAnswer } from '#answer/package.ts';
import type { AnswerInput, AnswerPage } from '#answer/answer.ts';
import type { ReviewEntry } from '#domain/review/entry.ts';
import type { StoredAttachment } from '#domain/findings/finding.ts';
import { attachment, finding, page, review, sampleInput, system } from '../answer/sample.ts';
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

/** Bytes that cannot be compressed, as in a PDF or a picture. The same number gives the same bytes. */
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

/** A text of the same length as the other documents. */
function* text(number: number): Generator<Buffer> {
  let line = 0;
  for (let block = 0; block < bytesOfDocument / mebibyte; block += 1) {
    let chunk = '';
    while (chunk.length < mebibyte)
      chunk += `2026-11-${String((line % 28) + 1).padStart(2, '0')};order ${number}-${(line += 1)};${(line * 7919) % 10_007} SEK\n`;
    yield Buffer.from(chunk.slice(0, mebibyte));
  }
}

/** The name of a person, with letters only. Each number gives another name. */
function nameOf(number: number): string {
  const letters = [...String(number).padStart(4, '0')].map((digit) => 'bdfgklmnrt'.charAt(Number(digit)));
  return `Bo ${letters.map((letter) => `${letter}a`).join('')}ström`;
}

/** Decisions that mask this many names everywhere, and the last look for them. */
function masking(names: number): Pick<AnswerInput, 'review'> & Partial<Pick<AnswerInput, 'lookFor'>> {
  if (names === 0) return { review: review() };
  const texts = Object.fromEntries(Array.from({ length: names }, (_, number) => [String(number), nameOf(number)]));
  const entries = Object.keys(texts).map((text): ReviewEntry => ({
    do: 'mask-alike',
    alike: { all: 'value', text },
    letter: null,
    ground: 'others-rights',
    text: null,
    told: true,
  }));
  const values = Object.values(texts).map((text) => ({ text, kind: 'name' as const, stoodIn: [], mayStandIn: [] }));
  return { review: review(entries, texts), lookFor: { values, own: [], region: 'SE' } };
}

/**
 * Writes a package with this many mebibytes of documents, half of them text. `masks`: how many names are masked in the
 * records and searched for in the whole package.
 */
export async function packSample(mebibytes: number, file: string, masks = 0): Promise<Packed> {
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
  const recordOf = (number: number) => {
    const about = masks === 0 ? `order ${number}` : nameOf(number % masks);
    return finding(
      'contacts',
      String(number),
      { email: 'asa.berg@example.org', note: `Ringde om ${about}.`, score: number },
      { attachments: attachments[number] === undefined ? [] : [attachments[number]] },
    );
  };
  // The pages are made when they are read, so that they take no memory.
  const pages = async function* (): AsyncGenerator<AnswerPage, void, undefined> {
    for (let number = 0; number < (mebibytes * recordsPerMebibyte) / recordsOfPage; number += 1)
      yield page(
        'crm',
        number + 1,
        Array.from({ length: recordsOfPage }, (_, index) => recordOf(number * recordsOfPage + index)),
      );
  };
  const input = sampleInput({
    systems: [system('crm', [], { pages })],
    ...masking(masks),
    document: async (key) => {
      const stored = documents.get(key);
      if (stored === undefined) throw new Error('there is no such document');
      return createReadStream(stored);
    },
  });
  const from = processorSeconds();
  const { stream, done } = assembleAnswer(input);
  await pipeline(stream, createWriteStream(file));
  const { entries, hits, lines } = await done;
  if (hits.length > 0) throw new Error('the last look found a masked name');
  const masked = lines.reduce((sum, { count }) => sum + count, 0);
  if (masked !== (masks === 0 ? 0 : mebibytes * recordsPerMebibyte)) throw new Error(`${masked} names are masked`);
  const seconds = processorSeconds() - from;
  for (const stored of documents.values()) await rm(stored);
  return { seconds, memory: process.resourceUsage().maxRSS * 1024, entries };
}
