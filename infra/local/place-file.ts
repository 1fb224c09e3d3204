import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from './sync-folder.ts';

/**
 * Writes a new file (mode 0600) completely or not at all. After the promise has resolved, neither a kill nor a power
 * cut can lose the file. If the write fails, for example on a full disk, no part of the file is left.
 */
export async function placeFile(file: string, content: Buffer): Promise<void> {
  const part = `${file}.part`;
  try {
    const handle = await open(part, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    await rm(part, { force: true });
    await rm(file, { force: true });
    throw error;
  }
}
