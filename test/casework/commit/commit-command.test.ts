import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitCommand, loadCase, TooMuchTraffic, waitBefore, type Acted } from '#casework/commit/commit-command.ts';
import { fold, readCommit } from '#domain/case/log/commit.ts';
import type { CommandEnvelope } from '#domain/case/command.ts';
import { conflicts, withFaults } from '#test/support/memory-stores/faults.ts';
import { later, start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => {
  await rig.close();
});

const ada = { kind: 'staff', id: 'ada' } as const;
const note = (commandId: string): CommandEnvelope => ({
  commandId,
  by: ada,
  command: { type: 'note', text: commandId },
});

describe('Commands that are given at the same time', () => {
  it('make one chain without a gap, and each is carried out once or refused as too much traffic', async () => {
    const caseId = await rig.openNew();
    const before = (await loadCase(rig.casework, caseId)).head.seq;
    const ids = Array.from({ length: 30 }, (_, index) => `note-${index}`);
    // Every command is given twice, as by a client that did not wait for the response.
    const give = async (id: string): Promise<Acted | 'traffic'> => {
      try {
        return await commitCommand(rig.casework, caseId, note(id), start);
      } catch (error) {
        if (error instanceof TooMuchTraffic) return 'traffic';
        throw error;
      }
    };
    const results = await Promise.all([...ids, ...ids].map(async (id) => ({ id, result: await give(id) })));
    const accepted = new Set(results.flatMap(({ id, result }) => (result !== 'traffic' && result.ok ? [id] : [])));
    const texts = await rig.casework.log.read(caseId);
    const carriedOut = texts.flatMap((text) => {
      const { commandId, seq } = readCommit(text);
      return seq > before && commandId.startsWith('note-') ? [commandId] : [];
    });
    expect(new Set(carriedOut).size).toBe(carriedOut.length);
    expect(new Set(carriedOut)).toEqual(accepted);
    expect(accepted.size).toBeGreaterThan(0);
    expect(texts.map((text) => readCommit(text).seq)).toEqual(texts.map((_, index) => index + 1));
    expect(fold(texts).head.seq).toBe(texts.length);
    // The commands ran at the same time.
    expect(results.some(({ result }) => result === 'traffic')).toBe(true);

    // The commands that failed with too much traffic are given again, one after the other. None has a second effect.
    for (const id of ids) expect(await give(id)).toMatchObject({ ok: true });
    const all = (await rig.casework.log.read(caseId)).map((text) => readCommit(text).commandId);
    for (const id of ids) expect(all.filter((one) => one === id)).toHaveLength(1);
  });

  it('leave a summary that is soon as new as the log', async () => {
    const caseId = await rig.openNew();
    await Promise.allSettled(
      Array.from(
        { length: 8 },
        async (_, index) => await commitCommand(rig.casework, caseId, note(`n${index}`), start),
      ),
    );
    const { head } = await loadCase(rig.casework, caseId);
    expect((await rig.casework.summaries.get(caseId))?.seq).toBe(head.seq);
  });
});

describe('A command that other processes overtake', () => {
  /** A rig in which other processes commit first this many times, and the waits in between. */
  const overtaken = (times: number, attempts: number, random: () => number) => {
    const waits: number[] = [];
    const records = {
      ...withFaults(rig.casework, conflicts(times)),
      attempts,
      random,
      pause: async (milliseconds: number) => void waits.push(milliseconds),
    };
    return { records, waits };
  };

  it('waits a random part of a time that doubles before each attempt, and is carried out in the end', async () => {
    const caseId = await rig.openNew();
    const { records, waits } = overtaken(9, 20, () => 0.5);
    expect(await commitCommand(records, caseId, note('patient'), start)).toMatchObject({ ok: true });
    expect(waits).toEqual([25, 50, 100, 200, 400, 800, 1000, 1000, 1000]);
  });

  it('is given up after the last attempt, without another wait', async () => {
    const caseId = await rig.openNew();
    const { records, waits } = overtaken(5, 5, () => 0.999);
    await expect(commitCommand(records, caseId, note('hurried'), start)).rejects.toThrow(TooMuchTraffic);
    expect(waits).toHaveLength(4);
  });

  it('waits at most the time of its attempt, and at most two seconds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 60 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, random) => {
          const wait = waitBefore(attempt, random);
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThan(Math.min(2_000, 50 * 2 ** (attempt - 2)));
        },
      ),
    );
  });
});

describe('A command on what somebody saw', () => {
  it('is refused if the case has a newer commit, and otherwise carried out', async () => {
    const caseId = await rig.openNew();
    const { seq } = (await rig.state(caseId)).common;
    const both = await Promise.all(
      ['one', 'two'].map(async (id) => await commitCommand(rig.casework, caseId, note(id), start, seq)),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      code: 'old-seq',
      values: { expected: String(seq), at: String(seq + 1) },
    });
    const won = both[0]?.ok === true ? 'one' : 'two';
    const lost = won === 'one' ? 'two' : 'one';
    // The command that was committed may be sent again. Its response is a success.
    expect(await commitCommand(rig.casework, caseId, note(won), start, seq)).toMatchObject({ ok: true });
    expect(await commitCommand(rig.casework, caseId, note(lost), start, seq)).toMatchObject({ code: 'old-seq' });
    expect(await commitCommand(rig.casework, caseId, note(lost), start, seq + 1)).toMatchObject({ ok: true });
  });

  it('for a case that does not exist is refused, and creates none', async () => {
    expect(await commitCommand(rig.casework, 'none-none-none-none', note('x'), start)).toMatchObject({
      ok: false,
      code: 'no-such-case',
    });
    expect(await rig.casework.log.read('none-none-none-none')).toEqual([]);
  });

  it('gets the recorded result when it is sent again later, whatever has happened since', async () => {
    const caseId = await rig.openNew();
    await commitCommand(rig.casework, caseId, note('first'), start);
    const refuse = { type: 'refuse', scope: 'whole', ground: 'excessive', text: 't' } as const;
    await commitCommand(rig.casework, caseId, { commandId: 'end', by: ada, command: refuse }, later(60));
    const again = await commitCommand(rig.casework, caseId, { commandId: 'end', by: ada, command: refuse }, later(99));
    expect(again).toMatchObject({ ok: true, state: { stage: { kind: 'refused' } } });
    expect((await rig.events(caseId)).filter(({ type }) => type === 'refused')).toHaveLength(1);
  });
});
