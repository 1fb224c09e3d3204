// The DynamoDB table for tests of stored data. The table is in the local DynamoDB, or in the DynamoDB at the URL in
// AWS_ENDPOINT_URL_DYNAMODB.
import { randomUUID } from 'node:crypto';
import { startDynamoDb } from '#infra/local/aws/dynamodb/dynamodb.ts';
import type { Access, RunningEndpoint } from '#infra/local/endpoint.ts';

/**
 * The URL in AWS_ENDPOINT_URL_DYNAMODB. If it is set, the tests use the DynamoDB at this URL and not the local
 * DynamoDB.
 */
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
