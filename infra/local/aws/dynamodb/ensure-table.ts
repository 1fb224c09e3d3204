import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  ResourceInUseException,
  ResourceNotFoundException,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';

/** A global secondary index. Its key attributes are strings, and it contains all attributes of an item. */
export interface TableIndex {
  readonly indexName: string;
  readonly partitionKey: string;
  readonly sortKey?: string;
}

/**
 * Creates the case table if it does not exist: the key is `pk` and `sk` (strings), the billing is on demand, and the
 * indexes are as given. Then waits until the table is active. Throws if a table with this name has another key or other
 * indexes, because the local DynamoDB cannot change a table.
 */
export async function ensureTable(
  client: DynamoDBClient,
  table: { readonly tableName: string; readonly indexes: readonly TableIndex[] },
): Promise<void> {
  const existing = await describe(client, table.tableName);
  if (existing === undefined) await create(client, table.tableName, table.indexes);
  const found = await usable(client, table.tableName);
  if (shape(found) !== wanted(table.indexes))
    throw new Error(`table ${table.tableName} exists with another key or other indexes than this version needs`);
}

async function create(client: DynamoDBClient, tableName: string, indexes: readonly TableIndex[]): Promise<void> {
  const keys = new Set(['pk', 'sk', ...indexes.flatMap((index) => [index.partitionKey, index.sortKey ?? []].flat())]);
  await client
    .send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: keySchema('pk', 'sk'),
        AttributeDefinitions: [...keys].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
        ...(indexes.length > 0 && {
          GlobalSecondaryIndexes: indexes.map((index): GlobalSecondaryIndex => ({
            IndexName: index.indexName,
            KeySchema: keySchema(index.partitionKey, index.sortKey),
            Projection: { ProjectionType: 'ALL' },
          })),
        }),
      }),
    )
    .catch((error: unknown) => {
      // Another caller created the table between the check and this call.
      if (!(error instanceof ResourceInUseException)) throw error;
    });
}

/** Waits until the table accepts reads and writes, for at most half a minute. */
async function usable(client: DynamoDBClient, tableName: string): Promise<TableDescription> {
  for (let waited = 0; waited < 30_000; waited += 20) {
    const table = await describe(client, tableName);
    if (table?.TableStatus === 'ACTIVE' || table?.TableStatus === 'UPDATING') return table;
    await pause(20);
  }
  throw new Error(`table ${tableName} did not become active`);
}

async function describe(client: DynamoDBClient, tableName: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: tableName }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

function keySchema(partitionKey: string, sortKey: string | undefined): KeySchemaElement[] {
  const hash: KeySchemaElement = { AttributeName: partitionKey, KeyType: 'HASH' };
  return sortKey === undefined ? [hash] : [hash, { AttributeName: sortKey, KeyType: 'RANGE' }];
}

function shape(table: TableDescription): string {
  const names = (schema: readonly KeySchemaElement[] | undefined) => (schema ?? []).map((key) => key.AttributeName);
  const indexes = (table.GlobalSecondaryIndexes ?? []).map((index) =>
    [index.IndexName, index.Projection?.ProjectionType, ...names(index.KeySchema)].join(' '),
  );
  return [names(table.KeySchema).join(' '), ...indexes.sort()].join('\n');
}

function wanted(indexes: readonly TableIndex[]): string {
  return shape({
    KeySchema: keySchema('pk', 'sk'),
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.indexName,
      Projection: { ProjectionType: 'ALL' },
      KeySchema: keySchema(index.partitionKey, index.sortKey),
    })),
  });
}
