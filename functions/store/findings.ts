import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { findingsPageSchema, storedPageSchema, type FindingsPage } from '#domain/findings/finding.ts';
import { readJson } from '#domain/json-reader.ts';
import { handEntries, type HandEntries } from './hand-entries.ts';
import { rememberedPages, type ReadPage } from './remembered-pages.ts';
import { resultsOf } from './search-orders.ts';
import { upload } from './upload.ts';

/**
 * What the searches of the cases found: pages of records, and documents. Each page and each document is one S3 object.
 * A page is never overwritten.
 */
export interface Findings {
  /**
   * Stores the page, unless it is stored already, and returns the stored page. `run` counts the searches of the system
   * in one wave, from 0. If staff repeat a completed search, the repetition is `run` 1.
   */
  putPage(caseId: string, page: FindingsPage, run?: number): Promise<FindingsPage>;
  /**
   * The stored pages of a system, in the order of waves and pages; with `wave`, only the pages of this wave. If staff
   * repeated a search, the pages come from the last completed search of the wave. So the results remain if the
   * repetition fails.
   */
  pages(caseId: string, system: string, wave?: number): AsyncGenerator<FindingsPage, void, undefined>;
  /** The same pages, each with the key under which it is stored. */
  storedPages(caseId: string, system: string, wave?: number): AsyncGenerator<StoredPage, void, undefined>;
  /** The page that is stored under a key which `storedPages` gave. */
  pageAt(key: string): Promise<FindingsPage>;
  /** The last search of a wave, whether it is completed or not. */
  lastRun(caseId: string, system: string, wave: number): Promise<Run>;
  /** Stores a document under this key. Returns its size and its SHA-256. */
  putDocument(key: string, content: Readable): Promise<{ readonly bytes: number; readonly sha256: string }>;
  document(key: string): Promise<Readable>;
  /** A whole document of a few megabytes; `undefined` if none is stored under this key. */
  wholeDocument(key: string): Promise<Uint8Array | undefined>;
  /** The bytes of a document from `from` on, at most `most` of them. `from` must be less than its size. */
  documentPart(key: string, from: number, most: number): Promise<Uint8Array>;
  /** What staff have found so far in the systems that they search by hand. */
  readonly hand: HandEntries;
  /** Erases all pages, documents and entries of searches by hand of a case. */
  erase(caseId: string): Promise<void>;
}

/** A page, and the key under which it is stored. */
export interface StoredPage {
  readonly key: string;
  readonly page: FindingsPage;
}

/** One search of a wave: its number, and its pages in order. */
export interface Run {
  readonly run: number;
  pages(): AsyncGenerator<FindingsPage, void, undefined>;
}

/** The S3 key of a document. The key contains only ids that Utdrag made, and none of the vendor. */
export function documentKey(caseId: string, system: string, id: string): string {
  return `${documentsOf(caseId, system)}${id}`;
}

/** The S3 prefixes of everything that the search of one system stores in a case: pages, documents and results. */
export function systemPrefixes(caseId: string, system: string): readonly string[] {
  return [pagesUnder(caseId, system), documentsOf(caseId, system), resultsOf(caseId, system)];
}

function pagesUnder(caseId: string, system: string): string {
  return `${caseId}/pages/${system}/`;
}

function documentsOf(caseId: string, system: string): string {
  return `${caseId}/documents/${system}/`;
}

// How many levels of arrays and objects the JSON of a page may have. A value of a vendor may have 100 levels, and the
// page adds a few around it.
const deepestPage = 120;

/** How many pages are read at the same time. While the caller uses one page, the next pages are already being read. */
const readAhead = 3;

/**
 * Stores findings in an S3 bucket. `oneEvent`: the store is used for one event only, and reads each page of a small case
 * once (`remembered-pages.ts`). Otherwise it keeps no page in memory.
 */
export function findings(client: S3Client, bucket: string, use: 'oneEvent' | 'manyEvents' = 'manyEvents'): Findings {
  const readEach = async (key: string): Promise<ReadPage> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    if (Body === undefined) throw new Error('a page of findings has no content');
    const text = await Body.transformToString('utf8');
    return { page: storedPageSchema.parse(readJson(text, deepestPage)), characters: text.length };
  };
  const read = use === 'oneEvent' ? rememberedPages(readEach) : readEach;
  const readPage = async (key: string): Promise<FindingsPage> => (await read(key)).page;
  const readAll = async function* (keys: readonly string[]): AsyncGenerator<StoredPage, void, undefined> {
    const reading: { readonly key: string; readonly page: Promise<FindingsPage> }[] = [];
    let next = 0;
    do {
      for (; next < keys.length && reading.length < readAhead; next += 1) {
        const key = keys[next] ?? '';
        const page = readPage(key);
        // If the caller stops before this page, nobody awaits this promise. Otherwise its error is thrown below.
        page.catch(() => {});
        reading.push({ key, page });
      }
      const first = reading.shift();
      if (first !== undefined) yield { key: first.key, page: await first.page };
    } while (reading.length > 0 || next < keys.length);
  };
  const pagesOf = async function* (stored: AsyncIterable<StoredPage>): AsyncGenerator<FindingsPage, void, undefined> {
    for await (const { page } of stored) yield page;
  };
  const cameToItsEnd = async ({ keys }: RunKeys): Promise<boolean> => {
    const last = keys.at(-1);
    return last !== undefined && (await readPage(last)).next === null;
  };
  const storedPages: Findings['storedPages'] = async function* (caseId, system, wave) {
    for (const runs of (await runsOf(client, bucket, { caseId, system, wave })).values()) {
      let answered = runs.at(-1);
      // If staff repeat a search that was not completed, the same search continues. If they repeat a completed search,
      // a new search begins. So only the last search of a wave can be incomplete.
      for (const one of runs.length > 1 ? runs.toReversed() : [])
        if (await cameToItsEnd(one)) {
          answered = one;
          break;
        }
      yield* readAll(answered?.keys ?? []);
    }
  };
  return {
    async putPage(caseId, page, run = 0) {
      const key = `${pagesUnder(caseId, page.system)}${runPrefix(page.wave, run)}${padded(page.page)}.json`;
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: JSON.stringify(findingsPageSchema.parse(page)),
            ContentType: 'application/json',
            IfNoneMatch: '*',
          }),
        );
        return page;
      } catch (error) {
        if (error instanceof Error && error.name === 'PreconditionFailed') return await readPage(key);
        throw error;
      }
    },
    pages: (caseId, system, wave) => pagesOf(storedPages(caseId, system, wave)),
    storedPages,
    pageAt: readPage,
    async lastRun(caseId, system, wave) {
      const last = (await runsOf(client, bucket, { caseId, system, wave })).get(wave)?.at(-1);
      return { run: last?.run ?? 0, pages: () => pagesOf(readAll(last?.keys ?? [])) };
    },
    async putDocument(key, content) {
      const hash = createHash('sha256');
      let bytes = 0;
      const counter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk);
          bytes += chunk.length;
          done(null, chunk);
        },
      });
      content.once('error', (error) => counter.destroy(error));
      await upload(client, { Bucket: bucket, Key: key, Body: content.pipe(counter) });
      return { bytes, sha256: hash.digest('hex') };
    },
    async document(key) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (!(Body instanceof Readable)) throw new Error('a document has no content');
      return Body;
    },
    async wholeDocument(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
        throw error;
      }
    },
    async documentPart(key, from, most) {
      const Range = `bytes=${from}-${from + most - 1}`;
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range }));
      if (Body === undefined) throw new Error('a document has no content');
      return await Body.transformToByteArray();
    },
    hand: handEntries(client, bucket),
    erase: async (caseId) => await eraseUnder(client, bucket, `${caseId}/`),
  };
}

/** One search: its number, and the S3 keys of its pages in order. */
interface RunKeys {
  readonly run: number;
  readonly keys: string[];
}

/** The searches of a system for each wave. The waves are in order, and so are the searches of each wave. */
async function runsOf(
  client: S3Client,
  bucket: string,
  { caseId, system, wave }: { readonly caseId: string; readonly system: string; readonly wave: number | undefined },
): Promise<ReadonlyMap<number, readonly RunKeys[]>> {
  const under = pagesUnder(caseId, system);
  const found = new Map<number, Map<number, RunKeys>>();
  for await (const key of keysUnder(client, bucket, `${under}${wave === undefined ? '' : padded(wave)}`)) {
    const [, of, number = '0'] = /^(\d+)(?:-(\d+))?\//.exec(key.slice(under.length)) ?? [];
    if (of === undefined) throw new Error('the key of an object under the prefix of pages is not the key of a page');
    const runs = found.get(Number(of)) ?? new Map<number, RunKeys>();
    const run = runs.get(Number(number)) ?? { run: Number(number), keys: [] };
    run.keys.push(key);
    found.set(Number(of), runs.set(run.run, run));
  }
  const inOrder = [...found].sort(([a], [b]) => a - b);
  return new Map(inOrder.map(([of, runs]) => [of, [...runs.values()].sort((a, b) => a.run - b.run)]));
}

/** The part of the S3 key that names a search. In the key it follows the prefix of the system. */
function runPrefix(wave: number, run: number): string {
  return run === 0 ? `${padded(wave)}/` : `${padded(wave)}-${padded(run)}/`;
}

/** Deletes every object under an S3 prefix. */
export async function eraseUnder(client: S3Client, bucket: string, prefix: string): Promise<void> {
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    await client.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: batch.map((Key) => ({ Key })), Quiet: true } }),
    );
    batch = [];
  };
  for await (const key of keysUnder(client, bucket, prefix)) {
    batch.push(key);
    if (batch.length === 1000) await flush();
  }
  await flush();
}

async function* keysUnder(client: S3Client, bucket: string, prefix: string): AsyncGenerator<string, void, undefined> {
  let token: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: prefix,
        ...(token === undefined ? {} : { ContinuationToken: token }),
      }),
    );
    for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key;
    token = page.NextContinuationToken;
  } while (token !== undefined);
}

function padded(number: number): string {
  return String(number).padStart(6, '0');
}
