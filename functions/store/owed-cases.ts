import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  GetCommand,
  PutCommand,
  UpdateCommand,
  paginateQuery,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { byDue, owedAttributes, owedKey, owedList, type OwedFrom } from './indexes.ts';
import { caseKey, caseOf, commitKey, commitOf } from './keys.ts';

/** An item that can have the key `owedAt`: the commit with this number, or the stored request. */
export type OwedItem = number | 'request';

/** A case in the list of owing cases. A case may be in the list several times, once for each item with a key. */
export interface DueCase extends OwedFrom {
  readonly caseId: string;
  readonly item: OwedItem;
}

/** How far the look at all cases of an earlier version has come. */
export interface SweepProgress {
  /** The place in the lists from which the look continues; `null` at the beginning. */
  readonly after: { readonly list: string; readonly sort: string } | null;
  readonly done: boolean;
}

/**
 * The cases that owe something, by the instant from which they owe it. The key `owedAt` is written with the commit
 * itself, so that no commit is forgotten. It is moved or removed when what is owed was done.
 */
export interface OwedCases {
  /** The cases that owe something at `now` (ISO 8601), the longest owing first, page by page. */
  due(now: string): AsyncIterable<readonly DueCase[]>;
  /**
   * Moves the key of a commit from the instant at which it was read to another one; `undefined` stands for no key. If
   * another process has changed the key meanwhile, its change stays.
   */
  move(caseId: string, seq: number, from: string | undefined, to: OwedFrom | undefined): Promise<void>;
  /** Sets the key of an item, whatever it is. */
  keep(caseId: string, item: OwedItem, to: OwedFrom): Promise<void>;
  /** Removes the key of the stored request: its case was opened. */
  opened(caseId: string): Promise<void>;
  /** How far the look with this name has come. */
  sweep(name: string): Promise<SweepProgress>;
  keepSweep(name: string, progress: SweepProgress): Promise<void>;
  /** A page of the cases in a list of summaries, after a place in that list. `sort` is the place of each case. */
  listed(
    list: string,
    after: string | undefined,
  ): Promise<readonly { readonly caseId: string; readonly sort: string }[]>;
}

const dueSchema = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  owedAt: z.string(),
  owedTries: z.number().int().nonnegative().default(0),
});
const listedSchema = z.looseObject({ pk: z.string(), [byDue.sort]: z.string() });
const sweepSchema = z.object({
  after: z.object({ list: z.string(), sort: z.string() }).nullable(),
  done: z.boolean(),
});
const pageSize = 100;

/** The key `owedAt` in the case table, with its index. */
export function owedCases(client: DynamoDBDocumentClient, table: string): OwedCases {
  const keyOf = (caseId: string, item: OwedItem): { pk: string; sk: string } => ({
    pk: caseKey(caseId),
    sk: item === 'request' ? 'PROFILE' : commitKey(item),
  });
  const sweepKey = (name: string): { pk: string; sk: string } => ({ pk: 'SWEEP', sk: name });
  const change = async (
    caseId: string,
    item: OwedItem,
    to: OwedFrom | undefined,
    condition: string,
    from?: string,
  ): Promise<void> => {
    const set = to === undefined ? [] : Object.entries(owedKey(caseId, to));
    const values = {
      ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
      ...(from === undefined ? {} : { ':from': from }),
    };
    try {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: keyOf(caseId, item),
          UpdateExpression:
            to === undefined
              ? `REMOVE ${owedAttributes.join(', ')}`
              : `SET ${set.map(([name]) => `${name} = :${name}`).join(', ')}`,
          ConditionExpression: `attribute_exists(pk) AND ${condition}`,
          ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  };
  return {
    async *due(now) {
      const pages = paginateQuery(
        { client, pageSize },
        {
          TableName: table,
          IndexName: byDue.index,
          KeyConditionExpression: '#list = :list AND #sort <= :until',
          ProjectionExpression: 'pk, sk, owedAt, owedTries',
          ExpressionAttributeNames: { '#list': byDue.partition, '#sort': byDue.sort },
          // `~` comes after every character of an id.
          ExpressionAttributeValues: { ':list': owedList, ':until': `${now}#~` },
        },
      );
      for await (const { Items = [] } of pages)
        yield Items.map((item) => {
          const { pk, sk, owedAt, owedTries } = dueSchema.parse(item);
          return { caseId: caseOf(pk), item: commitOf(sk) ?? 'request', at: owedAt, tries: owedTries };
        });
    },
    async move(caseId, seq, from, to) {
      await change(caseId, seq, to, from === undefined ? 'attribute_not_exists(owedAt)' : 'owedAt = :from', from);
    },
    async keep(caseId, item, to) {
      // The request of an attached profile is in another list, and its first case owes what follows.
      await change(caseId, item, to, item === 'request' ? 'attribute_exists(owedAt)' : 'attribute_exists(sk)');
    },
    async opened(caseId) {
      await change(caseId, 'request', undefined, 'attribute_exists(owedAt)');
    },
    async sweep(name) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: sweepKey(name), ConsistentRead: true }),
      );
      return Item === undefined ? { after: null, done: false } : sweepSchema.parse(Item);
    },
    async keepSweep(name, progress) {
      await client.send(
        new PutCommand({ TableName: table, Item: { ...sweepKey(name), ...sweepSchema.parse(progress) } }),
      );
    },
    async listed(list, after) {
      const { value } = await paginateQuery(
        { client, pageSize },
        {
          TableName: table,
          IndexName: byDue.index,
          KeyConditionExpression: `#list = :list${after === undefined ? '' : ' AND #sort > :after'}`,
          ProjectionExpression: 'pk, #sort',
          ExpressionAttributeNames: { '#list': byDue.partition, '#sort': byDue.sort },
          ExpressionAttributeValues: { ':list': list, ...(after === undefined ? {} : { ':after': after }) },
        },
      ).next();
      const items: readonly unknown[] = value?.Items ?? [];
      return items.map((item) => {
        const { pk, [byDue.sort]: sort } = listedSchema.parse(item);
        return { caseId: caseOf(pk), sort };
      });
    },
  };
}
