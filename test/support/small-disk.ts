import { execFileSync } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A file system of its own that is soon full. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes all the room that there is but so many bytes, rounded up to whole pages of 4096. */
  fill(leave: number): void;
  /** Gives it back. */
  free(): void;
  unmount(): void;
}

/** Mounts a tmpfs of so many bytes on a new folder; says why where the machine does not permit it. */
export function mountSmallDisk(bytes: number): SmallDisk | string {
  const folder = mkdtempSync(path.join(tmpdir(), 'utdrag-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmdirSync(folder);
    return `this machine does not permit mounting a tmpfs (${process.platform})`;
  }
  const filler = path.join(folder, 'filler');
  return {
    folder,
    fill(leave) {
      const file = openSync(filler, 'a');
      try {
        for (let size = 1 << 20; size > 0; size >>= 1) writeAll(file, Buffer.alloc(size));
        ftruncateSync(file, fstatSync(file).size - Math.ceil(leave / 4096) * 4096);
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
    unmount() {
      // Lazily: what a failed test still holds open must not hide why it failed.
      execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
      rmdirSync(folder);
    },
  };
}

/** Writes the block as often as it fits. */
function writeAll(file: number, block: Buffer): void {
  try {
    for (;;) writeSync(file, block);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
