// What the routes of the review record before they show something.
import { expect, it } from 'vitest';
import { reviewPreviewSchema } from '#api/review.ts';
import { readViews } from '#domain/review/views.ts';
import type { Member } from '#handlers/staff-api/member.ts';
import { preview } from '#handlers/staff-api/review.ts';
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
