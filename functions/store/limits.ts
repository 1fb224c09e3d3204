import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ItemKey } from './batch-read.ts';

/** How many times (`most`) something is allowed in any period of `seconds`. */
export interface Allowance {
  readonly most: number;
  readonly seconds: number;
}

/** Whether the action is allowed once more. If it is not, `from` (ISO 8601) is when it is allowed again. */
export type Allowed =
  /** `left` is how many more times the action is allowed after this one. */
  { readonly ok: true; readonly left: number } | { readonly ok: false; readonly from: string };

/**
 * Counts actions that strangers can cause, such as codes to an address or requests from a network. A limit of ten a day
 * applies to any 24 hours, not to a calendar day. A key names the action and a keyed hash of the address, telephone
 * number or network.
 */
export interface Limits {
  /**
   * Counts one action at `now` (ISO 8601), if fewer than `most` actions were counted in the `seconds` before it. `seen`
   * is what `FirstLook` has just read under the key; if it is missing or outdated, the item is read.
   */
  take(key: string, allowance: Allowance, now: string, seen?: Taken): Promise<Allowed>;
  /**
   * Counts one action on the day (UTC) of `now`, and returns the count of the day. DynamoDB adds atomically, so actions
   * that parallel processes count at the same time are all counted.
   */
  count(key: string, now: string): Promise<number>;
  /** Whether `take` would allow the action. Nothing is counted. */
  look(key: string, allowance: Allowance, now: string): Promise<Allowed>;
}

const itemSchema = z.looseObject({
  /** When each action was counted, in milliseconds since 1970, oldest first. */
  times: z.array(z.number()),
  version: z.number().int(),
});

/** The actions that were counted under a key, and the version of the item. */
export type Taken = Readonly<z.infer<typeof itemSchema>>;

/** The key of the item that counts the actions with this key. */
export function limitKey(key: string): ItemKey {
  return { pk: `LIMIT#${key}`, sk: 'TAKEN' };
}

/** The actions that an item counts; `undefined` stands for a missing item. */
export function takenIn(item: unknown): Taken {
  return item === undefined ? { times: [], version: 0 } : itemSchema.parse(item);
}

const countSchema = z.looseObject({ count: z.number().int() });
/** In seconds. After this time DynamoDB deletes the item with the count of a day. */
const twoDays = 2 * 24 * 60 * 60;

/**
 * How many times `take` reads and writes the item, because another process may write it in between. After the last
 * attempt `take` refuses the action, and says that it is allowed one second later.
 */
const attempts = 20;

/**
 * Stores the counts in the case table. Each key is one item, and is written only if nobody has changed it since it was
 * read. DynamoDB deletes old items.
 */
export function limits(client: DynamoDBDocumentClient, table: string): Limits {
  const read = async (key: string): Promise<Taken> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: limitKey(key), ConsistentRead: true }));
    return takenIn(Item);
  };
  return {
    async take(key, allowance, now, seen) {
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const { times, version } = attempt === 1 && seen !== undefined ? seen : await read(key);
        const counted = within(times, allowance, now);
        const allowed = allowedBy(counted, allowance);
        if (!allowed.ok) return allowed;
        try {
          await client.send(
            new PutCommand({
              TableName: table,
              Item: {
                ...limitKey(key),
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
