import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { byDue, byPerson, casesIn } from './indexes.ts';
import { caseKey } from './keys.ts';

/** The work queue's line of a case: a projection of the log, which alone is authoritative. */
export const summarySchema = z.strictObject({
  caseId: z.string(),
  /** Number of the commit from which it was made; 0 before the first commit. */
  seq: z.number().int().nonnegative(),
  /**
   * `open` until the case has ended, `owing` while letters of an ended case are unsent or a breach in it is not
   * settled, `purged` once findings and answers are erased, `forgotten` once the profile is erased.
   */
  list: z.enum(['open', 'owing', 'ended', 'purged', 'forgotten']),
  status: z.string(),
  controller: z.string(),
  rights: z.array(z.string()),
  language: z.string(),
  receivedAt: z.string(),
  due: z.string(),
  extended: z.boolean(),
  round: z.number().int().nonnegative(),
  /** What the case waits for, as a code; empty if it waits for nobody. */
  waitingFor: z.string(),
  failed: z.array(z.string()),
  pending: z.array(z.string()),
  endedAt: z.string().nullable(),
  /** The organisation's keyed hash of the contact point: finds a person's other cases. */
  person: z.string(),
  matter: z.string().default('request'),
  /** The member of staff who has the case. */
  owner: z.string().nullable().default(null),
  /** Last day to decide on a held request; `null` if it is not held. */
  decideBy: z.string().nullable().default(null),
  /** The due date with suspensions; `null` while one is open. The list is sorted by `due`, without them. */
  suspendedDue: z.string().nullable().default(null),
  /** Decisions that wait for a second person. */
  proposals: z.number().int().nonnegative().default(0),
  /** Letters that could not be sent. */
  unsent: z.number().int().nonnegative().default(0),
  /** Breaches and objections to the record that nobody has decided on: they stay open after the end of the case. */
  unsettled: z.number().int().nonnegative().default(0),
  /** Staff who are locked out: their lists do not contain it. `null` in a summary of an earlier version. */
  lockedOut: z.array(z.string()).nullable().default(null),
  /** The case from which it was split: a person who is kept out of that case is kept out of this one. */
  partOf: z.string().nullable().default(null),
});
export type Summary = Readonly<z.infer<typeof summarySchema>>;

export interface Summaries {
  get(caseId: string): Promise<Summary | undefined>;
  /** Stores the summary unless a later one is stored already. */
  put(summary: Summary): Promise<void>;
  /**
   * Open cases by due date, the others by their end, oldest first, from `from` on if it is given (a date or an instant
   * as in the summary). Each is read again from its item, because index rows may be outdated.
   */
  list(list: Summary['list'], limit: number, from?: string): Promise<readonly Summary[]>;
  /** How many cases the list has. */
  count(list: Summary['list']): Promise<number>;
  /** Removes the person from the summary and its index, and the summary from the working lists. */
  forgetPerson(caseId: string): Promise<void>;
  /** Case ids of one person, oldest first. */
  ofPerson(person: string): Promise<readonly Summary[]>;
}

/** Summaries in the case table and its two indexes. */
export function summaries(client: DynamoDBDocumentClient, table: string): Summaries {
  const get = async (caseId: string): Promise<Summary | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { pk: caseKey(caseId), sk: 'SUMMARY' }, ConsistentRead: true }),
    );
    return Item === undefined ? undefined : summarySchema.parse(Item['summary']);
  };
  const query = async (
    index: typeof byDue | typeof byPerson,
    value: string,
    limit: number,
    from?: string,
  ): Promise<readonly Summary[]> => {
    const found: Summary[] = [];
    for (const id of await casesIn(client, table, index, value, { from, limit })) {
      const summary = await get(id);
      if (summary !== undefined) found.push(summary);
    }
    return found;
  };
  return {
    get,
    async put(summary) {
      const checked = summarySchema.parse(summary);
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: {
              pk: caseKey(checked.caseId),
              sk: 'SUMMARY',
              summary: checked,
              seq: checked.seq,
              [byDue.partition]: checked.list,
              [byDue.sort]: `${checked.endedAt ?? checked.due}#${checked.caseId}`,
              // Once the profile is erased there is no person to index.
              ...(checked.person === ''
                ? {}
                : {
                    [byPerson.partition]: checked.person,
                    [byPerson.sort]: `${checked.receivedAt}#${checked.caseId}`,
                  }),
            },
            ConditionExpression: 'attribute_not_exists(pk) OR seq < :seq',
            ExpressionAttributeValues: { ':seq': checked.seq },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
    async count(list) {
      let count = 0;
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          IndexName: byDue.index,
          KeyConditionExpression: '#partition = :list',
          ExpressionAttributeNames: { '#partition': byDue.partition },
          ExpressionAttributeValues: { ':list': list },
          Select: 'COUNT',
        },
      );
      for await (const page of pages) count += page.Count ?? 0;
      return count;
    },
    async forgetPerson(caseId) {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: caseKey(caseId), sk: 'SUMMARY' },
          UpdateExpression:
            'SET summary.person = :nobody, summary.#list = :forgotten, #listed = :forgotten REMOVE #partition, #sort',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: {
            '#list': 'list',
            '#listed': byDue.partition,
            '#partition': byPerson.partition,
            '#sort': byPerson.sort,
          },
          ExpressionAttributeValues: { ':nobody': '', ':forgotten': 'forgotten' },
        }),
      );
    },
    list: async (list, limit, from) =>
      (await query(byDue, list, limit, from)).filter((summary) => summary.list === list),
    ofPerson: async (person) => (await query(byPerson, person, 100)).filter((summary) => summary.person === person),
  };
}
