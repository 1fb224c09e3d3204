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

/** Node closes a database that no variable refers to, and closing it ends the lock. */
const held = new Set<DatabaseSync>();

/** In bytes; more than the start of the system writes. */
const neededAtStart = 8 * 1024 * 1024;

/**
 * Makes the data folder (mode 0700) and locks it for this process. Returns a function that unlocks the folder. The
 * operating system holds the lock on an open file, and releases the lock when the process ends, even after a kill. The
 * file `lock` only tells users which process has the folder. Throws `FolderInUse` and `NoRoom`.
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
    // The code never writes to this database.
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

/** SQLite's primary error code if another process holds a lock. */
const sqliteBusy = 5;

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return false;
  return (error.errcode & 0xff) === sqliteBusy;
}

/** The process that holds the lock, if it is known. */
function ownerIn(file: string): string {
  try {
    const pid = readFileSync(file, 'utf8');
    return /^[0-9]+$/.test(pid) ? ` (process ${pid})` : '';
  } catch {
    return '';
  }
}
