import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, Metafile, Plugin } from 'esbuild';
import * as z from 'zod';
import { addBuild, hashOf, hasBuild } from './build-cache.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/**
 * These files decide which file or package version an import refers to, so a change of one of them makes a new build
 * necessary.
 */
const RESOLUTION = ['package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Some packages call `require` for built-in modules of Node. An ES module has no `require`, so this line defines one. It
 * is removed from files that do not need it.
 */
const DEFINES_REQUIRE = "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);";

/**
 * The options of esbuild, the same for AWS and for one machine.
 *
 * With `splitting`, code behind `import()` is in a separate file, which is loaded only when that line runs. So no
 * function loads the credential providers of the SDK: its AWS credentials are in environment variables. `mainFields`
 * prefers the ES modules of the SDK (`module`), because esbuild can split only these. React selects its production
 * build by NODE_ENV, which Lambda does not set, so `define` sets it.
 *
 * Each function is built for itself and loads about 15 files at its start. If functions shared files, each would load
 * up to 90 small files, and its cold start would take half as long again.
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
  inject: [join(ROOT, 'infra/bundles/plain-schemas.ts')],
  banner: { js: DEFINES_REQUIRE },
  logLevel: 'silent',
} satisfies BuildOptions;

const record = z.object({ inputs: z.record(z.string(), z.string()), build: z.string() });

export interface BundleSettings {
  /** By the name of each function: the `.ts` file that exports its `handler`. */
  readonly entries: Readonly<Record<string, string>>;
  /**
   * The folder for the bundles, for example `node_modules/.cache/utdrag`. It may be deleted at any time, and several
   * processes may use it at the same time.
   */
  readonly outFolder: string;
}

export interface Bundles {
  /** By the name of each function: the absolute path of its bundled `.mjs` file. */
  readonly files: ReadonlyMap<string, string>;
  /** By the name of each function: a folder with only the files that this function can load, and their source maps. */
  readonly folders: ReadonlyMap<string, string>;
  /** True if nothing had to be built, because `outFolder` already contained the build. */
  readonly cached: boolean;
}

/**
 * Bundles the handlers as they are deployed to AWS; a bundled function starts twice as fast. If no source, no lockfile
 * and no option has changed since the last build, that build is used again: the sources are read and their hashes
 * compared, and nothing is built. Throws the error of esbuild if a source does not build.
 */
export async function bundleHandlers({ entries, outFolder }: BundleSettings): Promise<Bundles> {
  const sources = Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, resolve(entry)]));
  const folder = resolve(outFolder);
  const recordFile = join(folder, `${hashOf(JSON.stringify([sources, OPTIONS, process.version]))}.json`);

  const known = await readRecord(recordFile);
  if (known !== undefined && (await isCurrent(known.inputs)) && (await hasBuild(join(folder, known.build))))
    return { ...placesIn(join(folder, known.build), sources), cached: true };

  let inputs: Record<string, string> = {};
  // False if somebody edited a source during the build. Such a build may contain the old or the new text, so the next
  // start must not use it.
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
  return { ...placesIn(build, sources), cached: false };
}

/** Builds each function into a folder of its own, and returns the paths of all sources. */
async function buildInto(outFolder: string, sources: Record<string, string>): Promise<readonly string[]> {
  const define = { ...OPTIONS.define, 'process.env.DOMAIN_BUILD': JSON.stringify(await domainBuild()) };
  const built = await Promise.all(
    Object.entries(sources).map(([name, source]) => buildOne(join(outFolder, name), { [name]: source }, define)),
  );
  return [...new Set(built.flatMap(sourcesIn))];
}

async function buildOne(
  outdir: string,
  entryPoints: Record<string, string>,
  define: Record<string, string>,
): Promise<Metafile> {
  const { build } = await import('esbuild');
  const settings = { ...OPTIONS, define, outdir, absWorkingDir: ROOT, metafile: true } as const;
  const late = new Map<string, string>();
  const { metafile, outputFiles } = await build({
    ...settings,
    entryPoints,
    plugins: [lateLibraries(late)],
    write: false,
  });
  await mkdir(outdir, { recursive: true });
  for (const file of outputFiles)
    await writeFile(file.path, file.path.endsWith('.mjs') ? withoutNeedlessRequire(file.text) : file.contents);
  await Promise.all(besides(metafile).map(async (file) => await copyFile(file, join(outdir, basename(file)))));
  if (late.size > 0)
    await build({
      ...settings,
      entryPoints: Object.fromEntries(late),
      format: 'cjs',
      splitting: false,
      outExtension: { '.js': '.cjs' },
      banner: {},
      inject: [],
    });
  return metafile;
}

/** The files that bundled code loads from its own folder when it runs: the WebAssembly of the library that reads PDF files. */
function besides({ inputs }: Metafile): readonly string[] {
  const library = Object.keys(inputs).find((file) => file.endsWith('@embedpdf/pdfium/dist/index.js'));
  return library === undefined ? [] : [join(ROOT, dirname(library), 'pdfium.wasm')];
}

/** Removes `DEFINES_REQUIRE` from a built file that has no `require`. The empty line stays, for the source map. */
function withoutNeedlessRequire(text: string): string {
  const rest = text.replace(DEFINES_REQUIRE, '');
  return /\brequire\b/.test(rest) ? text : rest;
}

/**
 * An esbuild plugin for libraries that our sources load with `require`. Such a library gets a file of its own outside
 * the bundle, so a function reads the file only when it uses the library. The plugin adds each library to `found`: the
 * key is the name of the new file without `.cjs`, the value is the path of the library.
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

/** The paths of our own sources in the build, and of the files in `RESOLUTION`. */
function sourcesIn({ inputs }: Metafile): readonly string[] {
  const own = Object.keys(inputs).filter((file) => !file.split('/').includes('node_modules'));
  return [...RESOLUTION, ...own].map((file) => resolve(ROOT, file));
}

function placesIn(build: string, sources: Record<string, string>): Pick<Bundles, 'files' | 'folders'> {
  const names = Object.keys(sources);
  return {
    files: new Map(names.map((name) => [name, join(build, name, `${name}.mjs`)])),
    folders: new Map(names.map((name) => [name, join(build, name)])),
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
 * The hash of each file. The keys are paths relative to the root, with `/`. A file that does not exist has the value
 * `missing`.
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
