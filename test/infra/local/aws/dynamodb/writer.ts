// Puts numbered items until it is killed, and prints each number once its put was acknowledged.
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { startDynamoDb } from '#infra/local/aws/dynamodb/dynamodb.ts';
import { ensureTable } from '#infra/local/aws/dynamodb/ensure-table.ts';
import { credentials, oneCaller, region } from './signing.ts';

const [folder = ''] = process.argv.slice(2);
const server = await startDynamoDb({ access: oneCaller().access, folder });
const client = new DynamoDBClient({ endpoint: server.url, region, credentials });
await ensureTable(client, { tableName: 'kill', indexes: [] });
for (let number = 0; number < 100_000; number += 1) {
  const Item = { pk: { S: 'case' }, sk: { S: String(number) } };
  await client.send(new PutItemCommand({ TableName: 'kill', Item, ConditionExpression: 'attribute_not_exists(pk)' }));
  process.stdout.write(`${number}\n`);
}
