import { describe, expect, it } from 'vitest';
import { hubspot } from '#connectors/hubspot/connector.ts';
import { startFake } from '#connectors/hubspot/fake.ts';
import { conformanceChecks } from '#connectors/sdk/conformance.ts';
import type { AnyConnector, InstalledConnector, Page } from '#connectors/sdk/connector.ts';
import { ConnectorFailure } from '#connectors/sdk/failure.ts';
import { contact as contactWeight, own, stated } from '#connectors/sdk/identifying.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';

type Search = InstalledConnector['search'];

/** The HubSpot connector with its search replaced by one that makes use of the real one. */
function withSearch(search: (real: Search) => Search, more: Partial<AnyConnector> = {}): AnyConnector {
  return {
    ...hubspot,
    ...more,
    install(installation) {
      const installed = hubspot.install(installation);
      return { ...installed, search: search((requester, input) => installed.search(requester, input)) };
    },
  };
}

const eachPage = (change: (page: Page) => Page): AnyConnector =>
  withSearch(
    (real) =>
      async function* (requester, input) {
        for await (const page of real(requester, input)) yield change(page);
      },
  );

const { contact, ...withoutContact } = hubspot.resources;
const { lastname: _, ...fewerFields } = contact!.fields;

/** Each a connector with one fault, and what has to notice it. */
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
    /^fails, and does not look empty/,
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
    /^fails, and does not look empty/,
  ],
  [
    'starts again from the beginning when it is to go on',
    withSearch((real) => (requester, input) => real(requester, { ...input, cursor: null })),
    /^goes on after a kill/,
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
    /^pages to the end when the system gives 1 at a time/,
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
        one.resource === 'contact' ? { ...one, data: { ...one.data, email: testPerson.emails[0]! } } : one,
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
    /^never runs into the limits/,
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
    /^fails, and does not look empty.* a 500$/,
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
    /^fails, and does not look empty.* a 500$/,
  ],
  [
    'says that its secret belongs to an origin that there is not',
    { ...hubspot, secretOrigin: 'elsewhere' },
    /^declares itself completely/,
  ],
  [
    'may be redirected to an origin that there is not',
    { ...hubspot, calls: { ...hubspot.calls, search: { ...hubspot.calls['search']!, redirectsTo: ['files'] } } },
    /^declares itself completely/,
  ],
  ['claims to read everything', { ...hubspot, doesNotRead: [] }, /^says in every language what it does not read/],
  [
    'says in one language only what it does not read',
    { ...hubspot, doesNotRead: hubspot.doesNotRead.map(({ what, why }) => ({ what: { ...what, sv: ' ' }, why })) },
    /^says in every language what it does not read/,
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
    /^has annotated every field/,
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
    /^teaches nothing but/,
  ],
  [
    'declares an identifying field that it has not annotated',
    { ...hubspot, identifying: { contact: { ...hubspot.identifying['contact'], skostorlek: contactWeight('phone') } } },
    /^says which of its fields identify/,
  ],
  [
    'asks for a telephone number and takes none for a tie',
    { ...hubspot, identifying: { contact: { email: own('email'), phone: stated('phone') } } },
    /^says which of its fields identify/,
  ],
  [
    'says of no field that it is the person’s own',
    {
      ...hubspot,
      identifying: { contact: { email: contactWeight('email'), phone: contactWeight('phone') } },
    },
    /^says which of its fields identify/,
  ],
];

describe('the conformance checks', () => {
  it.each(sabotage)('notice a connector that %s', async (_, connector, noticedBy) => {
    const checks = conformanceChecks({ connector, startFake, person: testPerson }).filter(({ title }) =>
      noticedBy.test(title),
    );
    expect(checks.length).toBeGreaterThan(0);
    const outcomes = await Promise.allSettled(checks.map(async ({ run }) => await run()));
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
  });
});
