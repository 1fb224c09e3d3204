// What the schedules do by themselves: warnings, the end of a search in time, the letter about a delay, and erasure.
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { purgeExpired } from '#casework/schedule/purge-expired.ts';
import { reconcile } from '#casework/commit/reconcile.ts';
import { sendCode, verifyIdentity } from '#casework/subject/subject-actions.ts';
import { watchDeadlines } from '#casework/schedule/watch-deadlines.ts';
import { emptyPage } from '#domain/findings/empty-page.ts';
import { nextStep } from '#domain/case/waits.ts';
import type { Summary } from '#store/summaries.ts';
import { withFaults } from '#test/support/memory-stores/faults.ts';
import { all, start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => {
  await rig.close();
});

const watch = async (at: string) => await watchDeadlines(rig.casework, rig, at);
const purge = async (at: string) => await purgeExpired(rig.casework, rig, at);
const types = async (caseId: string): Promise<string[]> => (await rig.events(caseId)).map(({ type }) => type);
const refuse = async (caseId: string, at = start): Promise<void> =>
  void (await rig.command(caseId, { type: 'refuse', scope: 'whole', ground: 'excessive', text: 't' }, { at }));

/** A case that is searched by a connector and by staff. The connector has answered. */
async function waiting(): Promise<string> {
  const caseId = await rig.openNew();
  await sendCode(rig.casework, caseId, 'identity', start);
  await verifyIdentity(rig.casework, caseId, rig.casework.keys.oneTimeCode(caseId, 'identity-1'), start);
  const systems = [
    { id: 'hubspot', mode: 'automatic', level: 'contact-point', special: false },
    { id: 'butiksarkiv', mode: 'manual', level: 'contact-point', special: false },
  ] as const;
  await rig.command(caseId, { type: 'plan-search', systems });
  await rig.command(caseId, { type: 'approve-search' });
  const counts = { result: 'found', records: 1, files: 0, possible: 0 } as const;
  await rig.command(caseId, { type: 'answer-search', system: 'hubspot', wave: 1, learned: [], ...counts });
  return caseId;
}

describe('The watch over the deadlines', () => {
  // Due on Monday 21 December 2026; the local day begins at 23:00 in UTC.
  it('warns ten, five and two days before and on the day, once each, and ends the search in time', async () => {
    const caseId = await waiting();
    const warned = async () =>
      (await rig.events(caseId)).flatMap((event) => (event.type === 'deadline-warned' ? [event.daysLeft] : []));
    await watch('2026-12-10T22:59:59.999Z');
    expect(await warned()).toEqual([]);
    await watch('2026-12-10T23:00:00.000Z');
    await watch('2026-12-11T12:00:00.000Z');
    expect(await warned()).toEqual([10]);
    await watch('2026-12-16T12:00:00.000Z');
    expect(await types(caseId)).not.toContain('cut-off-reached');
    expect(nextStep(await rig.state(caseId))).toBe('wait');
    await watch('2026-12-18T12:00:00.000Z');
    expect((await types(caseId)).filter((type) => type === 'cut-off-reached')).toHaveLength(1);
    // The results that exist are delivered in time.
    expect(nextStep(await rig.state(caseId))).toBe('screen');
    await watch('2026-12-19T12:00:00.000Z');
    await watch('2026-12-19T13:00:00.000Z');
    expect(await warned()).toEqual([10, 5, 2]);
    expect((await types(caseId)).filter((type) => type === 'cut-off-reached')).toHaveLength(1);
    await refuse(caseId);
  });

  it('on the last day owes a letter about the delay, sends it once, and counts the case as late from the next day', async () => {
    const caseId = await waiting();
    expect((await watch('2026-12-21T12:00:00.000Z')).late).toBe(0);
    expect((await watch('2026-12-21T23:00:00.000Z')).late).toBe(1);
    expect((await watch('2026-12-22T12:00:00.000Z')).late).toBe(1);
    const letters = (await rig.sentFor(caseId)).map(({ letter }) => letter);
    expect(letters.filter((letter) => letter === 'STATUS/2026-12-21')).toHaveLength(1);
    await refuse(caseId);
    expect(await watch('2026-12-22T13:00:00.000Z')).toMatchObject({ cases: 0, late: 0 });
  });

  it('sends no letter to the sender of a held case, and alerts staff', async () => {
    const caseId = await rig.openNew(start, 'sender-ambiguous');
    await watch('2026-12-21T12:00:00.000Z');
    expect(await types(caseId)).toEqual(expect.arrayContaining(['deadline-warned', 'status-owed']));
    const officer = 'dataskyddsombud@nordvik.example';
    expect((await rig.sentFor(caseId)).map(({ letter, to }) => [letter, to])).toEqual([
      ['STAFF/held-undecided/2026-11-23', officer],
      ['STAFF/escalation/2026-12-21', officer],
    ]);
    await refuse(caseId);
  });

  it('anchors the log of every open case', async () => {
    const caseId = await rig.openNew();
    const texts = await rig.casework.log.read(caseId);
    await watch('2026-11-21T12:00:00.000Z');
    const { seq } = (await rig.state(caseId)).common;
    expect(seq).toBe(texts.length);
    // The anchor of that commit is stored: another hash for the same commit is refused.
    const kept = await rig.anchors.put({ caseId, seq, hash: 'f'.repeat(64), anchoredAt: start });
    expect(kept).toMatchObject({ seq, anchoredAt: '2026-11-21T12:00:00.000Z' });
    expect(kept.hash).not.toBe('f'.repeat(64));
    await refuse(caseId);
  });

  it('reads a case once a day, and once more after a commit, and still counts it as late', async () => {
    const caseId = await waiting();
    let reads = 0;
    const count = async <T>(of: string, read: () => Promise<T>): Promise<T> => {
      if (of === caseId) reads += 1;
      return await read();
    };
    const { log } = rig.casework;
    const counting = {
      ...rig.casework,
      log: { ...log, load: async (of: string) => await count(of, async () => await log.load(of)) },
    };
    const readsAt = async (at: string): Promise<readonly [number, number]> => {
      reads = 0;
      const { late } = await watchDeadlines(counting, rig, at);
      return [reads, late];
    };
    // Due on 21 December. The commands of the first run are commits, so the second run reads the case again.
    await readsAt('2026-12-22T08:00:00.000Z');
    await readsAt('2026-12-22T09:00:00.000Z');
    expect(await readsAt('2026-12-22T10:00:00.000Z')).toEqual([0, 1]);
    expect(await readsAt('2026-12-22T22:59:59.000Z')).toEqual([0, 1]);
    // The local day begins at 23:00 in UTC.
    expect(await readsAt('2026-12-22T23:00:00.000Z')).toEqual([1, 1]);
    expect(await readsAt('2026-12-23T00:00:00.000Z')).toEqual([0, 1]);
    const present = { type: 'mark-circumstance', circumstance: 'journalist', present: true } as const;
    await rig.command(caseId, present, { at: '2026-12-23T00:30:00.000Z' });
    expect(await readsAt('2026-12-23T01:00:00.000Z')).toEqual([1, 1]);
    expect(await readsAt('2026-12-23T02:00:00.000Z')).toEqual([0, 1]);
    await refuse(caseId, '2026-12-23T03:00:00.000Z');
  });

  it('anchors a log once for each commit that it finds, and not in each run', async () => {
    const caseId = await rig.openNew();
    const stored: string[] = [];
    const counting = {
      views: rig.views,
      anchors: {
        put: async (...[anchor, chain]: Parameters<typeof rig.anchors.put>) => {
          if (anchor.caseId === caseId) stored.push(anchor.anchoredAt);
          return await rig.anchors.put(anchor, chain);
        },
      },
    };
    for (const day of [21, 22, 23, 24]) await watchDeadlines(rig.casework, counting, `2026-11-${day}T08:00:00.000Z`);
    expect(stored).toEqual(['2026-11-21T08:00:00.000Z']);
    await rig.command(
      caseId,
      { type: 'mark-circumstance', circumstance: 'journalist', present: true },
      { at: '2026-11-24T09:00:00.000Z' },
    );
    for (const hour of [10, 11, 12]) await watchDeadlines(rig.casework, counting, `2026-11-24T${hour}:00:00.000Z`);
    expect(stored).toEqual(['2026-11-21T08:00:00.000Z', '2026-11-24T10:00:00.000Z']);
    await refuse(caseId, '2026-11-24T13:00:00.000Z');
  });
});

describe('What was kept long enough', () => {
  const page = (caseId: string) =>
    rig.findings.putPage(caseId, emptyPage({ system: 'hubspot', wave: 1, page: 1, asOf: start }));
  const pages = async (caseId: string): Promise<number> => (await all(rig.findings.pages(caseId, 'hubspot'))).length;

  it('is erased: findings and answers after their days, the profile after its days, and the log stays', async () => {
    const caseId = await rig.openNew();
    await page(caseId);
    await rig.exports.put(caseId, { round: 1, attempt: 1 }, Readable.from([Buffer.from('x')]));
    await refuse(caseId);
    const { materialDays, profileDays } = rig.organisation.policy;
    const after = (days: number): string => new Date(Date.parse(start) + days * 86_400_000).toISOString();

    await purge(after(materialDays - 1));
    expect(await pages(caseId)).toBe(1);
    await purge(after(materialDays));
    expect(await pages(caseId)).toBe(0);
    expect((await fetch(await rig.exports.address(caseId, { round: 1, attempt: 1 }, 60))).status).toBe(404);
    expect(await rig.state(caseId)).toMatchObject({ common: { purged: true } });
    expect(await rig.casework.profiles.get(caseId)).toBeDefined();

    const { person } = (await rig.casework.summaries.get(caseId)) ?? { person: '' };
    const ids = async () => (await rig.casework.summaries.ofPerson(person)).map((one) => one.caseId);
    expect(await ids()).toContain(caseId);
    await purge(after(profileDays - 1));
    expect(await rig.casework.profiles.get(caseId)).toBeDefined();
    await purge(after(profileDays));
    expect(await rig.casework.profiles.get(caseId)).toBeUndefined();
    expect(await ids()).not.toContain(caseId);
    const log = await rig.casework.log.read(caseId);
    expect(log.length).toBeGreaterThan(3);
    expect(log.join()).not.toContain(person);
    const again = await purge(after(profileDays + 1));
    expect(again).toEqual({ material: 0, profiles: 0, views: 0 });
    expect(rig.reports).toEqual([]);
  });

  it('of an open case is not erased, however old it is', async () => {
    const caseId = await rig.openNew();
    await page(caseId);
    await purge('2040-01-01T00:00:00.000Z');
    expect(await pages(caseId)).toBe(1);
    expect(await rig.casework.profiles.get(caseId)).toBeDefined();
    await refuse(caseId);
  });

  it('is erased in the next run if the first one died in between', async () => {
    const caseId = await rig.openNew();
    await page(caseId);
    await refuse(caseId);
    const { findings, exports, mails, views } = rig;
    const dying = withFaults({ findings, exports, mails, views }, { call: 'exports.erase' });
    expect(await purgeExpired(rig.casework, dying, '2027-01-01T00:00:00.000Z')).toMatchObject({ material: 0 });
    expect(rig.reports.splice(0)).toContainEqual(expect.objectContaining({ what: 'purge', caseId }));
    expect(await rig.state(caseId)).toMatchObject({ common: { purged: false } });
    await purge('2027-01-01T01:00:00.000Z');
    expect(await rig.state(caseId)).toMatchObject({ common: { purged: true } });
  });
});

describe('A case that ended with a letter unsent', () => {
  it('is erased in its time all the same', async () => {
    const caseId = await rig.openNew();
    rig.fault = 'rejected';
    await refuse(caseId);
    expect((await rig.casework.summaries.get(caseId))?.list).toBe('owing');
    await purge('2027-01-01T00:00:00.000Z');
    rig.fault = undefined;
    rig.reports.length = 0;
    expect(await rig.state(caseId)).toMatchObject({ common: { purged: true } });
    expect((await rig.casework.summaries.get(caseId))?.list).toBe('purged');
    await purge('2040-01-01T00:00:00.000Z');
    expect(await rig.casework.profiles.get(caseId)).toBeUndefined();
  });

  it('is settled until the letter was sent, however many days later', async () => {
    const caseId = await rig.openNew();
    rig.fault = 'unavailable';
    await refuse(caseId);
    rig.fault = undefined;
    rig.reports.length = 0;
    await reconcile(rig.casework, rig.hash, '2026-11-25T08:00:00.000Z');
    expect((await rig.sentFor(caseId)).map(({ letter }) => letter)).toEqual(['M1', 'M6/1']);
    const { list } = (await rig.casework.summaries.get(caseId)) ?? { list: '' };
    expect(list).toBe('ended');
  });

  it('is one among many: each is listed once, by its day', async () => {
    const key = randomUUID();
    expect(await rig.casework.summaries.get(key)).toBeUndefined();
    const ended: Summary[] = [];
    for await (const summary of rig.casework.summaries.each('ended')) ended.push(summary);
    expect(new Set(ended.map(({ caseId }) => caseId)).size).toBe(ended.length);
    const days = ended.map(({ endedAt }) => endedAt ?? '');
    expect(days).toEqual(days.toSorted());
  });
});
