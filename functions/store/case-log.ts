import { gunzipSync, gzipSync } from 'node:zlib';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  PutCommand,
  QueryCommand,
  paginateQuery,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { StoredCommit } from '#domain/case/log/commit.ts';
import type { Snapshot } from '#domain/case/log/snapshot.ts';
import { owedKey, type OwedFrom } from './indexes.ts';
import { caseKey, commitKey, commitOf, commitPrefix, snapshotKey } from './keys.ts';

const itemSchema = z.looseObject({
  sk: z.string(),
  text: z.string(),
  owedAt: z.string().optional(),
  owedTries: z.number().int().nonnegative().default(0),
});
const snapshotSchema = z.looseObject({
  sk: z.literal(snapshotKey),
  seq: z.number().int().positive(),
  hash: z.string(),
  madeBy: z.string(),
  /** The text of the state, compressed with gzip, in base64. */
  state: z.string(),
});

/**
 * A commit from which the case still owes something, such as a letter: its item has the key `owedAt` (`indexes.ts`).
 */
export interface OwedCommit extends OwedFrom {
  readonly seq: number;
}

/** The stored commits of a case: all of them, or a snapshot of the state with its commit and the later commits. */
export interface StoredLog {
  /**
   * The snapshot, whose state is that after the first commit of `texts`; missing if `texts` has all commits of the
   * case.
   */
  readonly snapshot?: Snapshot;
  /** The texts of the commits, in order; empty for an unknown case. */
  readonly texts: readonly string[];
  /** The commits of `texts` whose items have the key `owedAt`, in order. */
  readonly owed: readonly OwedCommit[];
}

/**
 * The log of each case. Commits are only appended: a commit is one DynamoDB item, and is written only if no commit has
 * its number.
 */
export interface CaseLog {
  /** The texts of all stored commits, in order. Empty if the case is unknown. */
  read(caseId: string): Promise<readonly string[]>;
  /**
   * The snapshot with its commit and the commits after it. All commits if the case has no snapshot, or only one that
   * another build of the rules made.
   */
  load(caseId: string): Promise<StoredLog>;
  /** Like `load`, but always from DynamoDB, so that commits of other processes are included. */
  loadAgain(caseId: string): Promise<StoredLog>;
  /** All commits, without the snapshot, always from DynamoDB. */
  loadWhole(caseId: string): Promise<StoredLog>;
  /**
   * Says that no commit of the case is stored yet. The log that `casework/commit/remembered-log.ts` makes then answers
   * the next `load` without reading the table.
   */
  begins(caseId: string): Promise<void>;
  /**
   * Writes a commit with the key `owedAt` (ISO 8601): from this instant on, the case owes what the commit requires,
   * such as a letter. Returns `conflict` if another process has written a commit with this number first.
   */
  append(caseId: string, commit: StoredCommit, owedAt: string): Promise<'written' | 'conflict'>;
  /**
   * Stores the snapshot of a case in place of the one before. A snapshot of an earlier commit, or one that is too large
   * for an item, is not stored.
   */
  keepSnapshot(caseId: string, snapshot: Snapshot): Promise<void>;
  eraseSnapshot(caseId: string): Promise<void>;
}

// The first read from the end of the log. A snapshot is stored after every 100 commits, so this read nearly always
// contains the snapshot and all commits after it.
const firstRead = 128;
// An item has at most 400 KB.
const largestState = 350_000;

/**
 * Stores the logs in the case table. `rules` identifies the build of the rules that compute the state of a case;
 * `infra/bundles/bundle.ts` writes it into each bundle. Only a snapshot of the same build is read. Without `rules`, no
 * snapshot is stored or read.
 */
export function caseLog(client: DynamoDBDocumentClient, table: string, rules = process.env['DOMAIN_BUILD']): CaseLog {
  const loadWhole = async (caseId: string): Promise<StoredLog> => {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': caseKey(caseId), ':sk': commitPrefix },
        ConsistentRead: true,
      },
    );
    const items: unknown[] = [];
    for await (const { Items = [] } of pages) items.push(...Items);
    return logOf(items);
  };
  const load = async (caseId: string): Promise<StoredLog> => {
    const newestFirst: unknown[] = [];
    let snapshot: Snapshot | undefined;
    let start: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :sk AND :snapshot',
          ExpressionAttributeValues: { ':pk': caseKey(caseId), ':sk': commitPrefix, ':snapshot': snapshotKey },
          ConsistentRead: true,
          ScanIndexForward: false,
          ExclusiveStartKey: start,
          ...(start === undefined ? { Limit: firstRead } : {}),
        }),
      );
      for (const item of Items) {
        const stored = snapshotSchema.safeParse(item);
        if (stored.success) {
          const { seq, hash, madeBy, state } = stored.data;
          if (madeBy === rules) snapshot = { seq, hash, state };
          continue;
        }
        newestFirst.push(item);
        if (snapshot !== undefined && commitOf(itemSchema.parse(item).sk) === snapshot.seq)
          return { snapshot: { ...snapshot, state: unzipped(snapshot.state) }, ...logOf(newestFirst.toReversed()) };
      }
      start = LastEvaluatedKey;
    } while (start !== undefined);
    return logOf(newestFirst.toReversed());
  };
  return {
    read: async (caseId) => (await loadWhole(caseId)).texts,
    load,
    loadAgain: load,
    loadWhole,
    begins: async () => undefined,
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
    async keepSnapshot(caseId, { seq, hash, state }) {
      if (rules === undefined) return;
      const zipped = gzipSync(state).toString('base64');
      if (zipped.length > largestState) return;
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: { pk: caseKey(caseId), sk: snapshotKey, seq, hash, madeBy: rules, state: zipped },
            ConditionExpression: 'attribute_not_exists(pk) OR seq < :seq OR madeBy <> :rules',
            ExpressionAttributeValues: { ':seq': seq, ':rules': rules },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
    async eraseSnapshot(caseId) {
      await client.send(new DeleteCommand({ TableName: table, Key: { pk: caseKey(caseId), sk: snapshotKey } }));
    },
  };
}

/** The texts and the keys of the items of commits, in order. */
function logOf(items: readonly unknown[]): StoredLog {
  const texts: string[] = [];
  const owed: OwedCommit[] = [];
  for (const item of items) {
    const { sk, text, owedAt, owedTries } = itemSchema.parse(item);
    texts.push(text);
    const seq = commitOf(sk);
    if (owedAt !== undefined && seq !== undefined) owed.push({ seq, at: owedAt, tries: owedTries });
  }
  return { texts, owed };
}

/** The text of a state; empty if the stored bytes cannot be read. Then the snapshot counts as missing. */
function unzipped(state: string): string {
  try {
    return gunzipSync(Buffer.from(state, 'base64')).toString();
  } catch {
    return '';
  }
}
