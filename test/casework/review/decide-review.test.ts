// The decisions of staff on records of an answer: which are refused, and what the package then contains.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ReviewDecision, ReviewRequest } from '#api/review.ts';
import { decideOnReview } from '#casework/review/decide-review.ts';
import { reviewedNow } from '#casework/review/preview.ts';
import { recordView } from '#casework/review/record-view.ts';
import { reviewPage } from '#casework/review/review-page.ts';
import { staffCommand } from '#casework/staff/staff-command.ts';
import { isUnderReview } from '#domain/case/review/under-review.ts';
import { contact, start } from '../rig.ts';
import { bos, caseOf, onOneRig, system, textOfAll, asas } from '../searched-case.ts';

onOneRig();

const firstTwo: ReviewDecision['pages'] = [{ from: 1, to: 2 }];
type Case = Awaited<ReturnType<typeof caseOf>>;

/** A case under review with two records of the person, one possible and one disputed record. */
async function underReview(): Promise<{ of: Case; connectors: ReturnType<typeof system>[] }> {
  const connectors = [
    system('hubspot', [
      [
        { id: '1', email: contact, name: 'Grannen Gustav ringde' },
        { id: '2', email: contact, name: 'Gustav igen' },
        { id: '3', email: 'other@x.example' },
      ],
    ]),
    system('fortnox', [
      [
        { id: '7', email: contact, number: asas },
        { id: '8', bill: contact, number: bos },
      ],
    ]),
  ];
  const of = await caseOf(connectors);
  await of.searchAll();
  await of.screen();
  return { of, connectors };
}

/** The page of the sheet for a member. With `looks`, the member has seen its items. */
async function page(of: Case, member: string, looks = true) {
  const { means, state, profile } = await of.review();
  const { rig, caseId } = of;
  const query = { limit: 50 };
  const read = async () =>
    await reviewPage(means, state, profile, query, await rig.views.seenBy(caseId, member), member);
  const items = (await read()).items.map((item) => ({ item: item.id, version: item.version }));
  const seen = { kind: 'sheet-page', items } as const;
  if (looks) await recordView(rig.casework, rig, state, { commandId: randomUUID(), member, seen }, start);
  return await read();
}

async function send(of: Case, member: string, request: ReviewRequest) {
  const { means } = await of.review();
  return await decideOnReview(of.rig.casework, { ...means, views: of.rig.views }, of.caseId, member, request, start);
}
const decide = async (of: Case, member: string, ...decisions: readonly ReviewDecision[]) =>
  await send(of, member, { commandId: randomUUID(), decisions: [...decisions] });

/** The item of a record on the page of the sheet. */
async function itemOf(of: Case, member: string, record: string) {
  const found = (await page(of, member)).items.find((one) => one.record === record);
  if (found === undefined) throw new Error('there is no such item');
  return found;
}
const on = ({ id, version }: { readonly id: string; readonly version: string }) => ({ item: id, version });

describe('A decision of the review', () => {
  it('is refused if the member has not seen the item, and then accepted', async () => {
    const { of } = await underReview();
    const [first] = (await page(of, 'erik', false)).items;
    if (first === undefined) throw new Error('there is no item');
    const release = { ...on(first), do: 'release' } as const;
    expect(await decide(of, 'erik', release)).toMatchObject({
      ok: false,
      rule: 'item-not-seen',
      values: { item: first.id },
    });
    await page(of, 'maja');
    expect(await decide(of, 'erik', release)).toMatchObject({ ok: false, rule: 'item-not-seen' });
    await page(of, 'erik');
    expect(await decide(of, 'erik', release)).toMatchObject({ ok: true });
  });

  it('is refused on an older version, on an item that no longer exists, and if it does not fit the item; nothing is stored', async () => {
    const { of } = await underReview();
    const [own, possible, disputed] = [
      await itemOf(of, 'erik', '1'),
      await itemOf(of, 'erik', '3'),
      await itemOf(of, 'erik', '8'),
    ];
    const before = (await of.rig.state(of.caseId)).common.seq;
    const refused = async (decision: ReviewDecision) =>
      await decide(of, 'erik', { ...on(own), do: 'release' }, decision);
    expect(await refused({ ...on(own), version: '0'.repeat(16), do: 'release' })).toMatchObject({
      rule: 'item-changed',
    });
    expect(await refused({ ...on(own), item: '0'.repeat(32), do: 'release' })).toMatchObject({ rule: 'item-gone' });
    for (const wrong of [
      { ...on(possible), do: 'release' },
      { ...on(disputed), do: 'mask', field: 'bill' },
      { ...on(own), do: 'adopt' },
      { ...on(own), do: 'mask', field: 'nothing' },
      { ...on(own), do: 'mask', field: 'name', from: 3, to: 3 },
      { ...on(own), do: 'mask', field: 'name', from: 0, to: 22 },
      { ...on(own), do: 'withhold', document: '0'.repeat(48) },
      { alike: { value: 'Gustav' }, do: 'release' },
      // A decision that would have no effect is refused.
      { ...on(own), do: 'mask' },
      { ...on(own), do: 'release', field: 'name' },
      { ...on(own), do: 'reject', ground: 'other-law', reason: 'because' },
      { ...on(own), do: 'withhold', field: 'name', from: 0, to: 4 },
      { ...on(own), do: 'withhold', pages: firstTwo },
      { ...on(own), alike: { value: 'Gustav' }, do: 'mask' },
      { alike: { value: 'Gustav' }, field: 'name', do: 'mask' },
      { alike: { value: '…!' }, do: 'mask' },
      // The log has the names of systems and kinds, so they must not be free text.
      { alike: { system: 'Gustav' }, do: 'withhold' },
      { alike: { system: 'hubspot', resource: 'Gustav' }, do: 'withhold' },
      { alike: { system: 'hubspot', resource: 'card', field: 'Gustav' }, do: 'mask' },
    ] as const)
      expect(await refused(wrong), JSON.stringify(wrong)).toMatchObject({ ok: false, rule: 'decision-does-not-fit' });
    expect((await of.rig.state(of.caseId)).common.seq).toBe(before);
  });

  it('is refused if its reason, which the person reads, contains what is masked or withheld', async () => {
    const { of } = await underReview();
    const own = await itemOf(of, 'erik', '1');
    const reason = 'GUSTAV  vill inte synas';
    for (const decisions of [
      [{ alike: { value: 'Gustav' }, do: 'mask', reason }],
      [{ ...on(own), do: 'mask', field: 'name', from: 8, to: 14, reason }],
      [{ ...on(own), do: 'withhold', field: 'name', reason: 'Att grannen Gustav ringde är hemligt' }],
      [
        { alike: { value: 'Gustav' }, do: 'mask' },
        { ...on(own), do: 'withhold', reason },
      ],
    ] as const)
      expect(await decide(of, 'erik', ...decisions)).toMatchObject({ ok: false, rule: 'reason-tells-what-is-hidden' });
    const without = 'En granne vill inte synas';
    expect(await decide(of, 'erik', { alike: { value: 'Gustav' }, do: 'mask', reason: without })).toMatchObject({
      ok: true,
    });
  });

  it('is carried out once if it is sent twice, and its id cannot be used for another decision', async () => {
    const { of } = await underReview();
    const [first, second] = [await itemOf(of, 'erik', '1'), await itemOf(of, 'erik', '2')];
    const commandId = randomUUID();
    const request: ReviewRequest = { commandId, decisions: [{ ...on(first), do: 'release' }] };
    expect(await send(of, 'erik', request)).toMatchObject({ ok: true });
    expect(await send(of, 'erik', request)).toMatchObject({ ok: true });
    expect((await of.rig.state(of.caseId)).common.review).toHaveLength(1);
    const other: ReviewRequest = { commandId, decisions: [{ ...on(second), do: 'release' }] };
    expect(await send(of, 'erik', other)).toMatchObject({ ok: false, rule: 'command-id-reused' });
    expect(await send(of, 'maja', request)).toMatchObject({ ok: false, rule: 'command-id-reused' });
  });

  it('after a colleague’s decision is refused until it names that decision', async () => {
    const { of } = await underReview();
    const [first] = [await itemOf(of, 'erik', '1'), await itemOf(of, 'maja', '1')];
    const [erik, maja] = [randomUUID(), randomUUID()];
    const release = (after?: string | null): ReviewDecision => ({
      ...on(first),
      do: 'release',
      ...(after === undefined ? {} : { after }),
    });
    expect(await send(of, 'erik', { commandId: erik, decisions: [release(null)] })).toMatchObject({ ok: true });
    expect(await decide(of, 'maja', release(null))).toMatchObject({
      ok: false,
      code: 'item-changed',
      rule: 'item-decided-meanwhile',
      values: { item: first.id },
    });
    // An alike decision names no item, so it does not affect a decision on one item.
    expect(await decide(of, 'maja', { alike: { value: 'Gustav' }, do: 'mask' })).toMatchObject({ ok: true });
    expect(await send(of, 'maja', { commandId: maja, decisions: [release(erik)] })).toMatchObject({ ok: true });
    expect(await decide(of, 'erik', release(erik))).toMatchObject({ rule: 'item-decided-meanwhile' });
    // The colleague undoes the decision, so the one before it is the last again.
    expect(await send(of, 'maja', { commandId: randomUUID(), undo: maja })).toMatchObject({ ok: true });
    expect(await decide(of, 'erik', release(erik))).toMatchObject({ ok: true });
    // If a program does not send which decision it has seen, this is not checked.
    expect(await decide(of, 'maja', release())).toMatchObject({ ok: true });
  });

  it('that masks a value everywhere, withholds a record and rejects others is carried out in the package', async () => {
    const { of } = await underReview();
    const [first, second] = [await itemOf(of, 'erik', '1'), await itemOf(of, 'erik', '2')];
    const [possible, disputed] = [await itemOf(of, 'erik', '3'), await itemOf(of, 'erik', '8')];
    expect(
      await decide(
        of,
        'erik',
        { alike: { value: 'Gustav' }, do: 'mask', letter: 'A' },
        { ...on(first), do: 'release' },
        { ...on(second), do: 'withhold', ground: 'other-law', reason: 'a secret of the trade' },
        { ...on(possible), do: 'reject' },
        { ...on(disputed), do: 'reject' },
        { ...on(await itemOf(of, 'erik', '7')), do: 'release' },
      ),
    ).toMatchObject({ ok: true });
    expect(await itemOf(of, 'erik', '1')).toMatchObject({
      open: false,
      fields: [{}, { given: 'Grannen [person A] ringde' }],
    });
    expect((await page(of, 'erik')).open).toBe(0);
    const files = await of.release();
    const all = textOfAll(files);
    expect(all).not.toContain('Gustav');
    expect(all).toContain('Grannen [person A] ringde');
    expect(all).not.toContain(bos);
    expect(files.get('withheld.html')?.toString()).toContain('a secret of the trade');
    expect([...(await of.rig.casework.log.read(of.caseId))].join()).not.toMatch(/Gustav|secret/);
  });
});

describe('A decision to withhold all records of a kind or of a system', () => {
  it.each([{ system: 'hubspot' }, { system: 'hubspot', resource: 'card' }])(
    'leaves nothing to decide in them, until it is undone (%o)',
    async (alike) => {
      const { of } = await underReview();
      const open = async () => {
        const { open: all, kinds, items } = await page(of, 'erik');
        return [all, kinds.map((kind) => kind.open), items.filter((one) => one.open).length];
      };
      expect(await open()).toEqual([5, [3, 2], 5]);
      const commandId = randomUUID();
      const why = { ground: 'other-law', reason: 'a secret of the trade' } as const;
      await send(of, 'erik', { commandId, decisions: [{ alike, do: 'withhold', ...why }] });
      expect(await open()).toEqual([2, [0, 2], 2]);
      await send(of, 'maja', { commandId: randomUUID(), undo: commandId });
      expect(await open()).toEqual([5, [3, 2], 5]);
      await decide(of, 'erik', { alike, do: 'mask' });
      expect(await open()).toEqual([5, [3, 2], 5]);
    },
  );
});

describe('A record with documents', () => {
  /** A record with two documents. The member has opened those in `open`. */
  async function withDocuments() {
    const of = await caseOf([
      system('hubspot', [[{ id: '1', email: contact, name: 'Grannen ringde', documents: ['d1', 'd2'] }]]),
    ]);
    await of.searchAll();
    await of.screen();
    const [d1, d2] = (await itemOf(of, 'erik', '1')).documents;
    if (d1 === undefined || d2 === undefined) throw new Error('the documents were not fetched');
    return {
      of,
      d1: d1.id,
      d2: d2.id,
      async open(document: string, member = 'erik') {
        const { state } = await of.review();
        const seen = { kind: 'document-page', ...on(await itemOf(of, member, '1')), document, page: 1 } as const;
        await recordView(of.rig.casework, of.rig, state, { commandId: randomUUID(), member, seen }, start);
      },
      async isOpen() {
        const { items, open } = await page(of, 'erik');
        expect(open).toBe(items[0]?.open === true ? 1 : 0);
        return open === 1;
      },
    };
  }

  it('stays open while a document that the answer would contain has not been opened, whatever else is withheld', async () => {
    const { of, d1, d2, open, isOpen } = await withDocuments();
    const item = on(await itemOf(of, 'erik', '1'));
    expect(await decide(of, 'erik', { ...item, do: 'release' })).toMatchObject({ rule: 'document-not-opened' });
    expect(await decide(of, 'erik', { ...item, do: 'withhold', field: 'name' })).toMatchObject({ ok: true });
    expect(await isOpen()).toBe(true);
    expect(await decide(of, 'erik', { ...item, do: 'withhold', document: d1 })).toMatchObject({ ok: true });
    expect(await isOpen()).toBe(true);
    expect(
      await decide(
        of,
        'erik',
        { ...item, do: 'withhold', document: d2, pages: [{ from: 1, to: 1 }] },
        { ...item, do: 'release' },
      ),
    ).toMatchObject({ rule: 'document-not-opened' });
    await open(d2);
    expect(await decide(of, 'erik', { ...item, do: 'release' })).toMatchObject({ ok: true });
    expect(await isOpen()).toBe(false);
    expect(textOfAll(await of.release())).toContain('content of d2');
  });

  it('is open again if the decision to withhold an unopened document is undone', async () => {
    const { of, d1, d2, open, isOpen } = await withDocuments();
    const item = on(await itemOf(of, 'erik', '1'));
    await open(d2);
    const withholding = randomUUID();
    await send(of, 'erik', { commandId: withholding, decisions: [{ ...item, do: 'withhold', document: d1 }] });
    expect(await decide(of, 'erik', { ...item, do: 'release' })).toMatchObject({ ok: true });
    expect(await isOpen()).toBe(false);
    await send(of, 'maja', { commandId: randomUUID(), undo: withholding });
    expect(await isOpen()).toBe(true);
    await open(d1);
    expect(await decide(of, 'erik', { ...item, do: 'release' })).toMatchObject({ ok: true });
    expect(await isOpen()).toBe(false);
  });

  it('that is withheld or rejected as a whole need not be opened', async () => {
    const { of, isOpen } = await withDocuments();
    const item = on(await itemOf(of, 'erik', '1'));
    await decide(of, 'erik', { ...item, do: 'withhold' });
    expect(await isOpen()).toBe(false);
  });
});

describe('A release', () => {
  it('is refused while an item is open, and if it names another sheet or preview than the present ones', async () => {
    const { of, connectors } = await underReview();
    const { rig, caseId } = of;
    const release = async (sheet: string, preview: string) => {
      const { means } = await of.review();
      const all = { ...rig.means, ...means, connectors };
      const { seq } = (await rig.state(caseId)).common;
      const command = { type: 'release', commandId: randomUUID(), expectedSeq: seq, round: 1, sheet, preview } as const;
      return await staffCommand(rig.casework, all, caseId, 'erik', command, start);
    };
    const now = async () => {
      const { means, state, profile } = await of.review();
      if (!isUnderReview(state)) throw new Error('the case is not under review');
      return await reviewedNow(rig.casework, { ...means, connectors }, state, profile, start);
    };
    const none = '0'.repeat(64);
    const open = await now();
    expect(await release(open.sheet, none)).toMatchObject({ ok: false, rule: 'items-not-seen', values: { open: '5' } });
    for (const { id, version, tie } of (await page(of, 'erik')).items)
      await decide(of, 'erik', {
        item: id,
        version,
        do: tie.how === 'possible' || tie.how === 'disputed' ? 'reject' : 'release',
      });
    const { sheet, preview } = await now();
    expect(await release(open.sheet, preview)).toMatchObject({ ok: false, rule: 'sheet-changed' });
    expect(await release(sheet, none)).toMatchObject({ ok: false, rule: 'preview-changed' });
    expect(await release(sheet, preview)).toMatchObject({ ok: true });
    const released = (await rig.events(caseId)).findLast(({ type }) => type === 'release-approved');
    expect(released).toMatchObject({ sheet, preview, seen: 5, byRule: {}, lines: [] });
  });
});
