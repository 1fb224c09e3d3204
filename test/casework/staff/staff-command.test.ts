import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffCommand } from '#api/staff-command.ts';
import { assembleExport } from '#casework/answer/assemble-export.ts';
import { staffCommand } from '#casework/staff/staff-command.ts';
import { sendCode, verifyIdentity } from '#casework/subject/subject-actions.ts';
import { outcomeOf } from '#domain/case/search/outcome.ts';
import { searchOf } from '#domain/case/state.ts';
import { release } from '../case-steps.ts';
import { start, startRig, type Rig } from '../rig.ts';
import { unpack } from '../../answer/unpack.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => {
  await rig.close();
});

type Asked = StaffCommand extends infer One
  ? One extends StaffCommand
    ? Omit<One, 'commandId' | 'expectedSeq'> & { readonly expectedSeq?: number }
    : never
  : never;

async function give(caseId: string, asked: Asked, member = 'ada') {
  const { seq } = (await rig.state(caseId)).common;
  const command = { commandId: randomUUID(), expectedSeq: seq, ...asked } as StaffCommand;
  return await staffCommand(rig.casework, rig.means, caseId, member, command, start);
}

/** A case that waits for the binder, its only system. */
async function waiting(): Promise<string> {
  const caseId = await rig.openNew();
  await sendCode(rig.casework, caseId, 'identity', start);
  await verifyIdentity(rig.casework, caseId, rig.casework.keys.oneTimeCode(caseId, 'identity-1'), start);
  await rig.command(caseId, {
    type: 'plan-search',
    systems: [{ id: 'butiksarkiv', mode: 'manual', level: 'contact-point', special: false }],
  });
  await rig.command(caseId, { type: 'approve-search' });
  return caseId;
}

const wrote = (...texts: string[]): Asked => ({
  type: 'record-manual-result',
  system: 'butiksarkiv',
  outcome: 'found',
  entries: texts.map((text) => ({ heading: 'Pärm', text })),
});

/** What the person would get: the texts in the answer of the round. */
async function answerOf(caseId: string): Promise<string> {
  await rig.command(caseId, { type: 'screen', round: 1, settled: [] });
  await release(rig, caseId);
  const means = {
    records: rig.casework,
    findings: rig.findings,
    sheets: rig.sheets,
    exports: rig.exports,
    organisationAt: () => Promise.resolve(rig.organisation),
    connectors: [],
  };
  const made = await assembleExport(means, { caseId, round: 1 }, start);
  if (!made.ok) throw new Error(made.code);
  const response = await fetch(await rig.exports.address(caseId, { round: 1, attempt: 1 }, 60));
  const files = unpack(Buffer.from(await response.arrayBuffer()));
  return [...files].map(([name, content]) => `${name}\n${content.toString()}`).join('\n');
}

describe('What staff write', () => {
  it('is stored on the subject profile, never in the log', async () => {
    const opened = await rig.open(randomUUID(), {
      request: rig.request({ rights: ['erasure'] }),
      hold: 'right-handled-by-staff',
    });
    if (!opened.ok) throw new Error(opened.code);
    const { caseId } = opened;
    const results = [
      await give(caseId, { type: 'note', text: 'canary-note' }),
      await give(caseId, { type: 'extend', category: 'complexity', reason: 'canary-extend' }),
      await give(caseId, { type: 'refuse', scope: 'part', ground: 'Art. 15(4)', reason: 'canary-refuse' }),
    ];
    expect(results).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
    const log = (await rig.casework.log.read(caseId)).join();
    expect(log).not.toContain('canary');
    const texts = Object.values((await rig.casework.profiles.get(caseId))?.texts ?? {});
    expect(texts.toSorted()).toEqual(['canary-extend', 'canary-note', '{"law":"Art. 15(4)","reason":"canary-refuse"}']);
    const mails = await rig.sentFor(caseId);
    expect(mails.find(({ letter }) => letter === 'M4/1')?.text).toContain('canary-extend');
    expect(mails.find(({ letter }) => letter === 'M6/1')?.text).toContain('canary-refuse');
    expect(mails.map(({ text }) => text).join()).not.toContain('canary-note');
  });

  it('about what they found is in the answer and not in the log', async () => {
    const caseId = await waiting();
    expect(await give(caseId, wrote('canary-found'))).toMatchObject({ ok: true });
    expect(await answerOf(caseId)).toContain('canary-found');
    expect((await rig.casework.log.read(caseId)).join()).not.toContain('canary');
  });
});

describe('The result of a search by hand', () => {
  it('is the last correction, word for word', async () => {
    const caseId = await waiting();
    await give(caseId, wrote('the first', 'words'));
    await give(caseId, wrote('other words'));
    const state = searchOf(await rig.state(caseId));
    expect(state?.systems[0]?.replies).toMatchObject([{ wave: 0, records: 1 }]);
    const answer = await answerOf(caseId);
    expect(answer).toContain('other words');
    expect(answer).not.toContain('the first');
  });

  it('that is corrected to "nothing held" leaves nothing in the answer', async () => {
    const caseId = await waiting();
    await give(caseId, wrote('about somebody else'));
    await give(caseId, { type: 'record-manual-result', system: 'butiksarkiv', outcome: 'nothing-held' });
    const state = searchOf(await rig.state(caseId));
    const [system] = state?.systems ?? [];
    expect(state === undefined || system === undefined ? '' : outcomeOf(system, state).outcome).toBe('nothing-held');
    expect(await answerOf(caseId)).not.toContain('about somebody else');
  });

  it('that was refused is not in the answer after a further try with other words', async () => {
    const caseId = await waiting();
    const { seq } = (await rig.state(caseId)).common;
    await rig.command(caseId, { type: 'note', text: 't' });
    expect(await give(caseId, { ...wrote('a first draft'), expectedSeq: seq })).toMatchObject({
      code: 'old-seq',
    });
    expect(await give(caseId, wrote('what it says in the end'))).toMatchObject({ ok: true });
    const answer = await answerOf(caseId);
    expect(answer).toContain('what it says in the end');
    expect(answer).not.toContain('a first draft');
  });

  it('must have the fields that its outcome needs, and no others', async () => {
    const caseId = await waiting();
    const { seq } = (await rig.state(caseId)).common;
    const base = { type: 'record-manual-result', system: 'butiksarkiv' } as const;
    const entries = [{ heading: 'Pärm', text: 'canary' }];
    for (const bad of [
      { ...base, outcome: 'found' },
      { ...base, outcome: 'found', entries: [] },
      { ...base, outcome: 'nothing-held', entries },
      { ...base, outcome: 'withheld' },
      { ...base, outcome: 'nothing-held', ground: 'Art. 15(4)' },
    ] as const)
      expect(await give(caseId, bad as Asked)).toMatchObject({ ok: false, code: 'incomplete' });
    expect((await rig.state(caseId)).common.seq).toBe(seq);
    expect(await give(caseId, { ...wrote('x'), system: 'unknown' } as Asked)).toMatchObject({ code: 'unknown-system' });
  });
});

describe('A command of staff', () => {
  it('that is sent twice is carried out once', async () => {
    const caseId = await rig.openNew();
    const { seq } = (await rig.state(caseId)).common;
    const command: StaffCommand = { commandId: randomUUID(), expectedSeq: seq, type: 'note', text: 'once' };
    for (let count = 0; count < 3; count += 1)
      expect(await staffCommand(rig.casework, rig.means, caseId, 'ada', command, start)).toMatchObject({ ok: true });
    expect((await rig.events(caseId)).filter(({ type }) => type === 'note-added')).toHaveLength(1);
  });

  it('is in the log under the opaque id of the member', async () => {
    const caseId = await rig.openNew();
    await give(caseId, { type: 'note', text: 'x' }, 'staff-7');
    expect((await rig.events(caseId)).at(-1)).toMatchObject({
      type: 'note-added',
      by: { kind: 'staff', id: 'staff-7' },
    });
  });
});
