// Staff look at a sample of what a rule releases. A fault that they find opens all records of the kind.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ReviewRequest } from '#api/review.ts';
import { commitCommand } from '#casework/commit/commit-command.ts';
import { sheetFacts } from '#casework/review/sheet.ts';
import { openItems } from '#casework/review/open-items.ts';
import type { ReviewEntry } from '#domain/review/entry.ts';
import { readViews } from '#domain/review/views.ts';
import { decide, sheet } from '#handlers/staff-api/review.ts';
import { reviewPageSchema } from '#api/review.ts';
import { contact, start } from '../rig.ts';
import { askedWith, maja, screenedCase } from '../screened-case.ts';
import { onOneRig, system } from '../searched-case.ts';

onOneRig();
/** Mailchimp is a system of low risk, so a rule releases its records. Some other records need a human. */
const rows = Array.from({ length: 40 }, (_, index) => ({ id: `m${index}`, email: contact }));
const noted = { id: 'h1', email: contact, name: 'Åsa' };

async function ofLowRisk() {
  const of = await screenedCase([system('mailchimp', [rows]), system('hubspot', [[noted]])]);
  const { rig, stores, caseId } = of;
  const sample = async (member = 'maja') => {
    const query = { show: 'sample', system: 'mailchimp', resource: 'card', limit: '5' };
    const { body } = await sheet(rig.casework, stores, { ...maja, id: member }, caseId, askedWith({ query }), start);
    return reviewPageSchema.parse(JSON.parse(body ?? '')).items.map(({ record }) => record);
  };
  const send = async (body: ReviewRequest) =>
    JSON.parse((await decide(rig.casework, stores, maja, caseId, askedWith({ body }), start)).body ?? '') as object;
  const facts = async () => {
    const state = await rig.state(caseId);
    const profile = await rig.casework.profiles.get(caseId);
    if (state === undefined || profile === undefined) throw new Error('the case is gone');
    const { open, byRule } = await sheetFacts(stores, state, profile);
    return [open, byRule, (await openItems(stores, state, profile)).ids.size];
  };
  return { ...of, sample, send, facts };
}

describe('A sample of what a rule releases', () => {
  it('is the same for the same sheet, another for another member, and each look at it is recorded', async () => {
    const { sample, read, send, rig, caseId } = await ofLowRisk();
    const first = await sample();
    expect(new Set(first).size).toBe(5);
    expect(await sample()).toEqual(first);
    const drawn = (await read({ show: 'sample', system: 'mailchimp', resource: 'card', limit: '5' })).items[0];
    if (drawn === undefined) throw new Error('nothing was drawn');
    await send({ commandId: randomUUID(), decisions: [{ item: drawn.id, version: drawn.version, do: 'release' }] });
    expect(await sample()).toEqual(first);
    expect(await sample('erik')).not.toEqual(first);
    const views = readViews(await rig.views.read(caseId)).map(({ by, seen }) => ({ by, seen }));
    const look = { seen: { kind: 'sheet-page', sample: true } };
    expect(views).toMatchObject([
      { by: 'maja', ...look },
      { by: 'maja', ...look },
      { by: 'maja', ...look },
      { by: 'maja', ...look },
      { by: 'erik', ...look },
    ]);
  });

  it('with a fault opens every record of its kind, and the counts say so, until it is undone', async () => {
    const { send, read, facts } = await ofLowRisk();
    expect(await facts()).toEqual([1, 40, 1]);
    const commandId = randomUUID();
    const alike = { system: 'mailchimp', resource: 'card' };
    expect(await send({ commandId, decisions: [{ do: 'not-by-rule', alike }] })).toMatchObject({ open: 41 });
    expect(await facts()).toEqual([41, 0, 41]);
    const { items, kinds } = await read({ open: 'true', system: 'mailchimp' });
    expect(items[0]).toMatchObject({ byRule: null, open: true, decisions: [{ do: 'not-by-rule', alike: true }] });
    expect(kinds).toMatchObject([{ open: 40, byRule: 0 }, { open: 1 }]);
    expect((await read({ show: 'by-rule' })).items).toEqual([]);
    const [{ id: item, version } = { id: '', version: '' }] = items;
    const release = { commandId: randomUUID(), decisions: [{ item, version, do: 'release' as const }] };
    expect(await send(release)).toMatchObject({ open: 40 });
    expect(await send({ commandId: randomUUID(), undo: commandId })).toMatchObject({ open: 1 });
    expect(await facts()).toEqual([1, 39, 1]);
  });

  it.each(['mask', 'withhold', 'reject'] as const)(
    'does not have a record that staff %s in an earlier version: it is open again, and no rule releases it',
    async (what) => {
      const { facts, read, send, rig, caseId } = await ofLowRisk();
      const [found] = (await read({ show: 'by-rule' })).items;
      if (found === undefined) throw new Error('there is no record');
      const { id: item, version, record } = found;
      // The version changes, for example, if a deployment shows the values in another way.
      const on = { item, version: '0'.repeat(16), system: 'mailchimp' };
      const limit = { ground: 'others-rights', text: null, told: true } as const;
      const entry: ReviewEntry =
        what === 'mask'
          ? { do: what, ...on, field: 'email', span: null, letter: null, ...limit }
          : what === 'withhold'
            ? { do: what, ...on, part: { of: 'record' }, ...limit }
            : { do: what, ...on };
      const decision = randomUUID();
      const command = { type: 'decide-review', decision, entries: [entry] } as const;
      const by = { kind: 'staff', id: 'maja' } as const;
      const done = await commitCommand(rig.casework, caseId, { commandId: decision, by, command }, start);
      expect(done.ok).toBe(true);
      expect(await facts()).toEqual([2, 39, 2]);
      const { items, kinds } = await read({ open: 'true', system: 'mailchimp' });
      expect(items).toMatchObject([{ record, byRule: null, open: true }]);
      expect(kinds).toMatchObject([{ open: 1, byRule: 39 }, { open: 1 }]);
      expect((await read({ show: 'by-rule', limit: '50' })).items.map((one) => one.record)).not.toContain(record);
      await send({ commandId: randomUUID(), decisions: [{ item, version, do: 'release' }] });
      expect(await facts()).toEqual([1, 39, 1]);
    },
  );

  it.each([
    { do: 'not-by-rule', alike: { system: 'mailchimp' } },
    { do: 'not-by-rule', alike: { system: 'mailchimp', resource: 'card', field: 'email' } },
    { do: 'not-by-rule', alike: { system: 'mailchimp', resource: 'card' }, ground: 'others-rights' },
    { do: 'not-by-rule', alike: { system: 'mailchimp', resource: 'unknown' } },
    { do: 'not-by-rule' },
  ] as const)('is opened for one kind alone: %o is refused', async (decision) => {
    const { send } = await ofLowRisk();
    expect(await send({ commandId: randomUUID(), decisions: [decision] })).toMatchObject({
      rule: 'decision-does-not-fit',
    });
  });
});
