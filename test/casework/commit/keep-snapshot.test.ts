// Long cases: the state is read from a snapshot and the commits after it.
import { commands } from '#test/domain/case/case-book.ts';
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Settling } from '#casework/commit/casework.ts';
import { commitCommand, loadCase, loadWholeCase } from '#casework/commit/commit-command.ts';
import { reconcile } from '#casework/commit/reconcile.ts';
import { rememberedLog } from '#casework/commit/remembered-log.ts';
import { settle } from '#casework/commit/settle.ts';
import { purgeExpired } from '#casework/schedule/purge-expired.ts';
import { staffCommand } from '#casework/staff/staff-command.ts';
import { fold } from '#domain/case/log/commit.ts';
import { caseLog } from '#store/case-log.ts';
import { later, start, startRig, type Rig } from '../rig.ts';
import { memoryServices, type Services } from '../services.ts';

let rig: Rig;
let services: Services;
let casework: Settling;

beforeAll(async () => {
  rig = await startRig({}, async (...input) => (services = await memoryServices(...input)));
  casework = { ...rig.alone, log: caseLog(services.documents, services.tableName, 'these-rules') };
});
afterAll(async () => await rig.close());

/** A case with at least this many commits. */
async function longCase(commits: number): Promise<string> {
  const caseId = await rig.openNew();
  for (let n = 0; n < commits; n += 1) await note(caseId, n);
  return caseId;
}

async function note(caseId: string, n: number): Promise<void> {
  const by = { kind: 'staff', id: 'erik' } as const;
  const command = { type: 'note', text: String(n) } as const;
  const acted = await commitCommand(casework, caseId, { commandId: `note-${n}`, by, command }, start);
  expect(acted.ok).toBe(true);
}

/** The casework, and a list of the reads of the log that were made through it. */
function counted() {
  const reads: string[] = [];
  const { log } = casework;
  const counting: Settling['log'] = {
    ...log,
    read: async (id) => (reads.push('whole'), await log.read(id)),
    load: async (id) => (reads.push('load'), await log.load(id)),
    loadAgain: async (id) => (reads.push('load'), await log.loadAgain(id)),
    loadWhole: async (id) => (reads.push('whole'), await log.loadWhole(id)),
  };
  return { reads, casework: { ...casework, log: rememberedLog(counting) } };
}

const change = async (caseId: string, name: string, value: unknown): Promise<unknown> =>
  await services.documents.send(
    new UpdateCommand({
      TableName: services.tableName,
      Key: { pk: `CASE#${caseId}`, sk: 'COMMIT$' },
      UpdateExpression: 'SET #name = :value',
      ExpressionAttributeNames: { '#name': name },
      ExpressionAttributeValues: { ':value': value },
    }),
  );

it('Settling stores a snapshot after 100 commits, and a command then reads only what came later', async () => {
  const caseId = await longCase(60);
  await settle(casework, caseId, start);
  expect((await casework.log.load(caseId)).snapshot).toBeUndefined();
  for (let n = 60; n < 110; n += 1) await note(caseId, n);
  await settle(casework, caseId, start);
  const { snapshot, texts } = await casework.log.load(caseId);
  expect(texts).toHaveLength(1);
  const { reads, casework: once } = counted();
  const body = { commandId: 'c-1', expectedSeq: snapshot?.seq ?? 0, type: 'note', text: 'Ringde.' } as const;
  const given = await staffCommand(once, rig.means, caseId, 'erik', body, start);
  expect([given.ok, reads]).toEqual([true, ['load']]);
  expect(await loadCase(casework, caseId)).toEqual(fold(await rig.casework.log.read(caseId)));
  // The next snapshot comes after another 100 commits.
  expect((await casework.log.load(caseId)).snapshot?.seq).toBe(snapshot?.seq);
});

it('A snapshot whose hash or state does not fit is ignored: the log is read from its beginning', async () => {
  const caseId = await longCase(110);
  await settle(casework, caseId, start);
  const right = fold(await rig.casework.log.read(caseId));
  for (const [name, value] of [
    ['hash', '0'.repeat(64)],
    ['state', 'AAAA'],
  ] as const) {
    await change(caseId, name, value);
    const { reads, casework: once } = counted();
    expect(await loadCase(once, caseId)).toEqual(right);
    expect(await loadCase(once, caseId)).toEqual(right);
    expect(reads).toEqual(['load', 'whole']);
  }
});

it('A command that discloses something or ends the case is decided from the whole log', async () => {
  const caseId = await longCase(110);
  await settle(casework, caseId, start);
  const { reads, casework: once } = counted();
  await loadCase(once, caseId);
  const by = { kind: 'staff', id: 'erik' } as const;
  for (const command of [commands.release(), { type: 'start-assembly', round: 1 }] as const)
    expect((await commitCommand(once, caseId, { commandId: command.type, by, command }, start)).ok).toBe(false);
  expect(reads).toEqual(['load', 'whole']);
  expect(await loadWholeCase(once, caseId)).toEqual(await loadCase(casework, caseId));
});

it('A key that a slow process left on a commit before the snapshot is removed when it is due', async () => {
  const caseId = await longCase(110);
  await settle(casework, caseId, start);
  const keys = async () => (await casework.log.loadWhole(caseId)).owed.map(({ seq }) => seq);
  const [last = 0] = await keys();
  await casework.owed.keep(caseId, 5, { at: later(30), tries: 0 });
  expect(await keys()).toEqual([5, last]);
  await reconcile(casework, rig.hash, later(60));
  expect(await keys()).toEqual([(await loadCase(casework, caseId)).head.seq]);
});

it('No item of a case holds the words of a note in its snapshot', async () => {
  const caseId = await longCase(110);
  const body = { commandId: 'c-2', type: 'note', text: 'Kanariefågel' } as const;
  const { head } = await loadCase(casework, caseId);
  expect((await staffCommand(casework, rig.means, caseId, 'erik', { ...body, expectedSeq: head.seq }, start)).ok).toBe(
    true,
  );
  await settle(casework, caseId, start);
  const { Items = [] } = await services.documents.send(
    new QueryCommand({
      TableName: services.tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `CASE#${caseId}` },
    }),
  );
  expect(Items.some(({ sk }) => sk === 'COMMIT$')).toBe(true);
  const { snapshot } = await casework.log.load(caseId);
  expect(snapshot?.state).toContain('note-100');
  for (const word of ['Kanariefågel', 'asa.berg', '174 06 10', '1740610']) expect(snapshot?.state).not.toContain(word);
});

it('A case whose data are erased keeps no snapshot, and gets no new one', async () => {
  const caseId = await longCase(110);
  await settle(casework, caseId, start);
  expect((await casework.log.load(caseId)).snapshot).toBeDefined();
  await rig.command(caseId, { type: 'end', ending: 'withdrawn', text: null });
  const stores = { findings: rig.findings, exports: rig.exports, mails: rig.mails, views: rig.views };
  for (const days of [400, 5000]) await purgeExpired(casework, stores, later(days * 86_400));
  await settle(casework, caseId, later(5001 * 86_400));
  const { Items = [] } = await services.documents.send(
    new QueryCommand({
      TableName: services.tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `CASE#${caseId}` },
    }),
  );
  expect(Items.map(({ sk }) => String(sk).replace(/\d+/, '')).filter((sk) => sk !== 'COMMIT#')).toEqual(['SUMMARY']);
});
