import { workerData } from 'node:worker_threads';
import * as z from 'zod';
import { build } from 'vite';

// This script runs Vite in a separate thread with NODE_ENV `production`. Vite reads and changes NODE_ENV, and the main
// thread must keep its own value.
const { configFile, outDir } = z.strictObject({ configFile: z.string(), outDir: z.string() }).parse(workerData);

await build({
  configFile,
  configLoader: 'native',
  logLevel: 'error',
  build: { outDir, emptyOutDir: true },
});
