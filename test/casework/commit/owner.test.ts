import { describe, expect, it } from 'vitest';
import { give, openIn } from '../desk.ts';
import { demo, now, Office, staff } from '../office.ts';

const [owner, deputy, other] = ['staff-7f3a', 'staff-2c91', 'staff-55d8'];
const ownerOf = async (office: Office, caseId: string): Promise<string | null> =>
  (await office.state(caseId)).common.owner;
const lockOut = async (office: Office, caseId: string, member: string): Promise<string> =>
  await give(office, caseId, { type: 'lock-out', member }, now, 'officer');

describe('A case whose owner is locked out', () => {
  it('is given to the deputy at once, also if it was given back to its owner before (practice 3, 15)', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    expect(await ownerOf(office, caseId)).toBe(owner);
    await office.command(caseId, { type: 'assign', to: other }, now, staff('officer'));
    expect(await lockOut(office, caseId, other)).toBe('ok');
    expect(await ownerOf(office, caseId)).toBe(owner);
    expect(await lockOut(office, caseId, owner)).toBe('ok');
    expect(await ownerOf(office, caseId)).toBe(deputy);
  });

  it('has no owner rather than the person whom it concerns, or their manager', async () => {
    const people = demo.people.map((one) => (one.id === owner ? { ...one, deputy: undefined, manager: deputy } : one));
    const office = new Office({ ...demo, people });
    const caseId = await openIn(office);
    await lockOut(office, caseId, owner);
    expect(await ownerOf(office, caseId)).toBeNull();
  });

  it('stays with the next owner when the lock-out ends, and is given to another if that owner is locked out', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await lockOut(office, caseId, owner);
    expect(await ownerOf(office, caseId)).toBe(deputy);
    const letIn = { type: 'let-in', member: owner, reason: 'Fel person' } as const;
    expect(await give(office, caseId, letIn, now, 'officer')).toBe('ok');
    expect(await ownerOf(office, caseId)).toBe(deputy);
    await lockOut(office, caseId, deputy);
    expect(await ownerOf(office, caseId)).toBe(owner);
  });
});
