import { expect, it } from 'vitest';
import { commitCommand, loadCase, loadCaseAgain } from '#casework/commit/commit-command.ts';
import { rememberedLog } from '#casework/commit/remembered-log.ts';
import { fold } from '#domain/case/log/commit.ts';
import { StoreFailed, withFaults } from '#test/support/memory-stores/faults.ts';
import { openIn } from '../desk.ts';
import { now, Office, staff } from '../office.ts';

/** An office, a case, and the case as one request sees it; `reads` counts how often the log was read. */
async function requested() {
  const office = new Office();
  const caseId = await openIn(office);
  const { log } = office.casework;
  const reads: string[] = [];
  const counted = { ...log, load: async (id: string) => (reads.push(id), await log.load(id)) };
  return { office, caseId, reads, casework: { ...office.casework, log: rememberedLog(counted) } };
}
const note = (n: number) =>
  ({ commandId: `note-${n}`, by: staff('erik'), command: { type: 'note', text: `${n}` } }) as const;

it('A request reads a case once, however often it loads it and commits', async () => {
  const { office, caseId, reads, casework } = await requested();
  await Promise.all([loadCase(casework, caseId), loadCase(casework, caseId)]);
  for (const n of [1, 2, 3]) {
    await commitCommand(casework, caseId, note(n), now);
    expect(await loadCase(casework, caseId)).toEqual(fold(office.commits.get(caseId) ?? []));
  }
  expect(reads).toEqual([caseId]);
});

it('A request that another process overtakes reads the case again, and commits after it', async () => {
  const { office, caseId, reads, casework } = await requested();
  await loadCase(casework, caseId);
  await commitCommand(office.casework, caseId, note(1), now);
  expect(await commitCommand(casework, caseId, note(2), now)).toMatchObject({ ok: true });
  expect(reads).toEqual([caseId, caseId]);
  expect(await loadCase(casework, caseId)).toEqual(fold(office.commits.get(caseId) ?? []));
});

it('A request sees the commits of others if it asks for them', async () => {
  const { office, caseId, casework } = await requested();
  const before = await loadCase(casework, caseId);
  await commitCommand(office.casework, caseId, note(1), now);
  expect(await loadCase(casework, caseId)).toEqual(before);
  expect((await loadCaseAgain(casework, caseId)).head.seq).toBe(before.head.seq + 1);
  expect((await loadCase(casework, caseId)).head.seq).toBe(before.head.seq + 1);
});

it('A read that fails is not remembered', async () => {
  const { caseId, casework, office } = await requested();
  const log = rememberedLog(withFaults(office.casework, { call: 'log.load', times: 1 }).log);
  await expect(loadCase({ ...casework, log }, caseId)).rejects.toThrow(StoreFailed);
  expect((await loadCase({ ...casework, log }, caseId)).head.seq).toBeGreaterThan(0);
});
