import { cp, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { addBuild, hasBuild } from '#infra/bundles/build-cache.ts';
import { hashSources } from './sources.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules', '.cache', 'utdrag');
/** The folder from which the deployment to the cloud takes the built console. */
const DEPLOYED = join(ROOT, 'functions', 'web', 'console', 'dist');
const BUILD_MILLISECONDS = 120_000;

/**
 * The settings of one installation of the console. The console reads them from `/console/config.json`, so the build
 * itself is the same everywhere.
 */
export interface ConsoleConfiguration {
  /** The OpenID provider that staff sign in with. */
  readonly issuer: string;
  readonly clientId: string;
  /** The claim `aud` that the access tokens of staff must have. */
  readonly audience: string;
  /** The origin of the HTTP API; empty if the API has the origin of the console. */
  readonly api: string;
}

/**
 * Builds the staff console with Vite. Returns the absolute path of the built folder, `<outFolder>/console-<hash>`. The
 * hash covers the sources of the console, the settings of the build and the lockfile. If none of them has changed since
 * an earlier call, the function builds nothing and returns the earlier folder. The caller may copy or serve the folder,
 * but must not change it, because other processes may use it. Several processes may call this function at the same
 * time. Throws Vite's error if a source does not build.
 */
export async function buildConsole({ outFolder = CACHE }: { readonly outFolder?: string } = {}): Promise<string> {
  const folder = resolve(outFolder);
  const name = `console-${await hashSources(ROOT)}`;
  const built = join(folder, name);
  if (await hasBuild(built)) return built;
  return await addBuild(folder, async (temporary) => {
    await viteBuild(temporary);
    return name;
  });
}

/**
 * Empties `folder` and copies the built console into it. `configuration` is written as `config.json`. In the cloud it
 * is `undefined`, because the deployment writes `config.json`.
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

if (import.meta.main) {
  const from = performance.now();
  await placeConsole(await buildConsole(), DEPLOYED, undefined);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  process.stdout.write(`${relative(process.cwd(), DEPLOYED)} (${seconds} s)\n`);
}
