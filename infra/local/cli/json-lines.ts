import { pipeline } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import type * as z from 'zod';

/** The result for one line. `error` says what is wrong with the line, and contains no value of the line. */
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
 * Reads JSON Lines and writes one result for each line, in the same order. The function reads no further until its
 * output was taken, so an input of any length needs little memory. The result for an invalid line is `{"error":"…"}`.
 * Returns the exit code: 1 if a line was invalid or the output was closed early, and otherwise 0.
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
 * Makes a command that reads JSON Lines from `streams` and writes the results to it. If there is any argument, the
 * command only writes its help to `out`. The exit code is then 0 for `--help` or `-h`, and 2 for other arguments.
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
 * Describes the mistakes that the schema found in a line. For each wrong field the text says what is expected. The text
 * never contains the value.
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
