import { describe, expect, it } from 'vitest';
import { queueSchema } from '#api/staff.ts';
import { queue } from '#handlers/staff-api/queue.ts';
import type { Member } from '#handlers/staff-api/member.ts';
import { at, give, openIn } from '../../casework/desk.ts';
import { Office } from '../../casework/office.ts';

const [erik, maja] = ['staff-7f3a', 'staff-2c91'];
const later = at(3);
const seenBy = (id: string): Member => ({ id, roles: new Set(['case-worker']), email: undefined });

async function linesFor(office: Office, id = maja) {
  const { body = '' } = await queue(office.casework, seenBy(id), later);
  return queueSchema.parse(JSON.parse(body)).cases;
}

/** A case that its person has withdrawn. */
async function ended(office: Office): Promise<string> {
  const caseId = await openIn(office);
  expect(await give(office, caseId, { type: 'end', ending: 'withdrawn' }, later)).toBe('ok');
  return caseId;
}

describe('The queue', () => {
  it('leaves out what has ended, unless a breach or an objection in it waits for a decision: that stands first', async () => {
    const office = new Office();
    const [open, quiet, breached, objected] = [
      await openIn(office),
      await ended(office),
      await ended(office),
      await ended(office),
    ];
    expect((await linesFor(office)).map(({ reference }) => reference)).toEqual([open]);
    const breach = { type: 'record-breach', awareAt: later, description: 'Fel bilaga' } as const;
    await give(office, breached, breach, later);
    await give(office, objected, { type: 'object-to-retention', text: 'Radera ärendet' }, later);
    const lines = await linesFor(office);
    expect(lines.map(({ reference }) => reference).toSorted()).toEqual([open, breached, objected].toSorted());
    expect(lines.at(-1)?.reference).toBe(open);
    expect(lines.map(({ waitingFor }) => waitingFor)).toEqual(['unsettled', 'unsettled', 'subject-code']);
    expect(lines.map(({ reference }) => reference)).not.toContain(quiet);

    const told = { type: 'update-breach', breach: 'breach-1', step: 'authority-notified', text: 'Anmäld' } as const;
    await give(office, breached, told, later);
    const decided = { type: 'decide-retention-objection', upheld: false, reason: 'Rättsliga anspråk' } as const;
    await give(office, objected, decided, later);
    expect((await linesFor(office)).map(({ reference }) => reference)).toEqual([open]);
  });

  it('shows an unsettled case to nobody who is locked out of it, and names the controller', async () => {
    const office = new Office();
    const caseId = await ended(office);
    await give(office, caseId, { type: 'object-to-retention', text: 'Radera ärendet' }, later);
    await give(office, caseId, { type: 'lock-out', member: erik }, later, maja);
    expect(await linesFor(office, erik)).toEqual([]);
    expect(await linesFor(office)).toMatchObject([
      { reference: caseId, controller: 'nordvik', controllerName: 'Nordvik Fritid AB', waitingFor: 'unsettled' },
    ]);
  });
});
