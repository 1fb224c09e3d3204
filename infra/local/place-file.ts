import { open, rename } from 'node:fs/promises';
import path from 'node:path';

/** Puts a whole new file (mode 0600) in place, or none; returns once it would survive a kill or a power cut. */
export async function placeFile(file: string, content: Buffer): Promise<void> {
  const part = `${file}.part`;
  const handle = await open(part, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file);
  await syncFolder(path.dirname(file));
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no folder to sync: it opens files only.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
