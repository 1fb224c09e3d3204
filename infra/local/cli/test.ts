import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { root } from '../runner/system.ts';

// `npm test`: checks types, lint and format first, because these checks are quick. Then it runs every test. With
// arguments (a path filter, `-t NAME`) it skips the checks and runs only the matching tests.
const reportSchema = z.looseObject({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTotalTests: z.number(),
  success: z.boolean(),
});

const bin = (name: string): string => path.join(root, 'node_modules/.bin', name);
const filters = process.argv.slice(2);

function run(title: string, command: string, args: readonly string[]): boolean {
  if (title !== '') console.log(`${title} ...`);
  const { status } = spawnSync(bin(command), args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

const checks: readonly (readonly [title: string, command: string, args: readonly string[]])[] =
  filters.length > 0
    ? []
    : [
        ['Types', 'tsc', []],
        ['Types of the console', 'tsc', ['-p', 'functions/web/console']],
        ['Lint', 'oxlint', ['--type-aware', '--deny-warnings']],
        ['Format', 'oxfmt', ['--check']],
      ];
const broken = checks.filter(([title, command, args]) => !run(title, command, args));

const folder = mkdtempSync(path.join(tmpdir(), 'utdrag-test-'));
const file = path.join(folder, 'report.json');
const passed = run('', 'vitest', [
  'run',
  '--config',
  'test/vitest.config.ts',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${file}`,
  ...filters,
]);
const report = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
rmSync(folder, { recursive: true });
for (const [title] of broken) console.log(`${title}: failed, see above.`);
const failed = report.numFailedTests + broken.length + (passed || report.numFailedTests > 0 ? 0 : 1);
console.log(
  `${report.numPassedTests + checks.length - broken.length} passed, ${failed} failed, ${report.numPendingTests} skipped`,
);
process.exitCode = failed === 0 && report.numPassedTests > 0 ? 0 : 1;
