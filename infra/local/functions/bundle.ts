import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';
import * as z from 'zod';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** What decides how names are resolved and which versions are bundled. */
const RESOLUTION = ['package.json', 'package-lock.json', 'tsconfig.json'];
/** Old bundles are kept a while, because a system that is still running may load a chunk of its own. */
const KEPT_MILLISECONDS = 3 * 24 * 60 * 60_000;

/**
 * Splitting pays even for one function: the SDK's credential providers, which a function with keys in its environment
 * never uses, become chunks that nobody loads. `module` first, so that the SDK's ES modules are what is split.
 * React chooses its faster half by NODE_ENV, which Lambda does not set.
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
  // Some packages call `require` for Node's own modules, which an ES module does not have.
  banner: { js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);" },
  logLevel: 'silent',
} as const satisfies BuildOptions;

const record = z.object({ inputs: z.record(z.string(), z.string()), build: z.string() });

export interface BundleSettings {
  /** Function name to the `.ts` file that exports its `handler`. */
  readonly entries: Readonly<Record<string, string>>;
  /** Keeps the bundles, e.g. `node_modules/.cache/utdrag`. Safe to delete, and to share between processes. */
  readonly outFolder: string;
}

export interface Bundles {
  /** Function name to the bundled `.mjs`, absolute. */
  readonly files: ReadonlyMap<string, string>;
  /** True when an earlier build with the same content was taken. */
  readonly cached: boolean;
}

/**
 * Bundles the handlers as the cloud's deployment does, which halves the start-up of an instance. A build is kept under
 * the hash of every source that went into it, of the lockfile and of these options, so a second start only reads and
 * hashes the sources. Throws esbuild's error when a source does not build.
 */
export async function bundleHandlers({ entries, outFolder }: BundleSettings): Promise<Bundles> {
  const sources = Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, resolve(entry)]));
  const folder = resolve(outFolder);
  await mkdir(folder, { recursive: true });
  const recordFile = join(folder, `${hash(JSON.stringify([sources, OPTIONS, process.version]))}.json`);

  const known = await readRecord(recordFile);
  if (known !== undefined && (await isCurrent(known.inputs)) && (await isFolder(join(folder, known.build)))) {
    const now = new Date();
    await utimes(join(folder, known.build), now, now);
    return { files: filesIn(join(folder, known.build), sources), cached: true };
  }
  const build = await buildInto(folder, sources, recordFile);
  await prune(folder, build);
  return { files: filesIn(join(folder, build), sources), cached: false };
}

async function buildInto(folder: string, sources: Record<string, string>, recordFile: string): Promise<string> {
  const { build } = await import('esbuild');
  const temporary = join(folder, `building-${randomUUID()}`);
  try {
    const started = Date.now();
    const { metafile } = await build({
      ...OPTIONS,
      entryPoints: sources,
      outdir: temporary,
      absWorkingDir: ROOT,
      metafile: true,
    });
    const own = Object.keys(metafile.inputs).filter((file) => !file.split('/').includes('node_modules'));
    const read = [...RESOLUTION, ...own].map((file) => resolve(ROOT, file));
    const inputs = await hashes(read);
    // What was edited during the build may be in it or not, so that build must not be found again.
    const settled = !(await anyChangedSince(read, started));
    const name = `build-${hash(JSON.stringify([sources, OPTIONS, inputs, settled ? 'settled' : randomUUID()]))}`;
    await rename(temporary, join(folder, name)).catch(async (error: unknown) => {
      // Another process was faster with the same content.
      if (!(await isFolder(join(folder, name)))) throw error;
    });
    if (!settled) return name;
    await writeFile(`${temporary}.json`, JSON.stringify({ inputs, build: name } satisfies z.infer<typeof record>));
    await rename(`${temporary}.json`, recordFile);
    return name;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
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

/** Path from the root, with `/`, to the hash of the content; a missing file hashes as `missing`. */
async function hashes(files: readonly string[]): Promise<Record<string, string>> {
  const all = await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file).catch(() => undefined);
      return [relative(ROOT, file).split(sep).join('/'), content === undefined ? 'missing' : hash(content)] as const;
    }),
  );
  return Object.fromEntries(all);
}

async function anyChangedSince(files: readonly string[], time: number): Promise<boolean> {
  const found = await Promise.all(files.map((file) => stat(file).catch(() => undefined)));
  return found.some((each) => each !== undefined && each.mtimeMs >= time);
}

async function prune(folder: string, current: string): Promise<void> {
  const before = Date.now() - KEPT_MILLISECONDS;
  for (const name of await readdir(folder)) {
    if (name === current || !/^(build|building)-/.test(name)) continue;
    // Another process may be faster with this as well.
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found !== undefined && found.mtimeMs < before) await rm(join(folder, name), { recursive: true, force: true });
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function hash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
