import { mkdir } from 'node:fs/promises';
import type { Access, RunningEndpoint } from '../../endpoint.ts';
import { listen } from '../../http.ts';
import { finishTables } from './finish-tables.ts';
import { readRequest, understood } from './requests.ts';
import { jsonError, jsonListener, type JsonReply } from '../json-service.ts';
import type { SignedCall } from '../signature/signed-listener.ts';
import { openStore, type Store } from './store.ts';

// DynamoDB's own limit for one request (BatchWriteItem).
const bodyLimit = 16 * 1024 * 1024;

/**
 * Starts DynamoDB on the loopback interface, with its tables in `folder`.
 * Speaks AWS JSON 1.0; every request must be signed with a key of `access.keys`. Transactions, PartiQL, streams, time
 * to live and parameters that the store would ignore are refused by name.
 */
export async function startDynamoDb(options: {
  readonly access: Access;
  readonly folder: string;
  readonly port?: number;
}): Promise<RunningEndpoint> {
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const store = openStore(options.folder);
  await finishTables(store);
  const server = await listen(
    jsonListener({
      keys: options.access.keys,
      signingName: 'dynamodb',
      target: 'DynamoDB_20120810',
      version: '1.0',
      errorPrefix: 'com.amazonaws.dynamodb.v20120810#',
      bodyLimit,
      operations: understood,
      answer: (operation, call) => answer(options.access, store, operation, call),
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

async function answer(access: Access, store: Store, operation: string, call: SignedCall): Promise<JsonReply> {
  const reading = readRequest(operation, call.body.toString());
  if (!reading.ok) return jsonError(reading.problem.name, reading.problem.message);
  access.record({ principal: call.principal, action: `dynamodb:${operation}`, resource: reading.resource });
  return { kind: 'answer', ...(await store.ask(operation, call.body)) };
}
