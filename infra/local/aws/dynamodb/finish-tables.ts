import * as z from 'zod';
import type { Store } from './store.ts';

const namesSchema = z.object({ TableNames: z.array(z.string()) });
const tableSchema = z.object({
  Table: z.object({
    TableStatus: z.string(),
    GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string() })).default([]),
  }),
});

/**
 * Repairs tables whose creation was interrupted because the process ended. In dynalite such a table keeps the status
 * CREATING and cannot be deleted. A change of its billing mode, and a change back, makes it active. No item is lost,
 * because a table with this status is empty.
 */
export async function finishTables(store: Store): Promise<void> {
  const { TableNames: names } = namesSchema.parse(await ask(store, 'ListTables', {}));
  for (const TableName of names) {
    const { Table: table } = tableSchema.parse(await ask(store, 'DescribeTable', { TableName }));
    if (table.TableStatus !== 'CREATING') continue;
    const ProvisionedThroughput = { ReadCapacityUnits: 1, WriteCapacityUnits: 1 };
    await ask(store, 'UpdateTable', {
      TableName,
      BillingMode: 'PROVISIONED',
      ProvisionedThroughput,
      ...(table.GlobalSecondaryIndexes.length > 0 && {
        GlobalSecondaryIndexUpdates: table.GlobalSecondaryIndexes.map(({ IndexName }) => ({
          Update: { IndexName, ProvisionedThroughput },
        })),
      }),
    });
    await ask(store, 'UpdateTable', { TableName, BillingMode: 'PAY_PER_REQUEST' });
  }
}

async function ask(store: Store, operation: string, parameters: object): Promise<unknown> {
  const reply = await store.ask(operation, JSON.stringify(parameters));
  if (reply.status !== 200) throw new Error(`the local DynamoDB store refused ${operation}: ${reply.body}`);
  return JSON.parse(reply.body);
}
