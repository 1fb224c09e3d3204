import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { queueSchema } from '#api/staff.ts';
import { listUnsettled } from '#casework/schedule/list-unsettled.ts';
import { caseList } from '#casework/staff/case-list.ts';
import { queue } from '#handlers/staff-api/queue.ts';
import type { Member } from '#handlers/staff/member.ts';
import { at, give, openIn } from '../../casework/desk.ts';
import { Office } from '../../casework/office.ts';

const [erik, maja] = ['staff-7f3a', 'staff-2c91'];
const later = at(3);
const seenBy = (id: string): Member => ({ id, roles: new Set(['case-worker']), email: undefined });

async function linesFor(office: Office, id = maja) {
  const { body = '' } = await queue(office.casework, seenBy(id), {}, later);
  return queueSchema.parse(JSON.parse(body)).cases;
}

/** A case that its person has withdrawn. */
async function ended(office: Office): Promise<string> {
  const caseId = await openIn(office);
  expect(await give(office, caseId, { type: 'end', ending: 'withdrawn' }, later)).toBe('ok');
  return caseId;
}

describe('The queue', () => {
  it('leaves out what has ended, unless a breach or an objection in it waits for a decision: that comes first', async () => {
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

  it('shows a case that must still be settled to nobody who is locked out of it, and names the controller', async () => {
    const office = new Office();
    const caseId = await ended(office);
    await give(office, caseId, { type: 'object-to-retention', text: 'Radera ärendet' }, later);
    await give(office, caseId, { type: 'lock-out', member: erik }, later, maja);
    expect(await linesFor(office, erik)).toEqual([]);
    expect(await linesFor(office)).toMatchObject([
      { reference: caseId, controller: 'nordvik', controllerName: 'Nordvik Fritid AB', waitingFor: 'unsettled' },
    ]);
  });

  const ask = async (office: Office, query: Readonly<Record<string, string>>, id = maja) => {
    const { statusCode, body = '' } = await queue(office.casework, seenBy(id), query, later);
    return { statusCode, body: JSON.parse(body) as unknown };
  };
  const page = async (office: Office, query: Readonly<Record<string, string>>, id = maja) =>
    queueSchema.parse((await ask(office, query, id)).body);
  const allPages = async (office: Office, query: Readonly<Record<string, string>>) => {
    const found: string[][] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const read: z.infer<typeof queueSchema> = await page(office, { ...query, ...(cursor === '' ? {} : { cursor }) });
      found.push(read.cases.map(({ reference }) => reference));
      cursor = read.next;
    }
    return found;
  };

  it('comes page by page: each case once, in the same order as in one page', async () => {
    const office = new Office();
    const open = [];
    for (let n = 0; n < 7; n += 1) open.push(await openIn(office));
    const objected = await ended(office);
    await give(office, objected, { type: 'object-to-retention', text: 'Radera ärendet' }, later);
    const [whole = []] = await allPages(office, {});
    expect(whole.toSorted()).toEqual([objected, ...open].toSorted());
    for (const limit of ['1', '3', '8', '100']) {
      const pages = await allPages(office, { limit });
      expect(pages.flat()).toEqual(whole);
      expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(Number(limit));
    }
  });

  it('finds an open decision of an ended case that an earlier version has listed in another place', async () => {
    const office = new Office();
    const caseId = await ended(office);
    await give(office, caseId, { type: 'object-to-retention', text: 'Radera ärendet' }, later);
    await office.casework.summaries.move(caseId, office.summaries.get(caseId)!.list, 'ended');
    expect(await linesFor(office)).toEqual([]);
    await listUnsettled(office.casework);
    expect((await linesFor(office)).map(({ reference }) => reference)).toEqual([caseId]);
  });

  it('drops a case that the index still lists although it has left the list', async () => {
    const office = new Office();
    const [gone, stays] = [await openIn(office), await openIn(office)];
    const { summaries } = office.casework;
    const stale = await summaries.page('open', {
      wanted: { kind: 'all' },
      limit: 10,
      after: undefined,
      order: 'oldest-first',
    });
    expect(await give(office, gone, { type: 'end', ending: 'withdrawn' }, later)).toBe('ok');
    const none = { caseIds: [], next: undefined };
    const page = async (list: string) => (list === 'open' ? stale : none);
    const read = await caseList({ ...office.casework, summaries: { ...summaries, page } }, seenBy(maja), {
      list: 'queue',
      owner: undefined,
      cursor: undefined,
      limit: 10,
    });
    expect(read).toMatchObject({ cases: [{ caseId: stays }], next: null });
  });

  it('finds the member’s own cases, the archive, and one case by its number', async () => {
    const office = new Office();
    const [mine, open, old] = [await openIn(office), await openIn(office), await ended(office)];
    expect(await give(office, mine, { type: 'assign', to: maja }, later)).toBe('ok');
    for (const caseId of [open, old]) await office.setOwner(caseId, null);
    const references = async (query: Readonly<Record<string, string>>, id = maja) =>
      (await page(office, query, id)).cases.map(({ reference }) => reference);
    expect(await references({ owner: 'me' })).toEqual([mine]);
    expect(await references({ owner: 'nobody' })).toEqual([open]);
    expect(await references({ list: 'archive' })).toEqual([old]);
    expect(await references({ reference: old })).toEqual([old]);
    expect(await references({ reference: 'none' })).toEqual([]);
    await give(office, old, { type: 'lock-out', member: erik }, later, maja);
    expect(await references({ reference: old }, erik)).toEqual([]);
    expect(await references({ list: 'archive' }, erik)).toEqual([]);
  });

  it.each([
    ['cursor', { cursor: 'x' }],
    ['cursor', { cursor: Buffer.from('open 2026-01-01').toString('base64url') }],
    ['cursor', { cursor: Buffer.from('forgotten 2026-01-01#a').toString('base64url') }],
    ['cursor', { list: 'archive', cursor: Buffer.from('open 2026-01-01#a').toString('base64url') }],
    ['limit', { limit: '0' }],
    ['limit', { limit: '101' }],
    ['limit', { limit: 'many' }],
    ['list', { list: 'all' }],
    ['owner', { owner: 'erik' }],
    ['page', { page: '2' }],
  ])('refuses a wrong %s and names it', async (field, query: Readonly<Record<string, string>>) => {
    const { statusCode, body } = await ask(new Office(), query);
    expect(statusCode).toBe(400);
    expect(body).toMatchObject({ type: 'urn:utdrag:problem:invalid', errors: [{ field }] });
  });
});
