// The orders by which systems are searched, and the recording of the results.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchSystem, type SearchMeans } from '#casework/search/search-system.ts';
import { identifierHash } from '#casework/commit/keys.ts';
import { takeStep, type Searching } from '#casework/workflow/take-step.ts';
import type { AnyConnector } from '#connectors/sdk/connector.ts';
import { ConnectorFailure } from '#connectors/sdk/failure.ts';
import { kindsOf } from '#connectors/sdk/kinds-of.ts';
import { hubspot } from '#connectors/hubspot/connector.ts';
import { mailchimp } from '#connectors/mailchimp/connector.ts';
import { searchOf } from '#domain/case/state.ts';
import type { SearchId, SearchResult } from '#domain/findings/search-order.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import type { Next } from '#workflows/payloads.ts';
import { ada, approveSearch, planned, proveByCode } from '../case-steps.ts';
import { contact, start, startRig, type Rig } from '../rig.ts';
import { searching } from '../search-and-record.ts';
import { system } from '../searched-case.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(async () => await rig.close());

const crm = system('crm', [[{ id: '1', email: contact, phone: '+46701740605' }]]);
const shop = system('shop', [[{ id: '7', email: contact }]]);

/** A case whose search of these systems has been approved. */
async function approved(connectors: readonly AnyConnector[], proven: readonly Identifier[] = []): Promise<string> {
  const caseId = await rig.openNew();
  await proveByCode(rig, caseId);
  const { caseKey } = (await rig.casework.profiles.get(caseId))!;
  for (const one of proven) {
    const hash = identifierHash(caseKey, one);
    await rig.casework.profiles.addIdentifier(caseId, hash, one);
    await rig.command(caseId, { type: 'prove-with', method: 'e-id', identifier: { kind: one.kind, hash } });
  }
  await approveSearch(
    rig,
    caseId,
    connectors.map(({ id }) => planned(id)),
  );
  return caseId;
}

async function next(caseId: string, around: Searching): Promise<Next> {
  const step = { v: 2, caseId, step: 'next' } as const;
  const taken = await takeStep(rig.casework, rig, rig.findings, around, step, start);
  if (!taken.ok) throw new Error(taken.code);
  return taken.output as Next;
}

async function record(
  caseId: string,
  around: Searching,
  of: Omit<SearchId, 'caseId'>,
  end: 'searched' | 'withdrawn' | 'failed',
) {
  const step = { v: 2, caseId, step: 'record-search', ...of, end } as const;
  return await takeStep(rig.casework, rig, rig.findings, around, step, start);
}

const first = (id: string): Omit<SearchId, 'caseId'> => ({ system: id, wave: 1, run: 0 });

function means(connector: AnyConnector): SearchMeans {
  return {
    findings: rig.findings,
    orders: rig.orders,
    connector,
    installation: { settings: {}, secret: {} },
    surroundings: {
      fetch: async () => new Response(null, { status: 404 }),
      sleep: async () => undefined,
      elapsed: () => 0,
      random: () => 0,
      timeLeft: () => 600_000,
    },
    now: () => '',
  };
}

const eventsOf = async (caseId: string, type: string) =>
  (await rig.events(caseId)).filter((event) => event.type === type);

describe('The step that plans a wave', () => {
  it('commits once that all its searches begin, and writes an order for each', async () => {
    const caseId = await approved([crm, shop]);
    const around = searching(rig, [crm, shop]);
    const before = (await rig.state(caseId)).common.seq;
    const planned = await next(caseId, around);
    expect(planned.searches).toEqual([
      { system: 'crm', wave: 1, run: 0, functionName: 'search-crm' },
      { system: 'shop', wave: 1, run: 0, functionName: 'search-shop' },
    ]);
    expect((await rig.state(caseId)).common.seq).toBe(before + 1);
    expect(await eventsOf(caseId, 'search-started')).toMatchObject([{ system: 'crm' }, { system: 'shop' }]);
    for (const { system: id, wave, run } of planned.searches)
      expect(await rig.orders.order({ caseId, system: id, wave, run })).toMatchObject({
        searchBy: 'wanted',
        wanted: [{ kind: 'email', value: contact }],
      });
    // A repeated step changes nothing in the log.
    expect(await next(caseId, around)).toEqual(planned);
    expect((await rig.state(caseId)).common.seq).toBe(before + 1);
    // The payloads of the workflow contain no personal data.
    expect(JSON.stringify(planned)).not.toContain(contact);
  });

  it('gives a system only the kinds that its connector accepts or reads, and says which other kinds are proven', async () => {
    const number = { kind: 'personnummer', value: '189001019802' } as const;
    const caseId = await approved([mailchimp, hubspot], [number, { kind: 'customerNumber', value: 'K-1' }]);
    await next(caseId, searching(rig, [mailchimp, hubspot]));
    const order = await rig.orders.order({ caseId, system: mailchimp.id, wave: 1, run: 0 });
    const kinds = kindsOf(mailchimp);
    expect(kinds.accepts).not.toContain('personnummer');
    expect(kinds.reads).not.toContain('personnummer');
    expect(order?.verified.map(({ kind }) => kind)).toEqual(['email']);
    expect(order?.otherKinds.toSorted()).toEqual(['customerNumber', 'personnummer']);
    expect(JSON.stringify(order)).not.toContain(number.value);
  });

  it('begins nothing while staff must first decide on a circumstance', async () => {
    const caseId = await approved([crm]);
    await rig.command(caseId, { type: 'mark-circumstance', circumstance: 'threatened', present: true }, { by: ada });
    expect(await next(caseId, searching(rig, [crm]))).toMatchObject({ next: 'wait', searches: [] });
    expect(await eventsOf(caseId, 'search-started')).toEqual([]);
  });

  it('writes orders and results that are erased with the findings', async () => {
    const caseId = await approved([crm]);
    const around = searching(rig, [crm]);
    await next(caseId, around);
    expect(await searchSystem(means(crm), { caseId, ...first('crm') }, start)).toBe('searched');
    await rig.findings.erase(caseId);
    await expect(rig.orders.order({ caseId, ...first('crm') })).rejects.toThrow();
    expect(await rig.orders.result({ caseId, ...first('crm') })).toBeUndefined();
  });
});

describe('The result of a search', () => {
  it('is not in the case before it is recorded, and is recorded only once', async () => {
    const caseId = await approved([crm]);
    const around = searching(rig, [crm]);
    await next(caseId, around);
    const { seq } = (await rig.state(caseId)).common;
    expect(await searchSystem(means(crm), { caseId, ...first('crm') }, start)).toBe('searched');
    expect((await rig.state(caseId)).common.seq).toBe(seq);
    for (let time = 1; time <= 3; time += 1)
      expect(await record(caseId, around, first('crm'), 'searched')).toMatchObject({ ok: true });
    expect((await rig.state(caseId)).common.seq).toBe(seq + 1);
    const search = searchOf(await rig.state(caseId))!;
    expect(search.systems[0]?.replies).toMatchObject([{ result: 'found', records: 1 }]);
    expect(search.learned.map(({ identifier }) => identifier.kind)).toEqual(['phone']);
    const profile = await rig.casework.profiles.get(caseId);
    expect(profile?.identifiers[search.learned[0]!.identifier.hash]).toEqual({ kind: 'phone', value: '+46701740605' });
  });

  it('stays the first one, whatever a second try of the function finds', async () => {
    const caseId = await approved([crm]);
    await next(caseId, searching(rig, [crm]));
    const of = { caseId, ...first('crm') };
    await searchSystem(means(crm), of, start);
    const kept = await rig.orders.result(of);
    await rig.orders.putResult({ ...kept, records: 99 } as SearchResult);
    expect(await rig.orders.result(of)).toEqual(kept);
    expect(await searchSystem(means(crm), of, start)).toBe('searched');
    expect(await rig.orders.result(of)).toEqual(kept);
  });

  it('is that of the function, if the function stored it and then was lost', async () => {
    const caseId = await approved([crm]);
    const around = searching(rig, [crm]);
    await next(caseId, around);
    await searchSystem(means(crm), { caseId, ...first('crm') }, start);
    await record(caseId, around, first('crm'), 'failed');
    expect(searchOf(await rig.state(caseId))?.systems[0]?.replies).toMatchObject([{ result: 'found', records: 1 }]);
  });

  it('is a failure if the last try of the function ended without a result', async () => {
    const caseId = await approved([crm]);
    const around = searching(rig, [crm]);
    await next(caseId, around);
    await record(caseId, around, first('crm'), 'failed');
    const replies = searchOf(await rig.state(caseId))?.systems[0]?.replies;
    expect(replies).toMatchObject([{ result: 'failed', reason: 'search-broke-down' }]);
    // A search that says that it has ended always has a result.
    await rig.command(caseId, { type: 'retry-system', system: 'crm' }, { by: ada });
    await expect(record(caseId, around, { ...first('crm'), run: 1 }, 'searched')).rejects.toThrow('no result');
  });

  it('of a repeated search is a new one, with its own order', async () => {
    let isDown = true;
    const flaky = {
      ...crm,
      install: (...input: Parameters<typeof crm.install>) => {
        if (isDown) throw new ConnectorFailure('unavailable', 'not there');
        return crm.install(...input);
      },
    };
    const caseId = await approved([crm]);
    const around = searching(rig, [crm]);
    await next(caseId, around);
    await searchSystem(means(flaky), { caseId, ...first('crm') }, start);
    await record(caseId, around, first('crm'), 'searched');
    expect(searchOf(await rig.state(caseId))?.systems[0]?.replies).toMatchObject([
      { result: 'failed', reason: 'unavailable' },
    ]);
    await rig.command(caseId, { type: 'retry-system', system: 'crm' }, { by: ada });
    isDown = false;
    const again = await next(caseId, around);
    expect(again.searches).toMatchObject([{ system: 'crm', wave: 1, run: 1 }]);
    await searchSystem(means(flaky), { caseId, ...first('crm'), run: 1 }, start);
    await record(caseId, around, { ...first('crm'), run: 1 }, 'searched');
    expect(searchOf(await rig.state(caseId))?.systems[0]?.replies).toMatchObject([{ result: 'found' }]);
  });
});

describe('A circumstance that is marked while a wave is searched', () => {
  it('withdraws the orders of the searches that have not begun, until staff have decided', async () => {
    const caseId = await approved([crm, shop]);
    const around = searching(rig, [crm, shop]);
    await next(caseId, around);
    await searchSystem(means(crm), { caseId, ...first('crm') }, start);
    const mark = { type: 'mark-circumstance', circumstance: 'threatened', present: true } as const;
    await rig.command(caseId, mark, { by: ada });
    // The result of the running search is stored, and the other search is not made.
    expect(await record(caseId, around, first('crm'), 'searched')).toMatchObject({ ok: true });
    expect(await searchSystem(means(shop), { caseId, ...first('shop') }, start)).toBe('withdrawn');
    await record(caseId, around, first('shop'), 'withdrawn');
    const [searched, left] = searchOf(await rig.state(caseId))!.systems;
    expect(searched?.replies).toHaveLength(1);
    expect(left?.replies).toEqual([]);
    expect(await rig.orders.result({ caseId, ...first('shop') })).toBeUndefined();

    const decision = { type: 'decide-circumstance', circumstance: 'threatened', applies: false, text: 't' } as const;
    await rig.command(caseId, decision, { by: ada });
    expect((await next(caseId, around)).searches).toMatchObject([{ system: 'shop', wave: 1, run: 0 }]);
    expect(await searchSystem(means(shop), { caseId, ...first('shop') }, start)).toBe('searched');
  });
});
