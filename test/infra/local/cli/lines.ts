import { spawn } from 'node:child_process';
import path from 'node:path';
import { Writable } from 'node:stream';
import type { LineStreams } from '#infra/local/cli/json-lines.ts';

export type LineCommand = (
  args: readonly string[],
  out: (line: string) => void,
  streams: LineStreams,
) => Promise<number>;

/** Collects what is written to it. */
export class Collector extends Writable {
  text = '';
  override _write(chunk: Buffer | string, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** Runs a command on raw input that comes in the given pieces. */
export async function runOn(
  command: LineCommand,
  ...pieces: readonly (string | Uint8Array)[]
): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const output = new Collector();
  const chunks = pieces.map((piece) => Buffer.from(piece));
  const code = await command([], () => {}, { input: chunked(chunks), output });
  if (output.text !== '' && !output.text.endsWith('\n')) throw new Error('the last line has no end');
  return { code, lines: output.text.split('\n').slice(0, -1) };
}

/** Runs a command with one line for each value. Returns its parsed answers. */
export async function runOnValues(
  command: LineCommand,
  values: readonly unknown[],
): Promise<{ readonly code: number; readonly answers: readonly unknown[] }> {
  const { code, lines } = await runOn(command, values.map((value) => `${JSON.stringify(value)}\n`).join(''));
  return { code, answers: lines.map((line): unknown => JSON.parse(line)) };
}

async function* chunked(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** Runs `utdrag` as a separate process, like npm does. */
export async function runUtdrag(
  args: readonly string[],
  input: string,
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const script = path.resolve(import.meta.dirname, '../../../../infra/local/cli/utdrag.ts');
  const child = spawn(process.execPath, [script, ...args], { timeout: 60_000 });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}
