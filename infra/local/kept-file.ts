import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes a small file (mode 0600) in place of the one that is there. Killed in between, there is the one or the other. */
export function replaceFile(file: string, content: string): void {
  writeFileSync(`${file}.new`, content, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Reads a small file; `undefined` when there is none. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Reads a small file, or makes it with `make` when it is not there. */
export function keep(folder: string, name: string, make: () => string): string {
  const file = path.join(folder, name);
  const known = readIfThere(file);
  if (known !== undefined) return known;
  const content = make();
  replaceFile(file, content);
  return content;
}
