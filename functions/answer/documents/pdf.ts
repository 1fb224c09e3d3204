import { Worker } from 'node:worker_threads';
import { readsPdf, threadFile, type PdfQuestion } from './pdf-thread.ts';
import type { PdfAnswer, PdfAsk } from './pdfium.ts';

/** Reads PDF files, one after the other, in a thread that has no environment variables. */
export interface PdfThread {
  /** Reads one page of a PDF file. If this takes longer than `milliseconds`, the thread is stopped. */
  ask(bytes: Uint8Array, ask: PdfAsk, milliseconds: number): Promise<PdfAnswer>;
  close(): Promise<void>;
}

/**
 * Makes a `PdfThread`. The thread is started for the first file, and started again for the next file after it was
 * stopped or has crashed.
 */
export function pdfThread(): PdfThread {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const end = async (): Promise<void> => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  const one = async (question: PdfQuestion, milliseconds: number): Promise<PdfAnswer> => {
    const asked = (worker ??= started());
    asked.unref();
    const answer = await answerFrom(asked, question, milliseconds);
    // After a failure the library can be in any state, so the thread is stopped.
    if (answer.kind === 'cannot' && (answer.reason === 'too-slow' || answer.reason === 'broken')) await end();
    return answer;
  };
  return {
    ask(bytes, ask, milliseconds) {
      const answer = last.then(async () => await one({ bytes, ask }, milliseconds));
      last = answer.catch(() => {});
      return answer;
    },
    close: end,
  };
}

function started(): Worker {
  const worker = new Worker(new URL(threadFile), { workerData: readsPdf, env: {} });
  // A stopped thread can still report an error. Without a listener, that error would end the process.
  worker.on('error', () => {});
  return worker;
}

async function answerFrom(worker: Worker, question: PdfQuestion, milliseconds: number): Promise<PdfAnswer> {
  const { promise, resolve } = Promise.withResolvers<PdfAnswer>();
  const broken = (): void => resolve({ kind: 'cannot', reason: 'broken' });
  const timer = setTimeout(() => resolve({ kind: 'cannot', reason: 'too-slow' }), milliseconds);
  worker.once('message', resolve).once('error', broken).once('exit', broken);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(question);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    worker.off('message', resolve).off('error', broken).off('exit', broken);
  }
}
