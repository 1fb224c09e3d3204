import { describe, expect, it } from 'vitest';
import { alerts, at, give, openIn, purge, watch, wish } from '../desk.ts';
import { demo, Office } from '../office.ts';

describe('What a case was withdrawn with', () => {
  it('is there as long as the withdrawal can be taken back, however short material is kept (practice 13)', async () => {
    const office = new Office({ ...demo, policy: { ...demo.policy, materialDays: 7 } });
    const caseId = await openIn(office);
    await wish(office, caseId, { type: 'withdraw', confirm: true });
    for (const days of [8, 30]) expect(await purge(office, at(days))).toEqual({ material: 0, profiles: 0 });
    const other = await openIn(office);
    await wish(office, other, { type: 'withdraw', confirm: true });
    expect(await wish(office, caseId, { type: 'take-back-withdrawal' }, at(30, 1))).toEqual({ ok: true });
    expect(await purge(office, at(31))).toEqual({ material: 1, profiles: 0 });
    expect((await office.state(other)).common.purged).toBe(true);
  });
});

describe('A case whose time has come', () => {
  it('is erased although more than a thousand older cases have to be kept', async () => {
    const office = new Office();
    const kept = await openIn(office);
    await give(office, kept, { type: 'end', ending: 'withdrawn' });
    await give(office, kept, { type: 'set-legal-hold', reason: 'stämning' });
    const summary = await office.casework.summaries.get(kept);
    if (summary === undefined) throw new Error('the case has no summary');
    // The rows of other cases that have to be kept: only the row counts here.
    for (let n = 0; n < 1_001; n += 1)
      await office.casework.summaries.put({ ...summary, caseId: `kept-${n}`, list: 'owing', endedAt: at(-1) });
    const due = await openIn(office);
    await give(office, due, { type: 'end', ending: 'withdrawn' });
    expect(await purge(office, at(60))).toEqual({ material: 1, profiles: 0 });
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

  it('keeps the material of an ended case, and its person', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await wish(office, caseId, { type: 'withdraw', confirm: true });
    expect(await give(office, caseId, { ...breach, awareAt: at(1) }, at(1))).toBe('ok');
    expect(await purge(office, at(400))).toEqual({ material: 0, profiles: 0 });
    expect(await give(office, caseId, settle, at(400))).toBe('ok');
    expect(await purge(office, at(401))).toEqual({ material: 1, profiles: 0 });
  });

  it('that is found out after the purge has its clock, and keeps the person until it is settled', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await wish(office, caseId, { type: 'withdraw', confirm: true });
    expect(await purge(office, at(40))).toEqual({ material: 1, profiles: 0 });
    expect(await give(office, caseId, { ...breach, awareAt: at(50) }, at(50))).toBe('ok');
    await watch(office, at(52, 1));
    await watch(office, at(53, 1));
    expect(await alerts(office, caseId)).toEqual(['breach/1', 'breach-hours/breach-1/48', 'breach-hours/breach-1/72']);
    const late = at(demo.policy.profileDays + 60);
    expect(await purge(office, late)).toEqual({ material: 0, profiles: 0 });
    expect(office.profiled.includes(caseId)).toBe(true);
    expect(await give(office, caseId, settle, late)).toBe('ok');
    expect(await purge(office, late)).toEqual({ material: 0, profiles: 1 });
    expect(office.profiled.includes(caseId)).toBe(false);
  });
});

describe('A case that is forgotten', () => {
  const years = at(demo.policy.profileDays + 60);

  it('takes nothing more from staff, and says why', async () => {
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

  it('is not written in again when its whole brings up the same once more: that is a case of its own', async () => {
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
    // What comes again is added to that one.
    await wish(office, whole, { ...complaint, text: 'Hallå?' }, years);
    expect((await office.state(whole)).common.splits).toHaveLength(2);
    expect((await office.notes(later)).join()).toContain('Hallå?');
  });
});
