// What the stream of the case table causes: the case of each commit is settled.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitCommand } from '#casework/commit/commit-command.ts';
import { reconcile } from '#casework/commit/reconcile.ts';
import { settleCase } from '#casework/commit/settle-case.ts';
import { checkRequest, openRequest } from '#casework/intake/open-request.ts';
import { killedAt } from '#test/support/memory-stores/faults.ts';
import { later, start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => await rig.close());

const letters = async (caseId: string): Promise<string[]> => (await rig.sentFor(caseId)).map(({ letter }) => letter);

/** A case that was only opened, as a request of the API does. */
async function opened(): Promise<string> {
  const checked = checkRequest(rig.organisation, rig.request(), start);
  if (!checked.ok) throw new Error('the request is not right');
  const arrival = {
    channel: 'api',
    receivedAt: start,
    route: 'test',
    idempotencyKey: randomUUID(),
    hold: null,
  } as const;
  const kept = await openRequest(rig.alone, rig.hash, checked.checked, arrival, 'cd'.repeat(32), start);
  if (!kept.ok) throw new Error(kept.code);
  return kept.caseId;
}

describe('A commit', () => {
  it('sends nothing and starts nothing by itself', async () => {
    const caseId = await opened();
    expect(await letters(caseId)).toEqual([]);
    await expect(rig.executionStatus(caseId, 1)).rejects.toThrow('no such execution');
    await settleCase(rig.alone, caseId, later(1));
    expect(await letters(caseId)).toEqual(['M1', 'M23/identity-1']);
    expect(await rig.executionStatus(caseId, 1)).toBe('RUNNING');
  });

  it('sends one letter although the stream and reconcile settle its case at the same time', async () => {
    const caseId = await opened();
    await Promise.all([
      settleCase(rig.alone, caseId, later(1)),
      reconcile(rig.alone, rig.hash, later(1)),
      settleCase(rig.alone, caseId, later(1)),
    ]);
    expect((await letters(caseId)).toSorted()).toEqual(['M1', 'M23/identity-1']);
    expect((await rig.events(caseId)).filter(({ type }) => type === 'letter-sent')).toHaveLength(2);
    expect((await rig.state(caseId)).common.executions).toBe(1);
  });

  it('gets its summary stored even if its process died before that', async () => {
    const caseId = await opened();
    await settleCase(rig.alone, caseId, later(1));
    const blind = { ...rig.alone, summaries: { ...rig.alone.summaries, put: async () => undefined } };
    const command = { type: 'extend', category: 'number', text: 't' } as const;
    await commitCommand(blind, caseId, { commandId: 'e', by: { kind: 'staff', id: 'ada' }, command }, later(2));
    expect((await rig.alone.summaries.get(caseId))?.extended).toBe(false);
    await settleCase(rig.alone, caseId, later(3));
    const { seq } = (await rig.state(caseId)).common;
    expect(await rig.alone.summaries.get(caseId)).toMatchObject({ seq, extended: true });
  });

  it('that owes nothing any more costs one read of the log', async () => {
    const caseId = await opened();
    await settleCase(rig.alone, caseId, later(1));
    const { casework, calls } = killedAt(rig.alone, Infinity);
    await settleCase(casework, caseId, later(2));
    expect(calls).toEqual(['log.load']);
  });
});
