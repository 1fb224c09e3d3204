// A package in which the last look finds what staff decided to leave out: nobody gets it, and it is reviewed again.
import { expect, it } from 'vitest';
import { assembleExport } from '#casework/answer/assemble-export.ts';
import { reviewPage } from '#casework/review/review-page.ts';
import { commands } from '#test/domain/case/case-book.ts';
import { ada } from '../case-steps.ts';
import { contact, start } from '../rig.ts';
import { caseOf, onOneRig, system } from '../searched-case.ts';

onOneRig();

it('A masked name that another record still holds stops the package, and its places are in the log', async () => {
  const connectors = [
    system('hubspot', [
      [
        { id: '1', email: contact, name: 'Gustav Granqvist hämtade paketet' },
        { id: '2', email: contact, name: 'Ring Gustav Granqvist' },
      ],
    ]),
  ];
  const of = await caseOf(connectors);
  const { rig, caseId } = of;
  await of.searchAll();
  await of.screen();
  const { means, state, profile } = await of.review();
  const { items } = await reviewPage(means, state, profile, { limit: 10 }, [], 'ada');
  const [first, second] = items;
  if (first === undefined || second === undefined) throw new Error('the sheet has too few items');
  const on = (item: typeof first) => ({ item: item.id, version: item.version, system: 'hubspot' });
  await of.command({ type: 'decide-review', decision: 'one', entries: [{ do: 'release', ...on(second) }] });
  await of.command({
    type: 'decide-review',
    decision: 'two',
    entries: [
      {
        do: 'mask',
        ...on(first),
        field: 'name',
        span: { from: 0, to: 16 },
        letter: null,
        ground: 'others-rights',
        text: null,
        told: true,
      },
    ],
  });
  await rig.command(caseId, commands.release(), { by: ada });
  const assembly = { ...rig.means, ...means, records: rig.casework, exports: rig.exports, connectors };
  expect(await assembleExport(assembly, { caseId, round: 1 }, start)).toMatchObject({ ok: true });
  const after = await rig.state(caseId);
  expect(after.stage).toMatchObject({ kind: 'reviewing', screening: { approvals: [] } });
  expect(after.common.packages).toEqual([{ round: 1, attempt: 1, erased: true }]);
  const stopped = (await rig.events(caseId)).find(({ type }) => type === 'assembly-stopped');
  expect(stopped).toMatchObject({
    round: 1,
    attempt: 1,
    paths: ['index.html', 'systems/hubspot/card.json', 'systems/hubspot/card.csv'],
  });
  expect([...(await rig.casework.log.read(caseId))].join()).not.toContain('Granqvist');
});
