// Runs an exported function in a separate process, and measures the processor time of other programs.
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Calls an exported function of a TypeScript file in a new process. Input and output must be JSON. */
export async function inOwnProcess(file: URL, name: string, input: readonly unknown[]): Promise<unknown> {
  const program = `const module = await import(${JSON.stringify(file.href)});
const output = await module[${JSON.stringify(name)}](...${JSON.stringify(input)});
process.send({ output }, () => process.exit(0));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let result: { readonly output: unknown } | undefined;
  child.on('message', (message) => (result = message as { readonly output: unknown }));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (result === undefined) throw new Error(`the process ended with ${String(code)}`);
  return result.output;
}

/**
 * The processor seconds of a program, including the time of the operating system for it. Throws if the program fails or
 * is missing.
 */
export async function secondsOfProgram(folder: string, ...command: readonly string[]): Promise<number> {
  const timed = 'TIMEFORMAT="%U %S"; time "$@" >/dev/null';
  const { stderr } = await execute('bash', ['-c', `set -e; ${timed}`, 'bash', ...command], { cwd: folder });
  const [, user, system] = /([\d.]+) ([\d.]+)\s*$/.exec(stderr) ?? [];
  return Number(user) + Number(system);
}
