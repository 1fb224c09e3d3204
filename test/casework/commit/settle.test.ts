import { codedId } from '#domain/case/letters/coded-letter.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { awaitCondition } from '#casework/workflow/await-condition.ts';
import type { Settling } from '#casework/commit/casework.ts';
import { commitCommand } from '#casework/commit/commit-command.ts';
import { executionEnded } from '#casework/commit/execution-ended.ts';
import { reconcile } from '#casework/commit/reconcile.ts';
import { settle } from '#casework/commit/settle.ts';
import { settleCase } from '#casework/commit/settle-case.ts';
import { sendCode, verifyIdentity } from '#casework/subject/subject-actions.ts';
import { deaths, killedAt, withFaults } from '#test/support/memory-stores/faults.ts';
import { later, start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => {
  await rig.close();
});
afterEach(() => {
  rig.fault = undefined;
  rig.reports.length = 0;
});

const letters = async (caseId: string): Promise<string[]> => (await rig.sentFor(caseId)).map(({ letter }) => letter);
const sentEvents = async (caseId: string, letter: string): Promise<number> =>
  (await rig.events(caseId)).filter((event) => event.type === 'letter-sent' && codedId(event.letter) === letter).length;

describe('A letter that is owed', () => {
  it('is sent once by two processes that settle at the same time', async () => {
    rig.fault = 'unavailable';
    const caseId = await rig.openNew();
    expect(await letters(caseId)).toEqual([]);
    rig.fault = undefined;
    const at = later(30);
    await Promise.all(Array.from({ length: 4 }, async () => await settle(rig.casework, caseId, at)));
    expect(await letters(caseId)).toEqual(['M1']);
    expect(await sentEvents(caseId, 'M1')).toBe(1);
  });

  it.each(['throttled', 'unavailable', 'rejected'] as const)(
    'stays owed when the mail service says %s, is not sent during the lease, and is sent afterwards',
    async (fault) => {
      rig.fault = fault;
      const caseId = await rig.openNew();
      expect(rig.reports).toMatchObject([{ what: 'send the letter acknowledgement', caseId }]);
      // The report contains no address.
      expect(String(rig.reports[0]?.error)).not.toContain('asa.berg');
      rig.fault = undefined;
      await settle(rig.casework, caseId, later(19));
      expect(await letters(caseId)).toEqual([]);
      await settle(rig.casework, caseId, later(20));
      expect(await letters(caseId)).toEqual(['M1']);
      expect((await rig.state(caseId)).common.letters.get('acknowledgement')).toMatchObject({ attempt: 2 });
    },
  );

  it('is sent a second time only if the response of the mail service was lost', async () => {
    rig.fault = 'answer-lost';
    const caseId = await rig.openNew();
    rig.fault = undefined;
    expect(await letters(caseId)).toEqual(['M1']);
    await reconcile(rig.alone, rig.hash, later(60));
    expect(await letters(caseId)).toEqual(['M1', 'M1']);
    await reconcile(rig.alone, rig.hash, later(120));
    expect(await letters(caseId)).toEqual(['M1', 'M1']);
  });

  it('is left to a process that is sending it, whatever the time at which that process began', async () => {
    rig.fault = 'unavailable';
    const caseId = await rig.openNew();
    rig.fault = undefined;
    const [begun, released, late] = [0, 1, 2].map(() => Promise.withResolvers<void>());
    // A repeated step of the workflow uses the time at which its state was entered.
    const slow: Settling = {
      ...rig.casework,
      post: {
        async send(mail) {
          begun?.resolve();
          await released?.promise;
          return await rig.casework.post.send(mail);
        },
      },
    };
    const step = settle(slow, caseId, later(30)).then(() => late?.resolve());
    await begun?.promise;
    const pauses: number[] = [];
    const other: Settling = {
      ...rig.casework,
      async pause(milliseconds) {
        pauses.push(milliseconds);
        released?.resolve();
        await late?.promise;
      },
    };
    await reconcile(other, rig.hash, later(90));
    await step;
    expect(pauses).toEqual([3_000]);
    expect(await letters(caseId)).toEqual(['M1']);
    expect(await sentEvents(caseId, 'M1')).toBe(1);
  });

  it('does not delay the other letters', async () => {
    const caseId = await rig.openNew();
    const post: Settling['post'] = {
      send: async (mail) => {
        if (mail.headers['X-Utdrag-Letter']?.startsWith('M4') === true) throw new Error('not this one');
        return await rig.casework.post.send(mail);
      },
    };
    const casework = { ...rig.alone, post };
    const by = { kind: 'staff', id: 'ada' } as const;
    const extend = { type: 'extend', category: 'number', text: 't' } as const;
    await commitCommand(casework, caseId, { commandId: 'e', by, command: extend }, start);
    await commitCommand(casework, caseId, { commandId: 's', by, command: { type: 'owe-status' } }, start);
    await settle(casework, caseId, start);
    expect(await letters(caseId)).toEqual(['M1', 'STATUS/2026-12-21']);
    // Only the notice makes the extension effective (Art. 12(3)).
    expect((await rig.state(caseId)).common.due).toBe('2026-12-21');
    await reconcile(rig.alone, rig.hash, later(60));
    expect(await letters(caseId)).toEqual(['M1', 'STATUS/2026-12-21', 'M4/1']);
    expect((await rig.state(caseId)).common.due).toBe('2027-02-22');
  });

  it('is not sent after the profile is erased', async () => {
    rig.fault = 'unavailable';
    const caseId = await rig.openNew();
    rig.fault = undefined;
    await rig.casework.profiles.erase(caseId);
    await settle(rig.casework, caseId, later(60));
    expect(await letters(caseId)).toEqual([]);
  });

  it('is sent only to the contact point, and contains none of the identifiers', async () => {
    const caseId = await rig.openNew();
    await sendCode(rig.casework, caseId, 'identity', start);
    const mails = await rig.sentFor(caseId);
    expect(mails).toHaveLength(2);
    for (const { to, text } of mails) {
      expect(to).toBe('asa.berg@example.org');
      expect(text).not.toMatch(/asa\.berg|701740610|174 06 10/);
      expect(text).toContain(`https://portal.nordvik.example/cases/${caseId}?key=`);
    }
  });
});

describe('A wait', () => {
  it('ends when its condition holds, whichever commit caused that', async () => {
    const caseId = await rig.openNew();
    const token = await rig.token(caseId);
    await awaitCondition(rig.casework, { caseId, wait: 'VerifyIdentity', round: 0, token }, start);
    expect(await letters(caseId)).toEqual(['M1', 'M23/identity-1']);
    expect(await rig.executionStatus(caseId, 1)).toBe('RUNNING');
    const code = rig.casework.keys.oneTimeCode(caseId, 'identity-1');
    expect(await verifyIdentity(rig.casework, caseId, code, later(5))).toEqual({ ok: true });
    expect(await eventually(caseId, 1)).toBe('SUCCEEDED');
    expect(await rig.casework.tokens.list(caseId)).toEqual([]);
  });

  it('ends at once if its condition holds when it begins', async () => {
    const caseId = await rig.openNew();
    const token = await rig.token(caseId);
    await sendCode(rig.casework, caseId, 'identity', start);
    const code = rig.casework.keys.oneTimeCode(caseId, 'identity-1');
    await verifyIdentity(rig.casework, caseId, code, start);
    await awaitCondition(rig.casework, { caseId, wait: 'VerifyIdentity', round: 0, token }, start);
    expect(await eventually(caseId, 1)).toBe('SUCCEEDED');
  });

  it('whose token is no longer valid, or was never issued, is finished', async () => {
    const caseId = await rig.openNew();
    const token = await rig.token(caseId);
    await rig.casework.workflow.signal(token);
    expect(await eventually(caseId, 1)).toBe('SUCCEEDED');
    await rig.command(caseId, { type: 'refuse', scope: 'whole', ground: 'excessive', text: 't' });
    for (const one of [token, 'no-token-at-all']) {
      await rig.casework.tokens.put(caseId, { wait: 'Review', round: 1, token: one });
      await settle(rig.casework, caseId, start);
      expect(await rig.casework.tokens.list(caseId)).toEqual([]);
    }
    expect(rig.reports).toEqual([]);
  });

  it('sends no expired code: a code that could not be sent in time is replaced by a new one, once', async () => {
    const caseId = await rig.openNew();
    const token = await rig.token(caseId);
    rig.fault = 'unavailable';
    await awaitCondition(rig.casework, { caseId, wait: 'VerifyIdentity', round: 0, token }, start);
    for (const minutes of [1, 5, 9]) await settle(rig.casework, caseId, later(minutes * 60));
    rig.fault = undefined;
    const hours = 9 * 3600;
    await awaitCondition(rig.casework, { caseId, wait: 'VerifyIdentity', round: 0, token }, later(hours));
    for (const seconds of [60, 3600]) await settle(rig.casework, caseId, later(hours + seconds));
    expect((await letters(caseId)).filter((letter) => letter.startsWith('M23/'))).toEqual(['M23/identity-2']);
    const code = rig.casework.keys.oneTimeCode(caseId, 'identity-2');
    expect(await verifyIdentity(rig.casework, caseId, code, later(hours + 9 * 60))).toEqual({ ok: true });
  });

  it('sends a new code, valid for ten minutes from then, if the earlier one expired during the step', async () => {
    const caseId = await rig.openNew();
    const token = await rig.token(caseId);
    rig.fault = 'unavailable';
    await awaitCondition(rig.casework, { caseId, wait: 'VerifyIdentity', round: 0, token }, start);
    rig.fault = undefined;
    const [began, sent] = [later(9 * 60), later(25 * 60)];
    await settle({ ...rig.casework, now: () => sent }, caseId, began);
    expect((await rig.state(caseId)).common.challenges).toMatchObject([
      { id: 'identity-1', issuedAt: start, expiresAt: later(10 * 60) },
      { id: 'identity-2', issuedAt: sent, expiresAt: later(35 * 60) },
    ]);
    expect((await letters(caseId)).filter((letter) => letter.startsWith('M23/'))).toEqual(['M23/identity-2']);
  });

  it('makes ever fewer codes while none can be sent, and these do not count towards the limit of the day', async () => {
    const caseId = await rig.openNew();
    const token = await rig.token(caseId);
    rig.fault = 'unavailable';
    await awaitCondition(rig.casework, { caseId, wait: 'VerifyIdentity', round: 0, token }, start);
    for (let minutes = 5; minutes < 48 * 60; minutes += 15) await settle(rig.casework, caseId, later(minutes * 60));
    const made = (await rig.events(caseId)).filter(({ type }) => type === 'code-issued');
    expect(made.length).toBeGreaterThan(5);
    expect(made.length).toBeLessThan(12);
    rig.fault = undefined;
    const asked = await sendCode(rig.casework, caseId, 'identity', later(48 * 3600));
    expect(asked).toMatchObject({ ok: true });
  });

  it('sends one code, however often it is begun', async () => {
    const caseId = await rig.openNew();
    const token = await rig.token(caseId);
    for (let count = 0; count < 3; count += 1)
      await awaitCondition(rig.casework, { caseId, wait: 'VerifyIdentity', round: 0, token }, start);
    expect(await letters(caseId)).toEqual(['M1', 'M23/identity-1']);
  });

  it('ends when the case ends, so that no execution remains', async () => {
    const caseId = await rig.openNew();
    const token = await rig.token(caseId);
    await awaitCondition(rig.casework, { caseId, wait: 'VerifyIdentity', round: 0, token }, start);
    await rig.command(caseId, { type: 'refuse', scope: 'whole', ground: 'excessive', text: 't' });
    expect(await eventually(caseId, 1)).toBe('SUCCEEDED');
  });
});

describe('A case whose execution no longer exists', () => {
  it('gets another one, but only while the case continues', async () => {
    const caseId = await rig.openNew();
    await rig.casework.workflow.signal(await rig.token(caseId));
    expect(await eventually(caseId, 1)).toBe('SUCCEEDED');
    rig.waiting.delete(caseId);
    await executionEnded(rig.casework, `${caseId}-1`, later(50));
    await reconcile(rig.alone, rig.hash, later(60));
    expect(await rig.executionStatus(caseId, 2)).toBe('RUNNING');
    expect((await rig.state(caseId)).common.executions).toBe(2);
    // The execution is running, so no other one is started.
    await reconcile(rig.alone, rig.hash, later(120));
    expect((await rig.state(caseId)).common.executions).toBe(2);
    await rig.casework.workflow.signal(await rig.token(caseId));
    expect(await eventually(caseId, 2)).toBe('SUCCEEDED');
    await rig.command(caseId, { type: 'refuse', scope: 'whole', ground: 'excessive', text: 't' });
    await reconcile(rig.alone, rig.hash, later(180));
    await expect(rig.executionStatus(caseId, 3)).rejects.toThrow();
  });

  it('is found by the log even if its summary is outdated', async () => {
    const caseId = await rig.openNew();
    const blind = withFaults(rig.alone, { call: 'summaries.put', answer: undefined });
    const by = { kind: 'clock', id: 'test' } as const;
    // The process dies after it has written the commit.
    await commitCommand(blind, caseId, { commandId: 'w', by, command: { type: 'warn-deadline', daysLeft: 5 } }, start);
    const { seq } = (await rig.state(caseId)).common;
    expect((await rig.casework.summaries.get(caseId))?.seq).toBeLessThan(seq);
    await reconcile(rig.alone, rig.hash, later(60));
    expect((await rig.casework.summaries.get(caseId))?.seq).toBe(seq);
  });

  it('does not prevent the others from being settled', async () => {
    const [broken, whole] = [await rig.openNew(), await rig.openNew()];
    const casework = withFaults(rig.alone, { call: 'log.load', caseId: broken });
    const by = { kind: 'clock', id: 'test' } as const;
    const warning = { commandId: 'w', by, command: { type: 'warn-deadline', daysLeft: 5 } } as const;
    await commitCommand(rig.alone, broken, warning, start);
    await rig.casework.workflow.signal(await rig.token(whole));
    expect(await eventually(whole, 1)).toBe('SUCCEEDED');
    await executionEnded(rig.casework, `${whole}-1`, later(50));
    await reconcile(casework, rig.hash, later(60));
    expect(rig.reports).toMatchObject([{ what: 'reconcile', caseId: broken }]);
    expect((await rig.state(whole)).common.executions).toBe(2);
  });
});

describe('A process that is killed while somebody proves who they are', () => {
  it('loses nothing, whichever call was interrupted: the identity is proven once and the wait ends', async () => {
    const asked = async (): Promise<string> => {
      const caseId = await rig.openNew();
      const token = await rig.token(caseId);
      await awaitCondition(rig.casework, { caseId, wait: 'VerifyIdentity', round: 0, token }, start);
      return caseId;
    };
    const whole = killedAt(rig.casework, Infinity);
    const first = await asked();
    const prove = async (casework: Settling, caseId: string, code: string): Promise<void> => {
      await verifyIdentity(casework, caseId, code, later(5));
      await settleCase(casework, caseId, later(5));
    };
    await prove(whole.casework, first, rig.casework.keys.oneTimeCode(first, 'identity-1'));
    expect(deaths(whole.calls).length).toBeGreaterThan(5);
    for (const at of deaths(whole.calls)) {
      const caseId = await asked();
      const code = rig.casework.keys.oneTimeCode(caseId, 'identity-1');
      const { casework } = killedAt(rig.casework, at);
      await prove(casework, caseId, code).catch(() => undefined);
      // The person saw an error and tries again. If the proof was already recorded, the response says so.
      const again = await verifyIdentity(rig.alone, caseId, code, later(10));
      if (!again.ok) expect(again.code).toBe('already-verified');
      await reconcile(rig.alone, rig.hash, later(30));
      expect((await rig.events(caseId)).filter(({ type }) => type === 'identity-proven')).toHaveLength(1);
      expect(await eventually(caseId, 1)).toBe('SUCCEEDED');
      // The next round of this loop does not settle ended cases again.
      await rig.command(caseId, { type: 'refuse', scope: 'whole', ground: 'excessive', text: 't' }, { at: later(31) });
    }
  });
});

async function eventually(caseId: string, n: number): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const status = await rig.executionStatus(caseId, n);
    if (status !== 'RUNNING') return status;
    await new Promise((resolve) => void setTimeout(resolve, 5));
  }
  return 'RUNNING';
}

describe('A case that is reopened', () => {
  const by = { kind: 'staff', id: 'ada' } as const;
  const withdraw = { type: 'end', ending: 'withdrawn', text: null } as const;
  const waiting = async (caseId: string): Promise<void> => {
    const token = await rig.token(caseId);
    await awaitCondition(rig.casework, { caseId, wait: 'VerifyIdentity', round: 0, token }, start);
  };

  it('continues at once, with its own execution', async () => {
    const caseId = await rig.openNew();
    await waiting(caseId);
    await rig.command(caseId, withdraw, { by });
    expect(await rig.executionStatus(caseId, 1)).toBe('SUCCEEDED');
    rig.waiting.delete(caseId);
    await rig.command(caseId, { type: 'reopen', text: null }, { by });
    expect(await rig.executionStatus(caseId, 2)).toBe('RUNNING');
    expect(await rig.state(caseId)).toMatchObject({ common: { executions: 2, executionsEnded: 1 } });
    await waiting(caseId);
    // No other execution is started while that one runs.
    await settle(rig.casework, caseId, start);
    await reconcile(rig.alone, rig.hash, later(60));
    expect((await rig.state(caseId)).common.executions).toBe(2);
    // This holds for each reopening.
    await rig.command(caseId, withdraw, { by });
    await rig.command(caseId, { type: 'reopen', text: null }, { by });
    expect(await rig.executionStatus(caseId, 3)).toBe('RUNNING');
  });

  it('waits for no execution while it is held', async () => {
    const caseId = await rig.openNew(start, 'mandate-unchecked');
    await rig.command(caseId, { ...withdraw, ending: 'deceased' }, { by });
    await rig.command(caseId, { type: 'reopen', text: null }, { by });
    expect(await rig.state(caseId)).toMatchObject({ common: { executions: 0 }, stage: { kind: 'held' } });
  });

  it('keeps the execution that was never told of the ending', async () => {
    const caseId = await rig.openNew();
    await waiting(caseId);
    // The process that ended the case died before it could stop the execution.
    const deaf = withFaults(rig.alone, { call: 'workflow.signal' });
    await commitCommand(deaf, caseId, { commandId: 'w', by, command: withdraw }, start);
    await settle(deaf, caseId, start);
    await commitCommand(deaf, caseId, { commandId: 'r', by, command: { type: 'reopen', text: null } }, start);
    await settle(deaf, caseId, start);
    expect(await rig.state(caseId)).toMatchObject({ common: { executions: 1 }, stage: { kind: 'identifying' } });
    expect(await rig.executionStatus(caseId, 1)).toBe('RUNNING');
  });

  it('has one execution, wherever the process that reopened it died', async () => {
    const run = async (kill: number): Promise<readonly string[]> => {
      const caseId = await rig.openNew();
      await waiting(caseId);
      await rig.command(caseId, withdraw, { by });
      const killed = killedAt(rig.casework, kill);
      const reopen = { commandId: 'r', by, command: { type: 'reopen', text: null } } as const;
      await (async () => {
        await commitCommand(killed.casework, caseId, reopen, start);
        await settleCase(killed.casework, caseId, start);
      })().catch(() => undefined);
      await commitCommand(rig.alone, caseId, reopen, start);
      await reconcile(rig.alone, rig.hash, later(60));
      expect(await rig.state(caseId)).toMatchObject({ common: { executions: 2 }, stage: { kind: 'identifying' } });
      expect(await rig.executionStatus(caseId, 2)).toBe('RUNNING');
      return killed.calls;
    };
    for (const death of deaths(await run(Infinity))) await run(death);
  });
});
