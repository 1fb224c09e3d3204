import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A build that was not used for this long is removed. It is not removed earlier, because a running system may still
 * load its files.
 */
const keptMilliseconds = 3 * 24 * 60 * 60_000;

/** Returns whether the build exists. A build that exists counts as just used, so that it is not removed soon. */
export async function hasBuild(build: string): Promise<boolean> {
  if (!(await isFolder(build))) return false;
  const now = new Date();
  await utimes(build, now, now);
  return true;
}

/**
 * Calls `write` to build into a temporary folder. Then renames this folder to the name that `write` returns, for
 * example `build-HASH`, and returns its path. Also removes builds that were not used for a long time. Several processes
 * may call this function at the same time.
 */
export async function addBuild(folder: string, write: (temporary: string) => Promise<string>): Promise<string> {
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `building-${randomUUID()}`);
  try {
    const build = join(folder, await write(temporary));
    await rename(temporary, build).catch(async (error: unknown) => {
      // The rename fails if another process has made the same build first. The build of the other process is then used.
      if (!(await isFolder(build))) throw error;
    });
    await prune(folder, build);
    return build;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** SHA-256, cut to 32 hex digits, for the names of builds. */
export function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}

async function prune(folder: string, current: string): Promise<void> {
  const before = Date.now() - keptMilliseconds;
  for (const name of await readdir(folder)) {
    const build = join(folder, name);
    if (build === current || !/^(build|building|console)-/.test(name)) continue;
    // Another process may have removed the build already.
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
