import { execFileSync } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A small file system for one test, which the test can fill. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills the file system until only that many bytes are free, rounded up to pages of 4096 bytes. */
  fill(leave: number): void;
  /** Frees the space again. */
  free(): void;
  unmount(): void;
}

/** Mounts a tmpfs of that many bytes on a new folder. Returns the reason if the machine does not permit the mount. */
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
      // A lazy unmount: files that a failed test still has open must not cause an error that hides the failure of the
      // test.
      execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
      rmdirSync(folder);
    },
  };
}

/** Writes the block repeatedly until it no longer fits. */
function writeAll(file: number, block: Buffer): void {
  try {
    for (;;) writeSync(file, block);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
