// A stranger makes the first request in the name of a person, and has the requester's key. The person has the key in
// the letters. Nothing that the stranger does with their key keeps the person out.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partsOf } from '#casework/linked/parts-of.ts';
import { receiveMail } from '#casework/intake/mail/receive-mail.ts';
import { fetchAnswer, openedWith, sendCode, verifyIdentity, visitorOf } from '#casework/subject/subject-actions.ts';
import { carryOutWish } from '#casework/subject/subject-wishes.ts';
import { openerTriesPerDay, openerTriesPerMailboxAndDay } from '#domain/case/identity/code-rules.ts';
import { opener, person } from '#domain/case/identity/opener.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import type { SubjectRequest } from '#domain/request.ts';
import { passed, rawMail } from '../../domain/mail/mail.ts';
import { answerWithOne, requestByForm } from '../case-steps.ts';
import { later, start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig({ codesPerAddressAndDay: 5 });
});
afterAll(async () => {
  await rig.close();
});

const day = 24 * 60 * 60;
let people = 0;
const nextAddress = (): string => `victim-${(people += 1)}@example.org`;

/** A request of a stranger, by form. */
const requested = async (address: string, at = start, change: Partial<SubjectRequest> = {}) =>
  await requestByForm(rig, address, at, change);

async function mailed(address: string, id: string, at: string, text: string, verdicts = passed) {
  const reception = await receiveMail(
    rig.casework,
    rig.hash,
    {
      raw: rawMail(text, { From: address, Subject: 'Registerutdrag' }),
      verdicts,
      receivedAt: at,
      messageId: id,
      recipients: ['dataskydd@nordvik.example'],
    },
    randomBytes(32).toString('hex'),
    at,
  );
  await rig.settleOwed();
  return reception;
}

const latest = async (caseId: string): Promise<string> => (await rig.state(caseId)).common.challenges.at(-1)?.id ?? '';
async function digits(caseId: string): Promise<{ readonly right: string; readonly wrong: string }> {
  const right = rig.casework.keys.oneTimeCode(caseId, await latest(caseId));
  return { right, wrong: right === '000000' ? '000001' : '000000' };
}
const prove = async (caseId: string, code: string, at: string, by: Actor) =>
  await verifyIdentity(rig.casework, caseId, code, at, by);
const askCode = async (caseId: string, at: string, by: Actor) =>
  await sendCode(rig.casework, caseId, 'identity', at, 'contact', by);
const codeLetters = async (caseId: string): Promise<number> =>
  (await rig.sentFor(caseId)).filter(({ letter }) => letter.startsWith('M23/identity')).length;

describe('The key in a letter', () => {
  it('is not the requester’s key, and shows who has it', async () => {
    const { caseId, accessToken } = await requested(nextAddress());
    for (const { text } of await rig.sentFor(caseId)) {
      const key = /\?key=([\w-]+)/.exec(text)?.[1] ?? '';
      expect(key).not.toBe(accessToken);
      expect((await openedWith(rig.casework, caseId, key, start))?.common.caseId).toBe(caseId);
      expect(visitorOf(rig.casework, caseId, key)).toEqual(person);
    }
    expect(visitorOf(rig.casework, caseId, accessToken)).toEqual(opener);
    expect(await rig.sentFor(caseId)).toHaveLength(2);
  });

  it('of a part is not shown to the requester before they have proven their identity', async () => {
    const { caseId } = await requested(nextAddress(), start, { rights: ['access', 'erasure'] });
    const partKeys = async (by: Actor) =>
      (await partsOf(rig.casework, (await rig.state(caseId)).common, start, by)).map(({ state, accessToken }) =>
        visitorOf(rig.casework, state.common.caseId, accessToken),
      );
    expect(await partKeys(opener)).toEqual([opener]);
    expect(await partKeys(person)).toEqual([person]);
    await prove(caseId, (await digits(caseId)).right, start, opener);
    expect(await partKeys(opener)).toEqual([person]);
  });
});

describe('Whoever made the request', () => {
  it('and reads the mail proves it in the same browser with the code, and counts as the person from then on', async () => {
    const { caseId } = await requested(nextAddress());
    const { right, wrong } = await digits(caseId);
    expect(await prove(caseId, wrong, start, opener)).toMatchObject({ code: 'code-wrong', triesLeft: 4 });
    expect(await prove(caseId, right, later(10), opener)).toEqual({ ok: true });
    expect(await rig.state(caseId)).toMatchObject({ common: { openerShown: true }, stage: { kind: 'planning' } });
  });

  it('enters wrong codes every day, for every code; the person’s right code is still accepted', async () => {
    const { caseId } = await requested(nextAddress());
    for (let on = 0; on < 5; on += 1) {
      const at = (seconds: number): string => later(on * day + seconds);
      for (let round = 0; round < 3; round += 1) {
        const { wrong } = await digits(caseId);
        for (let tried = 0; tried < 6; tried += 1) await prove(caseId, wrong, at(round * 60), opener);
        await askCode(caseId, at(round * 60 + 30), opener);
      }
      // The log of the case has none of these tries.
      expect((await rig.events(caseId)).filter(({ type }) => type === 'code-tried')).toEqual([]);
    }
    const at = later(5 * day - 100);
    expect(await askCode(caseId, at, person)).toEqual({ ok: true });
    const { right, wrong } = await digits(caseId);
    for (let tried = 0; tried < 6; tried += 1) await prove(caseId, wrong, at, opener);
    // With that key not even the right code is accepted.
    expect(await prove(caseId, right, at, opener)).toMatchObject({ rule: 'opener-tries-used' });
    expect(await prove(caseId, right, at, person)).toEqual({ ok: true });
  });

  it('can have two more codes sent in 24 hours, and not a third; the person has five of their own', async () => {
    const { caseId } = await requested(nextAddress());
    for (const seconds of [60, 120]) expect(await askCode(caseId, later(seconds), opener)).toEqual({ ok: true });
    expect(await askCode(caseId, later(180), opener)).toMatchObject({
      code: 'too-many-codes',
      rule: 'codes-of-the-opener-sent',
      values: { from: later(day + 60) },
    });
    for (let count = 0; count < 5; count += 1)
      expect(await askCode(caseId, later(200 + count), person)).toEqual({ ok: true });
    expect(await askCode(caseId, later(300), person)).toMatchObject({ rule: 'codes-of-the-day-sent' });
    expect(await askCode(caseId, later(day + 60), opener)).toEqual({ ok: true });
  });

  it('of many cases uses up the codes of the address; a person with the mailed link still gets one', async () => {
    const address = nextAddress();
    const { caseId } = await requested(address);
    for (const right of ['erasure', 'portability', 'objection', 'restriction'] as const) {
      const other = await requested(address, later(1), { rights: ['access', right] });
      for (const seconds of [2, 3]) await askCode(other.caseId, later(seconds), opener);
    }
    expect(await askCode(caseId, later(60), opener)).toMatchObject({ rule: 'codes-of-the-address-sent' });
    expect(await askCode(caseId, later(60), person)).toEqual({ ok: true });
    expect(await prove(caseId, (await digits(caseId)).right, later(70), person)).toEqual({ ok: true });
  });

  it('does not keep the person from a ready answer, and cannot withdraw a case that the person has proven', async () => {
    const { caseId } = await requested(nextAddress());
    await prove(caseId, (await digits(caseId)).right, start, person);
    await answerWithOne(rig, caseId);
    const wrong = async (): Promise<string> => (await digits(caseId)).wrong;
    const download = async (code: string, by: Actor, at: string) =>
      await fetchAnswer(rig.casework, rig.exports, caseId, { code }, at, by);
    for (let count = 0; count < 4; count += 1) {
      await sendCode(rig.casework, caseId, 'download', later(60 + count), 'contact', opener);
      for (let tried = 0; tried < 6; tried += 1) await download(await wrong(), opener, later(60 + count));
    }
    const withdraw = { type: 'withdraw', wishId: randomUUID(), confirm: true } as const;
    expect(await carryOutWish(rig.casework, caseId, withdraw, later(90), opener)).toMatchObject({
      code: 'stronger-proof-needed',
      rule: 'opener-not-shown',
    });
    expect(await sendCode(rig.casework, caseId, 'download', later(100))).toEqual({ ok: true });
    expect(await download((await digits(caseId)).right, person, later(110))).toMatchObject({ ok: true });
  });

  it('has a few wishes of their own, which do not count towards the person’s', async () => {
    const { caseId } = await requested(nextAddress());
    const wish = async (by: Actor, at: string, text: string) =>
      await carryOutWish(rig.casework, caseId, { type: 'object-to-record', wishId: randomUUID(), text }, at, by);
    for (let count = 0; count < 8; count += 1) await wish(opener, later(count), `${count}`);
    expect(await wish(opener, later(20), 'more')).toMatchObject({ code: 'too-many-wishes' });
    expect(await wish(person, later(30), 'mine')).toEqual({ ok: true });
  });

  it('cannot change the contact point; a person with the mailed link can', async () => {
    const { caseId } = await requested(nextAddress());
    const change = async (by: Actor) =>
      await carryOutWish(
        rig.casework,
        caseId,
        { type: 'change-contact', wishId: randomUUID(), email: nextAddress(), old: 'in-use' },
        later(10),
        by,
      );
    expect(await change(opener)).toMatchObject({ code: 'stronger-proof-needed', rule: 'contact-of-the-opener' });
    expect((await rig.state(caseId)).common.contactChanges).toEqual([]);
    expect(await change(person)).toEqual({ ok: true });
  });

  it('can send few codes to an address that they name as a new contact, over all their cases', async () => {
    const target = nextAddress();
    for (let count = 0; count < 8; count += 1) {
      const { caseId } = await requested(nextAddress());
      const wishId = randomUUID();
      await carryOutWish(
        rig.casework,
        caseId,
        { type: 'change-contact', wishId, email: target, old: 'in-use' },
        later(1),
      );
    }
    const all = await rig.casework.limits.look(
      `contact-code#${rig.casework.keys.personHash({ kind: 'email', value: target })}`,
      { most: 5, seconds: day },
      later(2),
    );
    expect(all.ok).toBe(false);
  });
});

describe('Guessing six digits with the keys of one’s own requests', () => {
  it('is hopeless: five tries a day for a case, ten for a mailbox, for any number of cases', async () => {
    const address = nextAddress();
    const cases = [
      await requested(address),
      await requested(address, start, { rights: ['access', 'erasure'] }),
      await requested(address, start, { rights: ['access', 'portability'] }),
    ];
    let compared = 0;
    for (const { caseId } of cases)
      for (let tried = 0; tried < 8; tried += 1) {
        const guessed = await prove(caseId, (await digits(caseId)).wrong, later(1), opener);
        if (!guessed.ok && guessed.code === 'code-wrong') compared += 1;
      }
    expect(compared).toBe(openerTriesPerMailboxAndDay);
    expect(openerTriesPerDay).toBeLessThanOrEqual(openerTriesPerMailboxAndDay);
    // A case waits for its proof for thirty days.
    expect((openerTriesPerMailboxAndDay * 30) / 1_000_000).toBeLessThanOrEqual(0.0003);
  });
});

describe('A mail that is proven to be from the person’s own address', () => {
  const asks = 'Hej, jag vill ha ett registerutdrag med alla personuppgifter som ni har om mig.';

  it('and repeats the request gets a new link and code, although strangers have used up the limit', async () => {
    const address = nextAddress();
    const { caseId } = await requested(address);
    for (const right of ['erasure', 'portability', 'objection', 'restriction'] as const) {
      const other = await requested(address, later(1), { rights: ['access', right] });
      for (const seconds of [2, 3]) await askCode(other.caseId, later(seconds), opener);
    }
    expect(await askCode(caseId, later(60), opener)).toMatchObject({ rule: 'codes-of-the-address-sent' });
    const before = await codeLetters(caseId);
    expect(await mailed(address, `${address}-soon`, later(120), asks)).toMatchObject({ outcome: 'attached', caseId });
    // The code in the mailbox still works.
    expect(await codeLetters(caseId)).toBe(before);
    expect(await mailed(address, `${address}-again`, later(11 * 60), asks)).toMatchObject({
      outcome: 'attached',
      caseId,
    });
    expect(await codeLetters(caseId)).toBe(before + 1);
    // A second delivery of the same mail sends no second code.
    await mailed(address, `${address}-again`, later(11 * 60 + 1), asks);
    expect(await codeLetters(caseId)).toBe(before + 1);
    expect(await prove(caseId, (await digits(caseId)).right, later(12 * 60), person)).toEqual({ ok: true });
  });

  it('gets at most five codes a day; an unproven mail gets none', async () => {
    const address = nextAddress();
    const { caseId } = await requested(address);
    const before = await codeLetters(caseId);
    await mailed(address, `${address}-forged`, later(10), asks, { ...passed, dmarc: 'GRAY' });
    expect(await codeLetters(caseId)).toBe(before);
    for (let count = 0; count < 8; count += 1)
      await mailed(address, `${address}-${count}`, later((count + 1) * 11 * 60), asks);
    expect(await codeLetters(caseId)).toBe(before + 5);
  });

  it('and opens the case gets its code although strangers have used up those of the address', async () => {
    const address = nextAddress();
    const taken = { most: 5, seconds: day };
    const mailbox = rig.casework.keys.personHash({ kind: 'email', value: address });
    for (let count = 0; count < 5; count += 1) await rig.casework.limits.take(`code#${mailbox}`, taken, start);
    const { caseId = '' } = await mailed(address, `${address}-first`, later(1), asks);
    expect(await codeLetters(caseId)).toBe(1);
  });
});
