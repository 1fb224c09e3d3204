// The API of staff in a case with a long log: 10, 1,000 and 5,000 commits. Two commands (a note, and the decision on an
// identifier), the settling that the stream of the table calls after a command, and the view of the case.
import { randomBytes, randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { loadCase } from '#casework/commit/commit-command.ts';
import { makeCommit, type StoredCommit } from '#domain/case/log/commit.ts';
import { sha256 } from '#domain/canonical/canonical.ts';
import { caseKey, commitKey } from '#store/keys.ts';
import { processorSeconds } from '../support/processor-time.ts';
import { openCase } from './opened-case.ts';
import { startStaffApi, type StaffApi } from './staff-api.ts';

const sizes = [10, 1000, 5000];
const runs = 9;
const atOnce = 25;

type Kind = 'note' | 'settle' | 'decide' | 'view';
const kinds: readonly Kind[] = ['note', 'settle', 'decide', 'view'];

interface Times {
  readonly processor: number;
  readonly clock: number;
}

/** Adds notes to the log until it has this many commits. */
async function lengthen({ casework }: StaffApi, caseId: string, size: number): Promise<void> {
  const client = new DynamoDBClient({});
  const documents = DynamoDBDocumentClient.from(client);
  let { head } = await loadCase(casework, caseId);
  const now = new Date().toISOString();
  const by = { kind: 'staff', id: 'maja' } as const;
  while (head.seq < size) {
    const commits: StoredCommit[] = [];
    while (commits.length < atOnce && head.seq < size) {
      const note = { type: 'note-added', v: 1, at: now, by, text: sha256(randomUUID()) } as const;
      const commit = makeCommit(caseId, head, `${randomUUID()}#${randomBytes(8).toString('hex')}`, [note]);
      head = commit;
      commits.push(commit);
    }
    await Promise.all(
      commits.map(async ({ seq, text, hash }) => {
        const Item = { pk: caseKey(caseId), sk: commitKey(seq), text, hash };
        await documents.send(new PutCommand({ TableName: 'cases', Item }));
      }),
    );
  }
  client.destroy();
}

async function seqOf(api: StaffApi, id: string): Promise<number> {
  const { body } = await api.ask('GET /v1/cases/{id}', { id });
  return (JSON.parse(body) as { seq: number }).seq;
}

async function measure(api: StaffApi, size: number): Promise<Readonly<Record<Kind, Times>>> {
  const id = await openCase(api, runs);
  await lengthen(api, id, size);
  const times: Record<Kind, Times[]> = { note: [], settle: [], decide: [], view: [] };
  await api.settle(id);
  let expectedSeq = await seqOf(api, id);
  const doing = {
    note: () => ({ type: 'note', text: `Ringde ${randomUUID()}.` }),
    decide: (run: number) => ({ type: 'decide-identifier', identifier: sha256(`learned-${run}`), accept: false }),
  };
  for (let run = 0; run < runs; run += 1)
    for (const kind of kinds) {
      const [from, began] = [processorSeconds(), performance.now()];
      if (kind === 'view') await api.ask('GET /v1/cases/{id}', { id });
      else if (kind === 'settle') await api.settle(id);
      else {
        const body = { commandId: randomUUID(), expectedSeq, ...doing[kind](run) };
        await api.ask('POST /v1/cases/{id}/commands', { id, body });
      }
      times[kind].push({ processor: processorSeconds() - from, clock: (performance.now() - began) / 1000 });
      if (kind === 'decide') await api.settle(id);
      if (kind !== 'view') expectedSeq = await seqOf(api, id);
    }
  const median = (kind: Kind, of: keyof Times): number =>
    times[kind].map((one) => one[of]).toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  const both = (kind: Kind): Times => ({ processor: median(kind, 'processor'), clock: median(kind, 'clock') });
  return { note: both('note'), settle: both('settle'), decide: both('decide'), view: both('view') };
}

/** The ratios are of the medians, of the time that the processor worked and of the time that passed. */
export async function run(): Promise<object> {
  const api = await startStaffApi();
  try {
    // The first requests load code, so they are slower than later ones.
    await measure(api, 10);
    const measured: { readonly commits: number; readonly seconds: Readonly<Record<Kind, Times>> }[] = [];
    for (const commits of sizes) measured.push({ commits, seconds: await measure(api, commits) });
    const [least, , most] = measured;
    const ratio = (kind: Kind, of: keyof Times): number =>
      (most?.seconds[kind][of] ?? 0) / (least?.seconds[kind][of] ?? 1);
    const ratios = kinds.map((kind) => [kind, { processor: ratio(kind, 'processor'), clock: ratio(kind, 'clock') }]);
    return { measured, of5000To10: Object.fromEntries(ratios), mayBe: 3 };
  } finally {
    await api.close();
  }
}
