import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import * as z from 'zod';

const root = path.resolve(import.meta.dirname, '../..');
const { dependencies } = z
  .object({ dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));

/** The packages that these files need at run time, directly or through the files that they import, at once or later. */
async function packagesOf(entryPoints: string[]): Promise<ReadonlySet<string>> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'nowhere',
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    write: false,
    metafile: true,
  });
  const names = Object.values(metafile.outputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external === true).map(({ path: name }) => name),
  );
  return new Set(
    names
      .filter((name) => !name.startsWith('node:'))
      .map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
  );
}

it('the production dependencies are the packages that the deployed functions import, and no others', async () => {
  const handlers = readdirSync(path.join(root, 'functions/handlers'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.ts'))
    .map((name) => path.join('functions/handlers', name));
  expect(handlers.length).toBeGreaterThan(10);
  expect([...(await packagesOf(handlers))].toSorted()).toEqual(Object.keys(dependencies).toSorted());
});
