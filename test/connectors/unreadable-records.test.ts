// A record of which a field that the connector needs cannot be read, from each vendor's stand-in over real HTTP.
import { describe, expect, it } from 'vitest';
import { fortnox } from '#connectors/fortnox/connector.ts';
import { startFake as startFortnox } from '#connectors/fortnox/fake.ts';
import { hubspot } from '#connectors/hubspot/connector.ts';
import { startFake as startHubspot } from '#connectors/hubspot/fake.ts';
import { mailchimp } from '#connectors/mailchimp/connector.ts';
import { startFake as startMailchimp } from '#connectors/mailchimp/fake.ts';
import { scrive } from '#connectors/scrive/connector.ts';
import { startFake as startScrive } from '#connectors/scrive/fake.ts';
import { identifiersOf, quickClock, search } from '#connectors/sdk/conformance-run.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { unreadableIn } from '#domain/json-reader.ts';

const vendors = [
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
] as const;

describe('The search goes on, and names the record as unread', () => {
  it.each(vendors)('$name', async ({ connector, startFake, path, body, resource }) => {
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

  it('a contact of HubSpot whose properties stand twice', async () => {
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
});
