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

/** A request that has no case of its own: the answer to the case of an earlier request answers it too. */
export interface Attached {
  readonly caseId: string;
  /** ISO 8601. */
  readonly receivedAt: string;
}

/**
 * Stores which case is the first case for a topic, and which requests are attached to a case. A topic is a keyed hash
 * of an address, a controller and a set of rights; an empty set stands for all requests from the address. A later
 * request for the topic is attached to the first case, until the person has proven their identity in that case.
 */
export interface AttachedRequests {
  /** The id of the first case for the topic; `undefined` if there is none. */
  look(topic: string): Promise<string | undefined>;
  /**
   * Makes `caseId` the first case for the topic at `now` (ISO 8601), unless the topic has a first case. If the present
   * first case is `instead`, `caseId` replaces it. Returns the id of the first case.
   */
  stand(topic: string, caseId: string, now: string, instead?: string): Promise<string>;
  /** Attaches the request `caseId`, received at `receivedAt` (ISO 8601), to the case `first`. */
  attach(first: string, caseId: string, receivedAt: string): Promise<void>;
  detach(first: string, caseId: string, receivedAt: string): Promise<void>;
  /** The requests attached to the case `first`, oldest first. */
  of(first: string): Promise<readonly Attached[]>;
}

const firstSchema = z.looseObject({ caseId: z.string() });
const attachedSchema = z.object({ caseId: z.string(), receivedAt: z.iso.datetime() });
/**
 * In days. After this time DynamoDB deletes the item of a topic. Its first case then no longer waits for the person to
 * prove their identity.
 */
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
 * Stores topics and attached requests in the case table. Each topic is one item, and each attached request is one item.
 * The item of a topic is written only if the topic has no first case, or if its first case is the one to replace
 * (`instead`).
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
