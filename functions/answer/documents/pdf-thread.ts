import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { PdfAnswer, PdfAsk } from './pdfium.ts';

/** If a thread is started with this `workerData`, this file reads PDF files in it. */
export const readsPdf = 'reads PDF files';
/** The file that the thread runs: this file, or the bundle of the Lambda function that contains it. */
export const threadFile = import.meta.url;

export interface PdfQuestion {
  readonly bytes: Uint8Array;
  readonly ask: PdfAsk;
}

/** The most memory of the library, in bytes. A file that needs more cannot be shown. */
const mostMemory = 768 * 1024 * 1024;
const bytesOfPage = 64 * 1024;

// If Utdrag runs on one machine, each Lambda function runs in a thread too. So `isMainThread` alone does not show
// whether this is the thread that reads PDF files.
if (!isMainThread && workerData === readsPdf) void answerQuestions();

async function answerQuestions(): Promise<void> {
  limitMemory();
  const { pdfReader } = await import('./pdfium.ts');
  const read = pdfReader();
  parentPort?.on('message', ({ bytes, ask }: PdfQuestion) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    void answered(read, bytes, ask).then((answer) => parentPort?.postMessage(answer));
  });
}

/**
 * On a damaged file the library can throw any error, and the message can contain text of the file. So the error is
 * dropped.
 */
async function answered(
  read: (bytes: Uint8Array, ask: PdfAsk) => Promise<PdfAnswer>,
  bytes: Uint8Array,
  ask: PdfAsk,
): Promise<PdfAnswer> {
  try {
    return await read(bytes, ask);
  } catch {
    return { kind: 'cannot', reason: 'broken' };
  }
}

/** Limits the memory of WebAssembly, which the option `resourceLimits` of a thread does not count. */
function limitMemory(): void {
  const { prototype } = WebAssembly.Memory;
  const { grow } = prototype;
  prototype.grow = function limited(this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * bytesOfPage > mostMemory) throw new RangeError('too much memory');
    return grow.call(this, pages);
  };
}
