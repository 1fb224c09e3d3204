import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { identifierHash } from '#casework/commit/keys.ts';
import type { ViewStores } from '#casework/review/record-view.ts';
import { caseView } from '#casework/staff/case-view.ts';
import { attachedTo } from '#casework/intake/attached-view.ts';
import { revealRoles } from '#commands/role.ts';
import { rolesFor } from '#commands/who-may.ts';
import { verifyAudit } from '#domain/case/log/audit.ts';
import { readViews } from '#domain/review/views.ts';
import { auditViews } from '#handlers/staff-api/audit-views.ts';
import type { Member } from '#handlers/staff/member.ts';
import { reveal } from '#handlers/staff-api/reveal.ts';
import { StoreFailed, withFaults } from '#test/support/memory-stores/faults.ts';
import { agreed, at, contact, give, openIn, purge } from '../../casework/desk.ts';
import { access, now, Office } from '../../casework/office.ts';
import { rawMail } from '../../domain/mail/mail.ts';

const member = (id: string, role: 'case-worker' | 'approver' | 'dpo' | 'auditor', email?: string): Member => ({
  id,
  roles: new Set([role]),
  email,
});
const [erikId, majaId, runeId] = ['staff-7f3a', 'staff-2c91', 'staff-55d8'];
const erik = member(erikId, 'case-worker');
const rune = member(runeId, 'auditor');

async function ask(
  office: Office,
  caseId: string,
  identifier: string,
  { by = erik, stores = office, when = now }: { by?: Member; stores?: ViewStores; when?: string } = {},
): Promise<{ status: number | undefined; body: Record<string, unknown> }> {
  const event = {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ commandId: randomUUID(), identifier }),
  } as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
  const { statusCode, body = '' } = await reveal(office.casework, stores, by, caseId, event, when);
  return { status: statusCode, body: JSON.parse(body) as Record<string, unknown> };
}

/** What the case view shows to a member of staff. */
async function viewFor(office: Office, caseId: string, by: Member) {
  const [state, profile] = [await office.state(caseId), await office.casework.profiles.get(caseId)];
  const reader = {
    mayKnow: () => false,
    others: [],
    resources: () => ({}),
    attached: await attachedTo(office.casework, caseId),
    viewer: by,
  };
  const texts = await office.casework.log.read(caseId);
  return caseView(state, texts, profile, office.casework.organisation, now, reader);
}

describe('A masked value', () => {
  it('is shown in full to those who decide on identifiers, by the hash in the case view, after the view is recorded', async () => {
    const office = new Office();
    const caseId = await openIn(office, {
      identifiers: [
        { kind: 'email', value: contact },
        { kind: 'phone', value: '070-174 06 12' },
      ],
    });
    const view = await viewFor(office, caseId, erik);
    const phone = view.claimed.find(({ kind }) => kind === 'phone')?.identifier ?? '';
    expect(view.revealable).toEqual([...view.claimed.map(({ identifier }) => identifier), 'contact']);
    expect(await ask(office, caseId, phone)).toEqual({ status: 200, body: { kind: 'phone', value: '+46701740612' } });
    expect(await ask(office, caseId, 'contact')).toEqual({ status: 200, body: { kind: 'email', value: contact } });
    const texts = await office.views.read(caseId);
    expect(readViews(texts)).toMatchObject([
      { by: erikId, at: now, seen: { kind: 'revealed-identifier', identifier: phone } },
      { by: erikId, at: now, seen: { kind: 'revealed-identifier', identifier: 'contact' } },
    ]);
    expect(texts.join()).not.toMatch(/701740612|@/);
  });

  it('can be a learned identifier, the name under the mail, and a postal address', async () => {
    const office = new Office();
    const { caseId = '' } = await office.receive(rawMail(`${access}\n\nMed vänlig hälsning\nOlle Test`));
    const { caseKey } = await office.profile(caseId);
    const learned = { kind: 'customerNumber', value: '1007' } as const;
    await office.casework.profiles.addIdentifier(caseId, identifierHash(caseKey, learned), learned);
    const address = ['Olle Test', 'Exempelgatan 2', '111 22 Stockholm'];
    await agreed(office, caseId, { type: 'move-to-post', address, reason: 'wish', registered: true });
    expect(await ask(office, caseId, identifierHash(caseKey, learned))).toMatchObject({ body: learned });
    expect((await ask(office, caseId, 'name')).body).toEqual({ kind: 'name', value: 'Olle Test' });
    expect((await ask(office, caseId, 'address')).body).toEqual({ kind: 'postalAddress', value: address.join('\n') });
    expect((await viewFor(office, caseId, erik)).revealable).toEqual(expect.arrayContaining(['name', 'address']));
  });

  it('is for the roles that decide on identifiers and search by hand, and for nobody else', async () => {
    expect(revealRoles).toEqual(rolesFor('decide-identifier', ''));
    expect(revealRoles).toEqual(rolesFor('record-manual-result', ''));
    const office = new Office();
    const caseId = await openIn(office);
    for (const role of ['approver', 'dpo', 'auditor'] as const) {
      expect(await ask(office, caseId, 'contact', { by: member('x', role) })).toMatchObject({ status: 403 });
      expect((await viewFor(office, caseId, member('x', role))).revealable).toEqual([]);
    }
    expect(await office.views.read(caseId)).toEqual([]);
  });

  it('is not shown to those who are locked out of the case, or whose own case it is', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    expect(await give(office, caseId, { type: 'lock-out', member: erikId }, now, majaId)).toBe('ok');
    for (const by of [erik, member('olle', 'case-worker', contact)])
      expect(await ask(office, caseId, 'contact', { by })).toMatchObject({
        status: 403,
        body: { type: 'urn:utdrag:problem:locked-out' },
      });
    expect(await office.views.read(caseId)).toEqual([]);
  });

  it('is not shown after the erasure of the material, and the problem says so', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    expect(await give(office, caseId, { type: 'end', ending: 'withdrawn' })).toBe('ok');
    await purge(office, at(40));
    expect((await office.state(caseId)).common.purged).toBe(true);
    expect(await ask(office, caseId, 'contact', { when: at(41) })).toMatchObject({
      status: 409,
      body: { type: 'urn:utdrag:problem:erased' },
    });
    expect((await viewFor(office, caseId, erik)).revealable).toEqual([]);
    expect(await office.views.read(caseId)).toEqual([]);
  });

  it.each(['name', 'address', 'a'.repeat(64)])('that the case does not have (%s) is refused', async (identifier) => {
    const office = new Office();
    const caseId = await openIn(office);
    expect(await ask(office, caseId, identifier)).toMatchObject({
      status: 400,
      body: { type: 'urn:utdrag:problem:unknown-identifier' },
    });
    expect(await ask(office, 'no-such-case', identifier)).toMatchObject({ status: 404 });
    expect(await office.views.read(caseId)).toEqual([]);
  });

  it('is not shown if the view cannot be recorded', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const stores = { ...withFaults({ views: office.views }, { call: 'views.append' }), anchors: office.anchors };
    await expect(ask(office, caseId, 'contact', { stores })).rejects.toThrow(StoreFailed);
  });
});

describe('The chain of views', () => {
  it('is exported to the audit roles, and verified like a log, even if nobody has viewed anything', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const read = async (by: Member) => await auditViews(office.casework, office, by, caseId, at(1));
    const empty = await read(rune);
    expect(await verifyAudit(empty.body ?? '')).toEqual({ ok: true, commits: 0 });
    await ask(office, caseId, 'contact');
    await ask(office, caseId, 'contact', { by: member(majaId, 'case-worker') });
    for (const role of ['auditor', 'approver', 'dpo'] as const) {
      const { statusCode, body = '' } = await read(member(runeId, role));
      expect([statusCode, await verifyAudit(body)]).toEqual([200, { ok: true, commits: 2 }]);
    }
    const cut = ((await read(rune)).body ?? '').split('\n').toSpliced(1, 1).join('\n');
    expect(await verifyAudit(cut)).toMatchObject({ ok: false });
    expect(await read(erik)).toMatchObject({ statusCode: 403 });
    expect(await auditViews(office.casework, office, rune, 'no-such-case', now)).toMatchObject({ statusCode: 404 });
    expect(await give(office, caseId, { type: 'lock-out', member: runeId }, now, majaId)).toBe('ok');
    expect(await read(rune)).toMatchObject({ statusCode: 403 });
  });

  it('is not exported if it was rewritten after its head was anchored', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    const hash = 'f'.repeat(64);
    await office.anchors.put({ caseId, seq: 1, hash, anchoredAt: now }, 'views');
    await ask(office, caseId, 'contact');
    await expect(auditViews(office.casework, office, rune, caseId, now)).rejects.toThrow(/views differs/);
  });
});
