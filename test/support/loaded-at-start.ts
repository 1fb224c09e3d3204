import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { build } from 'esbuild';

/** What Node loads and evaluates before a function gets its first event. */
export interface LoadedAtStart {
  readonly files: readonly string[];
  readonly bytes: number;
  /** The packages of the loaded code, such as `@aws-sdk/client-s3`. */
  readonly packages: ReadonlySet<string>;
}

/**
 * What a built `.mjs` file loads at its start: the file itself and every file that it imports statically, directly or
 * through another file. A file that is loaded with `import()` or `require` does not count.
 */
export async function loadedAtStart(entry: string): Promise<LoadedAtStart> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    outdir: '/',
    absWorkingDir: '/',
    logLevel: 'silent',
  });
  const path = (file: string): string => resolve('/', file);
  const byPath = new Map(Object.entries(metafile.inputs).map(([file, input]) => [path(file), input]));
  const files = new Set([path(entry)]);
  let bytes = 0;
  // Files that are added while the loop runs are visited as well.
  for (const file of files) {
    const input = byPath.get(file)!;
    bytes += input.bytes;
    for (const { path: imported, kind, external } of input.imports)
      if (kind === 'import-statement' && external !== true) files.add(path(imported));
  }
  return { files: [...files], bytes, packages: await packagesIn([...files]) };
}

async function packagesIn(files: readonly string[]): Promise<ReadonlySet<string>> {
  const packages = new Set<string>();
  for (const file of files) {
    const { sources } = JSON.parse(await readFile(`${file}.map`, 'utf8')) as { sources: string[] };
    for (const source of sources) {
      const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(resolve(dirname(file), source)) ?? [];
      if (name !== undefined) packages.add(name);
    }
  }
  return packages;
}
