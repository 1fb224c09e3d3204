// What the routes of the review record before they show something.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { reviewItemSchema, reviewPreviewSchema } from '#api/review.ts';
import { readViews } from '#domain/review/views.ts';
import { decide, item, preview } from '#handlers/staff-api/review.ts';
import { StoreFailed, withFaults } from '#test/support/memory-stores/faults.ts';
import { contact, start } from '../../casework/rig.ts';
import { askedWith, maja, screenedCase } from '../../casework/screened-case.ts';
import { onOneRig, system } from '../../casework/searched-case.ts';

onOneRig();

it('A page of the preview has the values of the answer, so it is shown only after the look is recorded', async () => {
  const connectors = [system('hubspot', [[{ id: '1', email: contact, name: 'Grannen Gustav ringde' }]])];
  const { rig, caseId, stores } = await screenedCase(connectors);
  const listed = await preview(rig.casework, stores, maja, caseId, undefined, start);
  const { preview: hash } = reviewPreviewSchema.parse(JSON.parse(listed.body ?? ''));
  expect(await rig.views.read(caseId)).toEqual([]);
  const { views } = withFaults(rig, { call: 'views.append' });
  await expect(preview(rig.casework, { ...stores, views }, maja, caseId, 'index.html', start)).rejects.toThrow(
    StoreFailed,
  );
  const { body } = await preview(rig.casework, stores, maja, caseId, 'index.html', start);
  expect(body).toContain('Grannen Gustav ringde');
  expect(readViews(await rig.views.read(caseId))).toMatchObject([
    { by: 'maja', seen: { kind: 'preview-page', preview: hash, path: 'index.html' } },
  ]);
});

it('A record of which a page had only the beginning counts as seen after all of it was shown', async () => {
  const connectors = [
    system('hubspot', [[{ id: '1', email: contact, name: `${'Lång text. '.repeat(2_500)}Granne.` }]]),
  ];
  const { rig, caseId, stores, first } = await screenedCase(connectors);
  const shown = await first();
  expect([shown.seen, (await first()).seen]).toEqual([false, false]);
  const release = async () => {
    const decisions = [{ item: shown.id, version: shown.version, do: 'release' }];
    return await decide(
      rig.casework,
      stores,
      maja,
      caseId,
      askedWith({ body: { commandId: randomUUID(), decisions } }),
      start,
    );
  };
  expect(JSON.parse((await release()).body ?? '')).toMatchObject({ status: 409, rule: 'item-not-seen' });
  const whole = reviewItemSchema.parse(
    JSON.parse((await item(rig.casework, stores, maja, caseId, shown.id, askedWith({}), start)).body ?? ''),
  );
  expect(whole.fields.find(({ name }) => name === 'name')?.value).toMatch(/Granne\.$/);
  expect((await first()).seen).toBe(true);
  expect((await release()).statusCode).toBe(200);
  expect(readViews(await rig.views.read(caseId)).map(({ seen }) => seen)).toEqual([
    { kind: 'sheet-page', items: [{ item: shown.id, version: shown.version, cut: true }] },
    { kind: 'sheet-page', items: [{ item: shown.id, version: shown.version }] },
  ]);
});

it('A value that is too long for one response counts as seen after all its pieces were shown, in any order', async () => {
  const name = `${'å'.repeat(2_000_000)} Granne Gustav.`;
  const { rig, caseId, stores, first } = await screenedCase([system('hubspot', [[{ id: '1', email: contact, name }]])]);
  const { id, version } = await first();
  const read = async (query: object) => {
    const { body = '' } = await item(rig.casework, stores, maja, caseId, id, askedWith({ query }), start);
    return reviewItemSchema.parse(JSON.parse(body));
  };
  const release = async () => {
    const decisions = [{ item: id, version, do: 'release' }];
    const body = { commandId: randomUUID(), decisions };
    return (await decide(rig.casework, stores, maja, caseId, askedWith({ body }), start)).statusCode;
  };
  const whole = await read({});
  const field = whole.fields.findIndex((one) => one.name === 'name');
  const length = whole.fields[field]!.value.length;
  expect([whole.seen, whole.fields[field]?.cut, length < name.length]).toEqual([false, true, true]);
  expect(await release()).toBe(409);
  // The last piece is not enough: the middle was not shown.
  expect(await read({ field: String(field), from: String(name.length - 10) })).toMatchObject({ seen: false });
  let text = whole.fields[field]!.value;
  let seen = false;
  while (text.length < name.length) {
    expect([seen, await release()]).toEqual([false, 409]);
    const piece = await read({ field: String(field), from: String(text.length) });
    text += piece.fields[field]!.value;
    ({ seen } = piece);
  }
  expect([seen, text === name]).toEqual([true, true]);
  expect(await release()).toBe(200);
});
