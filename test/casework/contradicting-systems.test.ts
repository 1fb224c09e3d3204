// Systems that contradict each other: what is counted when the case is screened and what is delivered are the same.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { assembleExport, type AssemblyMeans } from '#casework/assemble-export.ts';
import { searchSystem } from '#casework/search-system.ts';
import { sendCode, verifyIdentity } from '#casework/subject-actions.ts';
import { takeStep } from '#casework/take-step.ts';
import { defineConnector, type AnyConnector } from '#connectors/sdk/connector.ts';
import { ConnectorFailure } from '#connectors/sdk/failure.ts';
import { field, given } from '#connectors/sdk/field.ts';
import { own } from '#connectors/sdk/identifying.ts';
import type { Command } from '#domain/case/command.ts';
import { asWorking } from '#domain/case/state.ts';
import type { Findings } from '#store/findings.ts';
import { jsonOf, textOf, unpack } from '#test/answer/unpack.ts';
import { contact, start, startRig, type Rig } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => await rig.close());

const ada = { kind: 'staff', id: 'ada' } as const;
const asas = '189001019802';
const bos = '198012312388';
const title = { sv: 'Kort', en: 'Card' };

/** A system with a card of the person's address for each personnummer; the first search fails where it says so. */
function system(id: string, numbers: readonly string[], { failsFirst = false } = {}): AnyConnector {
  let hasFailed = !failsFirst;
  return defineConnector({
    id,
    title,
    category: 'other',
    settings: z.strictObject({}),
    secret: z.strictObject({}),
    secretOrigin: 'api',
    origins: () => ({ api: 'https://archive.example' }),
    accepts: ['email'],
    learns: ['personnummer'],
    calls: {},
    limits: { perSecond: 1e6, timeoutMilliseconds: 10_000 },
    resources: {
      card: {
        title,
        fields: {
          email: field('E-post', 'E-mail', 'contact', given),
          number: field('Personnummer', 'Personal identity number', 'identity', given),
        },
      },
    },
    identifying: { card: { email: own('email'), number: own('personnummer') } },
    doesNotRead: [],
    deletionFreeze: 'unsupported',
    abilities: {
      access: 'automatic',
      rectification: 'manual',
      erasure: 'manual',
      restriction: 'manual',
      portability: 'manual',
      objection: 'manual',
      'consent-withdrawal': 'manual',
    },
    authorise: async () => ({}),
    async *search() {
      if (!hasFailed) {
        hasFailed = true;
        throw new ConnectorFailure('unavailable', 'not there');
      }
      const candidates = numbers.map((number, index) => {
        return { resource: 'card', id: String(index), data: { email: contact, number } };
      });
      yield { candidates, next: null };
    },
  });
}

/** A case that these systems are searched for. */
async function caseOf(connectors: readonly AnyConnector[]) {
  const caseId = await rig.openNew();
  await sendCode(rig.casework, caseId, 'identity', start);
  const code = rig.casework.keys.oneTimeCode(caseId, 'identity-1');
  expect(await verifyIdentity(rig.casework, caseId, code, start)).toMatchObject({ ok: true });
  const systems = connectors.map(
    ({ id }) => ({ id, mode: 'automatic', level: 'contact-point', special: false }) as const,
  );
  await rig.command(caseId, { type: 'plan-search', systems });
  await rig.command(caseId, { type: 'approve-search' });
  let readings = 0;
  const step = async (name: 'screen' | 'deliver', round: number): Promise<void> => {
    const taken = { v: 2, caseId, step: name, round } as const;
    const counting: Findings = {
      ...rig.findings,
      pages(...of) {
        readings += 1;
        return rig.findings.pages(...of);
      },
    };
    expect(await takeStep(rig.casework, rig.anchors, counting, {}, taken, start)).toMatchObject({ ok: true });
  };
  return {
    command: async (command: Command): Promise<unknown> => await rig.command(caseId, command, { by: ada }),
    async search(connector: AnyConnector): Promise<void> {
      const means = {
        records: rig.casework,
        findings: rig.findings,
        organisationAt: rig.casework.organisationAt,
        connector,
        installation: { settings: {}, secret: {} },
        surroundings: {
          fetch: async () => new Response(null, { status: 404 }),
          sleep: async () => undefined,
          elapsed: () => 0,
          random: () => 0,
          timeLeft: () => 600_000,
        },
      };
      expect(await searchSystem(means, { caseId, system: connector.id, wave: 1 }, start)).toEqual({ done: true });
    },
    /** The files of the answer of a round, by path. */
    async answer(round: number): Promise<ReadonlyMap<string, Buffer>> {
      await step('screen', round);
      await rig.command(caseId, { type: 'release', round }, { by: ada });
      const parts: Buffer[] = [];
      const exports: AssemblyMeans['exports'] = {
        ...rig.exports,
        put: async (_case, _answer, content) => {
          for await (const part of content) parts.push(part as Buffer);
        },
      };
      const organisationAt = () => Promise.resolve(rig.organisation);
      const means = { records: rig.casework, findings: rig.findings, exports, connectors, organisationAt };
      expect(await assembleExport(means, { caseId, round }, start)).toMatchObject({ ok: true });
      await step('deliver', round);
      return unpack(Buffer.concat(parts));
    },
    /** How often the pages of a system were read to screen and deliver the case. */
    readings: () => readings,
    /** What the log counts of each system. */
    async counted() {
      return asWorking(await rig.state(caseId))?.systems.map(({ id, replies: [reply] }) => {
        const { result, records, disputed } = reply!;
        return { id, outcome: result, records, disputed };
      });
    },
  };
}
const dataFiles = (files: ReadonlyMap<string, Buffer>): readonly string[] =>
  [...files.keys()].filter((path) => path.startsWith('systems/'));
const textOfAll = (files: ReadonlyMap<string, Buffer>): string =>
  [...files.values()].map((file) => file.toString()).join('\n');

describe('A system that answers after another was delivered', () => {
  it('and names another personnummer is disputed: its record is in no answer, staff see it, and what has gone out stays', async () => {
    const early = system('fortnox', [asas]);
    const late = system('hubspot', [bos], { failsFirst: true });
    const { search, answer, command, counted } = await caseOf([early, late]);
    await search(early);
    await search(late);
    const first = await answer(1);
    expect(textOf(first, 'systems/fortnox/card.json')).toContain(asas);
    expect(jsonOf(first, 'manifest.json')).toMatchObject({ systems: [{ outcome: 'found' }, { outcome: 'failed' }] });

    await command({ type: 'retry-system', system: 'hubspot' });
    await search(late);
    const second = await answer(2);
    expect(dataFiles(second)).toEqual([]);
    expect(textOfAll(second)).not.toContain(bos);
    expect(jsonOf(second, 'manifest.json')).toMatchObject({
      systems: [
        { id: 'fortnox', outcome: 'found', deliveredIn: 1, disputed: 0 },
        { id: 'hubspot', outcome: 'nothing-held', records: 0, disputed: 1 },
      ],
    });
    expect(textOf(second, 'index.html')).toContain('hittade 1 post som kan handla om dig.');
    expect(await counted()).toEqual([
      { id: 'fortnox', outcome: 'found', records: 1, disputed: 0 },
      { id: 'hubspot', outcome: 'nothing-held', records: 0, disputed: 1 },
    ]);
  });
});

describe('A system that contradicts itself', () => {
  it('makes the only record of another system disputed as well, and what is counted is what is delivered', async () => {
    const connectors = [system('fortnox', [asas, bos]), system('hubspot', [asas])];
    const { search, answer, counted } = await caseOf(connectors);
    for (const connector of connectors) await search(connector);
    const files = await answer(1);
    expect(dataFiles(files)).toEqual([]);
    for (const one of [asas, bos]) expect(textOfAll(files)).not.toContain(one);
    const numbers = [
      { id: 'fortnox', outcome: 'nothing-held', records: 0, disputed: 2 },
      { id: 'hubspot', outcome: 'nothing-held', records: 0, disputed: 1 },
    ];
    expect(await counted()).toEqual(numbers);
    expect(jsonOf(files, 'manifest.json')).toMatchObject({ systems: numbers });
  });
});

describe('The screening', () => {
  it('reads no page again where only one system gave records', async () => {
    const connectors = [system('fortnox', [asas]), system('hubspot', [])];
    const { search, answer, counted, readings } = await caseOf(connectors);
    for (const connector of connectors) await search(connector);
    expect(textOf(await answer(1), 'systems/fortnox/card.json')).toContain(asas);
    expect(readings()).toBe(0);
    expect(await counted()).toMatchObject([{ records: 1 }, { outcome: 'nothing-held' }]);
  });

  it('reads the pages of each system twice where several gave records', async () => {
    const connectors = [system('fortnox', [asas]), system('hubspot', [asas])];
    const { search, answer, counted, readings } = await caseOf(connectors);
    for (const connector of connectors) await search(connector);
    await answer(1);
    expect(readings()).toBe(4);
    expect(await counted()).toMatchObject([{ records: 1 }, { records: 1 }]);
  });
});
