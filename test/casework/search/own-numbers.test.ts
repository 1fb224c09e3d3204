import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { identifierHash } from '#casework/commit/keys.ts';
import { searchAndRecord } from '../search-and-record.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { fortnox } from '#connectors/fortnox/connector.ts';
import { field, given } from '#connectors/sdk/field.ts';
import { own } from '#connectors/sdk/identifying.ts';
import * as z from 'zod';
import { searchOf } from '#domain/case/state.ts';
import type { RawIdentifier } from '#domain/identifiers/identifier.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import { all, startRig, type Rig } from '../rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => await rig?.close());

/** A system with a card for each of these identifiers. */
const holding = (cards: readonly RawIdentifier[]) =>
  defineConnector({
    ...fortnox,
    id: 'cards',
    settings: z.strictObject({}),
    secret: z.strictObject({}),
    origins: () => ({}),
    resources: {
      card: {
        title: { sv: 'Kort', en: 'Card' },
        fields: {
          customerNumber: field('Kundnummer', 'Customer number', 'identity', given),
          personnummer: field('Personnummer', 'Personnummer', 'identity', given),
        },
      },
    },
    identifying: { card: { customerNumber: own('customerNumber'), personnummer: own('personnummer') } },
    authorise: async () => ({}),
    async *search() {
      const candidates = cards.map((one, index) => ({
        resource: 'card',
        id: String(index),
        data: { [one.kind]: one.value },
      }));
      yield { candidates, next: null };
    },
  });

/** The ids of the records that count as the person's in a case with this proven identifier and this description. */
async function found(
  controller: Partial<Controller>,
  identifier: { readonly kind: 'customerNumber' | 'personnummer'; readonly value: string },
  cards: readonly string[],
): Promise<readonly string[]> {
  const organisation = {
    ...rig.organisation,
    controllers: rig.organisation.controllers.map((one) => ({ ...one, ...controller })),
  };
  const request = rig.request({ identifiers: [{ kind: 'email', value: 'asa.berg@example.org' }] });
  const opened = await rig.open(randomUUID(), { request });
  if (!opened.ok) throw new Error(opened.code);
  const { caseId } = opened;
  const { caseKey } = (await rig.casework.profiles.get(caseId)) ?? { caseKey: '' };
  const hash = identifierHash(caseKey, identifier);
  await rig.casework.profiles.addIdentifier(caseId, hash, identifier);
  await rig.command(caseId, { type: 'prove-with', method: 'e-id', identifier: { kind: identifier.kind, hash } });
  const crm = { id: 'cards', mode: 'automatic', level: 'contact-point', special: false } as const;
  await rig.command(caseId, { type: 'plan-search', systems: [crm] });
  await rig.command(caseId, { type: 'approve-search' });
  const none = () => Promise.reject(new Error('the system was asked'));
  const means = {
    records: rig.casework,
    findings: rig.findings,
    organisationAt: async () => organisation,
    connector: holding(cards.map((value) => ({ kind: identifier.kind, value }))),
    installation: { settings: {}, secret: {} },
    surroundings: { fetch: none, sleep: none, elapsed: () => 0, random: () => 0, timeLeft: () => 600_000 },
  };
  expect(await searchAndRecord(rig, means, { caseId, system: 'cards', wave: 1 })).toBe('searched');
  const pages = await all(rig.findings.pages(caseId, 'cards'));
  expect(searchOf(await rig.state(caseId))?.systems[0]?.replies).toMatchObject([
    { records: pages.flatMap(({ findings }) => findings).length },
  ]);
  return pages.flatMap(({ findings }) => findings.map(({ id }) => cards[Number(id)] ?? ''));
}

it('A search compares the numbers of records only in the formats that the controller of the case describes', async () => {
  const own = { kind: 'customerNumber', value: 'K-004217' } as const;
  const cards = ['K-0042 17', 'K004217', 'K-004217', 'K-004218', '004217'];
  const numbers = { customerNumber: { pattern: 'K-######', separators: '- ' } };
  expect(await found({ numbers }, own, cards)).toEqual(['K-0042 17', 'K004217', 'K-004217']);
  expect(await found({ numbers: {} }, own, cards)).toEqual(['K-004217']);
});

it('A search compares interim personal numbers if the controller of the case allows them', async () => {
  const own = { kind: 'personnummer', value: '20000101T220' } as const;
  const cards = ['000101-T220', '000101-P220'];
  expect(await found({ allowInterimNumbers: true }, own, cards)).toEqual(['000101-T220']);
  expect(await found({ allowInterimNumbers: false }, own, cards)).toEqual([]);
});
