import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { openDatabase } from '../database.ts';
import type { HistoryEvent } from './history.ts';
import { isObject, parseJson, type JsonObject } from './json.ts';
import {
  executionSchema,
  machineSchema,
  threadSchema,
  type Execution,
  type StateMachine,
  type Status,
  type Thread,
} from './model.ts';

/** The changes of one turn of an execution, which are written together in one transaction. */
export interface Changes {
  readonly execution: Execution;
  readonly saved: readonly Thread[];
  readonly removed: readonly number[];
  readonly events: readonly HistoryEvent[];
}

export interface Page<T> {
  readonly rows: readonly T[];
  /** Where the next page starts; `undefined` on the last page. */
  readonly next: number | undefined;
}

const schema = `
  CREATE TABLE IF NOT EXISTS secret (id INTEGER PRIMARY KEY CHECK (id = 1), value BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS machine (
    arn TEXT PRIMARY KEY, name TEXT NOT NULL, definition TEXT NOT NULL, roleArn TEXT NOT NULL,
    createdAt REAL NOT NULL
  );
  CREATE TABLE IF NOT EXISTS execution (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, arn TEXT NOT NULL UNIQUE, name TEXT NOT NULL, machineArn TEXT NOT NULL,
    machineName TEXT NOT NULL, roleArn TEXT NOT NULL, definition TEXT NOT NULL, input TEXT NOT NULL,
    startedAt REAL NOT NULL, timeoutAt REAL, status TEXT NOT NULL, stoppedAt REAL, output TEXT, error TEXT, cause TEXT,
    nextEvent INTEGER NOT NULL, nextThread INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS executionOfMachine ON execution (machineArn, seq);
  CREATE INDEX IF NOT EXISTS executionByStatus ON execution (status);
  CREATE TABLE IF NOT EXISTS thread (
    execution TEXT NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (execution, id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS event (
    execution TEXT NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (execution, id)
  ) WITHOUT ROWID;
`;

/**
 * Columns that version 0.2.0 created and the code no longer reads, as pairs of table and column. `openDatabase` drops
 * these columns.
 */
const formerColumns = [
  ['machine', 'updatedAt'],
  ['machine', 'revision'],
  ['machine', 'deleting'],
] as const;

const executionRow = executionSchema.unwrap().extend({ seq: z.number() });
const bodyRow = z.object({ id: z.number(), body: z.string() });
/**
 * A number that is higher than the number of any row or event. The first page of a list with the newest first starts
 * here.
 */
const last = Number.MAX_SAFE_INTEGER;
const secretRow = z.object({ value: z.instanceof(Uint8Array) });

export type Journal = ReturnType<typeof openJournal>;

/**
 * Opens the file `step-functions.sqlite` in `folder`, which contains all durable state of the engine. Every change is
 * one transaction. The transaction is on the disk (WAL, synchronous=FULL) before the change has an effect. Only one
 * engine can have the file open; a second engine on the same folder gets an exception.
 */
export function openJournal(folder: string) {
  mkdirSync(folder, { recursive: true });
  const database = openDatabase(join(folder, 'step-functions.sqlite'), schema, formerColumns);
  database.run('INSERT OR IGNORE INTO secret (id, value) VALUES (1, ?)', randomBytes(32));

  const writeEvents = (execution: string, events: readonly HistoryEvent[]): void => {
    for (const { id, body } of events) database.insert('event', { execution, id, body: JSON.stringify(body) });
  };
  const writeThreads = (execution: string, threads: readonly Thread[]): void => {
    for (const thread of threads)
      database.insert('thread', { execution, id: thread.id, body: JSON.stringify(thread) }, 'replace');
  };

  return {
    /** The secret that signs the task tokens of this folder. */
    secret(): Uint8Array {
      const [row] = database.rows(secretRow, 'SELECT value FROM secret');
      if (row === undefined) throw new Error('the journal has no secret');
      return row.value;
    },

    machine(arn: string): StateMachine | undefined {
      return database.rows(machineSchema, 'SELECT * FROM machine WHERE arn = ?', arn)[0];
    },

    saveMachine(machine: StateMachine): void {
      database.insert('machine', machine, 'replace');
    },

    begin(execution: Execution, root: Thread, started: HistoryEvent): void {
      database.transact(() => {
        database.insert('execution', execution);
        writeThreads(execution.arn, [root]);
        writeEvents(execution.arn, [started]);
      });
    },

    commit({ execution, saved, removed, events }: Changes): void {
      const { arn, status, stoppedAt, output, error, cause, nextEvent, nextThread } = execution;
      const outcome = [status, stoppedAt, output, error, cause, nextEvent, nextThread];
      database.transact(() => {
        database.run(
          `UPDATE execution SET (status, stoppedAt, output, error, cause, nextEvent, nextThread) = (?, ?, ?, ?, ?, ?, ?)
             WHERE arn = ?`,
          ...outcome,
          arn,
        );
        writeEvents(arn, events);
        if (status !== 'RUNNING') return database.run('DELETE FROM thread WHERE execution = ?', arn);
        for (const id of removed) database.run('DELETE FROM thread WHERE execution = ? AND id = ?', arn, id);
        return writeThreads(arn, saved);
      });
    },

    execution(arn: string): Execution | undefined {
      return database.rows(executionRow, 'SELECT * FROM execution WHERE arn = ?', arn)[0];
    },

    running(): readonly Execution[] {
      return database.rows(executionRow, `SELECT * FROM execution WHERE status = 'RUNNING' ORDER BY seq`);
    },

    /** Lists executions, newest first; `before` is exclusive. */
    executions(machineArn: string, status: Status | undefined, before = last, limit: number): Page<Execution> {
      const found = database.rows(
        executionRow,
        `SELECT * FROM execution WHERE machineArn = ? AND seq < ? AND status = coalesce(?, status)
           ORDER BY seq DESC LIMIT ?`,
        machineArn,
        before,
        status ?? null,
        limit + 1,
      );
      const rows = found.slice(0, limit);
      return { rows, next: found.length > limit ? rows.at(-1)?.seq : undefined };
    },

    threads(arn: string): Thread[] {
      return database
        .rows(bodyRow, 'SELECT id, body FROM thread WHERE execution = ? ORDER BY id', arn)
        .map(({ body }) => threadSchema.parse(JSON.parse(body)));
    },

    /** Lists events by ascending or descending id; `from` is inclusive. */
    events(arn: string, reverse: boolean, from = reverse ? last : 1, limit: number): Page<JsonObject> {
      const order = reverse ? 'id <= ? ORDER BY id DESC' : 'id >= ? ORDER BY id';
      const sql = `SELECT id, body FROM event WHERE execution = ? AND ${order} LIMIT ?`;
      const found = database.rows(bodyRow, sql, arn, from, limit + 1);
      return { rows: found.slice(0, limit).map(({ body }) => bodyOf(body)), next: found[limit]?.id };
    },

    close: () => database.close(),
  };
}

function bodyOf(text: string): JsonObject {
  const parsed = parseJson(text);
  if (!parsed.ok || !isObject(parsed.value)) throw new Error('the journal holds an event that is not an object');
  return parsed.value;
}
