// A DynamoDB table for tests of stored data. It is in the endpoint of `infra/local/aws/dynamodb`, or in another
// DynamoDB (see `elsewhere`).
import { randomUUID } from 'node:crypto';
import { startDynamoDb } from '#infra/local/aws/dynamodb/dynamodb.ts';
import type { Access, RunningEndpoint } from '#infra/local/endpoint.ts';

/** The URL of another DynamoDB that the tests use if this variable is set, such as AWS's own DynamoDB Local. */
export const elsewhere = process.env['AWS_ENDPOINT_URL_DYNAMODB'];

export interface TableStore extends RunningEndpoint {
  /** A table name that no other test uses. */
  readonly tableName: string;
}

export async function startTableStore(options: {
  readonly access: Access;
  readonly folder: string;
}): Promise<TableStore> {
  const tableName = `cases-${randomUUID()}`;
  if (elsewhere !== undefined) return { url: elsewhere, tableName, close: () => Promise.resolve() };
  const local = await startDynamoDb(options);
  return { url: local.url, tableName, close: async () => await local.close() };
}
