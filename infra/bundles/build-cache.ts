import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A build that no process has used for three days is removed. A build that a running process uses is kept. */
const keptMilliseconds = 3 * 24 * 60 * 60_000;

/**
 * Returns whether the build exists. If it does, marks it as used by this process: it is then not removed while the
 * process runs, because a running system loads some files of its build late.
 */
export async function hasBuild(build: string): Promise<boolean> {
  if (!(await isFolder(build))) return false;
  await markUsed(build);
  const now = new Date();
  await utimes(build, now, now);
  return true;
}

/**
 * Adds a build to the cache folder and returns its path. `write` builds into a temporary folder and returns the name of
 * the build, for example `build-HASH`; the temporary folder is then renamed to this name. The new build is not removed
 * while this process runs. Old builds that no process uses are removed. Several processes may call this function at the
 * same time.
 */
export async function addBuild(folder: string, write: (temporary: string) => Promise<string>): Promise<string> {
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `building-${randomUUID()}`);
  try {
    const build = join(folder, await write(temporary));
    await markUsed(build);
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

/** The first 32 hex digits of the SHA-256, for the names of builds. */
export function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}

/** Writes an empty file beside the build, for example `used-by-4711-build-HASH`: the process 4711 uses this build. */
async function markUsed(build: string): Promise<void> {
  await writeFile(join(dirname(build), `used-by-${process.pid}-${basename(build)}`), '');
}

async function prune(folder: string, current: string): Promise<void> {
  const before = Date.now() - keptMilliseconds;
  const used = await buildsInUse(folder);
  for (const name of await readdir(folder)) {
    const build = join(folder, name);
    if (build === current || used.has(name) || !/^(build|building|console)-/.test(name)) continue;
    // Another process may have removed the build already.
    const found = await stat(build).catch(() => undefined);
    if (found !== undefined && found.mtimeMs < before) await rm(build, { recursive: true, force: true });
  }
}

/**
 * The names of the builds that running processes use. Also removes the `used-by-…` files of processes that have ended.
 */
async function buildsInUse(folder: string): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  for (const file of await readdir(folder)) {
    const [, pid, build] = /^used-by-(\d+)-(.+)$/.exec(file) ?? [];
    if (pid === undefined || build === undefined) continue;
    if (isRunning(Number(pid))) used.add(build);
    else await rm(join(folder, file), { force: true });
  }
  return used;
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 only asks whether the process exists.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process exists and belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
