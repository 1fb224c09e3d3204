// A code by SMS, over the local services. A code goes to the stated number as often as by mail, and the code for the
// answer goes to the proven number.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Casework, Settling } from '#casework/commit/casework.ts';
import { lawView } from '#casework/staff/law-view.ts';
import { reconcile } from '#casework/commit/reconcile.ts';
import { settle } from '#casework/commit/settle.ts';
import { settleCase } from '#casework/commit/settle-case.ts';
import { sendCode, verifyIdentity } from '#casework/subject/subject-actions.ts';
import { organisationSchema, type Organisation } from '#domain/organisation/organisation.ts';
import type { SubjectRequest } from '#domain/request.ts';
import { answerWithOne } from '../case-steps.ts';
import { deaths, Killed, killedAt } from '#test/support/memory-stores/faults.ts';
import { contact, later, start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterEach(() => {
  rig.smsFault = undefined;
  rig.reports.length = 0;
});
afterAll(async () => {
  await rig.close();
});

// Test numbers that nobody has. Each case has its own number, so that its SMS can be recognised.
let numbers = 0;
function nextNumber(): string {
  numbers += 1;
  return `+467017406${String(4 + numbers).padStart(2, '0')}`;
}

async function open(
  phone: string,
  change: Partial<SubjectRequest> = {},
  other: Rig = rig,
): Promise<{ readonly caseId: string; readonly phone: string }> {
  const request = other.request({
    identifiers: [
      { kind: 'email', value: contact },
      { kind: 'phone', value: phone },
    ],
    ...change,
  });
  const opened = await other.open(randomUUID(), { request });
  if (!opened.ok) throw new Error(opened.code);
  return { caseId: opened.caseId, phone };
}

const code = (caseId: string, challenge: string): string => rig.casework.keys.oneTimeCode(caseId, challenge);
const textsTo = async (phone: string, from: Rig = rig): Promise<readonly string[]> =>
  (await from.texted()).filter(({ to }) => to === phone).map(({ text }) => text);
async function bySms(caseId: string, at = start, casework: Casework = rig.casework) {
  const sent = await sendCode(casework, caseId, 'identity', at, 'sms');
  await rig.settleOwed();
  return sent;
}
const mailed = async (caseId: string): Promise<readonly string[]> =>
  (await rig.sentFor(caseId)).map(({ letter }) => letter).filter((letter) => letter.startsWith('M23'));

/** A case that was proven by SMS, with an answer that can be downloaded. */
async function delivered(): Promise<{ readonly caseId: string; readonly phone: string }> {
  const { caseId, phone } = await open(nextNumber());
  await bySms(caseId);
  await verifyIdentity(rig.casework, caseId, code(caseId, 'identity-1'), start);
  await answerWithOne(rig, caseId);
  return { caseId, phone };
}

describe('A code by SMS', () => {
  it('is sent to the stated number as one SMS from the controller, not by mail, and proves the number', async () => {
    const { caseId, phone } = await open(nextNumber());
    expect(await bySms(caseId)).toEqual({ ok: true });
    expect((await rig.texted()).at(-1)).toMatchObject({ from: 'NORDVIK', to: phone });
    expect(await textsTo(phone)).toEqual([
      `Nordvik Fritid AB: Din kod är ${code(caseId, 'identity-1')}. Den gäller i 10 minuter. Vi ber aldrig om koden i telefon. Inte du? Bortse från detta.`,
    ]);
    expect(await mailed(caseId)).toEqual([]);
    expect((await rig.state(caseId)).common.letters.get('one-time-code/identity-1')?.sentAt).toBe(start);
    expect(await verifyIdentity(rig.casework, caseId, code(caseId, 'identity-1'), start)).toEqual({ ok: true });
    expect((await rig.state(caseId)).common.proofs).toMatchObject([
      { method: 'sms-code', level: 'contact-point', identifier: { kind: 'phone' } },
    ]);
  });

  it('that proved a number makes the case view tell staff that the answer is sent there, until the address is confirmed', async () => {
    const { caseId } = await open(nextNumber());
    const view = async () => {
      const profile = await rig.casework.profiles.get(caseId);
      if (profile === undefined) throw new Error('no profile');
      return lawView(await rig.state(caseId), profile, rig.casework.organisation, start);
    };
    expect(await view()).toMatchObject({ contactUnconfirmed: false, answerBySms: false });
    await bySms(caseId);
    await verifyIdentity(rig.casework, caseId, code(caseId, 'identity-1'), start);
    expect(await view()).toMatchObject({ contactUnconfirmed: true, answerBySms: true });
    await rig.command(caseId, { type: 'confirm-contact', text: 'asked' }, { by: { kind: 'staff', id: 'staff-7f3a' } });
    expect(await view()).toMatchObject({ contactUnconfirmed: false, answerBySms: false });
  });

  it('is in the language of the case', async () => {
    const { caseId, phone } = await open(nextNumber(), { language: 'en' });
    await bySms(caseId);
    expect((await textsTo(phone))[0]).toContain('Your code is');
  });

  it('has five tries, and a new code replaces it', async () => {
    const { caseId, phone } = await open(nextNumber());
    await bySms(caseId);
    const wrong = code(caseId, 'identity-1') === '000000' ? '000001' : '000000';
    for (let left = 4; left >= 0; left -= 1)
      expect(await verifyIdentity(rig.casework, caseId, wrong, start)).toEqual({
        ok: false,
        code: 'code-wrong',
        triesLeft: left,
      });
    expect(await verifyIdentity(rig.casework, caseId, code(caseId, 'identity-1'), start)).toMatchObject({
      code: 'too-many-tries',
    });
    await bySms(caseId, later(30));
    expect(await textsTo(phone)).toHaveLength(2);
    expect(await verifyIdentity(rig.casework, caseId, code(caseId, 'identity-2'), later(31))).toEqual({ ok: true });
  });

  it('is not sent to a fixed number, without a stated number, or after the first proof', async () => {
    const before = (await rig.texted()).length;
    const fixed = await open('+4684650040');
    expect(await bySms(fixed.caseId)).toMatchObject({ ok: false, code: 'out-of-order' });
    const none = await open('', { identifiers: [{ kind: 'email', value: contact }] });
    expect(await bySms(none.caseId)).toMatchObject({ ok: false, code: 'out-of-order' });
    const { caseId } = await open(nextNumber());
    await sendCode(rig.casework, caseId, 'identity', start);
    await verifyIdentity(rig.casework, caseId, code(caseId, 'identity-1'), start);
    expect(await bySms(caseId, later(30))).toMatchObject({ ok: false, code: 'out-of-order' });
    expect(await rig.texted()).toHaveLength(before);
  });

  it('is not sent by a controller that sends no SMS', async () => {
    const silent = { ...rig.casework, organisation: withoutSms(rig.organisation) };
    const { caseId, phone } = await open(nextNumber());
    expect(await bySms(caseId, start, silent)).toMatchObject({ ok: false, code: 'out-of-order' });
    expect(await textsTo(phone)).toEqual([]);
  });

  it('leaves the number in no event and no report', async () => {
    const { caseId, phone } = await open(nextNumber());
    rig.smsFault = 'blocked';
    await bySms(caseId);
    const local = phone.replace('+46', '');
    expect((await rig.casework.log.read(caseId)).join('\n')).not.toContain(local);
    expect(rig.reports).toHaveLength(1);
    expect(rig.reports.map(({ what, caseId: of }) => `${what} ${of}`).join()).not.toContain(local);
  });
});

describe('The SMS service', () => {
  it.each(['throttled', 'unavailable', 'opted-out', 'blocked'] as const)(
    'that is %s leaves the code owed and delays no other letter, and the code is sent once the service works',
    async (fault) => {
      const { caseId, phone } = await open(nextNumber());
      rig.smsFault = fault;
      expect(await bySms(caseId)).toEqual({ ok: true });
      expect(rig.reports.map(({ what }) => what)).toEqual(['send the letter one-time-code']);
      expect((await rig.state(caseId)).common.letters.get('one-time-code/identity-1')).toMatchObject({
        attempt: 1,
        sentAt: null,
      });
      await rig.command(caseId, { type: 'owe-status' });
      expect((await rig.sentFor(caseId)).map(({ letter }) => letter)).toContain('STATUS/2026-12-21');
      rig.smsFault = undefined;
      await reconcile(rig.casework, rig.hash, later(60));
      expect(await textsTo(phone)).toHaveLength(1);
      expect(await verifyIdentity(rig.casework, caseId, code(caseId, 'identity-1'), later(61))).toEqual({ ok: true });
    },
  );

  it('that fails until the code has expired gets a new code, and never the old one', async () => {
    const { caseId, phone } = await open(nextNumber());
    rig.smsFault = 'opted-out';
    await bySms(caseId);
    rig.smsFault = undefined;
    await settle(rig.casework, caseId, later(601));
    expect(await textsTo(phone)).toHaveLength(1);
    expect((await textsTo(phone))[0]).toContain(code(caseId, 'identity-2'));
    expect((await textsTo(phone))[0]).not.toContain(code(caseId, 'identity-1'));
    // The address can still get a code.
    expect(await sendCode(rig.casework, caseId, 'identity', later(602))).toEqual({ ok: true });
    expect(await mailed(caseId)).toEqual(['M23/identity-3']);
  });

  it('that accepted the SMS and lost its response is asked again: a second SMS is better than none', async () => {
    const { caseId, phone } = await open(nextNumber());
    rig.smsFault = 'answer-lost';
    await bySms(caseId);
    rig.smsFault = undefined;
    await settle(rig.alone, caseId, later(60));
    const texts = await textsTo(phone);
    expect(texts).toHaveLength(2);
    expect(new Set(texts).size).toBe(1);
  });

  it('gets the code at least once, whenever the process is killed', async () => {
    const whole = await open(nextNumber());
    const { calls, casework: counted } = killedAt(rig.casework, Number.POSITIVE_INFINITY);
    const sendAndSettle = async (casework: Settling, caseId: string): Promise<void> => {
      await bySms(caseId, start, casework);
      await settleCase(casework, caseId, start);
    };
    await sendAndSettle(counted, whole.caseId);
    expect(calls).toContain('sms.send');
    for (const at of deaths(calls)) {
      const { caseId, phone } = await open(nextNumber());
      const killed = killedAt(rig.casework, at);
      await sendAndSettle(killed.casework, caseId).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      const issued = (await rig.state(caseId)).common.challenges.length > 0;
      await settle(rig.alone, caseId, later(60));
      const texts = await textsTo(phone);
      expect({ at, issued, sent: texts.length > 0 }).toEqual({ at, issued, sent: issued });
      expect(texts.length).toBeLessThanOrEqual(2);
    }
  });
});

describe('The codes of one day', () => {
  it('are counted by number over all cases, separately from codes to the address', async () => {
    const few = await startRig({ codesPerAddressAndDay: 2 });
    try {
      const phone = nextNumber();
      const mine = [];
      for (let count = 0; count < 3; count += 1)
        mine.push((await open(phone, { identifiers: person(count, phone) }, few)).caseId);
      const [first = '', second = '', third = ''] = mine;
      expect(await sendCode(few.casework, first, 'identity', start, 'sms')).toEqual({ ok: true });
      expect(await sendCode(few.casework, second, 'identity', start, 'sms')).toEqual({ ok: true });
      expect(await sendCode(few.casework, third, 'identity', start, 'sms')).toMatchObject({ code: 'too-many-codes' });
      expect(await sendCode(few.casework, third, 'identity', start)).toEqual({ ok: true });
      expect(await textsTo(phone, few)).toHaveLength(2);
      const tomorrow = later(24 * 60 * 60);
      expect(await sendCode(few.casework, third, 'identity', tomorrow, 'sms')).toEqual({ ok: true });
    } finally {
      await few.close();
    }
  });
});

describe('The code for the answer', () => {
  it('is sent by SMS to the proven number, and never to the unproven address', async () => {
    const { caseId, phone } = await delivered();
    expect(await sendCode(rig.casework, caseId, 'download', later(30))).toEqual({ ok: true });
    expect((await textsTo(phone)).at(-1)).toContain(code(caseId, 'download-2'));
    expect(await mailed(caseId)).toEqual([]);
    for (const { text } of await rig.sentFor(caseId)) expect(text).not.toContain(code(caseId, 'download-2'));
  });

  it('is not sent at all once the controller sends no SMS: it does not go to the address instead', async () => {
    const { caseId, phone } = await delivered();
    const silent = { ...rig.casework, organisation: withoutSms(rig.organisation) };
    expect(await sendCode(silent, caseId, 'download', later(30))).toMatchObject({ ok: false, code: 'out-of-order' });
    expect(await textsTo(phone)).toHaveLength(1);
    expect(await mailed(caseId)).toEqual([]);
  });
});

function person(index: number, phone: string): SubjectRequest['identifiers'] {
  return [
    { kind: 'email', value: `person-${index}@example.org` },
    { kind: 'phone', value: phone },
  ];
}

function withoutSms(organisation: Organisation): Organisation {
  return organisationSchema.parse({
    ...organisation,
    controllers: organisation.controllers.map((one) => ({
      ...one,
      identity: { ...one.identity, smsCode: undefined },
    })),
  });
}
