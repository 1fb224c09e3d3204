import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { hubspot } from '#connectors/hubspot/connector.ts';
import { startFake } from '#connectors/hubspot/fake.ts';
import { fortnox } from '#connectors/fortnox/connector.ts';
import { startFake as startFortnox } from '#connectors/fortnox/fake.ts';
import { mailchimp } from '#connectors/mailchimp/connector.ts';
import { startFake as startMailchimp } from '#connectors/mailchimp/fake.ts';
import { scrive } from '#connectors/scrive/connector.ts';
import { startFake as startScrive } from '#connectors/scrive/fake.ts';
import { conformanceChecks } from '#connectors/sdk/conformance.ts';
import type { AnyConnector, InstalledConnector, Page, Requester } from '#connectors/sdk/connector.ts';
import { ConnectorFailure } from '#connectors/sdk/failure.ts';
import { contact as contactWeight, own, stated } from '#connectors/sdk/identifying.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';

type Search = InstalledConnector['search'];

/** A connector, that of HubSpot by default, whose search is replaced by one that uses the real search. */
function withSearch(search: (real: Search) => Search, connector: AnyConnector = hubspot): AnyConnector {
  return {
    ...connector,
    install(installation) {
      const installed = connector.install(installation);
      return { ...installed, search: search((requester, input) => installed.search(requester, input)) };
    },
  };
}

const eachPage = (change: (page: Page) => Page, connector: AnyConnector = hubspot): AnyConnector =>
  withSearch(
    (real) =>
      async function* (requester, input) {
        for await (const page of real(requester, input)) yield change(page);
      },
    connector,
  );

type Args = Parameters<Requester['request']>[1];
type Answer = Readonly<Record<string, unknown>>;

/** A connector that takes the responses to one of its calls for another kind. */
const eachAnswer = (
  connector: AnyConnector,
  call: string,
  change: (answer: Answer, args: Args) => Answer,
): AnyConnector =>
  withSearch(
    (real) => (requester, input) => {
      const request: typeof requester.request = async (name, args) => {
        if (name !== call) return await requester.request(name, args);
        const answer = await requester.request(name, { ...args, answer: z.record(z.string(), z.unknown()) });
        return args.answer.parse(change(answer, args));
      };
      return real({ ...requester, request }, input);
    },
    connector,
  );

const lengthOf = (list: unknown): number => z.array(z.unknown()).parse(list).length;
const firstPageOf =
  (name: string) =>
  (answer: Answer, { query }: Args) =>
    Number(query?.['page'] ?? 1) > 1 || Number(query?.['offset'] ?? 0) > 0
      ? { ...answer, [name]: [], total_matching: 0 }
      : answer;

const { contact, note, ...others } = hubspot.resources;
const withoutContact = { note: note!, ...others };
const { lastname: _, ...fewerFields } = contact!.fields;

/** Connectors with one fault each, and the check that must find the fault. */
const sabotage: readonly (readonly [fault: string, connector: AnyConnector, noticedBy: RegExp])[] = [
  [
    'takes a failure for an empty answer',
    withSearch(
      (real) =>
        async function* (requester, input) {
          try {
            yield* real(requester, input);
          } catch {
            yield { candidates: [], next: null };
          }
        },
    ),
    /^fails if the system answers all calls/,
  ],
  [
    'takes a failure of one call for an empty answer',
    withSearch((real) => (requester, input) => {
      const request: typeof requester.request = async (call, args) => {
        try {
          return await requester.request(call, args);
        } catch (error) {
          if (call === 'associations') return args.answer.parse({ results: [] });
          throw error;
        }
      };
      return real({ ...requester, request }, input);
    }),
    /^fails if the system answers all calls/,
  ],
  [
    'starts again from the beginning when it is to go on',
    withSearch((real) => (requester, input) => real(requester, { ...input, cursor: null })),
    /^continues after a kill/,
  ],
  [
    'reads the first page of associations only',
    withSearch((real) => (requester, input) => {
      const request: typeof requester.request = async (call, args) => {
        const value = await requester.request(call, args);
        return call === 'associations' ? args.answer.parse({ ...value, paging: undefined }) : value;
      };
      return real({ ...requester, request }, input);
    }),
    /^reads to the last page if the system returns 1 at a time/,
  ],
  [
    'forgets what hangs on a contact',
    eachPage((page) => ({ ...page, candidates: page.candidates.filter(({ resource }) => resource === 'contact') })),
    /^finds every planted record/,
  ],
  [
    'says of every contact that it is the person',
    eachPage((page) => ({
      ...page,
      candidates: page.candidates.map((one) =>
        one.resource === 'contact' ? { ...one, data: { ...one.data, email: testPerson.emails[0] } } : one,
      ),
    })),
    /^finds every planted record/,
  ],
  [
    'does not ask for the recycle bin',
    eachPage((page) => ({
      ...page,
      candidates: page.candidates.filter(({ data }) => data['archivedAt'] === undefined),
    })),
    /^finds every planted record/,
  ],
  [
    'asks faster than it may',
    { ...hubspot, limits: { ...hubspot.limits, perSecond: 1000 } },
    /^stays below the rate limit/,
  ],
  [
    'says in an error whom it looked for',
    withSearch(
      (real) =>
        async function* (requester, input) {
          try {
            yield* real(requester, input);
          } catch (error) {
            const code = error instanceof ConnectorFailure ? error.code : 'refused';
            throw new ConnectorFailure(code, 'the search failed', { cause: new Error(input.identifiers[0]!.value) });
          }
        },
    ),
    /^fails if the system answers all calls.* a 500$/,
  ],
  [
    'throws something else than a failure',
    withSearch(
      (real) =>
        async function* (requester, input) {
          try {
            yield* real(requester, input);
          } catch {
            throw new Error('no');
          }
        },
    ),
    /^fails if the system answers all calls.* a 500$/,
  ],
  [
    'says that its secret belongs to an origin that there is not',
    { ...hubspot, secretOrigin: 'elsewhere' },
    /^declares everything that the contract requires/,
  ],
  [
    'may be redirected to an origin that there is not',
    { ...hubspot, calls: { ...hubspot.calls, search: { ...hubspot.calls['search']!, redirectsTo: ['files'] } } },
    /^declares everything that the contract requires/,
  ],
  ['claims to read everything', { ...hubspot, doesNotRead: [] }, /^says in every language which data it does not read/],
  [
    'says in one language only what it does not read',
    { ...hubspot, doesNotRead: hubspot.doesNotRead.map(({ what, why }) => ({ what: { ...what, sv: ' ' }, why })) },
    /^says in every language which data it does not read/,
  ],
  [
    'declares a call that it does not make',
    { ...hubspot, calls: { ...hubspot.calls, more: { ...hubspot.calls['search']!, path: '/crm/v3/owners' } } },
    /^makes every call/,
  ],
  [
    'annotates a field that no record holds',
    {
      ...hubspot,
      resources: {
        ...hubspot.resources,
        contact: { ...contact!, fields: { ...contact!.fields, shoe: contact!.fields['email']! } },
      },
    },
    /^annotates every field/,
  ],
  [
    'leaves a field without annotation',
    {
      ...hubspot,
      resources: { ...withoutContact, contact: { title: contact!.title, fields: fewerFields } },
    },
    /^finds every planted record/,
  ],
  [
    'ends without a last page',
    withSearch(
      (real) =>
        async function* (requester, input) {
          for await (const page of real(requester, input)) if (page.next !== null) yield page;
        },
    ),
    /^finds every planted record/,
  ],
  [
    'does not teach the telephone number',
    eachPage((page) => ({
      ...page,
      candidates: page.candidates.map((one) => {
        const { phone: _phone, mobilephone: _mobile, ...data } = one.data;
        return { ...one, data };
      }),
    })),
    /^learns only identifiers of the person/,
  ],
  [
    'declares an identifying field that it has not annotated',
    { ...hubspot, identifying: { contact: { ...hubspot.identifying['contact'], skostorlek: contactWeight('phone') } } },
    /^declares which fields identify/,
  ],
  [
    'asks for a telephone number and takes none for a tie',
    { ...hubspot, identifying: { contact: { email: own('email'), phone: stated('phone') } } },
    /^declares which fields identify/,
  ],
  [
    'says of no field that it is the person’s own',
    {
      ...hubspot,
      identifying: { contact: { email: contactWeight('email'), phone: contactWeight('phone') } },
    },
    /^declares which fields identify/,
  ],
];

const fakes = { hubspot: startFake, fortnox: startFortnox, mailchimp: startMailchimp, scrive: startScrive };
const incomplete = /^fails if the system reports a total/;

/**
 * Each of these connectors looks correct, but returns less than the system has or something else, or does something
 * that is forbidden.
 */
const liars: typeof sabotage = [
  [
    'reads the first page of a search only (HubSpot)',
    eachAnswer(hubspot, 'search', ({ results }) => ({ results, total: lengthOf(results) })),
    /^finds a person by the phone alone/,
  ],
  [
    'reads the first page of a list only (Fortnox)',
    eachAnswer(fortnox, 'customers', ({ Customers: list }) => ({
      Customers: list,
      MetaInformation: { '@TotalResources': lengthOf(list), '@TotalPages': 1, '@CurrentPage': 1 },
    })),
    /^finds a person by an address alone/,
  ],
  [
    'reads the first page of a list only (Mailchimp)',
    eachAnswer(mailchimp, 'audiences', ({ lists }) => ({ lists, total_items: lengthOf(lists) })),
    /^reads to the last page if the system returns 2 at a time/,
  ],
  [
    'reads the first page of a list only (Scrive)',
    eachAnswer(scrive, 'documents', (answer, args) => ({
      ...firstPageOf('documents')(answer, args),
      total_matching: 0,
    })),
    /^finds a person by an address alone/,
  ],
  [
    'asks for one spelling of a number only (Fortnox)',
    eachAnswer(fortnox, 'customers', (answer, { query }) =>
      query?.['phone'] === undefined || query['phone'] === '70-174 06 10'
        ? answer
        : { Customers: [], MetaInformation: { '@TotalResources': 0, '@TotalPages': 1, '@CurrentPage': 1 } },
    ),
    /^finds a person by the phone alone/,
  ],
  ...(
    [
      [hubspot, 'search', (answer) => ({ ...answer, total: 0 })],
      [mailchimp, 'audiences', (answer) => ({ ...answer, total_items: 0 })],
      [mailchimp, 'notes', (answer) => ({ ...answer, total_items: 0 })],
      [scrive, 'documents', (answer) => ({ ...answer, total_matching: 0 })],
      [
        fortnox,
        'customers',
        (answer) => ({
          ...answer,
          MetaInformation: { ...z.looseObject({}).parse(answer['MetaInformation']), '@TotalResources': 0 },
        }),
      ],
    ] satisfies (readonly [AnyConnector, string, (answer: Answer) => Answer])[]
  ).map(
    ([connector, call, change]) =>
      [
        `does not count what comes against the total (${connector.id}, ${call})`,
        eachAnswer(connector, call, change),
        incomplete,
      ] as const,
  ),
  [
    'takes a record that a batch leaves out for one that is gone (HubSpot)',
    eachAnswer(hubspot, 'read', (answer, { json }) => ({
      ...answer,
      errors: [
        {
          category: 'OBJECT_NOT_FOUND',
          context: {
            ids: z
              .object({ inputs: z.array(z.object({ id: z.string() })) })
              .parse(json)
              .inputs.map(({ id }) => id),
          },
        },
      ],
    })),
    incomplete,
  ],
  [
    'does not say that a call tells a total',
    {
      ...hubspot,
      calls: Object.fromEntries(
        Object.entries(hubspot.calls).map(([name, { method, origin, path, source }]) => [
          name,
          { method, origin, path, source },
        ]),
      ),
    },
    /^declares each call whose responses report a total/,
  ],
  [
    'empties every text that does not identify',
    eachPage((page) => ({
      ...page,
      candidates: page.candidates.map((one) => ({
        ...one,
        data: Object.fromEntries(
          Object.entries(one.data).map(([name, value]) => [
            name,
            typeof value === 'string' && hubspot.identifying['contact']?.[name] === undefined ? '' : value,
          ]),
        ),
      })),
    })),
    /^finds every planted record/,
  ],
  [
    'drops a field',
    eachPage((page) => ({
      ...page,
      candidates: page.candidates.map((one) => {
        const { skostorlek: _size, ...data } = one.data;
        return { ...one, data };
      }),
    })),
    /^finds every planted record/,
  ],
  [
    'puts other people’s data into a declared field',
    eachPage((page) => ({
      ...page,
      candidates: page.candidates.map((one) =>
        one.resource === 'contact' ? { ...one, data: { ...one.data, address: 'Grannvägen 3' } } : one,
      ),
    })),
    /^finds every planted record/,
  ],
  [
    'says of a document that it is something else',
    eachPage(
      (page) => ({
        ...page,
        candidates: page.candidates.map((one) => ({
          ...one,
          attachments: (one.attachments ?? []).map((file) => ({ ...file, mediaType: 'text/html' })),
        })),
      }),
      fortnox,
    ),
    /^finds every planted record/,
  ],
  [
    'calls the system itself, with the address in the path',
    withSearch(
      (real) =>
        async function* (requester, input) {
          await fetch(`http://127.0.0.1:65000/${input.identifiers[0]!.value}`).catch(() => undefined);
          yield* real(requester, input);
        },
    ),
    /^makes no request without its client/,
  ],
  [
    'prints the address',
    withSearch(
      (real) =>
        async function* (requester, input) {
          process.stderr.write(`${input.identifiers[0]!.kind}\n`);
          yield* real(requester, input);
        },
    ),
    /^makes no request without its client/,
  ],
  [
    'logs through the console',
    withSearch(
      (real) =>
        async function* (requester, input) {
          console.debug(input.identifiers[0]!.kind);
          yield* real(requester, input);
        },
    ),
    /^makes no request without its client/,
  ],
  [
    'fails the whole system for a field that nobody knows',
    {
      ...hubspot,
      resources: {
        ...hubspot.resources,
        note: { title: note!.title, fields: { ...note!.fields, hs_object_id: note!.fields['hs_timestamp']! } },
      },
    },
    /^finds the same if the system sends unknown fields/,
  ],
];

describe('the conformance checks', () => {
  it.each(liars)('report, in a sentence, a connector that %s', async (_, connector, noticedBy) => {
    const checks = conformanceChecks({
      connector,
      startFake: fakes[z.enum(['hubspot', 'fortnox', 'mailchimp', 'scrive']).parse(connector.id)],
      person: testPerson,
    }).filter(({ title }) => noticedBy.test(title));
    expect(checks.length).toBeGreaterThan(0);
    const outcomes = await Promise.allSettled(checks.map(async ({ run }) => await run()));
    const said = outcomes.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    expect(said).not.toEqual([]);
    for (const sentence of said) expect(sentence).toMatch(/^AssertionError|^ConnectorFailure/);
  });

  it.each(sabotage)('find a connector that %s', async (_, connector, noticedBy) => {
    const checks = conformanceChecks({ connector, startFake, person: testPerson }).filter(({ title }) =>
      noticedBy.test(title),
    );
    expect(checks.length).toBeGreaterThan(0);
    const outcomes = await Promise.allSettled(checks.map(async ({ run }) => await run()));
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
  });
});
