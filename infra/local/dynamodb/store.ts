import database, { type DynaliteStore } from 'dynalite/db/index.js';
import validations from 'dynalite/validations/index.js';
import * as z from 'zod';
import { operations } from './operations.ts';

export interface StoreReply {
  readonly status: number;
  readonly body: string;
}

/** dynalite's operations on the tables of a folder, without its HTTP server. */
export interface Store {
  /** Runs one operation, e.g. `PutItem`, with its JSON parameters. */
  ask(operation: string, parameters: string | Buffer): Promise<StoreReply>;
  /** Waits for what is under way, then closes the files. */
  close(): Promise<void>;
}

const reading: ReadonlySet<string> = new Set([
  'BatchGetItem',
  'DescribeTable',
  'GetItem',
  'ListTables',
  'Query',
  'Scan',
]);

// What DynamoDB would refuse comes as an error with the answer in it.
const refusalSchema = z.object({ statusCode: z.number().int(), body: z.unknown() });

/**
 * Opens the tables kept in `folder`; one process at a time may hold it.
 * LevelDB hands each write to the operating system before it is acknowledged, so a killed process loses nothing;
 * it does not wait for the disk, so a power cut may lose the last writes.
 * When the files fail (a full disk), that operation and every later one that writes answers 500: what is written behind
 * a record that was torn would be lost, so nothing more is acknowledged until the folder is opened anew.
 */
export function openStore(folder: string): Store {
  const store = database.create({ path: folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const underWay = new Set<Promise<StoreReply>>();
  let closing: Promise<void> | undefined;
  let broken = false;

  async function run(operation: string, parameters: string | Buffer): Promise<StoreReply> {
    if (broken && !reading.has(operation)) return failure;
    try {
      return { status: 200, body: JSON.stringify(await carryOut(store, operation, parameters)) };
    } catch (error) {
      const refusal = refusalSchema.safeParse(error);
      if (refusal.success) return { status: refusal.data.statusCode, body: JSON.stringify(refusal.data.body) };
      const code = codeOf(error);
      broken ||= code.startsWith('LEVEL_') && !reading.has(operation);
      // The code only: a message may quote what was written.
      console.error(`local DynamoDB: ${operation} failed (${code})${broken ? '; start again once there is room' : ''}`);
      return failure;
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
      closing ??= Promise.allSettled(underWay).then(
        async () =>
          await new Promise<void>((resolve, reject) => {
            store.lifecycleManager.gracefulClose((error) => (error === null ? resolve() : reject(error)));
          }),
      );
      return closing;
    },
  };
}

const failure: StoreReply = {
  status: 500,
  body: JSON.stringify({
    __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError',
    message: 'The local store failed.',
  }),
};

async function carryOut(store: DynaliteStore, operation: string, parameters: string | Buffer): Promise<unknown> {
  const known = operations.get(operation);
  if (known === undefined) throw new Error(`the store has no operation ${operation}`);
  const { act, rules } = known;
  const data = validations.checkTypes(JSON.parse(parameters.toString()), rules.types);
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
