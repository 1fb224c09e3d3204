import { statfs } from 'node:fs/promises';
import database, { type DynaliteStore } from 'dynalite/db/index.js';
import validations from 'dynalite/validations/index.js';
import * as z from 'zod';
import { operations } from './operations.ts';

export interface StoreReply {
  readonly status: number;
  readonly body: string;
}

/** Runs the operations of dynalite on the tables in a folder, without dynalite's HTTP server. */
export interface Store {
  /** Runs one operation, for example `PutItem`, with its parameters in JSON. */
  ask(operation: string, parameters: string): Promise<StoreReply>;
  /** Waits until running operations have ended, and then closes the files. */
  close(): Promise<void>;
}

const writing: ReadonlySet<string> = new Set(['DeleteItem', 'PutItem', 'UpdateItem']);
const reading: ReadonlySet<string> = new Set([
  'BatchGetItem',
  'DescribeTable',
  'GetItem',
  'ListTables',
  'Query',
  'Scan',
]);

// dynalite throws this error for a request that DynamoDB would refuse; it contains the response.
const refusalSchema = z.object({ statusCode: z.number().int(), body: z.unknown() });

/**
 * The free space on the disk, in bytes, that is needed to open the files again. While LevelDB opens its files, it
 * copies the content of its log into new files.
 */
const neededToOpen = 2 * 1024 * 1024;

/**
 * Opens the tables in `folder`. Only one process at a time can have them open.
 *
 * A write is acknowledged when the operating system has received it. So a killed process loses nothing. A power cut may
 * lose the last writes, because LevelDB does not wait for the disk.
 *
 * If a write fails, for example on a full disk, the operation gets status 500, and the SDK repeats it. The failed write
 * may leave an incomplete record in the log of LevelDB. Records after an incomplete one would be lost, so every later
 * write is refused until the files are opened again. Each operation first tries to open them, if the disk has enough
 * space. Reads work all the time.
 *
 * `onWrite` is called after each operation that has changed an item.
 */
export function openStore(folder: string, onWrite: () => void = () => undefined): Store {
  const open = (): DynaliteStore =>
    database.create({ path: folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  let store = open();
  const underWay = new Set<Promise<StoreReply>>();
  let closing: Promise<void> | undefined;
  /** True from a failed write until the files have been opened again. */
  let broken = false;
  let reopening: Promise<void> | undefined;

  async function run(operation: string, parameters: string): Promise<StoreReply> {
    if (broken) await (reopening ??= reopen().finally(() => (reopening = undefined)));
    if (broken && !reading.has(operation)) return failure;
    try {
      const reply = { status: 200, body: JSON.stringify(await carryOut(store, operation, parameters)) };
      if (writing.has(operation)) onWrite();
      return reply;
    } catch (error) {
      const refusal = refusalSchema.safeParse(error);
      if (refusal.success) return { status: refusal.data.statusCode, body: JSON.stringify(refusal.data.body) };
      const code = codeOf(error);
      const inFiles = code.startsWith('LEVEL_') && !reading.has(operation);
      // Prints only the code of the error, because its message may contain stored data.
      if (!broken)
        console.error(
          `local DynamoDB: ${inFiles ? 'the disk is full or fails; writes continue when the disk has space again' : `${operation} failed (${code})`}`,
        );
      broken ||= inFiles;
      return failure;
    }
  }

  /** Opens the files again if the disk has enough space. */
  async function reopen(): Promise<void> {
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < neededToOpen) return;
    // If closing the old files fails, the new files are opened all the same.
    await shut(store).catch(() => undefined);
    const fresh = open();
    try {
      await carryOut(fresh, 'ListTables', '{}');
      store = fresh;
      broken = false;
      console.error('local DynamoDB: the disk has space again');
    } catch {
      await shut(fresh).catch(() => undefined);
    }
  }

  return {
    ask(operation, parameters) {
      if (closing !== undefined) return Promise.reject(new Error('the store is closing'));
      const reply = run(operation, parameters);
      underWay.add(reply);
      return reply.finally(() => underWay.delete(reply));
    },
    close() {
      closing ??= Promise.allSettled(underWay).then(async () => await shut(store));
      return closing;
    },
  };
}

async function shut(store: DynaliteStore): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    store.lifecycleManager.gracefulClose((error) => (error === null ? resolve() : reject(error)));
  });
}

const failure: StoreReply = {
  status: 500,
  body: JSON.stringify({
    __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError',
    message: 'The local store failed.',
  }),
};

async function carryOut(store: DynaliteStore, operation: string, parameters: string): Promise<unknown> {
  const known = operations.get(operation);
  if (known === undefined) throw new Error(`the store has no operation ${operation}`);
  const { act, rules } = known;
  const data = validations.checkTypes(JSON.parse(parameters), rules.types);
  validations.checkValidations(data, rules.types, rules.custom, store);
  return await new Promise((resolve, reject) => {
    act(store, data, (error, answer) => {
      if (error === null || error === undefined) resolve(answer);
      // oxlint-disable-next-line prefer-promise-reject-errors -- looked at where it is caught
      else reject(error);
    });
  });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
