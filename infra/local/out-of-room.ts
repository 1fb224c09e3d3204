/** Whether a write failed because the disk is full or broken. Such a write may succeed later. */
export function isOutOfRoom(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if ('code' in error && ['ENOSPC', 'EDQUOT', 'EIO'].includes(String(error.code))) return true;
  // The low byte is the primary error code of SQLite: SQLITE_FULL or SQLITE_IOERR.
  return 'errcode' in error && typeof error.errcode === 'number' && [13, 10].includes(error.errcode & 0xff);
}
