import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, Metafile, Plugin } from 'esbuild';
import * as z from 'zod';
import { addBuild, hashOf, hasBuild } from './build-cache.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/**
 * Files that decide which file or version an import in the sources refers to. If one of them changes, the bundles are
 * built again.
 */
const RESOLUTION = ['package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * The options of the build for AWS and for one machine. Code splitting puts code that several functions load into a
 * file of its own. A file that the code loads with `import()` or `require` is loaded only when that line runs. So no
 * function loads the credential providers of the SDK, because its keys are in its environment. `module` comes first, so
 * that esbuild uses the ES modules of the SDK, which can be split. React selects its production build by NODE_ENV,
 * which Lambda does not set.
 */
const OPTIONS = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  splitting: true,
  minify: true,
  sourcemap: true,
  sourcesContent: false,
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
  /** A folder with only the files that a function can load, and their source maps, by the name of the function. */
  readonly folders: ReadonlyMap<string, string>;
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
    return { ...placesIn(join(folder, known.build), sources), cached: true };

  let inputs: Record<string, string> = {};
  // If somebody edited a source during the build, the build may contain the old or the new text. Such a build must not
  // be used at the next start.
  let settled = false;
  const build = await addBuild(folder, async (temporary) => {
    const started = Date.now();
    const metafile = await buildInto(temporary, sources);
    await linkFolders(temporary, sources, metafile);
    const read = sourcesIn(metafile);
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
  return { ...placesIn(build, sources), cached: false };
}

async function buildInto(outdir: string, entryPoints: Record<string, string>): Promise<Metafile> {
  const { build } = await import('esbuild');
  const define = { ...OPTIONS.define, 'process.env.DOMAIN_BUILD': JSON.stringify(await domainBuild()) };
  const settings = { ...OPTIONS, define, outdir, absWorkingDir: ROOT, metafile: true } as const;
  const late = new Map<string, string>();
  const { metafile } = await build({ ...settings, entryPoints, plugins: [lateLibraries(late)] });
  if (late.size === 0) return metafile;
  const libraries = await build({
    ...settings,
    entryPoints: Object.fromEntries(late),
    format: 'cjs',
    splitting: false,
    outExtension: { '.js': '.cjs' },
    banner: {},
  });
  return { inputs: metafile.inputs, outputs: { ...metafile.outputs, ...libraries.metafile.outputs } };
}

/**
 * Leaves a library that our sources load with `require` out of the bundle, so that a function reads its file only when
 * it uses the library. Adds the libraries to `found`: the path of the library by the name of its file.
 */
function lateLibraries(found: Map<string, string>): Plugin {
  return {
    name: 'late-libraries',
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ kind, path, importer, resolveDir }) => {
        if (kind !== 'require-call' || importer.split(sep).includes('node_modules')) return undefined;
        const library = await build.resolve(path, { kind: 'import-statement', importer, resolveDir });
        if (library.errors.length > 0) return { errors: library.errors };
        const name = path.replaceAll(/[^\w-]+/g, '-');
        found.set(name, library.path);
        return { path: `./${name}.cjs`, external: true };
      });
    },
  };
}

/**
 * A hash of the sources of the rules and of the lockfile. A stored snapshot of a case names it
 * (`functions/store/case-log.ts`), so that no function uses a state that other rules have computed.
 */
async function domainBuild(): Promise<string> {
  const folder = join(ROOT, 'functions/domain');
  const sources = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts')).sort();
  const files = [...sources.map((file) => join(folder, file)), join(ROOT, 'package-lock.json')];
  return hashOf(JSON.stringify(await hashes(files)));
}

/** The paths of every source in the build, and of the files that affected it. */
function sourcesIn({ inputs }: Metafile): readonly string[] {
  const own = Object.keys(inputs).filter((file) => !file.split('/').includes('node_modules'));
  return [...RESOLUTION, ...own].map((file) => resolve(ROOT, file));
}

/** The file of a function and every file that it imports at its start or later. */
function partsOf(entry: string, { outputs }: Metafile): string[] {
  const byName = new Map(Object.entries(outputs).map(([file, output]) => [basename(file), output]));
  const parts = new Set([entry]);
  // Files that are added while the loop runs are visited as well.
  for (const part of parts)
    for (const { path } of byName.get(part)?.imports ?? []) if (byName.has(basename(path))) parts.add(basename(path));
  return [...parts].sort();
}

/** Links the files of each function into a folder of its own. */
async function linkFolders(build: string, sources: Record<string, string>, metafile: Metafile): Promise<void> {
  for (const name of Object.keys(sources)) {
    const own = folderIn(build, name);
    await mkdir(own, { recursive: true });
    for (const part of partsOf(`${name}.mjs`, metafile))
      for (const file of [part, `${part}.map`]) await link(join(build, file), join(own, file));
  }
}

function folderIn(build: string, name: string): string {
  return join(build, 'functions', name);
}

function placesIn(build: string, sources: Record<string, string>): Pick<Bundles, 'files' | 'folders'> {
  const names = Object.keys(sources);
  return {
    files: new Map(names.map((name) => [name, join(build, `${name}.mjs`)])),
    folders: new Map(names.map((name) => [name, folderIn(build, name)])),
  };
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
