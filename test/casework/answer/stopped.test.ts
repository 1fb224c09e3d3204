// The last look finds something in a package that staff decided to leave out. Nobody gets the package, and the answer
// is reviewed again.
import { expect, it } from 'vitest';
import { assembleExport } from '#casework/answer/assemble-export.ts';
import { reviewPage } from '#casework/review/review-page.ts';
import { release } from '../case-steps.ts';
import { contact, start } from '../rig.ts';
import { caseOf, onOneRig, system } from '../searched-case.ts';

onOneRig();

it('An answer is made only from the released sheet, so not after a deployment that shows values in another way', async () => {
  const before = system('hubspot', [[{ id: '1', email: contact, name: 'Gustav Granqvist' }]]);
  const of = await caseOf([before]);
  const { rig, caseId } = of;
  await of.searchAll();
  await of.screen();
  const { means, state, profile } = await of.review();
  const [item] = (await reviewPage(means, state, profile, { limit: 10 }, [], 'ada')).items;
  if (item === undefined) throw new Error('the sheet is empty');
  const why = { ground: 'others-rights', text: null, told: true } as const;
  const on = { item: item.id, version: item.version, system: 'hubspot' };
  const mask = { do: 'mask', ...on, field: 'name', span: null, letter: null, ...why } as const;
  await of.command({ type: 'decide-review', decision: 'one', entries: [mask] });
  await release(rig, caseId, { connectors: [before] });
  const { card } = before.resources;
  if (card === undefined) throw new Error('the system has no cards');
  const name = { ...card.fields['name']!, written: { as: 'html' } as const };
  const after = { ...before, resources: { ...before.resources, card: { ...card, fields: { ...card.fields, name } } } };
  const made: string[] = [];
  const exports = { ...rig.exports, put: async () => void made.push('a package') };
  const assembly = { ...rig.means, ...means, records: rig.casework, exports, connectors: [after] };
  expect(await assembleExport(assembly, { caseId, round: 1 }, start)).toMatchObject({ ok: true });
  expect(made).toEqual([]);
  const now = await rig.state(caseId);
  expect(now.stage).toMatchObject({ kind: 'reviewing', screening: { approvals: [] } });
  expect((await rig.events(caseId)).find(({ type }) => type === 'assembly-stopped')).toMatchObject({ paths: [] });
});

it('A masked name that another record still contains stops the package, and its places are in the log', async () => {
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
  await release(rig, caseId, { connectors });
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
  // Staff see the names of the files until they release the answer again.
  const stoppedOn = async () =>
    (await reviewPage(means, await rig.state(caseId), profile, { limit: 10 }, [], 'ada')).stopped;
  expect(await stoppedOn()).toEqual(['index.html', 'systems/hubspot/card.json', 'systems/hubspot/card.csv']);
  await release(rig, caseId, { connectors });
  expect(await stoppedOn()).toBeUndefined();
});
