import { open } from 'node:fs/promises';

/**
 * Writes the list of files in a folder safely to the disk. Without it a renamed file could be missing after a power
 * cut.
 */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder as a file. Windows writes the list of files to the disk without an fsync of the
  // folder.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
