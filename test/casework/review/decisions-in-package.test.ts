// A decision of the review on the present version of a stored record is carried out in the package; one on an earlier
// version is not.
import { expect, it } from 'vitest';
import { sheetPage } from '#casework/review/sheet-page.ts';
import type { ReviewEntry } from '#domain/review/entry.ts';
import { contact } from '../rig.ts';
import { caseOf, onOneRig, system, textOfAll } from '../searched-case.ts';

onOneRig();
const limit = { ground: 'others-rights', text: null, told: true } as const;

/** The text of all files of the package, after decisions on the one record of the case. */
async function packageAfter(
  entries: (on: { item: string; version: string; system: string }) => readonly ReviewEntry[],
): Promise<string> {
  const of = await caseOf([system('hubspot', [[{ id: '1', email: contact, name: 'Qvintus Zorn' }]])]);
  await of.searchAll();
  await of.screen();
  const { means, state, profile } = await of.review();
  const [item] = (await sheetPage(means, state, profile, {})).items;
  if (item === undefined) throw new Error('the sheet is empty');
  const on = { item: item.id, version: item.version, system: 'hubspot' };
  await of.command({ type: 'decide-review', decision: 'one', entries: [{ do: 'release', ...on }, ...entries(on)] });
  return textOfAll(await of.release());
}

it('A mask of a field is carried out, and the package says so', async () => {
  const text = await packageAfter((on) => [{ do: 'mask', ...on, field: 'name', span: null, letter: 'C', ...limit }]);
  expect(text).not.toContain('Zorn');
  expect(text).toContain('[person C]');
  expect(text).toContain('"kind": "masked"');
});

it('A rejected record is nowhere in the package', async () => {
  const text = await packageAfter((on) => [{ do: 'reject', ...on }]);
  expect(text).not.toContain('Zorn');
  expect(text).toContain('"withheld": []');
});

it('A decision on an earlier version of a record does not count', async () => {
  const text = await packageAfter((on) => [
    { do: 'withhold', ...on, version: '0'.repeat(16), part: { of: 'record' }, ...limit },
  ]);
  expect(text).toContain('Zorn');
  expect(text).toContain('"withheld": []');
});
