// Decisions of staff on identifiers that searches returned: several at once, and what goes again with a wrong one.
import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { staffCommand } from '#casework/staff/staff-command.ts';
import { acceptRefusedBy } from '#domain/case/search/learned-rules.ts';
import { searchOf } from '#domain/case/state.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { identifierText } from '#domain/identifiers/identifier.ts';
import { records, type Case } from '../reviewed-case.ts';
import { contact, start } from '../rig.ts';
import { caseOf, onOneRig, system, type Row } from '../searched-case.ts';

onOneRig();

/**
 * Gives the command of the API on the identifiers on which this decision is possible, and that pass. Says whether there
 * are any.
 */
async function decideAll(of: Case, accept: boolean, is: (one: Identifier) => boolean): Promise<boolean> {
  const { means, state, profile } = await of.review();
  const identifiers = searchOf(state)!.learned.flatMap((one) => {
    const { hash } = one.identifier;
    const isOpen = accept
      ? one.decision === null && acceptRefusedBy(one, state.common) === null
      : one.decision?.accepted !== false;
    return isOpen && is(profile.identifiers[hash]!) ? [hash] : [];
  });
  if (identifiers.length === 0) return false;
  const expectedSeq = state.common.seq;
  const command = { type: 'decide-identifiers', commandId: randomUUID(), expectedSeq, identifiers, accept } as const;
  const all = { ...means, connectors: of.connectors, exports: { eraseAnswer: async () => {} } };
  expect(await staffCommand(of.rig.casework, all, of.caseId, 'erik', command, start)).toMatchObject({ ok: true });
  return true;
}

/** Searches, and accepts what passes and can be accepted, until nothing is left. */
async function searchAll(of: Case, is: (one: Identifier) => boolean = () => true): Promise<void> {
  do await of.searchAll();
  while (await decideAll(of, true, is));
}

/** What staff decided on the learned identifiers, by their values. */
async function known(of: Case): Promise<Readonly<Record<string, string>>> {
  const { state, profile } = await of.review();
  return Object.fromEntries(
    searchOf(state)!.learned.map((one) => [
      identifierText(profile.identifiers[one.identifier.hash]!),
      one.decision === null ? 'open' : String(one.decision.accepted),
    ]),
  );
}

describe('Accepted identifiers that are rejected again', () => {
  const mine: Row = { id: '1', email: contact, customer: '10', phone: '070-174 06 05', name: 'Åsa Berg' };
  const brought: Row = { id: '2', customer: '10', phone: '070-174 06 06', name: 'Gustav' };
  const further: Row = { id: '3', phone: '070-174 06 06', name: 'Gustavs bil' };
  const isNumber = ({ value }: Identifier): boolean => value === '10';

  it('take along, all at once, the records and the identifiers that only they brought', async () => {
    const of = await caseOf([system('hubspot', [[mine, brought, further]])]);
    await searchAll(of);
    expect(Object.values(await known(of))).toEqual(['true', 'true', 'true']);
    await of.screen();
    expect(await records(of)).toEqual(['1 own open', '2 own open', '3 contact open']);
    await decideAll(of, false, (one) => isNumber(one) || one.value.endsWith('05'));
    await of.screen();
    expect(await known(of)).toEqual({ 'customerNumber:10': 'false', 'phone:+46701740605': 'false' });
    expect(await records(of)).toEqual(['1 disputed open', '2 possible open', '3 possible open']);
  });

  it('can be accepted after all, and bring the same again', async () => {
    const of = await caseOf([system('hubspot', [[mine, brought, further]])]);
    await searchAll(of);
    await decideAll(of, false, isNumber);
    const { state } = await of.review();
    const [{ identifier: { hash } } = { identifier: { hash: '' } }] = searchOf(state)!.learned.filter(
      ({ decision }) => decision?.accepted === false,
    );
    await of.command({ type: 'decide-identifiers', identifiers: [{ identifier: hash }], accept: true });
    await searchAll(of);
    await of.screen();
    expect(await records(of)).toEqual(['1 own open', '2 own open', '3 contact open']);
  });

  it('leave the case as if they had been rejected at once', async () => {
    const mails = [contact, 'b@example.org', 'c@example.org', 'd@example.org'];
    const phones = ['070-174 06 05', '070-174 06 06', '070-174 06 07'];
    const maybe = (all: readonly string[]) => fc.option(fc.constantFrom(...all), { nil: undefined });
    const row = fc.record({
      email: maybe(mails),
      bill: maybe(mails),
      customer: maybe(['10', '11', '12']),
      phone: maybe(phones),
      typed: maybe(phones),
    });
    const page = fc.array(row, { minLength: 1, maxLength: 5 });
    const asRows = (rows: readonly (typeof row extends fc.Arbitrary<infer R> ? R : never)[]): readonly Row[] =>
      rows.map((one, index) => ({
        id: String(index + 1),
        ...Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)),
      }));
    await fc.assert(
      fc.asyncProperty(page, page, fc.integer(), async (first, second, salt) => {
        const isOne = (one: Identifier): boolean =>
          [...identifierText(one)].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), salt) % 3 !== 0;
        const searched = async (): Promise<Case> =>
          await caseOf([system('hubspot', [asRows(first)]), system('fortnox', [asRows(second)])]);
        const undone = await searched();
        await undone.searchAll();
        const learned = new Set(Object.keys(await known(undone)));
        const isChosen = (one: Identifier): boolean => isOne(one) && learned.has(identifierText(one));
        await decideAll(undone, true, isChosen);
        await searchAll(undone, (one) => !learned.has(identifierText(one)));
        await decideAll(undone, false, isChosen);
        const never = await searched();
        await never.searchAll();
        await decideAll(never, false, isChosen);
        expect(await known(undone)).toEqual(await known(never));
        for (const of of [undone, never]) {
          await decideAll(of, false, () => true);
          await of.screen();
        }
        expect(await records(undone)).toEqual(await records(never));
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
