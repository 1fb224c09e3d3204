import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  GetCommand,
  QueryCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { batchRead } from './batch-read.ts';
import { byDue, byPerson, casesIn, pagesOf } from './indexes.ts';
import { caseKey, caseOf } from './keys.ts';

/** A row of the work queue. A summary is computed from the log of a case, and can be computed again at any time. */
export const summarySchema = z.strictObject({
  caseId: z.string(),
  /** The number of the commit from which the summary was computed; 0 before the first commit. */
  seq: z.number().int().nonnegative(),
  /**
   * `open`: the case has not ended. `owing`: it has ended, but has an unsent letter, a package to erase, or a breach or
   * an objection on which staff must decide. `ended`: it has ended and owes none of these. `purged`: its findings and
   * packages are erased. `views-left`: its subject profile is erased too, and the views of its material are still to be
   * erased. `forgotten`: nothing is left to be erased.
   */
  list: z.enum(['open', 'owing', 'ended', 'purged', 'views-left', 'forgotten']),
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
  /** The keyed hash of the contact point. Cases with the same hash are the cases of one person. */
  person: z.string().default(''),
  matter: z.string().default('request'),
  /** The id of the member of staff who owns the case; `null` if nobody does. */
  owner: z.string().nullable().default(null),
  /** The last day to decide on a held request; `null` if the request is not held. */
  decideBy: z.string().nullable().default(null),
  /**
   * The due date, moved by suspensions; `null` while a suspension is open. The work queue is sorted by `due`, the due
   * date that suspensions do not move.
   */
  suspendedDue: z.string().nullable().default(null),
  /** How many decisions wait for the approval of a second member of staff. */
  proposals: z.number().int().nonnegative().default(0),
  /** How many letters could not be sent. */
  unsent: z.number().int().nonnegative().default(0),
  /**
   * How many breaches, and how many objections to keeping the data, still wait for a decision of staff in an ended
   * case.
   */
  unsettled: z.number().int().nonnegative().default(0),
  /**
   * Ids of the staff who are locked out of the case. The work queue does not show the case to them. `null` in a summary
   * of an earlier version.
   */
  lockedOut: z.array(z.string()).nullable().default(null),
  /**
   * The id of the original case, if this case was split off from it. Staff who may not open the original case may not
   * open this case.
   */
  partOf: z.string().nullable().default(null),
});
export type Summary = Readonly<z.infer<typeof summarySchema>>;

const watchedSchema = z.strictObject({
  /** The number of the last commit that the watch had read. */
  seq: z.number().int().positive(),
  /** If the case has no later commit, nothing becomes due in it before this instant (ISO 8601). */
  until: z.iso.datetime(),
  /** Whether the case owed an answer past its due date. */
  late: z.boolean(),
});
/** What the watch over the deadlines (`casework/schedule/watch-deadlines.ts`) found when it last read a case. */
export type Watched = Readonly<z.infer<typeof watchedSchema>>;

/** A summary as the schedules read it. `watched` is `null` if the watch has not read the case yet. */
export interface ScheduledCase extends Summary {
  readonly watched: Watched | null;
}

/** Which rows of a list a page contains: all, or only those that meet a condition. */
export type Wanted =
  | { readonly kind: 'all' }
  /** Ended cases in which staff must still decide on a breach or on an objection to keeping the data. */
  | { readonly kind: 'unsettled' }
  /** The cases of one member of staff; with `null`, the cases that nobody owns. */
  | { readonly kind: 'owned'; readonly by: string | null };

export interface PageAsked {
  readonly wanted: Wanted;
  /** How many rows the page has at most. */
  readonly limit: number;
  /** `Page.next` of the previous page; `undefined` for the first page. */
  readonly after: string | undefined;
  readonly order: 'oldest-first' | 'newest-first';
}

/** One page of the index of a list. */
export interface Page {
  /** The ids come from the index, which may be outdated. Read the present summaries with `many`. */
  readonly caseIds: readonly string[];
  /**
   * Pass it as `after` to get the next page; `undefined` after the last page. A page that is short or empty need not be
   * the last.
   */
  readonly next: string | undefined;
}

export interface Summaries {
  get(caseId: string): Promise<Summary | undefined>;
  /**
   * Stores the summary, unless the stored summary was computed from the same or a later commit. With an empty `person`
   * the stored hash of the person stays.
   */
  put(summary: Summary): Promise<void>;
  /**
   * All summaries of a list: open cases by due date, other cases by their end, oldest first. The next page is read when
   * the caller needs it, so a case that leaves the list in between is left out. Each summary is read from its own item,
   * because the index may be outdated.
   */
  each(list: Summary['list']): AsyncIterable<ScheduledCase>;
  /** Stores what the watch found in a case. `put` does not change it. */
  keepWatched(caseId: string, watched: Watched): Promise<void>;
  /**
   * One page of a list: open cases by due date, other cases by their end. If `wanted` has a condition, DynamoDB reads
   * at most 4 MB of the index, so the page may be short although more rows follow.
   */
  page(list: Summary['list'], asked: PageAsked): Promise<Page>;
  /**
   * Reads the summaries of these cases with consistent reads in batches. The result has the order of `caseIds`. A case
   * without a summary is left out.
   */
  many(caseIds: readonly string[]): Promise<readonly Summary[]>;
  /** Moves a case from the list `from` to the list `to`. If it is not in `from` any more, nothing happens. */
  move(caseId: string, from: Summary['list'], to: Summary['list']): Promise<void>;
  /** Removes the hash of the person from the summary and from its index, and moves the case to the list `to`. */
  forgetPerson(caseId: string, to: 'views-left' | 'forgotten'): Promise<void>;
  /** The cases of one person, oldest first, at most 100. `person` is the keyed hash of the contact point. */
  ofPerson(person: string): Promise<readonly Summary[]>;
}

/** How many summaries `each` reads at once. */
const rowsAtOnce = 100;

/** How many times `page` reads the index at most. DynamoDB reads at most 1 MB each time. */
const mostReads = 4;
const rowSchema = z.looseObject({ pk: z.string(), [byDue.sort]: z.string() });
const itemSchema = z.looseObject({
  summary: summarySchema,
  watched: watchedSchema.optional(),
  [byPerson.partition]: z.string().optional(),
});

/**
 * The key of a row in the index `byDue`. `position` is its sort key: a date or an instant, `#` and the id of the case.
 */
function keyAt(list: Summary['list'], position: string): Record<string, string> {
  const caseId = position.slice(position.indexOf('#') + 1);
  return { pk: caseKey(caseId), sk: 'SUMMARY', [byDue.partition]: list, [byDue.sort]: position };
}

function filterFor(wanted: Wanted, list: Summary['list']): Partial<QueryCommandInput> {
  const names = { '#partition': byDue.partition };
  const values = { ':list': list };
  switch (wanted.kind) {
    case 'all':
      return { ExpressionAttributeNames: names, ExpressionAttributeValues: values };
    case 'unsettled':
      return {
        FilterExpression: 'summary.unsettled > :none',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ...values, ':none': 0 },
      };
    case 'owned':
      return {
        FilterExpression: `summary.#owner = :owner${wanted.by === null ? ' OR attribute_not_exists(summary.#owner)' : ''}`,
        ExpressionAttributeNames: { ...names, '#owner': 'owner' },
        ExpressionAttributeValues: { ...values, ':owner': wanted.by },
      };
  }
}

/** The summary in its item. The key of the index `byPerson` is the hash of the person. */
function summaryIn(item: Readonly<Record<string, unknown>>): Summary {
  const { summary, [byPerson.partition]: person = '' } = itemSchema.parse(item);
  return { ...summary, person };
}

function scheduledIn(item: Readonly<Record<string, unknown>>): ScheduledCase {
  return { ...summaryIn(item), watched: itemSchema.parse(item).watched ?? null };
}

/** Stores summaries in the case table, with the indexes `byDue` and `byPerson`. */
export function summaries(client: DynamoDBDocumentClient, table: string): Summaries {
  const get = async (caseId: string): Promise<Summary | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { pk: caseKey(caseId), sk: 'SUMMARY' }, ConsistentRead: true }),
    );
    return Item === undefined ? undefined : summaryIn(Item);
  };
  const rows = async <T extends Summary>(
    caseIds: readonly string[],
    rowIn: (item: Readonly<Record<string, unknown>>) => T,
  ): Promise<readonly T[]> => {
    const keys = caseIds.map((caseId) => ({ pk: caseKey(caseId), sk: 'SUMMARY' }));
    const items = await batchRead(client, table, keys);
    const found = new Map(
      items.map((item) => {
        const row = rowIn(item);
        return [row.caseId, row] as const;
      }),
    );
    return caseIds.flatMap((caseId) => found.get(caseId) ?? []);
  };
  const many = async (caseIds: readonly string[]): Promise<readonly Summary[]> => await rows(caseIds, summaryIn);
  return {
    get,
    async put(summary) {
      const { person, ...checked } = summarySchema.parse(summary);
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: { pk: caseKey(checked.caseId), sk: 'SUMMARY' },
            UpdateExpression: `SET summary = :summary, seq = :seq, ${byDue.partition} = :list, ${byDue.sort} = :place${
              person === '' ? '' : `, ${byPerson.partition} = :person, ${byPerson.sort} = :received`
            }`,
            // A summary of the same commit may be stored first without and then with the hash of the person.
            ConditionExpression: `attribute_not_exists(pk) OR seq < :seq${
              person === '' ? '' : ` OR (seq = :seq AND attribute_not_exists(${byPerson.partition}))`
            }`,
            ExpressionAttributeValues: {
              ':summary': checked,
              ':seq': checked.seq,
              ':list': checked.list,
              ':place': `${checked.endedAt ?? checked.due}#${checked.caseId}`,
              ...(person === '' ? {} : { ':person': person, ':received': `${checked.receivedAt}#${checked.caseId}` }),
            },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
    many,
    async page(list, { wanted, limit, after, order }) {
      const caseIds: string[] = [];
      let start = after === undefined ? undefined : keyAt(list, after);
      for (let read = 0; read < mostReads; read += 1) {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: table,
            IndexName: byDue.index,
            KeyConditionExpression: '#partition = :list',
            ScanIndexForward: order === 'oldest-first',
            ExclusiveStartKey: start,
            ...filterFor(wanted, list),
            // DynamoDB applies `Limit` before the filter. So a page with a condition has no `Limit`, and is cut to its
            // length below.
            ...(wanted.kind === 'all' ? { Limit: limit } : {}),
          }),
        );
        for (const item of Items) {
          const { pk, listSort } = rowSchema.parse(item);
          caseIds.push(caseOf(pk));
          if (caseIds.length === limit) return { caseIds, next: listSort };
        }
        if (LastEvaluatedKey === undefined) return { caseIds, next: undefined };
        start = LastEvaluatedKey;
      }
      return { caseIds, next: start === undefined ? undefined : rowSchema.parse(start).listSort };
    },
    async move(caseId, from, to) {
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: { pk: caseKey(caseId), sk: 'SUMMARY' },
            UpdateExpression: 'SET summary.#list = :to, #listed = :to',
            ConditionExpression: '#listed = :from',
            ExpressionAttributeNames: { '#list': 'list', '#listed': byDue.partition },
            ExpressionAttributeValues: { ':from': from, ':to': to },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
    async forgetPerson(caseId, to) {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: caseKey(caseId), sk: 'SUMMARY' },
          UpdateExpression: 'SET summary.person = :nobody, summary.#list = :to, #listed = :to REMOVE #partition, #sort',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: {
            '#list': 'list',
            '#listed': byDue.partition,
            '#partition': byPerson.partition,
            '#sort': byPerson.sort,
          },
          ExpressionAttributeValues: { ':nobody': '', ':to': to },
        }),
      );
    },
    async *each(list) {
      for await (const caseIds of pagesOf(client, table, byDue, list, { size: rowsAtOnce }))
        for (const summary of await rows(caseIds, scheduledIn)) if (summary.list === list) yield summary;
    },
    async keepWatched(caseId, watched) {
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: { pk: caseKey(caseId), sk: 'SUMMARY' },
            UpdateExpression: 'SET watched = :watched',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':watched': watchedSchema.parse(watched) },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
    ofPerson: async (person) =>
      (await many(await casesIn(client, table, byPerson, person, { limit: 100 }))).filter(
        (summary) => summary.person === person,
      ),
  };
}
