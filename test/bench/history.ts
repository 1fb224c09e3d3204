// The API of staff in a case with a long log: 10, 1,000 and 5,000 commits. Two commands (a note, and the decision on an
// identifier) and the view of the case.
import { randomBytes, randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { commitCommand, loadCase } from '#casework/commit/commit-command.ts';
import { checkRequest, openRequest } from '#casework/intake/open-request.ts';
import type { Command } from '#domain/case/command.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import { makeCommit, type StoredCommit } from '#domain/case/log/commit.ts';
import { sha256 } from '#domain/canonical/canonical.ts';
import { caseKey, commitKey } from '#store/keys.ts';
import { processorSeconds } from '../support/processor-time.ts';
import { startStaffApi, type StaffApi } from './staff-api.ts';

const sizes = [10, 1000, 5000];
const runs = 15;
const atOnce = 25;

type Kind = 'note' | 'decide' | 'view';
const kinds: readonly Kind[] = ['note', 'decide', 'view'];

interface Times {
  readonly processor: number;
  readonly clock: number;
}

/** A case in which two waves of identifiers can be decided on, with about ten commits. */
async function openCase({ casework, organisation, hash }: StaffApi): Promise<string> {
  const now = new Date().toISOString();
  const contact = { kind: 'email' as const, value: `${randomUUID()}@example.org` };
  const request = {
    controller: 'nordvik',
    rights: ['access' as const],
    language: 'sv' as const,
    identifiers: [contact],
  };
  const checked = checkRequest(organisation, request, now);
  if (!checked.ok) throw new Error('the request of the bench is not right');
  const of = { channel: 'api', receivedAt: now, route: 'bench', idempotencyKey: randomUUID(), hold: null } as const;
  const opened = await openRequest(casework, hash, checked.checked, of, randomBytes(32).toString('hex'), now);
  if (!opened.ok) throw new Error(opened.code);
  const { caseId } = opened;
  const systems = [{ id: 'hubspot', mode: 'automatic', level: 'contact-point', special: false }] as const;
  const learned = Array.from({ length: runs + 2 }, (_, index) => ({
    kind: 'email' as const,
    hash: sha256(`learned-${index}`),
    weight: 'own' as const,
    disputed: false,
  }));
  const found = { result: 'found', records: 1, files: 0, possible: 0 } as const;
  const commands: readonly Command[] = [
    { type: 'plan-search', systems },
    { type: 'approve-search' },
    { type: 'start-searches', searches: [{ system: 'hubspot', wave: 1 }] },
    { type: 'answer-search', system: 'hubspot', wave: 1, learned, ...found },
  ];
  const give = async (command: Command): Promise<OpenedCase> => {
    const by = { kind: 'workflow', id: 'bench' } as const;
    const acted = await commitCommand(
      casework,
      caseId,
      { commandId: randomUUID(), by, command },
      new Date().toISOString(),
    );
    if (!acted.ok) throw new Error(`${command.type}: ${acted.code}`);
    return acted.state;
  };
  const { common } = await give({ type: 'issue-code', purpose: 'identity' });
  await give({ type: 'count-try', purpose: 'identity' });
  await give({ type: 'prove-identity', challenge: common.challenges.at(-1)?.id ?? '' });
  for (const command of commands) await give(command);
  return caseId;
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
  const id = await openCase(api);
  await lengthen(api, id, size);
  const times: Record<Kind, Times[]> = { note: [], decide: [], view: [] };
  let expectedSeq = await seqOf(api, id);
  const doing = {
    note: () => ({ type: 'note', text: `Ringde ${randomUUID()}.` }),
    decide: (run: number) => ({ type: 'decide-identifier', identifier: sha256(`learned-${run}`), accept: false }),
  };
  for (let run = 0; run < runs; run += 1)
    for (const kind of kinds) {
      const [from, began] = [processorSeconds(), performance.now()];
      if (kind === 'view') await api.ask('GET /v1/cases/{id}', { id });
      else {
        const body = { commandId: randomUUID(), expectedSeq, ...doing[kind](run) };
        await api.ask('POST /v1/cases/{id}/commands', { id, body });
      }
      times[kind].push({ processor: processorSeconds() - from, clock: (performance.now() - began) / 1000 });
      if (kind !== 'view') expectedSeq = await seqOf(api, id);
    }
  const median = (kind: Kind, of: keyof Times): number =>
    times[kind].map((one) => one[of]).toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  const both = (kind: Kind): Times => ({ processor: median(kind, 'processor'), clock: median(kind, 'clock') });
  return { note: both('note'), decide: both('decide'), view: both('view') };
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
