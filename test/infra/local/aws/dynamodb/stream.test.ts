// In place of a stream of the table: the function is invoked with the commits that were added.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, vi } from 'vitest';
import { addedItemsSchema } from '#handlers/settle-case/event.ts';
import { addedCommits } from '#infra/system.ts';
import type { ItemKeys } from '#infra/local/aws/dynamodb/added-item.ts';
import { startDynamoDb } from '#infra/local/aws/dynamodb/dynamodb.ts';
import { ensureTable } from '#infra/local/aws/dynamodb/ensure-table.ts';
import { startStream } from '#infra/local/aws/dynamodb/stream.ts';
import type { InvokeOutcome } from '#infra/local/endpoint.ts';

const commit = (caseId: string, seq: number): ItemKeys => ({ pk: `CASE#${caseId}`, sk: `COMMIT#0000000${seq}` });
/** The cases of an event, as the function reads them. */
const casesIn = (event: unknown): readonly string[] =>
  addedItemsSchema.parse(event).Records.map(({ dynamodb }) => dynamodb.Keys.pk.S);

function recorded(answers: readonly InvokeOutcome[] = []) {
  const told: (readonly string[])[] = [];
  const failures: string[] = [];
  let open = Promise.resolve();
  const stream = startStream({
    ...addedCommits,
    async invoke(name, event) {
      expect(name).toBe('settle-case');
      told.push(casesIn(event));
      const answer = answers[told.length - 1] ?? ({ kind: 'returned', payload: { batchItemFailures: [] } } as const);
      await open;
      return answer;
    },
    onFailure: (outcome) => void failures.push(outcome),
  });
  const hold = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    open = promise;
    return resolve;
  };
  return { stream, told, failures, hold };
}

describe('A function that is invoked with added commits', () => {
  it('gets those that came while it was running together, in their order', async () => {
    const { stream, told, hold } = recorded();
    const release = hold();
    stream.added(commit('a', 1));
    for (let seq = 2; seq <= 13; seq += 1) stream.added(commit('a', seq));
    release();
    await stream.idle();
    expect(told.map(({ length }) => length)).toEqual([1, 10, 2]);
  });

  it('is not invoked for other items', async () => {
    const { stream, told } = recorded();
    for (const sk of ['PROFILE', 'SUMMARY', 'TOKEN#Review']) stream.added({ pk: 'CASE#a', sk });
    await stream.idle();
    expect(told).toEqual([]);
  });

  it('is invoked again from the first failed commit on, three times at most', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const failed = (...items: readonly string[]): InvokeOutcome => ({
      kind: 'returned',
      payload: { batchItemFailures: items.map((itemIdentifier) => ({ itemIdentifier })) },
    });
    const { stream, told, failures } = recorded([
      failed('1'),
      { kind: 'failed', errorType: 'Sandbox.Timedout', errorMessage: '' },
      failed('1'),
    ]);
    stream.added(commit('a', 1));
    await stream.idle();
    vi.useRealTimers();
    expect(told).toEqual([['a'], ['a'], ['a']]);
    expect(failures).toEqual(['returned']);
  });

  it('is not invoked any more once the system stops', async () => {
    const { stream, told, hold } = recorded();
    const release = hold();
    for (let seq = 1; seq <= 3; seq += 1) stream.added(commit('a', seq));
    stream.close();
    release();
    await stream.idle();
    expect(told).toEqual([['a']]);
  });
});

it('The local DynamoDB names each item that a put surely added, and no other', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'added-'));
  const key = { accessKeyId: 'AKLOCALADDED', secretAccessKey: 'a-secret-of-the-test' };
  const keys = new Map([[key.accessKeyId, { name: 'test', secretAccessKey: key.secretAccessKey }]]);
  const added: ItemKeys[] = [];
  const access = { keys, record: () => undefined };
  const dynamodb = await startDynamoDb({ access, folder, onAdded: (item) => void added.push(item) });
  const client = new DynamoDBClient({ endpoint: dynamodb.url, region: 'eu-north-1', credentials: key });
  await ensureTable(client, { tableName: 'cases', indexes: [] });
  const documents = DynamoDBDocumentClient.from(client);
  const put = async (sk: string, condition?: string) =>
    await documents.send(
      new PutCommand({
        TableName: 'cases',
        Item: { pk: 'CASE#a', sk },
        ...(condition === undefined ? {} : { ConditionExpression: condition }),
      }),
    );
  const isNew = 'attribute_not_exists(pk)';
  await put('COMMIT#1', isNew);
  await expect(put('COMMIT#1', isNew)).rejects.toThrow(ConditionalCheckFailedException);
  await put('COMMIT#1');
  await put('COMMIT#2', `${isNew} OR attribute_exists(sk)`);
  expect(added).toEqual([{ pk: 'CASE#a', sk: 'COMMIT#1' }]);
  client.destroy();
  await dynamodb.close();
  await rm(folder, { recursive: true, force: true });
});
