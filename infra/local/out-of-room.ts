/**
 * Whether a write failed because the disk is full or broken, or its quota is used up. The same write may succeed later.
 */
export function isOutOfRoom(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if ('code' in error && ['ENOSPC', 'EDQUOT', 'EIO'].includes(String(error.code))) return true;
  // The low byte of an error code of SQLite is its primary code: 13 is SQLITE_FULL, 10 is SQLITE_IOERR.
  return 'errcode' in error && typeof error.errcode === 'number' && [13, 10].includes(error.errcode & 0xff);
}
