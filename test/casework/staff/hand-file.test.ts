// Files that staff find when they search a system by hand, from the request that stores a file to the package.
import { createHash, randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostHandFileBytes } from '#api/hand-file.ts';
import type { StaffCommand } from '#api/staff-command.ts';
import { staffCommand } from '#casework/staff/staff-command.ts';
import { handFile } from '#handlers/staff-api/hand-file.ts';
import type { Member } from '#handlers/staff/member.ts';
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
const ada: Member = { id: 'ada', roles: new Set(['case-worker']), email: undefined };
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from([0xff, 0, 1])]);
const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

async function waiting(): Promise<string> {
  const caseId = await rig.openNew();
  await proveByCode(rig, caseId);
  await approveSearch(rig, caseId, [{ ...planned(binder), mode: 'manual' }]);
  return caseId;
}

interface Sent {
  readonly body?: unknown;
  readonly member?: Member;
  readonly system?: string;
  readonly at?: Rig['casework'];
}

async function send(caseId: string, { body, member = ada, system = binder, at = rig.casework }: Sent) {
  const event = {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body ?? { base64: pdf.toString('base64') }),
  } as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
  const { statusCode, body: answer = '' } = await handFile(at, rig.findings, member, { id: caseId, system }, event);
  return { status: statusCode, answer: JSON.parse(answer) as Record<string, unknown> };
}

async function result(caseId: string, entries: readonly object[]) {
  const { seq } = (await rig.state(caseId)).common;
  const command = {
    commandId: randomUUID(),
    expectedSeq: seq,
    type: 'record-manual-result',
    system: binder,
    outcome: 'found',
    entries,
  } as unknown as StaffCommand;
  return await staffCommand(rig.casework, rig.means, caseId, 'ada', command, start);
}

describe('A file that staff found', () => {
  it('is unchanged in the package, under its title, with the type of its content', async () => {
    const caseId = await waiting();
    expect(await send(caseId, {})).toEqual({
      status: 201,
      answer: { file: hashOf(pdf), mediaType: 'application/pdf', bytes: pdf.length },
    });
    const text = Buffer.from('<p>Åsa</p>');
    const stored = await send(caseId, { body: { base64: text.toString('base64') } });
    expect(stored.answer['mediaType']).toBe('text/plain');
    const files = [
      { file: hashOf(pdf), title: 'Reklamation' },
      { file: hashOf(text), title: 'Anteckning' },
    ];
    expect(
      await result(caseId, [
        { heading: 'Pärm 3', files },
        { heading: 'Pärm 4', text: 'a text' },
      ]),
    ).toMatchObject({
      ok: true,
    });
    await rig.command(caseId, { type: 'screen', round: 1, settled: [] });
    const made = await releasedFiles(rig, caseId, 1, []);
    const documents = [...made].filter(([path]) => path.includes('/documents/'));
    expect(documents.map(([path]) => path)).toEqual([
      'systems/butiksarkiv/documents/1.pdf',
      'systems/butiksarkiv/documents/2.txt',
    ]);
    expect(documents.map(([, content]) => Buffer.from(content))).toEqual([pdf, text]);
    expect(made.get('index.html')?.toString()).toContain('Reklamation');
    expect((await rig.casework.log.read(caseId)).join()).not.toMatch(/Reklamation|Pärm/);
  });

  it('is stored once however often it is sent, and is in no answer until an entry names it', async () => {
    const caseId = await waiting();
    expect([await send(caseId, {}), await send(caseId, {})].map(({ status }) => status)).toEqual([201, 201]);
    expect(await result(caseId, [{ heading: 'Pärm 3', text: 'a text' }])).toMatchObject({ ok: true });
    await rig.command(caseId, { type: 'screen', round: 1, settled: [] });
    const made = await releasedFiles(rig, caseId, 1, []);
    expect([...made.values()].some((content) => Buffer.from(content).equals(pdf))).toBe(false);
  });

  it('can be named by an entry only if it is stored in the same case, and an entry needs a text or a file', async () => {
    const [caseId, other] = [await waiting(), await waiting()];
    await send(other, {});
    const before = (await rig.state(caseId)).common.seq;
    const files = [{ file: hashOf(pdf), title: 'Reklamation' }];
    expect(await result(caseId, [{ heading: 'Pärm 3', files }])).toMatchObject({
      ok: false,
      rule: 'file-not-stored',
      fields: ['entries'],
    });
    expect(await result(caseId, [{ heading: 'Pärm 3' }])).toMatchObject({
      ok: false,
      rule: 'entry-needs-text-or-file',
    });
    const many = Array.from({ length: 11 }, () => ({ heading: 'Pärm 3', files: [...files, ...files] }));
    expect(await result(caseId, many)).toMatchObject({ ok: false, rule: 'too-many-files', values: { most: '20' } });
    expect((await rig.state(caseId)).common.seq).toBe(before);
  });

  it('is refused with a reason if it cannot be stored', async () => {
    const caseId = await waiting();
    for (const base64 of ['', 'not base64', 'QQ=']) {
      const { status, answer } = await send(caseId, { body: { base64 } });
      expect([status, answer['errors']]).toMatchObject([400, [{ field: 'base64' }]]);
    }
    const large = Buffer.alloc(mostHandFileBytes + 3).toString('base64');
    expect(await send(caseId, { body: { base64: large } })).toMatchObject({ status: 400 });
    expect(await send(caseId, { system: 'unknown' })).toMatchObject({ status: 404 });
    expect(await send('none', {})).toMatchObject({ status: 404 });
    expect(await send(caseId, { member: { ...ada, roles: new Set(['auditor']) } })).toMatchObject({ status: 403 });
  });

  it('is refused for a member who is not a handler of the system', async () => {
    const caseId = await waiting();
    const { organisation } = rig;
    const designated = {
      ...organisation,
      systems: organisation.systems.map((one) =>
        one.id === binder && one.kind === 'manual' ? { ...one, handlers: ['cecilia'] } : one,
      ),
    };
    const at = { ...rig.casework, organisation: designated, organisationAt: async () => designated };
    expect(await send(caseId, { at })).toMatchObject({ status: 403, answer: { rule: 'only-designated-handlers' } });
    const cecilia = { ...ada, id: 'cecilia' };
    expect(await send(caseId, { at, member: cecilia })).toMatchObject({ status: 201 });
  });
});
