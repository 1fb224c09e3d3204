import { pipeline } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import type * as z from 'zod';

/**
 * The result for one line: an object, or an error message. The message says what is wrong with the line, without any
 * value of the line.
 */
export type LineAnswer =
  | { readonly ok: true; readonly answer: object }
  | { readonly ok: false; readonly error: string };

/** Where a command reads lines and writes results: standard input and output, except in tests. */
export interface LineStreams {
  readonly input: AsyncIterable<Uint8Array>;
  readonly output: Writable;
}

// The longest line in bytes, far above any real line. Without a limit a single line could fill the memory.
const longestLine = 1024 * 1024;

/**
 * Reads JSON Lines and writes one result for each line, in the same order. The function waits for the reader of its
 * output, so an input of any length needs little memory. For a line that it cannot read or answer, the function writes
 * `{"error": "…"}`. The result is the exit code: 1 if there was such a line, or if the reader closed the output early.
 */
export async function answerLines(
  answerTo: (value: unknown) => LineAnswer,
  { input, output }: LineStreams,
): Promise<number> {
  let unreadable = 0;
  const answered = (lines: readonly Line[]): string => {
    let text = '';
    for (const line of lines) {
      const answer = answerLine(answerTo, line);
      if (!answer.ok) unreadable += 1;
      text += `${JSON.stringify(answer.ok ? answer.answer : { error: answer.error })}\n`;
    }
    return text;
  };
  async function* answers(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
    const splitter = lineSplitter();
    for await (const chunk of chunks) {
      const text = answered(splitter.push(chunk));
      if (text !== '') yield text;
    }
    const text = answered(splitter.end());
    if (text !== '') yield text;
  }
  try {
    await pipeline(input, answers, output, { end: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 1;
    throw error;
  }
  return unreadable === 0 ? 0 : 1;
}

/**
 * Makes a command that reads JSON Lines from `streams` and writes the results to it. With any argument the command only
 * writes its help to `out`; its exit code is then 0 for `--help` or `-h`, and otherwise 2.
 */
export function linesCommand(help: string, answerTo: (value: unknown) => LineAnswer) {
  return async (
    args: readonly string[],
    out: (line: string) => void,
    streams: LineStreams = { input: process.stdin, output: process.stdout },
  ): Promise<number> => {
    if (args.length === 0) return await answerLines(answerTo, streams);
    out(help);
    return args.includes('--help') || args.includes('-h') ? 0 : 2;
  };
}

/**
 * The mistakes in a line, found by its schema. For each wrong field the text says what is expected, and never the
 * value.
 */
export function faultsInWords(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    .join('; ');
}

type Line = Uint8Array | 'too-long';

function answerLine(answerTo: (value: unknown) => LineAnswer, line: Line): LineAnswer {
  if (line === 'too-long') return { ok: false, error: 'the line is too long' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    return { ok: false, error: 'the line is not UTF-8' };
  }
  if (text.trim() === '') return { ok: false, error: 'the line is empty' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, error: 'the line is not JSON' };
  }
  return answerTo(value);
}

/** Splits chunks of bytes into lines. Text after the last line feed also counts as a line unless it is empty. */
function lineSplitter(): { push(chunk: Uint8Array): Line[]; end(): Line[] } {
  let parts: Uint8Array[] = [];
  let size = 0;
  const keep = (part: Uint8Array): void => {
    size += part.length;
    if (size > longestLine) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const finish = (): Line => {
    const line = size > longestLine ? 'too-long' : Buffer.concat(parts);
    parts = [];
    size = 0;
    return line;
  };
  return {
    push(chunk) {
      const lines: Line[] = [];
      let from = 0;
      for (let feed = chunk.indexOf(10); feed !== -1; feed = chunk.indexOf(10, from)) {
        keep(chunk.subarray(from, feed));
        lines.push(finish());
        from = feed + 1;
      }
      keep(chunk.subarray(from));
      return lines;
    },
    end: () => (size === 0 ? [] : [finish()]),
  };
}
