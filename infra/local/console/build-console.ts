import { cp, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { addBuild, hasBuild } from '../build-cache.ts';
import { hashSources } from './sources.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules', '.cache', 'utdrag');
/** The settings of the build that the cloud deploys. */
const DEPLOYED = join(ROOT, 'functions', 'web', 'console', 'dist');
const BUILD_MILLISECONDS = 120_000;

/**
 * The settings that differ between installations of the same build. The console reads them from `/console/config.json`.
 */
export interface ConsoleConfiguration {
  /** The OpenID provider that staff sign in with. */
  readonly issuer: string;
  readonly clientId: string;
  /** The claim `aud` of the access tokens. */
  readonly audience: string;
  /** The origin of the HTTP API; empty if the API has the origin of the console. */
  readonly api: string;
}

/**
 * Builds the staff console with Vite and returns the absolute path of the built folder, `<outFolder>/console-<hash>`.
 * The hash covers everything that affects the build, so a second call only reads the sources. Several processes may use
 * the folder, so copy or serve it and change nothing in it. Several processes may call this at once. Throws Vite's
 * error if a source does not build.
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
 * Copies a built console into a folder, which is emptied first. If a configuration is given, it is written there too;
 * for the cloud the deployment adds the configuration.
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
