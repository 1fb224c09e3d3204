// The first page of the work queue of staff beside the number of open cases: 100, 10,000 and 100,000.
import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { byDue, byPerson } from '#store/indexes.ts';
import { caseKey, profileSortKey } from '#store/keys.ts';
import { summarySchema } from '#store/summaries.ts';
import { processorSeconds } from '../support/processor-time.ts';
import { openCase } from './opened-case.ts';
import { startStaffApi, type StaffApi } from './staff-api.ts';

const sizes = [100, 10_000, 100_000];
const runs = 15;
const day = 24 * 60 * 60_000;
/** How many cases of the queue have a profile: more than a page shows. */
const withProfile = 200;

type Item = Readonly<Record<string, unknown>>;

/** The items with the summary and the profile of a case, as the stores have written them. */
async function itemsOf(api: StaffApi, caseId: string): Promise<{ readonly summary: Item; readonly profile: Item }> {
  const client = new DynamoDBClient({});
  const documents = DynamoDBDocumentClient.from(client);
  const read = async (sk: string): Promise<Item> => {
    const { Item } = await documents.send(new GetCommand({ TableName: 'cases', Key: { pk: caseKey(caseId), sk } }));
    if (Item === undefined) throw new Error(`the case has no item ${sk}`);
    return Item;
  };
  // The row of the queue is written after the commits.
  await api.settle(caseId);
  const items = { summary: await read('SUMMARY'), profile: await read(profileSortKey) };
  client.destroy();
  return items;
}

/** The same items for other cases: a summary for each, and the profiles of the first. */
function copiesOf(
  pattern: { readonly caseId: string; readonly summary: Item; readonly profile: Item },
  from: number,
  to: number,
): readonly Item[] {
  const { summary } = z.object({ summary: summarySchema }).parse(pattern.summary);
  const items: Item[] = [];
  for (let number = from; number < to; number += 1) {
    const caseId = randomUUID();
    const copy = (item: Item): Item => JSON.parse(JSON.stringify(item).replaceAll(pattern.caseId, caseId)) as Item;
    const receivedAt = new Date(Date.parse(summary.receivedAt) + number * 1000).toISOString();
    // A hundred cases for each due date.
    const due = new Date(Date.parse(summary.due) + Math.floor(number / 100) * day).toISOString().slice(0, 10);
    items.push({
      ...copy(pattern.summary),
      summary: { ...summary, caseId, receivedAt, due, person: undefined },
      [byDue.sort]: `${due}#${caseId}`,
      [byPerson.partition]: randomUUID(),
      [byPerson.sort]: `${receivedAt}#${caseId}`,
    });
    if (number < withProfile) items.push(copy(pattern.profile));
  }
  return items;
}

async function measure(api: StaffApi): Promise<{ readonly processor: number; readonly clock: number }> {
  const times: { readonly processor: number; readonly clock: number }[] = [];
  for (let run = 0; run < runs; run += 1) {
    const [from, began] = [processorSeconds(), performance.now()];
    const { body } = await api.ask('GET /v1/cases', {});
    times.push({ processor: processorSeconds() - from, clock: (performance.now() - began) / 1000 });
    if ((JSON.parse(body) as { cases: unknown[] }).cases.length !== 50) throw new Error('the page is not full');
  }
  const median = (of: 'processor' | 'clock'): number =>
    times.map((one) => one[of]).toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  return { processor: median('processor'), clock: median('clock') };
}

/** The ratios are of the medians, of the time that the processor worked and of the time that passed. */
export async function run(): Promise<object> {
  const api = await startStaffApi();
  try {
    const caseId = await openCase(api, 0);
    const pattern = { caseId, ...(await itemsOf(api, caseId)) };
    const measured: {
      readonly open: number;
      readonly seconds: { readonly processor: number; readonly clock: number };
    }[] = [];
    let stored = 1;
    for (const open of sizes) {
      await api.fill(copiesOf(pattern, stored, open));
      stored = open;
      // The first requests load code, so they are slower than later ones.
      await measure(api);
      measured.push({ open, seconds: await measure(api) });
    }
    const [least, , most] = measured;
    const ratio = (of: 'processor' | 'clock'): number => (most?.seconds[of] ?? 0) / (least?.seconds[of] ?? 1);
    return { measured, of100000To100: { processor: ratio('processor'), clock: ratio('clock') }, mayBe: 1.5 };
  } finally {
    await api.close();
  }
}
