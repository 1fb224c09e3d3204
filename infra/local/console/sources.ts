import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files that affect the built console, as glob patterns from the root of the repository. */
const PATTERNS = [
  'functions/web/console/{index.html,vite.config.ts,tsconfig.json}',
  'functions/web/console/{src,public}/**/*.*',
  'functions/api/**/*.ts',
  'functions/commands/**/*.ts',
  'functions/domain/**/*.ts',
  'infra/local/console/*.ts',
  'package.json',
  'package-lock.json',
];

/** Hashes the names and contents of the files in `PATTERNS`, in a fixed order. */
export async function hashSources(root: string): Promise<string> {
  const names: string[] = [];
  for await (const name of glob(PATTERNS, { cwd: root })) names.push(name.replaceAll('\\', '/'));
  names.sort();
  const contents = await Promise.all(names.map((name) => readFile(join(root, name))));
  const hash = createHash('sha256');
  for (const [index, content] of contents.entries())
    hash.update(`${names[index]}\n${content.length}\n`).update(content);
  return hash.digest('hex').slice(0, 32);
}
