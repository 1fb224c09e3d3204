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

/** A row of the work queue. A summary is computed from the log of a case, and can be computed again at any time. */
export const summarySchema = z.strictObject({
  caseId: z.string(),
  /** The number of the commit from which the summary was computed; 0 before the first commit. */
  seq: z.number().int().nonnegative(),
  /**
   * `open`: the case has not ended. `owing`: it has ended, but has an unsent letter, an unsettled breach or a package
   * to erase. `ended`: it has ended and owes none of these. `purged`: its findings and packages are erased.
   * `forgotten`: its subject profile is erased too.
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
  /** A code for whom or what the case waits for; empty if it waits for nobody. */
  waitingFor: z.string(),
  failed: z.array(z.string()),
  pending: z.array(z.string()),
  endedAt: z.string().nullable(),
  /** The keyed hash of the contact point, by which the other cases of the person are found. */
  person: z.string(),
  matter: z.string().default('request'),
  /** The id of the member of staff who owns the case; `null` if nobody does. */
  owner: z.string().nullable().default(null),
  /** The last day to decide on a held request; `null` if the request is not held. */
  decideBy: z.string().nullable().default(null),
  /**
   * The due date with suspensions; `null` while a suspension is open. The work queue is sorted by `due`, the date
   * without suspensions.
   */
  suspendedDue: z.string().nullable().default(null),
  /** How many decisions wait for the approval of a second member of staff. */
  proposals: z.number().int().nonnegative().default(0),
  /** How many letters could not be sent. */
  unsent: z.number().int().nonnegative().default(0),
  /** How many decisions an ended case still needs: on breaches, and on objections to keeping its data. */
  unsettled: z.number().int().nonnegative().default(0),
  /**
   * Ids of the staff who are locked out of the case. The work queue does not show the case to them. `null` in a summary
   * of an earlier version.
   */
  lockedOut: z.array(z.string()).nullable().default(null),
  /**
   * The id of the original case, if this case is a part. Whoever may not open the original case may not open the part.
   */
  partOf: z.string().nullable().default(null),
});
export type Summary = Readonly<z.infer<typeof summarySchema>>;

export interface Summaries {
  get(caseId: string): Promise<Summary | undefined>;
  /** Stores the summary, unless the stored summary is computed from a later commit. */
  put(summary: Summary): Promise<void>;
  /**
   * At most `limit` summaries of a list: open cases by due date, other cases by their end, oldest first. With `from` (a
   * date or an instant), earlier ones are left out. Each summary is read from its own item, because the index may be
   * outdated.
   */
  list(list: Summary['list'], limit: number, from?: string): Promise<readonly Summary[]>;
  /** How many cases a list has. */
  count(list: Summary['list']): Promise<number>;
  /** Removes the hash of the person from the summary and from its index, and moves the case to the list `forgotten`. */
  forgetPerson(caseId: string): Promise<void>;
  /** The cases of one person, oldest first. `person` is the keyed hash of the contact point. */
  ofPerson(person: string): Promise<readonly Summary[]>;
}

/** Stores summaries in the case table, with the indexes `byDue` and `byPerson`. */
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
              // If the profile is erased, the hash of the person is empty, and the case is not in the index of persons.
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
