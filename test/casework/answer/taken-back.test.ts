// If nobody may have an answer any more, its package is erased, and earlier download URLs no longer work.
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffCommand } from '#api/staff-command.ts';
import { commitCommand } from '#casework/commit/commit-command.ts';
import { assembleExport, type AssemblyMeans } from '#casework/answer/assemble-export.ts';
import type { StaffMeans } from '#casework/staff/staff-means.ts';
import { fetchAnswer, sendCode, verifyIdentity } from '#casework/subject/subject-actions.ts';
import { settle } from '#casework/commit/settle.ts';
import { erasuresOwed } from '#domain/case/answer/packages.ts';
import { command } from '#handlers/staff-api/command.ts';
import { withFaults } from '#test/support/memory-stores/faults.ts';
import { release } from '../case-steps.ts';
import { start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => await rig.close());

const first = { round: 1, attempt: 1 } as const;
const code = (caseId: string, challenge: string): string => rig.casework.keys.oneTimeCode(caseId, challenge);
const ada = { id: 'ada', roles: new Set(['case-worker', 'approver', 'dpo'] as const), email: undefined };

async function released(): Promise<string> {
  const caseId = await rig.openNew();
  await sendCode(rig.casework, caseId, 'identity', start);
  await verifyIdentity(rig.casework, caseId, code(caseId, 'identity-1'), start);
  const systems = [{ id: 'hubspot', mode: 'automatic', level: 'contact-point', special: false }] as const;
  await rig.command(caseId, { type: 'plan-search', systems });
  await rig.command(caseId, { type: 'approve-search' });
  const counts = { result: 'nothing-held', records: 0, files: 0, possible: 0, resources: [] } as const;
  await rig.command(caseId, { type: 'answer-search', system: 'hubspot', wave: 1, learned: [], ...counts });
  await rig.command(caseId, { type: 'screen', round: 1, settled: [] });
  await release(rig, caseId);
  return caseId;
}
const means = (exports: AssemblyMeans['exports'] = rig.exports): AssemblyMeans => ({
  records: rig.casework,
  findings: rig.findings,
  sheets: rig.sheets,
  exports,
  organisationAt: () => Promise.resolve(rig.organisation),
  connectors: [],
});
const assemble = async (caseId: string, exports?: AssemblyMeans['exports']) =>
  await assembleExport(means(exports), { caseId, round: 1 }, start);

async function delivered(): Promise<string> {
  const caseId = await released();
  expect(await assemble(caseId)).toMatchObject({ ok: true });
  await rig.command(caseId, { type: 'deliver', round: 1, days: 14 });
  return caseId;
}
/** A download URL, as it was given to somebody who entered the code. */
async function handedOut(caseId: string): Promise<string> {
  await sendCode(rig.casework, caseId, 'download', start);
  const challenge = (await rig.state(caseId)).common.challenges.at(-1)?.id ?? '';
  const fetched = await fetchAnswer(rig.casework, rig.exports, caseId, { code: code(caseId, challenge) }, start);
  if (!fetched.ok) throw new Error(fetched.code);
  expect((await fetch(fetched.url)).status).toBe(200);
  return fetched.url;
}
const breach = (more: { commandId?: string } = {}) =>
  ({
    type: 'record-breach',
    awareAt: start,
    round: 1,
    description: 'Fel person',
    commandId: randomUUID(),
    ...more,
  }) as const;
async function takeBack(caseId: string, body: object = breach(), exports: StaffMeans['exports'] = rig.exports) {
  const { seq } = (await rig.state(caseId)).common;
  const event = {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ expectedSeq: seq, ...body } satisfies Partial<StaffCommand>),
  };
  return await command(rig.alone, { ...rig.means, exports }, ada, caseId, event as never, start);
}

describe('An answer that is withdrawn', () => {
  it('is erased before the response to the command: an earlier download URL no longer works', async () => {
    const caseId = await delivered();
    const url = await handedOut(caseId);
    expect(await takeBack(caseId)).toMatchObject({ statusCode: 200 });
    expect((await fetch(url)).status).toBe(404);
    expect((await rig.events(caseId)).slice(-4).map(({ type }) => type)).toContain('answer-erased');
    expect(erasuresOwed(await rig.state(caseId))).toEqual([]);
  });

  it('and cannot be erased now gets 503, stays owed, and is erased by the same command or by reconcile', async () => {
    for (const again of ['command', 'reconciler'] as const) {
      const caseId = await delivered();
      const url = await handedOut(caseId);
      const body = breach();
      const { exports } = withFaults({ exports: rig.exports }, { call: 'exports.eraseAnswer' });
      const failed = await takeBack(caseId, body, exports);
      expect(failed).toMatchObject({ statusCode: 503, headers: { 'retry-after': '30' } });
      expect(failed.body).toContain('not-erased');
      expect((await rig.state(caseId)).common.deliveries).toMatchObject([{ revoked: true }]);
      expect(erasuresOwed(await rig.state(caseId))).toEqual([{ ...first, erased: false }]);
      expect((await rig.casework.summaries.get(caseId))?.list).toMatch(/open|owing/);
      expect((await fetch(url)).status).toBe(200);
      if (again === 'command') expect(await takeBack(caseId, body)).toMatchObject({ statusCode: 200 });
      else await settle(rig.casework, caseId, start);
      expect((await fetch(url)).status).toBe(404);
      expect(erasuresOwed(await rig.state(caseId))).toEqual([]);
    }
  });
});

describe('A package of a case that ends while it is put together', () => {
  const refuse = { type: 'refuse', scope: 'whole', ground: 'excessive', text: 't' } as const;
  const end = async (caseId: string): Promise<void> => {
    const by = { kind: 'staff', id: 'ada' } as const;
    const ended = await commitCommand(rig.casework, caseId, { commandId: randomUUID(), by, command: refuse }, start);
    expect(ended).toMatchObject({ ok: true, state: { stage: { kind: 'refused' } } });
  };

  it('is erased as soon as it exists', async () => {
    const caseId = await released();
    const made = await assemble(caseId, {
      ...rig.exports,
      async put(...given) {
        await rig.exports.put(...given);
        // The erasure comes too early, because the upload of another process ends after it.
        await end(caseId);
        await rig.exports.put(caseId, first, Readable.from([Buffer.from('again')]));
      },
    });
    expect(made).toMatchObject({ ok: false, code: 'case-ended' });
    expect((await fetch(await rig.exports.address(caseId, first, 60))).status).toBe(404);
  });

  it('is erased by the repeated step if a process died with it', async () => {
    const caseId = await released();
    await rig.command(caseId, { type: 'start-assembly', round: 1 });
    await end(caseId);
    await rig.exports.put(caseId, first, Readable.from([Buffer.from('left behind')]));
    expect(await assemble(caseId)).toMatchObject({ ok: false });
    expect((await fetch(await rig.exports.address(caseId, first, 60))).status).toBe(404);
  });

  it('that was ready is erased after the refusal of the whole request, and kept for a withdrawal that can be cancelled', async () => {
    const [gone, kept] = [await released(), await released()];
    for (const caseId of [gone, kept]) await assemble(caseId);
    await end(gone);
    await rig.command(kept, { type: 'end', ending: 'withdrawn', text: null });
    expect((await fetch(await rig.exports.address(gone, first, 60))).status).toBe(404);
    expect((await fetch(await rig.exports.address(kept, first, 60))).status).toBe(200);
  });
});
