import { setTimeout as pause } from 'node:timers/promises';
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  type BatchGetCommandOutput,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';

/** The key of an item of the case table. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** DynamoDB reads at most 100 items in one BatchGetItem. */
const mostKeys = 100;
const mostAttempts = 8;

/**
 * Reads any number of items by their keys, with consistent reads of 100 items each. The result has the items that
 * exist, in any order. If DynamoDB leaves keys unread (`UnprocessedKeys`), the function reads these keys after a pause,
 * and each pause is longer than the one before. `project` names the attributes to read; without it, all are read.
 */
export async function batchRead(
  client: DynamoDBDocumentClient,
  table: string,
  keys: readonly ItemKey[],
  project: Pick<
    NonNullable<BatchGetCommandInput['RequestItems']>[string],
    'ProjectionExpression' | 'ExpressionAttributeNames'
  > = {},
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  // DynamoDB refuses a call that names a key twice.
  const distinct = [...new Map(keys.map((key) => [`${key.pk}\n${key.sk}`, key])).values()];
  const items: Record<string, unknown>[] = [];
  for (let start = 0; start < distinct.length; start += mostKeys) {
    let asked: BatchGetCommandInput['RequestItems'] = {
      [table]: {
        Keys: distinct.slice(start, start + mostKeys).map(({ pk, sk }) => ({ pk, sk })),
        ConsistentRead: true,
        ...project,
      },
    };
    for (let attempt = 1; asked !== undefined; attempt += 1) {
      if (attempt > mostAttempts) throw new Error('DynamoDB left keys of a batch unread in every attempt');
      if (attempt > 1) await pause(25 * 2 ** attempt);
      const answer: BatchGetCommandOutput = await client.send(new BatchGetCommand({ RequestItems: asked }));
      items.push(...(answer.Responses?.[table] ?? []));
      const unread = answer.UnprocessedKeys ?? {};
      asked = Object.keys(unread).length === 0 ? undefined : unread;
    }
  }
  return items;
}
