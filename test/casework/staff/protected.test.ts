// A case with a circumstance that protects somebody, with the stores: the workflow waits and continues.
import { describe, expect, it } from 'vitest';
import { awaitCondition } from '#casework/workflow/await-condition.ts';
import { settle } from '#casework/commit/settle.ts';
import { takeStep } from '#casework/workflow/take-step.ts';
import { waitingFor } from '#casework/commit/summarise.ts';
import { agreed, give, openIn } from '../desk.ts';
import { now, Office } from '../office.ts';

const mark = { type: 'mark-circumstance', circumstance: 'threatened', present: true } as const;
const decision = {
  type: 'decide-circumstance',
  circumstance: 'threatened',
  applies: true,
  reason: 'Ring aldrig',
} as const;

/** A proven case, with the tokens of its waits as in the table. */
async function proven(): Promise<{ office: Office; caseId: string; signalled: string[] }> {
  const office = new Office();
  const waits: { wait: string; round: number; token: string }[] = [];
  const signalled: string[] = [];
  Object.assign(office.casework, {
    tokens: {
      list: async () => [...waits],
      put: async (_: string, one: (typeof waits)[number]) => void waits.push(one),
      delete: async (_: string, one: (typeof waits)[number]) => void waits.splice(waits.indexOf(one), 1),
    },
    workflow: {
      start: async () => undefined,
      isRunning: async () => true,
      stop: async () => undefined,
      signal: async (token: string) => void signalled.push(token),
    },
  });
  const caseId = await openIn(office);
  const challenge = { type: 'issue-code', purpose: 'identity' } as const;
  await office.command(caseId, challenge, now, { kind: 'workflow', id: 'VerifyIdentity' });
  const by = { kind: 'subject', id: 'subject' } as const;
  await office.command(caseId, { type: 'count-try', purpose: 'identity' }, now, by);
  await office.command(caseId, { type: 'prove-identity', challenge: 'identity-1' }, now, by);
  return { office, caseId, signalled };
}
const step = async (office: Office, caseId: string) =>
  await takeStep(office.casework, {} as never, {} as never, {} as never, { v: 2, caseId, step: 'plan-search' }, now);

describe('A case with a circumstance that protects somebody', () => {
  it('that is marked just before the search is planned plans nothing, waits, and continues after the decision', async () => {
    const { office, caseId, signalled } = await proven();
    expect(await give(office, caseId, mark)).toBe('ok');
    expect(waitingFor(await office.state(caseId))).toBe('circumstance-decision');
    expect(await step(office, caseId)).toMatchObject({ ok: true });
    await awaitCondition(office.casework, { caseId, wait: 'ApproveSearch', round: 0, token: 'token-1' }, now);
    expect(await office.state(caseId)).toMatchObject({ stage: { kind: 'planning' } });
    expect(signalled).toEqual([]);
    expect(await agreed(office, caseId, decision)).toBe('ok');
    await settle(office.casework, caseId, now);
    // In the demo staff approve a search, so the case waits for that now.
    expect(await office.state(caseId)).toMatchObject({ stage: { kind: 'approving-search' } });
    expect(await give(office, caseId, { type: 'approve-search' })).toBe('ok');
    expect(signalled).toEqual(['token-1']);
  });

  it('cannot be approved or changed by staff: each refusal names the decision that must come first', async () => {
    const { office, caseId } = await proven();
    await step(office, caseId);
    await give(office, caseId, mark);
    const first =
      'out-of-order: A circumstance protects somebody, and staff have not decided on it yet. Decide on the circumstance first.';
    expect(await give(office, caseId, { type: 'approve-search' })).toBe(first);
    expect(await give(office, caseId, { type: 'change-contact', email: 'ny@example.org', oldIsLost: false })).toBe(
      first,
    );
    expect(await agreed(office, caseId, decision)).toBe('ok');
    expect(await give(office, caseId, { type: 'approve-search' })).toBe('ok');
  });
});

describe('A stronger proof of identity', () => {
  it('is requested after the decision on a circumstance, not before, because the letter shows that data are held', async () => {
    const { office, caseId } = await proven();
    const by = { kind: 'workflow', id: 'test' } as const;
    const system = { id: 'crm', mode: 'automatic', level: 'strong', special: false } as const;
    await office.command(caseId, { type: 'plan-search', systems: [system] }, now, by);
    await give(office, caseId, { type: 'approve-search' });
    await office.command(caseId, { type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] }, now, by);
    await give(office, caseId, mark);
    const found = { result: 'found', records: 1, files: 0, possible: 0, learned: [] } as const;
    await office.command(caseId, { type: 'answer-search', system: 'crm', wave: 1, ...found }, now, by);
    const asked = async (): Promise<number> => (await office.state(caseId)).common.askings.length;
    expect(await asked()).toBe(0);
    await agreed(office, caseId, decision);
    expect(await asked()).toBe(1);
    expect(office.letters(caseId).filter((letter) => letter.startsWith('M2/'))).toHaveLength(1);
  });
});

describe('A change of address that staff make', () => {
  it('must say why the old address is not told, and shows the second person where the answer would go', async () => {
    const { office, caseId } = await proven();
    const change = { type: 'change-contact', email: 'ny@example.org', oldIsLost: true } as const;
    expect(await give(office, caseId, change)).toMatch(/^incomplete: why: Say why no letter goes to the old address/);
    expect(await give(office, caseId, { ...change, oldIsLost: false, why: 'lost' })).toMatch(/^incomplete: why/);
  });
});
