// Vitest calls this once, before the tests of a project. The workers of the project share the folder.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    runFolder: string;
  }
}

/** Makes the folder; the returned function removes it after the tests. */
export default async function makeRunFolder(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'utdrag-run-'));
  project.provide('runFolder', folder);
  return async () => await rm(folder, { recursive: true, force: true });
}
