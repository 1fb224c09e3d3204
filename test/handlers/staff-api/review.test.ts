// What the routes of the review record before they show something.
import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { expect, it } from 'vitest';
import { reviewItemSchema, reviewPageSchema, reviewPreviewSchema } from '#api/review.ts';
import { readViews } from '#domain/review/views.ts';
import type { Member } from '#handlers/staff-api/member.ts';
import { decide, item, preview, sheet } from '#handlers/staff-api/review.ts';
import { StoreFailed, withFaults } from '#test/support/memory-stores/faults.ts';
import { contact, start } from '../../casework/rig.ts';
import { caseOf, onOneRig, system } from '../../casework/searched-case.ts';

onOneRig();
const maja: Member = { id: 'maja', roles: new Set(['approver']), email: undefined };

it('A page of the preview has the values of the answer, so it is shown only after the look is recorded', async () => {
  const connectors = [system('hubspot', [[{ id: '1', email: contact, name: 'Grannen Gustav ringde' }]])];
  const of = await caseOf(connectors);
  await of.searchAll();
  await of.screen();
  const { rig, caseId } = of;
  const stores = {
    ...(await of.review()).means,
    connectors,
    findings: rig.findings,
    views: rig.views,
    anchors: rig.anchors,
  };
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
  const of = await caseOf(connectors);
  await of.searchAll();
  await of.screen();
  const { rig, caseId } = of;
  const stores = {
    ...(await of.review()).means,
    connectors,
    findings: rig.findings,
    views: rig.views,
    anchors: rig.anchors,
  };
  const asked = (body?: object) =>
    ({
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }) as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
  const read = async () =>
    reviewPageSchema.parse(JSON.parse((await sheet(rig.casework, stores, maja, caseId, asked(), start)).body ?? ''))
      .items[0];
  const shown = await read();
  if (shown === undefined) throw new Error('the sheet is empty');
  expect([shown.seen, (await read())?.seen]).toEqual([false, false]);
  const release = async () => {
    const decisions = [{ item: shown.id, version: shown.version, do: 'release' }];
    return await decide(rig.casework, stores, maja, caseId, asked({ commandId: randomUUID(), decisions }), start);
  };
  expect(JSON.parse((await release()).body ?? '')).toMatchObject({ status: 409, rule: 'item-not-seen' });
  const whole = reviewItemSchema.parse(
    JSON.parse((await item(rig.casework, stores, maja, caseId, shown.id, start)).body ?? ''),
  );
  expect(whole.fields.find(({ name }) => name === 'name')?.value).toMatch(/Granne\.$/);
  expect((await read())?.seen).toBe(true);
  expect((await release()).statusCode).toBe(200);
  expect(readViews(await rig.views.read(caseId)).map(({ seen }) => seen)).toEqual([
    { kind: 'sheet-page', items: [{ item: shown.id, version: shown.version, cut: true }] },
    { kind: 'sheet-page', items: [{ item: shown.id, version: shown.version }] },
  ]);
});
