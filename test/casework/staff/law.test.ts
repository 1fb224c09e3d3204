import { resourcesOf } from '#casework/search/resources-of.ts';
import { loadConnectors } from '#connectors/registry.ts';
// What the law requires of a case beyond one command: linked cases, periods that run by themselves, and retention.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffCommand } from '#api/staff-command.ts';
import { accessTo } from '#casework/staff/case-access.ts';
import { anchorHead } from '#casework/commit/anchor-head.ts';
import { headLine, verifyAudit } from '#domain/case/log/audit.ts';
import { fold, readCommit } from '#domain/case/log/commit.ts';
import { caseView } from '#casework/staff/case-view.ts';
import { purgeExpired } from '#casework/schedule/purge-expired.ts';
import { reconcile } from '#casework/commit/reconcile.ts';
import { staffCommand } from '#casework/staff/staff-command.ts';
import { sendCode, subjectStatus, verifyIdentity } from '#casework/subject/subject-actions.ts';
import { watchDeadlines } from '#casework/schedule/watch-deadlines.ts';
import { later, start, startRig, type Rig } from '../rig.ts';

const connectors = await loadConnectors();

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => await rig.close());

const day = 24 * 60 * 60;
type Given<C> = C extends StaffCommand ? Omit<C, 'commandId' | 'expectedSeq'> : never;

async function give(caseId: string, command: Given<StaffCommand>, at = start, member = 'ada') {
  const { seq } = (await rig.state(caseId)).common;
  const full = { commandId: randomUUID(), expectedSeq: seq, ...command } as StaffCommand;
  return await staffCommand(rig.casework, rig.means, caseId, member, full, at);
}
async function done(caseId: string, command: Given<StaffCommand>, at = start, member = 'ada'): Promise<void> {
  expect(await give(caseId, command, at, member)).toMatchObject({ ok: true });
}
const letters = async (caseId: string): Promise<string[]> => (await rig.sentFor(caseId)).map(({ letter }) => letter);
const view = async (caseId: string, at = start, mayKnow = true) => {
  const mine = await rig.casework.summaries.get(caseId);
  const others = await rig.casework.summaries.ofPerson(mine?.person ?? '');
  return caseView(
    await rig.state(caseId),
    await rig.casework.log.read(caseId),
    await rig.casework.profiles.get(caseId),
    rig.organisation,
    at,
    {
      viewer: { id: 'ada', roles: new Set(['case-worker', 'approver', 'dpo']) },
      mayKnow: () => mayKnow,
      resources: resourcesOf(connectors),
      attached: [],
      others: others
        .filter((one) => one.caseId !== caseId)
        .map(({ caseId: reference, status, receivedAt }) => ({ reference, status, receivedAt })),
    },
  );
};
async function prove(caseId: string, at = start): Promise<void> {
  await sendCode(rig.casework, caseId, 'identity', at);
  const challenge = (await rig.state(caseId)).common.challenges.at(-1)?.id ?? '';
  await verifyIdentity(rig.casework, caseId, rig.casework.keys.oneTimeCode(caseId, challenge), at);
}
const open = async (rights: ('access' | 'erasure' | 'portability' | 'objection')[], email = 'asa.berg@example.org') => {
  const opened = await rig.open(randomUUID(), {
    request: rig.request({ rights, identifiers: [{ kind: 'email', value: email }] }),
  });
  if (!opened.ok) throw new Error(opened.code);
  return opened.caseId;
};

describe('A request under several rights', () => {
  it('becomes a separate case for each right besides access, with the same date of receipt', async () => {
    const caseId = await open(['access', 'erasure', 'portability']);
    await reconcile(rig.casework, rig.hash, later(60));
    const { splits } = (await rig.state(caseId)).common;
    expect(splits).toMatchObject([
      { matter: 'request', rights: ['erasure'] },
      { matter: 'request', rights: ['portability'] },
    ]);
    const part = await rig.state(splits[0]?.case ?? '');
    expect(part).toMatchObject({
      common: {
        due: '2026-12-21',
        facts: { rights: ['erasure'], hold: 'right-handled-by-staff', origin: { case: caseId, as: 'split' } },
      },
      stage: { kind: 'held' },
    });
    const receipts = async (): Promise<number> =>
      (await Promise.all(splits.map(async (one) => await letters(one.case)))).flat().length;
    // Nobody has proven the address, so one receipt names all rights.
    expect(await receipts()).toBe(0);
    await prove(caseId, later(90));
    for (const reference of [caseId, ...splits.map((one) => one.case)])
      expect((await letters(reference)).filter((code) => code === 'M1')).toEqual(['M1']);
    await reconcile(rig.casework, rig.hash, later(120));
    expect((await rig.state(caseId)).common.splits).toHaveLength(2);
  });

  it('that also complains and claims damages keeps the request for access [000-38] [000-40]', async () => {
    const caseId = await open(['access']);
    await done(caseId, { type: 'split', matter: 'complaint', rights: [] });
    await done(caseId, { type: 'split', matter: 'claim', rights: [] });
    await reconcile(rig.casework, rig.hash, later(60));
    const [complaint, claim] = (await rig.state(caseId)).common.splits;
    expect(await letters(complaint?.case ?? '')).toEqual(['M21']);
    expect((await rig.sentFor(claim?.case ?? ''))[0]?.text).toContain('skadestånd');
    expect((await rig.state(caseId)).stage.kind).toBe('identifying');
  });
});

describe('A request that was made twice', () => {
  it('is joined to the earlier one, of the same person only, and the earlier date applies', async () => {
    const first = await open(['access'], 'dubbel@example.org');
    const second = await rig.open(randomUUID(), {
      request: rig.request({ identifiers: [{ kind: 'email', value: 'dubbel@example.org' }] }),
      at: later(day),
    });
    if (!second.ok) throw new Error(second.code);
    const stranger = await open(['access'], 'annan@example.org');
    expect(await give(second.caseId, { type: 'join', into: stranger }, later(day))).toMatchObject({
      ok: false,
      code: 'incomplete',
    });
    expect(await give(first, { type: 'join', into: second.caseId }, later(day))).toMatchObject({ code: 'wrong-date' });
    expect((await view(second.caseId)).others.map(({ reference }) => reference)).toEqual([first]);
    await done(second.caseId, { type: 'join', into: first }, later(day));
    expect(await rig.state(second.caseId)).toMatchObject({ stage: { kind: 'closed', ending: 'joined' } });
    expect((await rig.state(first)).common.absorbed).toEqual([second.caseId]);
    const [, joined] = await rig.sentFor(second.caseId);
    expect(joined?.letter).toBe('JOINED/1');
    expect(joined?.text).toContain(first);
    expect(joined?.text).toContain('21 december 2026');
  });
});

describe('A person who gets letters by post', () => {
  it('gets each letter from a member of staff, who records that it was posted', async () => {
    const caseId = await open(['access'], 'post@example.org');
    await done(caseId, {
      type: 'move-to-post',
      address: ['Åsa Berg', 'Exempelgatan 7', '111 11 Stockholm'],
      reason: 'proof',
      registered: true,
    });
    await sendCode(rig.casework, caseId, 'identity', start);
    const { lettersToPost } = await view(caseId);
    expect(lettersToPost.map(({ code }) => code)).toEqual(['M23', 'M30']);
    // Whoever reads the mailbox is told of it by mail.
    expect(await letters(caseId)).toEqual(['M1', 'CONTACT/post']);
    const code = lettersToPost.find((one) => one.code === 'M23')?.letter ?? '';
    await done(caseId, { type: 'record-posted', letter: code });
    expect((await view(caseId)).lettersToPost.map((one) => one.code)).toEqual(['M30']);
    // A letter takes days, so its code is valid for thirty.
    const challenge = (await rig.state(caseId)).common.challenges.at(-1)?.id ?? '';
    const at = later(20 * day);
    expect(
      await verifyIdentity(rig.casework, caseId, rig.casework.keys.oneTimeCode(caseId, challenge), at),
    ).toMatchObject({ ok: true });
    expect((await rig.state(caseId)).common.proofs).toMatchObject([{ method: 'letter-code', level: 'strong' }]);
  });

  it('cannot be a person with protected identity', async () => {
    const caseId = await open(['access'], 'skyddad@example.org');
    await done(caseId, { type: 'mark-circumstance', circumstance: 'protected-identity', present: true });
    await done(caseId, {
      type: 'decide-circumstance',
      circumstance: 'protected-identity',
      applies: true,
      reason: 'Ingen post',
    });
    expect(
      await give(caseId, { type: 'move-to-post', address: ['N N', 'Gata 1'], reason: 'wish', registered: true }),
    ).toMatchObject({ ok: false, code: 'protected-identity' });
    expect((await view(caseId)).circumstances).toMatchObject([{ circumstance: 'protected-identity' }]);
  });
});

describe('Staff', () => {
  it('who ask for their own data, and their managers, have no access to that case', async () => {
    const caseId = await open(['access'], 'kollega@nordvik.example');
    const state = await rig.state(caseId);
    const roles = new Set(['case-worker', 'dpo']);
    const may = async (id: string, email?: string) =>
      (await accessTo(rig.casework, (await rig.state(caseId)).common, { id, roles, email })).ok;
    expect(await may('bo', 'Kollega@Nordvik.example')).toBe(false);
    const bo = 'staff-55d8';
    expect(await may(bo, 'bo@nordvik.example')).toBe(true);
    await done(state.common.caseId, { type: 'lock-out', member: bo }, start, 'officer');
    expect(await may(bo, 'bo@nordvik.example')).toBe(false);
    expect(await give(caseId, { type: 'note', text: 'x' }, start, bo)).toMatchObject({ code: 'locked-out' });
  });
});

describe('A stronger proof for found records', () => {
  it('is requested once, and the letter names no system', async () => {
    const caseId = await open(['access'], 'kanslig@example.org');
    await prove(caseId);
    await rig.command(caseId, {
      type: 'plan-search',
      systems: [
        { id: 'hubspot', mode: 'manual', level: 'contact-point', special: false },
        { id: 'butiksarkiv', mode: 'manual', level: 'strong', special: true },
      ],
    });
    await rig.command(caseId, { type: 'approve-search' });
    const answer = { type: 'record-manual-result', sealed: 'sealed-1', records: 1, files: 0, possible: 0 } as const;
    await rig.command(caseId, { ...answer, system: 'hubspot', result: 'nothing-held', records: 0 });
    expect((await rig.state(caseId)).common.askings).toEqual([]);
    await rig.command(caseId, { ...answer, system: 'butiksarkiv', result: 'found' });
    await reconcile(rig.casework, rig.hash, later(60));
    const asked = (await rig.sentFor(caseId)).filter(({ letter }) => letter.startsWith('M2/'));
    expect(asked.map(({ letter }) => letter)).toEqual(['M2/asking-1']);
    expect(asked[0]?.text).not.toMatch(/butik|pärm|hubspot/i);
    expect((await view(caseId)).waitingFor).toBe('stronger-proof');
    await done(caseId, {
      type: 'record-identity-check',
      document: 'passport',
      where: 'in-person',
      checkedOn: '2026-11-23',
    });
    expect(await rig.state(caseId)).toMatchObject({
      common: { askings: [{ id: 'asking-1' }] },
      stage: { search: { level: 'strong' } },
    });
    expect((await rig.state(caseId)).common.askings[0]?.answeredAt).not.toBeNull();
    expect((await view(caseId)).proofs[1]).toMatchObject({
      method: 'document-check',
      note: '2026-11-23, passport, in-person',
    });
  });
});

describe('Data that the law forbids to mention', () => {
  it('leave no trace in an answer, and are known only to their handlers', async () => {
    const caseId = await open(['access'], 'visslad@example.org');
    await prove(caseId);
    await rig.command(caseId, {
      type: 'plan-search',
      systems: [{ id: 'butiksarkiv', mode: 'manual', level: 'contact-point', special: false }],
    });
    await rig.command(caseId, { type: 'approve-search' });
    expect(
      await give(caseId, { type: 'record-manual-result', system: 'butiksarkiv', outcome: 'undisclosable' }),
    ).toMatchObject({ code: 'incomplete' });
    await done(caseId, {
      type: 'record-manual-result',
      system: 'butiksarkiv',
      outcome: 'undisclosable',
      law: 'visselblasarlagen-9-1',
    });
    const outside = await view(caseId, start, false);
    expect(outside.systems).toMatchObject([
      { outcome: 'nothing-held', reason: null, undisclosable: false, records: 0 },
    ]);
    expect(JSON.stringify(outside)).not.toMatch(/visselblas/);
    expect((await view(caseId)).systems).toMatchObject([{ undisclosable: true }]);
    expect(JSON.stringify(subjectStatus(await rig.state(caseId), [], start))).not.toMatch(/undisclos|visselblas/);
  });
});

describe('The exported log', () => {
  /** The events of searches by hand as an auditor reads them, without what differs in every case. */
  async function answered(address: string, answer: object): Promise<readonly object[]> {
    const caseId = await open(['access'], address);
    await prove(caseId);
    await rig.command(caseId, {
      type: 'plan-search',
      systems: [{ id: 'butiksarkiv', mode: 'manual', level: 'contact-point', special: false }],
    });
    await rig.command(caseId, { type: 'approve-search' });
    await done(caseId, { type: 'record-manual-result', system: 'butiksarkiv', ...answer } as never);
    const texts = await rig.casework.log.read(caseId);
    const head = await anchorHead(rig.anchors, caseId, fold(texts).head, start);
    const exported = [...texts, headLine(head)].map((line) => `${line}\n`).join('');
    expect(await verifyAudit(exported)).toEqual({ ok: true, commits: texts.length });
    expect(exported).not.toMatch(/undisclos|visselblas/i);
    return texts
      .flatMap((text) => readCommit(text).events)
      .filter(({ type }) => type === 'result-sealed' || type === 'system-answered')
      .map((event) => ({ ...event, ...('text' in event ? { text: String(event.text).length } : {}) }));
  }

  it('is the same with and without data that the law forbids to mention, and verifies', async () => {
    const nothing = await answered('utan@example.org', { outcome: 'nothing-held' });
    const silent = await answered('med@example.org', { outcome: 'undisclosable', law: 'visselblasarlagen-9-1' });
    expect(silent).toEqual(nothing);
    expect(silent).toHaveLength(2);
  });

  it('does not show whether two searches by hand found the same', async () => {
    const caseId = await open(['access'], 'flera@example.org');
    await prove(caseId);
    await rig.command(caseId, {
      type: 'plan-search',
      systems: ['butiksarkiv', 'fortnox'].map((id) => ({ id, mode: 'manual', level: 'contact-point', special: false })),
    });
    await rig.command(caseId, { type: 'approve-search' });
    for (const system of ['butiksarkiv', 'fortnox'])
      await done(caseId, { type: 'record-manual-result', system, outcome: 'nothing-held' });
    const { sealed } = (await rig.state(caseId)).common;
    expect(new Set(sealed.map(({ text }) => text)).size).toBe(2);
  });
});

describe('The period', () => {
  const watch = async (seconds: number) => {
    await rig.settleOwed();
    const watched = await watchDeadlines(rig.casework, rig, later(seconds));
    await rig.settleOwed();
    return watched;
  };

  it('ends a case without a reply after its date, with a letter that says how to continue', async () => {
    const caseId = await open(['access'], 'tyst@example.org');
    await sendCode(rig.casework, caseId, 'identity', start);
    await watch(30 * day);
    expect((await rig.state(caseId)).stage.kind).toBe('identifying');
    // The letter about the delay is sent first.
    await watch(32 * day);
    expect((await rig.state(caseId)).stage.kind).toBe('identifying');
    await watch(32 * day + 3600);
    expect(await rig.state(caseId)).toMatchObject({ stage: { kind: 'closed', ending: 'no-answer' } });
    expect(await letters(caseId)).toEqual(expect.arrayContaining(['STATUS/2026-12-21', 'M26/1']));
    const last = (await rig.sentFor(caseId)).find(({ letter }) => letter === 'M26/1');
    expect(last?.text).toContain('om något som visar att det är du');
    await done(caseId, { type: 'reopen' }, later(40 * day));
    expect(await rig.state(caseId)).toMatchObject({ stage: { kind: 'identifying' } });
    expect(await letters(caseId)).toContain('REOPENED/1');
    await done(caseId, { type: 'end', ending: 'withdrawn' }, later(41 * day));
  });

  it('of a breach is 72 hours from awareness, also on weekends and after the end of the case', async () => {
    const caseId = await open(['access'], 'fel.person@example.org');
    // A Friday morning. The hours end on Monday morning.
    await done(caseId, { type: 'record-breach', awareAt: start, description: 'Sent to somebody else' });
    await done(caseId, { type: 'end', ending: 'withdrawn' });
    expect((await view(caseId)).breaches).toMatchObject([{ notifyBy: later(72 * 60 * 60) }]);
    await watch(47 * 60 * 60);
    expect((await letters(caseId)).filter((one) => one.includes('breach'))).toEqual(['STAFF/breach/1']);
    await watch(49 * 60 * 60);
    await watch(73 * 60 * 60);
    expect((await letters(caseId)).filter((one) => one.includes('breach-hours'))).toEqual([
      'STAFF/breach-hours/breach-1/48',
      'STAFF/breach-hours/breach-1/72',
    ]);
    await done(caseId, { type: 'update-breach', breach: 'breach-1', step: 'authority-notified', text: 'IMY 2026-1' });
  });

  it('is suspended while a reply is missing, and both dates are shown [002-16]', async () => {
    const caseId = await open(['access'], 'vilar@example.org');
    const ask = { type: 'ask', about: 'identity', why: 'contradicting-details', question: 'Vilken adress?' } as const;
    expect(await give(caseId, { ...ask, suspend: true }, later(8 * day))).toMatchObject({
      code: 'too-late-to-suspend',
    });
    await done(caseId, { ...ask, suspend: true }, later(3 * day));
    expect(await view(caseId)).toMatchObject({ due: null, unsuspendedDue: '2026-12-21', suspendedDays: null });
    const [, asked] = await rig.sentFor(caseId);
    expect(asked?.letter).toBe('M2/asking-1');
    expect(asked?.text).toContain('21 december 2026');
    await prove(caseId, later(5 * day));
    expect(await view(caseId)).toMatchObject({ due: '2026-12-22', unsuspendedDue: '2026-12-21', suspendedDays: 2 });
  });
});

describe('The data of a case', () => {
  const purge = async (seconds: number) => await purgeExpired(rig.casework, rig, later(seconds));

  it('stay under a legal hold, and are erased after it', async () => {
    const caseId = await open(['access'], 'tvist@example.org');
    await rig.mails.put(`inbound/${caseId}`, Buffer.from('raw'), 'message/rfc822');
    await rig.casework.profiles.addInbound(caseId, `inbound/${caseId}`);
    await done(caseId, { type: 'end', ending: 'withdrawn' });
    await done(caseId, { type: 'set-legal-hold', reason: 'stämning' });
    await purge(40 * day);
    expect((await rig.state(caseId)).common.purged).toBe(false);
    expect(Buffer.from(await rig.mails.read(`inbound/${caseId}`)).toString()).toBe('raw');
    await done(caseId, { type: 'lift-legal-hold' });
    await purge(41 * day);
    expect((await rig.state(caseId)).common.purged).toBe(true);
    await expect(rig.mails.read(`inbound/${caseId}`)).rejects.toThrow();
  });

  it('are erased early if staff agreed with an objection and the letter about it was sent', async () => {
    const caseId = await open(['access'], 'glom@example.org');
    const other = await open(['access'], 'behall@example.org');
    for (const [id, upheld] of [
      [caseId, true],
      [other, false],
    ] as const) {
      await done(id, { type: 'end', ending: 'withdrawn' });
      await done(id, { type: 'object-to-retention', text: 'Jag vill inte finnas kvar' });
      await done(id, { type: 'decide-retention-objection', upheld, reason: 'Vi behöver kunna visa vad vi gjort' });
      expect(await letters(id)).toContain('M14/1');
    }
    await purge(31 * day);
    await purge(32 * day);
    expect(await rig.casework.profiles.get(caseId)).toBeUndefined();
    expect(await rig.casework.profiles.get(other)).toBeDefined();
    // The log stays as evidence, and identifies nobody.
    expect((await rig.casework.log.read(caseId)).length).toBeGreaterThan(3);
    expect((await rig.casework.log.read(caseId)).join()).not.toContain('glom');
  });
});
