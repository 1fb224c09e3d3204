// What staff are shown of the records that contain a learned identifier.
import { describe, expect, it } from 'vitest';
import { evidenceListSchema } from '#api/evidence.ts';
import type { Member } from '#handlers/staff/member.ts';
import { evidence } from '#handlers/staff-api/identifier-evidence.ts';
import { readViews } from '#domain/review/views.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { start } from '../rig.ts';
import { asas, bos, caseOf, onOneRig, system } from '../searched-case.ts';

onOneRig();

const [email, second] = testPerson.emails;
const member = (id: string, role: 'case-worker' | 'approver' | 'dpo' | 'auditor'): Member => ({
  id,
  roles: new Set([role]),
  email: undefined,
});

/** A case whose shop has Åsa's card and a card of Bo, whose invoices go to Åsa. The newsletter has a typed number. */
async function searched() {
  const shop = system('hubspot', [
    [
      { id: '1', email, number: asas, name: 'Åsa Berg' },
      { id: '2', bill: email, number: bos, email: 'bo.ek@example.net', name: 'Bo Ek' },
    ],
  ]);
  const news = system('mailchimp', [[{ id: '3', email, typed: '070-174 06 11', name: 'Cecilia Dal' }]]);
  const them = await caseOf([shop, news]);
  await them.searchAll();
  const { rig, caseId } = them;
  const { means, profile } = await them.review();
  const hashOf = (value: string): string =>
    Object.entries(profile.identifiers).find(([, one]) => one.value === value)![0];
  const ask = async (identifiers: readonly string[], by: Member = member('erik', 'case-worker')) => {
    const accepts = ({ id }: { readonly id: string }) =>
      id === 'mailchimp' ? (['email'] as const) : (['email', 'phone', 'personnummer'] as const);
    const stores = { ...means, accepts, views: rig.views, anchors: rig.anchors };
    const event = { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ identifiers }) } as never;
    return await evidence(rig.casework, stores, by, caseId, event, start);
  };
  const evidenceOf = async (value: string) => {
    const { identifiers } = evidenceListSchema.parse(JSON.parse((await ask([hashOf(value)])).body ?? ''));
    expect(identifiers).toHaveLength(1);
    return identifiers[0]!;
  };
  return { ...them, ask, hashOf, evidenceOf };
}

describe('The evidence of a learned identifier', () => {
  it('shows that the customer whose invoices go to the person has another name and other identifiers', async () => {
    const { evidenceOf } = await searched();
    const { records, more, searches } = await evidenceOf('bo.ek@example.net');
    expect(records).toMatchObject([
      {
        system: 'hubspot',
        standing: 'disputed',
        fields: [{ en: 'E-mail' }],
        name: { value: 'Bo Ek', compared: 'differs' },
      },
    ]);
    const [{ identifiers } = { identifiers: [] }] = records;
    expect(identifiers).toContainEqual({ kind: 'email', masked: 'a•••@example.org', compared: 'agrees' });
    expect([more, searches.length]).toEqual([false, 2]);
  });

  it('shows that a number was typed into a form under another name, and which systems would be searched for it', async () => {
    const { evidenceOf } = await searched();
    const { records, searches } = await evidenceOf('+46701740611');
    expect(records).toMatchObject([
      {
        system: 'mailchimp',
        fields: [{ en: 'Telephone as stated' }],
        name: { value: 'Cecilia Dal', compared: 'differs' },
      },
    ]);
    expect(searches).toHaveLength(1);
  });

  it('masks the identifiers, is recorded for each before it is shown, and the record has hashes only', async () => {
    const { ask, hashOf, rig, caseId } = await searched();
    const asked = ['+46701740611', 'bo.ek@example.net'].map(hashOf);
    const { statusCode, body = '' } = await ask([...asked, ...asked]);
    expect(statusCode).toBe(200);
    for (const value of [email, second, bos, 'bo.ek@', '+46701740611']) expect(body).not.toContain(value);
    const texts = await rig.views.read(caseId);
    const { identifiers } = evidenceListSchema.parse(JSON.parse(body));
    expect(identifiers.map(({ identifier }) => identifier).toSorted()).toEqual(asked.toSorted());
    expect(readViews(texts)).toMatchObject(
      identifiers.map(({ identifier }) => ({
        by: 'erik',
        seen: { kind: 'identifier-evidence', identifiers: [identifier] },
      })),
    );
    expect(texts.join()).not.toMatch(/@|Bo Ek|Cecilia/);
  });

  it('is refused whole if the case does not know one of the identifiers, and then nothing is recorded', async () => {
    const { ask, hashOf, rig, caseId } = await searched();
    expect(await ask([hashOf('bo.ek@example.net'), '0'.repeat(64)])).toMatchObject({ statusCode: 400 });
    expect(await ask([])).toMatchObject({ statusCode: 400 });
    expect(await rig.views.read(caseId)).toEqual([]);
  });

  it('is only for those who decide on identifiers', async () => {
    const { ask, hashOf, rig, caseId } = await searched();
    for (const role of ['approver', 'dpo', 'auditor'] as const)
      expect(await ask([hashOf('bo.ek@example.net')], member('x', role))).toMatchObject({ statusCode: 403 });
    expect(await rig.views.read(caseId)).toEqual([]);
  });
});
