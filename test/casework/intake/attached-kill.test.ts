// A process that dies while a request is attached to another.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachedTo } from '#casework/intake/attached-view.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { loadCase } from '#casework/commit/commit-command.ts';
import { checkRequest } from '#casework/intake/open-request.ts';
import { receiveRequest, type ReceivedRequest } from '#casework/intake/receive-request.ts';
import { reconcile } from '#casework/commit/reconcile.ts';
import { deaths, killedAt } from '#test/support/memory-stores/faults.ts';
import { later, start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => {
  await rig.close();
});

let count = 0;
function nextAddress(): string {
  count += 1;
  return `person-${count}@example.org`;
}
async function send(address: string, key: string, casework: Casework): Promise<ReceivedRequest> {
  const checked = checkRequest(
    rig.organisation,
    rig.request({ identifiers: [{ kind: 'email', value: address }] }),
    start,
  );
  if (!checked.ok) throw new Error('the request is not right');
  return await receiveRequest(
    casework,
    rig.hash,
    checked.checked,
    { channel: 'portal', receivedAt: start, route: 'test', idempotencyKey: key, hold: null },
    { network: randomUUID(), newCaseKey: randomBytes(32).toString('hex') },
    start,
  );
}
async function received(address: string, casework = rig.casework): Promise<string> {
  const answer = await send(address, randomUUID(), casework);
  if (!answer.ok) throw new Error(answer.code);
  return answer.caseId;
}

describe('A process that is killed while it receives a later request', () => {
  it('loses nothing: the request is attached to the first one, once', async () => {
    const whole = killedAt(rig.casework, Infinity);
    const address = nextAddress();
    await received(address);
    await received(address, whole.casework);
    expect(deaths(whole.calls).length).toBeGreaterThan(4);
    for (const at of deaths(whole.calls)) {
      const mine = nextAddress();
      const first = await received(mine);
      const key = randomUUID();
      await send(mine, key, killedAt(rig.casework, at).casework).catch(() => undefined);
      const caseId = rig.casework.keys.caseId('test', key);
      const kept = (await rig.casework.profiles.get(caseId)) !== undefined;
      await reconcile(rig.casework, rig.hash, later(30));
      const attached = (await attachedTo(rig.casework, first)).map(({ reference }) => reference);
      const isCase = (await loadCase(rig.casework, caseId)).state !== undefined;
      expect({ at, attached, isCase }).toEqual({ at, attached: kept ? [caseId] : [], isCase: false });
    }
  });
});
