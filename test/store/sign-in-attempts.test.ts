import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureTable } from '#infra/local/aws/dynamodb/ensure-table.ts';
import { signInAttempts, type SignInAttempt, type SignInAttempts } from '#store/sign-in-attempts.ts';
import { startTableStore, type TableStore } from '../support/table-store.ts';

const key = { accessKeyId: 'AKLOCALATTEMPTS', secretAccessKey: 'a-secret-of-the-test' };
const browser = 'b'.repeat(64);
const attempt: SignInAttempt = {
  v: 1,
  caseId: 'demo-demo-demo-demo',
  by: { kind: 'subject', id: 'opener' },
  method: 'eid',
  verifier: 'verifier',
  nonce: 'nonce',
  browser,
  expiresAt: '2026-11-20T08:10:00.000Z',
};

let folder: string;
let endpoint: TableStore;
let documents: DynamoDBDocumentClient;
let attempts: SignInAttempts;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'attempts-'));
  endpoint = await startTableStore({
    access: {
      keys: new Map([[key.accessKeyId, { name: 'test', secretAccessKey: key.secretAccessKey }]]),
      record: () => undefined,
    },
    folder,
  });
  const client = new DynamoDBClient({ region: 'eu-north-1', credentials: key, endpoint: endpoint.url });
  await ensureTable(client, { tableName: endpoint.tableName, indexes: [] });
  documents = DynamoDBDocumentClient.from(client);
  attempts = signInAttempts(documents, endpoint.tableName);
});
afterAll(async () => {
  documents.destroy();
  await endpoint.close();
  await rm(folder, { recursive: true, force: true });
});

describe('A started sign-in', () => {
  it('is returned once, even to many callers at the same time', async () => {
    await attempts.begin('once', attempt);
    const taken = await Promise.all(Array.from({ length: 10 }, async () => await attempts.take('once', browser)));
    expect(taken.filter((one) => one !== undefined)).toEqual([attempt]);
  });

  it('is not returned to another browser, and remains for its own browser', async () => {
    await attempts.begin('bound', attempt);
    expect(await attempts.take('bound', 'c'.repeat(64))).toBeUndefined();
    expect(await attempts.take('bound', browser)).toEqual(attempt);
  });

  it('that nobody started does not exist', async () => {
    expect(await attempts.take('none', browser)).toBeUndefined();
  });

  it('can be started only once under one name', async () => {
    await attempts.begin('twice', attempt);
    await expect(attempts.begin('twice', { ...attempt, caseId: 'other' })).rejects.toThrow();
    expect(await attempts.take('twice', browser)).toEqual(attempt);
  });

  it('is removed by the table once it has expired', async () => {
    await attempts.begin('expiring', attempt);
    const { Items = [] } = await documents.send(new ScanCommand({ TableName: endpoint.tableName }));
    expect(Items.find((item) => item['pk'] === 'SIGN-IN#expiring')?.['expires']).toBe(
      Date.parse(attempt.expiresAt) / 1000,
    );
  });
});
