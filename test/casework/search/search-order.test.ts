import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { identifierHash } from '#casework/commit/keys.ts';
import { searchAndRecord } from '../search-and-record.ts';
import { fortnox } from '#connectors/fortnox/connector.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => await rig?.close());

/** The identifiers that a system gets in the second wave if the first wave taught these identifiers in this order. */
async function askedBy(taught: readonly Identifier[]): Promise<readonly string[]> {
  const opened = await rig.open(randomUUID(), {
    request: rig.request({ identifiers: [{ kind: 'email', value: 'asa.berg@example.org' }] }),
  });
  if (!opened.ok) throw new Error(opened.code);
  const { caseId } = opened;
  const profile = await rig.casework.profiles.get(caseId);
  const refOf = (one: Identifier) => ({ kind: one.kind, hash: identifierHash(profile?.caseKey ?? '', one) });
  const number = { kind: 'customerNumber', value: 'K-1' } as const;
  await rig.casework.profiles.addIdentifier(caseId, refOf(number).hash, number);
  await rig.command(caseId, { type: 'prove-with', method: 'e-id', identifier: refOf(number) });
  const cards = { id: 'cards', mode: 'automatic', level: 'contact-point', special: false } as const;
  await rig.command(caseId, { type: 'plan-search', systems: [cards] });
  await rig.command(caseId, { type: 'approve-search' });
  await rig.command(caseId, { type: 'start-searches', searches: [{ system: 'cards', wave: 1 }] });
  for (const one of taught) await rig.casework.profiles.addIdentifier(caseId, refOf(one).hash, one);
  const learned = taught.map((one) => ({ ...refOf(one), weight: 'own', disputed: false }) as const);
  const found = { result: 'found', records: 1, files: 0, possible: 0 } as const;
  await rig.command(caseId, { type: 'answer-search', system: 'cards', wave: 1, learned, ...found });
  for (const identifier of learned)
    await rig.command(caseId, { type: 'decide-identifier', identifier: identifier.hash, accept: true });

  const asked: string[] = [];
  const connector = defineConnector({
    ...fortnox,
    id: 'cards',
    settings: z.strictObject({}),
    secret: z.strictObject({}),
    origins: () => ({}),
    authorise: async () => ({}),
    async *search({ identifiers }) {
      asked.push(...identifiers.map(({ value }) => value));
      yield { candidates: [], next: null };
    },
  });
  const none = () => Promise.reject(new Error('the system was asked'));
  const means = {
    records: rig.casework,
    findings: rig.findings,
    organisationAt: rig.casework.organisationAt,
    connector,
    installation: { settings: {}, secret: {} },
    surroundings: { fetch: none, sleep: none, elapsed: () => 0, random: () => 0, timeLeft: () => 600_000 },
  };
  expect(await searchAndRecord(rig, means, { caseId, system: 'cards', wave: 2 })).toBe('searched');
  return asked;
}

it('A system gets the identifiers in the same order, whichever system taught them first', async () => {
  const taught: readonly Identifier[] = [
    { kind: 'phone', value: '+46701740605' },
    { kind: 'customerNumber', value: 'K-7' },
    { kind: 'email', value: 'asa@example.com' },
  ];
  const asked = await askedBy(taught);
  expect(asked).toHaveLength(3);
  expect(await askedBy(taught.toReversed())).toEqual(asked);
});
