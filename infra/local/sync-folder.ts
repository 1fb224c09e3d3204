import { open } from 'node:fs/promises';

/**
 * Calls fsync on a folder, so that its list of files is on the disk. Without this call a file that was just renamed
 * could be missing after a power cut.
 */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder as a file, and needs no fsync for a list of files.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
