import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import * as z from 'zod';
import { openDatabase, transact } from '../database.ts';
import type { HistoryEvent } from './history.ts';
import { isObject, parseJson, type JsonObject } from './json.ts';
import { statusSchema, threadSchema, type Execution, type StateMachine, type Status, type Thread } from './model.ts';

/** What one turn of an execution changed. It is written as a whole or not at all. */
export interface Changes {
  readonly execution: Execution;
  readonly saved: readonly Thread[];
  readonly removed: readonly number[];
  readonly events: readonly HistoryEvent[];
}

export interface Page<T> {
  readonly rows: readonly T[];
  /** Where the next page begins; absent on the last. */
  readonly next?: number;
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

/** Columns of version 0.2.0 that nothing reads any more, by table. */
const formerColumns = [
  ['machine', 'updatedAt'],
  ['machine', 'revision'],
  ['machine', 'deleting'],
] as const;

const machineRow = z.object({
  arn: z.string(),
  name: z.string(),
  definition: z.string(),
  roleArn: z.string(),
  createdAt: z.number(),
});
const executionRow = z.object({
  seq: z.number(),
  arn: z.string(),
  name: z.string(),
  machineArn: z.string(),
  machineName: z.string(),
  roleArn: z.string(),
  definition: z.string(),
  input: z.string(),
  startedAt: z.number(),
  timeoutAt: z.number().nullable(),
  status: statusSchema,
  stoppedAt: z.number().nullable(),
  output: z.string().nullable(),
  error: z.string().nullable(),
  cause: z.string().nullable(),
  nextEvent: z.number(),
  nextThread: z.number(),
});
const bodyRow = z.object({ id: z.number(), body: z.string() });
const secretRow = z.object({ value: z.instanceof(Uint8Array) });

export type Journal = ReturnType<typeof openJournal>;

/**
 * Opens the engine's one file, `step-functions.sqlite` in `folder`; all of its durable state is there.
 * Every change is one transaction that is on the disk (WAL, synchronous=FULL) before anything acts on it.
 * The file is held alone: a second engine on the same folder throws.
 */
export function openJournal(folder: string) {
  mkdirSync(folder, { recursive: true });
  const database = openDatabase(join(folder, 'step-functions.sqlite'), schema, formerColumns);
  database.prepare('INSERT OR IGNORE INTO secret (id, value) VALUES (1, ?)').run(randomBytes(32));

  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const run = (sql: string, ...values: SQLInputValue[]): void => {
    prepared(sql).run(...values);
  };
  const rows = <T>(shape: z.ZodType<T>, sql: string, ...values: SQLInputValue[]): T[] =>
    z.array(shape).parse(prepared(sql).all(...values));
  const writeEvents = (arn: string, events: readonly HistoryEvent[]): void => {
    for (const { id, body } of events)
      run('INSERT INTO event (execution, id, body) VALUES (?, ?, ?)', arn, id, JSON.stringify(body));
  };
  const writeThreads = (arn: string, threads: readonly Thread[]): void => {
    for (const thread of threads)
      run(
        'INSERT OR REPLACE INTO thread (execution, id, body) VALUES (?, ?, ?)',
        arn,
        thread.id,
        JSON.stringify(thread),
      );
  };

  return {
    /** The key that this folder's task tokens are made with. */
    secret(): Uint8Array {
      const [row] = rows(secretRow, 'SELECT value FROM secret');
      if (row === undefined) throw new Error('the journal has no secret');
      return row.value;
    },

    machine(arn: string): StateMachine | undefined {
      return rows(machineRow, 'SELECT * FROM machine WHERE arn = ?', arn)[0];
    },

    saveMachine(machine: StateMachine): void {
      run(
        'INSERT OR REPLACE INTO machine (arn, name, definition, roleArn, createdAt) VALUES (?, ?, ?, ?, ?)',
        machine.arn,
        machine.name,
        machine.definition,
        machine.roleArn,
        machine.createdAt,
      );
    },

    begin(execution: Execution, root: Thread, started: HistoryEvent): void {
      transact(database, () => {
        run(
          `INSERT INTO execution (arn, name, machineArn, machineName, roleArn, definition, input, startedAt, timeoutAt,
             status, stoppedAt, output, error, cause, nextEvent, nextThread)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          execution.arn,
          execution.name,
          execution.machineArn,
          execution.machineName,
          execution.roleArn,
          execution.definition,
          execution.input,
          execution.startedAt,
          execution.timeoutAt,
          execution.status,
          execution.stoppedAt,
          execution.output,
          execution.error,
          execution.cause,
          execution.nextEvent,
          execution.nextThread,
        );
        writeThreads(execution.arn, [root]);
        writeEvents(execution.arn, [started]);
      });
    },

    commit({ execution, saved, removed, events }: Changes): void {
      const { arn } = execution;
      transact(database, () => {
        run(
          `UPDATE execution SET status = ?, stoppedAt = ?, output = ?, error = ?, cause = ?, nextEvent = ?, nextThread = ?
             WHERE arn = ?`,
          execution.status,
          execution.stoppedAt,
          execution.output,
          execution.error,
          execution.cause,
          execution.nextEvent,
          execution.nextThread,
          arn,
        );
        writeEvents(arn, events);
        if (execution.status !== 'RUNNING') {
          run('DELETE FROM thread WHERE execution = ?', arn);
          return;
        }
        for (const id of removed) run('DELETE FROM thread WHERE execution = ? AND id = ?', arn, id);
        writeThreads(arn, saved);
      });
    },

    execution(arn: string): Execution | undefined {
      return rows(executionRow, 'SELECT * FROM execution WHERE arn = ?', arn)[0];
    },

    running(): readonly Execution[] {
      return rows(executionRow, `SELECT * FROM execution WHERE status = 'RUNNING' ORDER BY seq`);
    },

    /** Newest first; `before` is exclusive. */
    executions(machineArn: string, status: Status | undefined, before: number, limit: number): Page<Execution> {
      const found = rows(
        executionRow,
        'SELECT * FROM execution WHERE machineArn = ? AND seq < ? AND (? IS NULL OR status = ?) ORDER BY seq DESC LIMIT ?',
        machineArn,
        before,
        status ?? null,
        status ?? null,
        limit + 1,
      );
      const last = found[limit - 1];
      return found.length > limit && last !== undefined
        ? { rows: found.slice(0, limit), next: last.seq }
        : { rows: found };
    },

    threads(arn: string): Thread[] {
      return rows(bodyRow, 'SELECT id, body FROM thread WHERE execution = ? ORDER BY id', arn).map(({ body }) =>
        threadSchema.parse(JSON.parse(body)),
      );
    },

    /** Events in order of their ids, or the newest first; `from` is inclusive. */
    events(arn: string, reverse: boolean, from: number, limit: number): Page<JsonObject> {
      const found = rows(
        bodyRow,
        reverse
          ? 'SELECT id, body FROM event WHERE execution = ? AND id <= ? ORDER BY id DESC LIMIT ?'
          : 'SELECT id, body FROM event WHERE execution = ? AND id >= ? ORDER BY id LIMIT ?',
        arn,
        from,
        limit + 1,
      );
      const next = found[limit]?.id;
      const page = found.slice(0, limit).map(({ body }) => bodyOf(body));
      return next === undefined ? { rows: page } : { rows: page, next };
    },

    close(): void {
      database.close();
    },
  };
}

function bodyOf(text: string): JsonObject {
  const parsed = parseJson(text);
  if (!parsed.ok || !isObject(parsed.value)) throw new Error('the journal holds an event that is not an object');
  return parsed.value;
}
