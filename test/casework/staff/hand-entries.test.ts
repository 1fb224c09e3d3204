// A search by hand in several parts: entries are stored as they are found, and staff say when the search is finished.
import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handEntriesSchema } from '#api/hand-entries.ts';
import type { StaffCommand } from '#api/staff-command.ts';
import { staffCommand } from '#casework/staff/staff-command.ts';
import { addEntry, entries, takeEntryBack } from '#handlers/staff-api/hand-entries.ts';
import { handFile } from '#handlers/staff-api/hand-file.ts';
import type { Member } from '#handlers/staff/member.ts';
import { readViews } from '#domain/review/views.ts';
import { approveSearch, planned, proveByCode, releasedFiles } from '../case-steps.ts';
import { start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => {
  await rig.close();
});

const binder = 'butiksarkiv';
const member = (id: string, role: 'case-worker' | 'auditor' = 'case-worker'): Member => ({
  id,
  roles: new Set([role]),
  email: undefined,
});
const [ada, erik] = [member('ada'), member('erik')];
const eventOf = (body: object) =>
  ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }) as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;

async function waiting() {
  const caseId = await rig.openNew();
  await proveByCode(rig, caseId);
  await approveSearch(rig, caseId, [{ ...planned(binder), mode: 'manual' }]);
  const of = { id: caseId, system: binder };
  const { findings, views, anchors, reservedViews } = rig;
  const stores = { findings, views, anchors, reservedViews };
  const list = async (by = erik, at = rig.casework) => {
    const { statusCode, body = '' } = await entries(at, stores, by, of, start);
    expect(statusCode).toBe(200);
    return handEntriesSchema.parse(JSON.parse(body));
  };
  return {
    caseId,
    list,
    add: async (body: object, by = ada, at = rig.casework) =>
      (await addEntry(at, rig.findings, by, of, eventOf({ entry: randomUUID(), ...body }), start)).statusCode,
    takeBack: async (entry: string, by = ada) =>
      (await takeEntryBack(rig.casework, rig.findings, by, { ...of, entry }, start)).statusCode,
    /** Says that the search is finished, with the entries that `erik` has read. */
    finish: async (more: object = {}) => {
      const kept = (await list()).entries.map(({ entry }) => entry);
      const expectedSeq = (await rig.state(caseId)).common.seq;
      const command = { commandId: randomUUID(), expectedSeq, type: 'record-manual-result', system: binder };
      const whole = { ...command, outcome: 'found', ...(kept.length === 0 ? {} : { kept }), ...more };
      return await staffCommand(rig.casework, rig.means, caseId, 'erik', whole as unknown as StaffCommand, start);
    },
    answer: async () => {
      await rig.command(caseId, { type: 'screen', round: 1, settled: [] });
      const files = await releasedFiles(rig, caseId, 1, []);
      return [...files.values()].map((file) => Buffer.from(file).toString()).join('\n');
    },
  };
}

describe('A search by hand', () => {
  it('keeps what each of two people finds until one of them says that it is finished, and the answer has all of it', async () => {
    const { add, list, finish, answer, caseId } = await waiting();
    const before = (await rig.state(caseId)).common.seq;
    expect(await add({ heading: 'Pärm 3', text: 'Trasig paddel' })).toBe(201);
    expect(await add({ heading: 'Pärm 4', text: 'Medlem sedan 2019' }, erik)).toBe(201);
    const { entries: all, finished } = await list();
    expect(finished).toBe(false);
    const told = all.map(({ heading, text, by, at }) => ({ heading, text, by, at }));
    expect(told.toSorted((a, b) => (a.heading < b.heading ? -1 : 1))).toEqual([
      { heading: 'Pärm 3', text: 'Trasig paddel', by: 'ada', at: start },
      { heading: 'Pärm 4', text: 'Medlem sedan 2019', by: 'erik', at: start },
    ]);
    // Nothing of it is in the log before the search is finished, and then only how much there is.
    expect((await rig.state(caseId)).common.seq).toBe(before);
    expect(await finish()).toMatchObject({ ok: true });
    expect((await list()).finished).toBe(true);
    const log = (await rig.casework.log.read(caseId)).join();
    expect(log).not.toMatch(/Pärm|paddel|Medlem/);
    expect(log).toContain('"records":2');
    const text = await answer();
    for (const there of ['Trasig paddel', 'Medlem sedan 2019']) expect(text).toContain(there);
  });

  it('stores an entry once, however often it is sent, and erases one that is withdrawn', async () => {
    const { add, list, takeBack, finish, answer } = await waiting();
    const entry = randomUUID();
    const one = { entry, heading: 'Pärm 3', text: 'Trasig paddel' };
    expect([await add(one), await add(one)]).toEqual([201, 201]);
    expect(await add({ ...one, text: 'another' })).toBe(400);
    expect(await add(one, erik)).toBe(400);
    expect((await list()).entries).toHaveLength(1);
    expect([await takeBack(entry, erik), await takeBack(entry), await takeBack('x')]).toEqual([200, 404, 404]);
    // The id of an entry that was taken back cannot bring it back.
    expect(await add(one)).toBe(400);
    expect((await list()).entries).toEqual([]);
    expect(await finish({ outcome: 'nothing-held' })).toMatchObject({ ok: true });
    expect((await list()).finished).toBe(true);
    expect(await answer()).not.toContain('paddel');
  });

  it('is not finished on a list that has changed, or with another result while entries are stored', async () => {
    const { add, finish, caseId } = await waiting();
    await add({ heading: 'Pärm 3', text: 'Trasig paddel' });
    const [{ entry } = { entry: '' }] = await rig.findings.hand.list(caseId, binder);
    await add({ heading: 'Pärm 4', text: 'Ny' }, erik);
    expect(await finish({ kept: [entry] })).toMatchObject({ ok: false, rule: 'entries-changed' });
    expect(await finish({ kept: [entry, randomUUID()] })).toMatchObject({ ok: false, rule: 'entries-changed' });
    for (const outcome of ['nothing-held', 'undisclosable', 'found'] as const)
      expect(await finish({ outcome, kept: undefined })).toMatchObject({ ok: false, rule: 'entries-are-kept' });
    expect(await finish({ outcome: 'nothing-held' })).toMatchObject({ ok: false, rule: 'entries-with-found' });
    expect(await finish()).toMatchObject({ ok: true });
  });

  it('can be continued after it was finished, until the answer contains it', async () => {
    const { add, list, finish, takeBack, answer, caseId } = await waiting();
    await add({ heading: 'Pärm 3', text: 'Trasig paddel' });
    await finish();
    expect(await add({ heading: 'Pärm 4', text: 'Medlem sedan 2019' })).toBe(201);
    const { entries: all, finished } = await list();
    expect([all.length, finished]).toEqual([2, false]);
    await takeBack(all.find(({ heading }) => heading === 'Pärm 3')!.entry);
    expect(await finish()).toMatchObject({ ok: true });
    const text = await answer();
    expect(text).toContain('Medlem sedan 2019');
    expect(text).not.toContain('paddel');
    expect((await rig.casework.log.read(caseId)).join()).not.toMatch(/Pärm/);
  });

  it('takes entries with files, which must be stored, and refuses what has neither text nor file', async () => {
    const { add, caseId, finish, answer } = await waiting();
    const pdf = Buffer.from('%PDF-1.7\n content');
    const at = { id: caseId, system: binder };
    const { body = '' } = await handFile(
      rig.casework,
      rig.findings,
      ada,
      at,
      eventOf({ base64: pdf.toString('base64') }),
    );
    const { file } = JSON.parse(body) as { file: string };
    expect(await add({ heading: 'Pärm 3', files: [{ file, title: 'Reklamation' }] })).toBe(201);
    expect(await add({ heading: 'Pärm 3', files: [{ file: 'a'.repeat(64), title: 'Reklamation' }] })).toBe(400);
    expect(await add({ heading: 'Pärm 3' })).toBe(400);
    const many = Array.from({ length: 20 }, () => ({ file, title: 'Reklamation' }));
    expect(await add({ heading: 'Pärm 4', files: many })).toBe(400);
    expect(await finish()).toMatchObject({ ok: true });
    expect(await answer()).toContain('Reklamation');
  });

  it('is for those who may search the system, and a look is logged without what or how much was found', async () => {
    const { add, list, caseId } = await waiting();
    expect(await add({ heading: 'Pärm 3', text: 'Trasig paddel' }, member('x', 'auditor'))).toBe(403);
    const { organisation } = rig;
    const designated = {
      ...organisation,
      systems: organisation.systems.map((one) =>
        one.id === binder && one.kind === 'manual' ? { ...one, handlers: ['cecilia'] } : one,
      ),
    };
    const only = { ...rig.casework, organisation: designated, organisationAt: async () => designated };
    expect(await add({ heading: 'Pärm 3', text: 'Trasig paddel' }, ada, only)).toBe(403);
    const cecilia = member('cecilia');
    expect(await add({ heading: 'Pärm 3', text: 'Trasig paddel' }, cecilia, only)).toBe(201);
    await list(cecilia, only);
    expect(await rig.views.read(caseId)).toEqual([]);
    const looks = readViews(await rig.reservedViews(binder).read(caseId));
    expect(looks).toMatchObject([{ by: 'cecilia', seen: { kind: 'hand-entries', system: binder } }]);
    await list();
    expect(await add({ heading: 'Pärm 4', text: 'Trasig paddel' })).toBe(201);
    await list();
    const seen = readViews(await rig.views.read(caseId)).map(({ by, seen: one }) => ({ by, seen: one }));
    expect(seen).toEqual([0, 1].map(() => ({ by: 'erik', seen: { kind: 'hand-entries', system: binder } })));
  });

  it('leaves nothing behind when the material of the case is erased', async () => {
    const { add, caseId } = await waiting();
    await add({ heading: 'Pärm 3', text: 'Trasig paddel' });
    await rig.findings.erase(caseId);
    expect(await rig.findings.hand.list(caseId, binder)).toEqual([]);
  });
});
