import { randomUUID } from 'node:crypto';
import { resourcesOf } from '#casework/search/resources-of.ts';
import { loadConnectors } from '#connectors/registry.ts';
import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '#api/staff-command.ts';
import { caseView } from '#casework/staff/case-view.ts';
import { staffCommand } from '#casework/staff/staff-command.ts';
import { sendCode, verifyIdentity } from '#casework/subject/subject-actions.ts';
import { readCommit } from '#domain/case/log/commit.ts';
import { verifyAudit, headLine } from '#domain/case/log/audit.ts';
import { sha256 } from '#domain/canonical/canonical.ts';
import { agreed, at, give, openIn } from '../desk.ts';
import { demo, now, Office } from '../office.ts';
import { deaths, killedAt } from '#test/support/memory-stores/faults.ts';

const connectors = await loadConnectors();

const address = ['Åsa Berg', 'Exempelgatan 2', '111 22 Stockholm'];

/**
 * A case with letters by post to the registered address, and a code that is in a letter. Also that code, and a wrong
 * one.
 */
async function posted(): Promise<{ office: Office; caseId: string; code: string; wrong: string }> {
  const office = new Office();
  const caseId = await openIn(office, {
    identifiers: [
      { kind: 'email', value: 'asa.berg@example.org' },
      { kind: 'personnummer', value: '197101019045' },
    ],
  });
  await agreed(office, caseId, { type: 'move-to-post', address, reason: 'wish', registered: true });
  expect(await sendCode(office.casework, caseId, 'identity', now)).toEqual({ ok: true });
  const { id } = (await office.state(caseId)).common.challenges.at(-1) ?? { id: '' };
  const code = office.casework.keys.oneTimeCode(caseId, id);
  return { office, caseId, code, wrong: code === '000000' ? '000001' : '000000' };
}

const enter = async (office: Office, caseId: string, code: string, when = at(5), member = 'erik'): Promise<string> =>
  await give(office, caseId, { type: 'enter-code', code }, when, member);
const tries = async (office: Office, caseId: string): Promise<number | undefined> =>
  (await office.state(caseId)).common.challenges.at(-1)?.tries;

describe('A code by letter that the person read out or sent back', () => {
  it('is entered by staff and proves what the letter proves, and the log says who entered it', async () => {
    const { office, caseId, code } = await posted();
    expect(await enter(office, caseId, code)).toBe('ok');
    const state = await office.state(caseId);
    expect(state).toMatchObject({
      common: {
        proofs: [{ method: 'letter-code', by: { kind: 'staff', id: 'erik' }, identifier: { kind: 'personnummer' } }],
      },
      stage: { kind: 'planning', search: { level: 'strong' } },
    });
    const log = office.commits.get(caseId) ?? [];
    const events = log.flatMap((text) => readCommit(text).events);
    expect(events.filter(({ type }) => type === 'code-tried')).toMatchObject([{ by: { kind: 'staff', id: 'erik' } }]);
    const view = caseView(state, log, await office.profile(caseId), demo, at(5), {
      viewer: { id: 'erik', roles: new Set(['case-worker']) },
      mayKnow: () => true,
      resources: resourcesOf(connectors),
      others: [],
      attached: [],
    });
    expect(view.timeline.slice(-2)).toMatchObject([
      { type: 'code-tried', by: 'staff:erik' },
      { type: 'identity-proven', by: 'staff:erik' },
    ]);
    const head = { caseId, seq: log.length, hash: sha256(log.at(-1) ?? ''), anchoredAt: at(5) };
    expect(await verifyAudit([...log, headLine(head), ''].join('\n'))).toMatchObject({ ok: true });
  });

  it('can be entered while it is valid, and is never shown: not in the view, the log or a refusal', async () => {
    const { office, caseId, code, wrong } = await posted();
    const shown = async (when: string): Promise<ReturnType<typeof caseView>> =>
      caseView(await office.state(caseId), office.commits.get(caseId) ?? [], await office.profile(caseId), demo, when, {
        viewer: { id: 'erik', roles: new Set(['case-worker']) },
        mayKnow: () => true,
        resources: resourcesOf(connectors),
        others: [],
        attached: [],
      });
    expect((await shown(at(5))).letterCode).toEqual({ expiresAt: at(30), triesLeft: 5 });
    const refused = await enter(office, caseId, wrong);
    expect(refused).toBe('code-wrong: 4');
    expect((await shown(at(5))).letterCode).toEqual({ expiresAt: at(30), triesLeft: 4 });
    expect((await shown(at(30))).letterCode).toBeNull();
    await enter(office, caseId, code);
    expect((await shown(at(6))).letterCode).toBeNull();
    expect(JSON.stringify([await shown(at(6)), office.commits.get(caseId)])).not.toMatch(new RegExp(`\\b${code}\\b`));
  });

  it('has five tries in all, whoever enters it', async () => {
    const { office, caseId, code, wrong } = await posted();
    for (const left of [4, 3, 2]) expect(await enter(office, caseId, wrong)).toBe(`code-wrong: ${left}`);
    for (const triesLeft of [1, 0])
      expect(await verifyIdentity(office.casework, caseId, wrong, at(5))).toMatchObject({ triesLeft });
    expect(await enter(office, caseId, code)).toMatch(/^too-many-tries: /);
    expect(await tries(office, caseId)).toBe(5);
    expect((await office.state(caseId)).common.proofs).toEqual([]);
  });

  it.each([
    ['too old', 'code-expired', async () => at(30)],
    [
      'sent to where the person is not written to any more',
      'code-expired',
      async ({ office, caseId }: Awaited<ReturnType<typeof posted>>) => {
        const elsewhere = ['Å B', 'Ny gata 1'];
        await agreed(
          office,
          caseId,
          { type: 'move-to-post', address: elsewhere, reason: 'wish', registered: true },
          at(4),
        );
        return at(5);
      },
    ],
    [
      'used',
      'already-verified',
      async ({ office, caseId, code }: Awaited<ReturnType<typeof posted>>) => {
        await verifyIdentity(office.casework, caseId, code, at(4));
        return at(5);
      },
    ],
  ] as const)(
    'that is %s is refused as the person’s own try is, and no try is counted',
    async (_, refusal, prepare) => {
      const letter = await posted();
      const when = await prepare(letter);
      const before = await tries(letter.office, letter.caseId);
      expect(await enter(letter.office, letter.caseId, letter.code, when)).toMatch(new RegExp(`^${refusal}: `));
      expect(await tries(letter.office, letter.caseId)).toBe(before);
    },
  );

  it('cannot be entered by a member of staff who is locked out', async () => {
    const { office, caseId, code } = await posted();
    await give(office, caseId, { type: 'lock-out', member: 'staff-55d8' });
    expect(await enter(office, caseId, code, at(5), 'staff-55d8')).toMatch(/^locked-out: /);
    expect(await tries(office, caseId)).toBe(0);
  });

  it('that was mailed cannot be entered by staff', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await sendCode(office.casework, caseId, 'identity', now);
    const code = office.casework.keys.oneTimeCode(caseId, 'identity-1');
    expect(await enter(office, caseId, code, now)).toMatch(/^not-available: /);
    expect(await tries(office, caseId)).toBe(0);
    expect(await enter(office, await openIn(office), code, now)).toMatch(/^no-code: /);
  });

  it('uses one try if the same command is repeated, and its id cannot be used for another code', async () => {
    const { office, caseId, code } = await posted();
    // By chance this is the code that is sent next.
    const wrong = office.casework.keys.oneTimeCode(caseId, 'identity-2');
    const commandId = randomUUID();
    const { seq } = (await office.state(caseId)).common;
    const send = async (entered: string): Promise<unknown> => {
      const command: StaffCommand = { type: 'enter-code', code: entered, commandId, expectedSeq: seq };
      return await staffCommand(office.casework, {} as never, caseId, 'erik', command, at(5));
    };
    for (const _ of [1, 2, 3]) expect(await send(wrong)).toEqual({ ok: false, code: 'code-wrong', triesLeft: 4 });
    expect(await tries(office, caseId)).toBe(1);
    expect(await send(code)).toMatchObject({ code: 'command-id-reused' });
    // A try that was counted on an older code is not compared with a newer one.
    await sendCode(office.casework, caseId, 'identity', at(6));
    expect(await send(wrong)).toMatchObject({ code: 'code-wrong' });
    expect(await tries(office, caseId)).toBe(0);
  });

  it('proves once, wherever the process that recorded it died', async () => {
    const run = async (kill: number): Promise<readonly string[]> => {
      const { office, caseId, code } = await posted();
      const { seq } = (await office.state(caseId)).common;
      const command: StaffCommand = { type: 'enter-code', code, commandId: randomUUID(), expectedSeq: seq };
      const killed = killedAt(office.casework, kill);
      await staffCommand(killed.casework, {} as never, caseId, 'erik', command, at(5)).catch(() => undefined);
      const again = await staffCommand(office.casework, {} as never, caseId, 'erik', command, at(5));
      expect(again).toMatchObject({ ok: true });
      const state = await office.state(caseId);
      expect([state.common.proofs.length, state.common.challenges.at(-1)?.tries]).toEqual([1, 1]);
      return killed.calls;
    };
    for (const death of deaths(await run(Infinity))) await run(death);
  });
});
