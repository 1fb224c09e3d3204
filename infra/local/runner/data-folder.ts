import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process has locked the data folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/** The disk has too little free space to start. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom';
}

/**
 * The open databases that lock a data folder (`takeDataFolder`). This set keeps them from garbage collection, which
 * would close them and so release the locks.
 */
const held = new Set<DatabaseSync>();

/** How many bytes must be free on the disk. The system writes less than this at its start. */
const neededAtStart = 8 * 1024 * 1024;

/**
 * Creates the data folder (mode 0700) and locks it for this process. Returns a function that unlocks the folder. The
 * operating system holds the lock for an open file (`lock.sqlite`), so the lock ends with the process, even after a
 * kill. The file `lock` contains the process id, which only the message of `FolderInUse` uses. Throws `FolderInUse` and
 * `NoRoom`.
 */
export function takeDataFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free < neededAtStart)
    throw new NoRoom(
      `The disk of ${folder} has too little free space to start: ${Math.floor(free / 1024)} KiB are free, and ${neededAtStart / 1024} KiB are needed.`,
    );
  const lockFile = path.join(folder, 'lock.sqlite');
  const tellsWho = path.join(folder, 'lock');
  closeSync(openSync(lockFile, 'a', 0o600));
  const lock = new DatabaseSync(lockFile);
  try {
    // This database serves only as a lock: the code stores nothing in it.
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

/** SQLITE_BUSY, the error code of SQLite if another process holds the lock. */
const sqliteBusy = 5;

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return false;
  return (error.errcode & 0xff) === sqliteBusy;
}

/** The process that holds the lock, as a text for a message, for example ` (process 123)`; empty if it is not known. */
function ownerIn(file: string): string {
  try {
    const pid = readFileSync(file, 'utf8');
    return /^[0-9]+$/.test(pid) ? ` (process ${pid})` : '';
  } catch {
    return '';
  }
}
