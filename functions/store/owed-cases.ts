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
import { caseKey, caseOf, commitKey, commitOf, profileSortKey } from './keys.ts';

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

/** How far the function `sweepEarlierCases` has gone through the lists of summaries. */
export interface SweepProgress {
  /** The list of summaries, and the sort key in it, of the last case that was examined. `null` at the beginning. */
  readonly after: { readonly list: string; readonly sort: string } | null;
  readonly done: boolean;
}

/**
 * The cases that owe something, by the instant from which they owe it. The key `owedAt` (`indexes.ts`) is written in
 * the same item as the commit, so that no commit is forgotten if a process dies. When the case is settled, the key gets
 * a later instant or is removed.
 */
export interface OwedCases {
  /** The items whose key `owedAt` is not later than `now` (ISO 8601), earliest first, page by page. */
  due(now: string): AsyncIterable<readonly DueCase[]>;
  /**
   * Changes the key of a commit from `from` to `to`; `undefined` means that the commit has no key. If the key is not
   * `from`, another process has changed it, and nothing happens.
   */
  move(caseId: string, seq: number, from: string | undefined, to: OwedFrom | undefined): Promise<void>;
  /**
   * Sets the key of an item, whatever key it has now. If the item is a stored request that has no key, nothing happens.
   */
  keep(caseId: string, item: OwedItem, to: OwedFrom): Promise<void>;
  /** Called when the case of a stored request was opened: removes the key of the request. */
  opened(caseId: string): Promise<void>;
  /** The stored progress of the run of `sweepEarlierCases` that has this name. */
  sweep(name: string): Promise<SweepProgress>;
  keepSweep(name: string, progress: SweepProgress): Promise<void>;
  /**
   * One page of a list of summaries, after the sort key `after`. `sort` is the sort key of each case, and `seq` the
   * number of the commit that its summary shows.
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

/** Reads and writes the key `owedAt` in the case table and in the index `byDue`. */
export function owedCases(client: DynamoDBDocumentClient, table: string): OwedCases {
  const keyOf = (caseId: string, item: OwedItem): { pk: string; sk: string } => ({
    pk: caseKey(caseId),
    sk: item === 'request' ? profileSortKey : commitKey(item),
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
      // If the request was attached to a case in the meantime, `attach` has removed its key `owedAt`. It must not get
      // this key again, because no case is opened for it.
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
