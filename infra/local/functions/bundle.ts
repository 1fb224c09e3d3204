import { randomUUID } from 'node:crypto';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';
import * as z from 'zod';
import { addBuild, hashOf, hasBuild } from '../build-cache.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/**
 * Files that decide which file or version an import in the sources refers to. If one of them changes, the bundles are
 * built again.
 */
const RESOLUTION = ['package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Code splitting is on even for one function. So the credential providers of the SDK become separate chunks. No
 * function loads these chunks, because its keys are in its environment. `module` comes first, so that esbuild uses the
 * ES modules of the SDK, which can be split. React selects its production build by NODE_ENV, which Lambda does not set.
 */
const OPTIONS = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  splitting: true,
  sourcemap: true,
  outExtension: { '.js': '.mjs' },
  define: { 'process.env.NODE_ENV': '"production"' },
  // Some packages call `require` for the built-in modules of Node. An ES module has no `require`, so the bundle defines
  // it.
  banner: { js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);" },
  logLevel: 'silent',
} as const satisfies BuildOptions;

const record = z.object({ inputs: z.record(z.string(), z.string()), build: z.string() });

export interface BundleSettings {
  /** The `.ts` file that exports `handler`, by the name of the function. */
  readonly entries: Readonly<Record<string, string>>;
  /**
   * The folder for the bundles, for example `node_modules/.cache/utdrag`. Users may delete it, and several processes
   * may use it.
   */
  readonly outFolder: string;
}

export interface Bundles {
  /** The absolute path of the bundled `.mjs` file, by the name of the function. */
  readonly files: ReadonlyMap<string, string>;
  /** True if the folder already contained the build. */
  readonly cached: boolean;
}

/**
 * Bundles the handlers with the settings of the deployment to the cloud. A bundled function starts twice as fast. The
 * name of a build is the hash of every source in it, of the lockfile and of the settings. So if nothing has changed,
 * the next start only reads the sources and compares hashes. Throws esbuild's error if a source does not build.
 */
export async function bundleHandlers({ entries, outFolder }: BundleSettings): Promise<Bundles> {
  const sources = Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, resolve(entry)]));
  const folder = resolve(outFolder);
  const recordFile = join(folder, `${hashOf(JSON.stringify([sources, OPTIONS, process.version]))}.json`);

  const known = await readRecord(recordFile);
  if (known !== undefined && (await isCurrent(known.inputs)) && (await hasBuild(join(folder, known.build))))
    return { files: filesIn(join(folder, known.build), sources), cached: true };

  let inputs: Record<string, string> = {};
  // If somebody edited a source during the build, the build may contain the old or the new text. Such a build must not
  // be used at the next start.
  let settled = false;
  const build = await addBuild(folder, async (temporary) => {
    const started = Date.now();
    const read = await buildInto(temporary, sources);
    inputs = await hashes(read);
    settled = !(await anyChangedSince(read, started));
    return `build-${hashOf(JSON.stringify([sources, OPTIONS, inputs, settled ? 'settled' : randomUUID()]))}`;
  });
  if (settled) {
    const text = JSON.stringify({ inputs, build: basename(build) } satisfies z.infer<typeof record>);
    const temporary = `${recordFile}.${randomUUID()}`;
    await writeFile(temporary, text);
    await rename(temporary, recordFile);
  }
  return { files: filesIn(build, sources), cached: false };
}

/** Builds into `outdir`. Returns the paths of all sources in the build and of the files in `RESOLUTION`. */
async function buildInto(outdir: string, entryPoints: Record<string, string>): Promise<readonly string[]> {
  const { build } = await import('esbuild');
  const { metafile } = await build({ ...OPTIONS, entryPoints, outdir, absWorkingDir: ROOT, metafile: true });
  const own = Object.keys(metafile.inputs).filter((file) => !file.split('/').includes('node_modules'));
  return [...RESOLUTION, ...own].map((file) => resolve(ROOT, file));
}

function filesIn(build: string, sources: Record<string, string>): ReadonlyMap<string, string> {
  return new Map(Object.keys(sources).map((name) => [name, join(build, `${name}.mjs`)]));
}

async function readRecord(file: string): Promise<z.infer<typeof record> | undefined> {
  try {
    return record.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

async function isCurrent(inputs: Record<string, string>): Promise<boolean> {
  const now = await hashes(Object.keys(inputs).map((file) => resolve(ROOT, file)));
  return Object.entries(inputs).every(([file, text]) => now[file] === text);
}

/**
 * The hash of the content of each file, by the path of the file from the root (with `/`). The value is `missing` for a
 * file that does not exist.
 */
async function hashes(files: readonly string[]): Promise<Record<string, string>> {
  const all = await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file).catch(() => undefined);
      return [relative(ROOT, file).split(sep).join('/'), content === undefined ? 'missing' : hashOf(content)] as const;
    }),
  );
  return Object.fromEntries(all);
}

async function anyChangedSince(files: readonly string[], time: number): Promise<boolean> {
  const found = await Promise.all(files.map((file) => stat(file).catch(() => undefined)));
  return found.some((each) => each !== undefined && each.mtimeMs >= time);
}
