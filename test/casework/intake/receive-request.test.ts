// Requests that anybody may have made: many requests for one address, from many networks and from one.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachedTo, attachedWith } from '#casework/intake/attached-view.ts';
import type { Settling } from '#casework/commit/casework.ts';
import { loadCase } from '#casework/commit/commit-command.ts';
import { checkRequest } from '#casework/intake/open-request.ts';
import { receiveRequest, type ReceivedRequest } from '#casework/intake/receive-request.ts';
import { receiveMail } from '#casework/intake/mail/receive-mail.ts';
import { settle } from '#casework/commit/settle.ts';
import { openedWith, verifyIdentity } from '#casework/subject/subject-actions.ts';
import { carryOutWish } from '#casework/subject/subject-wishes.ts';
import { forgetAttached, watchAttached } from '#casework/intake/watch-attached.ts';
import { opener, person } from '#domain/case/identity/opener.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import type { SubjectRequest } from '#domain/request.ts';
import { passed, rawMail } from '../../domain/mail/mail.ts';
import { afterRequest } from '../case-steps.ts';
import { later, start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig({
    codesPerAddressAndDay: 3,
    lettersPerAddressAndDay: 6,
    lettersPerAddressAndMinute: 6,
    casesPerAddressAndDay: 3,
    requestsPerAddressAndDay: 8,
    requestsPerNetworkAndHour: 6,
  });
});
afterAll(async () => {
  await rig.close();
});

const day = 24 * 60 * 60;
let count = 0;
function next(): number {
  count += 1;
  return count;
}
const nextAddress = (): string => `person-${next()}@example.org`;
const nextNetwork = (): string => `net-${next()}`;

interface Sending {
  readonly address: string;
  readonly network?: string;
  readonly at?: string;
  readonly key?: string;
  readonly with?: Settling;
  readonly change?: Partial<SubjectRequest>;
}

async function send(sending: Sending): Promise<ReceivedRequest> {
  const { address, network = nextNetwork(), at = start, key = randomUUID(), change = {} } = sending;
  const identifiers: SubjectRequest['identifiers'] = [{ kind: 'email', value: address }];
  const checked = checkRequest(rig.organisation, rig.request({ identifiers, ...change }), at);
  if (!checked.ok) throw new Error('the request is not right');
  const answer = await receiveRequest(
    sending.with ?? rig.casework,
    rig.hash,
    checked.checked,
    { channel: 'portal', receivedAt: at, route: 'test', idempotencyKey: key, hold: null },
    { network, newCaseKey: randomBytes(32).toString('hex') },
    at,
  );
  if (answer.ok) await afterRequest(rig, answer.caseId, at, sending.with);
  return answer;
}

async function received(sending: Sending): Promise<{ readonly caseId: string; readonly accessToken: string }> {
  const answer = await send(sending);
  if (!answer.ok) throw new Error(answer.code);
  return answer;
}

const isCase = async (caseId: string): Promise<boolean> => (await loadCase(rig.casework, caseId)).state !== undefined;
const listed = async (caseId: string): Promise<boolean> => (await rig.casework.summaries.get(caseId)) !== undefined;
const lettersTo = async (address: string): Promise<number> =>
  (await rig.allSent()).filter(({ to }) => to === address).length;
const lettersOf = async (caseId: string): Promise<readonly string[]> =>
  (await rig.sentFor(caseId)).map(({ letter }) => letter);
async function prove(caseId: string, at = start): Promise<void> {
  const code = rig.casework.keys.oneTimeCode(caseId, 'identity-1');
  expect(await verifyIdentity(rig.casework, caseId, code, at)).toEqual({ ok: true });
}
const withdraw = async (caseId: string, at: string, by: Actor = person) =>
  await carryOutWish(rig.casework, caseId, { type: 'withdraw', wishId: randomUUID(), confirm: true }, at, by);

describe('The first request for an address', () => {
  it('opens a case whose code is committed and sent, after the response', async () => {
    const { caseId } = await received({ address: nextAddress() });
    expect((await rig.state(caseId)).common.challenges.map(({ purpose }) => purpose)).toEqual(['identity']);
    expect(await lettersOf(caseId)).toEqual(['M1', 'M23/identity-1']);
  });
});

describe('Later requests for the same address, rights and controller', () => {
  it('are attached to the first, each with its own reference, token and identifiers, without a letter, a row or a workflow', async () => {
    const address = nextAddress();
    const first = await received({ address });
    const later1 = await received({
      address,
      change: {
        identifiers: [
          { kind: 'email', value: address },
          { kind: 'customerNumber', value: 'K-104882' },
        ],
        message: 'mitt eget',
      },
    });
    const later2 = await received({ address });
    expect(new Set([first.caseId, later1.caseId, later2.caseId]).size).toBe(3);
    for (const { caseId } of [later1, later2]) {
      expect(await isCase(caseId)).toBe(false);
      expect(await listed(caseId)).toBe(false);
      expect(await lettersOf(caseId)).toEqual([]);
      await expect(rig.executionStatus(caseId, 1)).rejects.toThrow();
    }
    expect(await lettersOf(first.caseId)).toHaveLength(2);
    // Requests of the same instant have no meaningful order.
    const attached = await attachedTo(rig.casework, first.caseId);
    expect(attached.toSorted((a, b) => b.claimed.length - a.claimed.length)).toMatchObject([
      {
        reference: later1.caseId,
        receivedAt: start,
        claimed: [{ kind: 'customerNumber', masked: 'K•••2' }],
        message: 'mitt eget',
      },
      { reference: later2.caseId, receivedAt: start, claimed: [], message: null },
    ]);
  });

  it('have tokens that open nothing of the first case, only their own request', async () => {
    const address = nextAddress();
    const first = await received({ address });
    const other = await received({ address });
    expect(await openedWith(rig.casework, other.caseId, other.accessToken, start)).toBeUndefined();
    expect(await openedWith(rig.casework, first.caseId, other.accessToken, start)).toBeUndefined();
    expect(await attachedWith(rig.casework, first.caseId, other.accessToken)).toBeUndefined();
    expect(await attachedWith(rig.casework, other.caseId, first.accessToken)).toBeUndefined();
    expect((await attachedWith(rig.casework, other.caseId, other.accessToken))?.caseId).toBe(other.caseId);
  });

  it('give one case if any number arrive at the same moment', async () => {
    const address = nextAddress();
    const all = await Promise.all(Array.from({ length: 8 }, async () => await received({ address })));
    const open = await Promise.all(all.map(async ({ caseId }) => await isCase(caseId)));
    expect(open.filter(Boolean)).toHaveLength(1);
    const letters = await Promise.all(all.map(async ({ caseId }) => await lettersOf(caseId)));
    expect(letters.flat()).toHaveLength(2);
  });

  it('get the same response when they are sent again', async () => {
    const address = nextAddress();
    await received({ address });
    const [once, again] = [await received({ address, key: 'twice' }), await received({ address, key: 'twice' })];
    expect(again).toEqual(once);
    const change = { message: 'något annat' };
    expect(await send({ address, key: 'twice', change })).toEqual({ ok: false, code: 'key-reused' });
  });

  it('open a separate case if they name other rights, in whatever order', async () => {
    const address = nextAddress();
    await received({ address });
    const other = await received({ address, change: { rights: ['access', 'portability'] } });
    expect(await isCase(other.caseId)).toBe(true);
    const same = await received({ address, change: { rights: ['portability', 'access'] } });
    expect(await isCase(same.caseId)).toBe(false);
  });

  it('open a separate case once the first is proven or has ended', async () => {
    const address = nextAddress();
    const first = await received({ address });
    await prove(first.caseId);
    const second = await received({ address });
    expect(await isCase(second.caseId)).toBe(true);
    await rig.command(second.caseId, { type: 'refuse', scope: 'whole', ground: 'excessive', text: 't' });
    expect(await isCase((await received({ address })).caseId)).toBe(true);
  });

  it('are not attached to a case that is held without letters', async () => {
    const address = nextAddress();
    const identifiers: SubjectRequest['identifiers'] = [{ kind: 'email', value: address }];
    const held = await rig.open(randomUUID(), { request: rig.request({ identifiers }), hold: 'sender-ambiguous' });
    if (!held.ok) throw new Error(held.code);
    const topic = rig.casework.keys.topicHash({ kind: 'email', value: address }, ['access'], 'nordvik');
    await rig.casework.attached.stand(topic, held.caseId, start);
    const mine = await received({ address });
    expect(await lettersOf(mine.caseId)).toEqual(['M1', 'M23/identity-1']);
  });
});

describe('An attached request', () => {
  it('stays attached when the first is answered, refused or given up, and is erased with its person', async () => {
    const address = nextAddress();
    const first = await received({ address });
    const other = await received({ address });
    await prove(first.caseId);
    await withdraw(first.caseId, later(60));
    await watchAttached(rig.casework, rig.hash, later(3 * day));
    expect(await isCase(other.caseId)).toBe(false);
    expect((await attachedTo(rig.casework, first.caseId)).map(({ reference }) => reference)).toEqual([other.caseId]);
    await forgetAttached(rig.casework, first.caseId);
    expect(await rig.casework.profiles.get(other.caseId)).toBeUndefined();
    expect(await rig.casework.attached.of(first.caseId)).toEqual([]);
    expect(await attachedWith(rig.casework, other.caseId, other.accessToken)).toBeUndefined();
  });

  it('becomes a case at once if a stranger withdraws the unproven first one, and its own token then works', async () => {
    const address = nextAddress();
    const first = await received({ address });
    const mine = await received({ address, at: later(60) });
    const third = await received({ address, at: later(120) });
    const threatened = { type: 'mark-circumstance', circumstance: 'threatened', present: true } as const;
    await rig.command(first.caseId, threatened, { at: later(150), by: { kind: 'staff', id: 'erik' } });
    expect(await withdraw(first.caseId, later(180))).toMatchObject({ ok: true });
    await watchAttached(rig.casework, rig.hash, later(181));
    expect(await isCase(mine.caseId)).toBe(true);
    // The circumstances that were known in the first case are known in the new one.
    expect([...(await rig.state(mine.caseId)).common.undecided]).toEqual(['threatened']);
    expect((await rig.state(mine.caseId)).common.facts.receivedAt).toBe(later(60));
    expect(await isCase(third.caseId)).toBe(false);
    expect((await attachedTo(rig.casework, mine.caseId)).map(({ reference }) => reference)).toEqual([third.caseId]);
    expect(await attachedTo(rig.casework, first.caseId)).toEqual([]);
    expect(await openedWith(rig.casework, mine.caseId, mine.accessToken, later(day))).toMatchObject({
      stage: { kind: 'identifying' },
    });
  });
});

describe('A request under seven rights', () => {
  const rights: SubjectRequest['rights'] = [
    'access',
    'portability',
    'rectification',
    'erasure',
    'restriction',
    'objection',
    'consent-withdrawal',
  ];

  it('causes one receipt and one code before it is proven, and then a receipt for each part', async () => {
    const address = nextAddress();
    const { caseId } = await received({ address, change: { rights } });
    const parts = (await rig.state(caseId)).common.splits.map((split) => split.case);
    for (const part of parts) await settle(rig.casework, part, later(60));
    expect(await lettersTo(address)).toBe(2);
    expect(parts).toHaveLength(6);
    const [receipt] = await rig.sentFor(caseId);
    for (const part of parts) expect(receipt?.text).toContain(part);
    await prove(caseId);
    for (const part of parts) expect(await lettersOf(part)).toEqual(['M1']);
    expect(await lettersTo(address)).toBe(8);
  });

  it('that a stranger withdraws unproven causes no more letters than a day allows', async () => {
    const address = nextAddress();
    const { caseId } = await received({ address, change: { rights } });
    await withdraw(caseId, later(10), opener);
    const parts = (await rig.state(caseId)).common.splits.map((split) => split.case);
    for (const part of parts) await settle(rig.casework, part, later(60));
    expect(await lettersTo(address)).toBe(5);
    // Letters that the limit of the day held back are sent the next day.
    for (const part of parts) await settle(rig.casework, part, later(day + 61));
    for (const part of parts) expect(await lettersOf(part)).toEqual(['M1']);
  });
});

describe('A request whose rights another request includes', () => {
  it('is attached to the request with more rights', async () => {
    const address = nextAddress();
    const first = await received({ address, change: { rights: ['access', 'erasure'] } });
    const other = await received({ address });
    expect((await attachedTo(rig.casework, first.caseId)).map(({ reference }) => reference)).toEqual([other.caseId]);
  });

  it('is a case once the first is proven, if it has more rights than the first', async () => {
    const address = nextAddress();
    const first = await received({ address });
    for (let sent = 1; sent < 8; sent += 1) await received({ address, at: later(sent) });
    const more = await received({ address, at: later(9), change: { rights: ['access', 'portability'] } });
    await watchAttached(rig.casework, rig.hash, later(60));
    expect(await isCase(more.caseId)).toBe(false);
    await prove(first.caseId, later(70));
    await watchAttached(rig.casework, rig.hash, later(80));
    expect(await isCase(more.caseId)).toBe(true);
    expect((await rig.state(more.caseId)).common.facts.receivedAt).toBe(later(9));
    expect(await attachedTo(rig.casework, first.caseId)).toHaveLength(7);
  });
});

describe('A further request a day after the last code', () => {
  it('causes a new link and code, once a day, for any number of requests', async () => {
    const address = nextAddress();
    const first = await received({ address });
    for (let sent = 0; sent < 4; sent += 1) await received({ address, at: later(60 + sent) });
    expect(await lettersOf(first.caseId)).toEqual(['M1', 'M23/identity-1']);
    for (let sent = 0; sent < 4; sent += 1) await received({ address, at: later(day + 1 + sent) });
    expect(await lettersOf(first.caseId)).toEqual(['M1', 'M23/identity-1', 'M23/identity-2']);
  });
});

describe('Limits', () => {
  it('of a mailbox: after this many requests in 24 hours the next one opens no case, but is received', async () => {
    const address = nextAddress();
    const first = await received({ address });
    for (let sent = 1; sent < 8; sent += 1) await received({ address, at: later(sent) });
    const beyond = await received({ address, at: later(8), change: { rights: ['access', 'portability'] } });
    expect(await isCase(beyond.caseId)).toBe(false);
    expect((await attachedWith(rig.casework, beyond.caseId, beyond.accessToken))?.attachedTo).toBe(first.caseId);
    expect(await lettersOf(first.caseId)).toHaveLength(2);
    // If nobody waits for a proof, it opens a case after all, because otherwise nobody would read it.
    await prove(first.caseId);
    const next = await received({ address, at: later(9) });
    expect(await isCase(next.caseId)).toBe(true);
  });

  it('of a mailbox count all labels that its owner may add after a plus', async () => {
    const name = `person-${next()}`;
    for (let sent = 0; sent < 3; sent += 1) await received({ address: `${name}+${sent}@example.org` });
    for (const address of [`${name}+x@example.org`, `${name}@example.org`]) {
      // A case of exactly this address. Its letters wait until the limit allows them.
      const { caseId } = await received({ address });
      expect(await isCase(caseId)).toBe(true);
      expect(await lettersOf(caseId)).toEqual([]);
    }
    expect(await isCase((await received({ address: nextAddress() })).caseId)).toBe(true);
  });

  it('of a mailbox: few cases with different rights, and few letters, for any combination of rights', async () => {
    const address = nextAddress();
    const others = ['portability', 'rectification', 'restriction', 'objection', 'consent-withdrawal'] as const;
    const all = [];
    for (const right of others) all.push(await received({ address, change: { rights: ['access', right] } }));
    const cases = await Promise.all(all.map(async ({ caseId }) => await isCase(caseId)));
    expect(cases.filter(Boolean)).toHaveLength(3);
    expect(await lettersTo(address)).toBe(6);
  });

  it('of a mailbox: more requests than anybody needs are stored in a day, and after that the response says that none was', async () => {
    const address = nextAddress();
    const mailbox = rig.casework.keys.personHash({ kind: 'email', value: address });
    const counting: Settling = {
      ...rig.casework,
      limits: {
        ...rig.casework.limits,
        // The mailbox has reached its limit of requests in 24 hours.
        take: async (key, allowance, now, seen) =>
          key === `request#${mailbox}`
            ? { ok: false, from: later(day) }
            : await rig.casework.limits.take(key, allowance, now, seen),
        count: async (key, now) => 1999 + (await rig.casework.limits.count(key, now)),
      },
    };
    const last = await send({ address, with: counting, key: 'the last' });
    expect(last).toMatchObject({ ok: true });
    expect(await send({ address, with: counting, key: 'one more' })).toEqual({ ok: false, code: 'enough-kept' });
    expect(await rig.casework.profiles.get(rig.casework.keys.caseId('test', 'one more'))).toBeUndefined();
    // A request that was stored before gets the same response. The next day has room again.
    expect(await send({ address, with: counting, key: 'the last' })).toEqual(last);
    expect(await rig.casework.limits.count(`kept#${mailbox}`, later(day))).toBe(1);
  });

  it('of a network: this many requests in any hour for all people together; other networks are not affected', async () => {
    const network = nextNetwork();
    for (let sent = 0; sent < 6; sent += 1) await received({ address: nextAddress(), network });
    expect(await send({ address: nextAddress(), network })).toEqual({
      ok: false,
      code: 'too-many-requests',
      from: later(60 * 60),
    });
    expect(await send({ address: nextAddress() })).toMatchObject({ ok: true });
    expect(await send({ address: nextAddress(), network, at: later(60 * 60) })).toMatchObject({ ok: true });
  });

  it('do not count a request that is sent again with its key', async () => {
    const [address, network] = [nextAddress(), nextNetwork()];
    for (let sent = 0; sent < 12; sent += 1) await received({ address, network, key: 'the same again' });
  });

  it('keep no address and no network in clear', async () => {
    const keys = rig.casework.keys;
    expect(keys.networkHash('192.0.2')).toMatch(/^[0-9a-f]{64}$/);
    expect(keys.topicHash({ kind: 'email', value: 'a@example.org' }, ['access'], 'nordvik')).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('Mail in the name of one sender without authentication', () => {
  it('gets a few replies a day; later mails are held, never dropped, and get no letter', async () => {
    const address = nextAddress();
    const wishes = [
      'Jag vill ha ett registerutdrag med alla personuppgifter som ni har om mig.',
      'Radera alla mina personuppgifter enligt artikel 17.',
      'Rätta mina personuppgifter enligt artikel 16: jag har flyttat.',
      'Begränsa behandlingen av mina personuppgifter enligt artikel 18.',
      'Jag begär dataportabilitet enligt artikel 20.',
    ];
    const cases: string[] = [];
    for (const [index, text] of wishes.entries()) {
      const { caseId } = await receiveMail(
        rig.casework,
        rig.hash,
        {
          raw: rawMail(text, { From: `Asa <${address}>`, Subject: 'Request' }),
          verdicts: { ...passed, dmarc: 'GRAY' },
          receivedAt: later(index),
          messageId: `${address}-${index}`,
          recipients: ['dataskydd@nordvik.example'],
        },
        randomBytes(32).toString('hex'),
        later(index),
      );
      cases.push(caseId ?? '');
    }
    expect(new Set(cases).size).toBe(wishes.length);
    const letters = await Promise.all(cases.map(async (caseId) => (await lettersOf(caseId)).length));
    expect(letters.map((some) => some > 0)).toEqual([true, true, true, false, false]);
    for (const caseId of cases.slice(3))
      expect(await rig.state(caseId)).toMatchObject({
        common: { facts: { hold: 'request-unclear' } },
        stage: { kind: 'held' },
      });
  });

  it('that has opened a case gets later requests of the portal attached to it', async () => {
    const address = nextAddress();
    const { caseId = '' } = await receiveMail(
      rig.casework,
      rig.hash,
      {
        raw: rawMail('Jag vill ha ett registerutdrag.', { From: address, Subject: 'Registerutdrag' }),
        verdicts: passed,
        receivedAt: start,
        messageId: `${address}-first`,
        recipients: ['dataskydd@nordvik.example'],
      },
      randomBytes(32).toString('hex'),
      start,
    );
    const other = await received({ address });
    expect(await isCase(other.caseId)).toBe(false);
    expect((await attachedTo(rig.casework, caseId)).map(({ reference }) => reference)).toEqual([other.caseId]);
  });
});
