import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { TooMuchTraffic } from '#casework/commit/commit-command.ts';
import { recordView, type ViewStores } from '#casework/review/record-view.ts';
import { readViews, type Seen } from '#domain/review/views.ts';
import { StoreFailed, withFaults } from '#test/support/memory-stores/faults.ts';
import { at, openIn, watch } from '../desk.ts';
import { now, Office } from '../office.ts';

const contact: Seen = { kind: 'revealed-identifier', identifier: 'contact' };
const page: Seen = { kind: 'sheet-page', items: [{ item: 'a'.repeat(32), version: '1'.repeat(16) }] };

async function withCase(): Promise<{ office: Office; caseId: string; look: Look }> {
  const office = new Office();
  const caseId = await openIn(office);
  const look: Look = async (member, { seen = page, when = now, stores = office } = {}) =>
    await recordView(
      office.casework,
      stores,
      await office.state(caseId),
      { commandId: randomUUID(), member, seen },
      when,
    );
  return { office, caseId, look };
}
type Look = (member: string, more?: { seen?: Seen; when?: string; stores?: ViewStores }) => Promise<void>;

describe('A view', () => {
  it('is appended to the chain of its case, and is not a commit of the log', async () => {
    const { office, caseId, look } = await withCase();
    const before = (await office.state(caseId)).common.seq;
    await look('erik');
    await look('maja', { seen: contact, when: at(1) });
    expect(readViews(await office.views.read(caseId))).toMatchObject([
      { seq: 1, by: 'erik', at: now, seen: page },
      { seq: 2, by: 'maja', at: at(1), seen: contact },
    ]);
    expect((await office.state(caseId)).common.seq).toBe(before);
  });

  it('of two members and of many pages at the same time is appended once for each', async () => {
    const { office, caseId, look } = await withCase();
    const members = ['erik', 'maja', 'erik', 'maja', 'erik'];
    await Promise.all(members.map(async (member) => await look(member)));
    const views = readViews(await office.views.read(caseId));
    expect(views.map(({ by }) => by).toSorted()).toEqual(members.toSorted());
    expect(await office.views.seenBy(caseId, 'erik')).toEqual([{ by: 'erik', seen: page, at: now }]);
  });

  it('never has an earlier time than the view before', async () => {
    const { office, caseId, look } = await withCase();
    await look('erik', { when: at(2) });
    await look('maja', { when: at(1) });
    expect(readViews(await office.views.read(caseId)).map((one) => one.at)).toEqual([at(2), at(2)]);
  });

  it('that another one overtakes is appended after it, and is not appended after too many attempts', async () => {
    const { office, caseId, look } = await withCase();
    const { anchors } = office;
    const some = withFaults({ views: office.views }, { call: 'views.append', answer: 'conflict', times: 3 });
    await look('erik', { stores: { ...some, anchors } });
    expect(readViews(await office.views.read(caseId))).toHaveLength(1);
    const all = withFaults({ views: office.views }, { call: 'views.append', answer: 'conflict' });
    await expect(look('erik', { stores: { ...all, anchors } })).rejects.toThrow(TooMuchTraffic);
    expect(readViews(await office.views.read(caseId))).toHaveLength(1);
  });

  it.each(['views.head', 'views.append'] as const)('is reported as failed if %s fails', async (call) => {
    const { office, caseId, look } = await withCase();
    const failing = { ...withFaults({ views: office.views }, { call }), anchors: office.anchors };
    await expect(look('erik', { stores: failing })).rejects.toThrow(StoreFailed);
    expect(await office.views.read(caseId)).toEqual([]);
  });
});

describe('The head of the chain of views', () => {
  it('is anchored with the log of an open case for two days, and at once where no schedule reads the case', async () => {
    const { office, caseId, look } = await withCase();
    const anchored = async (seq: number): Promise<boolean> => {
      const put = await office.anchors.put({ caseId, seq, hash: 'f'.repeat(64), anchoredAt: at(99) }, 'views');
      return put.hash !== 'f'.repeat(64);
    };
    await look('erik', { when: at(10) });
    await look('erik', { when: at(20) });
    await watch(office, at(21));
    expect(await anchored(2)).toBe(true);
    await look('erik', { when: at(21) });
    await watch(office, at(24));
    expect(await anchored(3)).toBe(false);
    await office.command(caseId, { type: 'end', ending: 'withdrawn', text: null }, at(24));
    await look('maja', { when: at(25) });
    expect(await anchored(4)).toBe(true);
  });
});
