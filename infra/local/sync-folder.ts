import { open } from 'node:fs/promises';

/** Brings a folder's entries safely onto the disk, so that a renamed file is found after a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder, and keeps its entries without being told.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
