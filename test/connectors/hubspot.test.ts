import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { hubspot } from '#connectors/hubspot/connector.ts';
import { startFake } from '#connectors/hubspot/fake.ts';
import { identifiersOf, quickClock, search } from '#connectors/sdk/conformance-run.ts';
import { conformanceChecks } from '#connectors/sdk/conformance.ts';
import type { Fake } from '#connectors/sdk/fake.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';

async function withFake(use: (fake: Fake, clock: ReturnType<typeof quickClock>) => Promise<void>): Promise<void> {
  const clock = quickClock();
  const fake = await startFake({ elapsed: clock.elapsed });
  try {
    await use(fake, clock);
  } finally {
    await fake.close();
  }
}

describe('the HubSpot connector', () => {
  for (const { title, run } of conformanceChecks({ connector: hubspot, startFake, person: testPerson })) it(title, run);

  it('gets strangers from the search, leaves them as possible, and reads none of their notes and deals', async () => {
    await withFake(async (fake, clock) => {
      fake.plant(testPerson);
      const { pages, requests, records } = await search(hubspot, fake, clock, { wanted: identifiersOf(testPerson) });
      const possible = new Set(pages.flatMap((page) => page.possible.map(({ id }) => id)));
      expect(possible.size).toBeGreaterThanOrEqual(3);
      const contacts = requests.flatMap((request) => /contacts\/(\d+)\/associations/.exec(request)?.[1] ?? []);
      expect(contacts.every((id) => records.includes(`contact/${id}`) && !possible.has(id))).toBe(true);
    });
  });

  it('finds the person by the telephone number alone, however HubSpot spells it, and learns both addresses', async () => {
    await withFake(async (fake, clock) => {
      fake.plant(testPerson);
      const [phone] = identifiersOf(testPerson).filter(({ kind }) => kind === 'phone');
      const { pages } = await search(hubspot, fake, clock, { wanted: [phone!] });
      const taught = pages.flatMap((page) => page.taught.map(({ value }) => value));
      expect(taught).toEqual(expect.arrayContaining(['asa.berg@example.org', 'asa.b@mejl.example']));
    });
  });

  it('returns a contact once, though several lookups find it', async () => {
    await withFake(async (fake, clock) => {
      fake.plant(testPerson);
      const { pages } = await search(hubspot, fake, clock, { wanted: identifiersOf(testPerson) });
      const contacts = pages.flatMap(({ belongs }) => belongs.filter(({ resource }) => resource === 'contact'));
      expect(contacts).toHaveLength(new Set(contacts.map(({ id }) => id)).size);
    });
  });

  it('fails if HubSpot could not read a part of a batch, but not if a record no longer exists', async () => {
    await withFake(async (fake, clock) => {
      fake.plant(testPerson);
      const answer = (category: string): string =>
        JSON.stringify({ status: 'COMPLETE', results: [], numErrors: 1, errors: [{ status: 'error', category }] });
      const wanted = identifiersOf(testPerson);
      fake.fail({ kind: 'status', status: 207, body: answer('INTERNAL_ERROR'), times: 1, path: /batch/ });
      await expect(search(hubspot, fake, clock, { wanted })).rejects.toMatchObject({ code: 'unexpected-answer' });
      fake.fail({ kind: 'status', status: 207, body: answer('OBJECT_NOT_FOUND'), times: 1, path: /batch/ });
      expect((await search(hubspot, fake, clock, { wanted })).records.length).toBeGreaterThan(0);
    });
  });

  it('calls the dated version of the API that the settings name, in every path', async () => {
    await withFake(async (fake, clock) => {
      fake.plant(testPerson);
      const { requests } = await search(hubspot, fake, clock, { wanted: identifiersOf(testPerson) });
      for (const request of requests) expect(request).toMatch(/^(?:GET|POST) \/crm\/(?:objects|properties)\/2026-03\//);

      const other = {
        ...fake,
        settings: { baseUrl: z.object({ baseUrl: z.string() }).parse(fake.settings).baseUrl, apiVersion: '2027-03' },
      };
      await expect(search(hubspot, other, clock, { wanted: identifiersOf(testPerson) })).rejects.toThrow(/404/);
      expect(fake.requests().at(-1)).toBe('GET /crm/properties/2027-03/contacts');
    });
    for (const apiVersion of ['v3', '2026', '2026-13', '2026-03/../v3', ''])
      expect(() => hubspot.originsOf({ apiVersion })).toThrow();
  });

  it('reads a contact that was moved to the recycle bin after the search index knew it', async () => {
    await withFake(async (fake, clock) => {
      const { records } = fake.plant(testPerson);
      const archived = records.filter(({ resource }) => resource === 'contact')[1]!.id;
      const [phone] = identifiersOf(testPerson).filter(({ kind }) => kind === 'phone');
      const body = JSON.stringify({ total: 1, results: [{ id: archived }] });
      fake.fail({ kind: 'status', status: 200, body, times: 1, path: /\/search$/ });
      const found = await search(hubspot, fake, clock, { wanted: [phone!], verified: identifiersOf(testPerson) });
      expect(found.records).toEqual([`contact/${archived}`]);
    });
  });

  it('fails if a batch contains a record that was not requested', async () => {
    await withFake(async (fake, clock) => {
      fake.plant(testPerson);
      const body = JSON.stringify({ results: [{ id: '4711', properties: {} }] });
      fake.fail({ kind: 'status', status: 200, body, times: Infinity, path: /\/notes\/batch\/read$/ });
      const run = search(hubspot, fake, clock, { wanted: identifiersOf(testPerson) });
      await expect(run).rejects.toMatchObject({ code: 'unexpected-answer' });
    });
  });

  it('never calls what changes or deletes a contact', () => {
    for (const { method, path } of Object.values(hubspot.calls))
      expect(method === 'GET' || /\/(?:batch\/read|search)$/.test(path)).toBe(true);
  });
});
