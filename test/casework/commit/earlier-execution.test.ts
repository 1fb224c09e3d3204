import { afterAll, beforeAll, expect, it } from 'vitest';
import { reconcile } from '#casework/commit/reconcile.ts';
import { start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => await rig.close());

it('An execution of an earlier version is stopped, and a new one waits in its place', async () => {
  const { workflow } = rig.casework;
  const casework = { ...rig.alone, workflow: { ...workflow, start: rig.startEarlier } };
  const opened = await rig.open('earlier', { with: casework });
  if (!opened.ok) throw new Error(opened.code);
  const { caseId } = opened;
  const token = await rig.token(caseId);
  expect(await rig.executionStatus(caseId, 1)).toBe('RUNNING');
  expect((await rig.state(caseId)).common.executions).toBe(1);

  rig.waiting.delete(caseId);
  await reconcile(rig.alone, rig.hash, start);
  expect(await rig.executionStatus(caseId, 1)).toBe('ABORTED');
  expect((await rig.state(caseId)).common.executions).toBe(2);
  expect(await rig.executionStatus(caseId, 2)).toBe('RUNNING');
  expect(await rig.token(caseId)).not.toBe(token);
  expect(await workflow.isRunning(caseId, 2)).toBe(true);

  // An execution of this version continues, however often `reconcile` runs.
  await reconcile(rig.alone, rig.hash, start);
  expect((await rig.state(caseId)).common.executions).toBe(2);
  expect(await rig.executionStatus(caseId, 2)).toBe('RUNNING');
});
