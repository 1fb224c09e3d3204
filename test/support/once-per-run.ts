import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';

/**
 * Returns a folder that `fill` has filled. `fill` is called once for each name in a run of the tests: the first worker
 * that asks calls it, and the others wait for that worker. If `fill` fails, all of them fail.
 */
export async function oncePerRun(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = path.join(inject('runFolder'), name);
  const outcome = `${folder}.outcome`;
  const isFirst = await mkdir(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
  if (isFirst) {
    const failure = await fill(folder).then(
      () => '',
      (error: unknown) => String(error),
    );
    // The file appears with its whole content.
    await writeFile(`${outcome}.new`, failure);
    await rename(`${outcome}.new`, outcome);
  }
  const failure = await contentOf(outcome);
  if (failure !== '') throw new Error(failure);
  return folder;
}

/** The content of a file, as soon as the file is there. */
async function contentOf(file: string): Promise<string> {
  for (;;) {
    try {
      return await readFile(file, 'utf8');
    } catch {
      await sleep(100);
    }
  }
}
