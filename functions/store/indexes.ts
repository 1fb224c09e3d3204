import { paginateQuery, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { caseOf } from './keys.ts';

/**
 * The indexes of the case table. `byDue` contains several sorted lists of cases, for example open cases by due date,
 * and the cases that owe something by the instant from which they owe it. `byPerson` lists the cases of one person.
 */
export const byDue = { index: 'by-due', partition: 'listKey', sort: 'listSort' } as const;
export const byPerson = { index: 'by-person', partition: 'personKey', sort: 'personSort' } as const;

/** The list in `byDue` of the cases that owe something, such as a letter that is not sent yet. */
export const owedList = 'owed';

/** The attributes of an item whose case owes something. The comments call them "the key `owedAt`". */
export const owedAttributes = ['owedAt', 'owedTries', byDue.partition, byDue.sort] as const;

/** Since when (`at`, ISO 8601) a case owes something, and how many attempts in a row to do it have failed (`tries`). */
export interface OwedFrom {
  readonly at: string;
  readonly tries: number;
}

/**
 * The key `owedAt` as attributes of an item of the case. While an item has them, the case is in the list of owing
 * cases.
 */
export function owedKey(caseId: string, { at, tries }: OwedFrom): Readonly<Record<string, string | number>> {
  return { owedAt: at, owedTries: tries, [byDue.partition]: owedList, [byDue.sort]: `${at}#${caseId}` };
}

const hintSchema = z.looseObject({ pk: z.string() });

/** Which part of a partition to read: `from` is the first value of the sort key, and `size` the most rows of a page. */
interface Read {
  readonly from?: string | undefined;
  readonly size?: number | undefined;
}

/** Ids of the cases in one partition of an index, page by page, in the order of its sort key. */
export async function* pagesOf(
  client: DynamoDBDocumentClient,
  table: string,
  { index, partition, sort }: typeof byDue | typeof byPerson,
  value: string,
  { from, size }: Read = {},
): AsyncGenerator<readonly string[]> {
  const pages = paginateQuery(
    { client, ...(size === undefined ? {} : { pageSize: size }) },
    {
      TableName: table,
      IndexName: index,
      KeyConditionExpression: `#partition = :value${from === undefined ? '' : ' AND #sort >= :from'}`,
      ExpressionAttributeNames: { '#partition': partition, ...(from === undefined ? {} : { '#sort': sort }) },
      ExpressionAttributeValues: { ':value': value, ...(from === undefined ? {} : { ':from': from }) },
    },
  );
  for await (const { Items = [] } of pages) yield Items.map((item) => caseOf(hintSchema.parse(item).pk));
}

/** Ids of the cases in one partition, in the order of the sort key: at most `limit`, beginning at `from`. */
export async function casesIn(
  client: DynamoDBDocumentClient,
  table: string,
  index: typeof byDue | typeof byPerson,
  value: string,
  { from, limit }: { readonly from?: string | undefined; readonly limit?: number } = {},
): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const page of pagesOf(client, table, index, value, { from, size: limit })) {
    ids.push(...page);
    if (limit !== undefined && ids.length >= limit) break;
  }
  return ids.slice(0, limit);
}
