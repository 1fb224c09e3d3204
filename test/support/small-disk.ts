import { execFileSync } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A small file system that is mounted for one test. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills the file system until only `leave` bytes are free, rounded up to pages of 4096 bytes. */
  fill(leave: number): void;
  /** Deletes what `fill` has written. */
  free(): void;
  unmount(): void;
}

/**
 * Mounts a tmpfs of `bytes` bytes on a new folder. If the machine does not permit the mount, it returns a text with the
 * reason.
 */
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
      // With `-l` the unmount works even if a failed test still has files open. Without it the error of `umount` would
      // hide the failure of the test.
      execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
      rmdirSync(folder);
    },
  };
}

/** Writes the block again and again until the disk is full. */
function writeAll(file: number, block: Buffer): void {
  try {
    for (;;) writeSync(file, block);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
