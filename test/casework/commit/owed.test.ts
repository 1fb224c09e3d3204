// Each commit says from when its case owes something. Owed work is done once, even if a process dies.
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Settling } from '#casework/commit/casework.ts';
import { commitCommand } from '#casework/commit/commit-command.ts';
import { executionEnded } from '#casework/commit/execution-ended.ts';
import { reconcile } from '#casework/commit/reconcile.ts';
import type { StoredLog } from '#store/case-log.ts';
import { settle } from '#casework/commit/settle.ts';
import { checkRequest, keepRequest } from '#casework/intake/open-request.ts';
import { StoreFailed, withFaults } from '#test/support/memory-stores/faults.ts';
import { later, start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
  // The sweep over the cases of an earlier version has ended.
  await reconcile(rig.alone, rig.hash, start);
});
afterAll(async () => await rig.close());
afterEach(() => {
  rig.fault = undefined;
  rig.reports.length = 0;
});

const by = { kind: 'clock', id: 'test' } as const;
const day = 24 * 3600;
const status = { commandId: 's', by, command: { type: 'owe-status' } } as const;
const letters = async (caseId: string): Promise<string[]> => (await rig.sentFor(caseId)).map(({ letter }) => letter);
const keys = async (caseId: string) => (await rig.alone.log.loadWhole(caseId)).owed.map(({ at, tries }) => [at, tries]);

/** Case work that counts how often it reads the log of a case. */
function counting(caseId: string): { readonly casework: Settling; readonly reads: () => number } {
  let reads = 0;
  const { log } = rig.alone;
  const count = async <T>(id: string, read: Promise<T>): Promise<T> => {
    if (id === caseId) reads += 1;
    return await read;
  };
  return {
    reads: () => reads,
    casework: {
      ...rig.alone,
      log: {
        ...log,
        read: async (id) => await count(id, log.read(id)),
        load: async (id) => await count(id, log.load(id)),
        loadAgain: async (id) => await count(id, log.loadAgain(id)),
        loadWhole: async (id) => await count(id, log.loadWhole(id)),
      },
    },
  };
}

describe('A case that owes nothing', () => {
  it('is not read until its daily check, and is then read once', async () => {
    const caseId = await rig.openNew();
    expect(await keys(caseId)).toEqual([[later(day), 0]]);
    const { casework, reads } = counting(caseId);
    for (const seconds of [60, 3600, day - 1]) await reconcile(casework, rig.hash, later(seconds));
    expect(reads()).toBe(0);
    await reconcile(casework, rig.hash, later(day));
    expect(reads()).toBe(1);
    expect(await keys(caseId)).toEqual([[later(2 * day), 0]]);
    await rig.command(caseId, { type: 'refuse', scope: 'whole', ground: 'excessive', text: 't' }, { at: later(day) });
    expect(await keys(caseId)).toEqual([]);
  });
});

describe('A commit', () => {
  it('whose process died before anything else was done is settled by reconcile, with its summary', async () => {
    const caseId = await rig.openNew();
    const blind = withFaults(rig.alone, { call: 'summaries.put', answer: undefined });
    await commitCommand(blind, caseId, status, later(60));
    expect(await letters(caseId)).toEqual(['M1']);
    await reconcile(rig.alone, rig.hash, later(61));
    expect(await letters(caseId)).toEqual(['M1', 'STATUS/2026-12-21']);
    const { seq } = (await rig.state(caseId)).common;
    expect((await rig.alone.summaries.get(caseId))?.seq).toBe(seq);
    expect(await keys(caseId)).toEqual([[later(61 + day), 0]]);
  });

  it('that another process writes while the case is settled keeps its key', async () => {
    const caseId = await rig.openNew();
    await commitCommand(
      rig.alone,
      caseId,
      { ...status, commandId: 'e', command: { type: 'warn-deadline', daysLeft: 5 } },
      start,
    );
    // This commit is written after everything was read and before the key is moved.
    const late: Settling = {
      ...rig.alone,
      tokens: {
        ...rig.alone.tokens,
        list: async () => {
          await commitCommand(rig.alone, caseId, status, later(30));
          return [];
        },
      },
      log: { ...rig.alone.log, load: onceLoaded(caseId) },
    };
    await settle(late, caseId, later(20));
    expect(await letters(caseId)).toEqual(['M1']);
    expect(await keys(caseId)).toEqual([
      [later(20 + day), 0],
      [later(30), 0],
    ]);
    await reconcile(rig.alone, rig.hash, later(31));
    expect(await letters(caseId)).toEqual(['M1', 'STATUS/2026-12-21']);
    expect(await keys(caseId)).toEqual([[later(31 + day), 0]]);
  });

  it('whose effect fails keeps its key with growing waits, and loses it once the effect succeeds', async () => {
    const caseId = await rig.openNew();
    const failing = withFaults(rig.alone, { call: 'tokens.list' });
    let at = later(10);
    for (const minutes of [1, 2, 4, 8, 10, 10]) {
      await settle(failing, caseId, at);
      const next = new Date(Date.parse(at) + minutes * 60_000).toISOString();
      expect((await keys(caseId)).map(([from]) => from)).toEqual([next]);
      at = next;
    }
    await reconcile(rig.alone, rig.hash, at);
    expect(await keys(caseId)).toEqual([[new Date(Date.parse(at) + day * 1000).toISOString(), 0]]);
  });

  it('that cannot be read is tried less and less often', async () => {
    const caseId = await rig.openNew();
    await commitCommand(rig.alone, caseId, status, later(3));
    const broken = withFaults(rig.alone, { call: 'log.load', caseId });
    for (let minutes = 1; minutes <= 120; minutes += 1) await reconcile(broken, rig.hash, later(minutes * 60));
    const mine = rig.reports.filter((report) => report.caseId === caseId);
    expect(mine.length).toBeGreaterThan(3);
    expect(mine.length).toBeLessThan(20);
    await reconcile(rig.alone, rig.hash, later(6 * 3600));
    expect(await letters(caseId)).toContain('STATUS/2026-12-21');
  });
});

describe('An execution that has ended', () => {
  it('is followed by another one at the next run of reconcile, if its case continues and has no later execution', async () => {
    const caseId = await rig.openNew();
    await rig.alone.workflow.signal(await rig.token(caseId));
    await reconcile(rig.alone, rig.hash, later(60));
    expect((await rig.state(caseId)).common.executions).toBe(1);
    await executionEnded(rig.alone, `${caseId}-1`, later(70));
    await reconcile(rig.alone, rig.hash, later(120));
    expect((await rig.state(caseId)).common.executions).toBe(2);
    for (const name of [`${caseId}-1`, 'another-name', `${caseId}-x`])
      await executionEnded(rig.alone, name, later(130));
    expect(await keys(caseId)).toEqual([[later(120 + day), 0]]);
    await rig.command(caseId, { type: 'refuse', scope: 'whole', ground: 'excessive', text: 't' }, { at: later(140) });
    await executionEnded(rig.alone, `${caseId}-2`, later(150));
    expect(await keys(caseId)).toEqual([]);
  });
});

describe('A request', () => {
  it('whose process died before its first commit is opened by reconcile, and then owes nothing more', async () => {
    const checked = checkRequest(rig.organisation, rig.request(), start);
    if (!checked.ok) throw new Error('the request is not right');
    const arrival = { channel: 'api', receivedAt: start, route: 'test', idempotencyKey: 'died', hold: null } as const;
    const kept = await keepRequest(rig.alone, checked.checked, arrival, randomBytes(32).toString('hex'), start);
    if (!kept.ok) throw new Error(kept.code);
    const { caseId } = kept.profile;
    await reconcile(rig.alone, rig.hash, later(60));
    expect(await letters(caseId)).toEqual(['M1']);
    const { casework, reads } = counting(caseId);
    await reconcile(casework, rig.hash, later(120));
    expect(reads()).toBe(0);
  });
});

describe('A case of version 0.2.0, whose items lack the key', () => {
  it('is tried again if the first attempt to settle it fails', async () => {
    const caseId = await rig.openNew();
    await commitCommand(rig.alone, caseId, status, later(60));
    await rig.asEarlierVersion(caseId);
    const failing = {
      ...withFaults(rig.alone, { call: 'log.load', caseId }),
      report: () => undefined,
    };
    await reconcile(failing, 'e'.repeat(64), later(120));
    expect(await letters(caseId)).not.toContain('STATUS/2026-12-21');
    await reconcile(rig.alone, 'e'.repeat(64), later(600));
    expect(await letters(caseId)).toContain('STATUS/2026-12-21');
  });

  it('is settled once for each description, and then has its own key', async () => {
    const [letter, request] = [await rig.openNew(), 'of-0-2-0'];
    await commitCommand(rig.alone, letter, status, later(60));
    await rig.asEarlierVersion(letter);
    const identifiers = [{ kind: 'email', value: 'annan@example.org' }] as const;
    const checked = checkRequest(rig.organisation, rig.request({ identifiers: [...identifiers] }), start);
    if (!checked.ok) throw new Error('the request is not right');
    const arrival = { channel: 'api', receivedAt: start, route: 'test', idempotencyKey: request, hold: null } as const;
    const kept = await keepRequest(rig.alone, checked.checked, arrival, randomBytes(32).toString('hex'), start);
    if (!kept.ok) throw new Error(kept.code);
    await rig.asEarlierVersion(kept.profile.caseId);
    await reconcile(rig.alone, rig.hash, later(120));
    expect(await letters(letter)).toEqual(['M1']);
    // The new version is deployed with another description. The process dies after the first case.
    const dying = withFaults(rig.alone, { call: 'owed.keepSweep' });
    await expect(reconcile(dying, 'f'.repeat(64), later(180))).rejects.toThrow(StoreFailed);
    await reconcile(rig.alone, 'f'.repeat(64), later(240));
    expect(await letters(letter)).toEqual(['M1', 'STATUS/2026-12-21']);
    expect(await letters(kept.profile.caseId)).toEqual(['M1']);
    expect(await keys(letter)).toHaveLength(1);
    const { casework, reads } = counting(letter);
    await reconcile(casework, 'f'.repeat(64), later(300));
    expect(reads()).toBe(0);
  });
});

/** A log whose reads always return the first result, as in a process that has read the log before others wrote. */
function onceLoaded(caseId: string): Settling['log']['load'] {
  let known: Promise<StoredLog> | undefined;
  return async (id) => {
    if (id !== caseId) return await rig.alone.log.load(id);
    known ??= rig.alone.log.load(id);
    return await known;
  };
}
