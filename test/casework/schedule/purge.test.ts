import { describe, expect, it } from 'vitest';
import { alerts, at, give, openIn, purge, watch, wish } from '../desk.ts';
import { recordView } from '#casework/review/record-view.ts';
import type { Policy } from '#domain/organisation/organisation.ts';
import { auditViews } from '#handlers/staff-api/audit-views.ts';
import type { Member } from '#handlers/staff/member.ts';
import { withFaults } from '#test/support/memory-stores/faults.ts';
import { demo, Office } from '../office.ts';

describe('The material of a withdrawn case', () => {
  it('is kept as long as the withdrawal can be cancelled, however short material is kept (practice 13)', async () => {
    const office = new Office({ ...demo, policy: { ...demo.policy, materialDays: 7 } });
    const caseId = await openIn(office);
    await wish(office, caseId, { type: 'withdraw', confirm: true });
    for (const days of [8, 30]) expect(await purge(office, at(days))).toEqual({ material: 0, profiles: 0, views: 0 });
    const other = await openIn(office);
    await wish(office, other, { type: 'withdraw', confirm: true });
    expect(await wish(office, caseId, { type: 'take-back-withdrawal' }, at(30, 1))).toEqual({ ok: true });
    expect(await purge(office, at(31))).toEqual({ material: 1, profiles: 0, views: 0 });
    expect((await office.state(other)).common.purged).toBe(true);
  });
});

describe('A case whose retention has ended', () => {
  it('is erased although more than a thousand older cases have to be kept', async () => {
    const office = new Office();
    const kept = await openIn(office);
    await give(office, kept, { type: 'end', ending: 'withdrawn' });
    await give(office, kept, { type: 'set-legal-hold', reason: 'stämning' });
    const summary = await office.casework.summaries.get(kept);
    if (summary === undefined) throw new Error('the case has no summary');
    // The rows of other cases whose data must be kept. Only the rows matter here.
    for (let n = 0; n < 1_001; n += 1)
      await office.casework.summaries.put({ ...summary, caseId: `kept-${n}`, list: 'owing', endedAt: at(-1) });
    const due = await openIn(office);
    await give(office, due, { type: 'end', ending: 'withdrawn' });
    expect(await purge(office, at(60))).toEqual({ material: 1, profiles: 0, views: 0 });
    expect((await office.state(due)).common.purged).toBe(true);
  });
});

describe('A breach that nobody has settled', () => {
  const breach = { type: 'record-breach', description: 'Sent to somebody else' } as const;
  const settle = {
    type: 'update-breach',
    breach: 'breach-1',
    step: 'no-notification-needed',
    text: 'No risk',
  } as const;

  it('keeps the material of an ended case, and its profile', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await wish(office, caseId, { type: 'withdraw', confirm: true });
    expect(await give(office, caseId, { ...breach, awareAt: at(1) }, at(1))).toBe('ok');
    expect(await purge(office, at(400))).toEqual({ material: 0, profiles: 0, views: 0 });
    expect(await give(office, caseId, settle, at(400))).toBe('ok');
    expect(await purge(office, at(401))).toEqual({ material: 1, profiles: 0, views: 0 });
  });

  it('that is found after the purge has its 72 hours, and keeps the profile until it is settled', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await wish(office, caseId, { type: 'withdraw', confirm: true });
    expect(await purge(office, at(40))).toEqual({ material: 1, profiles: 0, views: 0 });
    expect(await give(office, caseId, { ...breach, awareAt: at(50) }, at(50))).toBe('ok');
    await watch(office, at(52, 1));
    await watch(office, at(53, 1));
    expect(await alerts(office, caseId)).toEqual(['breach/1', 'breach-hours/breach-1/48', 'breach-hours/breach-1/72']);
    const late = at(demo.policy.profileDays + 60);
    expect(await purge(office, late)).toEqual({ material: 0, profiles: 0, views: 0 });
    expect(office.profiled.includes(caseId)).toBe(true);
    expect(await give(office, caseId, settle, late)).toBe('ok');
    expect(await purge(office, late)).toEqual({ material: 0, profiles: 1, views: 0 });
    expect(office.profiled.includes(caseId)).toBe(false);
  });
});

describe('The views of the material', () => {
  const contactSeen = { kind: 'revealed-identifier', identifier: 'contact' } as const;
  /** An ended case whose contact a member of staff has seen. */
  const looked = async (
    policy: Partial<Policy>,
  ): Promise<{ office: Office; caseId: string; left: () => Promise<number> }> => {
    const office = new Office({ ...demo, policy: { ...demo.policy, materialDays: 30, profileDays: 100, ...policy } });
    const caseId = await openIn(office);
    const look = { commandId: 'k', member: 'erik', seen: contactSeen };
    await recordView(office.casework, office, await office.state(caseId), look, at(0));
    await give(office, caseId, { type: 'end', ending: 'withdrawn' });
    return { office, caseId, left: async () => (await office.views.read(caseId)).length };
  };

  it('are erased after their own days, when the profile is already erased, and the case is then read no more', async () => {
    const { office, caseId, left } = await looked({ viewDays: 200 });
    for (const days of [40, 101, 199]) await purge(office, at(days));
    expect([await left(), office.summaries.get(caseId)?.list]).toEqual([1, 'views-left']);
    expect(await purge(office, at(200))).toEqual({ material: 0, profiles: 0, views: 1 });
    expect([await left(), office.summaries.get(caseId)?.list]).toEqual([0, 'forgotten']);
    expect(await purge(office, at(201))).toEqual({ material: 0, profiles: 0, views: 0 });
  });

  it('are erased before the profile if their days are fewer, but never before the material', async () => {
    const { office, caseId, left } = await looked({ viewDays: 10 });
    await purge(office, at(29));
    expect(await left()).toBe(1);
    expect(await purge(office, at(31))).toEqual({ material: 1, profiles: 0, views: 1 });
    expect(await left()).toBe(0);
    for (const days of [101, 102]) await purge(office, at(days));
    expect(office.summaries.get(caseId)?.list).toBe('forgotten');
  });

  it('are kept with the material also if the case still owes a letter', async () => {
    const { office, caseId, left } = await looked({ viewDays: 10 });
    const { post } = withFaults(office.casework, { call: 'post.send' });
    Object.assign(office.casework, { post, report: () => undefined });
    await give(office, caseId, { type: 'reopen', reason: 'Fel' }, at(1));
    await give(office, caseId, { type: 'end', ending: 'withdrawn' }, at(1));
    expect(office.summaries.get(caseId)?.list).toBe('owing');
    await purge(office, at(20));
    expect(await left()).toBe(1);
  });

  it('are kept as long as the log if the policy has no days for them', async () => {
    const { office, caseId, left } = await looked({ viewDays: 'as-long-as-log' });
    for (const days of [40, 101, 4000]) await purge(office, at(days));
    expect([await left(), office.summaries.get(caseId)?.list]).toEqual([1, 'forgotten']);
  });

  it('are kept during a legal hold', async () => {
    const { office, caseId, left } = await looked({ viewDays: 60 });
    await purge(office, at(40));
    expect(await give(office, caseId, { type: 'set-legal-hold', reason: 'stämning' }, at(50))).toBe('ok');
    await purge(office, at(61));
    expect(await left()).toBe(1);
    expect(await give(office, caseId, { type: 'lift-legal-hold' }, at(62))).toBe('ok');
    await purge(office, at(63));
    expect(await left()).toBe(0);
  });

  it('are reported as erased, and not as if nobody had looked', async () => {
    const { office, caseId } = await looked({ viewDays: 60 });
    const auditor: Member = { id: 'rune', roles: new Set(['auditor']), email: undefined };
    const exported = async (days: number) => await auditViews(office.casework, office, auditor, caseId, at(days));
    await purge(office, at(40));
    expect(await exported(50)).toMatchObject({ statusCode: 200 });
    await purge(office, at(60));
    const answer = await exported(61);
    expect([answer.statusCode, answer.body]).toEqual([409, expect.stringContaining('urn:utdrag:problem:erased')]);
  });
});

describe('A case whose profile is erased', () => {
  const years = at(demo.policy.profileDays + 60);

  it('accepts nothing more from staff, and says why', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await give(office, caseId, { type: 'end', ending: 'withdrawn' });
    await purge(office, years);
    const before = office.commits.get(caseId);
    for (const command of [
      { type: 'note', text: 'Ringde upp' },
      { type: 'set-legal-hold', reason: 'stämning' },
      { type: 'lock-out', member: 'anna' },
    ] as const)
      expect(await give(office, caseId, command, years)).toMatch(/^not-available: .*erased/);
    expect([office.commits.get(caseId), office.profiled.includes(caseId)]).toEqual([before, false]);
  });

  it('gets no text when the person brings up the same again: that is a separate case', async () => {
    const office = new Office();
    const whole = await openIn(office);
    await give(office, whole, { type: 'set-legal-hold', reason: 'stämning' });
    const complaint = { type: 'complain', text: 'Ni svarar inte.', damages: false } as const;
    expect(await wish(office, whole, complaint)).toMatchObject({ ok: true });
    const part = (await office.state(whole)).common.splits[0]?.case ?? '';
    await give(office, part, { type: 'end', ending: 'carried-out', reason: 'Told' });
    await purge(office, years);
    expect(office.profiled.includes(part)).toBe(false);
    expect(await wish(office, whole, { ...complaint, text: 'Ni svarar fortfarande inte.' }, years)).toMatchObject({
      ok: true,
    });
    expect(office.profiled.includes(part)).toBe(false);
    const later = (await office.state(whole)).common.splits[1]?.case ?? '';
    expect(await office.state(later)).toMatchObject({
      common: { facts: { matter: 'complaint', receivedAt: years } },
      stage: { kind: 'held' },
    });
    expect((await office.profile(later)).message).toBe('Ni svarar fortfarande inte.');
    // A further repetition is added to that case.
    await wish(office, whole, { ...complaint, text: 'Hallå?' }, years);
    expect((await office.state(whole)).common.splits).toHaveLength(2);
    expect((await office.notes(later)).join()).toContain('Hallå?');
  });
});
