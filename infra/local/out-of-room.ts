/** Whether a write failed because the disk is full or broken: it may succeed later. */
export function isOutOfRoom(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if ('code' in error && ['ENOSPC', 'EDQUOT', 'EIO'].includes(String(error.code))) return true;
  // The low byte is SQLite's primary code: SQLITE_FULL and SQLITE_IOERR.
  return 'errcode' in error && typeof error.errcode === 'number' && [13, 10].includes(error.errcode & 0xff);
}
