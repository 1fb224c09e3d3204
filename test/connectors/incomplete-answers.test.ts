import { describe, expect, it } from 'vitest';
import { startFake as startFortnox } from '#connectors/fortnox/fake.ts';
import { fortnox } from '#connectors/fortnox/connector.ts';
import { startFake as startHubspot } from '#connectors/hubspot/fake.ts';
import { hubspot } from '#connectors/hubspot/connector.ts';
import { startFake as startMailchimp } from '#connectors/mailchimp/fake.ts';
import { mailchimp } from '#connectors/mailchimp/connector.ts';
import { startFake as startScrive } from '#connectors/scrive/fake.ts';
import { scrive } from '#connectors/scrive/connector.ts';
import type { AnyConnector } from '#connectors/sdk/connector.ts';
import { identifiersOf, quickClock, search, type Found } from '#connectors/sdk/conformance-run.ts';
import type { Fake, StartFake } from '#connectors/sdk/fake.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import type { Json } from '#domain/json.ts';

/**
 * Searches for the test person while the system gives these bodies to requests for the paths, as many times as the test
 * says.
 */
async function searched(
  connector: AnyConnector,
  startFake: StartFake,
  answers: readonly { readonly path: RegExp; readonly json: Json; readonly status?: number; readonly times?: number }[],
): Promise<Found> {
  const clock = quickClock();
  const fake: Fake = await startFake({ elapsed: clock.elapsed });
  try {
    fake.plant(testPerson);
    for (const { path, json, status = 200, times = Infinity } of answers)
      fake.fail({
        kind: 'status',
        status,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(json),
        times,
        path,
      });
    return await search(connector, fake, clock, { wanted: identifiersOf(testPerson) });
  } finally {
    await fake.close();
  }
}

type Attack = readonly [string, AnyConnector, StartFake, Parameters<typeof searched>[2]];

/** The error of HubSpot for an address that no contact has. */
function notThere(address: string): Json {
  return { status: 'error', category: 'OBJECT_NOT_FOUND', message: '', context: { ids: [address] } };
}

const incomplete = { code: 'incomplete-answer' };

describe('a search fails if the system reports more records than it returns', () => {
  const batch = /\/batch\/read$/;
  const contacts = /\/contacts\/search$/;
  const nobodyListed = { path: contacts, json: { total: 0, results: [] } };

  it.each<Attack>([
    [
      'Mailchimp: three audiences, none listed',
      mailchimp,
      startMailchimp,
      [{ path: /\/lists$/, json: { lists: [], total_items: 3 } }],
    ],
    [
      'Mailchimp: three audiences, one listed',
      mailchimp,
      startMailchimp,
      [
        { path: /\/lists$/, json: { lists: [{ id: 'a', name: 'A' }], total_items: 3 }, times: 1 },
        { path: /\/lists$/, json: { lists: [], total_items: 3 } },
      ],
    ],
    [
      'Mailchimp: five notes, none given',
      mailchimp,
      startMailchimp,
      [{ path: /\/notes$/, json: { notes: [], total_items: 5 } }],
    ],
    [
      'HubSpot: four contacts, none listed',
      hubspot,
      startHubspot,
      [{ path: contacts, json: { total: 4, results: [] } }],
    ],
    [
      'HubSpot: two contacts listed, and a batch without them',
      hubspot,
      startHubspot,
      [
        { path: contacts, json: { total: 2, results: [{ id: '901' }, { id: '902' }] } },
        { path: batch, json: { status: 'COMPLETE', results: [] } },
      ],
    ],
    [
      'HubSpot: two contacts listed, and one of them in the batch',
      hubspot,
      startHubspot,
      [
        { path: contacts, json: { total: 2, results: [{ id: '901' }, { id: '902' }] } },
        { path: batch, json: { status: 'COMPLETE', results: [{ id: '901', properties: {} }] } },
      ],
    ],
    [
      'HubSpot: a note is associated, and the batch of notes is empty',
      hubspot,
      startHubspot,
      [{ path: /\/notes\/batch\/read$/, json: { status: 'COMPLETE', results: [] } }],
    ],
    [
      'HubSpot: an error is counted and not told',
      hubspot,
      startHubspot,
      [nobodyListed, { path: batch, json: { status: 'COMPLETE', results: [], numErrors: 1, errors: [] } }],
    ],
    ...['PENDING', 'PROCESSING', 'CANCELED'].map((status): Attack => [
      `HubSpot: the batch is ${status}, though it names the address as not there`,
      hubspot,
      startHubspot,
      [
        nobodyListed,
        { path: batch, json: { status, results: [], numErrors: 1, errors: [notThere('asa.berg@example.org')] } },
      ],
    ]),
    [
      'HubSpot: the batch gives neither the address nor an error',
      hubspot,
      startHubspot,
      [nobodyListed, { path: batch, status: 207, json: { status: 'COMPLETE', results: [] } }],
    ],
    [
      'HubSpot: the batch says of another address that it is not there',
      hubspot,
      startHubspot,
      [
        nobodyListed,
        {
          path: batch,
          status: 207,
          json: { status: 'COMPLETE', results: [], numErrors: 1, errors: [notThere('b@example.org')] },
        },
      ],
    ],
    [
      'HubSpot: two errors are counted and one is told',
      hubspot,
      startHubspot,
      [
        nobodyListed,
        {
          path: batch,
          status: 207,
          json: { status: 'COMPLETE', results: [], numErrors: 2, errors: [notThere('asa.berg@example.org')] },
        },
      ],
    ],
    [
      'Fortnox: five customers, none listed',
      fortnox,
      startFortnox,
      [
        {
          path: /\/customers$/,
          json: { MetaInformation: { '@TotalResources': 5, '@TotalPages': 1, '@CurrentPage': 1 }, Customers: [] },
        },
      ],
    ],
    [
      'Fortnox: four invoices, none listed',
      fortnox,
      startFortnox,
      [
        {
          path: /\/invoices$/,
          json: { MetaInformation: { '@TotalResources': 4, '@TotalPages': 1, '@CurrentPage': 1 }, Invoices: [] },
        },
      ],
    ],
    [
      'Fortnox: a customer is listed and not there',
      fortnox,
      startFortnox,
      [
        {
          path: /\/customers$/,
          json: {
            MetaInformation: { '@TotalResources': 1, '@TotalPages': 1, '@CurrentPage': 1 },
            Customers: [{ CustomerNumber: '555' }],
          },
        },
      ],
    ],
    [
      'Fortnox: an invoice is listed and not there',
      fortnox,
      startFortnox,
      [
        {
          path: /\/invoices\/\d+$/,
          status: 404,
          json: { ErrorInformation: { error: 1, message: '', code: 2_000_423 } },
        },
      ],
    ],
    [
      'Scrive: five documents, none listed',
      scrive,
      startScrive,
      [{ path: /\/list$/, json: { total_matching: 5, documents: [] } }],
    ],
    [
      'Scrive: a document is listed and not there',
      scrive,
      startScrive,
      [{ path: /\/get$/, status: 404, json: { error_type: 'resource_not_found', error_message: '', http_code: 404 } }],
    ],
  ])('%s', async (_, connector, startFake, answers) => {
    await expect(searched(connector, startFake, answers)).rejects.toMatchObject(incomplete);
  });
});
