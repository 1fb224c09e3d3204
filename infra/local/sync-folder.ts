import { open } from 'node:fs/promises';

/** Writes the entries of a folder safely to the disk, so that a renamed file is found after a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder as a file, and writes its entries to the disk itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
