// Where tests of what lies in the table have their table: in the local DynamoDB, or, with AWS_ENDPOINT_URL_DYNAMODB in the
// environment, at that endpoint.
import { randomUUID } from 'node:crypto';
import { startDynamoDb } from '#infra/local/aws/dynamodb/dynamodb.ts';
import type { Access, RunningEndpoint } from '#infra/local/endpoint.ts';

/** The endpoint that the environment names instead of the local one. */
export const elsewhere = process.env['AWS_ENDPOINT_URL_DYNAMODB'];

export interface TableStore extends RunningEndpoint {
  /** The name of a table that no other test has. */
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
