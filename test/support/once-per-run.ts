import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';

/**
 * Returns the folder `name`, which `fill` has filled. In a run of the tests `fill` is called once for each `name`,
 * although several workers may need the folder: the first worker calls `fill`, and the others wait. If `fill` fails,
 * every worker gets its error.
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
    // A rename, so that a waiting worker never reads half of the file.
    await writeFile(`${outcome}.new`, failure);
    await rename(`${outcome}.new`, outcome);
  }
  const failure = await contentOf(outcome);
  if (failure !== '') throw new Error(failure);
  return folder;
}

/** Waits until the file exists, and returns its content. */
async function contentOf(file: string): Promise<string> {
  for (;;) {
    try {
      return await readFile(file, 'utf8');
    } catch {
      await sleep(100);
    }
  }
}
