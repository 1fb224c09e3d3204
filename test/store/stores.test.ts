import type { SearchOrder, SearchResult } from '#domain/findings/search-order.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import { emptyPage } from '#domain/findings/empty-page.ts';
import type { FindingsPage } from '#domain/findings/finding.ts';
import { makeView, noViews, readViews, viewHead, type Seen } from '#domain/review/views.ts';
import { caseLog } from '#store/case-log.ts';
import { documentKey } from '#store/findings.ts';
import { subjectProfiles, type SubjectProfile } from '#store/subject-profiles.ts';
import type { Page, PageAsked, Summary } from '#store/summaries.ts';
import { conflicts, StoreFailed, withFaults } from '#test/support/memory-stores/faults.ts';
import { all, later, start, startRig, type Rig } from '../casework/rig.ts';
import { localServices, memoryServices, type Services } from '../casework/services.ts';

let rig: Rig;
let services: Services;
/** Runs the tests on the stores in memory, which other tests use, and on the local services. */
function onBoth(title: string, tests: () => void): void {
  describe.each([
    ['in memory', memoryServices],
    ['over HTTP', localServices],
  ] as const)(`${title}, %s,`, (_, startServices) => {
    beforeAll(async () => {
      rig = await startRig({}, async (...input) => (services = await startServices(...input)));
    });
    afterAll(async () => await rig.close());
    tests();
  });
}

onBoth('The log', () => {
  it('accepts one commit with each number, and reports to the other writers that another commit came first', async () => {
    const caseId = randomUUID();
    const { log } = rig.casework;
    const results = await Promise.all(
      ['a', 'b', 'c', 'd'].map(
        async (name) => await log.append(caseId, { seq: 1, text: name, hash: sha256(name) }, start),
      ),
    );
    expect(results.toSorted()).toEqual(['conflict', 'conflict', 'conflict', 'written']);
    const [kept] = await log.read(caseId);
    expect(kept).toBe(['a', 'b', 'c', 'd'][results.indexOf('written')]);
  });

  it('reports a conflict where a test says so, as if another process had written, and fails where a test says so', async () => {
    const caseId = randomUUID();
    const commit = (seq: number) => ({ seq, text: `${seq}`, hash: '' });
    await rig.casework.log.append(caseId, commit(1), start);
    const real = await rig.casework.log.append(caseId, commit(1), start);
    const { log } = withFaults(rig.casework, conflicts(1, 2), { call: 'log.load', from: 2, times: 1, caseId });
    const results = [];
    for (const seq of [2, 3, 3]) results.push(await log.append(caseId, commit(seq), start));
    expect(results).toEqual(['written', real, 'written']);
    expect(await log.read(caseId)).toEqual(['1', '2', '3']);
    expect((await log.load(caseId)).texts).toHaveLength(3);
    await log.load('another-case');
    await expect(log.load(caseId)).rejects.toThrow(StoreFailed);
    expect((await log.load(caseId)).texts).toHaveLength(3);
  });

  it('is read whole and in order, even if it is longer than one page of the table', async () => {
    const caseId = randomUUID();
    const long = 'x'.repeat(200_000);
    for (const seq of [2, 10, 1, 9, 3, 4, 5, 6, 7, 8])
      await rig.casework.log.append(caseId, { seq, text: `${seq} ${long}`, hash: '' }, start);
    const texts = await rig.casework.log.read(caseId);
    expect(texts.map((one) => Number(one.split(' ')[0]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('is empty for an unknown case, and never contains events of a case whose id starts the same', async () => {
    await rig.casework.log.append('case-1', { seq: 1, text: 'one', hash: '' }, start);
    await rig.casework.log.append('case-10', { seq: 1, text: 'ten', hash: '' }, start);
    expect(await rig.casework.log.read('case-1')).toEqual(['one']);
    expect(await rig.casework.log.read('case-')).toEqual([]);
  });
});

onBoth('A snapshot', () => {
  const made = (rules?: string) => caseLog(services.documents, services.tableName, rules);
  const text = (seq: number): string => `commit ${seq}`;
  const snapshot = (seq: number) => ({ seq, hash: sha256(text(seq)), state: `{"after":"${'å'.repeat(seq)}"}` });
  /** A case with this many commits. */
  const ofLength = async (commits: number): Promise<string> => {
    const caseId = randomUUID();
    for (let seq = 1; seq <= commits; seq += 1)
      await rig.casework.log.append(caseId, { seq, text: text(seq), hash: '' }, start);
    return caseId;
  };

  it('is read together with its commit and the later commits', async () => {
    const log = made('one');
    const caseId = await ofLength(12);
    expect((await log.load(caseId)).snapshot).toBeUndefined();
    await log.keepSnapshot(caseId, snapshot(9));
    const { owed, ...loaded } = await log.load(caseId);
    expect(loaded).toEqual({ snapshot: snapshot(9), texts: [9, 10, 11, 12].map(text) });
    expect(owed.map(({ seq }) => seq)).toEqual([9, 10, 11, 12]);
    expect(await log.loadAgain(caseId)).toEqual(await log.load(caseId));
    expect(await log.read(caseId)).toHaveLength(12);
    expect((await log.loadWhole(caseId)).texts).toHaveLength(12);
    expect((await log.loadWhole(caseId)).snapshot).toBeUndefined();
  });

  it('is found even if more commits follow it than one read returns', async () => {
    const caseId = await ofLength(300);
    await made('one').keepSnapshot(caseId, snapshot(5));
    const { snapshot: read, texts } = await made('one').load(caseId);
    expect([read, texts.length, texts[0]]).toEqual([snapshot(5), 296, text(5)]);
    expect((await made('two').load(caseId)).texts).toHaveLength(300);
  });

  it('made by other rules is ignored and replaced; a snapshot of an earlier commit replaces nothing', async () => {
    const caseId = await ofLength(5);
    await made('one').keepSnapshot(caseId, snapshot(4));
    await made('one').keepSnapshot(caseId, snapshot(3));
    expect((await made('one').load(caseId)).snapshot).toEqual(snapshot(4));
    for (const rules of ['two', undefined]) {
      const { snapshot: read, texts } = await made(rules).load(caseId);
      expect([read, texts.length]).toEqual([undefined, 5]);
    }
    await made('two').keepSnapshot(caseId, snapshot(2));
    expect((await made('two').load(caseId)).snapshot).toEqual(snapshot(2));
    expect((await made('one').load(caseId)).texts).toHaveLength(5);
  });

  it('of a commit that is not in the log, or with unreadable bytes, is ignored', async () => {
    const caseId = await ofLength(3);
    await made('one').keepSnapshot(caseId, snapshot(4));
    expect(await made('one').load(caseId)).toMatchObject({ texts: [1, 2, 3].map(text) });
    expect((await made('one').load(caseId)).snapshot).toBeUndefined();
    await made('one').eraseSnapshot(caseId);
    await made('one').keepSnapshot(caseId, snapshot(2));
    await services.documents.send(
      new UpdateCommand({
        TableName: services.tableName,
        Key: { pk: `CASE#${caseId}`, sk: 'COMMIT$' },
        UpdateExpression: 'SET #state = :broken',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':broken': 'AAAA' },
      }),
    );
    expect((await made('one').load(caseId)).snapshot?.state).toBe('');
  });

  it('that is too large for an item, or was not made by any rules, is not stored', async () => {
    const caseId = await ofLength(3);
    const large = randomBytes(400_000).toString('base64');
    await made('one').keepSnapshot(caseId, { ...snapshot(2), state: large });
    await made().keepSnapshot(caseId, snapshot(3));
    expect((await made('one').load(caseId)).texts).toHaveLength(3);
    await made('one').keepSnapshot(caseId, snapshot(3));
    expect((await made('one').load(caseId)).snapshot).toEqual(snapshot(3));
    await made('one').eraseSnapshot(caseId);
    expect((await made('one').load(caseId)).texts).toHaveLength(3);
  });
});

onBoth('The key owedAt', () => {
  const at = (day: number): string => `2018-01-0${day}T00:00:00.000Z`;

  it('is written with each commit, and the case is due from this instant on', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const { log, owed } = rig.casework;
    await log.append(one, { seq: 1, text: 'one', hash: '' }, at(2));
    await log.append(one, { seq: 2, text: 'two', hash: '' }, at(4));
    await log.append(other, { seq: 1, text: 'one', hash: '' }, at(1));
    const due = async (now: string) => (await all(owed.due(now))).flat().map(({ caseId, item }) => [caseId, item]);
    expect(await due(at(1))).toEqual([[other, 1]]);
    expect(await due(at(3))).toEqual([
      [other, 1],
      [one, 1],
    ]);
    expect((await log.load(one)).owed).toEqual([
      { seq: 1, at: at(2), tries: 0 },
      { seq: 2, at: at(4), tries: 0 },
    ]);
    // Moved, removed, and unchanged if another process has written to it.
    await owed.move(one, 1, at(2), { at: at(5), tries: 3 });
    await owed.move(one, 1, at(2), undefined);
    await owed.move(one, 2, at(4), undefined);
    await owed.move(one, 2, at(4), { at: at(1), tries: 0 });
    expect(await log.load(one)).toEqual({ texts: ['one', 'two'], owed: [{ seq: 1, at: at(5), tries: 3 }] });
    await owed.move(one, 2, undefined, { at: at(6), tries: 0 });
    await owed.keep(one, 2, { at: at(7), tries: 1 });
    await owed.keep(randomUUID(), 1, { at: at(7), tries: 1 });
    expect((await all(owed.due(at(9)))).flat()).toEqual([
      { caseId: other, item: 1, at: at(1), tries: 0 },
      { caseId: one, item: 1, at: at(5), tries: 3 },
      { caseId: one, item: 2, at: at(7), tries: 1 },
    ]);
    for (const [caseId, seq, from] of [
      [other, 1, at(1)],
      [one, 1, at(5)],
      [one, 2, at(7)],
    ] as const)
      await owed.move(caseId, seq, from, undefined);
    expect((await all(owed.due(at(9)))).flat()).toEqual([]);
  });

  it('is listed page by page, however many cases are due', async () => {
    const { log, owed } = rig.casework;
    const ids = Array.from({ length: 130 }, () => randomUUID());
    await Promise.all(ids.map(async (caseId) => await log.append(caseId, { seq: 1, text: 'one', hash: '' }, at(1))));
    const pages = await all(owed.due(at(1)));
    expect(pages.length).toBeGreaterThan(1);
    expect(
      pages
        .flat()
        .map(({ caseId }) => caseId)
        .toSorted(),
    ).toEqual(ids.toSorted());
    await Promise.all(ids.map(async (caseId) => await owed.move(caseId, 1, at(1), undefined)));
  });
});

onBoth('A summary', () => {
  const summary = (change: Partial<Summary>): Summary => ({
    matter: 'request',
    owner: null,
    decideBy: null,
    suspendedDue: null,
    proposals: 0,
    unsent: 0,
    unsettled: 0,
    lockedOut: [],
    partOf: null,
    caseId: randomUUID(),
    seq: 1,
    list: 'open',
    status: 'identifying',
    controller: 'nordvik',
    rights: ['access'],
    language: 'sv',
    receivedAt: start,
    due: '2026-12-21',
    extended: false,
    round: 0,
    waitingFor: '',
    failed: [],
    pending: [],
    endedAt: null,
    person: sha256('somebody'),
    ...change,
  });

  it('is never replaced by an older one, in whatever order they are written', async () => {
    const newest = summary({ seq: 7, status: 'reviewing' });
    for (const seq of [7, 3, 6, 0])
      await rig.casework.summaries.put({ ...newest, seq, status: seq === 7 ? 'reviewing' : 'old' });
    expect(await rig.casework.summaries.get(newest.caseId)).toEqual(newest);
  });

  it('is listed by its legal date, moves with it, and is no longer listed after the end', async () => {
    const { summaries } = rig.casework;
    const [late, early] = [summary({ due: '2031-02-02' }), summary({ due: '2031-01-01' })];
    for (const one of [late, early]) await summaries.put(one);
    const made = new Set([late.caseId, early.caseId]);
    const ours = async (list: Summary['list']): Promise<readonly string[]> => {
      const found: string[] = [];
      for await (const { caseId } of summaries.each(list)) if (made.has(caseId)) found.push(caseId);
      return found;
    };
    expect(await ours('open')).toEqual([early.caseId, late.caseId]);
    await summaries.put({ ...early, seq: 2, due: '2031-03-03' });
    expect(await ours('open')).toEqual([late.caseId, early.caseId]);
    await summaries.put({ ...early, seq: 3, list: 'ended', endedAt: '2031-03-01T00:00:00.000Z' });
    expect(await ours('open')).toEqual([late.caseId]);
    expect(await ours('ended')).toEqual([early.caseId]);
  });

  it('is listed with all others, however many there are, even if cases leave the list meanwhile', async () => {
    const { summaries } = rig.casework;
    const made = Array.from({ length: 250 }, () => summary({ list: 'purged', endedAt: '2031-06-01T00:00:00.000Z' }));
    for (const one of made) await summaries.put(one);
    const ids = new Set(made.map(({ caseId }) => caseId));
    const found: string[] = [];
    for await (const { caseId } of summaries.each('purged')) {
      if (!ids.has(caseId)) continue;
      found.push(caseId);
      await summaries.move(caseId, 'purged', 'forgotten');
    }
    expect(new Set(found)).toEqual(ids);
    expect(found).toHaveLength(250);
  });

  it('is listed page by page in both directions, with the filter of the page', async () => {
    const { summaries } = rig.casework;
    const made = Array.from({ length: 7 }, (_, n) =>
      summary({ list: 'purged', endedAt: `2031-05-0${n + 1}T00:00:00.000Z`, owner: n % 2 === 0 ? 'staff-me' : null }),
    );
    for (const one of made.toReversed()) await summaries.put(one);
    const ids = made.map(({ caseId }) => caseId);
    const pages = async (asked: Partial<PageAsked>): Promise<readonly (readonly string[])[]> => {
      const found: (readonly string[])[] = [];
      let after: string | undefined;
      do {
        const page: Page = await summaries.page('purged', {
          wanted: { kind: 'all' },
          limit: 3,
          after,
          order: 'oldest-first',
          ...asked,
        });
        found.push(page.caseIds);
        after = page.next;
      } while (after !== undefined && found.length < 10);
      return found;
    };
    expect(await pages({})).toEqual([ids.slice(0, 3), ids.slice(3, 6), ids.slice(6)]);
    expect((await pages({ order: 'newest-first' })).flat()).toEqual(ids.toReversed());
    const mine = await pages({ wanted: { kind: 'owned', by: 'staff-me' } });
    expect([mine[0]?.length, mine.flat()]).toEqual([3, ids.filter((_, n) => n % 2 === 0)]);
    expect((await pages({ wanted: { kind: 'owned', by: null } })).flat()).toEqual(ids.filter((_, n) => n % 2 === 1));
    expect((await pages({ wanted: { kind: 'unsettled' } })).flat()).toEqual([]);
    const [first = ''] = ids;
    await summaries.move(first, 'ended', 'open');
    expect((await pages({})).flat()).toEqual(ids);
    await summaries.move(first, 'purged', 'forgotten');
    expect((await pages({})).flat()).toEqual(ids.slice(1));
    expect((await summaries.get(first))?.list).toBe('forgotten');
  });

  it('is read together with 249 others, in the given order, without the missing ones', async () => {
    const { summaries } = rig.casework;
    const made = Array.from({ length: 250 }, () => summary({ list: 'forgotten' }));
    for (const one of made) await summaries.put(one);
    const ids = made.map(({ caseId }) => caseId);
    const read = await summaries.many([...ids.slice(0, 100), randomUUID(), ...ids.slice(100)]);
    expect(read).toEqual(made);
    expect(await summaries.many([])).toEqual([]);
  });

  it('finds the other cases of a person, until the person is erased', async () => {
    const { summaries } = rig.casework;
    const person = sha256(randomUUID());
    const [second, first, other] = [
      summary({ person, receivedAt: '2026-11-02T00:00:00.000Z' }),
      summary({ person, receivedAt: '2026-11-01T00:00:00.000Z' }),
      summary({ person: sha256('other') }),
    ];
    for (const one of [second, first, other]) await summaries.put(one);
    const ids = async () => (await summaries.ofPerson(person)).map(({ caseId }) => caseId);
    expect(await ids()).toEqual([first.caseId, second.caseId]);
    await summaries.forgetPerson(first.caseId, 'forgotten');
    expect((await summaries.get(first.caseId))?.list).toBe('forgotten');
    expect(await ids()).toEqual([second.caseId]);
    expect(JSON.stringify(await summaries.get(first.caseId))).not.toContain(person);
    // A late commit does not restore the person.
    await summaries.put({ ...first, seq: 2, person: '' });
    expect(await ids()).toEqual([second.caseId]);
  });
});

onBoth('A subject profile', () => {
  const profile = (caseId: string): SubjectProfile => ({
    v: 1,
    caseId,
    caseKey: sha256(randomUUID()),
    request: 'r',
    controller: 'nordvik',
    rights: ['access'],
    language: 'sv',
    matter: 'request',
    origin: null,
    contacts: {},
    raises: [],
    names: [],
    sent: [],
    inbound: [],
    attachedTo: null,
    vouched: false,
    broughtByOpener: false,
    channel: 'api',
    receivedAt: start,
    hold: null,
    contact: { kind: 'email', value: 'asa.berg@example.org' },
    claimed: [],
    identifiers: {},
    texts: {},
  });

  it('is made once: the key of the case never changes', async () => {
    const caseId = randomUUID();
    const made = await Promise.all(
      Array.from({ length: 5 }, async () => await rig.casework.profiles.create(profile(caseId), start)),
    );
    expect(new Set(made.map(({ caseKey }) => caseKey)).size).toBe(1);
  });

  it('is pending from when it is stored until its case is open, and is removed by the erasure', async () => {
    const { profiles, owed } = rig.casework;
    const [old, recent] = [randomUUID(), randomUUID()];
    const due = async (now: string) =>
      (await all(owed.due(now))).flat().filter(({ caseId }) => caseId === old || caseId === recent);
    await profiles.create(profile(old), '2019-01-01T00:00:00.000Z');
    await profiles.create(profile(recent), '2019-01-03T00:00:00.000Z');
    expect(await due('2019-01-02T00:00:00.000Z')).toEqual([
      { caseId: old, item: 'request', at: '2019-01-01T00:00:00.000Z', tries: 0 },
    ]);
    await owed.opened(old);
    expect(await due('2019-01-03T00:00:00.000Z')).toMatchObject([{ caseId: recent }]);
    // An attached request waits for its first case until it is detached.
    await profiles.attach(recent, old, '2019-01-04T00:00:00.000Z');
    await owed.keep(recent, 'request', { at: '2019-01-04T00:00:00.000Z', tries: 1 });
    expect(await due('2019-01-05T00:00:00.000Z')).toEqual([]);
    await profiles.detach(recent, '2019-01-05T00:00:00.000Z');
    expect(await due('2019-01-05T00:00:00.000Z')).toMatchObject([{ caseId: recent, item: 'request' }]);
    await profiles.erase(recent);
    expect(await profiles.get(recent)).toBeUndefined();
    expect(await due('2019-01-06T00:00:00.000Z')).toEqual([]);
    // After the erasure nothing can be added to the profile.
    await expect(profiles.addText(recent, 'id', 'words')).rejects.toThrow();
    await expect(profiles.addIdentifier(recent, 'hash', { kind: 'email', value: 'asa@example.com' })).rejects.toThrow();
    expect(await profiles.get(recent)).toBeUndefined();
  });

  it('keeps the original request until it is released; a part that another profile shares is kept until both release it', async () => {
    const { profiles } = rig.casework;
    const [first, second] = [randomUUID(), randomUUID()];
    const [own, shared] = [`inbound/${randomUUID()}`, `inbound/${randomUUID()}`];
    await profiles.create({ ...profile(first), inbound: [own] }, start);
    await profiles.create({ ...profile(second), inbound: [shared] }, start);
    // The same request is sent again and gets a new profile, but the case already has one.
    await profiles.create({ ...profile(second), inbound: [own] }, start);
    for (const _ of [1, 2]) await profiles.addInbound(first, shared);
    expect((await profiles.get(first))?.inbound).toEqual([own, shared]);
    for (const _ of [1, 2]) expect(await profiles.releaseInbound(first, own)).toBe(true);
    for (const _ of [1, 2]) expect(await profiles.releaseInbound(first, shared)).toBe(false);
    for (const _ of [1, 2]) expect(await profiles.releaseInbound(second, shared)).toBe(true);
  });

  /** The sort keys of the items that a case has. */
  const itemsOf = async (caseId: string): Promise<readonly string[]> => {
    const { Items = [] } = await services.documents.send(
      new QueryCommand({
        TableName: services.tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `CASE#${caseId}` },
        ProjectionExpression: 'sk',
      }),
    );
    return Items.map(({ sk }) => String(sk));
  };

  it('holds 200 texts of the largest size, and the erasure leaves none of them', async () => {
    const { profiles } = rig.casework;
    const caseId = randomUUID();
    const texts = Object.fromEntries(
      Array.from({ length: 200 }, (_, n) => [`text-${n}`, `${n} `.padEnd(20_000, 'x')] as const),
    );
    await profiles.create(profile(caseId), start);
    for (const [id, text] of Object.entries(texts)) await profiles.addText(caseId, id, text, 'staff');
    const read = await profiles.get(caseId);
    expect(Object.keys(read?.texts ?? {})).toHaveLength(200);
    expect(read?.texts).toEqual(texts);
    await profiles.erase(caseId);
    expect(await itemsOf(caseId)).toEqual([]);
    expect(await profiles.get(caseId)).toBeUndefined();
  });

  it('holds the texts that an earlier version stored in its item, and says which of them staff wrote', async () => {
    const { profiles } = rig.casework;
    const caseId = randomUUID();
    await profiles.create({ ...profile(caseId), texts: { old: 'one' } }, start);
    await profiles.addText(caseId, 'new', 'two');
    expect(await profiles.get(caseId)).toMatchObject({ texts: { old: 'one', new: 'two' } });
    expect((await profiles.get(caseId))?.ofStaff).toBeUndefined();
    await profiles.addText(caseId, 'note', 'three', 'staff');
    // The person wrote the same text first.
    await profiles.addText(caseId, 'new', 'two', 'staff');
    expect(await profiles.get(caseId)).toMatchObject({
      texts: { old: 'one', new: 'two', note: 'three' },
      ofStaff: ['note'],
    });
  });

  it('keeps every text unchanged, whoever wrote it and in whatever order', async () => {
    const { profiles } = rig.casework;
    const written = fc.array(
      fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 200 }), by: fc.constantFrom('staff', undefined) }),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(written, async (list) => {
        const caseId = randomUUID();
        await profiles.create(profile(caseId), start);
        for (const { text, by } of list) await profiles.addText(caseId, sha256(text), text, by);
        const read = await profiles.get(caseId);
        const first = new Map(list.toReversed().map(({ text, by }) => [sha256(text), { text, by }]));
        expect(read?.texts).toEqual(Object.fromEntries([...first].map(([id, { text }]) => [id, text])));
        const ofStaff = [...first].flatMap(([id, { by }]) => (by === 'staff' ? [id] : []));
        expect((read?.ofStaff ?? []).toSorted()).toEqual(ofStaff.toSorted());
        await profiles.erase(caseId);
        expect(await itemsOf(caseId)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('leaves no text, even if one is written at any moment of the erasure', async () => {
    const send = services.documents.send.bind(services.documents) as (command: unknown) => Promise<unknown>;
    // The call of the erasure before which a text is written. The erasure looks for texts twice and then deletes the
    // profile; each text that it finds takes one more call.
    for (let at = 1; at <= 6; at += 1) {
      const caseId = randomUUID();
      await rig.casework.profiles.create(profile(caseId), start);
      let calls = 0;
      const client = Object.assign(Object.create(services.documents) as typeof services.documents, {
        send: async (command: unknown) => {
          calls += 1;
          if (calls === at) await rig.casework.profiles.addText(caseId, 'late', 'words').catch(() => undefined);
          return await send(command);
        },
      });
      await subjectProfiles(client, services.tableName).erase(caseId);
      if (at > calls) await expect(rig.casework.profiles.addText(caseId, 'late', 'words')).rejects.toThrow();
      expect([at, await itemsOf(caseId)]).toEqual([at, []]);
    }
  });

  it('removes a text that is written after its profile was erased', async () => {
    const caseId = randomUUID();
    await rig.casework.profiles.create(profile(caseId), start);
    const send = services.documents.send.bind(services.documents) as (command: unknown) => Promise<unknown>;
    const client = {
      send: async (command: unknown) => {
        if (command instanceof PutCommand) await rig.casework.profiles.erase(caseId);
        return await send(command);
      },
    } as unknown as typeof services.documents;
    const late = subjectProfiles(client, services.tableName);
    await expect(late.addText(caseId, 'late', 'words')).rejects.toThrow('without a subject profile');
    expect(await itemsOf(caseId)).toEqual([]);
  });

  it('can be changed and given a text at the same time', async () => {
    const { profiles } = rig.casework;
    const caseId = randomUUID();
    await profiles.create(profile(caseId), start);
    await Promise.all([
      profiles.addText(caseId, 'a.b#c', 'one'),
      profiles.addText(caseId, 'd', 'two'),
      profiles.addIdentifier(caseId, 'h', { kind: 'phone', value: '+46701740610' }),
    ]);
    expect(await profiles.get(caseId)).toMatchObject({
      texts: { 'a.b#c': 'one', d: 'two' },
      identifiers: { h: { kind: 'phone' } },
    });
  });
});

onBoth('A task token', () => {
  it('of a later driver replaces the earlier one, and a driver that was replaced cannot remove it', async () => {
    const { tokens } = rig.casework;
    const caseId = randomUUID();
    const [earlier, later] = [
      { wait: 'Review', round: 1, token: 'first' },
      { wait: 'Review', round: 1, token: 'second' },
    ] as const;
    await tokens.put(caseId, earlier);
    await tokens.put(caseId, { wait: 'AwaitAnswers', round: 1, token: 'third' });
    await tokens.put(caseId, later);
    await tokens.delete(caseId, earlier);
    expect((await tokens.list(caseId)).map(({ token }) => token).toSorted()).toEqual(['second', 'third']);
    await tokens.delete(caseId, later);
    await tokens.delete(caseId, later);
    expect((await tokens.list(caseId)).map(({ token }) => token)).toEqual(['third']);
  });
});

onBoth('The workflow', () => {
  it('starts an execution once, and says whether it is running', async () => {
    const { workflow } = rig.casework;
    const caseId = randomUUID();
    expect(await workflow.isRunning(caseId, 1)).toBe(false);
    await Promise.all([workflow.start(caseId, 1), workflow.start(caseId, 1)]);
    expect(await workflow.isRunning(caseId, 1)).toBe(true);
    await workflow.signal(await rig.token(caseId));
    for (let tries = 0; tries < 100 && (await workflow.isRunning(caseId, 1)); tries += 1)
      await new Promise((resolve) => void setTimeout(resolve, 5));
    expect(await workflow.isRunning(caseId, 1)).toBe(false);
    // The name stays used: another start with this name starts nothing.
    await workflow.start(caseId, 1);
    expect(await workflow.isRunning(caseId, 1)).toBe(false);
  });
});

onBoth('An execution', () => {
  it('is stopped if it is running; an execution of an earlier version does not count as running', async () => {
    const { workflow } = rig.casework;
    const caseId = randomUUID();
    await workflow.stop(caseId, 1);
    await rig.startEarlier(caseId, 1);
    expect(await workflow.isRunning(caseId, 1)).toBe(false);
    expect(await rig.executionStatus(caseId, 1)).toBe('RUNNING');
    await workflow.stop(caseId, 1);
    expect(await rig.executionStatus(caseId, 1)).toBe('ABORTED');
    await workflow.start(caseId, 2);
    await workflow.stop(caseId, 2);
    await workflow.stop(caseId, 2);
    expect(await rig.executionStatus(caseId, 2)).toBe('ABORTED');
    expect(await workflow.isRunning(caseId, 2)).toBe(false);
  });
});

onBoth('Orders and results of searches', () => {
  const of = { caseId: 'r3a7-bn7d-vm2j-q05v', system: 'crm', wave: 1, run: 0 };
  const order = {
    v: 1,
    ...of,
    searchBy: 'wanted',
    wanted: [{ kind: 'email', value: 'asa.berg@example.org' }],
    verified: [{ kind: 'customerNumber', value: 'K-1', system: 'crm' }],
    rejected: [],
    otherKinds: ['phone'],
    reading: { timeZone: 'Europe/Stockholm', allowInterimNumbers: false, numbers: {} },
  } satisfies SearchOrder;
  const result = {
    v: 1,
    ...of,
    result: 'found',
    records: 1,
    files: 0,
    possible: 0,
    disputed: 0,
    resources: [],
    learned: [],
  } satisfies SearchResult;

  it('are kept for each search: the latest order, and the first result', async () => {
    const { orders } = rig;
    expect(await orders.result(of)).toBeUndefined();
    await orders.put({ ...order, wanted: [] });
    await orders.put(order);
    expect(await orders.order(of)).toEqual(order);
    await orders.putResult(result);
    await orders.putResult({ ...result, records: 2 });
    expect(await orders.result(of)).toEqual(result);
    expect(await orders.result({ ...of, run: 1 })).toBeUndefined();
    expect(await orders.result({ ...of, wave: 2 })).toBeUndefined();
  });

  it('are removed with the findings; no search is made for a withdrawn order', async () => {
    const { orders } = rig;
    await orders.put(order);
    await orders.withdraw(of);
    expect(await orders.order(of)).toBeUndefined();
    await orders.put(order);
    expect(await orders.order(of)).toEqual(order);
    await rig.findings.erase(of.caseId);
    await expect(orders.order(of)).rejects.toThrow();
    expect(await orders.result(of)).toBeUndefined();
  });
});

onBoth('Findings', () => {
  const page = (change: Partial<FindingsPage>): FindingsPage => ({
    ...emptyPage({ system: 'hubspot', wave: 1, page: 1, asOf: start }),
    ...change,
  });

  it('keep the first of two pages with the same number, and return the first', async () => {
    const caseId = randomUUID();
    const both = await Promise.all(
      ['2026-11-20T08:00:00.000Z', '2026-11-20T09:00:00.000Z'].map(
        async (asOf) => await rig.findings.putPage(caseId, page({ asOf })),
      ),
    );
    expect(both[0]).toEqual(both[1]);
    expect(await all(rig.findings.pages(caseId, 'hubspot'))).toEqual([both[0]]);
  });

  it('are read by wave and page, only one wave if it is given, and never those of another system', async () => {
    const caseId = randomUUID();
    for (const [wave, number] of [
      [2, 1],
      [1, 10],
      [1, 2],
      [10, 1],
      [0, 1],
    ] as const)
      await rig.findings.putPage(caseId, page({ wave, page: number }));
    await rig.findings.putPage(caseId, page({ system: 'hubspot-2' }));
    const numbers = async (wave?: number) =>
      (await all(rig.findings.pages(caseId, 'hubspot', wave))).map((one) => `${one.wave}/${one.page}`);
    expect(await numbers()).toEqual(['0/1', '1/2', '1/10', '2/1', '10/1']);
    expect(await numbers(1)).toEqual(['1/2', '1/10']);
  });

  it('are those of the last search in the wave that was completed', async () => {
    const caseId = randomUUID();
    const put = async (run: number, number: number, next: number | null) =>
      await rig.findings.putPage(caseId, page({ page: number, asOf: `run ${run}`, next }), run);
    const kept = async () =>
      (await all(rig.findings.pages(caseId, 'hubspot'))).map((one) => `${one.asOf}, page ${one.page}`);
    const last = async () => (await rig.findings.lastRun(caseId, 'hubspot', 1)).run;
    expect([await kept(), await last()]).toEqual([[], 0]);
    await put(0, 1, 1);
    expect([await kept(), await last()]).toEqual([['run 0, page 1'], 0]);
    await put(0, 2, null);
    const first = ['run 0, page 1', 'run 0, page 2'];
    await put(2, 1, 1);
    expect([await kept(), await last()]).toEqual([first, 2]);
    await put(2, 2, null);
    expect([await kept(), await last()]).toEqual([['run 2, page 1', 'run 2, page 2'], 2]);
    await put(11, 1, 1);
    expect([await kept(), await last()]).toEqual([['run 2, page 1', 'run 2, page 2'], 11]);
    const run = await rig.findings.lastRun(caseId, 'hubspot', 1);
    expect((await all(run.pages())).map(({ asOf }) => asOf)).toEqual(['run 11']);
    await put(11, 2, null);
    await rig.findings.putPage(caseId, page({ wave: 2, asOf: 'second wave' }));
    expect(await kept()).toEqual(['run 11, page 1', 'run 11, page 2', 'second wave, page 1']);
  });

  it('keep a document with its size and hash, and nothing of a document whose transfer was interrupted', async () => {
    const caseId = randomUUID();
    const content = Buffer.from('åäö'.repeat(1000));
    const key = documentKey(caseId, 'scrive', 'd1');
    expect(await rig.findings.putDocument(key, Readable.from([content]))).toEqual({
      bytes: content.length,
      sha256: sha256(content),
    });
    expect(await text(await rig.findings.document(key))).toBe(content.toString());
    async function* broken(): AsyncGenerator<Buffer> {
      yield content;
      throw new Error('broke off');
    }
    const other = documentKey(caseId, 'scrive', 'd2');
    await expect(rig.findings.putDocument(other, Readable.from(broken()))).rejects.toThrow('broke off');
    await expect(rig.findings.document(other)).rejects.toThrow();
  });

  it('are erased with their documents for one case, and for no other', async () => {
    const [mine, other] = [randomUUID(), randomUUID()];
    for (const caseId of [mine, other]) {
      for (let number = 1; number <= 3; number += 1) await rig.findings.putPage(caseId, page({ page: number }));
      await rig.findings.putDocument(documentKey(caseId, 'hubspot', 'd'), Readable.from([Buffer.from('x')]));
    }
    await rig.findings.erase(mine);
    await rig.findings.erase(mine);
    expect(await all(rig.findings.pages(mine, 'hubspot'))).toEqual([]);
    await expect(rig.findings.document(documentKey(mine, 'hubspot', 'd'))).rejects.toThrow();
    expect(await all(rig.findings.pages(other, 'hubspot'))).toHaveLength(3);
  });
});

onBoth('An anchor', () => {
  it('is stored once: a second one for the same commit returns the first', async () => {
    const caseId = randomUUID();
    const anchor = { caseId, seq: 3, hash: sha256('x'), anchoredAt: start };
    expect(await rig.anchors.put(anchor)).toEqual(anchor);
    const other = { ...anchor, hash: sha256('y'), anchoredAt: '2026-12-01T00:00:00.000Z' };
    expect(canonical(await rig.anchors.put(other))).toBe(canonical(anchor));
    expect(await rig.anchors.put({ ...other, seq: 4 })).toMatchObject({ seq: 4, hash: sha256('y') });
    // The views of a case have their own chain.
    expect(await rig.anchors.put(other, 'views')).toEqual(other);
    expect(await rig.anchors.put(anchor, 'views')).toEqual(other);
  });
});

onBoth('The views of a case', () => {
  const page = (letter: string): Seen => ({
    kind: 'sheet-page',
    items: [{ item: letter.repeat(32), version: '1'.repeat(16) }],
  });
  const add = async (caseId: string, by: string, seen: Seen, at = start): Promise<string> => {
    const view = makeView(caseId, await rig.views.head(caseId), { commandId: 'k', by, seen }, at);
    return await rig.views.append(caseId, view, { by, seen, at });
  };

  it('have one item for each number, and other writers are told that another entry came first', async () => {
    const caseId = randomUUID();
    const results = await Promise.all(['a', 'b', 'c'].map(async (one) => await add(caseId, one, page(one))));
    expect(results.toSorted()).toEqual(['conflict', 'conflict', 'written']);
    for (let more = 2; more <= 12; more += 1) expect(await add(caseId, 'a', page('d'))).toBe('written');
    const texts = await rig.views.read(caseId);
    expect(readViews(texts).map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(await rig.views.head(caseId)).toEqual(viewHead(texts.at(-1) ?? ''));
    expect(await rig.casework.log.read(caseId)).toEqual([]);
  });

  it('list what one member of staff has seen, each page once, and nothing of a member whose id starts the same', async () => {
    const caseId = randomUUID();
    const looks = [
      ['erik', page('a')],
      ['erik', page('b')],
      ['erik', page('a')],
      ['erik#x', page('c')],
      ['erik', { kind: 'revealed-identifier', identifier: 'contact' }],
    ] as const;
    for (const [by, seen] of looks) await add(caseId, by, seen);
    const seen = await rig.views.seenBy(caseId, 'erik');
    expect(seen).toHaveLength(2);
    expect(seen).toEqual(expect.arrayContaining(['a', 'b'].map((one) => ({ by: 'erik', seen: page(one), at: start }))));
    expect(await rig.views.seenBy(caseId, 'erik#x')).toEqual([{ by: 'erik#x', seen: page('c'), at: start }]);
    await add(caseId, 'erik', page('a'), later(60));
    expect(await rig.views.seenBy(caseId, 'erik')).toContainEqual({ by: 'erik', seen: page('a'), at: later(60) });
    expect(await rig.views.seenBy(caseId, 'erik')).toHaveLength(2);
    expect(await rig.views.seenBy(caseId, 'maja')).toEqual([]);
    expect(await rig.views.seenBy(randomUUID(), 'erik')).toEqual([]);
  });

  it('are erased together; those of another case remain', async () => {
    const [caseId, other] = [randomUUID(), randomUUID()];
    for (const one of [caseId, other]) for (const letter of ['a', 'b']) await add(one, 'erik', page(letter));
    await rig.casework.log.append(caseId, { seq: 1, text: 'one', hash: '' }, start);
    expect([await rig.views.erase(caseId), await rig.views.erase(caseId)]).toEqual([2, 0]);
    expect(await rig.views.read(caseId)).toEqual([]);
    expect(await rig.views.head(caseId)).toEqual(noViews);
    expect(await rig.views.seenBy(caseId, 'erik')).toEqual([]);
    expect(await rig.views.read(other)).toHaveLength(2);
    expect(await rig.casework.log.read(caseId)).toEqual(['one']);
  });
});

onBoth('A limit', () => {
  const twice = { most: 2, seconds: 60 };

  it('allows a number of requests in each period, and says how many are left and when it allows more', async () => {
    const key = randomUUID();
    const { limits } = rig.casework;
    expect(await limits.look(key, twice, later(0))).toEqual({ ok: true, left: 1 });
    expect(await limits.take(key, twice, later(0))).toEqual({ ok: true, left: 1 });
    expect(await limits.take(key, twice, later(30))).toEqual({ ok: true, left: 0 });
    expect(await limits.take(key, twice, later(59))).toEqual({ ok: false, from: later(60) });
    expect(await limits.look(key, twice, later(59))).toEqual({ ok: false, from: later(60) });
    expect(await limits.take(key, twice, later(60))).toMatchObject({ ok: true });
    expect(await limits.take(randomUUID(), twice, later(60))).toEqual({ ok: true, left: 1 });
  });

  it('is correct if several processes count at the same time', async () => {
    const key = randomUUID();
    const taken = await Promise.all(
      Array.from({ length: 6 }, async () => await rig.casework.limits.take(key, twice, start)),
    );
    expect(taken.filter(({ ok }) => ok)).toHaveLength(2);
  });

  it('counts each day separately, whoever counts', async () => {
    const key = randomUUID();
    const { limits } = rig.casework;
    const counts = await Promise.all([1, 2, 3].map(async () => await limits.count(key, start)));
    expect(counts.toSorted()).toEqual([1, 2, 3]);
    expect(await limits.count(key, later(24 * 3600))).toBe(1);
  });
});

onBoth('The first case for a topic', () => {
  it('stays the first until it is replaced, and lists its attached requests, oldest first', async () => {
    const [topic, one, two, three] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const { attached } = rig.casework;
    expect(await attached.look(topic)).toBeUndefined();
    const stood = await Promise.all([one, two].map(async (id) => await attached.stand(topic, id, start)));
    const [first = ''] = stood;
    expect(new Set(stood)).toEqual(new Set([first]));
    expect(await attached.look(topic)).toBe(first);
    expect(await attached.stand(topic, three, later(1), 'another')).toBe(first);
    expect(await attached.stand(topic, three, later(1), first)).toBe(three);
    await attached.attach(three, two, later(2));
    await attached.attach(three, one, later(1));
    expect(await attached.of(three)).toEqual([
      { caseId: one, receivedAt: later(1) },
      { caseId: two, receivedAt: later(2) },
    ]);
    await attached.detach(three, one, later(1));
    expect((await attached.of(three)).map(({ caseId }) => caseId)).toEqual([two]);
  });
});

onBoth('A raw mail', () => {
  it('is read as it was written, until it is destroyed', async () => {
    const key = `inbound/${randomUUID()}`;
    expect(await rig.mails.find(key)).toBeUndefined();
    await rig.mails.put(key, Uint8Array.from([0, 255, 10]), 'message/rfc822');
    expect([...(await rig.mails.read(key))]).toEqual([0, 255, 10]);
    await rig.mails.destroy(key);
    await rig.mails.destroy(key);
    expect(await rig.mails.find(key)).toBeUndefined();
    await expect(rig.mails.read(key)).rejects.toThrow();
  });
});

onBoth('The mail service', () => {
  it.each([
    ['throttled', 'TooManyRequestsException', 0],
    ['unavailable', 'InternalServiceErrorException', 0],
    ['rejected', 'MessageRejected', 0],
    ['answer-lost', undefined, 1],
  ] as const)(
    'that fails with %s reports the same error, and has accepted the same messages',
    async (fault, name, accepted) => {
      const caseId = randomUUID();
      const mail = {
        from: 'dataskydd@nordvik.example',
        to: 'kim@example.org',
        subject: 'Hej',
        text: 'Hej',
        html: '<p>Hej</p>',
        headers: { 'X-Utdrag-Case': caseId, 'X-Utdrag-Letter': 'M1' },
      };
      rig.fault = fault;
      const error: unknown = await rig.casework.post.send(mail).catch((reason: unknown) => reason);
      rig.fault = undefined;
      expect(error).toBeInstanceOf(Error);
      if (name !== undefined) expect(error).toHaveProperty('name', name);
      expect(await rig.sentFor(caseId)).toHaveLength(accepted);
      expect(await rig.casework.post.send(mail)).toMatch(/\S/);
      expect(await rig.sentFor(caseId)).toHaveLength(accepted + 1);
    },
  );
});

onBoth('The SMS service', () => {
  it.each([
    ['throttled', 'ThrottlingException', 0],
    ['unavailable', 'InternalServerException', 0],
    ['opted-out', 'ConflictException', 0],
    ['blocked', 'ValidationException', 0],
    ['answer-lost', undefined, 1],
  ] as const)(
    'that fails with %s reports the same error, and has accepted the same messages',
    async (fault, name, accepted) => {
      const sms = { from: 'NORDVIK', to: '+46701740605', text: randomUUID(), minutes: 10 };
      const count = async () => (await rig.texted()).filter((sent) => sent.text === sms.text).length;
      rig.smsFault = fault;
      const error: unknown = await rig.casework.sms.send(sms).catch((reason: unknown) => reason);
      rig.smsFault = undefined;
      expect(error).toBeInstanceOf(Error);
      if (name !== undefined) expect(error).toHaveProperty('name', name);
      expect(await count()).toBe(accepted);
      await rig.casework.sms.send(sms);
      expect(await count()).toBe(accepted + 1);
    },
  );
});
