// Contract of DynamoDB as the product uses it. With AWS_ENDPOINT_URL_DYNAMODB (and ordinary AWS credentials) in the
// environment the same tests run against that endpoint, and ours is not started.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DeleteTableCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  UpdateTimeToLiveCommand,
  type AttributeValue,
  type BatchGetItemCommandOutput,
  type KeysAndAttributes,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDynamoDb } from '#infra/local/aws/dynamodb/dynamodb.ts';
import { ensureTable } from '#infra/local/aws/dynamodb/ensure-table.ts';
import type { RunningEndpoint } from '#infra/local/endpoint.ts';
import { elsewhere } from '../../../../support/table-store.ts';
import { credentials, oneCaller, outcome, region, tamper } from './signing.ts';

const { access, calls } = oneCaller();
const tableName = `utdrag-contract-${randomUUID()}`;
const indexes = [{ indexName: 'by-due', partitionKey: 'queue', sortKey: 'due' }];
let folder: string;
let server: RunningEndpoint | undefined;
let client: DynamoDBClient;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dynamodb-'));
  server = elsewhere === undefined ? await startDynamoDb({ access, folder }) : undefined;
  client = connect();
  await ensureTable(client, { tableName, indexes });
});

afterAll(async () => {
  if (elsewhere !== undefined) await client.send(new DeleteTableCommand({ TableName: tableName }));
  client.destroy();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

function connect(secretAccessKey?: string): DynamoDBClient {
  if (server === undefined)
    return new DynamoDBClient(
      secretAccessKey === undefined
        ? {}
        : { credentials: { accessKeyId: process.env['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey } },
    );
  return new DynamoDBClient({
    endpoint: server.url,
    region,
    credentials: { ...credentials, ...(secretAccessKey !== undefined && { secretAccessKey }) },
  });
}

const item = (pk: string, sk: string, more: Record<string, AttributeValue> = {}) => ({
  pk: { S: pk },
  sk: { S: sk },
  ...more,
});

const create = (pk: string, sk: string, more: Record<string, AttributeValue> = {}) =>
  client.send(
    new PutItemCommand({
      TableName: tableName,
      Item: item(pk, sk, more),
      ConditionExpression: 'attribute_not_exists(pk)',
    }),
  );

const get = async (pk: string, sk: string) =>
  (await client.send(new GetItemCommand({ TableName: tableName, Key: item(pk, sk), ConsistentRead: true }))).Item;

describe('items', () => {
  it('keeps every kind of attribute as it was put, empty strings and Swedish letters included', async () => {
    const kinds: Record<string, AttributeValue> = {
      text: { S: 'Åsa Öberg 🌲' },
      empty: { S: '' },
      number: { N: '3.14' },
      bytes: { B: new Uint8Array([0, 255, 1]) },
      flag: { BOOL: false },
      nothing: { NULL: true },
      list: { L: [{ S: 'a' }, { N: '1' }] },
      map: { M: { 'a.b': { S: 'dotted' }, __proto: { S: 'x' } } },
      set: { SS: ['a', 'b'] },
    };
    await create('kinds', '1', kinds);
    expect(await get('kinds', '1')).toEqual(item('kinds', '1', kinds));
  });

  it('creates an item once: the second attempt fails and changes nothing', async () => {
    await create('once', '1', { by: { S: 'first' } });
    await expect(create('once', '1', { by: { S: 'second' } })).rejects.toBeInstanceOf(ConditionalCheckFailedException);
    expect(await get('once', '1')).toEqual(item('once', '1', { by: { S: 'first' } }));
  });

  it('lets exactly one of four racing writers create the same item, 25 times over', async () => {
    for (let round = 0; round < 25; round += 1) {
      const results = await Promise.all(
        ['a', 'b', 'c', 'd'].map((by) => outcome(create('race', String(round), { by: { S: by } }))),
      );
      expect(results.toSorted()).toEqual([
        'ConditionalCheckFailedException',
        'ConditionalCheckFailedException',
        'ConditionalCheckFailedException',
        'accepted',
      ]);
      const winner = ['a', 'b', 'c', 'd'][results.indexOf('accepted')]!;
      expect(await get('race', String(round))).toMatchObject({ by: { S: winner } });
    }
  });

  it('counts every one of 40 parallel increments', async () => {
    const increments = Array.from({ length: 40 }, () =>
      client.send(
        new UpdateItemCommand({
          TableName: tableName,
          Key: item('counter', '1'),
          UpdateExpression: 'ADD #n :one',
          ExpressionAttributeNames: { '#n': 'count' },
          ExpressionAttributeValues: { ':one': { N: '1' } },
        }),
      ),
    );
    await Promise.all(increments);
    expect(await get('counter', '1')).toMatchObject({ count: { N: '40' } });
  });

  it('deletes only under its condition and gives back what was there', async () => {
    await create('delete', '1', { version: { N: '2' } });
    const remove = (version: string) =>
      client.send(
        new DeleteItemCommand({
          TableName: tableName,
          Key: item('delete', '1'),
          ConditionExpression: 'version = :v',
          ExpressionAttributeValues: { ':v': { N: version } },
          ReturnValues: 'ALL_OLD',
        }),
      );
    await expect(remove('1')).rejects.toBeInstanceOf(ConditionalCheckFailedException);
    expect((await remove('2')).Attributes).toEqual(item('delete', '1', { version: { N: '2' } }));
    expect(await get('delete', '1')).toBeUndefined();
  });

  const batch = async (keys: readonly ReturnType<typeof item>[], more: Partial<KeysAndAttributes> = {}) =>
    await client.send(
      new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys: [...keys], ConsistentRead: true, ...more } } }),
    );

  it('reads up to 100 items by their keys in one call, and leaves out what is missing', async () => {
    const keys = Array.from({ length: 101 }, (_, n) => item('many', String(n)));
    for (const { sk } of keys.slice(0, 99)) await create('many', sk.S, { more: { S: 'x' } });
    const { Responses, UnprocessedKeys } = await batch(keys.slice(0, 100), {
      ProjectionExpression: '#sk',
      ExpressionAttributeNames: { '#sk': 'sk' },
    });
    expect(new Set(Responses?.[tableName]?.map(({ sk }) => sk?.S))).toEqual(
      new Set(keys.slice(0, 99).map(({ sk }) => sk.S)),
    );
    expect(Responses?.[tableName]?.every((one) => Object.keys(one).length === 1)).toBe(true);
    expect(UnprocessedKeys).toEqual({});
    expect(await outcome(batch(keys))).toBe('ValidationException');
    expect(await outcome(batch([item('many', '1'), item('many', '1')]))).toBe('ValidationException');
    expect(await outcome(batch([]))).toBe('ValidationException');
  });

  it('names the keys of a batch that it did not read because the answer would be too long', async () => {
    const keys = Array.from({ length: 60 }, (_, n) => item('long-batch', String(n)));
    for (const { sk } of keys) await create('long-batch', sk.S, { more: { S: 'x'.repeat(300_000) } });
    const found = new Set<string | undefined>();
    const first = await batch(keys);
    expect(first.UnprocessedKeys?.[tableName]?.Keys?.length).toBeGreaterThan(0);
    for (let asked: BatchGetItemCommandOutput | undefined = first; asked !== undefined;) {
      for (const { sk } of asked.Responses?.[tableName] ?? []) found.add(sk?.S);
      const unread: Record<string, KeysAndAttributes> = asked.UnprocessedKeys ?? {};
      asked =
        Object.keys(unread).length === 0
          ? undefined
          : await client.send(new BatchGetItemCommand({ RequestItems: unread }));
    }
    expect(found).toEqual(new Set(keys.map(({ sk }) => sk.S)));
    // A later test scans the table in one page.
    for (const Key of keys) await client.send(new DeleteItemCommand({ TableName: tableName, Key }));
  });

  it('pages a query in the byte order of the sort key, forwards and backwards', async () => {
    const keys = ['EVENT#000001', 'EVENT#000002', 'EVENT#000010', 'META', 'a', 'z', 'å'];
    for (const sk of keys.toReversed()) await create('pages', sk);
    const read = async (forward: boolean) => {
      const found: (string | undefined)[] = [];
      let start: Record<string, AttributeValue> | undefined;
      for (let page = 0; page < 10; page += 1) {
        const answer = await client.send(
          new QueryCommand({
            TableName: tableName,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': { S: 'pages' } },
            ScanIndexForward: forward,
            Limit: 2,
            ConsistentRead: true,
            ...(start !== undefined && { ExclusiveStartKey: start }),
          }),
        );
        found.push(...(answer.Items ?? []).map((entry) => entry['sk']?.S));
        start = answer.LastEvaluatedKey;
        if (start === undefined) break;
      }
      return found;
    };
    expect(await read(true)).toEqual(keys);
    expect(await read(false)).toEqual(keys.toReversed());
    const events = await client.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :events)',
        ExpressionAttributeValues: { ':pk': { S: 'pages' }, ':events': { S: 'EVENT#' } },
      }),
    );
    expect(events.Count).toBe(3);
  });

  it('finds an item by index after its index key changed, at its new place only', async () => {
    await create('indexed', '1', { queue: { S: 'open' }, due: { S: '2026-11-03' } });
    await client.send(
      new UpdateItemCommand({
        TableName: tableName,
        Key: item('indexed', '1'),
        UpdateExpression: 'SET due = :due',
        ExpressionAttributeValues: { ':due': { S: '2026-12-03' } },
      }),
    );
    const due = async (until: string) => {
      const found = await client.send(
        new QueryCommand({
          TableName: tableName,
          IndexName: 'by-due',
          KeyConditionExpression: 'queue = :queue AND due <= :until',
          ExpressionAttributeValues: { ':queue': { S: 'open' }, ':until': { S: until } },
        }),
      );
      return found.Items?.map((entry) => entry['due']?.S);
    };
    await expect.poll(() => due('2026-12-31')).toEqual(['2026-12-03']);
    expect(await due('2026-11-30')).toEqual([]);
  });

  it('scans', async () => {
    for (let number = 0; number < 20; number += 1) await create('batch', String(number));
    const scanned = await client.send(
      new ScanCommand({
        TableName: tableName,
        FilterExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'batch' } },
        ConsistentRead: true,
      }),
    );
    expect(scanned.Count).toBe(20);
  });
});

// DynamoDB Local does not check signatures, and does not say so, so `npm run test:dynamodb-local` sets this instead.
describe.skipIf(process.env['UNSIGNED_DYNAMODB'] !== undefined)('requests that must not pass', () => {
  it('refuses a wrong secret', async () => {
    const stranger = connect('a-wrong-secret');
    expect(await outcome(stranger.send(new ListTablesCommand({})))).toBe('InvalidSignatureException');
  });

  it('refuses an anonymous request', async () => {
    const endpoint = client.config.endpointProvider({ Region: region, Endpoint: server?.url ?? elsewhere! });
    const response = await fetch(endpoint.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'DynamoDB_20120810.ListTables' },
      body: '{}',
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('MissingAuthenticationTokenException');
  });

  it('refuses a body that was changed after signing, and does not act on it', async () => {
    const tampered = connect();
    tamper(tampered, { body: (text) => text.replace('mine', 'evil') });
    const put = new PutItemCommand({ TableName: tableName, Item: item('mine', '1') });
    expect(await outcome(tampered.send(put))).toBe('InvalidSignatureException');
    expect(await get('evil', '1')).toBeUndefined();
  });

  it('refuses an operation that is not the signed one', async () => {
    const tampered = connect();
    tamper(tampered, { headers: { 'x-amz-target': 'DynamoDB_20120810.DeleteItem' } });
    await create('target', '1');
    const read = new GetItemCommand({ TableName: tableName, Key: item('target', '1') });
    expect(await outcome(tampered.send(read))).toBe('InvalidSignatureException');
    expect(await get('target', '1')).toBeDefined();
  });
});

describe.skipIf(elsewhere !== undefined)('the local DynamoDB', () => {
  it.each([
    [
      'transactions',
      () => new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName: tableName, Item: item('t', '1') } }] }),
    ],
    ['PartiQL', () => new ExecuteStatementCommand({ Statement: `SELECT * FROM "${tableName}"` })],
    [
      'time to live',
      () =>
        new UpdateTimeToLiveCommand({
          TableName: tableName,
          TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
        }),
    ],
    [
      'writing in batches',
      () => new BatchWriteItemCommand({ RequestItems: { [tableName]: [{ PutRequest: { Item: item('t', '1') } }] } }),
    ],
    ['deleting a table', () => new DeleteTableCommand({ TableName: tableName })],
  ])('does not know %s', async (_, command) => {
    expect(await outcome(client.send(command() as never))).toBe('UnknownOperationException');
  });

  it('refuses a parameter that its store would ignore, by name', async () => {
    const put = new PutItemCommand({
      TableName: tableName,
      Item: item('ignored', '1'),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    const refused = client.send(put);
    await expect(refused).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'The local DynamoDB does not support ReturnValuesOnConditionCheckFailure.',
    });
    expect(await get('ignored', '1')).toBeUndefined();
  });

  it('refuses a batch of several tables, and a parameter of a batch that its store would ignore', async () => {
    const Keys = [item('t', '1')];
    const several = client.send(
      new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys }, another: { Keys } } }),
    );
    await expect(several).rejects.toThrow('does not support several tables');
    const old = client.send(
      new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys, AttributesToGet: ['pk'] } } }),
    );
    await expect(old).rejects.toThrow('does not support AttributesToGet');
  });

  it('records who did what to which table or index, and nothing of refused requests', async () => {
    calls.length = 0;
    await create('recorded', '1', { queue: { S: 'recorded' }, due: { S: '1' } });
    await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: 'by-due',
        KeyConditionExpression: 'queue = :queue',
        ExpressionAttributeValues: { ':queue': { S: 'recorded' } },
      }),
    );
    await client.send(new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys: [item('recorded', '1')] } } }));
    await outcome(connect('a-wrong-secret').send(new ListTablesCommand({})));
    expect(calls).toEqual([
      { principal: 'case-worker', action: 'dynamodb:PutItem', resource: tableName },
      { principal: 'case-worker', action: 'dynamodb:Query', resource: `${tableName}/index/by-due` },
      { principal: 'case-worker', action: 'dynamodb:BatchGetItem', resource: tableName },
    ]);
  });

  it.each(['', 'null', '[]', '{', '"text"', '{"TableName":7}', `{"TableName":"${tableName}","Key":{"pk":null}}`])(
    'answers the correctly signed body %s with an error and keeps running',
    async (body) => {
      const odd = connect();
      tamper(odd, { body: () => body }, 'before');
      const read = new GetItemCommand({ TableName: tableName, Key: item('odd', '1') });
      expect(await outcome(odd.send(read))).toBe('SerializationException');
      expect(await outcome(client.send(new ListTablesCommand({})))).toBe('accepted');
    },
  );

  it('creates the table once, however often it is asked to, and reports a table of another shape', async () => {
    await Promise.all([ensureTable(client, { tableName, indexes }), ensureTable(client, { tableName, indexes })]);
    await expect(ensureTable(client, { tableName, indexes: [] })).rejects.toThrow(/other indexes/);
  });

  it('completes a table whose creation was interrupted', async () => {
    const cut = await mkdtemp(path.join(tmpdir(), 'dynamodb-'));
    // The delay remains after the process, as if it was killed between the two writes of a creation.
    const process = dynalite({ path: cut, createTableMs: 2_000_000_000, deleteTableMs: 0, updateTableMs: 0 }) as never;
    const url = await listening(process);
    const before = new DynamoDBClient({ endpoint: url, region, credentials });
    const waiting = ensureTable(before, { tableName: 'cut-short', indexes }).catch(() => 'gave up');
    await expect.poll(async () => (await before.send(new ListTablesCommand({}))).TableNames).toEqual(['cut-short']);
    await close(process);
    await waiting;

    const after = await startDynamoDb({ access, folder: cut });
    const reader = new DynamoDBClient({ endpoint: after.url, region, credentials });
    await ensureTable(reader, { tableName: 'cut-short', indexes });
    await reader.send(new PutItemCommand({ TableName: 'cut-short', Item: item('usable', '1') }));
    await after.close();
    await rm(cut, { recursive: true });
  });

  it('has every acknowledged put after SIGKILL, and at most one more', async () => {
    const killed = await mkdtemp(path.join(tmpdir(), 'dynamodb-'));
    const writer = spawn(process.execPath, [path.join(import.meta.dirname, 'writer.ts'), killed], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    for await (const part of writer.stdout) {
      printed += String(part);
      if (printed.split('\n').length > 150) writer.kill('SIGKILL');
    }
    const acknowledged = printed.split('\n').slice(0, -1).length;
    expect(acknowledged).toBeGreaterThanOrEqual(150);

    const again = await startDynamoDb({ access, folder: killed });
    const reader = new DynamoDBClient({ endpoint: again.url, region, credentials });
    const { Count } = await reader.send(
      new QueryCommand({
        TableName: 'kill',
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'case' } },
      }),
    );
    expect([acknowledged, acknowledged + 1]).toContain(Count);
    await again.close();
    await rm(killed, { recursive: true });
  });

  it('opens the same folder again in the same process after closing', async () => {
    const own = await mkdtemp(path.join(tmpdir(), 'dynamodb-'));
    for (let round = 0; round < 3; round += 1) {
      const opened = await startDynamoDb({ access, folder: own });
      const user = new DynamoDBClient({ endpoint: opened.url, region, credentials });
      await ensureTable(user, { tableName: 'again', indexes: [] });
      user.destroy();
      await opened.close();
    }
    await rm(own, { recursive: true });
  });
});

interface Listening {
  listen(port: number, host: string, listening: () => void): void;
  address(): { port: number };
  close(closed: () => void): void;
  closeAllConnections(): void;
}

async function listening(server: Listening): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}`;
}

async function close(server: Listening): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}
