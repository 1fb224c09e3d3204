import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, paginateQuery, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { StoredCommit } from '#domain/case/log/commit.ts';
import { owedKey, type OwedFrom } from './indexes.ts';
import { caseKey, commitKey } from './keys.ts';

const itemSchema = z.looseObject({
  text: z.string(),
  owedAt: z.string().optional(),
  owedTries: z.number().int().nonnegative().default(0),
});

/** A commit whose item has the key `owedAt`. */
export interface OwedCommit extends OwedFrom {
  readonly seq: number;
}

/** The stored commits of a case. */
export interface StoredLog {
  /** The texts of the commits, in order; empty for an unknown case. */
  readonly texts: readonly string[];
  /** The commits that have the key `owedAt`, in order. */
  readonly owed: readonly OwedCommit[];
}

/**
 * The log of each case. Commits are only appended: a commit is one DynamoDB item, and is written only if no commit has
 * its number.
 */
export interface CaseLog {
  /** The texts of the stored commits, in order. Empty if the case is unknown. */
  read(caseId: string): Promise<readonly string[]>;
  /** Like `read`, but always from DynamoDB, so that commits of other processes are included. */
  readAgain(caseId: string): Promise<readonly string[]>;
  /** Reads the texts and the keys `owedAt` of the commits together, always from DynamoDB. */
  readStored(caseId: string): Promise<StoredLog>;
  /** The commits that had the key `owedAt` when the log was read. */
  owed(caseId: string): Promise<readonly OwedCommit[]>;
  /**
   * Writes a commit with its own key `owedAt`: from that instant (ISO 8601) on, the case owes what follows from the
   * commit. Returns `conflict` if another process has written a commit with this number first.
   */
  append(caseId: string, commit: StoredCommit, owedAt: string): Promise<'written' | 'conflict'>;
}

/** Stores the logs in the case table. */
export function caseLog(client: DynamoDBDocumentClient, table: string): CaseLog {
  const readStored = async (caseId: string): Promise<StoredLog> => {
    const texts: string[] = [];
    const owed: OwedCommit[] = [];
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': caseKey(caseId), ':sk': 'COMMIT#' },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages)
      for (const item of Items) {
        const { text, owedAt, owedTries } = itemSchema.parse(item);
        texts.push(text);
        if (owedAt !== undefined) owed.push({ seq: texts.length, at: owedAt, tries: owedTries });
      }
    return { texts, owed };
  };
  const read = async (caseId: string): Promise<readonly string[]> => (await readStored(caseId)).texts;
  return {
    read,
    readAgain: read,
    readStored,
    owed: async (caseId) => (await readStored(caseId)).owed,
    async append(caseId, commit, owedAt) {
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: {
              pk: caseKey(caseId),
              sk: commitKey(commit.seq),
              text: commit.text,
              hash: commit.hash,
              ...owedKey(caseId, { at: owedAt, tries: 0 }),
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
