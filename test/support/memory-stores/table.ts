// A table of DynamoDB in memory. It has the form of an AWS client, so a test runs the real stores, with their
// conditions and updates, without a server. `test/store/stores.test.ts` runs on this table and on the local DynamoDB.
import { setImmediate as turn } from 'node:timers/promises';
import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  UpdateCommand,
  type QueryCommandInput,
  type ScanCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { condition, updated, type Item, type Substitutions } from './expressions.ts';

export interface Index {
  readonly index: string;
  readonly partition: string;
  readonly sort: string;
}

const mainIndex: Index = { index: '', partition: 'pk', sort: 'sk' };
// DynamoDB's limits, in bytes.
const largestItem = 400 * 1024;
const largestPage = 1024 * 1024;
const mostKeys = 100;

interface Stored {
  readonly item: Item;
  readonly bytes: number;
}

/** The attributes that a `ProjectionExpression` names, such as `pk, #profile.#contact`; without one, the whole item. */
function projected(
  item: Item,
  {
    ProjectionExpression: expression,
    ExpressionAttributeNames: names = {},
  }: {
    readonly ProjectionExpression?: string | undefined;
    readonly ExpressionAttributeNames?: Record<string, string> | undefined;
  },
): Item {
  if (expression === undefined) return item;
  const wanted: Item = {};
  for (const written of expression.split(',')) {
    const steps = written
      .trim()
      .split('.')
      .map((step) => names[step] ?? step);
    let [from, to]: [unknown, Item] = [item, wanted];
    for (const [index, step] of steps.entries()) {
      from = (from as Item | undefined)?.[step];
      if (from === undefined) break;
      if (index === steps.length - 1) to[step] = from;
      else to = (to[step] ??= {}) as Item;
    }
  }
  return wanted;
}

/** Freezes the value and everything in it. Returns the value. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

/** A client of one table in memory. */
export interface MemoryTable extends DynamoDBDocumentClient {
  /** All items, by partition. The partition that was written first comes first. */
  items(): readonly Item[];
}

/** Makes an empty table. Its partition key is `pk` and its sort key is `sk`. */
export function memoryTable(indexes: readonly Index[]): MemoryTable {
  const partitions = new Map<string, Map<string, Stored>>();
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ region: 'eu-north-1', credentials: { accessKeyId: 'none', secretAccessKey: 'none' } }),
  );

  const find = (key: Item): Item | undefined => partitions.get(String(key['pk']))?.get(String(key['sk']))?.item;
  const check = (text: string | undefined, substitutions: Substitutions, item: Item | undefined): void => {
    if (text !== undefined && !condition(text, substitutions)(item ?? {}))
      throw new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
  };
  const keep = (item: Item): void => {
    const text = JSON.stringify(item);
    const bytes = Buffer.byteLength(text);
    if (bytes > largestItem) throw namedError('ValidationException', 'Item size has exceeded the maximum allowed size');
    const partition = partitions.get(String(item['pk'])) ?? new Map<string, Stored>();
    // The item is kept as JSON, as in DynamoDB. So attributes with the value `undefined` are left out, and a later
    // change to the caller's object has no effect. Every reader gets the same object, which is frozen.
    partition.set(String(item['sk']), { item: frozen(JSON.parse(text) as Item), bytes });
    partitions.set(String(item['pk']), partition);
  };

  /** One page of the items that match, in the order of the index. */
  function page(input: QueryCommandInput | ScanCommandInput): Item {
    const { IndexName, ExclusiveStartKey: after, Limit = Number.POSITIVE_INFINITY, FilterExpression, Select } = input;
    const index = IndexName === undefined ? mainIndex : indexes.find((one) => one.index === IndexName);
    if (index === undefined) throw new Error(`there is no index ${IndexName}`);
    const text = 'KeyConditionExpression' in input ? input.KeyConditionExpression : undefined;
    const fits = text === undefined ? () => true : condition(text, input);
    const order = ({ item }: Stored): string => [item[index.sort], item['pk'], item['sk']].map(String).join('\0');
    const found = [...partitionsFor(index, text, input)]
      .flatMap((partition) => [...partition.values()])
      .filter(({ item }) => item[index.partition] !== undefined && item[index.sort] !== undefined && fits(item))
      .map((stored) => ({ ...stored, place: order(stored) }))
      .sort((a, b) => (a.place < b.place ? -1 : 1));
    const isReversed = 'ScanIndexForward' in input && input.ScanIndexForward === false;
    if (isReversed) found.reverse();
    // The page begins after the item of `ExclusiveStartKey`, or where it was if it is no longer in the index.
    const place = after === undefined ? undefined : order({ item: after, bytes: 0 });
    const isBefore = (one: string): boolean => place !== undefined && (one === place || one < place === !isReversed);
    const start = found.filter((one) => isBefore(one.place)).length;
    const items: Item[] = [];
    let [next, bytes] = [start, 0];
    for (; next < found.length && next - start < Limit && bytes < largestPage; next += 1) {
      const stored = found[next];
      if (stored === undefined) break;
      bytes += stored.bytes;
      if (FilterExpression === undefined || condition(FilterExpression, input)(stored.item)) items.push(stored.item);
    }
    const last = next < found.length ? found[next - 1]?.item : undefined;
    const keys = ['pk', 'sk', index.partition, index.sort];
    return {
      Count: items.length,
      ScannedCount: next - start,
      ...(Select === 'COUNT' ? {} : { Items: items.map((item) => projected(item, input)) }),
      ...(last === undefined ? {} : { LastEvaluatedKey: Object.fromEntries(keys.map((key) => [key, last[key]])) }),
    };
  }

  /**
   * The partitions that a query must read: one if its condition is `pk = :value` on the table itself, otherwise all.
   */
  function partitionsFor(index: Index, text: string | undefined, input: Substitutions): Iterable<Map<string, Stored>> {
    const [, value] = (index === mainIndex ? /\bpk = (:\w+)/.exec(text ?? '') : null) ?? [];
    if (value === undefined) return partitions.values();
    const partition = partitions.get(String(input.ExpressionAttributeValues?.[value]));
    return partition === undefined ? [] : [partition];
  }

  function carryOut(command: unknown): Item {
    if (command instanceof GetCommand) {
      const item = find(command.input.Key ?? {});
      return item === undefined ? {} : { Item: item };
    }
    if (command instanceof BatchGetCommand) {
      const [request] = Object.entries(command.input.RequestItems ?? {});
      if (request === undefined) throw namedError('ValidationException', 'No table');
      const [table, { Keys = [], ...wanted }] = request;
      const names = new Set(Keys.map(({ pk, sk }) => `${pk}\0${sk}`));
      if (Keys.length === 0 || Keys.length > mostKeys || names.size < Keys.length)
        throw namedError('ValidationException', 'Not 1 to 100 different keys');
      const items: Item[] = [];
      for (const key of Keys) {
        const item = find(key);
        if (item !== undefined) items.push(projected(item, wanted));
      }
      return { Responses: { [table]: items.toReversed() }, UnprocessedKeys: {} };
    }
    if (command instanceof PutCommand) {
      const { Item = {}, ConditionExpression } = command.input;
      check(ConditionExpression, command.input, find(Item));
      keep(Item);
      return {};
    }
    if (command instanceof UpdateCommand) {
      const { Key = {}, UpdateExpression = '', ConditionExpression } = command.input;
      const before = find(Key);
      check(ConditionExpression, command.input, before);
      const after = updated(UpdateExpression, command.input, before ?? Key);
      keep(after);
      // Always all attributes, although DynamoDB returns only the changed ones for `UPDATED_NEW`.
      return { Attributes: find(Key) };
    }
    if (command instanceof DeleteCommand) {
      const { Key = {}, ConditionExpression, ReturnValues } = command.input;
      const before = find(Key);
      check(ConditionExpression, command.input, before);
      partitions.get(String(Key['pk']))?.delete(String(Key['sk']));
      return before === undefined || ReturnValues !== 'ALL_OLD' ? {} : { Attributes: before };
    }
    if (command instanceof QueryCommand || command instanceof ScanCommand) return page(command.input);
    throw new Error('the table in memory does not know this command');
  }

  return Object.assign(client, {
    items: () => [...partitions.values()].flatMap((items) => [...items.values()].map(({ item }) => item)),
    async send(command: unknown): Promise<Item> {
      // Other code gets a turn before the command, as it does during a real request.
      await turn();
      return { $metadata: {}, ...carryOut(command) };
    },
  });
}

/** An error in the form of the SDK, which the stores recognise by its name. */
export function namedError(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
