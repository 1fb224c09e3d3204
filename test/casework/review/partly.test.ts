// An answer on its last day: the records on which staff have decided are sent, the others are reported as under review,
// and follow as a supplement.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { assembleExport } from '#casework/answer/assemble-export.ts';
import { reviewedNow } from '#casework/review/preview.ts';
import { reviewPage } from '#casework/review/review-page.ts';
import { staffCommand } from '#casework/staff/staff-command.ts';
import { isUnderReview } from '#domain/case/review/under-review.ts';
import { unpack } from '../../answer/unpack.ts';
import { ada } from '../case-steps.ts';
import { contact, start } from '../rig.ts';
import { caseOf, onOneRig, system, textOfAll } from '../searched-case.ts';

onOneRig();

it('One open item delays neither the decided items of its system nor another system', async () => {
  const connectors = [
    system('hubspot', [
      [
        { id: '1', email: contact, name: 'Avgjord anteckning', documents: ['d1'] },
        { id: '2', email: contact, name: 'Okänd granne', documents: ['d2'] },
      ],
    ]),
    system('fortnox', [[{ id: '7', email: contact, name: 'Avgjord faktura' }]]),
  ];
  const of = await caseOf(connectors);
  const { rig, caseId } = of;
  const lastDay = `${(await rig.state(caseId)).common.facts.due}T10:00:00.000Z`;
  await of.searchAll();
  await of.screen();
  const items = async () => {
    const { means, state, profile } = await of.review();
    return (await reviewPage(means, state, profile, { limit: 10 }, [], 'ada')).items;
  };
  const releaseItem = async (record: string) => {
    const item = (await items()).find((one) => one.record === record);
    if (item === undefined) throw new Error('there is no such item');
    const on = { item: item.id, version: item.version, system: item.system };
    await of.command({ type: 'decide-review', decision: randomUUID(), entries: [{ do: 'release', ...on }] });
  };
  /**
   * Releases the answer at this time, and returns the text of the package and what the manifest says of the systems.
   */
  const answer = async (round: number, at: string) => {
    const { means, state, profile } = await of.review();
    if (!isUnderReview(state)) throw new Error('the case is not under review');
    const all = { ...rig.means, ...means, connectors };
    const reviewed = await reviewedNow(rig.casework, all, state, profile, at);
    // If the release is refused, there is no preview to name.
    const hashes = { sheet: reviewed.sheet, preview: reviewed.preview || '0'.repeat(64) };
    const command = { type: 'release', commandId: randomUUID(), expectedSeq: state.common.seq, round, ...hashes };
    const released = await staffCommand(rig.casework, all, caseId, 'erik', { ...command, type: 'release' }, at);
    if (!released.ok) return released;
    const parts: Buffer[] = [];
    const put = async (_case: string, _answer: unknown, content: AsyncIterable<unknown>): Promise<void> => {
      for await (const part of content) parts.push(part as Buffer);
    };
    const assembly = { ...all, records: rig.casework, exports: { ...rig.exports, put } };
    expect(await assembleExport(assembly, { caseId, round }, at)).toMatchObject({ ok: true });
    await rig.command(caseId, { type: 'deliver', round, days: 14 }, { at, by: ada });
    const files = unpack(Buffer.concat(parts));
    const { systems } = JSON.parse(files.get('manifest.json')?.toString() ?? '') as { systems: object[] };
    return { ok: true, text: textOfAll(files), index: files.get('index.html')?.toString() ?? '', systems };
  };

  await releaseItem('1');
  await releaseItem('7');
  expect(await answer(1, start)).toMatchObject({ ok: false, rule: 'items-not-seen' });
  const first = await answer(1, lastDay);
  expect(first).toMatchObject({
    ok: true,
    systems: expect.arrayContaining([
      expect.objectContaining({ id: 'hubspot', outcome: 'pending', reasonCode: 'under-review', records: 1 }),
      expect.objectContaining({ id: 'fortnox', outcome: 'found', records: 1 }),
    ]),
  });
  if (!('text' in first)) throw new Error('the answer was not made');
  for (const given of ['Avgjord anteckning', 'content of d1', 'Avgjord faktura']) expect(first.text).toContain(given);
  for (const left of ['Okänd granne', 'content of d2']) expect(first.text).not.toContain(left);
  expect(first.index).toContain('Andra uppgifter i systemet granskas ännu. De finns inte med här.');
  expect(first.index).toContain('Vi fortsätter och skickar det som saknas som en komplettering.');
  const letter = (await rig.sentFor(caseId)).find(({ letter: kind }) => kind.startsWith('M8'));
  expect(letter?.text).toContain('vi granskar ännu uppgifter');
  expect((await rig.events(caseId)).find(({ type }) => type === 'release-approved')).toMatchObject({
    seen: 2,
    waiting: [{ system: 'hubspot', items: 1 }],
  });

  // The case continues automatically, and earlier decisions stay.
  await of.screen(2);
  expect((await items()).map(({ record, open }) => [record, open])).toEqual([
    ['1', false],
    ['2', true],
  ]);
  await releaseItem('2');
  const second = await answer(2, lastDay);
  expect(second).toMatchObject({
    systems: expect.arrayContaining([
      expect.objectContaining({ id: 'hubspot', outcome: 'found', records: 2 }),
      expect.objectContaining({ id: 'fortnox', deliveredIn: 1, records: 0 }),
    ]),
  });
  expect('text' in second && second.text).toContain('Okänd granne');
  expect((await rig.state(caseId)).stage.kind).toBe('delivered');
});

it.each([
  ['the policy says nothing', {}, 0],
  ['the policy says five days', { partlyDaysBeforeDue: 5 }, 5],
])('An answer may leave open items to the next one from the last day on; if %s', async (_, policy, days) => {
  const connectors = [
    system('hubspot', [
      [
        { id: '1', email: contact, name: 'Avgjord' },
        { id: '2', email: contact },
      ],
    ]),
  ];
  const of = await caseOf(connectors);
  const { rig } = of;
  await of.searchAll();
  await of.screen();
  const { means, state, profile } = await of.review();
  if (!isUnderReview(state)) throw new Error('the case is not under review');
  const { due } = state.common.facts;
  const dayBefore = (before: number) =>
    new Date(Date.parse(`${due}T10:00:00.000Z`) - before * 86_400_000).toISOString();
  const organisation = { ...rig.organisation, policy: { ...rig.organisation.policy, ...policy } };
  const organisationAt = async () => organisation;
  const casework = { ...rig.casework, organisationAt };
  const previewAt = async (at: string) =>
    (await reviewedNow(casework, { ...rig.means, ...means, organisationAt, connectors }, state, profile, at)).preview;
  expect(await previewAt(dayBefore(days + 1))).toBe('');
  expect(await previewAt(dayBefore(days))).not.toBe('');
  expect(await previewAt(dayBefore(0))).not.toBe('');
});
