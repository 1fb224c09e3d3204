// The first page of the work queue of staff with 100, 10,000 and 100,000 open cases.
import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { subjectProfiles, type SubjectProfile } from '#store/subject-profiles.ts';
import { summaries, type Summary } from '#store/summaries.ts';
import { processorSeconds } from '../support/processor-time.ts';
import { openCase } from './opened-case.ts';
import { startStaffApi, type StaffApi } from './staff-api.ts';

const sizes = [100, 10_000, 100_000];
const runs = 15;
const day = 24 * 60 * 60_000;
/** How many cases of the queue have a profile. It is more than a page shows. */
const withProfile = 200;

/** The items that the stores write for these cases: a summary for each, and the profiles of the first cases. */
async function itemsOf(
  pattern: { readonly summary: Summary; readonly profile: SubjectProfile },
  from: number,
  to: number,
): Promise<readonly object[]> {
  const items: object[] = [];
  const client = {
    send: async ({ input }: { readonly input: { readonly Item: object } }) => (items.push(input.Item), {}),
  } as unknown as DynamoDBDocumentClient;
  for (let number = from; number < to; number += 1) {
    const caseId = randomUUID();
    const receivedAt = new Date(Date.parse(pattern.summary.receivedAt) + number * 1000).toISOString();
    // A hundred cases for each due date.
    const due = new Date(Date.parse(pattern.summary.due) + Math.floor(number / 100) * day).toISOString().slice(0, 10);
    await summaries(client, 'cases').put({ ...pattern.summary, caseId, receivedAt, due, person: randomUUID() });
    if (number < withProfile) await subjectProfiles(client, 'cases').create({ ...pattern.profile, caseId }, receivedAt);
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
    const summary = await api.casework.summaries.get(caseId);
    const profile = await api.casework.profiles.get(caseId);
    if (summary === undefined || profile === undefined) throw new Error('the case was not opened');
    const pattern = { summary, profile };
    const measured: {
      readonly open: number;
      readonly seconds: { readonly processor: number; readonly clock: number };
    }[] = [];
    let stored = 1;
    for (const open of sizes) {
      await api.fill(await itemsOf(pattern, stored, open));
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
