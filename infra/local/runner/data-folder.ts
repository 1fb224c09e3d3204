import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Something else runs on the folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/** There is almost no room on the disk. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom';
}

/** What is not referred to is closed, and its lock with it. */
const held = new Set<DatabaseSync>();

/** Bytes; what a start writes, with room to spare. */
const neededAtStart = 8 * 1024 * 1024;

/**
 * Makes the data folder (mode 0700) and takes it for this process; gives back what lets it go. The lock is one of the
 * operating system on an open file: it ends with the process, however that ends, and says nothing of anybody else's. The
 * file `lock` beside it only tells people which process it is. Throws `FolderInUse` and `NoRoom`.
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
    // Nothing is ever written to it.
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

/** SQLite's primary code for a lock that somebody else holds. */
const sqliteBusy = 5;

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return false;
  return (error.errcode & 0xff) === sqliteBusy;
}

/** The process that a lock belongs to, as far as is known. */
function ownerIn(file: string): string {
  try {
    const pid = readFileSync(file, 'utf8');
    return /^[0-9]+$/.test(pid) ? ` (process ${pid})` : '';
  } catch {
    return '';
  }
}
