import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process uses the folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/** The disk is almost full. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom';
}

/** Unreferenced databases are closed, with their lock. */
const held = new Set<DatabaseSync>();

/** Bytes; more than a start writes. */
const neededAtStart = 8 * 1024 * 1024;

/**
 * Makes the data folder (mode 0700) and locks it for this process; returns a function that unlocks it. The lock is a
 * lock of the operating system on an open file: it ends with the process, in whatever way. The file `lock` beside it
 * only tells people which process it is. Throws `FolderInUse` and `NoRoom`.
 */
export function takeDataFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free < neededAtStart)
    throw new NoRoom(
      `There is too little room on the disk of ${folder} to start: ${Math.floor(free / 1024)} KiB are free, and ${neededAtStart / 1024} KiB are needed.`,
    );
  const lockFile = path.join(folder, 'lock.sqlite');
  const tellsWho = path.join(folder, 'lock');
  closeSync(openSync(lockFile, 'a', 0o600));
  const lock = new DatabaseSync(lockFile);
  try {
    // Nothing is ever written to this database.
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new FolderInUse(`another run${ownerIn(tellsWho)} uses ${folder}`);
  }
  held.add(lock);
  writeFileSync(tellsWho, String(process.pid), { mode: 0o600 });
  return () => {
    rmSync(tellsWho, { force: true });
    held.delete(lock);
    lock.close();
  };
}

/** SQLite's primary code for a lock of another process. */
const sqliteBusy = 5;

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return false;
  return (error.errcode & 0xff) === sqliteBusy;
}

/** The process that holds a lock, as far as is known. */
function ownerIn(file: string): string {
  try {
    const pid = readFileSync(file, 'utf8');
    return /^[0-9]+$/.test(pid) ? ` (process ${pid})` : '';
  } catch {
    return '';
  }
}
