import { workerData } from 'node:worker_threads';
import * as z from 'zod';
import { build } from 'vite';

// Runs in a separate thread with NODE_ENV `production`, because the build of Vite reads and changes NODE_ENV.
const { configFile, outDir } = z.strictObject({ configFile: z.string(), outDir: z.string() }).parse(workerData);

await build({
  configFile,
  configLoader: 'native',
  logLevel: 'error',
  build: { outDir, emptyOutDir: true },
});
