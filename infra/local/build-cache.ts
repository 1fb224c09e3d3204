import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** Old builds are kept for a while, because a running system may still load files from them. */
const keptMilliseconds = 3 * 24 * 60 * 60_000;

/** Whether the build exists. If so, its age starts again, so that it is kept. */
export async function hasBuild(build: string): Promise<boolean> {
  if (!(await isFolder(build))) return false;
  const now = new Date();
  await utimes(build, now, now);
  return true;
}

/**
 * Lets `write` build into a temporary folder and moves the folder to the name that `write` returns, for example
 * `build-HASH`. Returns the path of the folder. Builds that were not used for a long time are removed. Several
 * processes may call this at once.
 */
export async function addBuild(folder: string, write: (temporary: string) => Promise<string>): Promise<string> {
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `building-${randomUUID()}`);
  try {
    const build = join(folder, await write(temporary));
    await rename(temporary, build).catch(async (error: unknown) => {
      // Another process has made the same build first.
      if (!(await isFolder(build))) throw error;
    });
    await prune(folder, build);
    return build;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** The names of builds contain 32 hex digits. */
export function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}

async function prune(folder: string, current: string): Promise<void> {
  const before = Date.now() - keptMilliseconds;
  for (const name of await readdir(folder)) {
    const build = join(folder, name);
    if (build === current || !/^(build|building|console)-/.test(name)) continue;
    // Another process may remove the build first.
    const found = await stat(build).catch(() => undefined);
    if (found !== undefined && found.mtimeMs < before) await rm(build, { recursive: true, force: true });
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
