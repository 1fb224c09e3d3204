import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Access, RunningEndpoint } from '../../endpoint.ts';
import { listen } from '../../http.ts';
import { isOutOfRoom } from '../../out-of-room.ts';
import { isBucketName } from './address.ts';
import { openBlobs, type Blobs } from './blobs.ts';
import type { Store } from './call.ts';
import { openCatalog } from './catalog.ts';
import { answer } from './exchange.ts';

export interface S3Options {
  readonly access: Access;
  /** The folder with all stored data: the index and the blobs. Only one endpoint at a time can have it open. */
  readonly folder: string;
  /** The port; if it is absent, the operating system chooses a free port. */
  readonly port?: number;
}

export interface S3Endpoint extends RunningEndpoint {
  /** Makes the bucket if it does not exist. Throws if S3 would not allow the name. */
  ensureBucket(name: string): void;
}

/**
 * Starts the local S3, with URLs in path style (`/bucket/key`) and the region eu-north-1. When a write gets its
 * response, its data are on the disk, and survive a kill of the process. If the process is killed during a write, the
 * next start removes the incomplete files.
 */
export async function startS3({ access, folder, port = 0 }: S3Options): Promise<S3Endpoint> {
  await mkdir(folder, { recursive: true });
  let blobs: Blobs | undefined;
  const catalog = openCatalog(path.join(folder, 'index.sqlite'), (released) => blobs?.discard(released));
  const answering = new Set<Promise<void>>();
  try {
    blobs = await openBlobs({ folder, newId: randomUUID, referenced: (blob) => catalog.referencesBlob(blob) });
    const store: Store = { catalog, blobs, now: Date.now, newId: randomUUID };
    const settled = blobs;
    const server = await listen((request, response) => {
      const done: Promise<void> = answer(request, response, access, store, report).finally(() =>
        answering.delete(done),
      );
      answering.add(done);
    }, port);
    return {
      url: server.url,
      async close() {
        await server.close();
        await Promise.all(answering);
        await settled.settle();
        catalog.close();
      },
      ensureBucket(name) {
        if (!isBucketName(name)) throw new TypeError('S3 does not allow this bucket name');
        catalog.createBucket(name, Date.now());
      },
    };
  } catch (error) {
    catalog.close();
    throw error;
  }
}

/**
 * Logs the name, the code and the stack frames of an error. The message is not logged, because it could contain input
 * of a caller.
 */
function report(error: unknown): void {
  if (isOutOfRoom(error))
    return console.error('local S3: the disk is full or fails; writes continue when the disk has space again');
  const { name, stack = '' } = error instanceof Error ? error : new TypeError('not an error');
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  console.error(['The S3 endpoint failed on a request:', `${name} (${code})`, ...frames].join('\n'));
}
