import { mkdir } from 'node:fs/promises';
import type { Access, RunningEndpoint } from '../../endpoint.ts';
import { listen } from '../../http.ts';
import { jsonListener, type JsonReply, type Operation } from '../json-service.ts';
import { addedItem, type ItemKeys } from './added-item.ts';
import { finishTables } from './finish-tables.ts';
import { resourceIn, understood } from './requests.ts';
import { openStore } from './store.ts';

// The longest request that DynamoDB accepts for any operation (BatchWriteItem), in bytes.
const bodyLimit = 16 * 1024 * 1024;

/**
 * Starts the DynamoDB endpoint on the loopback interface, with its tables in `folder`. The protocol is AWS JSON 1.0.
 * Every request must be signed with a key of `access.keys`. An operation that is not implemented, such as a
 * transaction, gets `UnknownOperationException`. A parameter that is not supported gets an error with its name.
 */
export async function startDynamoDb(options: {
  readonly access: Access;
  readonly folder: string;
  readonly port?: number;
  /** Called with the keys of each item that was added, in place of a stream of the table. */
  readonly onAdded?: (keys: ItemKeys) => void;
  /** Called after each operation that has changed an item. */
  readonly onWrite?: () => void;
}): Promise<RunningEndpoint> {
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const store = openStore(options.folder, options.onWrite);
  await finishTables(store);
  const operation =
    (name: string): Operation =>
    (body) => {
      const resource = resourceIn(name, body);
      if (typeof resource !== 'string') return resource;
      const run = async (): Promise<JsonReply> => {
        const reply = await store.ask(name, body);
        const added = reply.status === 200 ? addedItem(name, body) : undefined;
        if (added !== undefined) options.onAdded?.(added);
        return { kind: 'answer', ...reply };
      };
      return { kind: 'asked', resource, run };
    };
  const server = await listen(
    jsonListener({
      access: options.access,
      signingName: 'dynamodb',
      target: 'DynamoDB_20120810',
      version: '1.0',
      errorPrefix: 'com.amazonaws.dynamodb.v20120810#',
      bodyLimit,
      operations: new Map([...understood.keys()].map((name) => [name, operation(name)])),
    }),
    options.port,
  ).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  return {
    url: server.url,
    async close() {
      await server.close();
      await store.close();
    },
  };
}
