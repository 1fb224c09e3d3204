// A case with data that the law forbids to mention looks, for everybody else, like the case without these data.
import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffCommand } from '#api/staff-command.ts';
import { assembleExport } from '#casework/answer/assemble-export.ts';
import { anchorHead } from '#casework/commit/anchor-head.ts';
import { previewOf, reviewedNow } from '#casework/review/preview.ts';
import { sheetPage } from '#casework/review/sheet-page.ts';
import { readerOf } from '#casework/staff/case-access.ts';
import { caseView } from '#casework/staff/case-view.ts';
import { staffCommand } from '#casework/staff/staff-command.ts';
import { subjectStatus } from '#casework/subject/subject-actions.ts';
import { takeStep } from '#casework/workflow/take-step.ts';
import { headLine } from '#domain/case/log/audit.ts';
import { fold } from '#domain/case/log/commit.ts';
import { isUnderReview } from '#domain/case/review/under-review.ts';
import { silentLawSchema } from '#domain/case/vocabulary.ts';
import { auditViews } from '#handlers/staff-api/audit-views.ts';
import { sheet } from '#handlers/staff-api/review.ts';
import type { Member } from '#handlers/staff/member.ts';
import { textOfAll } from '#test/casework/searched-case.ts';
import { unpack } from '../../answer/unpack.ts';
import { searching } from '../search-and-record.ts';
import { approveSearch, planned, proveByCode } from '../case-steps.ts';
import { start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
let designated: Rig['organisation'];
beforeAll(async () => {
  rig = await startRig();
  const systems = rig.organisation.systems.map((one) =>
    one.id === 'butiksarkiv' && one.kind === 'manual' ? { ...one, handlers: ['cecilia'] } : one,
  );
  designated = { ...rig.organisation, systems };
});
afterAll(async () => await rig.close());

const bo: Member = { id: 'bo', roles: new Set(['case-worker', 'approver', 'auditor']), email: undefined };
const cecilia = { kind: 'staff', id: 'cecilia' } as const;
const entry = { heading: 'Reklamation', text: 'Åsa ringde om en vara.' };
const request = { headers: {} } as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;

/**
 * Hides what differs between any two cases: references, ids, hashes, signatures and keys. The packed size of a package
 * depends on how its reference compresses.
 */
function alike(text: string, caseId: string): string {
  return text
    .replaceAll(caseId, 'CASE')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/\b(?:[0-9a-f]{16}){1,4}\b/g, 'HASH')
    .replaceAll(/key=[\w-]+/g, 'KEY')
    .replaceAll(/("packed": \{\s+"bytes": |"bytes":)\d+/g, '$1N');
}

/**
 * Everything that a person who is not designated for the system can read of a whole case with this result. `level`: the
 * proof of identity that the system needs; the person has proved a contact point.
 */
async function whole(
  result: object,
  level: 'contact-point' | 'strong' = 'contact-point',
): Promise<Readonly<Record<string, string>>> {
  const caseId = await rig.openNew();
  const work = { ...rig.casework, organisation: designated, organisationAt: async () => designated };
  const means = { ...rig.means, organisationAt: work.organisationAt };
  const stores = { ...means, views: rig.views, anchors: rig.anchors };
  const give = async (member: string, command: object) => {
    const { seq } = (await rig.state(caseId)).common;
    const full = { commandId: randomUUID(), expectedSeq: seq, ...command } as StaffCommand;
    const given = await staffCommand(work, means, caseId, member, full, start);
    expect(given).toMatchObject({ ok: true });
  };
  const seen: Record<string, string> = {};
  const look = async (when: string) => {
    const state = await rig.state(caseId);
    const profile = await rig.casework.profiles.get(caseId);
    const reader = await readerOf(work, designated, state.common, bo);
    const view = caseView(state, await rig.casework.log.read(caseId), profile, designated, start, {
      ...reader,
      resources: means.resources,
      others: [],
    });
    seen[`case view ${when}`] = JSON.stringify(view);
    seen[`status ${when}`] = JSON.stringify(subjectStatus(state, [], start));
    seen[`queue ${when}`] = JSON.stringify({ ...(await rig.casework.summaries.get(caseId)), person: '' });
  };
  await proveByCode(rig, caseId);
  await approveSearch(rig, caseId, [{ ...planned('butiksarkiv', 'manual'), level }, planned('hubspot', 'manual')]);
  const other = level === 'strong' ? { outcome: 'found', entries: [entry] } : { outcome: 'nothing-held' };
  await give('bo', { type: 'record-manual-result', system: 'hubspot', ...other });
  await give('cecilia', { type: 'record-manual-result', system: 'butiksarkiv', ...result });
  await look('after the search');
  const step = async (name: 'next' | 'screen' | 'deliver') => {
    const asked =
      name === 'next' ? ({ v: 2, caseId, step: name } as const) : ({ v: 2, caseId, step: name, round: 1 } as const);
    const taken = await takeStep(work, rig, rig.findings, searching(rig), asked, start);
    seen[`payload of ${name} ${Object.keys(seen).length}`] = JSON.stringify(taken.ok ? taken.output : taken);
  };
  await step('next');
  await step('screen');
  seen['sheet'] = (await sheet(work, stores, bo, caseId, request, start)).body ?? '';
  await look('under review');
  const profile = await rig.casework.profiles.get(caseId);
  if (profile === undefined) throw new Error('the case has no profile');
  const { items } = await sheetPage(means, await rig.state(caseId), profile, {});
  const entries = items.map(({ id: item, version, system }) => ({ do: 'release', item, version, system }) as const);
  if (entries.length > 0)
    await rig.command(caseId, { type: 'decide-review', decision: 'one', entries }, { by: cecilia });
  const state = await rig.state(caseId);
  if (!isUnderReview(state)) throw new Error('the case is not under review');
  seen['preview'] = (await previewOf(work, means, state, profile, start)).pages.map(({ html }) => html).join('\n');
  const reviewed = await reviewedNow(work, means, state, profile, start);
  const { preview, sheet: hash } = reviewed;
  await rig.command(
    caseId,
    {
      type: 'release',
      round: 1,
      sheet: hash,
      preview,
      reviewed,
    },
    { by: { kind: 'staff', id: 'bo' } },
  );
  const parts: Buffer[] = [];
  const put = async (_case: string, _answer: unknown, content: AsyncIterable<unknown>): Promise<void> => {
    for await (const part of content) parts.push(part as Buffer);
  };
  const assembly = { ...means, records: work, exports: { ...rig.exports, put } };
  expect(await assembleExport(assembly, { caseId, round: 1 }, start)).toMatchObject({ ok: true });
  await step('next');
  await step('deliver');
  await look('after the delivery');
  seen['stored objects'] = (await rig.storedKeys(caseId)).toSorted().join('\n');
  const files = unpack(Buffer.concat(parts));
  seen['package'] = [...files.keys(), textOfAll(files)].join('\n');
  seen['letters'] = JSON.stringify(await rig.sentFor(caseId));
  const texts = await rig.casework.log.read(caseId);
  const head = await anchorHead(rig.anchors, caseId, fold(texts).head, start);
  seen['log'] = [...texts, headLine(head)].join('\n');
  seen['views'] = (await auditViews(work, stores, bo, caseId, start)).body ?? '';
  return Object.fromEntries(Object.entries(seen).map(([name, text]) => [name, alike(text, caseId)]));
}

describe.each(silentLawSchema.options)('Data that %s forbids to mention', (law) => {
  it.each([
    ['all that the system holds', { outcome: 'nothing-held' }, { outcome: 'undisclosable', law }],
    ['more than what is released', { outcome: 'found', entries: [entry] }, { outcome: 'found', entries: [entry], law }],
  ])('leave no trace for others if they are %s', async (_, without, beside) => {
    expect(await whole(beside)).toEqual(await whole(without));
  });
});

/** What only the person reads. */
const persons: readonly string[] = ['package', 'letters'];

describe('What the handlers of a reserved system found', () => {
  it.each([
    ['data', { outcome: 'found', entries: [entry] }],
    ['data that they withhold', { outcome: 'withheld', ground: 'OSL 25 kap. 1 §' }],
  ])('does not become known to others, but the person is told: %s', async (_, held) => {
    const [without, beside] = [await whole({ outcome: 'nothing-held' }), await whole(held)];
    expect(beside['stored objects']).toContain('butiksarkiv');
    for (const [name, text] of Object.entries(beside)) {
      if (persons.includes(name)) expect(text, name).not.toBe(without[name]);
      else expect(text, name).toBe(without[name]);
    }
  });

  it.each([
    ['data', { outcome: 'found', entries: [entry] }],
    ['data that they withhold', { outcome: 'withheld', ground: 'OSL 25 kap. 1 §' }],
  ])('is not known to the person either before a stronger proof, if the system needs one: %s', async (_, held) => {
    const beside = await whole(held, 'strong');
    expect(beside['package']).toContain('examined-further');
    expect(beside).toEqual(await whole({ outcome: 'nothing-held' }, 'strong'));
  });

  it('is in the package as they wrote it', async () => {
    const { package: files = '' } = await whole({ outcome: 'found', entries: [entry] });
    expect(files).toContain(entry.text);
  });
});
