import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { bundleFunctions } from '#infra/bundles/functions.ts';
import { buildConsole } from '../console/build-console.ts';
import { root } from '../runner/system.ts';

// `npm test`: runs every test, and beside the tests checks types, lint and format. The tests wait often, so the checks
// then take little time. The results of the checks are printed after the tests. With arguments (a path filter,
// `-t NAME`) it skips the checks and runs only the matching tests.
const reportSchema = z.looseObject({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTotalTests: z.number(),
  success: z.boolean(),
});

const bin = (name: string): string => path.join(root, 'node_modules/.bin', name);
const filters = process.argv.slice(2);

interface Ended {
  readonly ok: boolean;
  /** What the command has printed; empty if it printed to the terminal itself. */
  readonly printed: string;
}

async function run(command: string, args: readonly string[], output: 'inherit' | 'pipe'): Promise<Ended> {
  const child = spawn(bin(command), args, {
    cwd: root,
    // The type checker is a Go program. With less frequent garbage collection it takes a quarter less processor time.
    env: { ...process.env, GOGC: '400' },
    stdio: ['ignore', output, output],
    shell: process.platform === 'win32',
  });
  const parts: Buffer[] = [];
  child.stdout?.on('data', (part: Buffer) => parts.push(part));
  child.stderr?.on('data', (part: Buffer) => parts.push(part));
  return await new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, printed: `${error.message}\n` }));
    child.once('close', (code) => resolve({ ok: code === 0, printed: Buffer.concat(parts).toString() }));
  });
}

const checks: readonly (readonly [title: string, command: string, args: readonly string[]])[] =
  filters.length > 0
    ? []
    : [
        // The type checker of the lint also reports what `tsc` and `tsc -p functions/web/console` report.
        ['Types and lint', 'oxlint', ['--type-aware', '--type-check', '--deny-warnings']],
        ['Format', 'oxfmt', ['--check']],
      ];
async function runChecks(): Promise<readonly (Ended & { readonly title: string })[]> {
  const ended: (Ended & { readonly title: string })[] = [];
  for (const [title, command, args] of checks) ended.push({ title, ...(await run(command, args, 'pipe')) });
  return ended;
}

const checking = runChecks();
// Tests that run at the same time would each build what is missing. A test that needs a build reports its error.
await Promise.allSettled([bundleFunctions(), buildConsole()]);
const folder = mkdtempSync(path.join(tmpdir(), 'utdrag-test-'));
const file = path.join(folder, 'report.json');
const { ok: passed } = await run(
  'vitest',
  [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...filters,
  ],
  'inherit',
);
const report = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
rmSync(folder, { recursive: true });
const checked = await checking;
for (const { title, printed } of checked) console.log(`${title} ...\n${printed}`.trimEnd());
const broken = checked.filter(({ ok }) => !ok);
for (const { title } of broken) console.log(`${title}: failed, see above.`);
const failed = report.numFailedTests + broken.length + (passed || report.numFailedTests > 0 ? 0 : 1);
console.log(
  `${report.numPassedTests + checks.length - broken.length} passed, ${failed} failed, ${report.numPendingTests} skipped`,
);
process.exitCode = failed === 0 && report.numPassedTests > 0 ? 0 : 1;
