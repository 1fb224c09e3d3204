import { DatabaseSync } from 'node:sqlite';

/**
 * Opens a SQLite file with the given tables; `formerColumns` (table and column) are those of earlier versions that
 * nothing reads any more. One process at a time can have it open: a second one throws. What was committed is on the
 * disk.
 */
export function openDatabase(
  file: string,
  tables: string,
  formerColumns: readonly (readonly [table: string, column: string])[],
): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('PRAGMA foreign_keys = ON');
  database.exec(tables);
  const isThere = database.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?');
  for (const [table, column] of formerColumns)
    if (isThere.get(table, column) !== undefined) database.exec(`ALTER TABLE ${table} DROP COLUMN ${column}`);
  return database;
}

/** Runs the change as one transaction; when it throws, nothing has changed. */
export function transact<T>(database: DatabaseSync, change: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = change();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk has rolled it back already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
