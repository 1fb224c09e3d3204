import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { scrive } from '#connectors/scrive/connector.ts';
import { sealedFileNotReady, startFake } from '#connectors/scrive/fake.ts';
import { historyRecords } from '#connectors/scrive/records.ts';
import { documentSchema, historySchema } from '#connectors/scrive/wire.ts';
import { identifiersOf, quickClock, search, type SearchOptions } from '#connectors/sdk/conformance-run.ts';
import { conformanceChecks } from '#connectors/sdk/conformance.ts';
import { createClient } from '#connectors/sdk/requester.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { UnreadRecord } from '#connectors/sdk/unread-record.ts';

async function bench() {
  const clock = quickClock();
  const fake = await startFake({ elapsed: clock.elapsed });
  const planted = fake.plant(testPerson);
  const all = identifiersOf(testPerson);
  const installed = scrive.install({ settings: fake.settings, secret: fake.secret });
  const client = createClient(scrive, installed.origins, async (requester) => await installed.authorise(requester), {
    fetch,
    sleep: clock.sleep,
    elapsed: clock.elapsed,
    random: () => 0,
    timeLeft: () => 600_000,
  });
  return {
    fake,
    planted,
    client,
    installed,
    find: async (options: Partial<SearchOptions> = {}) =>
      await search(scrive, fake, clock, { wanted: all, ...options }),
    identifier: (kind: string) => all.filter((one) => one.kind === kind),
    [Symbol.asyncDispose]: async () => await fake.close(),
  };
}

describe('the Scrive connector', () => {
  for (const { title, run } of conformanceChecks({ connector: scrive, startFake, person: testPerson })) it(title, run);

  it('authorises with one OAuth 1 PLAINTEXT header', async () => {
    await using given = await bench();
    expect(await given.installed.authorise(given.client)).toEqual({
      authorization:
        'oauth_signature_method="PLAINTEXT", oauth_consumer_key="fake0consumer_1", oauth_token="fake0access_1", ' +
        'oauth_signature="fake0apisecret&fake0accesssecret"',
    });
    const secret = given.fake.secret as Record<string, string>;
    for (const accessToken of ['a"b', 'a\r\nx: y', 'a&b', 'a,b'])
      expect(() => scrive.install({ settings: {}, secret: { ...secret, accessToken } })).toThrow();
  });

  it.each(['email', 'phone', 'personnummer'])('finds the signed document by %s alone', async (kind) => {
    await using given = await bench();
    const found = await given.find({ wanted: given.identifier(kind).slice(0, 1) });
    expect(found.records.filter((key) => key.startsWith('document/'))).toHaveLength(1);
    expect(found.documents).toHaveLength(2);
  });

  it('finds documents in the trash', async () => {
    await using given = await bench();
    const [, second] = given.identifier('email');
    const found = await given.find({ wanted: [second!] });
    const document = found.pages.flatMap(({ belongs }) => belongs).find(({ resource }) => resource === 'document');
    expect(document?.data).toMatchObject({ status: 'rejected', is_trashed: true });
  });

  it('has what other parties entered only in a field that certainly concerns others', async () => {
    await using given = await bench();
    const found = await given.find();
    expect(scrive.resources['document']?.fields['other_parties']?.thirdParty).toBe('certain');
    const documents = found.pages.flatMap(({ belongs }) => belongs);
    expect(JSON.stringify(documents)).toContain('Karin.kassor@');
    const rest = documents.map(({ data }) => Object.entries(data).filter(([name]) => name !== 'other_parties'));
    expect(JSON.stringify(rest).toLowerCase()).not.toMatch(/karin|kassör/);
  });

  it('returns parties only, and reads no log or file, if an address is merely in the text of a document', async () => {
    await using given = await bench();
    const found = await given.find({ wanted: given.identifier('email').slice(0, 1) });
    const possible = found.pages.flatMap((page) => page.possible);
    // Three documents contain the text: with `j` before it, with `.example` after it, and in a remark of somebody else.
    // Each has two parties.
    expect(possible.map(({ resource }) => resource)).toEqual(Array.from({ length: 6 }, () => 'signing-party'));
    const others = new Set(possible.map(({ id }) => id.split('-')[0]));
    expect(others.size).toBe(3);
    for (const id of others)
      expect(found.requests.filter((request) => request.includes(`/${id}/`))).toEqual([
        `GET /api/v2/documents/${id}/get`,
      ]);
  });

  it('returns a document once if both of its parties are the person', async () => {
    await using given = await bench();
    const karin = { kind: 'email', value: 'karin.kassor@butiken.example' } as const;
    const found = await given.find({
      wanted: given.identifier('email').slice(0, 1),
      verified: [...given.identifier('email'), karin],
    });
    const signed = found.pages
      .flatMap(({ belongs }) => belongs)
      .filter(({ id }) => id.startsWith(given.planted.records[1]!.id));
    expect(signed.filter(({ resource }) => resource === 'signing-party')).toHaveLength(2);
    expect(signed.filter(({ resource }) => resource === 'document')).toHaveLength(1);
    expect(signed.find(({ resource }) => resource === 'document')?.data).not.toHaveProperty('other_parties');
    expect(signed.filter(({ resource }) => resource === 'history')).toHaveLength(4);
  });

  it('waits while the sealed file is not ready, and fails if it never is', async () => {
    await using given = await bench();
    given.fake.fail({ ...sealedFileNotReady, times: 4 });
    const found = await given.find();
    expect(found.documents).toHaveLength(given.planted.documents.length);
    given.fake.fail({ ...sealedFileNotReady, times: Infinity });
    await expect(given.find()).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('returns each document once although several texts find it', async () => {
    await using given = await bench();
    const found = await given.find();
    const keys = found.pages.flatMap(({ belongs, possible }) =>
      [...belongs, ...possible].map(({ resource, id }) => `${resource}/${id}`),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('reads no document that has only the same last four digits, and still finds it by another identifier', async () => {
    await using given = await bench();
    const stranger = { givenName: 'Någon', familyName: 'Annan', emails: ['annan@example.net'] };
    const others = given.fake.plant({ ...stranger, spelled: { personnummer: '19800229-9802' } });
    const [document] = others.records.filter(({ resource }) => resource === 'document');
    const number = identifiersOf(testPerson).filter(({ kind }) => kind === 'personnummer');
    const reading = `GET /api/v2/documents/${document?.id}/get`;
    const found = await given.find({ wanted: number });
    expect(found.records.length).toBeGreaterThan(0);
    expect(found.requests).not.toContain(reading);
    const email = { kind: 'email', value: 'annan@example.net' } as const;
    const both = await given.find({ wanted: [...number, email] });
    expect(both.requests).toContain(reading);
  });

  it('leaves out log entries if two parties have the same name', () => {
    const named = (id: string) => ({
      id,
      fields: [
        { type: 'name', order: 1, value: 'Åsa' },
        { type: 'name', order: 2, value: 'Berg' },
      ],
    });
    const { events } = historySchema.parse({
      events: [{ status: 'signed', time: '2026-03-01T10:00:00Z', text: 'Åsa Berg undertecknade.', party: 'Åsa Berg' }],
    });
    const ofFirst = (parties: readonly unknown[]) => {
      const document = documentSchema.parse({ id: '1', title: '', parties });
      const [first] = document.parties;
      return first === undefined || first instanceof UnreadRecord ? undefined : historyRecords(document, first, events);
    };
    expect(ofFirst([named('1')])).toHaveLength(1);
    expect(ofFirst([named('1'), named('2')])).toEqual([]);
  });
});

describe('the Scrive fake', () => {
  const listSchema = z.object({ total_matching: z.number(), documents: z.array(z.unknown()) });

  it('limits the reported number of documents to a thousand more than the offset', async () => {
    await using given = await bench();
    for (let index = 0; index < 210; index += 1)
      given.fake.plant({ givenName: 'Test', familyName: 'Person', emails: [`person${index}@example.com`] });
    const list = async (offset: number) =>
      await given.client.request('documents', { query: { offset, max: 1, filter: '[]' }, answer: listSchema });
    expect((await list(0)).total_matching).toBe(1000);
    expect((await list(20)).total_matching).toBe(1020);
    expect((await list(5_000)).documents).toEqual([]);
  });

  it('refuses filters that Scrive does not have, and wrong signatures', async () => {
    await using given = await bench();
    for (const filter of ['{', '[{"filter_by":"email"}]', '{"filter_by":"text","text":"a"}'])
      await expect(given.client.request('documents', { query: { filter }, answer: listSchema })).rejects.toMatchObject({
        code: 'refused',
      });
    const base = given.installed.origins['api']!;
    const authorization = (await given.installed.authorise(given.client))['authorization']!.replace(
      'fake0apisecret',
      'x',
    );
    const answer = await fetch(`${base}/api/v2/documents/list`, { headers: { authorization } });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error_type: 'invalid_authorisation', http_code: 401 });
  });
});
