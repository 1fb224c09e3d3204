import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchAnswer, openedWith, sendCode, subjectStatus, verifyIdentity } from '#casework/subject/subject-actions.ts';
import { approveSearch, deliver, findOne, planned, proveByCode } from '../case-steps.ts';
import { later, start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => {
  await rig.close();
});

const code = (caseId: string, challenge: string): string => rig.casework.keys.oneTimeCode(caseId, challenge);
const wrong = (caseId: string, challenge: string): string =>
  code(caseId, challenge) === '000000' ? '000001' : '000000';

/** A case in which one system was searched by a connector and answered, and staff still search another one. */
async function delivered(): Promise<string> {
  const caseId = await rig.openNew();
  await proveByCode(rig, caseId);
  await approveSearch(rig, caseId, [planned('hubspot'), planned('butiksarkiv', 'manual')]);
  await findOne(rig, caseId);
  await rig.command(caseId, { type: 'reach-cut-off', round: 1 });
  await deliver(rig, caseId);
  return caseId;
}

describe('The key to a case', () => {
  it('opens that case and no other, and any other text opens nothing', async () => {
    const [mine, other] = [await rig.openNew(), await rig.openNew()];
    const token = rig.casework.keys.openerToken(mine);
    expect((await openedWith(rig.casework, mine, token, start))?.common.caseId).toBe(mine);
    for (const [reference, tried] of [
      [other, token],
      [mine, ''],
      [mine, `${token}x`],
      [mine, token.toUpperCase()],
      ['none-none-none-none', token],
      ['none-none-none-none', rig.casework.keys.openerToken('none-none-none-none')],
    ] as const)
      expect(await openedWith(rig.casework, reference, tried, start)).toBeUndefined();
  });

  it('shows nothing about held data before an answer was delivered', async () => {
    const caseId = await rig.openNew();
    expect(subjectStatus(await rig.state(caseId), [], start)).toEqual({
      reference: caseId,
      status: 'verify',
      receivedAt: start,
      due: '2026-12-21',
      extended: false,
      answers: [],
      pending: [],
      strongerProof: false,
      questions: [],
      undoUntil: null,
      parts: [],
    });
  });
});

describe('The proof of identity', () => {
  it('needs the code that was mailed, and uses it up', async () => {
    const caseId = await rig.openNew();
    expect(await sendCode(rig.casework, caseId, 'identity', start)).toEqual({ ok: true });
    const [, mail] = await rig.sentFor(caseId);
    const mailed = /^ {4}(\d{6})$/m.exec(mail?.text ?? '')?.[1] ?? '';
    expect(mailed).toBe(code(caseId, 'identity-1'));
    expect(await verifyIdentity(rig.casework, caseId, mailed, later(60))).toEqual({ ok: true });
    expect(await verifyIdentity(rig.casework, caseId, mailed, later(61))).toMatchObject({ code: 'already-verified' });
    expect(await sendCode(rig.casework, caseId, 'identity', later(62))).toMatchObject({ code: 'already-verified' });
  });

  it('counts each wrong try before it responds, and blocks the code after five, even the right one', async () => {
    const caseId = await rig.openNew();
    await sendCode(rig.casework, caseId, 'identity', start);
    for (const triesLeft of [4, 3, 2, 1, 0])
      expect(await verifyIdentity(rig.casework, caseId, wrong(caseId, 'identity-1'), start)).toEqual({
        ok: false,
        code: 'code-wrong',
        triesLeft,
      });
    const right = code(caseId, 'identity-1');
    expect(await verifyIdentity(rig.casework, caseId, right, start)).toMatchObject({ code: 'too-many-tries' });
    // A new code has new tries, and the old digits do not work.
    await sendCode(rig.casework, caseId, 'identity', later(1));
    expect(await verifyIdentity(rig.casework, caseId, right, later(2))).toMatchObject({ code: 'code-wrong' });
    expect(await verifyIdentity(rig.casework, caseId, code(caseId, 'identity-2'), later(2))).toEqual({ ok: true });
  });

  it('is not easier with many guesses at the same time', async () => {
    const caseId = await rig.openNew();
    await sendCode(rig.casework, caseId, 'identity', start);
    await Promise.allSettled(
      Array.from(
        { length: 15 },
        async () => await verifyIdentity(rig.casework, caseId, wrong(caseId, 'identity-1'), start),
      ),
    );
    const [challenge] = (await rig.state(caseId)).common.challenges;
    expect(challenge?.tries).toBeLessThanOrEqual(5);
    expect((await rig.events(caseId)).filter(({ type }) => type === 'code-tried').length).toBeLessThanOrEqual(5);
  });

  it('with the code of another case is wrong', async () => {
    const [mine, other] = [await rig.openNew(), await rig.openNew()];
    await sendCode(rig.casework, mine, 'identity', start);
    await sendCode(rig.casework, other, 'identity', start);
    expect(code(mine, 'identity-1')).not.toBe(code(other, 'identity-1'));
    expect(await verifyIdentity(rig.casework, mine, code(other, 'identity-1'), start)).toMatchObject({
      code: 'code-wrong',
    });
  });
});

describe('The answer', () => {
  it('is downloaded once with a code, also if two requests arrive at the same time', async () => {
    const caseId = await delivered();
    expect(subjectStatus(await rig.state(caseId), [], start)).toMatchObject({
      status: 'ready',
      pending: ['butiksarkiv'],
    });
    await sendCode(rig.casework, caseId, 'download', start);
    const wanted = { code: code(caseId, 'download-2') };
    const both = await Promise.all(
      [1, 2].map(async () => await fetchAnswer(rig.casework, rig.exports, caseId, wanted, start)),
    );
    const granted = both.filter((one) => one.ok);
    expect(granted).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ code: 'code-used' });
    const { url, expiresAt } = granted[0] as { url: string; expiresAt: string };
    expect(expiresAt).toBe(later(300));
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('300');
    expect(await (await fetch(url)).text()).toBe('the answer');
    expect((await rig.state(caseId)).common.grants).toHaveLength(1);
  });

  it('of a round that does not exist uses a try and gives nothing', async () => {
    const caseId = await delivered();
    await sendCode(rig.casework, caseId, 'download', start);
    const wanted = { code: code(caseId, 'download-2'), round: 2 };
    expect(await fetchAnswer(rig.casework, rig.exports, caseId, wanted, start)).toMatchObject({
      code: 'not-available',
    });
    // The code was right, and is not used up.
    expect(await fetchAnswer(rig.casework, rig.exports, caseId, { code: wanted.code }, start)).toMatchObject({
      ok: true,
    });
  });

  it('is not available before it is delivered, nor after its last day', async () => {
    const early = await rig.openNew();
    expect(await sendCode(rig.casework, early, 'download', start)).toMatchObject({ code: 'not-available' });
    const caseId = await delivered();
    const after = '2026-12-04T23:00:00.000Z';
    expect(await sendCode(rig.casework, caseId, 'download', after)).toMatchObject({ code: 'not-available' });
    expect(subjectStatus(await rig.state(caseId), [], after).status).toBe('searching');
  });
});
