import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, paginateQuery, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { StoredCommit } from '#domain/case/log/commit.ts';
import { caseKey } from './keys.ts';

const itemSchema = z.looseObject({ text: z.string() });

/**
 * The log of each case. Commits are only appended: a commit is one DynamoDB item, and is written only if no commit has
 * its number.
 */
export interface CaseLog {
  /** The texts of the stored commits, in order. Empty if the case is unknown. */
  read(caseId: string): Promise<readonly string[]>;
  /** Like `read`, but always from DynamoDB, so that commits of other processes are included. */
  readAgain(caseId: string): Promise<readonly string[]>;
  /** Returns `conflict` if another process has written a commit with this number before. */
  append(caseId: string, commit: StoredCommit): Promise<'written' | 'conflict'>;
}

/** Stores the logs in the case table. */
export function caseLog(client: DynamoDBDocumentClient, table: string): CaseLog {
  const read = async (caseId: string): Promise<readonly string[]> => {
    const texts: string[] = [];
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': caseKey(caseId), ':sk': 'COMMIT#' },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) texts.push(...Items.map((item) => itemSchema.parse(item).text));
    return texts;
  };
  return {
    read,
    readAgain: read,
    async append(caseId, commit) {
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: {
              pk: caseKey(caseId),
              sk: `COMMIT#${String(commit.seq).padStart(8, '0')}`,
              text: commit.text,
              hash: commit.hash,
            },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
        return 'written';
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return 'conflict';
        throw error;
      }
    },
  };
}
