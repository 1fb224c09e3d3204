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

/** One item with the key `owedAt`. A case is in the list of owing cases once for each such item. */
export interface DueCase extends OwedFrom {
  readonly caseId: string;
  readonly item: OwedItem;
}

/** A case in a list of summaries. */
export interface ListedCase {
  readonly caseId: string;
  readonly seq: number;
  readonly sort: string;
}

/** How far `sweepEarlierCases` has come. */
export interface SweepProgress {
  /** The last place that was looked at: a list of summaries and a sort key in it. `null` at the beginning. */
  readonly after: { readonly list: string; readonly sort: string } | null;
  readonly done: boolean;
}

/**
 * The cases that owe something, by the instant from which they owe it. The key `owedAt` is written with the commit
 * itself, so that no commit is forgotten. When the case is settled, the key is moved or removed.
 */
export interface OwedCases {
  /** The items whose key `owedAt` is not later than `now` (ISO 8601), earliest first, page by page. */
  due(now: string): AsyncIterable<readonly DueCase[]>;
  /**
   * Changes the key of a commit from `from` to `to`; `undefined` stands for no key. If the key is no longer `from`,
   * another process has changed it, and nothing happens.
   */
  move(caseId: string, seq: number, from: string | undefined, to: OwedFrom | undefined): Promise<void>;
  /** Sets the key of an item, whatever key it has now. A stored request without a key gets none. */
  keep(caseId: string, item: OwedItem, to: OwedFrom): Promise<void>;
  /** Removes the key of the stored request: its case was opened. */
  opened(caseId: string): Promise<void>;
  /** The progress of `sweepEarlierCases` under this name. */
  sweep(name: string): Promise<SweepProgress>;
  keepSweep(name: string, progress: SweepProgress): Promise<void>;
  /**
   * One page of a list of summaries, after the sort key `after`. `sort` is the sort key of each case, and `seq` the number
   * of the commit that its summary shows.
   */
  listed(list: string, after: string | undefined): Promise<readonly ListedCase[]>;
}

const dueSchema = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  owedAt: z.string(),
  owedTries: z.number().int().nonnegative().default(0),
});
const listedSchema = z.looseObject({ pk: z.string(), seq: z.number().int(), [byDue.sort]: z.string() });
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
      // If the request was attached in the meantime, its item has no key and gets none: the case to which it is
      // attached has one.
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
          ProjectionExpression: 'pk, seq, #sort',
          ExpressionAttributeNames: { '#list': byDue.partition, '#sort': byDue.sort },
          ExpressionAttributeValues: { ':list': list, ...(after === undefined ? {} : { ':after': after }) },
        },
      ).next();
      const items: readonly unknown[] = value?.Items ?? [];
      return items.map((item) => {
        const { pk, seq, [byDue.sort]: sort } = listedSchema.parse(item);
        return { caseId: caseOf(pk), seq, sort };
      });
    },
  };
}
