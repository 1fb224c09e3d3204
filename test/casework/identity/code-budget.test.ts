// How many codes are sent: for each case and purpose, and to an address for all its unproven cases.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendCode, verifyIdentity } from '#casework/subject/subject-actions.ts';
import { opener } from '#domain/case/identity/opener.ts';
import { answerWithOne, proveByCode } from '../case-steps.ts';
import { later, startRig, start, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig({ codesPerAddressAndDay: 3 });
});
afterAll(async () => {
  await rig.close();
});

const day = 24 * 60 * 60;
let people = 0;
function nextAddress(): string {
  people += 1;
  return `person-${people}@example.org`;
}

async function open(address: string, at = start): Promise<string> {
  const request = rig.request({ identifiers: [{ kind: 'email', value: address }] });
  const opened = await rig.open(randomUUID(), { request, at });
  if (!opened.ok) throw new Error(opened.code);
  return opened.caseId;
}

const codeOf = (caseId: string, challenge: string): string => rig.casework.keys.oneTimeCode(caseId, challenge);

/** A case of the address with an answer that can be downloaded. */
async function withAnswer(address: string): Promise<string> {
  const caseId = await open(address);
  await proveByCode(rig, caseId);
  await answerWithOne(rig, caseId);
  return caseId;
}

describe('The codes of an address', () => {
  it('are still sent for a ready answer after strangers have used up the limit', async () => {
    const address = nextAddress();
    const mine = await withAnswer(address);
    for (let stranger = 1; stranger <= 5; stranger += 1)
      await sendCode(rig.casework, await open(address), 'identity', later(60), 'contact', opener);
    expect(await sendCode(rig.casework, mine, 'download', later(120))).toEqual({ ok: true });
    expect((await rig.sentFor(mine)).filter(({ letter }) => letter.startsWith('M23/download'))).toHaveLength(1);
  });

  it('are limited over all unproven cases in any 24 hours, and the refusal says from when more are possible', async () => {
    const address = nextAddress();
    // The test is late in the day, because the limit does not begin anew at midnight.
    const evening = '2026-11-20T23:59:00.000Z';
    const at = (seconds: number): string => later(seconds, evening);
    for (let count = 0; count < 3; count += 1)
      expect(
        await sendCode(rig.casework, await open(address, evening), 'identity', at(count * 60), 'contact', opener),
      ).toEqual({
        ok: true,
      });
    const fourth = await open(address, evening);
    for (const seconds of [180, 3600, day - 1])
      expect(await sendCode(rig.casework, fourth, 'identity', at(seconds), 'contact', opener)).toMatchObject({
        code: 'too-many-codes',
        rule: 'codes-of-the-address-sent',
        values: { from: at(day) },
      });
    expect(await sendCode(rig.casework, fourth, 'identity', at(day), 'contact', opener)).toEqual({ ok: true });
    expect(await sendCode(rig.casework, fourth, 'identity', at(day + 1), 'contact', opener)).toMatchObject({
      values: { from: at(day + 60) },
    });
  });

  it('are not counted for an attempt that the case itself refuses', async () => {
    const address = nextAddress();
    const proven = await open(address);
    await sendCode(rig.casework, proven, 'identity', start, 'contact', opener);
    await verifyIdentity(rig.casework, proven, codeOf(proven, 'identity-1'), start);
    for (let attempt = 0; attempt < 4; attempt += 1)
      expect(await sendCode(rig.casework, proven, 'identity', later(1), 'contact', opener)).toMatchObject({
        code: 'already-verified',
      });
    const next = await open(address);
    expect(await sendCode(rig.casework, next, 'identity', later(2), 'contact', opener)).toEqual({ ok: true });
    expect(await sendCode(rig.casework, next, 'identity', later(3), 'contact', opener)).toEqual({ ok: true });
  });

  it('that are requested at the same moment do not exceed the limit', async () => {
    const address = nextAddress();
    const cases = await Promise.all(Array.from({ length: 8 }, async () => await open(address)));
    const sent = await Promise.all(
      cases.map(async (one) => await sendCode(rig.casework, one, 'identity', start, 'contact', opener)),
    );
    expect(sent.filter(({ ok }) => ok)).toHaveLength(3);
  });
});

describe('The codes of a case', () => {
  it('are five for each purpose in any 24 hours, and the refusal says from when another is possible', async () => {
    const mine = await withAnswer(nextAddress());
    for (let count = 0; count < 5; count += 1) {
      expect(await sendCode(rig.casework, mine, 'download', later(count * 60))).toEqual({ ok: true });
      await rig.settleOwed();
    }
    expect(await sendCode(rig.casework, mine, 'download', later(day - 1))).toMatchObject({
      code: 'too-many-codes',
      rule: 'codes-of-the-day-sent',
      values: { from: later(day) },
    });
    expect(await sendCode(rig.casework, mine, 'download', later(day))).toEqual({ ok: true });
  });
});
