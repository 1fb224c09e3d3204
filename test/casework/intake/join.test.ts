import { describe, expect, it } from 'vitest';
import { agreed, at, enterContactCode, give, letterOf, openIn, proveAtDesk, wish } from '../desk.ts';
import { Office } from '../office.ts';

/** The result of joining the later of two cases to the earlier, eight days later. */
async function joined(office: Office, later: string, earlier: string): Promise<string> {
  return await give(office, later, { type: 'join', into: earlier }, at(8));
}

describe('A case that is joined to another', () => {
  it('of the same contact point is answered there, and the letter does not open the other case to anybody', async () => {
    const office = new Office();
    const earlier = await openIn(office);
    const later = await openIn(office, {}, { when: at(1) });
    expect(await joined(office, later, earlier)).toBe('ok');
    const letter = letterOf(office, later, 'JOINED');
    expect(letter).toContain(`ärende ${earlier}`);
    expect(letter).toContain(`/cases/${later}?key=`);
    expect(letter).not.toContain(office.casework.keys.mailedToken(earlier, 0));
  });

  it('belongs to the contact point in force, not to the one with which it was opened', async () => {
    const office = new Office();
    const earlier = await openIn(office);
    const moved = await openIn(office, {}, { when: at(0, 1) });
    await wish(office, moved, { type: 'change-contact', email: 'attacker@example.net', old: 'in-use' }, at(0, 2));
    await enterContactCode(office, moved, at(0, 2));
    expect(await joined(office, moved, earlier)).toMatch(/^incomplete: into: .*contact point/);
    const safe = await openIn(office);
    await proveAtDesk(office, safe);
    await agreed(office, safe, { type: 'change-contact', email: 'safe@example.net', oldIsLost: true, why: 'lost' });
    // Somebody who reads the old mailbox makes the request again.
    const later = await openIn(office, {}, { when: at(2) });
    expect(await joined(office, later, safe)).toMatch(/^incomplete: into: .*contact point/);
  });

  it('loses no right, no complaint and no answer', async () => {
    const office = new Office();
    const earlier = await openIn(office);
    const both = await openIn(office, { rights: ['access', 'rectification'] }, { when: at(1) });
    expect(await joined(office, both, earlier)).toMatch(/^incomplete: .*rights of this request: rectification$/);
    const complaint = await openIn(office, {}, { when: at(1), hold: 'right-handled-by-staff', matter: 'complaint' });
    expect(await joined(office, complaint, earlier)).toMatch(/^incomplete: into: a complaint/);
    const silent = await openIn(office, {}, { hold: 'sender-not-authenticated' });
    const plain = await openIn(office, {}, { when: at(1) });
    expect(await joined(office, plain, silent)).toMatch(/^incomplete: into: that case is held/);
    for (const id of [both, complaint, plain]) expect((await office.state(id)).stage.kind).not.toBe('closed');
  });
});
