import { describe, expect, it } from 'vitest';
import { registrationSchema } from '#api/register.ts';
import { purgeExpired } from '#casework/schedule/purge-expired.ts';
import { registerRequest } from '#casework/intake/register-request.ts';
import { settle } from '#casework/commit/settle.ts';
import { passed, rawMail } from '../../domain/mail/mail.ts';
import { at, give, purge } from '../desk.ts';
import { access, demo, now, Office, replyTo } from '../office.ts';
import { deaths, Killed, killedAt } from '#test/support/memory-stores/faults.ts';

const withdraw = { type: 'end', ending: 'withdrawn' } as const;
const materialDays = 31;
const endOfMaterial = at(materialDays + 1);
const endOfProfile = at(demo.policy.profileDays + 40);

/** A case that was opened by a mail and has had two replies, one of them automatic. */
async function opened(): Promise<[Office, string]> {
  const office = new Office({ ...demo, policy: { ...demo.policy, materialDays } });
  const { caseId = '' } = await office.receive(rawMail(access));
  await office.receive(replyTo(caseId, 'Jag bor nu i Lund.'), { id: 'm2' });
  return [office, caseId];
}

const left = (office: Office): readonly string[] => [...office.mails].toSorted();

describe('The raw mails of a case', () => {
  it('are erased with its material, also held mails and mails after the end', async () => {
    const [office, caseId] = await opened();
    const held = await office.receive(rawMail(access, { From: 'eva@example.com' }), {
      id: 'm3',
      verdicts: { ...passed, dmarc: 'FAIL' },
    });
    await give(office, caseId, withdraw);
    await give(office, held.caseId ?? '', { type: 'end', ending: 'not-a-request' });
    await office.receive(replyTo(caseId, 'Tack för hjälpen!'), { id: 'm4', at: at(1) });
    expect(left(office)).toEqual(['inbound/m1', 'inbound/m2', 'inbound/m3', 'inbound/m4']);
    expect(await purge(office, endOfMaterial)).toMatchObject({ material: 2 });
    expect(left(office)).toEqual([]);
  });

  it('stay if they belong to no case: the lifecycle rule of their bucket deletes them', async () => {
    const [office, caseId] = await opened();
    const nobodys = await office.receive(rawMail('', { From: 'eva@example.com', Subject: '' }), { id: 'm3' });
    expect(nobodys).toMatchObject({ outcome: 'no-request', mail: 'keep' });
    await give(office, caseId, withdraw);
    await purge(office, endOfMaterial);
    expect(left(office)).toEqual(['inbound/m3']);
  });

  it('stay under a legal hold and while a breach is open, and are erased with them', async () => {
    const [office, caseId] = await opened();
    await give(office, caseId, withdraw);
    await give(office, caseId, { type: 'set-legal-hold', reason: 'stämning' });
    await give(office, caseId, { type: 'record-breach', description: 'Sent to somebody else', awareAt: now });
    await purge(office, endOfMaterial);
    expect(left(office)).toHaveLength(2);
    await give(office, caseId, { type: 'lift-legal-hold' });
    await purge(office, endOfMaterial);
    expect(left(office)).toHaveLength(2);
    const settled = { breach: 'breach-1', step: 'no-notification-needed', text: 'No risk' } as const;
    await give(office, caseId, { type: 'update-breach', ...settled });
    await purge(office, endOfMaterial);
    expect(left(office)).toEqual([]);
  });

  it('that could not be destroyed on receipt are erased with the profile at the latest', async () => {
    const [office, caseId] = await opened();
    await give(office, caseId, withdraw);
    await purge(office, endOfMaterial);
    const late = await office.receive(replyTo(caseId, 'Tack för hjälpen!'), { id: 'm3', at: at(60) });
    expect(late).toMatchObject({ outcome: 'attached', mail: 'destroy' });
    office.mails.add('inbound/m3');
    expect(await purge(office, endOfProfile)).toMatchObject({ profiles: 1 });
    expect(left(office)).toEqual([]);
  });

  it('are all erased once the purge has run again, wherever it was killed', async () => {
    const run = async (kill?: number): Promise<readonly string[]> => {
      const [office, caseId] = await opened();
      await office.receive(replyTo(caseId, 'Radera sedan mina uppgifter.'), { id: 'm3' });
      await give(office, caseId, withdraw);
      const killed = killedAt(office.casework, kill ?? Infinity);
      const destroy = async (key: string): Promise<void> => {
        killed.calls.push('mails.destroy');
        if (killed.calls.length >= (kill ?? Infinity)) throw new Killed('before a mail is destroyed');
        office.mails.delete(key);
      };
      const nothing = { erase: async () => {} };
      const stores = { findings: nothing, exports: nothing, mails: { destroy }, views: office.views };
      await purgeExpired(killed.casework, stores as never, endOfMaterial).catch(() => undefined);
      await purge(office, endOfMaterial);
      await purge(office, endOfProfile);
      // The request that continues has the mail with which it arrived.
      expect(left(office)).toEqual(['inbound/m3']);
      expect(office.profiled.includes(caseId)).toBe(false);
      return killed.calls;
    };
    const calls = await run();
    expect(calls.filter((call) => call === 'mails.destroy')).toHaveLength(2);
    for (const death of deaths(calls)) await run(death);
  });
});

describe('A raw mail that two cases have', () => {
  const shares = async (first: string, second: string, office: Office, mail = 'inbound/m1'): Promise<void> => {
    expect((await office.profile(second)).inbound).toContain(mail);
    await give(office, first, withdraw);
    await purge(office, endOfMaterial);
    expect((await office.state(first)).common.purged).toBe(true);
    expect(left(office)).toContain(mail);
    await give(office, second, { type: 'end', ending: 'carried-out', reason: 'Told by telephone' }, endOfMaterial);
    await purge(office, at(2 * materialDays + 2));
    expect((await office.state(second)).common.purged).toBe(true);
    expect(left(office)).not.toContain(mail);
  };

  it('is erased with the last one: a reply that requests something further', async () => {
    const [office, caseId] = await opened();
    const more = await office.receive(replyTo(caseId, 'Radera sedan mina uppgifter.'), { id: 'm3' });
    await shares(caseId, more.caseId ?? '', office, 'inbound/m3');
  });

  it('is erased with the case that it requests if the case to which it replies has no data left', async () => {
    const [office, caseId] = await opened();
    await give(office, caseId, withdraw);
    await purge(office, endOfMaterial);
    const late = at(materialDays + 2);
    const more = await office.receive(replyTo(caseId, 'Radera sedan mina uppgifter.'), { id: 'm3', at: late });
    const complaint = await office.receive(replyTo(caseId, 'Jag klagar på hur ni arbetar.'), { id: 'm4', at: late });
    expect([more.mail, complaint.mail]).toEqual(['keep', 'keep']);
    expect(left(office)).toEqual(['inbound/m3', 'inbound/m4']);
    for (const other of [...office.commits.keys()].filter((id) => id !== caseId))
      for (const ending of ['withdrawn', 'not-a-request'] as const)
        await give(office, other, { type: 'end', ending, reason: 'Told by telephone' }, late);
    await purge(office, at(3 * materialDays + 5));
    expect(left(office)).toEqual([]);
    // Only the profile of the first case is left, and it is erased much later.
    expect(office.profiled.includes(caseId)).toBe(true);
  });

  it('is erased with the last one: a request of which a part was split off', async () => {
    const [office, caseId] = await opened();
    await give(office, caseId, { type: 'split', matter: 'complaint', rights: [] });
    await shares(caseId, (await office.state(caseId)).common.splits[0]?.case ?? '', office);
  });

  it('is erased with the last one: a reply that brings up a complaint', async () => {
    const [office, caseId] = await opened();
    await office.receive(replyTo(caseId, 'Jag vill också klaga på hur ni hanterar mina uppgifter.'), { id: 'm3' });
    await shares(caseId, (await office.state(caseId)).common.splits[0]?.case ?? '', office, 'inbound/m3');
  });

  it('is erased with the last one: a mail of several people, who each get a case', async () => {
    const [office, caseId] = await opened();
    const registered = await registerRequest(
      {
        casework: office.casework,
        mails: { put: async (key: string) => void office.mails.add(key) } as never,
        organisationHash: 'b'.repeat(64),
        member: 'erik',
        idempotencyKey: 'bundled',
        newCaseKey: 'd'.repeat(64),
      },
      registrationSchema.parse({
        controller: 'nordvik',
        rights: ['erasure'],
        language: 'sv',
        channel: 'post',
        receivedAt: now,
        contact: { email: 'eva@example.com' },
        bundle: caseId,
      }),
      now,
    );
    await shares(caseId, registered.ok ? registered.reference : '', office);
  });

  it('is erased with the last one of two joined cases, whichever ends first', async () => {
    const [office, caseId] = await opened();
    const other = await office.receive(rawMail(access), {
      id: 'm9',
      verdicts: { ...passed, dmarc: 'FAIL' },
      at: at(1),
    });
    const later = other.caseId ?? '';
    await give(office, later, { type: 'lift-hold' }, at(1));
    expect(await give(office, later, { type: 'join', into: caseId }, at(8))).toBe('ok');
    await settle(office.casework, later, at(8));
    await purge(office, at(8 + materialDays + 1));
    expect((await office.state(later)).common.purged).toBe(true);
    expect(left(office)).toEqual(['inbound/m1', 'inbound/m2', 'inbound/m9']);
    await give(office, caseId, withdraw, at(50));
    await purge(office, at(50 + materialDays + 1));
    expect(left(office)).toEqual([]);
  });
});
