// What the last look searches a package for, from the decisions of the review on stored records.
import { expect, it } from 'vitest';
import { lookedFor } from '#casework/answer/looked-for.ts';
import { entriesThatCount } from '#casework/review/entries-that-count.ts';
import { sheetPage } from '#casework/review/sheet-page.ts';
import { isAt } from '#domain/case/state.ts';
import type { ReviewEntry } from '#domain/review/entry.ts';
import { contact } from '../rig.ts';
import { caseOf, onOneRig, system } from '../searched-case.ts';

onOneRig();
const limit = { ground: 'others-rights', text: null, told: true } as const;
type On = { item: string; version: string; system: string };

/**
 * What is searched for after decisions on two records: `1` has the name Qvintus Zorn, and `2` contains the same name.
 */
async function soughtAfter(entries: (one: On, two: On) => readonly ReviewEntry[]) {
  const crm = system('hubspot', [
    [
      { id: '1', email: contact, name: 'Qvintus Zorn' },
      { id: '2', email: contact, name: 'hos Qvintus Zorn' },
    ],
  ]);
  const of = await caseOf([crm]);
  await of.searchAll();
  await of.screen();
  const before = await of.review();
  const [one, two] = (await sheetPage(before.means, before.state, before.profile, {})).items.map(({ id, version }) => ({
    item: id,
    version,
    system: 'hubspot',
  }));
  if (one === undefined || two === undefined) throw new Error('the sheet lacks an item');
  await of.command({ type: 'decide-review', decision: 'one', entries: [...entries(one, two)] });
  const { means, state, profile } = await of.review();
  if (!isAt(state, 'reviewing')) throw new Error('the case is not under review');
  const count = await entriesThatCount(means, state, profile);
  return await lookedFor({ ...means, connectors: [crm] }, state, profile, count);
}
const mask = (on: On): ReviewEntry => ({ do: 'mask', ...on, field: 'name', span: null, letter: null, ...limit });
const stoodIn = (id: string) => [{ system: 'hubspot', resource: 'card', id, field: 'name' }];

it('A masked text is searched for, also in a record that was released before', async () => {
  const { values, own } = await soughtAfter((one, two) => [{ do: 'release', ...two }, mask(one)]);
  expect(values).toEqual([{ text: 'Qvintus Zorn', stoodIn: stoodIn('1'), mayStandIn: [] }]);
  expect(own).toContainEqual({ kind: 'email', text: contact });
});

it('A masked text may remain in a record that was released after the mask', async () => {
  const { values } = await soughtAfter((one, two) => [mask(one), { do: 'release', ...two }]);
  expect(values).toEqual([{ text: 'Qvintus Zorn', stoodIn: stoodIn('1'), mayStandIn: stoodIn('2') }]);
});

it('The masked text of a span is searched for, and so are the identifiers of a rejected record', async () => {
  const { values } = await soughtAfter((one, two) => [
    { do: 'mask', ...one, field: 'name', span: { from: 8, to: 12 }, letter: null, ...limit },
    { do: 'reject', ...two },
  ]);
  expect(values).toMatchObject([{ text: 'Zorn' }, { text: contact, kind: 'email', stoodIn: [] }]);
});
