import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { PdfAnswer, PdfAsk } from './pdfium.ts';

/** With this as `workerData`, the file runs as the thread that reads PDF files. */
export const readsPdf = 'reads PDF files';
/** The file that the thread runs. It is this one, also in the bundle of a function. */
export const threadFile = import.meta.url;

export interface PdfQuestion {
  readonly bytes: Uint8Array;
  readonly ask: PdfAsk;
}

/** The most memory of the library, in bytes. A file that needs more cannot be shown. */
const mostMemory = 768 * 1024 * 1024;
const bytesOfPage = 64 * 1024;

// On one machine a function runs in a thread too, so `isMainThread` alone does not tell.
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

/** The library can fail in any way on a damaged file. The message of the error can have content of the file. */
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

/** The option `resourceLimits` of a thread does not count the memory of WebAssembly. */
function limitMemory(): void {
  const { prototype } = WebAssembly.Memory;
  const { grow } = prototype;
  prototype.grow = function limited(this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * bytesOfPage > mostMemory) throw new RangeError('too much memory');
    return grow.call(this, pages);
  };
}
