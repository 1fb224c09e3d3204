// Runs a built function in a process of its own, and measures how long the processor works for it.
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** Processor time in seconds. */
export interface Worked {
  /** To load and evaluate the code, without the start of Node. */
  readonly loading: number;
  /** For each event, in their order. */
  readonly events: readonly number[];
}

/** The program of the process. If a handler throws, or its response is an error, the process ends with an error. */
const program = `
const seconds = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
process.once('message', async ({ url, events }) => {
  const began = seconds();
  const { handler } = await import(url);
  const loading = seconds() - began;
  const worked = [];
  for (const event of events) {
    const from = seconds();
    const answer = await handler(event, { getRemainingTimeInMillis: () => 60000 });
    worked.push(seconds() - from);
    if (answer?.statusCode >= 400) throw new Error('the response is ' + answer.statusCode + ': ' + answer.body);
    if (answer?.batchItemFailures?.length > 0) throw new Error('the function reports failed records');
  }
  process.send({ loading, events: worked }, () => process.exit(0));
});`;

/** Loads the function in a new process and gives it the events one after the other. Throws if one of them fails. */
export async function runFunction(
  file: string,
  events: readonly object[],
  environment: Readonly<Record<string, string>>,
): Promise<Worked> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let [result, complaint]: [Worked | undefined, string] = [undefined, ''];
  child.on('message', (message) => (result = message as Worked));
  child.stderr?.on('data', (text: Buffer) => (complaint += text.toString()));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
  child.send({ url: pathToFileURL(file).href, events });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (result === undefined) throw new Error(`the function ended with ${String(code)}: ${complaint}`);
  return result;
}

/** The environment variables of this process. */
export function environmentOfProcess(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The median of the values. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new Error('there are no values');
  return middle;
}
