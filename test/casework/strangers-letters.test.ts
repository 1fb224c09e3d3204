// What a stranger can have sent to a mailbox, and what is left for the person whose mailbox it is.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRequest } from '#casework/open-request.ts';
import { receiveRequest } from '#casework/receive-request.ts';
import { confirmContact, sendCode, verifyIdentity } from '#casework/subject-actions.ts';
import { carryOutWish } from '#casework/subject-wishes.ts';
import { watchAttached } from '#casework/watch-attached.ts';
import { wishSchema } from '#api/subject-wish.ts';
import { person } from '#domain/case/opener.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import type { SubjectRequest } from '#domain/request.ts';
import { later, start, startRig, type Rig } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig({
    codesPerAddressAndDay: 5,
    lettersPerAddressAndDay: 6,
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

async function requested(address: string, at: string, change: Partial<SubjectRequest> = {}): Promise<string> {
  const request = rig.request({ identifiers: [{ kind: 'email', value: address }], ...change });
  const checked = checkRequest(rig.organisation, request, at);
  if (!checked.ok) throw new Error('the request is not right');
  const received = await receiveRequest(
    rig.casework,
    rig.hash,
    checked.checked,
    { channel: 'portal', receivedAt: at, route: 'test', idempotencyKey: randomUUID(), hold: null },
    { network: randomUUID(), newCaseKey: randomBytes(32).toString('hex') },
    at,
  );
  if (!received.ok) throw new Error(received.code);
  return received.caseId;
}

const wish = async (caseId: string, asked: object, at: string, by: Actor) =>
  await carryOutWish(rig.casework, caseId, wishSchema.parse({ ...asked, wishId: randomUUID() }), at, by);
const lettersTo = async (is: (address: string) => boolean): Promise<readonly string[]> =>
  (await rig.allSent()).filter(({ to }) => is(to)).map(({ letter }) => letter);
const attachedTo = async (caseId: string) => (await rig.casework.profiles.get(caseId))?.attachedTo;
async function code(caseId: string): Promise<string> {
  return rig.casework.keys.oneTimeCode(caseId, (await rig.state(caseId)).challenges.at(-1)?.id ?? '');
}
const prove = async (caseId: string, at: string, by: Actor = person) =>
  await verifyIdentity(rig.casework, caseId, await code(caseId), at, by);

describe('A case whose letters go elsewhere than to the address that it was opened for, before it is proven', () => {
  const moved = async () => {
    const [victim, other] = [addressOf(nextName()), addressOf(nextName())];
    const first = await requested(victim, start);
    const mine = await requested(victim, later(10));
    expect(await attachedTo(mine)).toBe(first);
    await wish(first, { type: 'change-contact', email: other, old: 'in-use' }, later(60), person);
    await confirmContact(rig.casework, first, { code: await code(first), signedIn: false }, later(70), person);
    return { victim, first, mine };
  };

  it('takes no further requests, and what is attached to it goes on as a case of its own', async () => {
    const { victim, first, mine } = await moved();
    await watchAttached(rig.casework, rig.hash, later(100));
    expect(await attachedTo(mine)).toBe(first);
    const at = later(8 * day);
    await watchAttached(rig.casework, rig.hash, at);
    expect(await attachedTo(mine)).toBeNull();
    expect(await rig.state(mine)).toMatchObject({ status: 'identifying' });
    expect(await attachedTo(await requested(victim, later(8 * day + 60)))).toBe(mine);
  });

  it('sets them free also where it was proven at the other address since', async () => {
    const { first, mine } = await moved();
    const at = later(8 * day);
    await sendCode(rig.casework, first, 'identity', at, 'contact', person);
    expect(await prove(first, at)).toEqual({ ok: true });
    await watchAttached(rig.casework, rig.hash, later(8 * day + 60));
    expect(await rig.state(mine)).toMatchObject({ status: 'identifying' });
  });
});

describe('A mailbox that nobody has proven', () => {
  it('is one, however Gmail lets it be spelled', async () => {
    const spellings = ['p.three@gmail.com', 'pt.hree@gmail.com', 'pthree@googlemail.com', 'p.t.h.r.e.e+x@gmail.com'];
    for (const [index, address] of spellings.entries()) await requested(address, later(index * 60));
    const sent = await lettersTo((to) => to.endsWith('@gmail.com') || to.endsWith('@googlemail.com'));
    expect(sent).toHaveLength(6);
  });
});
