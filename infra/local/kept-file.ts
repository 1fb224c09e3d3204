import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a small file (mode 0600), or replaces it. If the process is killed meanwhile, the file has either its old or
 * its new content, never a mixture.
 */
export function replaceFile(file: string, content: string): void {
  writeFileSync(`${file}.new`, content, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Reads a small file; `undefined` if the file does not exist. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Reads a small file. If the file does not exist, writes the result of `make` to it and returns this result. */
export function keep(folder: string, name: string, make: () => string): string {
  const file = path.join(folder, name);
  const known = readIfThere(file);
  if (known !== undefined) return known;
  const content = make();
  replaceFile(file, content);
  return content;
}
