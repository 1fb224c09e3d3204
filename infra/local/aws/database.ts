import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import * as z from 'zod';

/** An open SQLite file. No other process can open it at the same time. A committed transaction survives a power cut. */
export interface Database {
  /** The rows of a query, checked with a schema. */
  rows<T>(shape: z.ZodType<T>, sql: string, ...values: SQLInputValue[]): T[];
  run(sql: string, ...values: SQLInputValue[]): void;
  /**
   * Inserts a row and returns its row id. The keys of `row` are the names of the columns. With `replace` the row
   * replaces a row with the same key.
   */
  insert(table: string, row: Readonly<Record<string, SQLInputValue>>, mode?: 'replace'): number;
  /** Runs the changes as one transaction; if `change` throws, nothing is changed. */
  transact<T>(change: () => T): T;
  close(): void;
}

/**
 * Opens a SQLite file, and creates the tables in `tables` (SQL) if they are missing. `formerColumns` lists the columns
 * that only earlier versions used; they are dropped if they exist. Throws if another process has the file open.
 */
export function openDatabase(
  file: string,
  tables: string,
  formerColumns: readonly (readonly [table: string, column: string])[],
): Database {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('PRAGMA foreign_keys = ON');
  database.exec(tables);
  const isThere = database.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?');
  for (const [table, column] of formerColumns)
    if (isThere.get(table, column) !== undefined) database.exec(`ALTER TABLE ${table} DROP COLUMN ${column}`);

  const statements = new Map<string, StatementSync>();
  function prepared(sql: string): StatementSync {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }

  return {
    rows: (shape, sql, ...values) => z.array(shape).parse(prepared(sql).all(...values)),
    run: (sql, ...values) => void prepared(sql).run(...values),
    insert(table, row, mode) {
      const columns = Object.keys(row);
      const verb = mode === 'replace' ? 'INSERT OR REPLACE' : 'INSERT';
      const sql = `${verb} INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
      return Number(prepared(sql).run(...Object.values(row)).lastInsertRowid);
    },
    transact(change) {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = change();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        // If the disk is full, SQLite has already rolled the transaction back, so this ROLLBACK would fail.
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => database.close(),
  };
}
