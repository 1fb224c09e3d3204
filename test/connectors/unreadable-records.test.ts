// Records in which a field that the connector needs cannot be read, from each vendor's stand-in over HTTP.
import { describe, expect, it } from 'vitest';
import { fortnox } from '#connectors/fortnox/connector.ts';
import { startFake as startFortnox } from '#connectors/fortnox/fake.ts';
import { hubspot } from '#connectors/hubspot/connector.ts';
import { startFake as startHubspot } from '#connectors/hubspot/fake.ts';
import { mailchimp } from '#connectors/mailchimp/connector.ts';
import { startFake as startMailchimp } from '#connectors/mailchimp/fake.ts';
import { scrive } from '#connectors/scrive/connector.ts';
import { startFake as startScrive } from '#connectors/scrive/fake.ts';
import type { AnyConnector } from '#connectors/sdk/connector.ts';
import { identifiersOf, quickClock, search } from '#connectors/sdk/conformance-run.ts';
import type { StartFake } from '#connectors/sdk/fake.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { unreadableIn } from '#domain/json-reader.ts';

const oneInFortnox = '{"@TotalResources":1,"@TotalPages":1,"@CurrentPage":1}';

interface Case {
  readonly name: string;
  readonly connector: AnyConnector;
  readonly startFake: StartFake;
  /** The path of the response that is altered. */
  readonly path: RegExp;
  readonly body: string;
  /** The record that is named as unread. */
  readonly resource: string;
}

const vendors: readonly Case[] = [
  {
    name: 'a customer of Fortnox whose number stands twice',
    connector: fortnox,
    startFake: startFortnox,
    path: /^\/3\/customers\/\w+$/,
    body: '{"Customer":{"CustomerNumber":"1","CustomerNumber":"2","Name":"x"}}',
    resource: 'customer',
  },
  {
    name: 'an invoice of Fortnox whose number stands twice',
    connector: fortnox,
    startFake: startFortnox,
    path: /^\/3\/invoices\/\w+$/,
    body: '{"Invoice":{"CustomerNumber":"1","DocumentNumber":"1","DocumentNumber":"2"}}',
    resource: 'invoice',
  },
  {
    name: 'a document of Scrive whose parties stand twice',
    connector: scrive,
    startFake: startScrive,
    path: /\/get$/,
    body: '{"id":"1","title":"x","parties":[],"parties":[]}',
    resource: 'signing-party',
  },
  {
    name: 'a log of Scrive in which a text stands twice',
    connector: scrive,
    startFake: startScrive,
    path: /\/history$/,
    body: '{"events":[{"status":"a","time":"b","text":"c","text":"d"}]}',
    resource: 'history',
  },
  {
    name: 'a member of Mailchimp whose address stands twice',
    connector: mailchimp,
    startFake: startMailchimp,
    path: /\/members\/\w+$/,
    body: '{"id":"1","email_address":"a@example.org","email_address":"b@example.org"}',
    resource: 'member',
  },
  {
    name: 'a note of Mailchimp whose id stands twice',
    connector: mailchimp,
    startFake: startMailchimp,
    path: /\/notes$/,
    body: '{"notes":[{"id":1,"id":2,"note":"x"}],"total_items":1}',
    resource: 'note',
  },
  {
    name: 'a row in a list of Fortnox whose customer number stands twice',
    connector: fortnox,
    startFake: startFortnox,
    path: /\/customers$/,
    body: `{"MetaInformation":${oneInFortnox},"Customers":[{"CustomerNumber":"1","CustomerNumber":"2","Name":"x"}]}`,
    resource: 'customer',
  },
  {
    name: 'a row in a list of Fortnox whose invoice number stands twice',
    connector: fortnox,
    startFake: startFortnox,
    path: /\/invoices$/,
    body: `{"MetaInformation":${oneInFortnox},"Invoices":[{"CustomerNumber":"1","CustomerNumber":"2","DocumentNumber":"1","DocumentNumber":"2"}]}`,
    resource: 'invoice',
  },
  {
    name: 'a document in a list of Scrive whose id stands twice',
    connector: scrive,
    startFake: startScrive,
    path: /\/list$/,
    body: '{"total_matching":1,"documents":[{"id":"1","id":"2"}]}',
    resource: 'signing-party',
  },
  {
    name: 'a contact that a search of HubSpot lists with its id twice',
    connector: hubspot,
    startFake: startHubspot,
    path: /contacts\/search$/,
    body: '{"total":1,"results":[{"id":"7","id":"8"}]}',
    resource: 'contact',
  },
  {
    name: 'a note whose number HubSpot gives twice',
    connector: hubspot,
    startFake: startHubspot,
    path: /associations\/notes$/,
    body: '{"results":[{"toObjectId":7,"toObjectId":8}]}',
    resource: 'note',
  },
  {
    name: 'a contact in the recycle bin of HubSpot whose time of that stands twice',
    connector: hubspot,
    startFake: startHubspot,
    path: /contacts\/batch\/read$/,
    body: '{"results":[{"id":"7","properties":{"email":"b@example.net"},"archivedAt":"a","archivedAt":"b"}]}',
    resource: 'contact',
  },
];

describe('The search continues, and names the record as unread', () => {
  it.each<Case>(vendors)('$name', async ({ connector, startFake, path, body, resource }) => {
    const clock = quickClock();
    const fake = await startFake({ elapsed: clock.elapsed });
    try {
      fake.plant(testPerson);
      const wanted = identifiersOf(testPerson);
      const whole = await search(connector, fake, clock, { wanted });
      fake.fail({ kind: 'status', status: 200, headers: { 'content-type': 'application/json' }, body, path, times: 1 });
      const found = await search(connector, fake, clock, { wanted });
      const unread = found.pages
        .flatMap(({ belongs, possible }) => [...belongs, ...possible])
        .filter(({ data }) => unreadableIn(data) === 'duplicate-key');
      expect(unread.map((one) => one.resource)).toEqual([resource]);
      expect(found.records.length).toBeGreaterThan(0);
      expect(found.records.length).toBeLessThanOrEqual(whole.records.length + 1);
    } finally {
      await fake.close();
    }
  });

  it('a contact of HubSpot that has its properties twice', async () => {
    const clock = quickClock();
    const fake = await startHubspot({ elapsed: clock.elapsed });
    try {
      fake.plant(testPerson);
      fake.fail({
        kind: 'status',
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: '{"results":[{"id":12345678901234567890,"properties":{"email":"a@example.org"},"properties":{}}]}',
        path: /contacts\/batch\/read$/,
        times: 1,
      });
      const found = await search(hubspot, fake, clock, { wanted: identifiersOf(testPerson) });
      const unread = found.pages
        .flatMap(({ possible }) => possible)
        .filter(({ data }) => unreadableIn(data) !== undefined);
      expect(unread).toMatchObject([{ resource: 'contact', id: '12345678901234567890' }]);
      expect(found.records.length).toBeGreaterThan(0);
    } finally {
      await fake.close();
    }
  });

  /** The result of a search while the responses for a path are altered. */
  async function searched(one: Pick<Case, 'connector' | 'startFake' | 'path'>, alterText: (text: string) => string) {
    const clock = quickClock();
    const fake = await one.startFake({ elapsed: clock.elapsed });
    try {
      fake.plant(testPerson);
      const wanted = identifiersOf(testPerson);
      const whole = await search(one.connector, fake, clock, { wanted });
      fake.fail({ kind: 'altered', alterText, path: one.path, times: Infinity });
      return { whole, found: await search(one.connector, fake, clock, { wanted }) };
    } finally {
      await fake.close();
    }
  }

  const ofHubspot = { connector: hubspot, startFake: startHubspot, path: /\/notes\/batch\/read$/ };
  const ofFortnox = { connector: fortnox, startFake: startFortnox };

  it.each([
    ['stands twice', (id: string) => `"${id}","id":"1"`, 'duplicate-key'],
    ['is nothing', () => 'null', 'another-shape'],
    ['is a truth value', () => 'true', 'another-shape'],
    ['could not be asked for', () => '".."', 'another-shape'],
  ])('a note of HubSpot whose id %s is named by the requested id', async (_, write, reason) => {
    const { whole, found } = await searched(ofHubspot, (text) =>
      text.replace(/"id":"(\d+)"/, (__, id: string) => `"id":${write(id)}`),
    );
    const notes = whole.records.filter((one) => one.startsWith('note/'));
    const unread = found.pages.flatMap(({ belongs }) => belongs).filter(({ data }) => unreadableIn(data) !== undefined);
    expect(found.records).toEqual(whole.records);
    expect(unread.map(({ data }) => unreadableIn(data))).toEqual([reason]);
    expect(notes).toContain(`note/${unread[0]?.id}`);
  });

  it('two records of HubSpot, one without an id, and no other: the response is incomplete', async () => {
    const run = searched(ofHubspot, (text) => text.replace(/\{"id":"\d+".*?\},\{"id":"\d+"/, '{"id":null'));
    await expect(run).rejects.toMatchObject({ code: 'incomplete-answer' });
  });

  it.each([
    ['a member whose id stands twice', /\/members\/\w+$/, (text: string) => text.replace('"id":', '"id":"1","id":'), 1],
    ['a tag whose id stands twice', /\/members\/\w+$/, (text: string) => text.replace('[{"id":', '[{"id":1,"id":'), 1],
    ['an audience whose id is a truth value', /\/lists$/, (text: string) => text.replace(/"id":"\w+"/, '"id":true'), 2],
  ])('Mailchimp: %s', async (_, path, alterText, each) => {
    const once = new Set<string>();
    const { whole, found } = await searched({ connector: mailchimp, startFake: startMailchimp, path }, (text) => {
      const [first = text] = once.add(text);
      return text === first ? alterText(text) : text;
    });
    const candidates = found.pages.flatMap(({ belongs, possible }) => [...belongs, ...possible]);
    const unread = candidates.filter(({ data }) => unreadableIn(data) !== undefined);
    // Each address of the person may be in an audience that cannot be searched.
    expect(unread.map(({ resource }) => resource)).toEqual(Array.from({ length: each }, () => 'member'));
    const parts = (keys: readonly string[]): readonly string[] => keys.filter((one) => !one.startsWith('member/'));
    if (each === 1) expect(found.records).toEqual(whole.records);
    else expect(parts(found.records).length).toBeGreaterThan(0);
  });

  it('an invoice of Fortnox without rows is delivered unchanged', async () => {
    const { whole, found } = await searched({ ...ofFortnox, path: /\/invoices\/\d+$/ }, (text) =>
      text.replace(/"InvoiceRows":\[.*\]/, '"InvoiceRows":null'),
    );
    const invoices = whole.records.filter((one) => !one.startsWith('invoice-row/'));
    expect(found.records).toEqual(invoices);
    expect(found.pages.flatMap(({ belongs }) => belongs).map(({ data }) => unreadableIn(data))).not.toContain(
      'another-shape',
    );
  });

  it('an unreadable row of an invoice is named beside the others', async () => {
    const { whole, found } = await searched({ ...ofFortnox, path: /\/invoices\/\d+$/ }, (text) =>
      text.replace('"InvoiceRows":[', '"InvoiceRows":[null,'),
    );
    const added = found.records.length - whole.records.length;
    const unread = found.pages.flatMap(({ belongs }) => belongs).filter(({ data }) => unreadableIn(data) !== undefined);
    expect(unread.map(({ resource }) => resource)).toEqual(Array.from({ length: added }, () => 'invoice-row'));
    expect(added).toBeGreaterThan(0);
  });

  it('the numbers of Fortnox are delivered as Fortnox wrote them', async () => {
    const { whole, found } = await searched({ ...ofFortnox, path: /\/(?:customers|invoices)/ }, (text) =>
      text.replace(/"(CustomerNumber|DocumentNumber)":"(\d+)"/g, '"$1":$2'),
    );
    expect(found.records).toEqual(whole.records);
    const data = found.pages.flatMap(({ belongs }) => belongs).map((one) => one.data);
    const numbers = data.flatMap((one) => [one['CustomerNumber'] ?? [], one['DocumentNumber'] ?? []].flat());
    expect(new Set(numbers.map((one) => typeof one))).toEqual(new Set(['number']));
    expect(numbers).toContain(10);
  });

  it('a response that is no record at all is a failure of the system', async () => {
    for (const one of [
      { connector: scrive, startFake: startScrive, path: /\/get$/ },
      { connector: scrive, startFake: startScrive, path: /\/history$/ },
      { connector: mailchimp, startFake: startMailchimp, path: /\/members\/\w+$/ },
      { ...ofFortnox, path: /\/customers\/\d+$/ },
    ])
      await expect(searched(one, () => '{"message":"busy"}')).rejects.toMatchObject({ code: 'unexpected-answer' });
  });
});
