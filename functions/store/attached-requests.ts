import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  paginateQuery,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ItemKey } from './batch-read.ts';
import { caseKey } from './keys.ts';

/** A request that is attached to the case of another request. */
export interface Attached {
  readonly caseId: string;
  /** ISO 8601. */
  readonly receivedAt: string;
}

/**
 * Finds the first case for a topic, and the requests attached to a case. A topic is the keyed hash of an address, a set
 * of rights and a controller; the set is empty in the topic of all requests of an address. Later requests for a topic
 * are attached to its first case until somebody has proven that case.
 */
export interface AttachedRequests {
  /** The id of the first case for the topic; `undefined` if there is none. */
  look(topic: string): Promise<string | undefined>;
  /**
   * Makes `caseId` the first case for the topic at `now` (ISO 8601), unless the topic has a first case. Returns the id
   * of the first case. `instead` is the id of a first case that this case replaces.
   */
  stand(topic: string, caseId: string, now: string, instead?: string): Promise<string>;
  /** Attaches to the case `first` a request that was received at `receivedAt` (ISO 8601). */
  attach(first: string, caseId: string, receivedAt: string): Promise<void>;
  detach(first: string, caseId: string, receivedAt: string): Promise<void>;
  /** The requests attached to the case `first`, oldest first. */
  of(first: string): Promise<readonly Attached[]>;
}

const firstSchema = z.looseObject({ caseId: z.string() });
const attachedSchema = z.object({ caseId: z.string(), receivedAt: z.iso.datetime() });
/** In days. DynamoDB deletes the item after this time, when no case still waits for its proof. */
const firstDays = 400;
/** The beginning of the sort keys of attached requests. */
export const attachedPrefix = 'ATTACHED#';

/** The key of the item with the first case of a topic. */
export function topicKey(topic: string): ItemKey {
  return { pk: `TOPIC#${topic}`, sk: 'FIRST' };
}

/** The id of the first case in an item of a topic. */
export function firstIn(item: unknown): string {
  return firstSchema.parse(item).caseId;
}

/**
 * Stores topics and attached requests in the case table. A topic is one item, written only if it has no first case yet
 * or the one that is replaced. An attached request is one item too.
 */
export function attachedRequests(client: DynamoDBDocumentClient, table: string): AttachedRequests {
  const attachedKey = (first: string, caseId: string, receivedAt: string): { pk: string; sk: string } => ({
    pk: caseKey(first),
    sk: `${attachedPrefix}${receivedAt}#${caseId}`,
  });
  const look = async (topic: string): Promise<string | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: topicKey(topic), ConsistentRead: true }),
    );
    return Item === undefined ? undefined : firstIn(Item);
  };
  const stand: AttachedRequests['stand'] = async (topic, caseId, now, instead) => {
    try {
      await client.send(
        new PutCommand({
          TableName: table,
          Item: { ...topicKey(topic), caseId, expires: Math.ceil(Date.parse(now) / 1000) + firstDays * 24 * 60 * 60 },
          ConditionExpression: `attribute_not_exists(pk)${instead === undefined ? '' : ' OR caseId = :instead'}`,
          ...(instead === undefined ? {} : { ExpressionAttributeValues: { ':instead': instead } }),
        }),
      );
      return caseId;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return (await look(topic)) ?? (await stand(topic, caseId, now));
    }
  };
  return {
    look,
    stand,
    async attach(first, caseId, receivedAt) {
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: { ...attachedKey(first, caseId, receivedAt), caseId, receivedAt },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
      } catch (error) {
        // The request is attached already.
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
    async detach(first, caseId, receivedAt) {
      await client.send(new DeleteCommand({ TableName: table, Key: attachedKey(first, caseId, receivedAt) }));
    },
    async of(first) {
      const found: Attached[] = [];
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
          ExpressionAttributeValues: { ':pk': caseKey(first), ':sk': attachedPrefix },
          ConsistentRead: true,
        },
      );
      for await (const { Items = [] } of pages) found.push(...Items.map((item) => attachedSchema.parse(item)));
      return found;
    },
  };
}
