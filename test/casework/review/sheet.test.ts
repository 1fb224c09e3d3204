// The review sheet of cases that were searched: what is on it, in which order, and what is open.
import { describe, expect, it } from 'vitest';
import { itemOn, sheetPage, type SheetQuery } from '#casework/review/sheet-page.ts';
import { sheetFacts, sheetOf } from '#casework/review/sheet.ts';
import { contact } from '../rig.ts';
import { asas, bos, caseOf, onOneRig, system } from '../searched-case.ts';
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
  it('has every record of the package once and in its order, and the possible and disputed ones', async () => {
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

  it('closes an item by a decision on its version, and opens it again if the decision is taken back', async () => {
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

  it('is made once, and read by the same name until something that it is made from changes', async () => {
    const of = await caseOf([system('hubspot', [[{ id: '1', email: contact }]])]);
    await of.searchAll();
    const before = await of.review();
    const made = await sheetOf(before.means, before.state, before.profile);
    await of.screen();
    const { means, state, profile } = await of.review();
    const unmade = { ...means, sheets: { ...means.sheets, putIndex: async () => expect.fail('it is made again') } };
    expect(await sheetOf(unmade, state, profile)).toEqual(made);
  });
});
