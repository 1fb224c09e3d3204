import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRequest, holdFor } from '#casework/intake/open-request.ts';
import { reconcile } from '#casework/commit/reconcile.ts';
import type { SubjectRequest } from '#domain/request.ts';
import { readDemoOrganisation } from '#infra/local/demo/organisation.ts';
import { deaths, killedAt, Killed } from '#test/support/memory-stores/faults.ts';
import { contact, later, start, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => {
  await rig.close();
});

describe('A request under an idempotency key', () => {
  it('opens one case, however often and at however many times at once it is sent', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, async () => await rig.open('again')));
    const later = await rig.open('again');
    const ids = new Set(
      [...all, later].map((opened) => (opened.ok ? `${opened.caseId} ${opened.accessToken}` : 'refused')),
    );
    expect(ids.size).toBe(1);
    const caseId = [...ids][0]?.split(' ')[0] ?? '';
    expect((await rig.events(caseId)).filter(({ type }) => type === 'case-opened')).toHaveLength(1);
    expect((await rig.sentFor(caseId)).map(({ letter }) => letter)).toEqual(['M1']);
    expect(await rig.executionStatus(caseId, 1)).toBe('RUNNING');
  });

  it('is refused if the content differs, and the first request stays', async () => {
    const first = await rig.open('reused');
    for (const change of [
      { language: 'en' as const },
      { message: 'och mera' },
      { rights: ['access', 'erasure'] as const },
    ]) {
      const request = rig.request(change as Parameters<Rig['request']>[0]);
      expect(await rig.open('reused', { request })).toEqual({ ok: false, code: 'key-reused' });
    }
    expect(await rig.open('reused')).toMatchObject({ ok: true, caseId: first.ok ? first.caseId : '' });
  });

  it('tells staff at once of a withdrawal of consent beside access, and of no other right', async () => {
    const alertsOf = async (key: string, rights: SubjectRequest['rights']) => {
      const opened = await rig.open(key, { request: rig.request({ rights }) });
      if (!opened.ok) throw new Error('refused');
      return (await rig.state(opened.caseId)).common.alerts.map(({ alert }) => alert);
    };
    expect(await alertsOf('consent', ['access', 'consent-withdrawal'])).toEqual(['stop-at-once']);
    expect(await alertsOf('erasure', ['access', 'erasure'])).toEqual([]);
  });

  it('opens another case under another key', async () => {
    const [one, other] = [await rig.open('key-1'), await rig.open('key-2')];
    expect(one.ok && other.ok && one.caseId !== other.caseId).toBe(true);
  });

  it('leaves no identifier, no text and no name in the log', async () => {
    const opened = await rig.open('quiet', { request: rig.request({ message: 'canary-message' }) });
    if (!opened.ok) throw new Error('refused');
    const log = (await rig.casework.log.read(opened.caseId)).join('\n');
    for (const canary of [contact, 'asa', '701740610', '174 06 10', 'canary-message'])
      expect(log).not.toContain(canary);
    const profile = await rig.casework.profiles.get(opened.caseId);
    expect(profile).toMatchObject({ contact: { value: contact }, message: 'canary-message' });
    expect(log).not.toContain(profile?.caseKey);
    // The same address hashes differently in every case.
    const other = await rig.open('quiet-2');
    if (!other.ok) throw new Error('refused');
    const hashOf = async (caseId: string) => (await rig.state(caseId)).common.facts.contact.hash;
    expect(await hashOf(opened.caseId)).not.toBe(await hashOf(other.caseId));
  });

  it('that is held is stored, and no letter is sent', async () => {
    const opened = await rig.open('held', { hold: 'sender-ambiguous' });
    if (!opened.ok) throw new Error('refused');
    expect(await rig.state(opened.caseId)).toMatchObject({ common: { executions: 0 }, stage: { kind: 'held' } });
    await reconcile(rig.casework, rig.hash, later(60));
    expect(await rig.sentFor(opened.caseId)).toEqual([]);
    await expect(rig.executionStatus(opened.caseId, 1)).rejects.toThrow();
    await rig.command(opened.caseId, { type: 'lift-hold' }, { by: { kind: 'staff', id: 'ada' } });
    expect((await rig.sentFor(opened.caseId)).map(({ letter }) => letter)).toEqual(['M1']);
  });
});

describe('A process that is killed while it receives a request', () => {
  it('loses nothing, whichever call was interrupted: the case is opened, handled, listed and acknowledged', async () => {
    const whole = killedAt(rig.casework, Infinity);
    await rig.open('whole', { with: whole.casework });
    expect(deaths(whole.calls).length).toBeGreaterThan(10);
    const doubles: string[] = [];
    for (const at of deaths(whole.calls)) {
      const key = `killed-${at}`;
      const { casework, calls } = killedAt(rig.casework, at);
      const outcome = await rig.open(key, { with: casework }).catch((error: unknown) => error);
      const kept = (await rig.casework.profiles.get(rig.casework.keys.caseId('test', key))) !== undefined;
      if (!kept) {
        // Only before the very first write; then nobody was told that anything was received.
        expect(at).toBe(1);
        expect(outcome).toBeInstanceOf(Killed);
        continue;
      }
      await reconcile(rig.casework, rig.hash, later(30));
      const caseId = rig.casework.keys.caseId('test', key);
      const state = await rig.state(caseId);
      expect(state).toMatchObject({
        common: { facts: { receivedAt: start, due: '2026-12-21' } },
        stage: { kind: 'identifying' },
      });
      expect(await rig.executionStatus(caseId, state.common.executions)).toBe('RUNNING');
      expect(await rig.casework.summaries.get(caseId)).toMatchObject({
        seq: state.common.seq,
        due: '2026-12-21',
        list: 'open',
      });
      expect(state.common.letters.get('acknowledgement')?.sentAt).not.toBeNull();
      const all = await rig.sentFor(caseId);
      expect(all.filter(({ letter, to }) => !/^M1$|^M23\/identity-/.test(letter) || to !== contact)).toEqual([]);
      const mails = all.filter(({ letter }) => letter === 'M1');
      expect(mails.length).toBeGreaterThan(0);
      // A second letter is possible only between the acceptance by the mail service and our two records of it.
      if (mails.length > 1) doubles.push(calls[at - 2] ?? '');
      expect(mails.length).toBeLessThan(3);
      const sent = (await rig.events(caseId)).filter((event) => event.type === 'letter-sent');
      expect(sent.filter(({ letter }) => letter.kind === 'acknowledgement')).toHaveLength(1);
      // The person sends the request again and gets the same response.
      expect(await rig.open(key)).toMatchObject({ ok: true, caseId });
      // The next round of this loop does not settle ended cases again.
      await rig.command(caseId, { type: 'refuse', scope: 'whole', ground: 'excessive', text: 't' }, { at: later(31) });
    }
    expect(doubles).toEqual(['post.send', 'profiles.addSent']);
  });
});

describe('A request', () => {
  const { organisation } = readDemoOrganisation();
  const check = (change: Parameters<Rig['request']>[0]) => checkRequest(organisation, rig.request(change), start);

  it('with several mistakes gets all of them listed, without the values', () => {
    const result = check({
      controller: 'other',
      identifiers: [
        { kind: 'email', value: 'canary@' },
        { kind: 'phone', value: 'canary' },
        { kind: 'personnummer', value: '198012312389' },
      ],
    });
    expect(result.ok ? [] : result.problems.map(({ field }) => field)).toEqual([
      'controller',
      'identifiers[0].value',
      'identifiers[1].value',
      'identifiers[2].value',
    ]);
    expect(JSON.stringify(result)).not.toMatch(/canary|198012312389/);
  });

  it('without an e-mail address cannot be answered', () => {
    expect(check({ identifiers: [{ kind: 'phone', value: '070-174 06 10' }] })).toEqual({
      ok: false,
      problems: [{ field: 'identifiers', message: 'an e-mail address is needed, so that we can write to you' }],
    });
  });

  it('for other rights than access waits for staff', () => {
    expect(holdFor(rig.request())).toBeNull();
    expect(holdFor(rig.request({ rights: ['access', 'erasure'] }))).toBeNull();
    expect(holdFor(rig.request({ rights: ['erasure'] }))).toBe('right-handled-by-staff');
  });
});
