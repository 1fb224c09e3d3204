// One run of `reconcile` with 100, 1,000 and 10,000 open cases, of which none owes anything.
import { randomUUID } from 'node:crypto';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { reconcile } from '#casework/commit/reconcile.ts';
import { later, startRig } from '../casework/rig.ts';
import { localServices, type Services, type StartServices } from '../casework/services.ts';
import { processorSeconds } from '../support/processor-time.ts';

const sizes = [100, 1000, 10_000];
const runs = 9;
const atOnce = 6;

/**
 * Stores `count` copies of an open case under other ids. Only the items that are in an index are copied, because a run
 * reads no other item of a case that owes nothing.
 */
async function copyCase({ documents, tableName }: Services, caseId: string, count: number): Promise<void> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk',
      FilterExpression: 'attribute_exists(listKey)',
      ExpressionAttributeValues: { ':pk': `CASE#${caseId}` },
    }),
  );
  let left = count;
  const copy = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const id = randomUUID();
      for (const item of Items)
        await persist(
          async () =>
            await documents.send(
              new PutCommand({
                TableName: tableName,
                Item: JSON.parse(JSON.stringify(item).replaceAll(caseId, id)) as Record<string, unknown>,
              }),
            ),
        );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, copy));
}

/** Repeats a call if the connection was closed, which happens while the machine is busy. */
async function persist(doing: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1)
    try {
      await doing();
      return;
    } catch (error) {
      if (attempt === 5) throw error;
    }
}

/** The calls to the table and the processor time of a run, by the number of open cases. */
export async function run(): Promise<object> {
  const started: Services[] = [];
  const keeping: StartServices = async (...input) => {
    const made = await localServices(...input);
    started.push(made);
    return made;
  };
  const rig = await startRig({}, keeping);
  const [services] = started;
  if (services === undefined) throw new Error('the services did not start');
  const { documents } = services;
  try {
    const caseId = await rig.openNew();
    await reconcile(rig.casework, rig.hash, later(60));
    let calls = 0;
    const send = documents.send.bind(documents) as unknown as (command: unknown) => Promise<unknown>;
    Object.assign(documents, {
      send: async (command: unknown) => {
        calls += 1;
        return await send(command);
      },
    });
    const measured: { readonly open: number; readonly calls: number; readonly seconds: number }[] = [];
    let stored = 1;
    for (const open of sizes) {
      await copyCase(services, caseId, open - stored);
      stored = open;
      const seconds: number[] = [];
      for (let count = 0; count < runs; count += 1) {
        calls = 0;
        const from = processorSeconds();
        await reconcile(rig.casework, rig.hash, later(120));
        seconds.push(processorSeconds() - from);
      }
      measured.push({ open, calls, seconds: seconds.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0 });
    }
    const [least, , most] = measured;
    return {
      measured,
      callsOf10000To100: (most?.calls ?? 0) / (least?.calls ?? 1),
      secondsOf10000To100: (most?.seconds ?? 0) / (least?.seconds ?? 1),
      mayBe: 1.5,
    };
  } finally {
    await rig.close();
  }
}
