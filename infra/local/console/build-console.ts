import { cp, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { addBuild, hasBuild } from '../build-cache.ts';
import { hashSources } from './sources.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules', '.cache', 'utdrag');
/** The build that the cloud deploys. */
const DEPLOYED = join(ROOT, 'functions', 'web', 'console', 'dist');
const BUILD_MILLISECONDS = 120_000;

/**
 * The settings that differ between installations of the same build; the console reads them from `/console/config.json`.
 */
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
 * Builds the staff console with Vite and returns the absolute path of the built folder, `<outFolder>/console-<hash>`.
 * The hash covers everything that affects the build, so a second call only reads the sources. The folder is shared:
 * serve it or copy it, and change nothing in it. Safe for several processes at once. Throws Vite's error if a source
 * does not build.
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
 * Copies a built console into a folder, which is emptied first, with its configuration if one is given: the cloud adds
 * its own at the deployment.
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
