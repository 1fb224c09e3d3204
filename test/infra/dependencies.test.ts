import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';

const root = path.resolve(import.meta.dirname, '../..');
const { dependencies, imports } = z
  .object({ dependencies: z.record(z.string(), z.string()), imports: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));

/** The path of the file that an import names, from the root; `undefined` if the import names a package. */
function fileOf(importer: string, name: string): string | undefined {
  if (name.startsWith('.')) return path.join(path.dirname(importer), name);
  const alias = Object.entries(imports).find(([pattern]) => name.startsWith(pattern.slice(0, -1)));
  return alias && path.join(alias[1].slice(0, -1), name.slice(alias[0].length - 1));
}

/** What a file imports at run time: imports of types are removed before. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const statements = /^(?:import|export)\s(?!type\s)(?:[^'";=]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...text.matchAll(statements)].map(([, fixed, dynamic]) => fixed ?? dynamic ?? '');
}

/** The packages that these files need at run time, directly or through the files that they import. */
function packagesOf(entries: readonly string[]): Set<string> {
  const packages = new Set<string>();
  const files = new Set<string>();
  const open = [...entries];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const name of importsOf(file)) {
      const target = fileOf(file, name);
      if (target !== undefined) open.push(target);
      else if (!name.startsWith('node:'))
        packages.add(
          name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/'),
        );
    }
  }
  return packages;
}

it('the production dependencies are the packages that the deployed functions import, and no others', () => {
  const handlers = readdirSync(path.join(root, 'functions/handlers'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.ts'))
    .map((name) => path.join('functions/handlers', name));
  expect(handlers.length).toBeGreaterThan(10);
  expect([...packagesOf(handlers)].toSorted()).toEqual(Object.keys(dependencies).toSorted());
});
