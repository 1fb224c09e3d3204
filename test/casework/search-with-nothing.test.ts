import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffCommand } from '#api/staff-command.ts';
import { searchSystem } from '#casework/search-system.ts';
import { sendCode, verifyIdentity } from '#casework/subject-actions.ts';
import { staffCommand } from '#casework/staff-command.ts';
import { hubspot } from '#connectors/hubspot/connector.ts';
import { asWorking } from '#domain/case/state.ts';
import { start, startRig, type Rig } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => await rig.close());

it('A person of whom only a postal address is proven: no system is said to hold nothing that could not be searched', async () => {
  const caseId = await rig.openNew();
  const moved: StaffCommand = {
    commandId: randomUUID(),
    expectedSeq: (await rig.state(caseId)).seq,
    type: 'move-to-post',
    address: ['N N', 'Gata 1'],
    reason: 'bounced',
    registered: false,
  };
  expect(await staffCommand(rig.casework, rig.findings, caseId, 'ada', moved, start)).toMatchObject({ ok: true });
  await sendCode(rig.casework, caseId, 'identity', start);
  const challenge = (await rig.state(caseId)).challenges.at(-1)?.id ?? '';
  const code = rig.casework.keys.oneTimeCode(caseId, challenge);
  expect(await verifyIdentity(rig.casework, caseId, code, start)).toMatchObject({ ok: true });
  const crm = { id: 'hubspot', mode: 'automatic', level: 'contact-point', special: false } as const;
  await rig.command(caseId, { type: 'plan-search', systems: [crm] });
  await rig.command(caseId, { type: 'approve-search' });
  const means = {
    records: rig.casework,
    findings: rig.findings,
    organisationAt: rig.casework.organisationAt,
    connector: {
      ...hubspot,
      install: () => {
        throw new Error('the system was asked');
      },
    },
    installation: { settings: {}, secret: {} },
    surroundings: {
      fetch: () => Promise.reject(new Error('the system was asked')),
      sleep: async () => undefined,
      elapsed: () => 0,
      random: () => 0,
      timeLeft: () => 600_000,
    },
  };
  expect(await searchSystem(means, { caseId, system: 'hubspot', wave: 1, at: start })).toEqual({ done: true });
  expect(asWorking(await rig.state(caseId))?.systems[0]?.replies).toMatchObject([
    { result: 'failed', reason: 'nothing-to-search-by' },
  ]);
});
