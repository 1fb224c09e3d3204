// What the handlers of a reserved system answered, as a sheet of their own.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffCommand } from '#api/staff-command.ts';
import { decideOnReview } from '#casework/review/decide-review.ts';
import { sheetPage } from '#casework/review/sheet-page.ts';
import { resourcesOf } from '#casework/search/resources-of.ts';
import { keepWords } from '#casework/profile/keep-words.ts';
import { readCommit } from '#domain/case/log/commit.ts';
import { staffCommand } from '#casework/staff/staff-command.ts';
import { verifyAudit } from '#domain/case/log/audit.ts';
import { readViews } from '#domain/review/views.ts';
import type { Member } from '#handlers/staff/member.ts';
import { reservedResult, reservedViews } from '#handlers/staff-api/reserved-result.ts';
import { StoreFailed, withFaults } from '#test/support/memory-stores/faults.ts';
import { ada, approveSearch, planned, proveByCode, releasedFiles } from '../case-steps.ts';
import { start, startRig, type Rig } from '../rig.ts';
import { textOfAll } from '../searched-case.ts';

let rig: Rig;
let reserved: Rig['organisation'];
beforeAll(async () => {
  rig = await startRig();
  const systems = rig.organisation.systems.map((one) =>
    one.id === system && one.kind === 'manual' ? { ...one, handlers: ['cecilia'] } : one,
  );
  reserved = { ...rig.organisation, systems };
});
afterAll(async () => await rig.close());

/** The events that count what an answer contains and leaves out. */
const afterReview: ReadonlySet<string> = new Set(['screened', 'release-approved', 'assembled']);
const system = 'butiksarkiv';
const member = (id: string, ...roles: ('case-worker' | 'approver' | 'auditor' | 'dpo')[]): Member => ({
  id,
  roles: new Set(roles),
  email: undefined,
});
const cecilia = member('cecilia', 'case-worker');
const dpo = member('doris', 'dpo');
const bo = member('bo', 'case-worker', 'approver', 'auditor');
const found = { outcome: 'found', entries: [{ heading: 'Anmälan', text: 'Åsa anmälde en brist.' }] };

async function answered(result: object) {
  const caseId = await rig.openNew();
  const work = { ...rig.casework, organisation: reserved, organisationAt: async () => reserved };
  await proveByCode(rig, caseId);
  await approveSearch(rig, caseId, [planned(system, 'manual'), planned('hubspot', 'manual')]);
  const { seq } = (await rig.state(caseId)).common;
  const command = { commandId: randomUUID(), expectedSeq: seq, type: 'record-manual-result', system, ...result };
  const means = { ...rig.means, organisationAt: work.organisationAt };
  expect(await staffCommand(work, means, caseId, 'cecilia', command as StaffCommand, start)).toMatchObject({
    ok: true,
  });
  const stores = { findings: rig.findings, anchors: rig.anchors, reservedViews: rig.reservedViews };
  const ask = async (by: Member, of = system, from = stores) => {
    const { statusCode, body = '' } = await reservedResult(work, from, by, { id: caseId, system: of }, start);
    return { statusCode, body: JSON.parse(body) as unknown };
  };
  const views = async (by: Member) => await reservedViews(work, stores, by, { id: caseId, system }, start);
  return { caseId, work, means, stores, ask, views };
}

describe('What the handlers of a reserved system answered', () => {
  it('is shown to them and to the data protection officer, and to nobody else', async () => {
    const { ask } = await answered({ ...found, law: 'visselblasarlagen-9-1' });
    const shown = {
      result: 'found',
      ground: null,
      law: 'visselblasarlagen-9-1',
      entries: [{ heading: 'Anmälan', text: 'Åsa anmälde en brist.', files: [] }],
    };
    for (const by of [cecilia, dpo]) expect(await ask(by)).toEqual({ statusCode: 200, body: shown });
    expect(await ask(bo)).toMatchObject({ statusCode: 403, body: { rule: 'only-designated-handlers' } });
  });

  it('is refused to others in the same words, whether they found something or not', async () => {
    const [some, none] = [await answered(found), await answered({ outcome: 'nothing-held' })];
    expect(await some.ask(bo)).toEqual(await none.ask(bo));
    expect(await some.views(bo)).toEqual(await none.views(bo));
  });

  it('is not there for a system that is not reserved', async () => {
    const { ask } = await answered(found);
    expect(await ask(cecilia, 'hubspot')).toMatchObject({ statusCode: 404 });
  });

  it('is shown only after the look is recorded, in a chain that only they can read', async () => {
    const { caseId, stores, ask, views } = await answered(found);
    const failing = { ...stores, reservedViews: () => withFaults(rig, { call: 'views.append' }).views };
    await expect(ask(cecilia, system, failing)).rejects.toThrow(StoreFailed);
    await ask(cecilia);
    await ask(dpo);
    // The chain of the case does not have these looks.
    expect(await rig.views.read(caseId)).toEqual([]);
    expect(readViews(await rig.reservedViews(system).read(caseId))).toMatchObject([
      { by: 'cecilia', seen: { kind: 'reserved-result', system } },
      { by: 'doris', seen: { kind: 'reserved-result', system } },
    ]);
    expect((await views(bo)).statusCode).toBe(403);
    const { body = '' } = await views(cecilia);
    expect(await verifyAudit(body)).toMatchObject({ ok: true });
    expect(body).not.toContain('anmälde');
  });

  it('is masked where others mask a value everywhere, and the log does not say that it stood there', async () => {
    const entries = [{ heading: 'Anmälan', text: 'Åsa och grannen Gustav anmälde en brist.' }];
    const { caseId } = await answered({ outcome: 'found', entries });
    const nothing = { sealed: 'sealed-2', result: 'nothing-held', records: 0, files: 0, possible: 0 } as const;
    await rig.command(caseId, { type: 'record-manual-result', system: 'hubspot', ...nothing }, { by: ada });
    await rig.command(caseId, { type: 'screen', round: 1, settled: [] });
    const text = await keepWords(rig.casework, caseId, 'Gustav', 'staff');
    const limit = { ground: 'others-rights', text: null, told: true, letter: null } as const;
    const mask = { do: 'mask-alike', alike: { all: 'value', text }, ...limit } as const;
    await rig.command(caseId, { type: 'decide-review', decision: randomUUID(), entries: [mask] }, { by: ada });
    const files = textOfAll(await releasedFiles(rig, caseId, 1, []));
    expect(files).toContain('Åsa och grannen [annan person] anmälde en brist.');
    expect(files).not.toContain('Gustav');
    const log = await rig.casework.log.read(caseId);
    const told = log.flatMap((commit) => readCommit(commit).events).filter(({ type }) => afterReview.has(type));
    expect(told).toHaveLength(3);
    // The pages of a package without data: the index, three of the information, and the manifest. Its size would tell.
    expect(told).toMatchObject([{}, {}, { type: 'assembled', entries: 5, bytes: 0 }]);
    expect(JSON.stringify(told)).not.toMatch(/"(?:count|records|files)":[1-9]/);
  });

  it.each([
    ['text', { heading: 'Anmälan', text: 'Åsa och Hemligman anmälde en brist.' }],
    ['heading', { heading: 'Anmälan av Hemligman', text: 'En brist.' }],
  ])('does not stop the answer if its %s has a value that a mask elsewhere keeps out', async (_, entry) => {
    const { caseId, work, means } = await answered({ outcome: 'found', entries: [entry] });
    const { seq } = (await rig.state(caseId)).common;
    const entries = [{ heading: 'Samtal', text: 'Hemligman ringde.' }];
    const body = { expectedSeq: seq, type: 'record-manual-result', system: 'hubspot', outcome: 'found', entries };
    const command = { commandId: randomUUID(), ...body } as StaffCommand;
    expect(await staffCommand(work, means, caseId, 'bo', command, start)).toMatchObject({ ok: true });
    await rig.command(caseId, { type: 'screen', round: 1, settled: [] });
    const profile = await rig.casework.profiles.get(caseId);
    if (profile === undefined) throw new Error('the case has no profile');
    const { items } = await sheetPage({ ...means, resources: resourcesOf([]) }, await rig.state(caseId), profile, {});
    const [one] = items;
    if (one === undefined) throw new Error('the sheet has no item');
    const on = { item: one.id, version: one.version, system: 'hubspot', field: 'text', span: { from: 0, to: 9 } };
    const mask = { do: 'mask', ...on, letter: null, ground: 'others-rights', text: null, told: true } as const;
    await rig.command(caseId, { type: 'decide-review', decision: randomUUID(), entries: [mask] }, { by: ada });
    const files = textOfAll(await releasedFiles(rig, caseId, 1, []));
    expect(files).toContain('[annan person] ringde.');
    expect(files).toContain('Hemligman');
    const log = await rig.casework.log.read(caseId);
    const types = log.flatMap((commit) => readCommit(commit).events).map(({ type }) => type);
    expect(types).toContain('assembled');
    expect(types).not.toContain('assembly-stopped');
  });

  it('is not masked or withheld by a decision of others on the system', async () => {
    const { caseId, work, means } = await answered(found);
    const nothing = { sealed: 'sealed-2', result: 'nothing-held', records: 0, files: 0, possible: 0 } as const;
    await rig.command(caseId, { type: 'record-manual-result', system: 'hubspot', ...nothing }, { by: ada });
    await rig.command(caseId, { type: 'screen', round: 1, settled: [] });
    const decide = async (alike: { system: string }) => {
      const request = { commandId: randomUUID(), decisions: [{ alike, do: 'withhold' as const }] };
      return await decideOnReview(work, { ...means, views: rig.views }, caseId, 'bo', request, start);
    };
    expect(await decide({ system })).toMatchObject({ ok: false, rule: 'decision-does-not-fit' });
    expect(await decide({ system: 'hubspot' })).toMatchObject({ ok: true });
  });

  it('is forgotten with the views of the case', async () => {
    const { caseId, ask } = await answered(found);
    await ask(cecilia);
    // The number that is reported tells nothing of the other chain.
    expect(await rig.views.erase(caseId)).toBe(0);
    expect(await rig.reservedViews(system).read(caseId)).toEqual([]);
  });
});
