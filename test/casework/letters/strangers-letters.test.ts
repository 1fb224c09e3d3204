// The letters that a stranger can cause to a mailbox, and the letters that are left for the person whose mailbox it is.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiveMail } from '#casework/intake/mail/receive-mail.ts';
import { settle } from '#casework/commit/settle.ts';
import { confirmContact, sendCode, verifyIdentity } from '#casework/subject/subject-actions.ts';
import { carryOutWish } from '#casework/subject/subject-wishes.ts';
import { watchAttached } from '#casework/intake/watch-attached.ts';
import { wishSchema } from '#api/subject-wish.ts';
import { opener, person } from '#domain/case/identity/opener.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import type { SubjectRequest } from '#domain/request.ts';
import { passed, rawMail } from '../../domain/mail/mail.ts';
import { requestByForm } from '../case-steps.ts';
import { later, start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig({
    codesPerAddressAndDay: 5,
    lettersPerAddressAndDay: 6,
    lettersPerAddressAndMinute: 2,
    casesPerAddressAndDay: 10,
    requestsPerAddressAndDay: 20,
  });
});
afterAll(async () => {
  await rig.close();
});

const day = 24 * 60 * 60;
let people = 0;
const nextName = (): string => `mailbox-${(people += 1)}`;
const addressOf = (name: string): string => `${name}@example.org`;

const requested = async (address: string, at: string, change: Partial<SubjectRequest> = {}): Promise<string> =>
  (await requestByForm(rig, address, at, change)).caseId;

const wish = async (caseId: string, asked: object, at: string, by: Actor) => {
  const wished = await carryOutWish(rig.casework, caseId, wishSchema.parse({ ...asked, wishId: randomUUID() }), at, by);
  await rig.settleOwed();
  return wished;
};
const withdraw = async (caseId: string, at: string) =>
  await wish(caseId, { type: 'withdraw', confirm: true }, at, opener);
const lettersTo = async (is: (address: string) => boolean): Promise<readonly string[]> =>
  (await rig.allSent()).filter(({ to }) => is(to)).map(({ letter }) => letter);
const attachedTo = async (caseId: string) => (await rig.casework.profiles.get(caseId))?.attachedTo;
async function code(caseId: string): Promise<string> {
  return rig.casework.keys.oneTimeCode(caseId, (await rig.state(caseId)).common.challenges.at(-1)?.id ?? '');
}
const prove = async (caseId: string, at: string, by: Actor = person) =>
  await verifyIdentity(rig.casework, caseId, await code(caseId), at, by);

describe('A case whose letters go to another address than the one with which it was opened, before it is proven', () => {
  const moved = async () => {
    const [victim, other] = [addressOf(nextName()), addressOf(nextName())];
    const first = await requested(victim, start);
    const mine = await requested(victim, later(10));
    expect(await attachedTo(mine)).toBe(first);
    await wish(first, { type: 'change-contact', email: other, old: 'in-use' }, later(60), person);
    await confirmContact(rig.casework, first, { code: await code(first), signedIn: false }, later(70), person);
    return { victim, first, mine };
  };

  it('gets no further requests attached, and the attached ones become a separate case', async () => {
    const { victim, first, mine } = await moved();
    await watchAttached(rig.casework, rig.hash, later(100));
    expect(await attachedTo(mine)).toBe(first);
    const at = later(8 * day);
    await watchAttached(rig.casework, rig.hash, at);
    expect(await attachedTo(mine)).toBeNull();
    expect(await rig.state(mine)).toMatchObject({ stage: { kind: 'identifying' } });
    expect(await attachedTo(await requested(victim, later(8 * day + 60)))).toBe(mine);
  });

  it('releases them also if it was proven at the other address since', async () => {
    const { first, mine } = await moved();
    const at = later(8 * day);
    await sendCode(rig.casework, first, 'identity', at, 'contact', person);
    expect(await prove(first, at)).toEqual({ ok: true });
    await watchAttached(rig.casework, rig.hash, later(8 * day + 60));
    expect(await rig.state(mine)).toMatchObject({ stage: { kind: 'identifying' } });
  });
});

describe('A mailbox that nobody has proven', () => {
  it('gets two letters in a minute, however often a stranger requests, withdraws and cancels', async () => {
    const address = addressOf(nextName());
    for (let round = 0; round < 4; round += 1) {
      const caseId = await requested(address, later(round * 5));
      await withdraw(caseId, later(round * 5 + 1));
      await wish(caseId, { type: 'take-back-withdrawal' }, later(round * 5 + 2), opener);
      await withdraw(caseId, later(round * 5 + 3));
    }
    expect(await lettersTo((to) => to === address)).toEqual(['M1', 'M23/identity-1']);
    // The person's own form causes a receipt and a code, in its own case or in the case to which it is attached.
    const mine = await requested(address, later(70));
    const first = (await attachedTo(mine)) ?? mine;
    expect(await rig.state(first)).toMatchObject({ stage: { kind: 'identifying' } });
    expect((await rig.sentFor(first)).map(({ letter }) => letter).toSorted()).toEqual(['M1', 'M23/identity-1']);
    expect(await prove(first, later(80))).toEqual({ ok: true });
  });

  it('gets no letter about a withdrawal, or its cancellation, by a stranger', async () => {
    const address = addressOf(nextName());
    const caseId = await requested(address, start);
    await withdraw(caseId, later(200));
    await wish(caseId, { type: 'take-back-withdrawal' }, later(300), opener);
    expect(await lettersTo((to) => to === address)).toEqual(['M1', 'M23/identity-1']);
    await sendCode(rig.casework, caseId, 'identity', later(400));
    await prove(caseId, later(410));
    await settle(rig.casework, caseId, later(420));
    expect((await rig.sentFor(caseId)).some(({ letter }) => letter.startsWith('REOPENED'))).toBe(false);
  });

  it('gets the receipt of a complaint that a stranger may have made once the case is proven', async () => {
    const address = addressOf(nextName());
    const caseId = await requested(address, start);
    const asked = { type: 'complain', text: 'Ni svarar aldrig.', damages: false };
    const complained = await wish(caseId, asked, later(100), opener);
    expect(await lettersTo((to) => to === address)).toEqual(['M1', 'M23/identity-1']);
    if (!complained.ok) throw new Error('the complaint was not taken');
    await settle(rig.casework, complained.reference ?? '', later(200));
    expect(await lettersTo((to) => to === address)).toEqual(['M1', 'M23/identity-1']);
    expect(await prove(caseId, later(300))).toEqual({ ok: true });
    await settle(rig.casework, caseId, later(300));
    expect((await rig.sentFor(complained.reference ?? '')).map(({ letter }) => letter)).toEqual(['M21']);
  });

  it('gets at once the receipt of a complaint that the person made with the mailed link', async () => {
    const address = addressOf(nextName());
    const caseId = await requested(address, start);
    await wish(caseId, { type: 'complain', text: 'Ni svarar aldrig.', damages: false }, later(100), person);
    expect(await lettersTo((to) => to === address)).toEqual(['M1', 'M23/identity-1', 'M21']);
  });

  it('is told of what the person did with the mailed link', async () => {
    const address = addressOf(nextName());
    const caseId = await requested(address, start);
    await wish(caseId, { type: 'withdraw', confirm: true }, later(100), person);
    expect(await lettersTo((to) => to === address)).toContain('M27/1');
  });

  it('is one mailbox in all spellings that Gmail accepts', async () => {
    const spellings = ['p.three@gmail.com', 'pt.hree@gmail.com', 'pthree@googlemail.com', 'p.t.h.r.e.e+x@gmail.com'];
    for (const [index, address] of spellings.entries()) await requested(address, later(index * 60));
    const sent = await lettersTo((to) => to.endsWith('@gmail.com') || to.endsWith('@googlemail.com'));
    expect(sent).toHaveLength(6);
  });

  it('has a case of exactly the address beside any number of labels, and its letters are sent as soon as the limit allows', async () => {
    const name = nextName();
    for (let label = 0; label < 11; label += 1) await requested(`${name}+${label}@example.org`, later(label));
    const mine = await requested(addressOf(name), later(30));
    expect(await attachedTo(mine)).toBeNull();
    expect(await rig.state(mine)).toMatchObject({ stage: { kind: 'identifying' } });
    expect(await lettersTo((to) => to.startsWith(name))).toHaveLength(2);
    await settle(rig.casework, mine, later(day));
    expect((await rig.sentFor(mine)).map(({ letter }) => letter)).toContain('M1');
  });
});

describe('Codes for a new address', () => {
  it('that unproven cases request are few, and do not count towards those of a proven case', async () => {
    const target = addressOf(nextName());
    for (let count = 0; count < 7; count += 1) {
      const caseId = await requested(addressOf(nextName()), later(count));
      await wish(caseId, { type: 'change-contact', email: target, old: 'in-use' }, later(count), person);
      expect(
        await wish(caseId, { type: 'change-contact', email: target, old: 'in-use' }, later(count), opener),
      ).toMatchObject({ rule: 'contact-of-the-opener' });
    }
    expect(await lettersTo((to) => to === target)).toHaveLength(2);
    const own = await requested(addressOf(nextName()), later(30));
    await prove(own, later(40));
    await wish(own, { type: 'change-contact', email: target, old: 'in-use' }, later(50), person);
    expect(await lettersTo((to) => to === target)).toHaveLength(3);
  });
});

describe('Codes by SMS', () => {
  it('that strangers request do not count towards those of the person who reads the mail of their case', async () => {
    const phone = { kind: 'phone', value: '070-174 06 12' } as const;
    const withNumber = async (at: string): Promise<string> => {
      const address = addressOf(nextName());
      return await requested(address, at, { identifiers: [{ kind: 'email', value: address }, phone] });
    };
    const ask = async (caseId: string, at: string, by: Actor) =>
      await sendCode(rig.casework, caseId, 'identity', at, 'sms', by);
    const asked = [];
    for (let count = 0; count < 6; count += 1)
      asked.push(await ask(await withNumber(later(count)), later(count), opener));
    expect(asked.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false]);
    expect(await ask(await withNumber(later(60)), later(70), person)).toEqual({ ok: true });
  });
});

describe('Mails that name a case', () => {
  it('and have no authentication leave room for those of the person', async () => {
    const address = addressOf(nextName());
    const caseId = await requested(address, start);
    const mail = async (text: string, id: string, verdicts = passed) =>
      await receiveMail(
        rig.casework,
        rig.hash,
        {
          raw: rawMail(text, { From: address, Subject: `Sv: (ärende ${caseId})` }),
          verdicts,
          receivedAt: later(10),
          messageId: `${address}-${id}`,
          recipients: ['dataskydd@nordvik.example'],
        },
        randomBytes(32).toString('hex'),
        later(10),
      );
    for (let count = 0; count < 22; count += 1)
      await mail(`Hej igen ${count}`, `${count}`, { ...passed, dmarc: 'GRAY' });
    expect(await mail('Jag återkallar min begäran.', 'mine')).toMatchObject({ outcome: 'attached', caseId });
    expect(await rig.state(caseId)).toMatchObject({ stage: { kind: 'closed', ending: 'withdrawn' } });
  });
});
