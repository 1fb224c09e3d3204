// The review sheet of searched cases: its items, their order, and which of them are open.
import { describe, expect, it } from 'vitest';
import { itemOn, sheetPage, type SheetQuery } from '#casework/review/sheet-page.ts';
import type { ShownItem } from '#casework/review/shown-item.ts';
import { isReviewReady, prepareReview } from '#casework/review/prepare-review.ts';
import { sheetFacts, sheetOf } from '#casework/review/sheet.ts';
import { isUnderReview } from '#domain/case/review/under-review.ts';
import { contact } from '../rig.ts';
import { asas, bos, caseOf, onOneRig, system, type Row } from '../searched-case.ts';
import { jsonOf } from '#test/answer/unpack.ts';

onOneRig();

type Case = Awaited<ReturnType<typeof caseOf>>;

const pageOf = async (of: Case, query: SheetQuery = {}) => {
  const { means, state, profile } = await of.review();
  return await sheetPage(means, state, profile, query);
};
/** All items that the query asks for, over all pages. */
async function itemsOf(of: Case, query: SheetQuery = {}) {
  const items = [];
  for (let cursor: string | undefined; ;) {
    const page = await pageOf(of, { ...query, ...(cursor === undefined ? {} : { cursor }) });
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = page.next;
  }
}

describe('The review sheet', () => {
  it('contains every record of the package once and in its order, and the possible and disputed ones', async () => {
    const crm = system('hubspot', [
      [
        { id: '2', email: contact, name: 'Åsa' },
        { id: '9', email: 'other@x.example' },
      ],
      [
        { id: '1', email: contact },
        { id: '1-1', resource: 'part', partOf: '1', name: 'a part' },
        { id: '2', email: contact, name: 'Åsa' },
      ],
    ]);
    const shop = system('fortnox', [
      [
        { id: '7', email: contact, number: asas },
        { id: '8', bill: contact, number: bos },
      ],
    ]);
    const of = await caseOf([crm, shop]);
    await of.searchAll();
    await of.screen();
    const items = await itemsOf(of, { limit: 2 });
    const given = items.filter(({ tie }) => tie.how !== 'possible' && tie.how !== 'disputed');
    expect(items.map(({ system: id, resource, record, tie }) => [id, resource, record, tie.how])).toEqual([
      ['hubspot', 'card', '2', 'own'],
      ['hubspot', 'card', '9', 'possible'],
      ['hubspot', 'card', '1', 'own'],
      ['hubspot', 'part', '1-1', 'part'],
      ['fortnox', 'card', '7', 'own'],
      ['fortnox', 'card', '8', 'disputed'],
    ]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(6);
    const { open, kinds } = await pageOf(of);
    expect(open).toBe(6);
    expect(
      kinds.map(({ system: id, resource, items: all, possible, disputed }) => [id, resource, all, possible, disputed]),
    ).toEqual([
      ['hubspot', 'card', 3, 1, 0],
      ['hubspot', 'part', 1, 0, 0],
      ['fortnox', 'card', 2, 0, 1],
    ]);
    const files = await of.release();
    const packaged = ['hubspot/card', 'hubspot/part', 'fortnox/card'].flatMap((path) =>
      (jsonOf(files, `systems/${path}.json`) as { id: string }[]).map(({ id }) => `${path}/${id}`),
    );
    expect(given.map((one) => `${one.system}/${one.resource}/${one.record}`)).toEqual(packaged);
  });

  it('closes an item by a decision on its version, and opens it again if the decision is undone', async () => {
    const of = await caseOf([
      system('hubspot', [
        [
          { id: '1', email: contact },
          { id: '2', email: contact },
        ],
      ]),
    ]);
    await of.searchAll();
    await of.screen();
    const { items, sheet } = await pageOf(of);
    const [first] = items;
    if (first === undefined) throw new Error('there is no item');
    const { id: item, version } = first;
    expect(first).toMatchObject({ byRule: null, open: true, decisions: [] });
    const decide = async (decision: string, of1: { item: string; version: string }) =>
      await of.command({
        type: 'decide-review',
        decision,
        entries: [{ do: 'release', ...of1, system: 'hubspot' }],
      });
    await decide('old', { item, version: '0'.repeat(16) });
    await decide('gone', { item: '0'.repeat(32), version });
    expect((await pageOf(of)).open).toBe(2);
    await decide('first', { item, version });
    const after = await pageOf(of);
    expect(after).toMatchObject({ open: 1, kinds: [{ open: 1, items: 2, byRule: 0 }] });
    expect(after.sheet).not.toBe(sheet);
    expect(after.items[0]).toMatchObject({
      open: false,
      decisions: [{ commandId: 'first', do: 'release', by: 'ada' }],
    });
    expect((await itemsOf(of, { open: true })).map(({ record }) => record)).toEqual(['2']);
    const { means, state, profile } = await of.review();
    expect(await sheetFacts(means, state, profile)).toEqual({ sheet: after.sheet, open: 1, seen: 1, byRule: 0 });
    expect(await itemOn(means, state, profile, item)).toEqual(after.items[0]);
    expect(await itemOn(means, state, profile, '0'.repeat(32))).toBeUndefined();
    await of.command({ type: 'undo-review', decision: 'first' });
    expect((await pageOf(of)).open).toBe(2);
  });

  it('is made once by the screening, then read under the same name, and erased with the findings of the case', async () => {
    const of = await caseOf([system('hubspot', [[{ id: '1', email: contact }]])]);
    await of.searchAll();
    const before = await of.review();
    const made = await sheetOf(before.means, before.state, before.profile);
    await of.screen();
    const { means, state, profile } = await of.review();
    const unmade = { ...means, sheets: { ...means.sheets, putIndex: async () => expect.fail('it is made again') } };
    expect(await sheetOf(unmade, state, profile)).toEqual(made);
    // The erasure of the findings of a case also erases its sheets.
    const sheet = { caseId: of.caseId, madeFrom: made.index.madeFrom };
    expect(await means.sheets.index(sheet)).toEqual(made.index);
    await means.findings.erase(of.caseId);
    expect(await means.sheets.index(sheet)).toBeUndefined();
    await expect(means.sheets.page(sheet, 'all', 1)).rejects.toThrow();
  });

  it('is made after the screening, and a large case is not shown before that', async () => {
    const of = await caseOf([system('hubspot', [[{ id: '1', email: contact }]])]);
    await of.searchAll();
    await of.screen();
    const { means, state, profile } = await of.review();
    expect(await isReviewReady(means, state, profile)).toBe(true);
    if (!isUnderReview(state)) throw new Error('the case is not under review');
    const { search } = state.stage;
    const systems = search.systems.map((one) => ({
      ...one,
      replies: one.replies.map((reply) => ({ ...reply, records: 1_000_000 })),
    }));
    const large = { ...state, stage: { ...state.stage, search: { ...search, systems } } };
    expect(await isReviewReady(means, large, profile)).toBe(false);
    const makes = { ...means, records: of.rig.casework };
    await prepareReview(makes, { caseId: of.caseId, round: 2 });
    expect(await isReviewReady(means, large, profile)).toBe(false);
    await prepareReview(makes, { caseId: of.caseId, round: 1 });
    expect(await isReviewReady(means, large, profile)).toBe(true);
  });

  it('requires no decision on own data of a low-risk system, but accepts one', async () => {
    const of = await caseOf([
      system('mailchimp', [
        [
          { id: '1', email: contact, name: 'Åsa' },
          { id: '2', email: 'bo@x.example' },
        ],
      ]),
      system('hubspot', [[{ id: '3', email: contact }]]),
    ]);
    await of.searchAll();
    await of.screen();
    const facts = async () => {
      const { means, state, profile } = await of.review();
      return await sheetFacts(means, state, profile);
    };
    const [first] = await itemsOf(of);
    expect(first).toMatchObject({ record: '1', byRule: 'own-data-of-low-risk-system', open: false });
    expect((await itemsOf(of, { open: true })).map(({ record }) => record)).toEqual(['2', '3']);
    expect(await facts()).toMatchObject({ open: 2, seen: 0, byRule: 1 });
    const ruled = async () => (await itemsOf(of, { byRule: true })).map(({ record }) => record);
    expect(await ruled()).toEqual(['1']);
    const entry = { do: 'release', item: first!.id, version: first!.version, system: 'mailchimp' } as const;
    await of.command({ type: 'decide-review', decision: 'one', entries: [entry] });
    expect(await facts()).toMatchObject({ open: 2, seen: 1, byRule: 0 });
    expect(await ruled()).toEqual([]);

    const { means, state, profile } = await of.review();
    const organisation = await means.organisationAt('');
    const special = {
      ...organisation,
      systems: organisation.systems.map((one) => ({ ...one, special: true })),
    };
    const asSpecial = { ...means, organisationAt: async () => special };
    expect((await sheetPage(asSpecial, state, profile, {})).items[0]).toMatchObject({ record: '1', byRule: null });
  });

  it('returns the open items with one read, although they are among others on many pages', async () => {
    const pages = Array.from({ length: 6 }, (_, page) => [
      ...Array.from({ length: 4 }, (__, row) => ({ id: `${page}-${row}`, email: contact, name: 'Åsa' })),
      { id: `${page}-see`, bill: contact, number: bos, name: `Bo ${page}` },
    ]);
    const of = await caseOf([system('mailchimp', pages)]);
    await of.searchAll();
    await of.screen();
    const { means, state, profile } = await of.review();
    const read: string[] = [];
    const counting = {
      ...means,
      findings: {
        ...means.findings,
        pageAt: async (key: string) => {
          read.push(key);
          return await means.findings.pageAt(key);
        },
      },
    };
    await sheetPage(means, state, profile, { open: true });
    const { items } = await sheetPage(counting, state, profile, { open: true });
    expect(read).toHaveLength(1);
    expect(items.map(({ record }) => record)).toEqual(pages.map((_, page) => `${page}-see`));
    expect(items).toEqual((await itemsOf(of)).filter(({ open }) => open));
    await means.findings.erase(of.caseId);
    await expect(means.findings.pageAt(read[0] ?? '')).rejects.toThrow();
  });

  it('opens a decided item again if its values are shown in another way than at the decision', async () => {
    const of = await caseOf([
      system('hubspot', [
        [
          { id: '1', email: contact, name: '2026-01-02T03:04:05Z' },
          { id: '2', email: contact, name: 'Åsa' },
        ],
      ]),
    ]);
    await of.searchAll();
    await of.screen();
    const items = await itemsOf(of);
    const entries = items.map(({ id, version }) => ({ do: 'release', item: id, version, system: 'hubspot' }) as const);
    await of.command({ type: 'decide-review', decision: 'both', entries });
    const { means, state, profile } = await of.review();
    const before = await sheetFacts(means, state, profile);
    expect(before.open).toBe(0);
    // As after a deployment that shows dates in another form.
    const organisation = await means.organisationAt('');
    const controllers = organisation.controllers.map((one) => ({ ...one, timeZone: 'America/New_York' }));
    const elsewhere = { ...means, organisationAt: async () => ({ ...organisation, controllers }) };
    const { items: open, sheet } = await sheetPage(elsewhere, state, profile, { open: true });
    expect(open.map(({ record }) => record)).toEqual(['1']);
    expect(sheet).not.toBe(before.sheet);
  });

  it('leaves out a system that needs a stronger proof, and one that an earlier answer contained', async () => {
    const early = system('fortnox', [[{ id: '1', email: contact, number: asas }]]);
    const late = system('hubspot', [[{ id: '2', email: contact, name: 'late' }]], { failsFirst: true });
    const blocked = system('scrive', [[{ id: '3', email: contact }]]);
    const of = await caseOf([early, late, blocked], ['scrive']);
    for (const one of of.connectors) await of.search(one);
    await of.screen(1);
    expect((await itemsOf(of)).map(({ record }) => record)).toEqual(['1']);
    await of.answer(1);
    await of.command({ type: 'retry-system', system: 'hubspot' });
    await of.search(late);
    await of.screen(2);
    expect((await itemsOf(of)).map(({ record }) => record)).toEqual(['2']);
    expect((await pageOf(of)).kinds.map((kind) => kind.system)).toEqual(['hubspot']);
  });

  it('shows a refused kind as withheld by the refusal, and requires no decision on it', async () => {
    const rows: Row[] = [
      { id: '1', email: contact, name: 'Åsa' },
      { id: '1-1', resource: 'part', partOf: '1', name: 'a part' },
    ];
    const of = await caseOf([system('hubspot', [rows])]);
    await of.searchAll();
    await of.screen();
    const { sheet } = await pageOf(of);
    const item = { system: 'hubspot', resource: 'part', ground: 'others-rights', text: 'reason', until: null } as const;
    await of.command({ type: 'refuse', scope: 'part', ground: 'others-rights', text: 'reason', items: [item] });
    const page = await pageOf(of);
    expect(page.sheet).not.toBe(sheet);
    expect(page).toMatchObject({
      open: 1,
      items: [
        { record: '1', open: true, refused: false },
        { record: '1-1', open: false, refused: true, fields: [{ value: 'a part', given: null }] },
      ],
    });
  });

  it('returns the items of one system, of one standing, or with a text, for any number of pages', async () => {
    const crm = Array.from({ length: 7 }, (_, index) => ({ id: `c${index}`, email: contact, name: `Name ${index}` }));
    const shop = [
      { id: 's1', email: contact, name: 'NAME 3' },
      { id: 's2', email: 'bo@x.example' },
      { id: 's3', bill: contact, number: bos },
    ];
    const of = await caseOf([system('hubspot', [crm.slice(0, 4), crm.slice(4)]), system('fortnox', [shop])]);
    await of.searchAll();
    await of.screen();
    const records = async (query: SheetQuery) => (await itemsOf(of, query)).map(({ record }) => record);
    const all = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 's1', 's3', 's2'];
    for (const limit of [1, 3, 50]) {
      expect(await records({ limit })).toEqual(all);
      expect(await records({ limit, open: true })).toEqual(all);
      expect(await records({ limit, system: 'fortnox' })).toEqual(['s1', 's3', 's2']);
      expect(await records({ limit, system: 'hubspot', text: 'ame 3' })).toEqual(['c3']);
      expect(await records({ limit, text: 'name 3' })).toEqual(['c3', 's1']);
      expect(await records({ limit, standing: 'possible' })).toEqual(['s2']);
      expect(await records({ limit, standing: 'disputed' })).toEqual(['s3']);
      expect(await records({ limit, text: 'nowhere' })).toEqual([]);
      expect(await records({ limit, system: 'mailchimp' })).toEqual([]);
    }
    expect(await records({ cursor: 'to-see.1.9999999999' })).toEqual(all);
    // A cursor of a larger sheet is accepted.
    expect(await records({ cursor: 'all.9.3' })).toEqual([]);
  });

  it('says by which identifiers an item is tied and what contradicts it, with most characters hidden', async () => {
    const rows = [
      { id: '1', email: contact },
      { id: '2', bill: contact, number: bos },
    ];
    const of = await caseOf([system('hubspot', [rows])]);
    await of.searchAll();
    await of.screen();
    const [one, other] = await itemsOf(of);
    expect(one?.tie).toEqual({
      how: 'own',
      by: [{ kind: 'email', masked: expect.stringContaining('•••') }],
      against: [],
    });
    expect(other?.tie).toMatchObject({ how: 'disputed', against: [{ kind: 'personnummer', masked: '19801231-••••' }] });
    expect(JSON.stringify([one?.tie, other?.tie])).not.toContain(contact);
  });

  it('cuts a long value between two characters, and returns all of it piece by piece', async () => {
    const name = `${'å'.repeat(19_999)}🎿${'b'.repeat(30_000)}`;
    const of = await caseOf([system('hubspot', [[{ id: '1', email: contact, name }]])]);
    await of.searchAll();
    await of.screen();
    const named = ({ fields }: ShownItem) => fields.find((field) => field.name === 'name')!;
    const [item] = await itemsOf(of);
    expect(named(item!)).toMatchObject({ value: 'å'.repeat(19_999), from: 0, length: name.length, cut: true });
    const { means, state, profile } = await of.review();
    const alone = await itemOn(means, state, profile, item!.id);
    expect(named(alone!)).toMatchObject({ value: name, given: name, cut: false });
    const later = await itemOn(means, state, profile, item!.id, {
      field: alone!.fields.findIndex((field) => field.name === 'name'),
      at: 19_999,
    });
    expect(named(later!)).toMatchObject({ value: name.slice(19_999), from: 19_999, cut: true });
    expect(later!.fields.find((field) => field.name === 'email')).toMatchObject({ from: 0, value: contact });
  });

  it('responds with less than 4 MiB, however large the items are, and leaves none of them out', async () => {
    const name = '好'.repeat(60_000);
    const rows = Array.from({ length: 60 }, (_, index) => ({
      id: String(index),
      email: contact,
      name: `${index} ${name}`,
    }));
    const of = await caseOf([system('hubspot', [rows])]);
    await of.searchAll();
    await of.screen();
    const seen: string[] = [];
    let pages = 0;
    for (let cursor: string | undefined; ;) {
      const page = await pageOf(of, { limit: 50, ...(cursor === undefined ? {} : { cursor }) });
      pages += 1;
      expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(4 * 1024 * 1024);
      seen.push(...page.items.map(({ record }) => record));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(pages).toBeGreaterThan(2);
    expect(seen).toEqual(rows.map(({ id }) => id));
  });

  it('shows what the person gets after the decisions on one item and the alike decisions', async () => {
    const rows = [
      { id: '1', email: contact, name: 'Åsa and Bo' },
      { id: '2', email: contact, name: 'Bo' },
    ];
    const of = await caseOf([system('hubspot', [rows])]);
    await of.searchAll();
    await of.screen();
    const [one] = await itemsOf(of);
    const limit = { ground: 'others-rights', text: null, told: true } as const;
    const onOne = { item: one!.id, version: one!.version, system: 'hubspot' };
    const given = async () =>
      (await itemsOf(of)).map(({ fields }) => fields.find((field) => field.name === 'name')?.given);
    expect(await given()).toEqual(['Åsa and Bo', 'Bo']);
    await of.command({
      type: 'decide-review',
      decision: 'span',
      entries: [{ do: 'mask', ...onOne, field: 'name', span: { from: 8, to: 10 }, letter: 'A', ...limit }],
    });
    expect(await given()).toEqual(['Åsa and [person A]', 'Bo']);
    const alike = { all: 'field', system: 'hubspot', resource: 'card', field: 'name' } as const;
    await of.command({
      type: 'decide-review',
      decision: 'alike',
      entries: [{ do: 'withhold-alike', alike, ...limit, told: false }],
    });
    expect(await given()).toEqual([null, null]);
    const after = await itemsOf(of);
    expect(
      after.map(({ open, decisions }) => [open, decisions.map(({ commandId, alike: of1 }) => [commandId, of1])]),
    ).toEqual([
      [
        false,
        [
          ['span', false],
          ['alike', true],
        ],
      ],
      [true, [['alike', true]]],
    ]);
  });
});
