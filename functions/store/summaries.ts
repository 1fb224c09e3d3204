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

/** A row of the work queue. It is computed from the log of a case; only the log is authoritative. */
export const summarySchema = z.strictObject({
  caseId: z.string(),
  /** Number of the commit from which the summary was made; 0 before the first commit. */
  seq: z.number().int().nonnegative(),
  /**
   * `open` until the case has ended. `owing` while an ended case has an unsent letter, an unsettled breach or a package
   * to erase. `ended` if an ended case has none of these. `purged` once findings and answers are erased. `forgotten` once the profile is
   * erased.
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
  /** Whom or what the case waits for, as a code; empty if the case waits for nobody. */
  waitingFor: z.string(),
  failed: z.array(z.string()),
  pending: z.array(z.string()),
  endedAt: z.string().nullable(),
  /** The organisation's keyed hash of the contact point, by which a person's other cases are found. */
  person: z.string(),
  matter: z.string().default('request'),
  /** The member of staff who owns the case. */
  owner: z.string().nullable().default(null),
  /** Last day to decide on a held request; `null` if the request is not held. */
  decideBy: z.string().nullable().default(null),
  /**
   * The due date with suspensions; `null` while a suspension is open. The list is sorted by `due`, the date without
   * suspensions.
   */
  suspendedDue: z.string().nullable().default(null),
  /** How many decisions wait for a second person. */
  proposals: z.number().int().nonnegative().default(0),
  /** How many letters could not be sent. */
  unsent: z.number().int().nonnegative().default(0),
  /**
   * How many breaches, and objections to our keeping the case, nobody has decided on. They stay open after the end of
   * the case.
   */
  unsettled: z.number().int().nonnegative().default(0),
  /**
   * Staff who are locked out of the case: their lists do not contain the case. `null` in a summary of an earlier
   * version.
   */
  lockedOut: z.array(z.string()).nullable().default(null),
  /** The case from which this case was split. A person who has no access to that case has no access to this case. */
  partOf: z.string().nullable().default(null),
});
export type Summary = Readonly<z.infer<typeof summarySchema>>;

export interface Summaries {
  get(caseId: string): Promise<Summary | undefined>;
  /** Stores the summary, unless a summary of a later commit is stored already. */
  put(summary: Summary): Promise<void>;
  /**
   * Open cases by due date; cases of the other lists by their end, oldest first. The list begins at `from`, if it is
   * given: a date or an instant as in the summary. Each summary is read again from its item, because a row of an index
   * may be outdated.
   */
  list(list: Summary['list'], limit: number, from?: string): Promise<readonly Summary[]>;
  /** How many cases are in a list. */
  count(list: Summary['list']): Promise<number>;
  /**
   * Removes the person from the summary and from the index of persons, and moves the summary to the list `forgotten`.
   */
  forgetPerson(caseId: string): Promise<void>;
  /** The cases of one person, oldest first. */
  ofPerson(person: string): Promise<readonly Summary[]>;
}

/** Summaries in the case table, with its two indexes. */
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
              // Without a person there is nothing to index: the profile is erased.
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
