// Takes cases from one stage to the next, as people, staff and the workflow do.
import { commands } from '#test/domain/case/case-book.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect } from 'vitest';
import { assembleExport, type AssemblyMeans } from '#casework/answer/assemble-export.ts';
import { checkRequest } from '#casework/intake/open-request.ts';
import type { Settling } from '#casework/commit/casework.ts';
import { remind } from '#casework/identity/remind.ts';
import { settleCase } from '#casework/commit/settle-case.ts';
import { receiveRequest } from '#casework/intake/receive-request.ts';
import { sheetFacts } from '#casework/review/sheet.ts';
import { resourcesOf } from '#casework/search/resources-of.ts';
import { sendCode, verifyIdentity } from '#casework/subject/subject-actions.ts';
import type { AnyConnector } from '#connectors/sdk/connector.ts';
import type { PlannedSystem } from '#domain/case/state.ts';
import type { SubjectRequest } from '#domain/request.ts';
import { unpack } from '#test/answer/unpack.ts';
import { now, staff, type Office } from './office.ts';
import { start, type Rig } from './rig.ts';

export const ada = { kind: 'staff', id: 'ada' } as const;

/** A system whose search needs no more than the contact point. */
export const planned = (id: string, mode: PlannedSystem['mode'] = 'automatic'): PlannedSystem => ({
  id,
  mode,
  level: 'contact-point',
  special: false,
});

/** A request for an address, made with the form of the portal. */
export async function requestByForm(
  rig: Rig,
  address: string,
  at = start,
  change: Partial<SubjectRequest> = {},
): Promise<{ readonly caseId: string; readonly accessToken: string }> {
  const request = rig.request({ identifiers: [{ kind: 'email', value: address }], ...change });
  const checked = checkRequest(rig.organisation, request, at);
  if (!checked.ok) throw new Error('the request is not right');
  const received = await receiveRequest(
    rig.casework,
    rig.hash,
    checked.checked,
    { channel: 'portal', receivedAt: at, route: 'test', idempotencyKey: randomUUID(), hold: null },
    { network: randomUUID(), newCaseKey: randomBytes(32).toString('hex') },
    at,
  );
  if (!received.ok) throw new Error(received.code);
  await afterRequest(rig, received.caseId, at);
  return received;
}

/** Does what the stream of the case table causes after a request of the portal or the API. */
export async function afterRequest(
  rig: Rig,
  caseId: string,
  at: string,
  casework: Settling = rig.casework,
): Promise<void> {
  await settleCase(casework, caseId, at);
  const first = (await casework.profiles.get(caseId))?.attachedTo;
  if (first !== undefined && first !== null) await remind(casework, first, at);
  await rig.settleOwed();
}

/** Enters the first code, which was sent by mail. */
export async function proveByCode(rig: Rig, caseId: string): Promise<void> {
  await sendCode(rig.casework, caseId, 'identity', start);
  const code = rig.casework.keys.oneTimeCode(caseId, 'identity-1');
  expect(await verifyIdentity(rig.casework, caseId, code, start)).toMatchObject({ ok: true });
}

/** Takes a proven case to its search. */
export async function approveSearch(
  rig: Rig,
  caseId: string,
  systems: readonly PlannedSystem[] = [planned('hubspot')],
): Promise<void> {
  await rig.command(caseId, { type: 'plan-search', systems });
  await rig.command(caseId, { type: 'approve-search' });
}

/** One record is found in HubSpot. */
export async function findOne(rig: Rig, caseId: string): Promise<void> {
  const counts = { result: 'found', records: 1, files: 0, possible: 0 } as const;
  await rig.command(caseId, { type: 'answer-search', system: 'hubspot', wave: 1, learned: [], ...counts });
}

const hash = '0'.repeat(64);
export const assembled = { bytes: 10, sha256: hash, manifestSha256: hash, entries: 1, systems: [] };

/** Takes a searched case to an answer that can be downloaded: a file with the words `the answer`. */
export async function deliver(rig: Rig, caseId: string): Promise<void> {
  await rig.command(caseId, { type: 'screen', round: 1, settled: [] });
  await rig.command(caseId, commands.release());
  await rig.command(caseId, { type: 'start-assembly', round: 1 });
  await rig.exports.put(caseId, { round: 1, attempt: 1 }, Readable.from([Buffer.from('the answer')]));
  await rig.command(caseId, { type: 'record-assembly', round: 1, attempt: 1, ...assembled });
  await rig.command(caseId, { type: 'deliver', round: 1, days: 14 });
}

/** Takes a proven case to an answer that has one record and can be downloaded. */
export async function answerWithOne(rig: Rig, caseId: string): Promise<void> {
  await approveSearch(rig, caseId);
  await findOne(rig, caseId);
  await deliver(rig, caseId);
}

/** Releases the present sheet of a screened round. The sheet counts as reviewed. */
export async function release(
  rig: Rig,
  caseId: string,
  { round = 1, connectors = [] }: { readonly round?: number; readonly connectors?: readonly AnyConnector[] } = {},
): Promise<void> {
  const profile = await rig.casework.profiles.get(caseId);
  if (profile === undefined) throw new Error('the case has no profile');
  const { findings, sheets } = rig;
  const means = { findings, sheets, resources: resourcesOf(connectors), organisationAt: rig.casework.organisationAt };
  const { sheet } = await sheetFacts(means, await rig.state(caseId), profile);
  await rig.command(caseId, commands.release(round, { sheet }), { by: ada });
}

/** Releases a screened round and returns the files of its package, by path. */
export async function releasedFiles(
  rig: Rig,
  caseId: string,
  round: number,
  connectors: readonly AnyConnector[],
): Promise<ReadonlyMap<string, Buffer>> {
  await release(rig, caseId, { round, connectors });
  return await assembledFiles(rig, caseId, round, connectors);
}

/** Assembles the package of a round that was released, and gives its files, by path. */
export async function assembledFiles(
  rig: Rig,
  caseId: string,
  round: number,
  connectors: readonly AnyConnector[],
): Promise<ReadonlyMap<string, Buffer>> {
  const parts: Buffer[] = [];
  const exports: AssemblyMeans['exports'] = {
    ...rig.exports,
    put: async (_case, _answer, content) => {
      for await (const part of content) parts.push(part as Buffer);
    },
  };
  const organisationAt = () => Promise.resolve(rig.organisation);
  const { findings, sheets } = rig;
  const means = { records: rig.casework, findings, sheets, exports, connectors, organisationAt };
  expect(await assembleExport(means, { caseId, round }, start)).toMatchObject({ ok: true });
  return unpack(Buffer.concat(parts));
}

/**
 * Takes a searched case of an office to its answer. Two members of staff release it if that is required. `at` is the
 * time of the delivery.
 */
export async function deliverIn(
  office: Office,
  caseId: string,
  { days = 14, at = now }: { readonly days?: number; readonly at?: string } = {},
): Promise<void> {
  await office.command(caseId, { type: 'screen', round: 1, settled: [] });
  for (const member of ['erik', 'maja'])
    if ((await office.state(caseId)).stage.kind === 'reviewing')
      await office.command(caseId, commands.release(), now, staff(member));
  await office.command(caseId, { type: 'start-assembly', round: 1 });
  await office.command(caseId, { type: 'record-assembly', round: 1, attempt: 1, ...assembled });
  await office.command(caseId, { type: 'deliver', round: 1, days }, at);
}
