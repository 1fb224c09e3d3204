import { randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { hashSources } from './sources.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules', '.cache', 'utdrag');
/** What the cloud deploys. */
const DEPLOYED = join(ROOT, 'functions', 'web', 'console', 'dist');
/** Old builds are kept a while, because a system that is still running may serve them. */
const KEPT_MILLISECONDS = 3 * 24 * 60 * 60_000;
const BUILD_MILLISECONDS = 120_000;

/** What differs between places where the same build is served; the console reads it from `/console/config.json`. */
export interface ConsoleConfiguration {
  /** The OpenID provider that staff sign in at. */
  readonly issuer: string;
  readonly clientId: string;
  /** `aud` of the access tokens. */
  readonly audience: string;
  /** Origin of the interface; empty for the console's own. */
  readonly api: string;
}

/**
 * Builds the staff console with Vite and gives the absolute path of the built folder, `<outFolder>/console-<hash>`. The
 * hash is that of everything that can be in the build, so a second call only reads the sources. The folder is shared:
 * serve it as it is or place a copy, and change nothing in it. Safe for several processes at once. Throws Vite's error
 * when a source does not build.
 */
export async function buildConsole({ outFolder = CACHE }: { readonly outFolder?: string } = {}): Promise<string> {
  const folder = resolve(outFolder);
  const built = join(folder, `console-${await hashSources(ROOT)}`);
  if (await isFolder(built)) {
    const now = new Date();
    await utimes(built, now, now);
    return built;
  }
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `console-building-${randomUUID()}`);
  try {
    await viteBuild(temporary);
    await rename(temporary, built).catch(async (error: unknown) => {
      // Another process was faster with the same sources.
      if (!(await isFolder(built))) throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  await prune(folder, built);
  return built;
}

/**
 * Puts a copy of a built console into a folder, which is emptied first, with its configuration where there is one to
 * be read: the cloud brings its own when it deploys.
 */
export async function placeConsole(
  built: string,
  folder: string,
  configuration: ConsoleConfiguration | undefined,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await cp(built, folder, { recursive: true });
  if (configuration === undefined) return;
  const { issuer, clientId, audience, api } = configuration;
  await writeFile(join(folder, 'config.json'), `${JSON.stringify({ issuer, clientId, audience, api })}\n`);
}

async function viteBuild(outDir: string): Promise<void> {
  const worker = new Worker(new URL('./vite-build.ts', import.meta.url), {
    env: { ...process.env, NODE_ENV: 'production' },
    workerData: { configFile: join(ROOT, 'functions', 'web', 'console', 'vite.config.ts'), outDir },
  });
  const timer = setTimeout(() => void worker.terminate(), BUILD_MILLISECONDS);
  try {
    await new Promise<void>((done, fail) => {
      worker.once('error', fail);
      worker.once('exit', (code) => (code === 0 ? done() : fail(new Error(`the build ended with code ${code}`))));
    });
  } finally {
    clearTimeout(timer);
  }
}

async function prune(folder: string, current: string): Promise<void> {
  const before = Date.now() - KEPT_MILLISECONDS;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (path === current || !name.startsWith('console-')) continue;
    // Another process may be faster with this as well.
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && found.mtimeMs < before) await rm(path, { recursive: true, force: true });
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

if (import.meta.main) {
  const from = performance.now();
  await placeConsole(await buildConsole(), DEPLOYED, undefined);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  process.stdout.write(`${relative(process.cwd(), DEPLOYED)} (${seconds} s)\n`);
}
