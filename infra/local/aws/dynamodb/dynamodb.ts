import { mkdir } from 'node:fs/promises';
import type { Access, RunningEndpoint } from '../../endpoint.ts';
import { listen } from '../../http.ts';
import { finishTables } from './finish-tables.ts';
import { readRequest } from './requests.ts';
import { signedListener, type Answer, type SignedCall } from '../signature/signed-listener.ts';
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
    signedListener({
      keys: options.access.keys,
      bodyLimit,
      answer: (call) => answer(options.access, store, call),
      refuse: (fault) => failure(fault.status === 403 ? 400 : fault.status, fault.name, fault.message),
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

async function answer(access: Access, store: Store, call: SignedCall): Promise<Answer> {
  const target = /^DynamoDB_20120810\.([A-Za-z]+)$/.exec(String(call.headers['x-amz-target']));
  const operation = target?.[1];
  if (call.method !== 'POST' || call.target !== '/' || operation === undefined)
    return failure(400, 'UnknownOperationException', 'This is no DynamoDB request.');
  const reading = readRequest(operation, call.body.toString());
  if (!reading.ok) return failure(400, reading.problem.name, reading.problem.message);
  for (const resource of reading.resources)
    access.record({ principal: call.principal, action: `dynamodb:${operation}`, resource });
  const reply = await store.ask(operation, call.body);
  return { status: reply.status, headers: json, body: reply.body };
}

const json = { 'content-type': 'application/x-amz-json-1.0' };

function failure(status: number, name: string, message: string): Answer {
  return {
    status,
    headers: json,
    body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message }),
  };
}
