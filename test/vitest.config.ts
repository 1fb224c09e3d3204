import { existsSync, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');
// The `e2e` tests wait often, so there is one worker more than there are cores.
const maxWorkers = availableParallelism() + 1;
const minute = 60_000;
// How long `expect.poll` tries if the test sets no time. On a busy machine the whole system needs more than one second.
const poll = { timeout: 20_000 };
const gibibyte = 2 ** 30;

/**
 * Tests keep their files in memory if there is enough room. The local services flush every change to the disk, which
 * would take up to half of the time of a test. A killed process does not lose files that are in memory.
 */
function temporaryFolder(): { TMPDIR?: string } {
  const inMemory = '/dev/shm';
  if (process.env['TMPDIR'] !== undefined || !existsSync(inMemory)) return {};
  const { bavail, bsize } = statfsSync(inMemory);
  return bavail * bsize > 4 * gibibyte ? { TMPDIR: inMemory } : {};
}
const env = temporaryFolder();
// The processes that tests start, and the workers, load compiled code instead of compiling it again.
process.env['NODE_COMPILE_CACHE'] ??= path.join(root, 'node_modules/.cache/utdrag/compiled');

// The projects run at the same time. Their names decide the order: the project with the longest file comes first.
// Files share the modules of their worker, except those of `crash`.
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'crash',
          include: ['test/e2e/{kill,full-disk}.test.ts'],
          testTimeout: 5 * minute,
          hookTimeout: 2 * minute,
          expect: { poll },
          maxWorkers,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          env,
          include: ['test/e2e/**/*.test.ts'],
          exclude: ['test/e2e/{kill,full-disk,portal-journey}.test.ts'],
          testTimeout: 5 * minute,
          hookTimeout: 2 * minute,
          expect: { poll },
          maxWorkers,
          isolate: false,
        },
      },
      {
        root,
        test: {
          name: 'handlers',
          env,
          setupFiles: 'test/support/property-seed.ts',
          include: ['test/handlers/**/*.test.ts', 'test/e2e/portal-journey.test.ts'],
          testTimeout: minute,
          hookTimeout: minute,
          maxWorkers,
          isolate: false,
        },
      },
      {
        root,
        test: {
          name: 'node',
          env,
          globalSetup: 'test/support/run-folder.ts',
          setupFiles: 'test/support/property-seed.ts',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/handlers/**'],
          testTimeout: minute,
          hookTimeout: minute,
          maxWorkers,
          isolate: false,
        },
      },
    ],
  },
});
