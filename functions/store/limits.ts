import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

/** How many times something is allowed in any period of `seconds`. */
export interface Allowance {
  readonly most: number;
  readonly seconds: number;
}

/** Whether the action is allowed once more. If not, `from` is the time (ISO 8601) from which it is allowed again. */
export type Allowed =
  /** `left` is how many more times it is allowed after this time. */
  { readonly ok: true; readonly left: number } | { readonly ok: false; readonly from: string };

/**
 * Counts what strangers may cause, such as codes to an address or requests from a network. A limit applies to any
 * period of the given length, not to calendar days. A key names what is counted and, by a keyed hash, for whom.
 */
export interface Limits {
  /** Counts one more at `now` (ISO 8601), unless the maximum was reached in the period before `now`. */
  take(key: string, allowance: Allowance, now: string): Promise<Allowed>;
  /**
   * Counts one more on the day (UTC) of `now` and returns the count. The count is right even if several processes count
   * at the same moment.
   */
  count(key: string, now: string): Promise<number>;
  /** Whether `take` would succeed; nothing is counted. */
  look(key: string, allowance: Allowance, now: string): Promise<Allowed>;
}

const itemSchema = z.looseObject({
  /** The times that were counted, in milliseconds since the epoch, oldest first. */
  times: z.array(z.number()),
  version: z.number().int(),
});

const countSchema = z.looseObject({ count: z.number().int() });
/** The item is kept longer than the day that it counts. */
const twoDays = 2 * 24 * 60 * 60;

/**
 * How many times the item is read and written anew if other processes write first. After that the limit counts as
 * reached, and the caller may try again a second later.
 */
const attempts = 20;

/**
 * Limits in the case table. Each key is one item, which is written only if it is unchanged since it was read. The table
 * deletes old items.
 */
export function limits(client: DynamoDBDocumentClient, table: string): Limits {
  const keyOf = (key: string): { pk: string; sk: string } => ({ pk: `LIMIT#${key}`, sk: 'TAKEN' });
  const read = async (key: string): Promise<z.infer<typeof itemSchema>> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }));
    return Item === undefined ? { times: [], version: 0 } : itemSchema.parse(Item);
  };
  return {
    async take(key, allowance, now) {
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const { times, version } = await read(key);
        const counted = within(times, allowance, now);
        const allowed = allowedBy(counted, allowance);
        if (!allowed.ok) return allowed;
        try {
          await client.send(
            new PutCommand({
              TableName: table,
              Item: {
                ...keyOf(key),
                times: [...counted, Date.parse(now)].toSorted((a, b) => a - b),
                version: version + 1,
                expires: Math.ceil(Date.parse(now) / 1000) + allowance.seconds,
              },
              ConditionExpression: 'attribute_not_exists(pk) OR version = :version',
              ExpressionAttributeValues: { ':version': version },
            }),
          );
          return allowed;
        } catch (error) {
          if (!(error instanceof ConditionalCheckFailedException)) throw error;
        }
      }
      return { ok: false, from: new Date(Date.parse(now) + 1000).toISOString() };
    },
    async count(key, now) {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: `LIMIT#${key}`, sk: `DAY#${now.slice(0, 10)}` },
          UpdateExpression: 'ADD #count :one SET expires = :expires',
          ExpressionAttributeNames: { '#count': 'count' },
          ExpressionAttributeValues: { ':one': 1, ':expires': Math.ceil(Date.parse(now) / 1000) + twoDays },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return countSchema.parse(Attributes).count;
    },
    async look(key, allowance, now) {
      const { times } = await read(key);
      return allowedBy(within(times, allowance, now), allowance);
    },
  };
}

function within(times: readonly number[], { seconds }: Allowance, now: string): readonly number[] {
  return times.filter((time) => time + seconds * 1000 > Date.parse(now));
}

function allowedBy(counted: readonly number[], { most, seconds }: Allowance): Allowed {
  const first = counted.at(-most);
  return counted.length < most || first === undefined
    ? { ok: true, left: most - counted.length - 1 }
    : { ok: false, from: new Date(first + seconds * 1000).toISOString() };
}
