import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');
// A file of `e2e` often waits, so there is one worker more than there are cores.
const maxWorkers = availableParallelism() + 1;
const minute = 60_000;

// The projects run side by side, in the order of their names: the longest file comes first. Files of `node` share the
// modules of their worker. Files of the other projects have their own: tests of handlers set the environment that a
// handler reads when it is loaded.
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
          maxWorkers,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: ['test/e2e/{kill,full-disk}.test.ts'],
          testTimeout: 5 * minute,
          hookTimeout: 2 * minute,
          maxWorkers,
        },
      },
      {
        root,
        test: {
          name: 'handlers',
          setupFiles: 'test/support/property-seed.ts',
          include: ['test/handlers/**/*.test.ts'],
          testTimeout: minute,
          hookTimeout: minute,
          maxWorkers,
        },
      },
      {
        root,
        test: {
          name: 'node',
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
