import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffCommand } from '#api/staff-command.ts';
import { searchAndRecord } from '../search-and-record.ts';
import { sendCode, verifyIdentity } from '#casework/subject/subject-actions.ts';
import { staffCommand } from '#casework/staff/staff-command.ts';
import { hubspot } from '#connectors/hubspot/connector.ts';
import { searchOf } from '#domain/case/state.ts';
import { start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => await rig.close());

it('If only a postal address is proven, no system that could not be searched is reported as holding nothing', async () => {
  const caseId = await rig.openNew();
  const moved: StaffCommand = {
    commandId: randomUUID(),
    expectedSeq: (await rig.state(caseId)).common.seq,
    type: 'move-to-post',
    address: ['N N', 'Gata 1'],
    reason: 'wish',
    registered: true,
  };
  expect(await staffCommand(rig.casework, rig.means, caseId, 'ada', moved, start)).toMatchObject({ ok: true });
  await sendCode(rig.casework, caseId, 'identity', start);
  const challenge = (await rig.state(caseId)).common.challenges.at(-1)?.id ?? '';
  const code = rig.casework.keys.oneTimeCode(caseId, challenge);
  expect(await verifyIdentity(rig.casework, caseId, code, start)).toMatchObject({ ok: true });
  await plan(caseId);
  expect(await search(caseId)).toMatchObject([{ result: 'failed', reason: 'nothing-to-search-by' }]);
});

const answered = 'the system was asked';

const crm = { id: 'hubspot', mode: 'automatic', level: 'contact-point', special: false } as const;

async function plan(caseId: string): Promise<void> {
  await rig.command(caseId, { type: 'plan-search', systems: [crm] });
  await rig.command(caseId, { type: 'approve-search' });
}

/** Searches the system and returns its replies. There is no vendor, so any request throws. */
async function search(caseId: string, wave = 1) {
  const means = {
    records: rig.casework,
    findings: rig.findings,
    organisationAt: rig.casework.organisationAt,
    connector: {
      ...hubspot,
      install: () => {
        throw new Error(answered);
      },
    },
    installation: { settings: {}, secret: {} },
    surroundings: {
      fetch: () => Promise.reject(new Error(answered)),
      sleep: async () => undefined,
      elapsed: () => 0,
      random: () => 0,
      timeLeft: () => 600_000,
    },
  };
  expect(await searchAndRecord(rig, means, { caseId, system: 'hubspot', wave })).toBe('searched');
  return searchOf(await rig.state(caseId))?.systems[0]?.replies;
}

async function staffGive(caseId: string, command: Given<StaffCommand>): Promise<void> {
  const whole = {
    commandId: randomUUID(),
    expectedSeq: (await rig.state(caseId)).common.seq,
    ...command,
  } as StaffCommand;
  expect(await staffCommand(rig.casework, rig.means, caseId, 'ada', whole, start)).toMatchObject({ ok: true });
}
type Given<C> = C extends unknown ? Omit<C, 'commandId' | 'expectedSeq'> : never;

const passport = { document: 'passport', where: 'in-person', checkedOn: start.slice(0, 10) } as const;

describe('An address that was only typed, if staff have proven the person', () => {
  it.each([
    ['by a passport', { type: 'record-identity-check', ...passport }],
    ['by a decision', { type: 'override-proof', reason: 'Känd sedan länge' }],
  ] as const)('%s, is searched for only once it is confirmed, because it may be a stranger’s', async (_, proof) => {
    const caseId = await rig.openNew();
    await staffGive(caseId, proof);
    await plan(caseId);
    expect(await search(caseId)).toMatchObject([{ result: 'failed', reason: 'nothing-to-search-by' }]);
    await staffGive(caseId, { type: 'confirm-contact', how: 'Uppläst för personen' });
    await staffGive(caseId, { type: 'retry-system', system: 'hubspot' });
    await expect(search(caseId)).rejects.toThrow(answered);
  });

  it('is corrected: the address that replaced it is searched for instead, once it is confirmed and proven', async () => {
    const caseId = await rig.openNew();
    await staffGive(caseId, { type: 'record-identity-check', ...passport });
    await plan(caseId);
    await search(caseId);
    await staffGive(caseId, { type: 'change-contact', email: 'asa.b@example.org', oldIsLost: true, why: 'lost' });
    await staffGive(caseId, { type: 'confirm-contact', how: 'Uppläst för personen' });
    await staffGive(caseId, { type: 'record-identity-check', ...passport });
    await staffGive(caseId, { type: 'retry-system', system: 'hubspot' });
    await expect(search(caseId)).rejects.toThrow(answered);
    await expect(search(caseId, 2)).rejects.toThrow(answered);
  });
});
